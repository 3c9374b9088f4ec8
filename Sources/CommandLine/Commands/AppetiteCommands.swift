import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Risk appetite and the cases of risks above it, at the prompt.
let appetiteCommands: [Command] = [
  Command(
    "appetite list", Localized("risk iştahı beyanlarını listele", "list statements of risk appetite"),
    options: [.database, .asUser, .json], run: listAppetite),
  Command(
    "appetite propose", Localized("iştah beyanı öner", "propose a statement of appetite"),
    options: [.database, .asUser, .json] + proposalOptions,
    notes: Localized(
      "Kategori ve hedef verilmezse tüm riskler içindir. Sınırlar kullanılan yöntemin puanlarıdır.",
      "Without category and target it is for all risks. Limits are scores of the methodology in use."),
    run: proposeAppetite),
  Command(
    "appetite approve", Localized("önerilen beyanı onayla ya da reddet", "approve or refuse a proposal"),
    arguments: [Command.Argument(name: .number, help: Localized("beyan numarası", "number of the statement"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "refuse", value: nil, help: Localized("reddet; --note gerekir", "refuse; needs --note")),
      Command.Option(name: "note", value: .text, help: Localized("karar notu", "remark")),
    ], run: decideAppetite),
  Command(
    "appetite withdraw", Localized("onaylı beyanı geri çek", "withdraw an approved statement"),
    arguments: [Command.Argument(name: .number, help: Localized("beyan numarası", "number of the statement"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: withdrawAppetite),
  Command(
    "appetite explain", Localized("riskin iştahını ve nedenini göster", "show a risk's appetite and why"),
    arguments: [.appetiteRisk],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "as-of", value: .day, help: Localized("o günün sonunda", "at the end of that day")),
    ], run: explainAppetite),
  Command(
    "appetite export", Localized("beyanları ve aşımları XLSX'e ver", "export statements and cases to XLSX"),
    arguments: [Command.Argument(name: .file, help: Localized("yeni XLSX dosyası", "new XLSX file"))],
    options: [.database, .asUser, .json, .unit], run: exportAppetite),
  Command(
    "breach list", Localized("iştah aşımlarını listele", "list cases of risks above appetite"),
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "state", value: .word,
        help: Localized(
          BreachCase.State.allCases.map(\.rawValue).joined(separator: ", "),
          BreachCase.State.allCases.map(\.rawValue).joined(separator: ", "))),
    ], run: listBreaches),
  Command(
    "breach acknowledge", Localized("aşımı planıyla üstlen", "acknowledge a case, with a plan"),
    arguments: [.appetiteRisk],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "plan", value: .text, help: Localized("ne yapılacak", "what will be done"), isRequired: true),
    ], run: acknowledgeBreach),
  Command(
    "breach accept", Localized("riski bir güne kadar kabul et", "accept the risk until a day"),
    arguments: [.appetiteRisk],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "until", value: .day, help: Localized("kabulün son günü", "its last day"), isRequired: true),
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: acceptBreach),
  Command(
    "breach resolve", Localized("tolerans içindeki aşımı elle kapat", "close a case within tolerance by hand"),
    arguments: [.appetiteRisk],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: settleBreach),
]

extension Command.Argument {
  /// The reference of the risk whose appetite is meant.
  fileprivate static let appetiteRisk = Command.Argument(
    name: Localized("RİSK", "RISK"), help: Localized("referans: MH.RA.0001", "reference: MH.RA.0001"))
}

private let proposalOptions: [Command.Option] = [
  Command.Option(name: "category", value: .word, help: Localized("kategori", "category")),
  Command.Option(name: "target", value: .code, help: Localized("hedef kodu: H2.2", "code of a target: H2.2")),
  Command.Option(name: "appetite", value: .number, help: Localized("iştah", "appetite"), isRequired: true),
  Command.Option(name: "tolerance", value: .number, help: Localized("tolerans", "tolerance"), isRequired: true),
  Command.Option(name: "capacity", value: .number, help: Localized("kapasite", "capacity"), isRequired: true),
  Command.Option(name: "reason", value: .text, help: Localized("gerekçe, zorunlu", "reason, required")),
  Command.Option(name: "from", value: .day, help: Localized("ilk gün (bugün)", "first day (today)")),
  Command.Option(name: "until", value: .day, help: Localized("son gün (süresiz)", "last day (open)")),
]

private func listAppetite(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.appetite(by: call.actor(app))
  if call.wantsJSON { call.answer(AppetiteOutput.json(page)) } else { AppetiteOutput.say(page, call) }
  return .done
}

