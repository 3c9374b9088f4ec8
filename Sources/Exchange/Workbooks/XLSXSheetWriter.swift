import FoundationEssentials
import GuvenceCore

/// One sheet of a workbook being written: rows from top to bottom.
public final class XLSXSheetWriter {
  /// The tab's name, as bent to Excel's rules.
  public let name: String
  /// What was fixed before the first row.
  public let layout: XLSXLayout
  /// Rows written so far, skipped ones included.
  public private(set) var rowCount = 0

  private(set) var filtered: CellRange?
  private var merged: [CellRange] = []
  private let spool = ByteSpool()
  private let file: String
  private let styles: XLSXStyles
  private let columnStyles: [XLSXStyles.Pair]
  private let plain: XLSXStyles.Pair
  /// Letters of each column met so far.
  private var letters: [[UInt8]] = []

  init(name: String, file: String, _ styles: XLSXStyles, _ layout: XLSXLayout) {
    (self.name, self.file, self.styles, self.layout) = (name, file, styles, layout)
    columnStyles = layout.columns.map { styles.pair($0.style) }
    plain = styles.pair(XLSXStyle())
    spool.put(layout.head)
  }

  /// Writes the next row in the styles of the columns. Throws `ExchangeRefusal` for a text of more than 32,767
  /// characters and beyond the limits of a sheet.
  public func write(_ cells: [OutputCell]) throws {
    try row(cells) { $0 < columnStyles.count ? columnStyles[$0] : plain }
  }

  /// Writes the next row in one style, a heading for example. Throws as `write(_:)` does.
  public func write(_ cells: [OutputCell], style: XLSXStyle) throws {
    let style = styles.pair(style)
    try row(cells) { _ in style }
  }

  /// Writes the next row in the styles of the columns, some columns (from 1) excepted: a coloured level for example.
  /// Throws as `write(_:)` does.
  public func write(_ cells: [OutputCell], styles own: [Int: XLSXStyle]) throws {
    let own = own.mapValues { styles.pair($0) }
    try row(cells) { own[$0 + 1] ?? ($0 < columnStyles.count ? columnStyles[$0] : plain) }
  }

  /// Writes a text over `width` merged columns as the next row. Throws as `write(_:)` does.
  public func writeMerged(_ text: String, width: Int, style: XLSXStyle = .title) throws {
    try write([.text(text)] + Array(repeating: .blank, count: max(0, width - 1)), style: style)
    guard width > 1 else { return }
    merged.append(CellRange(CellAddress(row: rowCount, column: 1), CellAddress(row: rowCount, column: width)))
  }

  /// Leaves a row empty.
  public func skipRow() { rowCount += 1 }

  /// Filter buttons on row `row` (from 1) over `width` columns, down to the last row written so far.
  public func filter(row: Int, width: Int) {
    guard row >= 1, width >= 1 else { return }
    filtered = CellRange(
      CellAddress(row: row, column: 1), CellAddress(row: max(row, rowCount), column: width))
  }

  /// The whole part; nothing can be written afterwards.
  func finished() -> ByteSpool {
    spool.putLiteral("</sheetData>")
    if let filtered { spool.put("<autoFilter ref=\"\(filtered)\"/>") }
    if !merged.isEmpty {
      let items = merged.map { "<mergeCell ref=\"\($0)\"/>" }
      spool.put("<mergeCells count=\"\(merged.count)\">\(items.joined())</mergeCells>")
    }
    spool.put(layout.pageSetup)
    spool.putLiteral("</worksheet>")
    return spool
  }

  @inline(__always)
  private func row(_ cells: [OutputCell], _ style: (Int) -> XLSXStyles.Pair) throws {
    guard rowCount < CellAddress.lastRow, cells.count <= CellAddress.lastColumn else {
      throw ExchangeRefusal.outOfBounds(at: .cell(file: file, sheet: name, cell: ""))
    }
    rowCount += 1
    while letters.count < cells.count { letters.append(Array(CellAddress.letters(of: letters.count + 1).utf8)) }
    spool.putLiteral("<row r=\"")
    spool.put(rowCount)
    spool.putLiteral("\">")
    for index in cells.indices { try cell(cells[index], index, style(index)) }
    spool.putLiteral("</row>")
  }

  private func cell(_ cell: OutputCell, _ column: Int, _ style: XLSXStyles.Pair) throws {
    switch cell {
    case .blank: blank(column, style.plain)
    case .text(let text): try write(text, column, style.plain)
    case .integer(let number) where number.magnitude < 1_000_000_000_000_000:
      open(column, style.plain, "\"><v>")
      spool.put(number)
      spool.putLiteral("</v></c>")
    case .integer(let number): try write(String(number), column, style.plain)
    case .decimal(let number): try write(number, column, style.plain)
    case .boolean(let value):
      open(column, style.plain, "\" t=\"b\"><v>")
      spool.putByte(value ? 0x31 : 0x30)
      spool.putLiteral("</v></c>")
    case .day(let day):
      guard let serial = SerialDay.number(day) else { return try write(day.turkish, column, style.plain) }
      open(column, style.day, "\"><v>")
      spool.put(serial)
      spool.putLiteral("</v></c>")
    }
  }

  private func write(_ text: String, _ column: Int, _ style: Int) throws {
    var text = CellText.storable(text)
    guard !text.isEmpty else { return blank(column, style) }
    // A UTF-16 unit takes at least one byte, so short texts need no counting.
    if text.utf8.count > 32_767, text.utf16.count > 32_767 {
      let address = CellAddress(row: rowCount, column: column + 1).description
      throw ExchangeRefusal.unstorable(at: .cell(file: file, sheet: name, cell: address))
    }
    text.withUTF8 { bytes in
      let keepsBlanks = bytes[0] <= 0x20 || bytes[bytes.count - 1] <= 0x20 || bytes.contains(0x0A)
      open(column, style, "\" t=\"inlineStr\"><is><t")
      if keepsBlanks { spool.putLiteral(" xml:space=\"preserve\"") }
      spool.putByte(0x3E)
      spool.putEscaped(bytes)
    }
    spool.putLiteral("</t></is></c>")
  }

  private func write(_ number: Decimal, _ column: Int, _ style: Int) throws {
    let text = number.description
    let digits = text.utf8.drop { !(0x31...0x39).contains($0) }.count { $0 != 0x2E }
    // Excel would cut what goes beyond fifteen digits.
    guard digits <= 15 else { return try write(TurkishNumber.text(number), column, style) }
    open(column, style, "\"><v>")
    spool.put(text)
    spool.putLiteral("</v></c>")
  }

  private func blank(_ column: Int, _ style: Int) { if style != 0 { open(column, style, "\"/>") } }

  /// `<c r="B7" s="3` and what follows the style.
  private func open(_ column: Int, _ style: Int, _ rest: StaticString) {
    spool.putLiteral("<c r=\"")
    letters[column].withUnsafeBufferPointer { spool.put($0) }
    spool.put(rowCount)
    spool.putLiteral("\" s=\"")
    spool.put(style)
    spool.putLiteral(rest)
  }
}
