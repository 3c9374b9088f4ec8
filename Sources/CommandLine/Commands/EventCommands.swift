import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Realised events, near misses and lessons at the prompt.
let eventCommands: [Command] = [
  Command(
    "event list", Localized("olayları toplamlarıyla listele", "list events with their totals"),
    options: [.database, .asUser, .json] + eventFilters, run: listEvents),
  Command(
    "event show", Localized("bir olayı dersleriyle göster", "show an event with its lessons"), arguments: [.event],
    options: [.database, .asUser, .json, .asOf], run: showEvent),
  Command(
    "event add", Localized("olay ya da ramak kala kaydet", "record an event or a near miss"),
    options: [.database, .asUser, .json] + eventOptions(isNew: true), run: addEvent),
  Command(
    "event edit", Localized("olayı düzenle; verilmeyen alanlar kalır", "edit an event; other fields stay"),
    arguments: [.event], options: [.database, .asUser, .json] + eventOptions(isNew: false), run: editEvent),
  Command(
    "event close", Localized("olayı kapat ya da yeniden aç", "close an event, or reopen it"), arguments: [.event],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("kapatma gerekçesi", "reason of closing")),
      Command.Option(name: "reopen", value: nil, help: Localized("yeniden aç", "reopen")),
    ], run: closeEvent),
  Command(
    "event lesson", Localized("öğrenilen ders ekle ya da düzenle", "add or change a lesson"), arguments: [.event],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "text", value: .text, help: Localized("öğrenilen ders", "the lesson")),
      Command.Option(
        name: "proposal", value: .text, help: Localized("önerilen değişiklik", "the change it proposes")),
      Command.Option(
        name: "followed", value: Localized("yes|no", "yes|no"), help: Localized("uygulandı mı", "whether followed")),
      Command.Option(
        name: "number", value: .number, help: Localized("düzenlenen dersin numarası", "number of the lesson changed")),
    ], run: recordLesson),
  Command(
    "event export", Localized("olayları XLSX ya da CSV dosyasına ver", "export events to XLSX or CSV"),
    arguments: [
      Command.Argument(name: .file, help: Localized("yeni dosya, .xlsx veya .csv", "new file, .xlsx or .csv"))
    ], options: [.database, .asUser, .json] + eventFilters, run: exportEvents),
]

extension Command.Argument {
  /// The code of an event.
  fileprivate static let event = Command.Argument(
    name: Localized("OLAY", "EVENT"), help: Localized("olay kodu: MH.OL.0001", "its code: MH.OL.0001"))
}

private let eventFilters: [Command.Option] = [
  .unit,
  Command.Option(name: "kind", value: .word, help: Localized("realised, near-miss", "realised, near-miss")),
  Command.Option(name: "state", value: .word, help: Localized("open, closed", "open, closed")),
  Command.Option(name: "year", value: .number, help: Localized("olduğu yıl", "year it happened in")),
  Command.Option(name: "category", value: .word, help: Localized("risk kategorisi", "risk category")),
  Command.Option(name: "public-losses", value: nil, help: Localized("yalnızca kamu zararı", "public losses only")),
  .asOf,
]

private func eventOptions(isNew: Bool) -> [Command.Option] {
  [
    Command.Option(name: "unit", value: .code, help: Localized("birim", "unit"), isRequired: isNew),
    Command.Option(name: "what", value: .text, help: Localized("ne oldu", "what happened"), isRequired: isNew),
    Command.Option(name: "on", value: .day, help: Localized("olay günü", "day it happened"), isRequired: isNew),
    Command.Option(
      name: "detected", value: .day, help: Localized("fark edildiği gün (olay günü)", "day noticed (that day)")),
    Command.Option(name: "reported", value: .day, help: Localized("bildirildiği gün (bugün)", "day reported (today)")),
    Command.Option(
      name: "kind", value: .word, help: Localized("realised, near-miss (realised)", "realised, near-miss (realised)")),
    Command.Option(name: "cause", value: .text, help: Localized("neden", "cause")),
    Command.Option(name: "consequence", value: .text, help: Localized("sonuç", "consequence")),
    Command.Option(name: "category", value: .word, help: Localized("risk kategorisi", "risk category")),
    Command.Option(name: "loss", value: .number, help: Localized("brüt kayıp, TL: 1.234,56", "gross loss in TRY")),
    Command.Option(name: "recovered", value: .number, help: Localized("geri alınan, TL", "recovered in TRY")),
    Command.Option(
      name: "public-loss", value: Localized("yes|no", "yes|no"),
      help: Localized("kamu zararı mı (5018 m.71)", "whether it is a public loss")),
    Command.Option(name: "effects", value: .text, help: Localized("diğer etkiler", "other effects")),
    Command.Option(name: "measures", value: .text, help: Localized("yapılanlar", "what was done")),
    Command.Option(
      name: "risk", value: Localized("REFERANS", "REFERENCE"), help: Localized("bağlı risk", "linked risk"),
      isRepeatable: true),
  ]
}

private enum OpenState: String, CaseIterable { case open, closed }
private enum Answer: String, CaseIterable { case yes, no }

