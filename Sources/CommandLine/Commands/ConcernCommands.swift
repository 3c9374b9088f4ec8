import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// The confidential register at the prompt.
let concernCommands: [Command] = [
  Command(
    "concern keys", Localized("gizli kaydı kur ya da anahtarını değiştir", "set up the register or change its key"),
    options: [
      .database, .passphrase,
      Command.Option(
        name: "officer", value: .login, help: Localized("görevli (kurarken)", "officer (when setting up)"),
        isRepeatable: true),
      Command.Option(name: "rotate", value: nil, help: Localized("anahtarı değiştir", "change the key")),
    ],
    notes: Localized(
      "Parola tümcesi uçbirimden sorulur; --passphrase-fd ile her satırda biri okunur.",
      "The passphrase is asked at the terminal; with --passphrase-fd one is read from each line."), run: makeKeys),
  Command(
    "concern officers", Localized("görevlileri listele, adlandır, çıkar", "list, name or dismiss officers"),
    options: [
      .database, .asUser, .json, .passphrase,
      Command.Option(name: "add", value: .login, help: Localized("görevli adlandır", "name an officer")),
      Command.Option(name: "remove", value: .login, help: Localized("görevliliği kaldır", "dismiss an officer")),
    ], run: changeOfficers),
  Command(
    "concern list", Localized("bildirimleri listele (görevli)", "list the reports (officer)"),
    options: [.database, .officer, .json, .passphrase], run: listConcerns),
  Command(
    "concern show", Localized("bir bildirimi göster (görevli)", "show a report (officer)"), arguments: [.concern],
    options: [.database, .officer, .json, .passphrase], run: showConcern),
  Command(
    "concern answer", Localized("bildirene yaz ya da not ekle (görevli)", "write to the reporter, or a note (officer)"),
    arguments: [.concern],
    options: [
      .database, .officer, .passphrase, .textFile,
      Command.Option(name: "internal", value: nil, help: Localized("görevliler arası not", "a note among officers")),
    ], run: answerConcern),
  Command(
    "concern close", Localized("sonuçlandır ya da durumunu değiştir (görevli)", "close, or set the state (officer)"),
    arguments: [.concern],
    options: [
      .database, .officer, .passphrase, .textFile,
      Command.Option(
        name: "status", value: .word,
        help: Localized("under-review, forwarded, closed (closed)", "under-review, forwarded, closed (closed)")),
    ], run: closeConcern),
  Command(
    "concern log", Localized("kaydı kimin açtığını göster", "show who opened the register"),
    options: [.database, .asUser, .json], run: showLog),
]

extension Command.Option {
  fileprivate static let passphrase = Command.Option(
    name: "passphrase-fd", value: .number,
    help: Localized("parola tümcesinin okunacağı açık dosya", "open file to read the passphrase from"))
  fileprivate static let officer = Command.Option(
    name: "as", value: .login, help: Localized("görevlinin kullanıcı adı", "the officer's user name"), isRequired: true)
  fileprivate static let textFile = Command.Option(
    name: "file", value: .file, help: Localized("metin dosyası", "file with the text"))
}

extension Command.Argument {
  fileprivate static let concern = Command.Argument(
    name: .number, help: Localized("bildirimin numarası", "number of the report"))
}

private let passphrasePrompt = Localized("Parola tümcesi", "Passphrase")
private let newPrompt = Localized("Yeni parola tümcesi", "New passphrase")
private let againPrompt = Localized("Yeni parola tümcesi (yeniden)", "New passphrase (again)")

private func makeKeys(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  var actor = Actor.machineOperator
  actor.language = call.language
  let intake: ConcernIntake
  if call.has("rotate") {
    let old = try call.secret(passphrasePrompt)
    intake = try app.rotateConcernKeys(passphrase: old, new: newPassphrase(call), by: actor)
  } else {
    intake = try app.makeConcernKeys(passphrase: newPassphrase(call), officers: call.all("officer"), by: actor)
  }
  call.say(Localized("Kaydın anahtarı: \(intake.fingerprint)", "Key of the register: \(intake.fingerprint)"))
  call.say(
    Localized(
      "Parola tümcesi unutulursa bildirimler bir daha okunamaz; mühürlü zarfta kasada bir kopya saklayın.",
      "Without the passphrase the reports can never be read again; keep a copy in a sealed envelope in the safe."))
  return .done
}

