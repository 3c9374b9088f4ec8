import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// The journal at the prompt, in the words of the screen.
let journalCommands: [Command] = [
  Command(
    "journal", Localized("kayıt günlüğü, en yenisi önce", "the journal, newest first"),
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "before", value: .number, help: Localized("bu sıra numarasından eskiler", "older than this")),
      Command.Option(
        name: "limit", value: .number, help: Localized("satır (50, en çok 500)", "lines (50, at most 500)")),
    ],
    run: readJournal)
]

private func readJournal(_ call: Invocation) throws -> ExitCode {
  let (before, limit) = (try call.integer("before"), try call.integer("limit") ?? 50)
  guard (1...500).contains(limit) else {
    throw UsageProblem(Localized("--limit 1–500 olmalı: \(limit)", "--limit must be 1–500: \(limit)"))
  }
  let app = try call.app()
  let lines = try app.journal(
    entity: nil, key: nil, before: before.map(Int64.init), limit: limit, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["lines": .array(lines.map(RiskOutput.json))]))
  } else if lines.isEmpty {
    call.say(Localized("Bu kapsamda günlük kaydı yok.", "There are no journal lines in this scope."))
  } else {
    for line in lines { JournalOutput.say(line, call) }
  }
  return .done
}

/// Journal lines as text.
enum JournalOutput {
  /// `#12  01.09.2026 12:00  Ayşe Işık  Risk düzenlendi: MH.RA.0001  Cevap: Kabul etmek → Kontrol etmek`; of a new
  /// entry the fields are not repeated.
  static func say(_ line: JournalLine, _ call: Invocation) {
    let language = call.language
    let changes = line.changes.filter { !line.isNew && !JournalWords.isTechnical($0.field) }.map { change in
      let (before, after) = (
        value(change.before, of: change.field, language), value(change.after, of: change.field, language)
      )
      return "\(JournalWords.field(change.field)(language)): \(before) → \(after)"
    }
    let key = line.entityKey == "0" ? "" : " \(line.entityKey)"
    let head =
      "#\(line.sequence)  \(line.at.dayInIstanbul.turkish) \(line.at.clockInIstanbul)  \(line.actor)"
      + "  \(JournalWords.act(line.useCase)(language)) (\(JournalWords.entity(line.entity)(language))\(key))"
    let text = head + (changes.isEmpty ? "" : "  " + changes.joined(separator: "; "))
    for row in hanging("  ", text, call.width, indent: 4) { call.say(row) }
  }

  private static func value(_ text: String?, of field: String, _ language: Language) -> String {
    guard let text, !text.isEmpty else { return "–" }
    if let word = JournalWords.value(text, of: field) { return word(language) }
    return Day(iso: text)?.turkish ?? shortened(text, to: 80)
  }
}
