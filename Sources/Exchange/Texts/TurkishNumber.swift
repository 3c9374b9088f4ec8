import FoundationEssentials

/// Numbers as people in Türkiye type them.
public enum TurkishNumber {
  /// Reads the whole text as one number, or gives `nil`.
  ///
  /// A comma is the decimal sign and dots group by three: `1.234,56`, `3,5`, `1.234` (one thousand two hundred thirty-four).
  /// A dot that cannot group is the decimal sign: `3.5`, `0.500`, `1234.567`. Where both signs stand, the last one is
  /// the decimal sign, so `1,234.56` is read too. Spaces at the ends and between groups are allowed, one sign in front.
  public static func parse(_ text: some StringProtocol) -> Decimal? {
    var rest = text.unicodeScalars.filter { !isSpace($0) }[...]
    let isNegative = rest.first == "-" || rest.first == "\u{2212}"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.count <= 60, rest.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," }) else {
      return nil
    }
    guard let plain = plain(rest) else { return nil }
    let signed = (isNegative ? "-" : "") + plain
    return significantDigits(plain) > 38 ? nil : Decimal(string: signed, locale: nil)
  }

  /// `1234,5`: the form `parse` reads back, without grouping.
  public static func text(_ number: Decimal) -> String {
    String(decoding: number.description.utf8.map { $0 == 0x2E ? 0x2C : $0 }, as: UTF8.self)
  }

  /// The digits with a dot as decimal sign and nothing else.
  private static func plain(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    let commas = scalars.indices(of: ",")
    let dots = scalars.indices(of: ".")
    if commas.isEmpty, dots.isEmpty { return string(scalars) }
    if commas.isEmpty { return dots.count == 1 ? oneDot(scalars, at: dots[0]) : grouped(scalars, by: ".") }
    if dots.isEmpty { return commas.count == 1 ? split(scalars, at: commas[0], by: nil) : grouped(scalars, by: ",") }
    let (lastComma, lastDot) = (commas[commas.count - 1], dots[dots.count - 1])
    if lastComma > lastDot { return commas.count == 1 ? split(scalars, at: lastComma, by: ".") : nil }
    return dots.count == 1 ? split(scalars, at: lastDot, by: ",") : nil
  }

  private static func oneDot(_ scalars: ArraySlice<Unicode.Scalar>, at dot: Int) -> String? {
    let canGroup = scalars.first != "0" && dot - scalars.startIndex <= 3 && scalars.endIndex - dot - 1 == 3
    return canGroup ? grouped(scalars, by: ".") : split(scalars, at: dot, by: nil)
  }

  private static func split(_ scalars: ArraySlice<Unicode.Scalar>, at sign: Int, by group: Unicode.Scalar?) -> String? {
    let (whole, fraction) = (scalars[..<sign], scalars[(sign + 1)...])
    guard !whole.isEmpty, !fraction.isEmpty, fraction.allSatisfy(isDigit) else { return nil }
    let digits = group.map { grouped(whole, by: $0) } ?? string(whole)
    return digits.map { "\($0).\(string(fraction))" }
  }

  /// One to three digits, then groups of exactly three.
  private static func grouped(_ scalars: ArraySlice<Unicode.Scalar>, by sign: Unicode.Scalar) -> String? {
    let groups = scalars.split(separator: sign, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.map(string).joined()
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func significantDigits(_ plain: String) -> Int {
    plain.utf8.drop { $0 == 0x30 || $0 == 0x2E }.count { $0 != 0x2E }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{A0}" || scalar == "\u{202F}"
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  fileprivate func indices(of scalar: Unicode.Scalar) -> [Int] { indices.filter { self[$0] == scalar } }
}
