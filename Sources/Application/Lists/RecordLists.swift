import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The journal of what lies in view, newest first, in the words of the screen.
  func journalSheet(unitCode: String?, by actor: Actor) throws -> TableWorkbook.Sheet {
    let lines = try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.readJournal)
      var scope = access.scope(.readJournal)
      if let code = unitCode, !code.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
      }
      return try Journal.entries(in: scope, risksIn: access.scope(.read), limit: Int(Int32.max), connection)
        .map { try line($0, connection) }
    }
    return TableWorkbook.Sheet(
      title: ExportList.journal.name.turkish,
      columns: [
        ("Sıra", 8), ("Gün", 12), ("Saat", 8), ("Kim", 24), ("İşlem", 28), ("Kayıt", 24), ("Kaydın kodu", 16),
        ("Değişiklikler", 80),
      ], rows: lines.map(App.cells))
  }

  private static func cells(_ line: JournalLine) -> [OutputCell] {
    let changes = line.changes.filter { !line.isNew && !JournalWords.isTechnical($0.field) }.map { change in
      let (before, after) = (change.before ?? "", change.after ?? "")
      return "\(JournalWords.field(change.field).turkish): \(word(before, change.field)) → \(word(after, change.field))"
    }
    return [
      .integer(Int(line.sequence)), .day(line.at.dayInIstanbul), .text(line.at.clockInIstanbul), .text(line.actor),
      .text(JournalWords.act(line.useCase).turkish), .text(JournalWords.entity(line.entity).turkish),
      .text(line.entityKey), .text(changes.joined(separator: "; ")),
    ]
  }

  private static func word(_ text: String, _ field: String) -> String {
    JournalWords.value(text, of: field)?.turkish ?? Day(iso: text)?.turkish ?? text
  }

  /// The changes of the methodology, newest first.
  func methodChangesSheet(by actor: Actor) throws -> TableWorkbook.Sheet {
    TableWorkbook.Sheet(
      title: ExportList.methodChanges.name.turkish,
      columns: [
        ("No", 8), ("Gün", 12), ("Ne oldu", 20), ("Önceki yöntem", 16), ("Sonraki yöntem", 16),
        ("Yeniden puanlanan risk", 14), ("Geri alındı mı", 12), ("Kim", 24), ("Gerekçe", 48),
      ],
      rows: try methods(by: actor).changes.map { line in
        let change = line.change
        return [
          .integer(Int(change.id.rawValue)), .day(change.changedAt.dayInIstanbul),
          .text(change.kind == .undo ? "Geri alındı" : "Yayımlandı"), .text(line.from), .text(line.to),
          .integer(change.assessmentCount), .text(line.isUndone ? "Evet" : ""), .text(change.changedBy),
          .text(change.reason),
        ]
      })
  }
}
