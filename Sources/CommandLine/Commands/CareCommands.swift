import GuvenceApplication
import GuvenceCore

/// Looking after the database.
let careCommands: [Command] = [
  Command(
    "db backup", Localized("veri tabanını yeni bir dosyaya yedekle", "back the database up to a new file"),
    arguments: [Command.Argument(name: "FILE", help: Localized("yeni dosya", "new file"))],
    options: [.database, .asUser],
    run: backup),
  Command(
    "db restore", Localized("yedekten yeni bir veri tabanı oluştur", "make a new database from a backup"),
    arguments: [Command.Argument(name: "BACKUP", help: Localized("yedek dosyası", "backup file"))],
    options: [.database], run: restore),
  Command(
    "db verify", Localized("günlük zincirini ve kayıtları doğrula", "verify the journal chain and the rows"),
    options: [
      .database, .json,
      Command.Option(
        name: "head", value: nil,
        help: Localized("zincirin başını yaz (başka yerde saklayın)", "print the head (keep it elsewhere)")),
      Command.Option(
        name: "expect", value: "HEAD",
        help: Localized("daha önce saklanan baş ile karşılaştır", "compare with a head kept earlier")),
    ],
    run: verify),
]

private func backup(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.required(0)
  try app.backup(to: path, by: call.actor(app))
  call.say(Localized("Yedek yazıldı: \(path)", "Backup written: \(path)"))
  return .done
}

private func restore(_ call: Invocation) throws -> ExitCode {
  let (source, target) = (try call.required(0), try call.databasePath())
  try App.restore(from: source, to: target, dataFolder: call.dataFolder())
  call.say(Localized("\(source) yedeği \(target) dosyasına geri yüklendi.", "\(source) restored to \(target)."))
  return .done
}

private func verify(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  if call.has("head") {
    let head = try app.journalHead()
    call.say(call.wantsJSON ? JSON.members(["head": .text(head)]).text : head)
    return .done
  }
  let verdict = try app.verifyJournal(expectedHead: call.text("expect"))
  if call.wantsJSON {
    call.say(
      JSON.members([
        "intact": .boolean(verdict.isIntact), "entries": .integer(verdict.entries), "head": .text(verdict.head),
        "findings": .array(
          verdict.findings.map { .members(["code": .text($0.code), "message": .text($0.message(call.language))]) }),
      ]).text)
    return verdict.isIntact ? .done : .findings
  }
  for finding in verdict.findings { call.say("! \(finding.message(call.language)) [\(finding.code)]") }
  call.say(
    verdict.isIntact
      ? Localized(
        "Günlük sağlam: \(verdict.entries) kayıt, baş \(verdict.head)",
        "Journal intact: \(verdict.entries) entries, head \(verdict.head)")
      : Localized("Günlük BOZUK: \(verdict.findings.count) bulgu", "Journal BROKEN: \(verdict.findings.count) findings")
  )
  return verdict.isIntact ? .done : .findings
}
