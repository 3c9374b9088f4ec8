import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// All escalations of the risks of a unit and below, closed ones too, and each of their steps.
  func escalationSheets(unitCode: String?, by actor: Actor) throws -> [TableWorkbook.Sheet] {
    let today = today
    let lines = try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let scope = try scope(of: unitCode, access, connection)
      return try self.lines(EscalationEventTable.all(in: scope, closed: true, connection), access, today, connection)
    }.sorted { $0.escalation.id < $1.escalation.id }
    return [
      TableWorkbook.Sheet(
        title: ExportList.escalations.name.turkish,
        columns: [
          ("No", 8), ("Riskin numarası", 14), ("Riskin metni", 44), ("Birimin kodu", 10), ("Birimin adı", 28),
          ("Tetikleyen", 24), ("Konu", 36), ("Çıktığı basamak", 14), ("Bulunduğu basamak", 14), ("Açıldığı gün", 12),
          ("Karar için son gün", 12), ("Durumu", 16), ("Gecikti mi", 10), ("Kurul toplantısı", 10), ("Kural", 24),
        ], rows: lines.map(App.cells)),
      TableWorkbook.Sheet(
        title: ExportList.escalationSteps,
        columns: [
          ("No", 8), ("Riskin numarası", 14), ("Adım", 16), ("Nereden", 14), ("Nereye", 14), ("Not", 44), ("Kim", 24),
          ("Gün", 12),
        ],
        rows: lines.flatMap { line in
          line.escalation.events.map { event -> [OutputCell] in
            [
              .integer(Int(line.escalation.id.rawValue)), .text(line.reference), .text(event.kind.name.turkish),
              .text(event.from.short.turkish), .text(event.to.short.turkish), .text(event.text), .text(event.doneBy),
              .day(event.at.dayInIstanbul),
            ]
          }
        }),
    ]
  }

  private static func cells(_ line: EscalationLine) -> [OutputCell] {
    let escalation = line.escalation
    return [
      .integer(Int(escalation.id.rawValue)), .text(line.reference), .text(line.statement), .text(line.unitCode),
      .text(line.unitName), .text(escalation.occasion.trigger.name.turkish), .text(escalation.occasion.text),
      .text(escalation.from.short.turkish), .text(escalation.to.short.turkish), .day(escalation.openedOn),
      .day(escalation.dueOn), .text(escalation.state.name.turkish), .text(line.isOverdue ? "Evet" : ""),
      line.meetingID.map { .integer(Int($0.rawValue)) } ?? .blank, .text(escalation.ruling.ruleID),
    ]
  }

  /// The board's decisions in view, whatever became of them; of the units in `scope` and of nobody's.
  func decisionsSheet(
    _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    let all = try decisionLines(access, today, connection).filter { line in
      line.decision.unitID.map { scope.contains($0) } ?? (scope == access.scope(.read))
    }
    return TableWorkbook.Sheet(
      title: ExportList.decisions.name.turkish,
      columns: [
        ("Karar no", 8), ("Toplantı no", 8), ("Toplantı günü", 12), ("Gündem maddesi", 36), ("Karar", 48),
        ("Yapacak birimin kodu", 10), ("Yapacak birim", 28), ("Son gün", 12), ("Durumu", 16), ("Gecikti mi", 10),
        ("Sonuç", 36), ("Kaydeden", 20), ("Kayıt günü", 12),
      ],
      rows: all.sorted { $0.decision.id < $1.decision.id }.map { line in
        let decision = line.decision
        return [
          .integer(Int(decision.id.rawValue)), .integer(Int(line.meetingID.rawValue)), .day(line.meetingOn),
          .text(line.itemTitle), .text(decision.text), .text(line.unitCode), .text(line.unitName),
          .optional(decision.dueOn), .text(decision.state.name.turkish), .text(line.isOverdue ? "Evet" : ""),
          .text(decision.outcome), .text(decision.recordedBy), .day(decision.recordedAt.dayInIstanbul),
        ]
      })
  }
}
