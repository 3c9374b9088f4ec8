import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

private let reference = Command.Argument(
  name: "REF", help: Localized("referans no: MH.RA.0001", "reference number: MH.RA.0001"))
private let assessmentOptions: [Command.Option] = [
  Command.Option(name: "likelihood", value: "N", help: Localized("doğal olasılık", "inherent likelihood")),
  Command.Option(name: "impact", value: "N", help: Localized("doğal etki", "inherent impact")),
  Command.Option(name: "residual-likelihood", value: "N", help: Localized("artık olasılık", "residual likelihood")),
  Command.Option(name: "residual-impact", value: "N", help: Localized("artık etki", "residual impact")),
  Command.Option(name: "target-likelihood", value: "N", help: Localized("hedef olasılık", "target likelihood")),
  Command.Option(name: "target-impact", value: "N", help: Localized("hedef etki", "target impact")),
  Command.Option(name: "reason", value: "TEXT", help: Localized("gerekçe", "reason")),
  Command.Option(
    name: "on", value: "DAY", help: Localized("değerlendirme günü (bugün)", "day of the assessment (today)")),
]

/// The register at the prompt.
let riskCommands: [Command] = [
  Command(
    "risk list", Localized("riskleri listele", "list risks"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: "CODE", help: Localized("birim ve altı", "unit and below")),
      Command.Option(name: "level", value: "ID", help: Localized("düzey", "level")),
      Command.Option(
        name: "state", value: "STATE",
        help: Localized(
          RiskState.allCases.map(\.rawValue).joined(separator: "|"),
          RiskState.allCases.map(\.rawValue).joined(separator: "|"))),
      Command.Option(name: "search", value: "WORDS", help: Localized("sözcükler", "words")),
      Command.Option(
        name: "sort", value: "KEY",
        help: Localized(
          RegisterSort.allCases.map(\.rawValue).joined(separator: "|"),
          RegisterSort.allCases.map(\.rawValue).joined(separator: "|"))),
      Command.Option(name: "page", value: "N", help: Localized("sayfa", "page")),
      Command.Option(
        name: "page-size", value: "N",
        help: Localized("sayfadaki satır (50, en çok 500)", "rows a page (50, at most 500)")),
    ],
    run: listRisks),
  Command(
    "risk show", Localized("bir riski göster", "show a risk"), arguments: [reference],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "as-of", value: "DAY", help: Localized("o günkü hâliyle", "as it was on that day")),
    ],
    run: showRisk),
  Command(
    "risk add", Localized("risk ekle", "add a risk"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: "CODE", help: Localized("birim kodu", "unit code"), isRequired: true),
      Command.Option(
        name: "statement", value: "TEXT", help: Localized("tespit edilen risk", "statement"), isRequired: true),
      Command.Option(name: "controls", value: "TEXT", help: Localized("mevcut kontroller", "existing controls")),
      Command.Option(name: "owner", value: "TEXT", help: Localized("riskin sahibi", "owner")),
      Command.Option(name: "target", value: "CODE", help: Localized("stratejik hedef", "strategic target")),
    ] + assessmentOptions,
    run: addRisk),
  Command(
    "risk assess", Localized("riski değerlendir", "assess a risk"), arguments: [reference],
    options: [.database, .asUser, .json] + assessmentOptions, run: assessRisk),
  Command(
    "risk explain", Localized("puanın gerekçesi", "the reasons of the score"), arguments: [reference],
    options: [.database, .asUser, .json], run: explainRisk),
  Command(
    "risk history", Localized("riskin değerlendirmeleri ve günlüğü", "assessments and journal of a risk"),
    arguments: [reference],
    options: [.database, .asUser, .json], run: riskHistory),
  Command(
    "risk retire", Localized("riski etkin kayıttan çıkar", "take a risk off the active register"),
    arguments: [reference],
    options: [
      .database, .asUser,
      Command.Option(name: "reason", value: "TEXT", help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: retireRisk),
]

private func listRisks(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.register(query(call), by: call.actor(app))
  if call.wantsJSON {
    call.say(
      JSON.members(["total": .count(page.total), "risks": .array(page.rows.map(RiskOutput.json))]).text)
    return .done
  }
  guard !page.rows.isEmpty else {
    call.say(Localized("Bu ölçütlere uyan risk yok.", "No risk matches."))
    return .done
  }
  call.say(RiskOutput.table(page.rows, call.language))
  call.say(Localized("\(page.rows.count) / \(page.total) risk", "\(page.rows.count) of \(page.total) risks"))
  return .done
}

private func query(_ call: Invocation) throws -> RegisterQuery {
  var query = RegisterQuery()
  query.unitCode = call.text("unit")
  query.levels = call.text("level").map { [$0] } ?? []
  query.text = call.text("search") ?? ""
  query.page = try call.integer("page") ?? 1
  query.pageSize = try call.integer("page-size") ?? 50
  if let word = call.text("state") { query.states = [try choice(word, "state")] }
  if let word = call.text("sort") { query.sort = try choice(word, "sort") }
  return query
}

/// A word out of a closed list, or a usage problem that shows the list.
func choice<Value: RawRepresentable & CaseIterable>(_ word: String, _ option: String) throws -> Value
where Value.RawValue == String {
  if let value = Value(rawValue: word) { return value }
  let list = Value.allCases.map(\.rawValue).joined(separator: ", ")
  throw Invocation.UsageProblem(message: Localized("--\(option): \(list)", "--\(option): one of \(list)"))
}

private func showRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.risk(call.required(0), by: call.actor(app), asOf: call.day("as-of"))
  call.say(call.wantsJSON ? RiskOutput.json(page).text : RiskOutput.text(page, call.language))
  return .done
}

