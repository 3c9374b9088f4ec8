import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// The risk action plan at the prompt.
let actionCommands: [Command] = [
  Command(
    "action list", Localized("eylem planını listele", "list the action plan"),
    options: [.database, .asUser, .json, .unit, stateOption], run: listActions),
  Command(
    "action show", Localized("bir eylemi ilerlemesiyle göster", "show an action with its progress"),
    arguments: [.action], options: [.database, .asUser, .json], run: showAction),
  Command(
    "action timeline", Localized("eylemleri aylara göre çiz", "draw the actions by month"),
    options: [.database, .asUser, .json, .unit, stateOption], run: drawTimeline),
  Command(
    "action add", Localized("eylem ekle", "add an action"),
    options: [.database, .asUser, .json] + actionOptions(isNew: true), run: addAction),
  Command(
    "action edit", Localized("eylemi değiştir", "change an action"), arguments: [.action],
    options: [.database, .asUser, .json] + actionOptions(isNew: false),
    notes: Localized("Verilmeyenler olduğu gibi kalır.", "What is not given stays as it is."), run: editAction),
  Command(
    "action progress", Localized("ilerleme gir", "record progress"), arguments: [.action],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "percent", value: .number, help: Localized("0–100", "0–100"), isRequired: true),
      Command.Option(name: "note", value: .text, help: Localized("açıklama", "remark")),
      Command.Option(name: "on", value: .day, help: Localized("gün (bugün)", "day (today)")),
    ], run: recordProgress),
  Command(
    "action complete", Localized("eylemi tamamla; kanıt gerekir", "complete an action; needs evidence"),
    arguments: [.action],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "note", value: .text, help: Localized("ne elde edildi", "what came of it")),
      Command.Option(
        name: "as-control", value: nil,
        help: Localized("tamamlananı kontrole dönüştür", "make a control of what was completed")),
    ],
    notes: Localized(
      "Kanıt eklemek için: guvence evidence add action KOD DOSYA",
      "To add evidence: guvence evidence add action CODE FILE"
    ), run: completeAction),
  Command(
    "action cancel", Localized("eylemi iptal et", "cancel an action"), arguments: [.action],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: cancelAction),
  Command(
    "action export", Localized("eylem planını XLSX'e ver", "export the action plan to XLSX"),
    arguments: [Command.Argument(name: .file, help: Localized("yeni XLSX dosyası", "new XLSX file"))],
    options: [.database, .asUser, .json, .unit, stateOption], run: exportActions),
]

extension Command.Argument {
  /// The code of an action.
  fileprivate static let action = Command.Argument(
    name: Localized("EYLEM", "ACTION"), help: Localized("eylem kodu: MH.EY.0001", "its code: MH.EY.0001"))
}

private let stateOption = Command.Option(
  name: "state", value: .word,
  help: Localized(
    ActionState.allCases.map(\.rawValue).joined(separator: ", "),
    ActionState.allCases.map(\.rawValue).joined(separator: ", ")))

private func actionOptions(isNew: Bool) -> [Command.Option] {
  [
    Command.Option(
      name: "risk", value: Localized("REFERANS", "REFERENCE"), help: Localized("bağlı risk", "risk it serves"),
      isRequired: isNew, isRepeatable: true),
    Command.Option(
      name: "title", value: .text, help: Localized("ne yapılacak", "what is done"), isRequired: isNew),
    Command.Option(
      name: "unit", value: .code, help: Localized("sorumlu birim (riskin birimi)", "unit (that of the risk)")),
    Command.Option(name: "owner", value: .text, help: Localized("sorumlu görev", "post that answers for it")),
    Command.Option(
      name: "partner", value: .code, help: Localized("işbirliği birimi", "unit that helps"), isRepeatable: true),
    Command.Option(name: "cost", value: .number, help: Localized("maliyet, TL", "cost in lira")),
    Command.Option(name: "start", value: .day, help: Localized("ilk gün (bugün)", "first day (today)")),
    Command.Option(name: "due", value: .day, help: Localized("son gün", "last day"), isRequired: isNew),
    Command.Option(name: "outcome", value: .text, help: Localized("beklenen çıktı", "expected output")),
  ]
}

