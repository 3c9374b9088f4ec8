import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Writes what `query` selects (all pages) to the new file `path` and returns how many risks it holds. The workbook is
  /// the Risk Kayıt Formu, one sheet per unit, with further columns on the right, then shares, relations, origins and
  /// estimates of the same risks; the CSV is one flat table of the register. Importing either again changes nothing.
  public func exportRegister(
    _ query: RegisterQuery, format: ExportFormat, to path: String, by actor: Actor
  ) throws -> Int {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict,
        Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    if !query.text.trimmed.isEmpty { try catchUpSearch() }
    let (lines, owner, further) = try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let methodology = try self.methodology(connection, on: today)
      var all = try selection(query, access, methodology, connection)
      (all.limit, all.offset) = (nil, 0)
      let lines = try self.rows(all, connection)
      return (
        lines, try administration(connection),
        format == .xlsx
          ? try furtherSheets(lines, scope(of: query.unitCode, access, connection), access, connection) : []
      )
    }
    let words = RiskWords(dataFolder: dataFolder)
    switch format {
    case .xlsx:
      try RegisterWorkbook(administration: owner.name, today: today, words: words)
        .write(lines, further, to: path, at: clock())
    case .csv:
      try Data(RegisterSheet.csv(lines, words)).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    }
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
    return lines.count
  }

  /// The further sheets that have something to say of these risks.
  private func furtherSheets(
    _ lines: [RegisterRow], _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> [TableWorkbook.Sheet] {
    let chosen = Set(lines.map { OutputCell.text($0.risk.reference) })
    return try ExportList.ofRegister.compactMap { list in
      let all = try sheet(of: list, in: scope, access, connection)
      let rows = all.rows.filter { row in row.first.map(chosen.contains) ?? false }
      return rows.isEmpty ? nil : TableWorkbook.Sheet(title: all.title, columns: all.columns, rows: rows)
    }
  }
}
