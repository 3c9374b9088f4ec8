import GuvenceCore
import GuvenceExchange
import GuvenceRegister

extension App {
  /// Writes statements of appetite and cases, those of all states, to a new workbook. Returns the number of cases.
  @discardableResult
  public func exportAppetite(_ query: AppetiteQuery, to path: String, by actor: Actor) throws -> Int {
    var pages = [try appetite(query, by: actor)]
    if query.state == nil {
      for state in [BreachCase.State.settled, .resolved] {
        pages.append(try appetite(AppetiteQuery(unitCode: query.unitCode, state: state), by: actor))
      }
    }
    let cases = pages.flatMap(\.cases)
    try exportTables(
      "Risk iştahı", [statementSheet(pages[0].lines), caseSheet(cases)], to: path, by: actor)
    return cases.count
  }

  private func statementSheet(_ lines: [AppetiteLine]) -> TableWorkbook.Sheet {
    TableWorkbook.Sheet(
      title: "İştah beyanları",
      columns: [
        ("No", 6), ("Kapsam", 26), ("Yöntem", 12), ("İştah", 9), ("Tolerans", 10), ("Kapasite", 10), ("Gerekçe", 44),
        ("Başlangıç", 12), ("Bitiş", 12), ("Durum", 18), ("Öneren", 20), ("Öneri günü", 12), ("Karar veren", 20),
        ("Karar günü", 12), ("Karar notu", 30), ("Geri çeken", 20), ("Geri çekme günü", 12),
        ("Geri çekme gerekçesi", 30),
      ],
      rows: lines.map { line in
        let statement = line.statement
        return [
          .integer(Int(statement.id.rawValue)), .text(line.subject.turkish), .text(statement.methodologyID),
          .integer(statement.limits.appetite), .integer(statement.limits.tolerance),
          .integer(statement.limits.capacity), .text(statement.rationale), .day(statement.validFrom),
          .optional(statement.validUntil), .text(line.standing.name.turkish), .text(statement.proposedBy),
          .day(statement.proposedAt.dayInIstanbul), .text(statement.decidedBy),
          .optional(statement.decidedAt?.dayInIstanbul), .text(statement.note),
          .text(statement.withdrawal?.by ?? ""), .optional(statement.withdrawal?.at.dayInIstanbul),
          .text(statement.withdrawal?.reason ?? ""),
        ]
      })
  }

  private func caseSheet(_ lines: [BreachLine]) -> TableWorkbook.Sheet {
    TableWorkbook.Sheet(
      title: "İştah aşımları",
      columns: [
        ("Risk", 16), ("Birim", 24), ("Tespit edilen risk", 44), ("Derece", 16), ("Puan", 8), ("Durum", 16),
        ("Açılış", 12), ("Plan", 36), ("Kabul eden", 20), ("Kabul bitişi", 12), ("Son olay", 18), ("Açıklama", 44),
      ],
      rows: lines.map { line in
        let breach = line.breach
        let acceptance = breach.state == .accepted ? breach.acceptance : nil
        return [
          .text(line.reference), .text(line.unitName), .text(line.statement), .text(breach.grade.name.turkish),
          breach.last.map { .integer($0.score) } ?? .blank, .text(breach.state.name.turkish),
          .optional(breach.openedAt?.dayInIstanbul), .text(breach.acknowledgement?.text ?? ""),
          .text(acceptance?.by ?? ""), .optional(acceptance?.until), .text(breach.last?.kind.name.turkish ?? ""),
          .text(breach.last?.text ?? ""),
        ]
      })
  }
}

extension OutputCell {
  /// A day, or nothing.
  static func optional(_ day: Day?) -> OutputCell { day.map { .day($0) } ?? .blank }
}
