import GuvenceCore

/// A JSON value with keys in the order given, so that the same report is the same text.
indirect enum JSONText {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONText])
  case object(KeyValuePairs<String, JSONText>)

  static func text(_ value: String?) -> JSONText { value.map { .text($0) } ?? .null }
  static func number(_ value: Int?) -> JSONText { value.map { .number($0) } ?? .null }
  static func day(_ value: Day?) -> JSONText { value.map { .text($0.description) } ?? .null }
  static func localized(_ value: Localized) -> JSONText {
    .object(["tr": .text(value.turkish), "en": .text(value.english)])
  }

  /// Indented by two blanks, one value per line; short lists of plain values on one line.
  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .flag(let value): return value ? "true" : "false"
    case .number(let value): return String(value)
    case .text(let value): return JSONText.quoted(value)
    case .list(let items):
      if items.allSatisfy(\.isPlain) { return "[\(items.map { $0.written() }.joined(separator: ", "))]" }
      return "[\n" + items.map { inner + $0.written(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let pairs):
      if pairs.isEmpty { return "{}" }
      let lines = pairs.map { "\(inner)\(JSONText.quoted($0)): \($1.written(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
