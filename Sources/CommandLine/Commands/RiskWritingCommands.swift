import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Writing into the register at the prompt.
let riskWritingCommands: [Command] = [
  Command(
    "risk add", Localized("risk ekle", "add a risk"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: .code, help: Localized("birim kodu", "unit code"), isRequired: true),
      Command.Option(
        name: "statement", value: .text, help: Localized("tespit edilen risk", "statement"), isRequired: true),
    ] + detailOptions + assessmentOptions,
    run: addRisk),
  Command(
    "risk edit", Localized("riskin bilgilerini değiştir", "change the details of a risk"), arguments: [.reference],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: .code, help: Localized("taşınacağı birim", "unit to move it to")),
      Command.Option(name: "statement", value: .text, help: Localized("tespit edilen risk", "statement")),
    ] + detailOptions,
    run: editRisk),
  Command(
    "risk assess", Localized("riski değerlendir", "assess a risk"), arguments: [.reference],
    options: [.database, .asUser, .json] + assessmentOptions, run: assessRisk),
  Command(
    "risk retire", Localized("riski etkin kayıttan çıkar", "take a risk off the active register"),
    arguments: [.reference],
    options: [
      .database, .asUser,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: retireRisk),
  Command(
    "risk reinstate", Localized("riski etkin kayda geri al", "take a retired risk back"), arguments: [.reference],
    options: [.database, .asUser], run: reinstateRisk),
]

private let detailOptions: [Command.Option] = [
  Command.Option(name: "controls", value: .text, help: Localized("mevcut kontroller", "existing controls")),
  Command.Option(
    name: "planned-controls", value: .text, help: Localized("yeni veya ek kontroller", "new or additional controls")),
  Command.Option(name: "owner", value: .text, help: Localized("riskin sahibi", "owner")),
  Command.Option(name: "target", value: .code, help: Localized("stratejik hedef", "strategic target")),
  Command.Option(
    name: "kind", value: .word, help: Localized("threat (tehdit) veya opportunity (fırsat)", "threat or opportunity")),
  Command.Option(name: "process", value: .text, help: Localized("süreç veya faaliyet", "process or activity")),
  Command.Option(name: "project", value: .text, help: Localized("proje", "project")),
  Command.Option(name: "category", value: .word, help: Localized("risk kategorisi (kodu)", "risk category (id)")),
  Command.Option(
    name: "source", value: .word, help: Localized("internal (iç) veya external (dış)", "internal or external")),
  Command.Option(
    name: "controllability", value: .word, help: Localized("kontrol edilebilirlik (kodu)", "controllability (id)")),
  Command.Option(
    name: "method", value: .word, help: Localized("tespit yöntemi (kodu)", "identification method (id)")),
  Command.Option(
    name: "response", value: .word,
    help: Localized("riske verilen cevap: accept, control, transfer, avoid, exploit", "response to the risk")),
  Command.Option(name: "notes", value: .text, help: Localized("açıklama", "notes")),
]

private let assessmentOptions: [Command.Option] = [
  Command.Option(name: "likelihood", value: .number, help: Localized("doğal olasılık", "inherent likelihood")),
  Command.Option(name: "impact", value: .number, help: Localized("doğal etki", "inherent impact")),
  Command.Option(
    name: "residual-likelihood", value: .number, help: Localized("artık olasılık", "residual likelihood")),
  Command.Option(name: "residual-impact", value: .number, help: Localized("artık etki", "residual impact")),
  Command.Option(name: "target-likelihood", value: .number, help: Localized("hedef olasılık", "target likelihood")),
  Command.Option(name: "target-impact", value: .number, help: Localized("hedef etki", "target impact")),
  Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason")),
  Command.Option(
    name: "on", value: .day, help: Localized("değerlendirme günü (bugün)", "day of the assessment (today)")),
]

private func addRisk(_ call: Invocation) throws -> ExitCode {
  let input = try assessmentInput(call)
  let app = try call.app()
  let actor = try call.actor(app)
  let unit = try app.resolve(unitCode: call.text("unit") ?? "", by: actor)
  var details = RiskDetails(unitID: unit.id, statement: "")
  try apply(call, to: &details)
  let risk = try app.addRisk(details, assessment: input, by: actor)
  return try announce(risk.reference, app, call, actor)
}

private func editRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let risk = try app.risk(call.argument(0), by: actor).row.risk
  var details = risk.details
  if let code = call.text("unit") { details.unitID = try app.resolve(unitCode: code, by: actor).id }
  try apply(call, to: &details)
  _ = try app.editRisk(risk.reference, details, version: risk.version, by: actor)
  return try announce(risk.reference, app, call, actor)
}

