import GuvenceCore

/// The Public Internal Control Standards: 5 components, 18 standards, 79 general conditions.
/// Codes and titles are those of the communiqué (RG 26.12.2007/26738); subjects are Güvence's own words.
public struct InternalControlStandards: Sendable {
  /// One component with its standards.
  public struct Component: Sendable {
    /// Which component.
    public let component: StandardComponent
    /// Its title.
    public let title: Localized
    /// Its standards, by number.
    public let standards: [Standard]
    /// Where the file's content comes from.
    public let citation: Citation
  }

  /// One standard with its general conditions.
  public struct Standard: Sendable {
    /// Its code: `KOS 2`.
    public let number: StandardNumber
    /// Its official title.
    public let title: Localized
    /// Its conditions, by number.
    public let conditions: [Condition]
  }

  /// One general condition.
  public struct Condition: Sendable {
    /// Its code: `KOS 2.6`.
    public let code: StandardCode
    /// What it asks for, in our own words, never the wording of the communiqué.
    public let subject: Localized
  }

  /// The components, in the order of the communiqué.
  public let components: [Component]

  /// All standards, 1–18.
  public var standards: [Standard] { components.flatMap(\.standards) }
  /// All general conditions, in order.
  public var conditions: [Condition] { standards.flatMap(\.conditions) }

  /// The condition an action or condition code belongs to: `KOS 2.6.1` finds `KOS 2.6`.
  public func condition(of code: StandardCode) -> Condition? {
    conditions.first { $0.code.standard == code.standard && $0.code.condition == code.condition }
  }
}
