import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Controls at the prompt: adding, testing, linking, choosing the method.
let controlWritingCommands: [Command] = [
  Command(
    "control add", Localized("kontrol ekle", "add a control"),
    options: [.database, .asUser, .json] + controlOptions(isNew: true), run: addControl),
  Command(
    "control edit", Localized("kontrolü değiştir", "change a control"), arguments: [.control],
    options: [.database, .asUser, .json] + controlOptions(isNew: false), run: editControl),
  Command(
    "control test", Localized("kontrol testi kaydet", "record a test of a control"), arguments: [.control],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "conclusion", value: .word, help: wordList(ControlTestConclusion.self), isRequired: true),
      Command.Option(name: "sample-size", value: .number, help: Localized("örnek sayısı", "sample size")),
      Command.Option(name: "exceptions", value: .number, help: Localized("istisna sayısı (0)", "exceptions (0)")),
      Command.Option(name: "on", value: .day, help: Localized("test günü (bugün)", "day of the test (today)")),
      Command.Option(name: "tester", value: .text, help: Localized("testi yapan", "tester")),
      Command.Option(name: "notes", value: .text, help: Localized("bulgular", "findings")),
    ], run: testControl),
  Command(
    "control link",
    Localized("kontrolü riske bağla ya da payını değiştir", "link a control to a risk, change its share"),
    arguments: [.control, .risk],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "share", value: .number, help: Localized("pay, yüzde (100)", "share, percent (100)")),
      Command.Option(
        name: "factor", value: .word,
        help: Localized("likelihood, impact, both (both)", "likelihood, impact, both (both)")
      ),
    ], run: linkControl),
  Command(
    "control unlink", Localized("kontrolün riskle bağını kaldır", "unlink a control from a risk"),
    arguments: [.control, .risk],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: unlinkControl),
  Command(
    "control retire", Localized("kontrolü kapat", "close a control"), arguments: [.control],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: retireControl),
  Command(
    "control reinstate", Localized("kapatılan kontrolü yeniden aç", "reopen a closed control"), arguments: [.control],
    options: [.database, .asUser, .json], run: reinstateControl),
  Command(
    "control method", Localized("artık risk hesabını göster ya da seç", "show or choose the residual risk method"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "choose", value: .word, help: wordList(ControlEffectMethod.self)),
      Command.Option(name: "from", value: .day, help: Localized("yürürlük günü (bugün)", "in force from (today)")),
      Command.Option(name: "reason", value: .text, help: Localized("seçimin gerekçesi", "reason of the choice")),
    ], run: method),
]

private func controlOptions(isNew: Bool) -> [Command.Option] {
  [
    Command.Option(name: "unit", value: .code, help: Localized("birim", "unit"), isRequired: isNew),
    Command.Option(name: "name", value: .text, help: Localized("kontrolün adı", "its name"), isRequired: isNew),
    Command.Option(
      name: "description", value: .text, help: Localized("ne yapılır, kim yapar", "what is done, by whom")),
    Command.Option(name: "kind", value: .word, help: wordList(ControlKind.self)),
    Command.Option(name: "nature", value: .word, help: wordList(ControlNature.self)),
    Command.Option(name: "frequency", value: .word, help: wordList(ControlFrequency.self)),
    Command.Option(name: "owner", value: .text, help: Localized("sorumlu", "owner")),
    Command.Option(
      name: "answer", value: Localized("SORU=YANIT", "QUESTION=ANSWER"),
      help: Localized(
        "tasarım yanıtı: trace=record, approval=both …", "design answer: trace=record, approval=both …"),
      isRepeatable: true),
    Command.Option(
      name: "design", value: .number, help: Localized("tasarım etkinliği 1–5", "design effectiveness 1–5")),
    Command.Option(name: "design-reason", value: .text, help: Localized("gerekçesi", "its reason")),
  ] + (isNew ? [Command.Option(name: "risk", value: Localized("REFERANS", "REFERENCE"), help: linked)] : [])
}

private let linked = Localized("bağlanacağı risk", "risk to link it to")

