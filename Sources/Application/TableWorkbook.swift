import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceStorage

/// Plain tables as a workbook: per sheet a title, the administration and the day, one heading row, the rows.
struct TableWorkbook {
  /// One sheet.
  struct Sheet {
    /// Name of the tab and title above the table.
    let title: String
    /// Headings with the width of their columns in characters.
    let columns: [(name: String, width: Double)]
    /// The rows, each as wide as `columns`.
    let rows: [[OutputCell]]
  }

  let title: String
  let administration: String
  let today: Day
  let sheets: [Sheet]

  func write(to path: String, at now: Instant) throws {
    let writer = try XLSXWriter(path: path, title: title, created: now)
    for sheet in sheets { try write(sheet, writer) }
    try writer.close()
  }

  func write(_ table: Sheet, _ writer: XLSXWriter) throws {
    let columns = table.columns.map { XLSXLayout.Column(width: $0.width, style: .body) }
    let sheet = writer.addSheet(
      table.title, layout: XLSXLayout(columns: columns, frozenRows: 4, frozenColumns: 1, isLandscape: true))
    try sheet.writeMerged("T.C. \(TurkishText.uppercase(administration))", width: columns.count)
    try sheet.writeMerged(TurkishText.uppercase(table.title), width: columns.count)
    try sheet.write([.text("Tarih"), .day(today)], style: XLSXStyle())
    try sheet.write(table.columns.map { .text($0.name) }, style: .header)
    for row in table.rows { try sheet.write(row) }
    sheet.filter(row: 4, width: columns.count)
  }
}

extension App {
  /// Writes `sheets` to the new file `path` and notes the output in the journal.
  func exportTables(_ title: String, _ sheets: [TableWorkbook.Sheet], to path: String, by actor: Actor) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict,
        Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    let book = TableWorkbook(title: title, administration: try administration().name, today: today, sheets: sheets)
    try book.write(to: path, at: clock())
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
  }
}