private func query(_ call: Invocation) throws -> ActionQuery {
  let states: [ActionState] = try call.choices("state")
  return ActionQuery(unitCode: call.text("unit"), state: states.last)
}

private func listActions(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let list = try app.actions(query(call), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "total": .count(list.lines.count), "costKurus": .integer(list.cost),
        "actions": .array(list.lines.map(ActionOutput.json)),
      ]))
  } else if list.lines.isEmpty {
    call.say(Localized("Eylem yok. Eklemek için: guvence action add", "No actions. To add one: guvence action add"))
  } else {
    ActionOutput.say(list.lines, call)
  }
  return .done
}

private func drawTimeline(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let list = try app.actions(query(call), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members(["today": .text(list.today.description), "actions": .array(list.lines.map(ActionOutput.json))]))
  } else if list.lines.isEmpty {
    call.say(Localized("Eylem yok. Eklemek için: guvence action add", "No actions. To add one: guvence action add"))
  } else {
    ActionOutput.draw(list.lines, list.today, call)
  }
  return .done
}

private func showAction(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.action(call.argument(0), by: call.actor(app))
  if call.wantsJSON { call.answer(ActionOutput.json(page)) } else { ActionOutput.say(page, call) }
  return .done
}

private func addAction(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  var form = try read(call, ActionForm())
  if form.unitCode.isEmpty, let first = form.risks.first {
    form.unitCode = try app.risk(first, by: actor).row.unitCode
  }
  return try announce(app.addAction(form, by: actor).code, app, call, actor)
}

private func editAction(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  let page = try app.action(code, by: actor)
  _ = try app.editAction(code, read(call, ActionForm(page.line)), version: page.line.action.version, by: actor)
  return try announce(code, app, call, actor)
}

private func read(_ call: Invocation, _ stored: ActionForm) throws -> ActionForm {
  var form = stored
  if call.has("risk") { form.risks = call.all("risk") }
  if call.has("partner") { form.partners = call.all("partner") }
  form.title = call.text("title") ?? form.title
  form.unitCode = call.text("unit") ?? form.unitCode
  form.owner = call.text("owner") ?? form.owner
  form.cost = call.text("cost") ?? form.cost
  form.outcome = call.text("outcome") ?? form.outcome
  (form.startsOn, form.dueOn) = (try call.day("start") ?? form.startsOn, try call.day("due") ?? form.dueOn)
  return form
}

private func recordProgress(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  try app.recordProgress(
    code, percent: call.integer("percent"), note: call.text("note") ?? "", on: call.day("on"), by: actor)
  return try announce(code, app, call, actor)
}

private func completeAction(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  let action = try app.action(code, by: actor).line.action
  if action.ending == nil || !call.has("as-control") {
    _ = try app.completeAction(code, note: call.text("note") ?? "", version: action.version, by: actor)
  }
  if call.has("as-control") {
    let control = try app.makeControl(ofAction: code, by: actor)
    if !call.has("json") { call.say("\(control.code) — \(control.details.name)") }
  }
  return try announce(code, app, call, actor)
}

private func cancelAction(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  let version = try app.action(code, by: actor).line.action.version
  _ = try app.cancelAction(code, reason: call.text("reason") ?? "", version: version, by: actor)
  return try announce(code, app, call, actor)
}

private func announce(_ code: String, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
  let page = try app.action(code, by: actor)
  if call.wantsJSON { call.answer(ActionOutput.json(page)) } else { ActionOutput.sayHeadline(page, call) }
  return .done
}

private func exportActions(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.newFile(call.argument(0))
  let count = try app.exportActions(query(call), to: path, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path), "actions": .count(count)]))
  } else {
    call.say(Localized("\(count) eylem \(path) dosyasına yazıldı.", "\(count) actions written to \(path)."))
  }
  return .done
}