/// What the options say; what they do not name stays.
private func apply(_ call: Invocation, to form: inout ControlForm) throws {
  form.unitCode = call.text("unit") ?? form.unitCode
  form.name = call.text("name") ?? form.name
  form.description = call.text("description") ?? form.description
  form.kind = try (call.choices("kind") as [ControlKind]).last ?? form.kind
  form.nature = try (call.choices("nature") as [ControlNature]).last ?? form.nature
  form.frequency = try (call.choices("frequency") as [ControlFrequency]).last ?? form.frequency
  form.owner = call.text("owner") ?? form.owner
  form.design = call.text("design") ?? form.design
  form.designReason = call.text("design-reason") ?? form.designReason
  form.risk = call.text("risk") ?? form.risk
  for pair in call.all("answer") {
    let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2 else {
      throw UsageProblem(
        Localized("--answer SORU=YANIT biçiminde olmalı: «\(pair)»", "--answer must be QUESTION=ANSWER: «\(pair)»"))
    }
    form.answers[halves[0]] = halves[1]
  }
}

private func addControl(_ call: Invocation) throws -> ExitCode {
  var form = ControlForm()
  try apply(call, to: &form)
  let app = try call.app()
  let actor = try call.actor(app)
  return try announce(app.addControl(form, by: actor).code, app, call, actor)
}

private func editControl(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let line = try app.control(call.argument(0), by: actor).line
  var form = ControlForm(line.control, unitCode: line.unitCode)
  try apply(call, to: &form)
  let code = line.control.code
  _ = try app.editControl(code, form, version: line.control.version, by: actor)
  return try announce(code, app, call, actor)
}

private func testControl(_ call: Invocation) throws -> ExitCode {
  let conclusions: [ControlTestConclusion] = try call.choices("conclusion")
  let input = ControlTestInput(
    testedOn: try call.day("on"), tester: call.text("tester") ?? "", sampleSize: try call.integer("sample-size") ?? 0,
    exceptions: try call.integer("exceptions") ?? 0, conclusion: conclusions.last ?? .notTested,
    notes: call.text("notes") ?? "")
  let app = try call.app()
  let (actor, code) = (try call.actor(app), try call.argument(0))
  _ = try app.recordControlTest(code, input, by: actor)
  return try announce(code, app, call, actor)
}

private func linkControl(_ call: Invocation) throws -> ExitCode {
  let factors: [ControlFactor] = try call.choices("factor")
  let input = ControlLinkInput(share: try call.integer("share") ?? 100, factor: factors.last ?? .both)
  let app = try call.app()
  let (actor, reference) = (try call.actor(app), try call.argument(1))
  try app.linkControl(call.argument(0), to: reference, input, by: actor)
  return try announce(risk: reference, app, call, actor)
}

private func unlinkControl(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (actor, reference) = (try call.actor(app), try call.argument(1))
  try app.unlinkControl(call.argument(0), from: reference, reason: call.text("reason") ?? "", by: actor)
  return try announce(risk: reference, app, call, actor)
}

private func retireControl(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (actor, code) = (try call.actor(app), try call.argument(0))
  let version = try app.control(code, by: actor).line.control.version
  _ = try app.retireControl(code, reason: call.text("reason") ?? "", version: version, by: actor)
  return try announce(code, app, call, actor)
}

private func reinstateControl(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (actor, code) = (try call.actor(app), try call.argument(0))
  let version = try app.control(code, by: actor).line.control.version
  _ = try app.reinstateControl(code, version: version, by: actor)
  return try announce(code, app, call, actor)
}

private func method(_ call: Invocation) throws -> ExitCode {
  let chosen: [ControlEffectMethod] = try call.choices("choose")
  let app = try call.app()
  let actor = try call.actor(app)
  if let method = chosen.last {
    _ = try app.chooseControlEffect(method, from: call.day("from"), reason: call.text("reason") ?? "", by: actor)
  }
  let found = try app.controlEffect(by: actor)
  if call.wantsJSON {
    call.answer(ControlOutput.json(found.method, found.choices))
  } else {
    call.say("\(found.method.rawValue) — \(found.method.name(call.language))")
    call.say("  " + found.method.summary(call.language))
    for choice in found.choices {
      call.say("  \(choice.effectiveOn.turkish)  \(choice.method.rawValue)  \(choice.recordedBy)  «\(choice.reason)»")
    }
  }
  return .done
}

private func announce(_ code: String, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
  let page = try app.control(code, by: actor)
  if call.wantsJSON {
    call.answer(ControlOutput.json(page, call.language))
  } else {
    ControlOutput.sayHeadline(page.line, call)
  }
  return .done
}

private func announce(risk reference: String, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
  let controls = try app.controls(ofRisk: reference, by: actor)
  if call.wantsJSON {
    call.answer(ControlOutput.json(controls, reference: reference, call.language))
  } else {
    ControlOutput.say(controls, reference: reference, call)
  }
  return .done
}
