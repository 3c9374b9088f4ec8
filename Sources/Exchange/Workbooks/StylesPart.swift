/// `styles.xml`, as far as it tells dates from numbers.
final class StylesPart: XMLVisitor {
  /// For each cell style whether it shows a day.
  private(set) var showsDay: [Bool] = []
  private var customFormats: [Int: Bool] = [:]
  private var isInCellStyles = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if depth == 2 { isInCellStyles = name == "cellXfs" }
    guard depth == 3, let format = attributes.integer("numFmtId") ?? (name == "xf" ? 0 : nil) else { return }
    if name == "numFmt", let code = attributes.text("formatCode") {
      customFormats[format] = DayFormat.isDay(code: code)
    } else if isInCellStyles, name == "xf" {
      showsDay.append(customFormats[format] ?? DayFormat.isDay(builtIn: format))
    }
  }
}

/// Which number formats show a day.
enum DayFormat {
  /// The built-in formats that show a day (ECMA-376 part 1, 18.8.30); 18–21 and 45–47 show only a time and are left
  /// as numbers.
  static func isDay(builtIn id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
    default: false
    }
  }

  /// Whether a format code shows a day: it has a `d` or `y`, or an `m` that is not the minutes of a time.
  static func isDay(code: String) -> Bool {
    let tokens = tokens(code)
    if tokens.contains(0x64) || tokens.contains(0x79) { return true }
    return tokens.contains(0x6D) && !tokens.contains(0x68) && !tokens.contains(0x73)
  }

  /// The letters of the first section, small, without quoted text, escapes and brackets; elapsed times keep their letter.
  private static func tokens(_ code: String) -> [UInt8] {
    var (tokens, at, bytes): ([UInt8], Int, [UInt8]) = ([], 0, Array(code.utf8))
    if bytes.map({ $0 | 0x20 }) == Array("general".utf8) { return [] }
    bytes.append(0x3B)
    while bytes[at] != 0x3B {
      switch bytes[at] {
      case 0x22: at = bytes[(at + 1)...].firstIndex(of: 0x22) ?? bytes.count - 2
      case 0x5C, 0x5F, 0x2A: at = min(at + 1, bytes.count - 2)
      case 0x5B:
        let end = bytes[at...].firstIndex(of: 0x5D) ?? bytes.count - 2
        let letter = at + 1 < end ? bytes[at + 1] | 0x20 : 0
        if bytes[(at + 1)..<max(end, at + 1)].allSatisfy({ $0 | 0x20 == letter }) { tokens.append(letter) }
        at = end
      case let byte where (0x41...0x5A).contains(byte | 0x20 &- 0x20): tokens.append(byte | 0x20)
      default: break
      }
      at += 1
    }
    return tokens
  }
}
