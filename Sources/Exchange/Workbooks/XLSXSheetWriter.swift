internal import CXLSXWriter
import FoundationEssentials
import Glibc
import GuvenceCore

/// One sheet of a workbook being written: rows from top to bottom.
public final class XLSXSheetWriter {
  /// A column of the sheet.
  public struct Column: Sendable {
    /// Width in characters of the standard font; `nil` for Excel's own.
    public var width: Double?
    /// How the cells of ordinary rows look.
    public var style: XLSXStyle

    /// A column.
    public init(width: Double? = nil, style: XLSXStyle = XLSXStyle()) { (self.width, self.style) = (width, style) }
  }

  /// The tab's name, as bent to Excel's rules.
  public let name: String
  /// Rows written so far, skipped ones included.
  public private(set) var rowCount = 0

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let file: String
  private let formats: XLSXFormats
  private let columnFormats: [XLSXFormats.Pair]
  private let plain: XLSXFormats.Pair

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, file: String, _ formats: XLSXFormats,
    _ columns: [Column]
  ) {
    (self.sheet, self.name, self.file, self.formats) = (sheet, name, file, formats)
    columnFormats = columns.map { formats.pair($0.style) }
    plain = formats.pair(XLSXStyle())
    for (index, column) in columns.enumerated() {
      if let width = column.width { worksheet_set_column(sheet, UInt16(index), UInt16(index), width, nil) }
    }
  }

  /// Writes the next row in the styles of the columns. Throws `ExchangeRefusal` for a text of more than 32,767
  /// characters and beyond the limits of a sheet.
  public func write(_ cells: [OutputCell]) throws {
    for (index, cell) in cells.enumerated() {
      try put(cell, index, index < columnFormats.count ? columnFormats[index] : plain)
    }
    rowCount += 1
  }

  /// Writes the next row in one style, a heading for example. Throws as `write(_:)` does.
  public func write(_ cells: [OutputCell], style: XLSXStyle) throws {
    let format = formats.pair(style)
    for (index, cell) in cells.enumerated() { try put(cell, index, format) }
    rowCount += 1
  }

  /// Writes the next row in the styles of the columns, some columns (from 1) excepted: a coloured level for example.
  /// Throws as `write(_:)` does.
  public func write(_ cells: [OutputCell], styles: [Int: XLSXStyle]) throws {
    for (index, cell) in cells.enumerated() {
      let own = styles[index + 1].map { formats.pair($0) }
      try put(cell, index, own ?? (index < columnFormats.count ? columnFormats[index] : plain))
    }
    rowCount += 1
  }

  /// Writes a text over `width` merged columns as the next row. Throws as `write(_:)` does.
  public func writeMerged(_ text: String, width: Int, style: XLSXStyle = .title) throws {
    if width > 1 {
      let format = formats.pair(style).plain
      let row = UInt32(rowCount)
      try check(worksheet_merge_range(sheet, row, 0, row, UInt16(width - 1), "", format), 0)
    }
    try put(.text(text), 0, formats.pair(style))
    rowCount += 1
  }

  /// Leaves a row empty.
  public func skipRow() { rowCount += 1 }

  /// Keeps the first `rows` rows and `columns` columns in sight while scrolling, and repeats the rows in print.
  public func freeze(rows: Int, columns: Int = 0) {
    worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
    if rows > 0 { worksheet_repeat_rows(sheet, 0, UInt32(rows - 1)) }
  }

  /// Filter buttons on row `row` (from 1) over `width` columns, down to the last row written so far.
  public func filter(row: Int, width: Int) {
    guard row >= 1, width >= 1 else { return }
    worksheet_autofilter(sheet, UInt32(row - 1), 0, UInt32(max(row, rowCount) - 1), UInt16(width - 1))
  }

  /// Prints on A4 across, one page wide.
  public func printLandscape() {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private func put(_ cell: OutputCell, _ column: Int, _ format: XLSXFormats.Pair) throws {
    guard rowCount < CellAddress.lastRow, column < CellAddress.lastColumn else {
      throw ExchangeRefusal.outOfBounds(at: .file(file))
    }
    let (row, index) = (UInt32(rowCount), UInt16(column))
    let status: lxw_error
    switch cell {
    case .blank: status = worksheet_write_blank(sheet, row, index, format.plain)
    case .text(let text): status = write(text, row, index, format.plain)
    case .integer(let number) where abs(number) < 1_000_000_000_000_000:
      status = worksheet_write_number(sheet, row, index, Double(number), format.plain)
    case .integer(let number): status = write(String(number), row, index, format.plain)
    case .decimal(let number): status = write(number, row, index, format.plain)
    case .boolean(let value): status = worksheet_write_boolean(sheet, row, index, value ? 1 : 0, format.plain)
    case .day(let day):
      if let serial = SerialDay.number(day) {
        status = worksheet_write_number(sheet, row, index, Double(serial), format.day)
      } else {
        status = write(day.turkish, row, index, format.plain)
      }
    }
    if status != LXW_NO_ERROR { try check(status, column) }
  }

  private func write(_ text: String, _ row: UInt32, _ column: UInt16, _ format: XLSXFormats.Pointer?) -> lxw_error {
    // An empty string would be written as a blank cell without its style.
    if text.isEmpty { return worksheet_write_blank(sheet, row, column, format) }
    let storable = CellText.storable(text)
    return storable.withCString { worksheet_write_string(sheet, row, column, $0, format) }
  }

  private func write(_ number: Decimal, _ row: UInt32, _ column: UInt16, _ format: XLSXFormats.Pointer?) -> lxw_error {
    let text = number.description
    let digits = text.utf8.drop { !(0x31...0x39).contains($0) }.count { $0 != 0x2E }
    guard digits <= 15, let double = Double(text) else {
      return write(TurkishNumber.text(number), row, column, format)
    }
    return worksheet_write_number(sheet, row, column, double, format)
  }

  private func check(_ status: lxw_error, _ column: Int) throws {
    guard status != LXW_NO_ERROR else { return }
    let address = CellAddress(row: rowCount + 1, column: column + 1).description
    throw ExchangeRefusal.unstorable(at: .cell(file: file, sheet: name, cell: address))
  }
}
