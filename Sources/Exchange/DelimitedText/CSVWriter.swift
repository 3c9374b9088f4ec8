import GuvenceCore

/// Writes CSV as spreadsheet programs on a Turkish system expect it: `;`, UTF-8 with byte-order mark, CRLF, decimal
/// comma, `dd.mm.yyyy`, quotes where needed (RFC 4180).
///
/// A text that a spreadsheet program might run as a formula gets an apostrophe in front, and `CSVReader` takes it off
/// again, so that export and import together change nothing. Numbers are written as they are, `-3` too. Line breaks
/// inside texts become `\n`.
public struct CSVWriter: Sendable {
  /// The file so far.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8

  /// An empty file.
  public init(delimiter: Delimiter = .semicolon, byteOrderMark: Bool = true) {
    self.delimiter = delimiter.rawValue
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Appends a record.
  public mutating func write(_ cells: [OutputCell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      switch cell {
      case .blank: break
      case .text(let text): write(text, isGuarded: true)
      case .integer(let number): bytes.append(contentsOf: String(number).utf8)
      case .decimal(let number): write(TurkishNumber.text(number), isGuarded: false)
      case .day(let day): bytes.append(contentsOf: day.turkish.utf8)
      case .boolean(let value): bytes.append(contentsOf: (value ? "Evet" : "Hayır").utf8)
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func write(_ text: String, isGuarded: Bool) {
    var field = Array(text.utf8)
    _ = TextCleaning.clean(&field, from: 0, unescaping: false)
    if isGuarded, FormulaGuard.isDangerous(field) { field.insert(0x27, at: 0) }
    guard needsQuotes(field) else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(0x22)
    for byte in field {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Besides what RFC 4180 asks for: every delimiter a reader may guess, blanks at the ends, and Excel's `sep=`.
  private func needsQuotes(_ field: [UInt8]) -> Bool {
    guard let first = field.first, let last = field.last else { return false }
    if first == 0x20 || last == 0x20 || field.starts(with: Array("sep=".utf8)) { return true }
    return field.contains { $0 == 0x22 || $0 == 0x0A || $0 == delimiter || $0 == 0x09 || $0 == 0x3B }
  }
}
