import FoundationEssentials
import GuvenceCore

extension DataReader {
  /// Any scalar as text; not empty.
  public func text(_ node: DataNode) -> String? {
    guard let text = node.text, !text.isEmpty else {
      wrongType(node, "text")
      return nil
    }
    return text
  }

  /// A whole number in decimal digits, optionally with a minus, within `range`.
  public func int(_ node: DataNode, in range: ClosedRange<Int>? = nil) -> Int? {
    guard let text = plain(node), DataReader.isDecimal(text, allowsFraction: false), let value = Int(text) else {
      wrongType(node, "a whole number", quoteRemedy(node))
      return nil
    }
    if let range, !range.contains(value) {
      report(
        at: node, code: "out-of-range",
        message: "\(value) is outside \(range.lowerBound)…\(range.upperBound)")
      return nil
    }
    return value
  }

  /// An exact decimal number with a point (`0.40`), at most 18 digits.
  public func decimal(_ node: DataNode) -> Decimal? {
    guard let text = plain(node), let value = DataReader.decimal(text) else {
      wrongType(node, "a decimal number such as 0.40", quoteRemedy(node))
      return nil
    }
    return value
  }

  /// `true` or `false`, no other spelling.
  public func flag(_ node: DataNode) -> Bool? {
    switch plain(node) {
    case "true": return true
    case "false": return false
    default:
      wrongType(node, "true or false")
      return nil
    }
  }

  /// A day as `YYYY-MM-DD`.
  public func day(_ node: DataNode) -> Day? {
    guard let text = node.text, let day = Day(iso: text) else {
      wrongType(node, "a day as YYYY-MM-DD")
      return nil
    }
    return day
  }

  /// One of the words of an enumeration.
  public func choice<E: RawRepresentable & CaseIterable>(_ node: DataNode, as type: E.Type) -> E?
  where E.RawValue == String {
    choice(node, among: E.allCases.map(\.rawValue)).flatMap(E.init(rawValue:))
  }

  /// One of `allowed`.
  public func choice(_ node: DataNode, among allowed: [String]) -> String? {
    guard let text = node.text, !node.isEmpty else {
      wrongType(node, "one of \(allowed.joined(separator: ", "))")
      return nil
    }
    if allowed.contains(text) { return text }
    let near = nearest(to: text, among: allowed).map { "did you mean \($0)? " } ?? ""
    report(
      at: node, code: "not-allowed", message: "\u{201C}\(text)\u{201D} is not allowed here",
      remedy: near + "allowed: \(allowed.joined(separator: ", "))")
    return nil
  }

  /// A text in both languages: `{tr: …, en: …}`; `en` may be left out.
  public func localized(_ node: DataNode) -> Localized? {
    object(node) { object in
      let (turkish, english) = (object.text("tr"), object.optionalText("en"))
      return turkish.map { Localized($0, english ?? "") }
    }
  }

  /// Reads `-?digits[.digits]` exactly, at most 18 digits; `nil` for anything else.
  public static func decimal(_ text: String) -> Decimal? {
    guard isDecimal(text, allowsFraction: true) else { return nil }
    let digits = text.utf8.filter { $0 != 0x2E }
    let fraction = text.utf8.firstIndex(of: 0x2E).map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 } ?? 0
    guard digits.count <= 19, let mantissa = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    let scaled = Decimal(sign: .plus, exponent: -fraction, significand: Decimal(mantissa.magnitude))
    return mantissa < 0 ? -scaled : scaled
  }

  private static func isDecimal(_ text: String, allowsFraction: Bool) -> Bool {
    let body = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    let parts = body.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 1 || (allowsFraction && parts.count == 2), body.count <= 19 else { return false }
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// The text of a scalar written without quotes: numbers and flags in quotes are text.
  private func plain(_ node: DataNode) -> String? {
    if case .scalar(let text, false) = node.content { text } else { nil }
  }

  private func quoteRemedy(_ node: DataNode) -> String {
    if case .scalar(_, true) = node.content { "write it without quotes" } else { "" }
  }
}
