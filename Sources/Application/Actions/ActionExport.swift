import GuvenceCore
import GuvenceExchange
import GuvenceRegister

extension App {
  /// Writes the action plan that `query` selects to a new workbook and returns how many actions it holds.
  @discardableResult
  public func exportActions(_ query: ActionQuery, to path: String, by actor: Actor) throws -> Int {
    let list = try actions(query, by: actor)
    let sheet = TableWorkbook.Sheet(
      title: "Risk eylem planı",
      columns: [
        ("Kod", 14), ("Riskler", 20), ("Eylem", 44), ("Sorumlu birim", 24), ("Sorumlu", 20), ("İşbirliği", 16),
        ("Maliyet (₺)", 14), ("Başlangıç", 12), ("Bitiş", 12), ("Beklenen sonuç/çıktı", 36), ("Gerçekleşme %", 12),
        ("Durum", 16), ("Süre", 16), ("Sona erme", 12), ("Açıklama", 30),
      ], rows: list.lines.map(cells))
    try exportTables("Risk eylem planı", [sheet], to: path, by: actor)
    return list.lines.count
  }

  private func cells(_ line: ActionLine) -> [OutputCell] {
    let (action, details) = (line.action, line.action.details)
    return [
      .text(action.code), .text(line.risks.joined(separator: ", ")), .text(details.title), .text(line.unitName),
      .text(details.owner), .text(line.partners.joined(separator: ", ")),
      details.cost.map { .decimal(Lira.decimal($0)) } ?? .blank, .day(details.startsOn), .day(details.dueOn),
      .text(details.outcome), .integer(line.percent), .text(line.status.name.turkish),
      .text(line.urgency?.name.turkish ?? ""), .optional(action.ending?.on), .text(action.ending?.note ?? ""),
    ]
  }
}
