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

  /// What stands before the rows.
  var head: String {
    XLSXParts.head + "<worksheet xmlns=\"\(XLSXParts.main)\" xmlns:r=\"\(XLSXParts.links)\">"
      + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
      + "<sheetViews><sheetView workbookViewId=\"0\">\(pane)</sheetView></sheetViews>"
      + "<sheetFormatPr defaultRowHeight=\"15\"/>\(widths)<sheetData>"
  }

  /// What stands after everything else.
  var pageSetup: String {
    "<pageSetup paperSize=\"9\" orientation=\"\(isLandscape ? "landscape" : "portrait")\" fitToHeight=\"0\"/>"
  }

  private var pane: String {
    guard frozenRows > 0 || frozenColumns > 0 else { return "" }
    let corner = CellAddress(row: frozenRows + 1, column: frozenColumns + 1)
    let active = frozenRows == 0 ? "topRight" : frozenColumns == 0 ? "bottomLeft" : "bottomRight"
    return "<pane" + (frozenColumns > 0 ? " xSplit=\"\(frozenColumns)\"" : "")
      + (frozenRows > 0 ? " ySplit=\"\(frozenRows)\"" : "")
      + " topLeftCell=\"\(corner)\" activePane=\"\(active)\" state=\"frozen\"/><selection pane=\"\(active)\"/>"
  }

  private var widths: String {
    let items = columns.enumerated().compactMap { index, column in
      column.width.map {
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(XLSXParts.number($0))\" customWidth=\"1\"/>"
      }
    }
    return items.isEmpty ? "" : "<cols>\(items.joined())</cols>"
  }
}