/// What the options say; what they do not name stays.
private func apply(_ call: Invocation, to details: inout RiskDetails) throws {
  if let statement = call.text("statement") {
    let parts = StatementParts(statement)
    details.statement = statement
    (details.cause, details.event, details.consequence) = (parts.cause, parts.event, parts.consequence)
  }
  if let controls = call.text("controls") {
    let (response, rest) = RiskResponse.split(controls)
    (details.response, details.controls) = (response ?? details.response, rest)
  }
  details.plannedControls = call.text("planned-controls") ?? details.plannedControls
  details.owner = call.text("owner") ?? details.owner
  details.strategicTarget = call.text("target") ?? details.strategicTarget
  details.notes = call.text("notes") ?? details.notes
  try applyClasses(call, to: &details)
}

private func applyClasses(_ call: Invocation, to details: inout RiskDetails) throws {
  details.kind = try (call.choices("kind") as [RiskKind]).last ?? details.kind
  details.response = try (call.choices("response") as [RiskResponse]).last ?? details.response
  details.source = try (call.choices("source") as [RiskSource]).last ?? details.source
  details.process = call.text("process") ?? details.process
  details.project = call.text("project") ?? details.project
  details.category = call.text("category") ?? details.category
  details.controllability = call.text("controllability") ?? details.controllability
  details.identificationMethod = call.text("method") ?? details.identificationMethod
}

private func assessRisk(_ call: Invocation) throws -> ExitCode {
  guard let input = try assessmentInput(call) else {
    throw UsageProblem(Localized("--likelihood ve --impact eksik", "--likelihood and --impact are missing"))
  }
  let app = try call.app()
  let actor = try call.actor(app)
  let reference = try call.argument(0)
  let version = try app.risk(reference, by: actor).row.risk.version
  _ = try app.assess(reference, input, version: version, by: actor)
  let code = try announce(reference, app, call, actor)
  let cautions = try app.risk(reference, by: actor).findings.filter {
    [Judgement.residualEqual.code, Judgement.factorRisen.code].contains($0.code)
  }
  for caution in cautions where !call.wantsJSON {
    for line in hanging("  ! ", caution.message(call.language), call.width, indent: 4) { call.say(line) }
  }
  return code
}

private func assessmentInput(_ call: Invocation) throws -> AssessmentInput? {
  let inherent = try pair(call, "likelihood", "impact")
  let residual = try pair(call, "residual-likelihood", "residual-impact")
  let target = try pair(call, "target-likelihood", "target-impact")
  if let inherent {
    return AssessmentInput(
      inherent: inherent, residual: residual, target: target, reason: call.text("reason") ?? "",
      assessedOn: try call.day("on"))
  }
  guard residual == nil, target == nil, !call.has("reason"), !call.has("on") else {
    throw UsageProblem(
      Localized(
        "değerlendirme için --likelihood ve --impact gerekir", "an assessment needs --likelihood and --impact"))
  }
  return nil
}

private func pair(_ call: Invocation, _ likelihood: String, _ impact: String) throws -> ScoreInput? {
  let (first, second) = (try call.integer(likelihood), try call.integer(impact))
  if let first, let second { return ScoreInput(likelihood: first, impact: second) }
  guard first == nil, second == nil else {
    throw UsageProblem(
      Localized("--\(likelihood) ve --\(impact) birlikte verilir", "--\(likelihood) and --\(impact) go together"))
  }
  return nil
}

private func retireRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let risk = try app.risk(call.argument(0), by: actor).row.risk
  _ = try app.retireRisk(risk.reference, reason: call.text("reason") ?? "", version: risk.version, by: actor)
  call.say(
    Localized("\(risk.reference) etkin kayıttan çıkarıldı.", "\(risk.reference) is off the active register."))
  return .done
}

private func reinstateRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let risk = try app.risk(call.argument(0), by: actor).row.risk
  _ = try app.reinstateRisk(risk.reference, version: risk.version, by: actor)
  call.say(Localized("\(risk.reference) etkin kayda geri alındı.", "\(risk.reference) is on the register again."))
  return .done
}

/// The risk as it now stands.
private func announce(_ reference: String, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
  let page = try app.risk(reference, by: actor)
  if call.wantsJSON {
    let steps = try app.steps(ofRisk: reference, by: actor)
    call.answer(RiskOutput.json(page, steps, call.language))
  } else {
    RiskOutput.sayHeadline(page, call)
  }
  return .done
}
