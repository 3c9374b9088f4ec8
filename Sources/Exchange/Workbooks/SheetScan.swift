import GuvenceCore

/// The state of walking over a worksheet: a value, so that each event touches it once.
struct SheetScan {
  private enum Section { case none, rows, merges }
  /// What the characters that come belong to.
  enum Capture { case none, value, formula }

  private(set) var merged: [CellRange] = []
  private(set) var findings: Findings

  private let context: SheetPart.Context
  private let deliver: (Row) throws -> Void
  private var row: Row
  private var section = Section.none
  private var capture = Capture.none
  private var cell = CellInProgress()
  private var isPhonetic = false
  private var previousRow = 0
  private var previousColumn = 0

  init(_ context: SheetPart.Context, deliver: @escaping (Row) throws -> Void) {
    (self.context, self.deliver) = (context, deliver)
    row = Row(strings: context.strings)
    findings = Findings(context.limits)
  }

  /// An element opens at `depth`.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws {
    switch (depth, section) {
    case (5, .rows): capture = cell.opens(name)
    case (4, .rows): if name == "c" { try startCell(attributes) }
    case (3, .rows): if name == "row" { try startRow(attributes) }
    case (3, .merges): startMerge(attributes)
    case (2, _): section = name == "sheetData" ? .rows : name == "mergeCells" ? .merges : .none
    case (6, .rows):
      isPhonetic = name == "rPh"
      capture = cell.isInline && name == "t" ? .value : .none
    case (7, .rows): capture = cell.isInline && !isPhonetic && name == "t" ? .value : .none
    default: break
    }
  }

  /// The element at `depth` closes.
  mutating func end(depth: Int) throws {
    capture = .none
    guard section == .rows else { return }
    if depth == 4 {
      try finishCell()
    } else if depth == 3, !row.cells.isEmpty {
      try deliver(row)
      row.reset()
    }
  }

  /// Characters.
  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    switch capture {
    case .none: return
    case .formula: cell.appendFormula(piece)
    case .value:
      row.bytes.append(contentsOf: piece)
      let limits = context.limits
      if row.bytes.count - cell.start > limits.cellBytes { throw ExchangeRefusal.cellTooLong(at: place, limits) }
      if row.bytes.count > limits.rowBytes { throw ExchangeRefusal.tooMuchData(context.file) }
    }
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws {
    let stated = attributes.bytes("r")
    let number = stated.map { unsignedInteger($0) ?? 0 } ?? previousRow + 1
    guard (1...CellAddress.lastRow).contains(number) else { throw outOfBounds("") }
    // Rows that step back would overwrite what was read.
    guard number > previousRow else { throw ExchangeRefusal.malformed(context.file, part: context.sheet) }
    row.reset()
    (row.number, row.line, row.isHidden) = (number, number, attributes.flag("hidden"))
    (previousRow, previousColumn) = (number, 0)
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws {
    var column = previousColumn + 1
    if let stated = attributes.bytes("r") {
      guard let address = CellAddress.parse(stated) else { throw outOfBounds("") }
      guard address.isInsideWorksheet else { throw outOfBounds("") }
      guard address.row == row.number, address.column > previousColumn else {
        throw ExchangeRefusal.malformed(context.file, part: context.sheet)
      }
      column = address.column
    }
    guard column <= CellAddress.lastColumn else { throw outOfBounds("") }
    previousColumn = column
    cell.begin(column: column, at: row.bytes.count, attributes)
  }

  private mutating func startMerge(_ attributes: XMLAttributes) {
    guard let text = attributes.text("ref"), let range = CellRange(text), merged.count < 100_000 else { return }
    merged.append(range)
  }

  private mutating func finishCell() throws {
    let start = cell.start
    if let finished = try finish(), finished.count > 0 || finished.kind.holdsItself {
      row.cells.append(finished)
    } else {
      row.bytes.removeSubrange(start...)
    }
  }

  private var place: Diagnostic.Place {
    let address = CellAddress(row: row.number, column: max(1, cell.column))
    return .cell(file: context.file, sheet: context.sheet, cell: address.description)
  }

  private func outOfBounds(_ cell: String) -> ExchangeRefusal {
    .outOfBounds(at: .cell(file: context.file, sheet: context.sheet, cell: cell))
  }

  private mutating func finish() throws -> RawCell? {
    let count = row.bytes.count - cell.start
    if count == 0, cell.hasFormula, cell.type != .formulaText { return uncached() }
    switch cell.type {
    case .shared: return shared(count)
    case .boolean: return count == 0 ? nil : raw(.boolean, row.bytes[cell.start] == 0x31 ? 1 : 0)
    case .isoDay: return isoDay()
    case .number: return number(count)
    case .error: return raw(.error, UInt32(cell.start), count)
    case .inline, .formulaText: return text()
    }
  }

  private mutating func text() -> RawCell {
    if TextCleaning.clean(&row.bytes, from: cell.start, unescaping: true) { reportCleaned() }
    return raw(.text, UInt32(cell.start), row.bytes.count - cell.start)
  }

  private mutating func shared(_ count: Int) -> RawCell? {
    let index = row.bytes.withUnsafeBufferPointer {
      unsignedInteger(UnsafeBufferPointer(rebasing: $0[cell.start..<cell.start + count]))
    }
    row.bytes.removeSubrange(cell.start...)
    guard let index, index < context.strings.count else {
      if count > 0 {
        let place = place
        findings.add(
          .error, at: place, code: "missing-text",
          Localized("Hücrenin gösterdiği metin dosyada yok", "The text this cell points at is not in the file"),
          remedy: Localized("Dosyayı Excel'de açıp yeniden kaydedin", "Open the file in Excel and save it again"))
      }
      return nil
    }
    if context.strings.cleaned.contains(index) { reportCleaned() }
    return context.strings.isEmpty(index) ? nil : raw(.shared, UInt32(index))
  }

  private mutating func number(_ count: Int) -> RawCell? {
    guard count > 0 else { return nil }
    let (valid, day) = row.bytes.withUnsafeBufferPointer { bytes in
      let digits = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.start + count])
      let showsDay = cell.style < context.showsDay.count && context.showsDay[cell.style]
      let day = showsDay ? SerialDay.day(digits, from1904: context.usesDatesFrom1904) : nil
      return (digits.allSatisfy(SheetScan.isNumeric), day)
    }
    if let day { return raw(.day, UInt32(bitPattern: Int32(day.daysSinceEpoch))) }
    if !valid {
      let place = place
      findings.add(
        at: place, code: "not-a-number",
        Localized("Sayı olması gereken hücre sayı değil; metin olarak alındı", "Not a number; taken as text"))
      return text()
    }
    return raw(.number, UInt32(cell.start), count)
  }

  private mutating func isoDay() -> RawCell? {
    let value = String(decoding: row.bytes[cell.start...].prefix(10), as: UTF8.self)
    guard let day = Day(iso: value) else { return text() }
    return raw(.day, UInt32(bitPattern: Int32(day.daysSinceEpoch)))
  }

  private mutating func uncached() -> RawCell {
    row.bytes.append(contentsOf: cell.formula)
    _ = TextCleaning.clean(&row.bytes, from: cell.start, unescaping: false)
    return RawCell(
      column: UInt16(cell.column), kind: .formula, start: UInt32(cell.start),
      count: UInt32(row.bytes.count - cell.start))
  }

  private func raw(_ kind: RawCell.Kind, _ start: UInt32, _ count: Int = 0) -> RawCell {
    RawCell(column: UInt16(cell.column), kind: kind, start: start, count: UInt32(count))
  }

  private mutating func reportCleaned() {
    let place = place
    findings.add(
      at: place, code: "control-characters",
      Localized("Hücredeki görünmeyen denetim karakterleri çıkarıldı", "Invisible control characters were removed"))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65
  }
}
