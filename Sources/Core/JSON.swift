/// A JSON value with its keys in the order given; for writing only.
public indirect enum JSON: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  /// Keys and values in order.
  case object([Member])
  /// Values in order.
  case array([JSON])
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A number already written as JSON wants it: `12.5`.
  case number(String)
  /// true or false.
  case boolean(Bool)
  /// null.
  case null

  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSON

    /// One key with its value.
    public init(key: String, value: JSON) { (self.key, self.value) = (key, value) }
  }

  /// An object of these keys and values, in this order.
  public static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The text, or null.
  public static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }
  /// The number, or null.
  public static func optional(_ number: Int?) -> JSON { number.map { .integer(Int64($0)) } ?? .null }
  /// The day as `2026-11-23`, or null.
  public static func optional(_ day: Day?) -> JSON { day.map { .text($0.description) } ?? .null }
  /// A whole number.
  public static func count(_ number: Int) -> JSON { .integer(Int64(number)) }

  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// true or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// Two-space indented JSON (RFC 8259), without a line break at the end.
  public var text: String {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indent: Int) {
    switch self {
    case .object(let members):
      JSON.list(members, open: "{", close: "}", to: &out, indent: indent) { member, out in
        JSON.quote(member.key, to: &out)
        out += Array(": ".utf8)
        member.value.write(to: &out, indent: indent + 1)
      }
    case .array(let values):
      JSON.list(values, open: "[", close: "]", to: &out, indent: indent) { $0.write(to: &$1, indent: indent + 1) }
    case .text(let text): JSON.quote(text, to: &out)
    case .integer(let number): out += Array(String(number).utf8)
    case .number(let text): out += Array(text.utf8)
    case .boolean(let value): out += Array((value ? "true" : "false").utf8)
    case .null: out += Array("null".utf8)
    }
  }

  private static func list<Element>(
    _ elements: [Element], open: Character, close: Character, to out: inout [UInt8], indent: Int,
    _ write: (Element, inout [UInt8]) -> Void
  ) {
    out += Array(String(open).utf8)
    for (index, element) in elements.enumerated() {
      out += Array((index == 0 ? "\n" : ",\n").utf8)
      out += [UInt8](repeating: 0x20, count: (indent + 1) * 2)
      write(element, &out)
    }
    if !elements.isEmpty { out += [0x0A] + [UInt8](repeating: 0x20, count: indent * 2) }
    out += Array(String(close).utf8)
  }

  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0x0A: out += Array("\\n".utf8)
      case 0x0D: out += Array("\\r".utf8)
      case 0x09: out += Array("\\t".utf8)
      case 0..<0x20, 0x7F: out += Array("\\u00".utf8) + hexadecimal(byte)
      default: out.append(byte)
      }
    }
    out.append(0x22)
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
  }
}
