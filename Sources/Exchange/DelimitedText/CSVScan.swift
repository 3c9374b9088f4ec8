import GuvenceCore

/// Walks over the records of a CSV text, reusing one row.
struct CSVScan {
  private(set) var row = Row()
  private(set) var findings: Findings

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let file: String
  private let limits: ExchangeLimits
  private var at: Int
  private var line = 1
  private var column = 0
  /// Number of fields most records have; that of the first record where it is not known.
  private var expected: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ layout: Delimiter.Finding, file: String, _ limits: ExchangeLimits) {
    (self.bytes, self.file, self.limits) = (bytes, file, limits)
    (at, delimiter, expected) = (layout.start, layout.delimiter.rawValue, layout.fields)
    findings = Findings(limits)
    if at > 0 { line = 2 }
  }

  /// Reads the next record into `row`; false at the end.
  mutating func next() throws -> Bool {
    guard at < bytes.count else { return false }
    row.reset()
    (row.number, row.line, column) = (row.number + 1, line, 0)
    guard row.number <= CellAddress.lastRow else { throw ExchangeRefusal.outOfBounds(at: place) }
    repeat { try readField() } while !endsRecord()
    reportUnevenness()
    return true
  }

  /// Notes that the text was taken as windows-1254, which no file says of itself.
  mutating func reportEncoding() {
    let file = file
    findings.add(
      .note, at: .file(file), code: "encoding",
      Localized("Dosya UTF-8 değil; windows-1254 olarak okundu", "Not UTF-8; read as windows-1254"))
  }

  private var place: Diagnostic.Place { .text(file: file, line: line, column: max(1, column)) }

  private mutating func readField() throws {
    column += 1
    guard column <= CellAddress.lastColumn else { throw ExchangeRefusal.outOfBounds(at: place) }
    let start = row.bytes.count
    if at < bytes.count, bytes[at] == 0x22 { try readQuoted(from: start) }
    try readPlain(from: start)
    if TextCleaning.clean(&row.bytes, from: start, unescaping: false) {
      let place = place
      findings.add(
        at: place, code: "control-characters",
        Localized("Alandaki görünmeyen denetim karakterleri çıkarıldı", "Invisible control characters were removed"))
    }
    if FormulaGuard.isGuarded(row.bytes[start...]) { row.bytes.remove(at: start) }
    let count = row.bytes.count - start
    if count > 0 {
      row.cells.append(RawCell(column: UInt16(column), kind: .text, start: UInt32(start), count: UInt32(count)))
    }
  }

  /// Up to the next delimiter or line end; after a quoted part normally nothing.
  private mutating func readPlain(from start: Int) throws {
    let first = at
    while at < bytes.count, bytes[at] != delimiter, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first..<at]))
    try checkSize(from: start)
  }

  private mutating func readQuoted(from start: Int) throws {
    let opening = line
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x22 {
        guard at < bytes.count, bytes[at] == 0x22 else { return }
        at += 1
      }
      if byte == 0x0A { line += 1 }
      row.bytes.append(byte)
      if row.bytes.count - start > limits.cellBytes { try checkSize(from: start) }
    }
    let place = Diagnostic.Place.text(file: file, line: opening, column: column)
    findings.add(
      .error, at: place, code: "unterminated-quote",
      Localized("Açılan tırnak işareti kapatılmamış", "A quotation mark is never closed"),
      remedy: Localized("Alanın sonuna \" koyun", "Close the field with \""))
  }

  private func checkSize(from start: Int) throws {
    guard row.bytes.count - start <= limits.cellBytes else { throw ExchangeRefusal.cellTooLong(at: place, limits) }
    guard row.bytes.count <= limits.rowBytes else { throw ExchangeRefusal.tooMuchData(file) }
  }

  /// Steps over a delimiter (false) or a line end (true).
  private mutating func endsRecord() -> Bool {
    guard at < bytes.count else { return true }
    let byte = bytes[at]
    at += 1
    if byte == delimiter { return false }
    if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
    line += 1
    return true
  }

  private mutating func reportUnevenness() {
    if expected == 0 { expected = column }
    // A blank line is no record; a trailing delimiter, as some programs write, loses nothing.
    guard !row.isEmpty, column != expected, row.lastColumn > expected || column < expected else { return }
    let (found, wanted, place) = (column, expected, Diagnostic.Place.text(file: file, line: row.line, column: 1))
    findings.add(
      at: place, code: "uneven-record",
      Localized("Satırda \(found) alan var; beklenen \(wanted)", "\(found) fields where \(wanted) are expected"))
  }
}
