/// The number under which the store keeps one entity. Typed, so that a unit's number cannot be handed to a risk's use
/// case. Numbers are never reused.
public struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The stored number, from 1.
  public let rawValue: Int64

  /// Wraps a stored number.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// Reads a decimal number from 1 on, digits only.
  public init?(_ text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int64(text), value > 0 else {
      return nil
    }
    rawValue = value
  }

  /// The number in decimal.
  public var description: String { String(rawValue) }

  /// Lower numbers order first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
