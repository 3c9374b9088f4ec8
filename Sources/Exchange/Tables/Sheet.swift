import GuvenceCore

/// One table in memory: a worksheet or a CSV file.
public struct Sheet: Sendable {
  /// The tab's name; empty for CSV.
  public let name: String
  /// The file as the user named it.
  public let file: String
  /// Whether the tab is hidden in the workbook.
  public let isHidden: Bool
  /// Rows that hold something, by rising number.
  public let rows: [Row]
  /// Merged cells; the value lies in the first cell of each.
  public let merged: [CellRange]
  /// What was remarkable while reading; never stops the reading.
  public let diagnostics: [Diagnostic]
  let isDelimitedText: Bool

  /// Row `number`; `nil` where it holds nothing.
  public func row(_ number: Int) -> Row? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number == number { return rows[middle] }
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The value of a cell, row and column from 1.
  public subscript(row: Int, column: Int) -> CellValue { self.row(row)?[column] ?? .empty }

  /// The value of a cell by its address, `sheet["G6"]`; `.empty` for no address.
  public subscript(address: String) -> CellValue {
    CellAddress(address).map { self[$0.row, $0.column] } ?? .empty
  }

  /// The last column any row reaches.
  public var lastColumn: Int { rows.reduce(0) { max($0, $1.lastColumn) } }

  /// Where to send the user: sheet and cell for a workbook; line and number of the field for CSV.
  public func place(of row: Row, column: Int) -> Diagnostic.Place {
    if isDelimitedText { return .text(file: file, line: row.line, column: column) }
    return .cell(file: file, sheet: name, cell: CellAddress(row: row.number, column: column).description)
  }
}

/// All tables of a file, in the order of its tabs.
public struct Workbook: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The sheets; one for CSV.
  public let sheets: [Sheet]

  /// The sheet of this name, exactly written.
  public func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  /// The findings of all sheets.
  public var diagnostics: [Diagnostic] { sheets.flatMap(\.diagnostics) }
}