private func proposeAppetite(_ call: Invocation) throws -> ExitCode {
  var form = AppetiteForm()
  if let target = call.text("target") { (form.kind, form.key) = ("target", target) }
  if let category = call.text("category") {
    guard form.kind == "overall" else {
      throw UsageProblem(
        Localized("--category ile --target birlikte verilmez", "--category and --target exclude each other"))
    }
    (form.kind, form.key) = ("category", category)
  }
  (form.appetite, form.tolerance) = (call.text("appetite") ?? "", call.text("tolerance") ?? "")
  (form.capacity, form.rationale) = (call.text("capacity") ?? "", call.text("reason") ?? "")
  (form.validFrom, form.validUntil) = (try call.day("from"), try call.day("until"))
  let app = try call.app()
  let actor = try call.actor(app)
  return try announce(app.proposeAppetite(form, by: actor), app, call, actor)
}

private func decideAppetite(_ call: Invocation) throws -> ExitCode {
  let number = try call.integer(call.argument(0), named: Localized("beyan", "statement")(call.language))
  let app = try call.app()
  let actor = try call.actor(app)
  let statement = try app.decideAppetite(
    Identifier(Int64(number)), call.has("refuse") ? .refused : .approved, note: call.text("note") ?? "", by: actor)
  return try announce(statement, app, call, actor)
}

private func withdrawAppetite(_ call: Invocation) throws -> ExitCode {
  let number = try call.integer(call.argument(0), named: Localized("beyan", "statement")(call.language))
  let app = try call.app()
  let actor = try call.actor(app)
  let made = try app.withdrawAppetite(Identifier(Int64(number)), reason: call.text("reason") ?? "", by: actor)
  return try announce(made.statementID, app, call, actor)
}

private func announce(
  _ statement: AppetiteStatement, _ app: App, _ call: Invocation, _ actor: Actor
) throws -> ExitCode {
  try announce(statement.id, app, call, actor)
}

private func announce(
  _ id: Identifier<AppetiteStatement>, _ app: App, _ call: Invocation, _ actor: Actor
) throws -> ExitCode {
  let page = try app.appetite(by: actor)
  let lines = page.lines.filter { $0.statement.id == id }
  if call.wantsJSON {
    call.answer(lines.first.map(AppetiteOutput.json) ?? .null)
  } else {
    AppetiteOutput.say(lines, call)
  }
  return .done
}

private func explainAppetite(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (page, appetite) = try app.explainAppetite(call.argument(0), by: call.actor(app), asOf: call.day("as-of"))
  if call.wantsJSON {
    call.answer(AppetiteOutput.json(page, appetite, call.language))
  } else {
    AppetiteOutput.say(page, appetite, call)
  }
  return .done
}

private func exportAppetite(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.newFile(call.argument(0))
  let count = try app.exportAppetite(AppetiteQuery(unitCode: call.text("unit")), to: path, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path), "cases": .count(count)]))
  } else {
    call.say(
      Localized(
        "İştah beyanları ve \(count) aşım \(path) dosyasına yazıldı.",
        "Statements and \(count) cases written to \(path)."))
  }
  return .done
}

private func listBreaches(_ call: Invocation) throws -> ExitCode {
  let states: [BreachCase.State] = try call.choices("state")
  let app = try call.app()
  let query = AppetiteQuery(unitCode: call.text("unit"), state: states.last)
  let page = try app.appetite(query, by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members(["total": .count(page.cases.count), "cases": .array(page.cases.map(AppetiteOutput.json))]))
  } else if page.cases.isEmpty {
    call.say(Localized("İştah aşımı yok.", "No cases."))
  } else {
    AppetiteOutput.say(page.cases, call)
  }
  return .done
}

private func acknowledgeBreach(_ call: Invocation) throws -> ExitCode {
  try acted(call) { app, reference, actor in
    try app.acknowledgeBreach(reference, plan: call.text("plan") ?? "", by: actor)
  }
}

private func acceptBreach(_ call: Invocation) throws -> ExitCode {
  let until = try call.day("until")
  return try acted(call) { app, reference, actor in
    try app.acceptBreach(reference, reason: call.text("reason") ?? "", until: until, by: actor)
  }
}

private func settleBreach(_ call: Invocation) throws -> ExitCode {
  try acted(call) { app, reference, actor in
    try app.settleBreach(reference, reason: call.text("reason") ?? "", by: actor)
  }
}

private func acted(
  _ call: Invocation, _ act: (App, String, Actor) throws -> BreachCase
) throws -> ExitCode {
  let app = try call.app()
  let reference = try call.argument(0)
  let breach = try act(app, reference, call.actor(app))
  if call.wantsJSON {
    call.answer(AppetiteOutput.json(breach))
  } else {
    call.say("\(reference): \(AppetiteOutput.text(breach, call.language))")
  }
  return .done
}