private func newPassphrase(_ call: Invocation) throws -> String {
  let new = try call.secret(newPrompt)
  guard try call.secret(againPrompt) == new else {
    throw UsageProblem(Localized("iki parola tümcesi aynı değil", "the two passphrases differ"))
  }
  return new
}

private func changeOfficers(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  if call.text("add") != nil || call.text("remove") != nil {
    let passphrase = try call.secret(passphrasePrompt)
    if let login = call.text("add") {
      try app.nameConcernOfficer(login, isActive: true, passphrase: passphrase, by: actor)
    }
    if let login = call.text("remove") {
      try app.nameConcernOfficer(login, isActive: false, passphrase: passphrase, by: actor)
    }
  }
  let officers = try app.concernOfficers(by: actor)
  if call.wantsJSON {
    call.answer(
      .members([
        "officers": .array(
          officers.map { .members(["login": .text($0.login), "name": .text($0.displayName)]) })
      ]))
  } else if officers.isEmpty {
    call.say(
      Localized(
        "Görevli yok. Gizli kaydı kurmak için: guvence concern keys --officer KULLANICI",
        "No officers. To set the confidential register up: guvence concern keys --officer LOGIN"))
  } else {
    call.say(
      [Localized("Kullanıcı", "Login"), Localized("Ad", "Name")], officers.map { [$0.login, $0.displayName] })
  }
  return .done
}

/// The officer named by `--as`, marked as acting at the command line, with the register opened.
private func open(_ call: Invocation) throws -> (app: App, actor: Actor, keyring: ConcernKeyring) {
  let app = try call.app()
  let known = try call.actor(app)
  let actor = Actor(
    accountID: known.accountID, displayName: known.displayName + " (komut satırı)", grants: known.grants,
    language: call.language)
  return (app, actor, try app.unlockConcerns(passphrase: call.secret(passphrasePrompt), by: actor))
}

private func number(_ call: Invocation) throws -> Identifier<Concern> {
  Identifier(Int64(try call.integer(call.argument(0), named: Localized("numara", "number")(call.language))))
}

private func listConcerns(_ call: Invocation) throws -> ExitCode {
  let (app, actor, keyring) = try open(call)
  let lines = try app.concerns(with: keyring, by: actor)
  if call.wantsJSON {
    call.answer(.members(["total": .count(lines.count), "concerns": .array(lines.map(json))]))
  } else if lines.isEmpty {
    call.say(Localized("Bildirim yok.", "There are no reports."))
  } else {
    call.say(
      [
        Localized("No", "No."), Localized("Gün", "Day"), Localized("Durum", "State"), Localized("Konu", "Subject"),
      ],
      lines.map { line in
        [
          "\(line.id)", line.receivedOn.turkish,
          line.status.name(call.language) + (line.isWaiting ? " *" : ""), shortened(line.subject ?? "?", to: 60),
        ]
      }, numbers: [0])
  }
  return .done
}

private func showConcern(_ call: Invocation) throws -> ExitCode {
  let id = try number(call)
  let (app, actor, keyring) = try open(call)
  let page = try app.concern(id, with: keyring, by: actor)
  if call.wantsJSON {
    call.answer(json(page))
    return .done
  }
  call.say("\(page.line.id)  \(page.line.receivedOn.turkish)  \(page.line.status.name(call.language))")
  if let report = page.report {
    for (label, text) in [
      (Localized("Konu", "Subject"), report.subject), (Localized("Ad", "Name"), report.name),
      (Localized("Ulaşma", "Contact"), report.contact), (Localized("Metin", "Text"), report.text),
    ] where !text.isEmpty { call.say("  \(label(call.language)): \(text)") }
  }
  for message in page.messages {
    let who = message.author.isEmpty ? Localized("Bildiren", "Reporter")(call.language) : message.author
    let status = message.status.map { " [\($0.name(call.language))]" } ?? ""
    call.say("  \(message.madeOn.turkish) \(who) (\(message.kind.rawValue))\(status): \(message.text ?? "?")")
  }
  return .done
}

