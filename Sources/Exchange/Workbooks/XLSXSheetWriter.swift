internal import CXLSXWriter
import FoundationEssentials
import GuvenceCore

/// One sheet of a workbook being written: rows from top to bottom. Sheets may be filled in turns.
public final class XLSXSheetWriter {
  /// The tab's name, as bent to Excel's rules.
  public let name: String
  /// What was fixed before the first row.
  public let layout: XLSXLayout
  /// Rows written so far, skipped ones included.
  public private(set) var rowCount = 0

  let sheet: XLSXBook.Sheet?
  private let book: XLSXBook
  private let file: String
  private let columnFormats: [XLSXFormats.Pair]
  private let plain: XLSXFormats.Pair
  /// The formats of a row with exceptions, while it is written.
  private var rowFormats: [XLSXFormats.Pair] = []
  private var filtered: (first: Int, last: Int, width: Int)?

  init(name: String, file: String, _ book: XLSXBook, _ layout: XLSXLayout) {
    (self.name, self.file, self.book, self.layout) = (name, file, book, layout)
    sheet = book.addSheet(name)
    columnFormats = layout.columns.map { book.formats(of: $0.style) }
    plain = book.formats(of: XLSXStyle())
    if let sheet { layout.apply(to: sheet) }
  }

  /// Writes the next row in the styles of the columns. Throws `ExchangeRefusal` for a text of more than 32,767
  /// characters, beyond the limits of a sheet, and once the workbook is closed.
  public func write(_ cells: [OutputCell]) throws {
    try row(cells) { $0 < columnFormats.count ? columnFormats[$0] : plain }
  }

  /// Writes the next row in one style, a heading for example. Throws as `write(_:)` does.
  public func write(_ cells: [OutputCell], style: XLSXStyle) throws {
    let format = book.formats(of: style)
    try row(cells) { _ in format }
  }

  /// Writes the next row in the styles of the columns, some columns (from 1) excepted: a coloured level for example.
  /// Throws as `write(_:)` does.
  public func write(_ cells: [OutputCell], styles: [Int: XLSXStyle]) throws {
    rowFormats.replaceSubrange(0..., with: columnFormats)
    while rowFormats.count < cells.count { rowFormats.append(plain) }
    for (column, style) in styles where rowFormats.indices.contains(column - 1) {
      rowFormats[column - 1] = book.formats(of: style)
    }
    try row(cells) { rowFormats[$0] }
  }

  /// Writes a text over `width` merged columns as the next row. Throws as `write(_:)` does.
  public func writeMerged(_ text: String, width: Int, style: XLSXStyle = .title) throws {
    try write([.text(text)] + Array(repeating: .blank, count: max(0, width - 1)), style: style)
    guard width > 1, let sheet else { return }
    let (row, format) = (UInt32(rowCount - 1), book.formats(of: style).plain)
    let status = CellText.storable(text).withCString {
      worksheet_merge_range(sheet, row, 0, row, UInt16(width - 1), $0, format)
    }
    guard status == LXW_NO_ERROR else { throw ExchangeRefusal.unwritable(file) }
  }

  /// Leaves a row empty.
  public func skipRow() { rowCount += 1 }

  /// Filter buttons on row `row` (from 1) over `width` columns, down to the last row written so far. A sheet has one
  /// filter: the last one asked for.
  public func filter(row: Int, width: Int) {
    guard (1...CellAddress.lastRow).contains(row), (1...CellAddress.lastColumn).contains(width) else { return }
    filtered = (row, min(max(row, rowCount), CellAddress.lastRow), width)
  }

  /// Hands the library what waits for the last row.
  func finish() {
    guard let sheet, let filtered else { return }
    worksheet_autofilter(sheet, UInt32(filtered.first - 1), 0, UInt32(filtered.last - 1), UInt16(filtered.width - 1))
  }

  @inline(__always)
  private func row(_ cells: [OutputCell], _ format: (Int) -> XLSXFormats.Pair) throws {
    guard book.isOpen, let sheet else { throw ExchangeRefusal.unwritable(file) }
    guard rowCount < CellAddress.lastRow, cells.count <= CellAddress.lastColumn else {
      throw ExchangeRefusal.outOfBounds(at: .cell(file: file, sheet: name, cell: ""))
    }
    let row = UInt32(rowCount)
    rowCount += 1
    for index in cells.indices {
      try put(cells[index], XLSXCell(sheet: sheet, row: row, column: UInt16(index), format: format(index)))
    }
  }

  @inline(__always)
  private func put(_ content: OutputCell, _ cell: XLSXCell) throws {
    let status = cell.put(content)
    guard status != LXW_NO_ERROR else { return }
    guard status == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED else { throw ExchangeRefusal.unwritable(file) }
    let address = CellAddress(row: Int(cell.row) + 1, column: Int(cell.column) + 1).description
    throw ExchangeRefusal.unstorable(at: .cell(file: file, sheet: name, cell: address))
  }
}
