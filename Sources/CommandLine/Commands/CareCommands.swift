import GuvenceApplication
import GuvenceCore

/// Looking after the database.
let careCommands: [Command] = [
  Command(
    "db backup", Localized("veri tabanını yeni bir dosyaya yedekle", "back the database up to a new file"),
    arguments: [Command.Argument(name: .file, help: Localized("yeni dosya", "new file"))],
    options: [.database, .asUser],
    run: backup),
  Command(
    "db restore", Localized("veri tabanını bir yedekten geri yükle", "restore the database from a backup"),
    arguments: [Command.Argument(name: .file, help: Localized("yedek dosyası", "backup file"))],
    options: [.database],
    notes: Localized(
      "Yedek önce denetlenir. Var olan veri tabanı silinmez, .before-restore ekiyle yanında saklanır.",
      "The backup is checked first. A database already there is kept beside it as .before-restore."),
    run: restore),
  Command(
    "db verify", Localized("günlük zincirini ve kayıtları doğrula", "verify the journal chain and the rows"),
    options: [
      .database, .json,
      Command.Option(
        name: "head", value: nil,
        help: Localized(
          "yalnızca zincirin başını yaz (başka yerde saklayın)", "print only the head (keep it elsewhere)")),
      Command.Option(
        name: "expect", value: Localized("BAŞ", "HEAD"),
        help: Localized("daha önce saklanan baş ile karşılaştır", "compare with a head kept earlier")),
    ],
    run: verify),
]

private func backup(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.newFile(call.argument(0))
  try app.backup(to: path, by: call.actor(app))
  call.say(Localized("Yedek yazıldı: \(path)", "Backup written: \(path)"))
  return .done
}

private func restore(_ call: Invocation) throws -> ExitCode {
  let (source, target) = (try call.argument(0), try call.databasePath())
  try App.restore(from: source, to: target, dataFolder: call.dataFolder())
  call.say(Localized("\(source) yedeği \(target) dosyasına geri yüklendi.", "\(source) restored to \(target)."))
  return .done
}

private func verify(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  if call.has("head") {
    let head = try app.journalHead()
    if call.wantsJSON { call.answer(.members(["head": .text(head)])) } else { call.say(head) }
    return .done
  }
  let verdict = try app.verifyJournal(expectedHead: call.text("expect"))
  if call.wantsJSON { call.answer(json(verdict, call.language)) } else { say(verdict, call) }
  return verdict.isIntact ? .done : .findings
}

private func json(_ verdict: JournalVerdict, _ language: Language) -> JSON {
  .members([
    "intact": .boolean(verdict.isIntact), "entries": .integer(verdict.entries), "head": .text(verdict.head),
    "findings": .array(
      verdict.findings.map { .members(["code": .text($0.code), "message": .text($0.message(language))]) }),
  ])
}

private func say(_ verdict: JournalVerdict, _ call: Invocation) {
  for finding in verdict.findings { call.say("\(finding.message(call.language)) [\(finding.code)]") }
  call.say(
    verdict.isIntact
      ? Localized("Günlük sağlam: \(verdict.entries) kayıt", "Journal intact: \(verdict.entries) entries")
      : Localized("Günlük bozuk: \(verdict.findings.count) bulgu", "Journal broken: \(verdict.findings.count) findings")
  )
  call.say(Localized("Baş: \(verdict.head)", "Head: \(verdict.head)"))
}