private func eventQuery(_ call: Invocation) throws -> EventQuery {
  let (kinds, states): ([EventKind], [OpenState]) = (try call.choices("kind"), try call.choices("state"))
  var query = EventQuery(unitCode: call.text("unit"))
  (query.kind, query.isOpen) = (kinds.last, states.last.map { $0 == .open })
  (query.year, query.category) = (try call.integer("year"), call.text("category"))
  (query.isPublicLoss, query.asOf) = (call.has("public-losses"), try call.day("as-of"))
  return query
}

private func listEvents(_ call: Invocation) throws -> ExitCode {
  let query = try eventQuery(call)
  let app = try call.app()
  let list = try app.events(query, by: call.actor(app))
  if call.wantsJSON {
    call.answer(EventOutput.json(list))
  } else if list.lines.isEmpty {
    call.say(Localized("Olay yok. Kaydetmek için: guvence event add", "No events. To record one: guvence event add"))
  } else {
    EventOutput.say(list, call)
  }
  return .done
}

private func showEvent(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  return try announce(call.argument(0), app, call, call.actor(app), isFull: true, asOf: call.day("as-of"))
}

private func addEvent(_ call: Invocation) throws -> ExitCode {
  var form = EventForm()
  try fill(&form, call)
  let app = try call.app()
  let actor = try call.actor(app)
  return try announce(app.addEvent(form, by: actor).code, app, call, actor)
}

private func editEvent(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  let page = try app.event(code, by: actor)
  var form = EventForm(page.line.event, unitCode: page.line.unitCode, risks: page.line.risks)
  try fill(&form, call)
  _ = try app.editEvent(code, form, version: page.line.event.version, by: actor)
  return try announce(code, app, call, actor)
}

private func fill(_ form: inout EventForm, _ call: Invocation) throws {
  let (kinds, publicLoss): ([EventKind], [Answer]) = (try call.choices("kind"), try call.choices("public-loss"))
  form.unitCode = call.text("unit") ?? form.unitCode
  form.description = call.text("what") ?? form.description
  form.occurredOn = try call.day("on") ?? form.occurredOn
  form.detectedOn = try call.day("detected") ?? form.detectedOn
  form.reportedOn = try call.day("reported") ?? form.reportedOn
  form.kind = kinds.last ?? form.kind
  form.cause = call.text("cause") ?? form.cause
  form.consequence = call.text("consequence") ?? form.consequence
  form.category = call.text("category") ?? form.category
  form.grossLoss = call.text("loss") ?? form.grossLoss
  form.recovered = call.text("recovered") ?? form.recovered
  form.isPublicLoss = publicLoss.last.map { $0 == .yes } ?? form.isPublicLoss
  form.otherEffects = call.text("effects") ?? form.otherEffects
  form.measures = call.text("measures") ?? form.measures
  if call.has("risk") { form.risks = call.all("risk") }
}

private func closeEvent(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  let version = try app.event(code, by: actor).line.event.version
  if call.has("reopen") {
    _ = try app.reopenEvent(code, version: version, by: actor)
  } else {
    _ = try app.closeEvent(code, reason: call.text("reason") ?? "", version: version, by: actor)
  }
  return try announce(code, app, call, actor)
}

private func recordLesson(_ call: Invocation) throws -> ExitCode {
  let followed: [Answer] = try call.choices("followed")
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  let isFollowed = followed.last.map { $0 == .yes }
  guard let number = try call.integer("number") else {
    let form = LessonForm(
      text: call.text("text") ?? "", proposal: call.text("proposal") ?? "", isFollowed: isFollowed)
    _ = try app.addLesson(code, form, by: actor)
    return try announce(code, app, call, actor, isFull: true)
  }
  guard let known = try app.event(code, by: actor).lessons.first(where: { $0.id.rawValue == Int64(number) }) else {
    throw Problem(.notFound, Localized("Bu olayın \(number) numaralı dersi yok.", "The event has no lesson \(number)."))
  }
  let form = LessonForm(
    text: call.text("text") ?? known.text, proposal: call.text("proposal") ?? known.proposal,
    isFollowed: isFollowed ?? known.isFollowed)
  _ = try app.editLesson(code, known.id, form, version: known.version, by: actor)
  return try announce(code, app, call, actor, isFull: true)
}

private func announce(
  _ code: String, _ app: App, _ call: Invocation, _ actor: Actor, isFull: Bool = false, asOf: Day? = nil
) throws -> ExitCode {
  let page = try app.event(code, asOf: asOf, by: actor)
  if call.wantsJSON {
    call.answer(EventOutput.json(page))
  } else if isFull {
    EventOutput.say(page, call)
  } else {
    EventOutput.sayHeadline(page, call)
  }
  return .done
}

private func exportEvents(_ call: Invocation) throws -> ExitCode {
  let path = try call.argument(0)
  guard let format = ExportFormat.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
    throw UsageProblem(Localized("dosya adı .xlsx veya .csv ile bitmeli", "the file name must end in .xlsx or .csv"))
  }
  let query = try eventQuery(call)
  let app = try call.app()
  let count = try app.exportEvents(query, format: format, to: call.newFile(path), by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path), "events": .count(count)]))
  } else {
    call.say(Localized("\(count) olay \(path) dosyasına yazıldı.", "\(count) events written to \(path)."))
  }
  return .done
}
