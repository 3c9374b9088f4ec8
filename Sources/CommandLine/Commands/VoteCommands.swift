import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Voting workshops at the prompt. Votes of a round that is not opened are printed for nobody.
let voteCommands: [Command] =
  [
    Command(
      "vote create", Localized("oylama oturumu aç", "make a voting session"),
      options: [.database, .asUser, .json] + sessionOptions(isNew: true), run: createSession),
    Command(
      "vote list", Localized("oylama oturumlarını listele", "list voting sessions"),
      options: [.database, .asUser, .json], run: listSessions),
    Command(
      "vote show", Localized("bir oturumu açılmış oylarıyla göster", "show a session with its opened votes"),
      arguments: [.session], options: [.database, .asUser, .json], run: showSession),
    Command(
      "vote edit", Localized("katılımcı, gündem, katılmayan", "participants, agenda, absences"), arguments: [.session],
      options: [.database, .asUser, .json] + sessionOptions(isNew: false), run: editSession),
    Command(
      "vote form", Localized("Risk Oylama Formu'nu yaz", "print the voting form"), arguments: [.session],
      options: [.database, .asUser, .json], run: showForm),
    Command(
      "vote export", Localized("açılmış oyları XLSX veya CSV dosyasına ver", "export opened votes to XLSX or CSV"),
      arguments: [
        Command.Argument(name: .file, help: Localized("yeni dosya, .xlsx veya .csv", "new file, .xlsx or .csv"))
      ],
      options: [.database, .asUser, .json], run: exportVotes),
  ] + voteStepCommands

extension Command.Argument {
  /// The number of a voting session.
  static let session = Command.Argument(
    name: Localized("OTURUM", "SESSION"), help: Localized("oturumun numarası", "its number"))
}

private func sessionOptions(isNew: Bool) -> [Command.Option] {
  let unit = Command.Option(name: "unit", value: .code, help: Localized("birim", "unit"), isRequired: true)
  return (isNew ? [unit] : []) + [
    Command.Option(
      name: "title", value: .text, help: Localized("oturumun adı", "its title"), isRequired: isNew),
    Command.Option(name: "date", value: .day, help: Localized("oturum günü (bugün)", "its day (today)")),
    Command.Option(name: "chair", value: .login, help: Localized("oturumu yöneten", "who chairs it")),
    Command.Option(
      name: "member", value: .login, help: Localized("katılımcı", "participant"), isRepeatable: true),
    Command.Option(
      name: "absent", value: .login, help: Localized("katılmayan üye", "member who is absent"), isRepeatable: true),
    Command.Option(
      name: "risk", value: Localized("REFERANS[:residual]", "REFERENCE[:residual]"),
      help: Localized("gündemdeki risk, sırayla", "risk of the agenda, in order"), isRepeatable: true),
  ]
}

extension Invocation {
  /// The session named by the first argument.
  func session() throws -> Identifier<VoteSession> {
    let word = try argument(0)
    guard let id = Identifier<VoteSession>(word) else {
      throw UsageProblem(Localized("oturum bir sayı olmalı: «\(word)»", "the session must be a number: «\(word)»"))
    }
    return id
  }
}

private func agenda(_ call: Invocation) throws -> [VoteSessionForm.AgendaEntry] {
  try call.all("risk").map { word in
    guard let colon = word.lastIndex(of: ":") else { return .init(word) }
    let kind = String(word[word.index(after: colon)...])
    guard let pair = VotedPair(rawValue: kind) else {
      throw UsageProblem.unknown(
        Localized("--risk için «\(kind)» bilinmiyor", "--risk does not know «\(kind)»"), kind,
        among: VotedPair.allCases.map(\.rawValue))
    }
    return .init(String(word[..<colon]), pair)
  }
}

private func createSession(_ call: Invocation) throws -> ExitCode {
  var form = VoteSessionForm()
  (form.title, form.unitCode) = (call.text("title") ?? "", call.text("unit") ?? "")
  (form.heldOn, form.chair) = (try call.day("date"), call.text("chair"))
  (form.participants, form.absent) = (call.all("member") + call.all("absent"), call.all("absent"))
  form.agenda = try agenda(call)
  let app = try call.app()
  let actor = try call.actor(app)
  let made = try app.createVoteSession(form, by: actor)
  return try VoteOutput.announce(made.id, app, call, actor)
}

private func editSession(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let page = try app.voteSession(call.session(), by: actor)
  var form = VoteSessionForm()
  form.title = call.text("title") ?? page.session.title
  form.heldOn = try call.day("date") ?? page.session.heldOn
  form.chair = call.text("chair")
  let named = call.all("member") + call.all("absent")
  form.participants = page.people.map(\.login) + named
  let present = Set(call.all("member"))
  form.absent = page.people.filter { $0.isAbsent && !present.contains($0.login) }.map(\.login) + call.all("absent")
  form.agenda = try agenda(call)
  _ = try app.editVoteSession(page.session.id, form, version: page.session.version, by: actor)
  return try VoteOutput.announce(page.session.id, app, call, actor)
}

private func listSessions(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let list = try app.voteSessions(by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["sessions": .array(list.lines.map(VoteOutput.json))]))
  } else if list.lines.isEmpty {
    call.say(
      Localized("Oylama oturumu yok. Açmak için: guvence vote create", "No voting session. To make one: vote create"))
  } else {
    VoteOutput.say(list.lines, call)
  }
  return .done
}

private func showSession(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  return try VoteOutput.announce(call.session(), app, call, actor, isFull: true)
}

private func showForm(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.voteSession(call.session(), by: call.actor(app))
  if call.wantsJSON { call.answer(VoteOutput.json(page, call.language)) } else { VoteOutput.sayForm(page, call) }
  return .done
}

private func exportVotes(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.newFile(call.argument(0))
  if path.hasSuffix(".xlsx") {
    try app.exportList(.votes, format: .xlsx, to: path, by: call.actor(app))
    return sayWritten(path, call)
  }
  let bytes = try app.exportVotes(by: call.actor(app))
  try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
  return sayWritten(path, call)
}

private func sayWritten(_ path: String, _ call: Invocation) -> ExitCode {
  if call.wantsJSON {
    call.answer(.members(["file": .text(path)]))
  } else {
    call.say(Localized("Oylar \(path) dosyasına yazıldı.", "Votes written to \(path)."))
  }
  return .done
}