private func addRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let unit = try app.resolve(unitCode: call.text("unit") ?? "", by: actor)
  var details = RiskDetails(unitID: unit.id, statement: call.text("statement") ?? "")
  let parts = StatementParts(details.statement)
  (details.cause, details.event, details.consequence) = (parts.cause, parts.event, parts.consequence)
  (details.response, details.controls) = RiskResponse.split(call.text("controls") ?? "")
  (details.owner, details.strategicTarget) = (call.text("owner") ?? "", call.text("target") ?? "")
  let risk = try app.addRisk(details, assessment: assessmentInput(call), by: actor)
  return try announce(risk.reference, app, call, actor)
}

private func assessRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  guard let input = try assessmentInput(call) else {
    throw Invocation.UsageProblem(
      message: Localized("--likelihood ve --impact eksik", "--likelihood and --impact are missing"))
  }
  let reference = try call.required(0)
  let version = try app.risk(reference, by: actor).row.risk.version
  _ = try app.assess(reference, input, version: version, by: actor)
  return try announce(reference, app, call, actor)
}

private func announce(_ reference: String, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
  let page = try app.risk(reference, by: actor)
  call.say(call.wantsJSON ? RiskOutput.json(page).text : RiskOutput.headline(page, call.language))
  return .done
}

private func assessmentInput(_ call: Invocation) throws -> AssessmentInput? {
  guard let inherent = try pair(call, "likelihood", "impact") else { return nil }
  return AssessmentInput(
    inherent: inherent, residual: try pair(call, "residual-likelihood", "residual-impact"),
    target: try pair(call, "target-likelihood", "target-impact"), reason: call.text("reason") ?? "",
    assessedOn: try call.day("on"))
}

private func pair(_ call: Invocation, _ likelihood: String, _ impact: String) throws -> ScoreInput? {
  let (first, second) = (try call.integer(likelihood), try call.integer(impact))
  guard let first, let second else {
    guard first == nil, second == nil else {
      throw Invocation.UsageProblem(
        message: Localized(
          "--\(likelihood) ve --\(impact) birlikte verilir", "--\(likelihood) and --\(impact) go together"))
    }
    return nil
  }
  return ScoreInput(likelihood: first, impact: second)
}

private func explainRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.risk(call.required(0), by: call.actor(app))
  if call.wantsJSON {
    call.say(
      JSON.members([
        "reference": .text(page.row.risk.reference),
        "inherent": .array(page.inherentReasons.map(RiskOutput.json)),
        "residual": .array(page.residualReasons.map(RiskOutput.json)),
      ]).text)
    return .done
  }
  call.say(RiskOutput.headline(page, call.language))
  call.say(RiskOutput.reasons(page, call.language))
  return .done
}

private func riskHistory(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.risk(call.required(0), by: call.actor(app))
  if call.wantsJSON {
    call.say(
      JSON.members([
        "reference": .text(page.row.risk.reference), "assessments": .array(page.history.map(RiskOutput.json)),
        "journal": .array(page.journal.map(RiskOutput.json)),
      ]).text)
    return .done
  }
  call.say(RiskOutput.headline(page, call.language))
  call.say(RiskOutput.history(page, call.language))
  return .done
}

private func retireRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let reference = try call.required(0)
  let version = try app.risk(reference, by: actor).row.risk.version
  _ = try app.retireRisk(reference, reason: call.text("reason") ?? "", version: version, by: actor)
  call.say(Localized("\(reference) etkin kayıttan çıkarıldı.", "\(reference) is off the active register."))
  return .done
}