private func answerConcern(_ call: Invocation) throws -> ExitCode {
  let id = try number(call)
  let text = try fileText(call)
  let (app, actor, keyring) = try open(call)
  try app.writeConcern(id, text, isNote: call.has("internal"), with: keyring, by: actor)
  call.say(Localized("Yazıldı.", "Written."))
  return .done
}

private func closeConcern(_ call: Invocation) throws -> ExitCode {
  let id = try number(call)
  let statuses: [ConcernStatus] = try call.choices("status")
  let status = statuses.last ?? .closed
  let text = call.has("file") ? try fileText(call) : ""
  let (app, actor, keyring) = try open(call)
  do {
    try app.setConcernStatus(id, status, remark: text, with: keyring, by: actor)
  } catch let problem as Problem where problem.kind == .invalid && !call.has("file") {
    throw UsageProblem(Localized("sonucu --file ile verin", "give the result with --file"))
  }
  call.say(status.name)
  return .done
}

/// The text of `--file`: what is written about a report does not belong into the words of a command.
private func fileText(_ call: Invocation) throws -> String {
  guard let path = call.text("file") else {
    throw UsageProblem(Localized("metni --file ile verin", "give the text with --file"))
  }
  guard let data = FileManager.default.contents(atPath: path), data.count <= 100_000 else {
    throw Problem(.notFound, Localized("Dosya okunamıyor: \(path)", "The file cannot be read: \(path)"))
  }
  return String(decoding: data, as: UTF8.self)
}

private func showLog(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let lines = try app.concernLog(by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "lines": .array(
          lines.map {
            .members([
              "number": .integer($0.sequence), "at": .text($0.at.description), "who": .text($0.actor),
              "act": .text($0.useCase), "entity": .text($0.entity), "key": .text($0.entityKey),
            ])
          })
      ]))
    return .done
  }
  guard !lines.isEmpty else {
    call.say(
      Localized(
        "Gizli kayıt kurulmadı; kimse açmadı. Kurmak için: guvence concern keys",
        "The confidential register is not set up; nobody opened it. To set it up: guvence concern keys"))
    return .done
  }
  call.say(
    [
      Localized("Zaman", "When"), Localized("Kim", "Who"), Localized("İşlem", "Act"), Localized("Bildirim", "Report"),
    ],
    lines.map { line in
      [
        "\(line.at.dayInIstanbul.turkish) \(line.at.clockInIstanbul)", line.actor,
        JournalWords.act(line.useCase)(call.language),
        line.entity == "concern" && line.entityKey != "0" ? line.entityKey : "",
      ]
    })
  return .done
}

private func json(_ line: ConcernLine) -> JSON {
  .members([
    "number": .integer(line.id.rawValue), "receivedOn": .text(line.receivedOn.description),
    "status": .text(line.status.rawValue), "subject": .optional(line.subject), "waiting": .boolean(line.isWaiting),
  ])
}

private func json(_ page: ConcernPage) -> JSON {
  guard case .object(let members) = json(page.line) else { return .null }
  let more = JSON.members([
    "text": .optional(page.report?.text), "name": .optional(page.report?.name),
    "contact": .optional(page.report?.contact),
    "messages": .array(
      page.messages.map {
        .members([
          "kind": .text($0.kind.rawValue), "madeOn": .text($0.madeOn.description), "author": .text($0.author),
          "status": .optional($0.status?.rawValue), "text": .optional($0.text),
        ])
      }),
  ])
  guard case .object(let rest) = more else { return .null }
  return .object(members + rest)
}
