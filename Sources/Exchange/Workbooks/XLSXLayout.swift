internal import CXLSXWriter

/// What is fixed of a sheet before its first row.
public struct XLSXLayout: Sendable {
  /// A column of the sheet.
  public struct Column: Sendable {
    /// Width in characters of the standard font; `nil` for Excel's own.
    public var width: Double?
    /// How the cells of ordinary rows look.
    public var style: XLSXStyle

    /// A column.
    public init(width: Double? = nil, style: XLSXStyle = XLSXStyle()) { (self.width, self.style) = (width, style) }
  }

  /// The columns from `A` on.
  public var columns: [Column]
  /// Rows that stay in sight while scrolling and are repeated in print.
  public var frozenRows: Int
  /// Columns that stay in sight while scrolling.
  public var frozenColumns: Int
  /// Printed on A4 across rather than upright; always one page wide.
  public var isLandscape: Bool

  /// A layout.
  public init(columns: [Column] = [], frozenRows: Int = 0, frozenColumns: Int = 0, isLandscape: Bool = false) {
    (self.columns, self.frozenRows, self.frozenColumns) = (columns, frozenRows, frozenColumns)
    self.isLandscape = isLandscape
  }

  /// Tells the library; before the first row.
  func apply(to sheet: XLSXBook.Sheet) {
    for (index, column) in columns.prefix(CellAddress.lastColumn).enumerated() {
      guard let width = column.width else { continue }
      worksheet_set_column(sheet, UInt16(index), UInt16(index), width, nil)
    }
    let rows = UInt32(min(max(0, frozenRows), CellAddress.lastRow - 1))
    let frozen = UInt16(min(max(0, frozenColumns), CellAddress.lastColumn - 1))
    if rows > 0 || frozen > 0 { worksheet_freeze_panes(sheet, rows, frozen) }
    if rows > 0 { worksheet_repeat_rows(sheet, 0, rows - 1) }
    worksheet_set_paper(sheet, XLSXLayout.a4)
    if isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private static let a4: UInt8 = 9
}
