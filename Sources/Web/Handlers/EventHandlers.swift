import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Events: list, show, record, edit, close, lessons, files.
  func events(_ route: EventRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let query):
      return visit.page(EventsView(frame: visit.frame, list: try app.events(query, by: actor)).node)
    case .export(let format, let query): return try exportEvents(format, query, visit)
    case .show(let code, let day): return visit.page(try eventPage(code, asOf: day, FormState(), visit))
    case .new(let unit, let risk):
      try visit.require(.manageEvents)
      var values = Values()
      values.add("unit", unit)
      values.add("risks", risk)
      return visit.page(try eventForm(FormState(values), nil, visit))
    case .add: return try addEvent(visit)
    case .editForm(let code):
      let content = try changeableEvent(code, visit)
      return visit.page(try eventForm(FormState(EventInput.values(of: content)), content.line.event, visit))
    case .edit(let code): return try editEvent(code, visit)
    case .closeForm(let code): return visit.page(try closeEventPage(code, FormState(), visit))
    case .close(let code): return try closeEvent(code, visit)
    case .reopen(let code):
      _ = try app.reopenEvent(code, version: visit.version, by: actor)
      return .redirect(Done.reinstated.after(.event(.show(code))))
    case .addLesson(let code): return try addLesson(code, visit)
    case .lessonForm(let code, let id): return visit.page(try lessonPage(code, id, nil, visit))
    case .editLesson(let code, let id): return try editLesson(code, id, visit)
    }
  }

  private func exportEvents(_ format: ExportFormat, _ query: EventQuery, _ visit: Visit) throws -> Response {
    let file = try TemporaryFile(ending: format.rawValue)
    defer { file.remove() }
    _ = try app.exportEvents(query, format: format, to: file.path, by: try visit.actor)
    return .download(
      .bytes(try file.contents()), name: "olaylar-\(visit.now.dayInIstanbul).\(format.rawValue)",
      contentType: format.contentType)
  }

  private func eventPage(_ code: String, asOf day: Day? = nil, _ state: FormState, _ visit: Visit) throws -> Node {
    let (actor, frame) = (try visit.actor, visit.frame.showing(day))
    return EventView(
      frame: frame, content: try app.event(code, asOf: frame.asOf, by: actor), state: state,
      evidence: try app.evidence(of: EvidenceTarget(.event, code), asOf: frame.asOf, by: actor)
    ).node
  }

  private func eventForm(_ state: FormState, _ editing: RealisedEvent?, _ visit: Visit) throws -> Node {
    try visit.require(.manageEvents)
    return EventFormView(
      frame: visit.frame, state: state, units: try app.units(by: try visit.actor), editing: editing
    ).node
  }

  /// The event, where the person may change it.
  private func changeableEvent(_ code: String, _ visit: Visit) throws -> EventPage {
    let content = try app.event(code, by: try visit.actor)
    guard content.mayWrite else { throw Problem(.forbidden, Text.Refusal.forbiddenTitle) }
    return content
  }

  private func addEvent(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try eventForm($0, nil, visit) },
      action: {
        let made = try app.addEvent(EventInput.form(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.event(.show(made.code))))
      })
  }

  private func editEvent(_ code: String, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    return try visit.submit(
      form: { try eventForm($0, try app.event(code, by: actor).line.event, visit) },
      action: {
        _ = try app.editEvent(code, EventInput.form(visit.values), version: visit.version, by: actor)
        return .redirect(Done.saved.after(.event(.show(code))))
      })
  }

  private func closeEventPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let event = try changeableEvent(code, visit).line.event
    return RetireView(
      frame: visit.frame, state: state, title: Text.Events.closeTitle, lead: Text.Events.closeLead,
      name: "\(code) – \(event.details.description.prefix(120))", version: event.version, action: .event(.close(code)),
      back: .event(.show(code)), room: .events
    ).node
  }

  private func closeEvent(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try closeEventPage(code, $0, visit) },
      action: {
        _ = try app.closeEvent(
          code, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
        return .redirect(Done.retired.after(.event(.show(code))))
      })
  }

  private func addLesson(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try eventPage(code, $0, visit) },
      action: {
        _ = try app.addLesson(code, EventInput.lesson(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.event(.show(code))))
      })
  }

  private func lessonPage(
    _ code: String, _ id: Identifier<EventLesson>, _ state: FormState?, _ visit: Visit
  ) throws -> Node {
    let content = try changeableEvent(code, visit)
    guard let lesson = content.lessons.first(where: { $0.id == id }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    var values = Values()
    values.add("text", lesson.text)
    values.add("proposal", lesson.proposal)
    values.add("followed", lesson.isFollowed.map { $0 ? "1" : "0" })
    return LessonFormView(
      frame: visit.frame, state: state ?? FormState(values), code: code, lesson: lesson
    ).node
  }

  private func editLesson(_ code: String, _ id: Identifier<EventLesson>, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try lessonPage(code, id, $0, visit) },
      action: {
        _ = try app.editLesson(
          code, id, EventInput.lesson(visit.values), version: visit.version, by: try visit.actor)
        return .redirect(Done.saved.after(.event(.show(code))))
      })
  }
}

/// Reads the forms of events.
enum EventInput {
  /// The event typed; amounts and what is missing the use case judges.
  static func form(_ values: Values) throws -> EventForm {
    var form = EventForm()
    (form.unitCode, form.description) = (values.text("unit"), values.text("description"))
    form.kind = EventKind(rawValue: values.text("kind")) ?? .realised
    form.occurredOn = try day("occurredOn", values)
    form.detectedOn = try day("detectedOn", values)
    form.reportedOn = try day("reportedOn", values)
    (form.cause, form.consequence) = (values.text("cause"), values.text("consequence"))
    form.category = values.text("category")
    (form.grossLoss, form.recovered) = (values.text("grossLoss"), values.text("recovered"))
    form.isPublicLoss = values["isPublicLoss"] == "1"
    (form.otherEffects, form.measures) = (values.text("otherEffects"), values.text("measures"))
    form.risks = values.text("risks").split { $0 == "," || $0 == ";" || $0.isNewline }.map(String.init)
    return form
  }

  /// The lesson typed.
  static func lesson(_ values: Values) -> LessonForm {
    let followed = values.text("followed")
    return LessonForm(
      text: values.text("text"), proposal: values.text("proposal"),
      isFollowed: followed == "1" ? true : followed == "0" ? false : nil)
  }

  /// The form's values of a stored event.
  static func values(of content: EventPage) -> Values {
    let form = EventForm(
      content.line.event, unitCode: content.line.unitCode, risks: content.risks.map(\.reference))
    var values = Values()
    for (name, value) in [
      ("unit", form.unitCode), ("kind", form.kind.rawValue), ("description", form.description),
      ("occurredOn", form.occurredOn?.description ?? ""), ("detectedOn", form.detectedOn?.description ?? ""),
      ("reportedOn", form.reportedOn?.description ?? ""), ("cause", form.cause), ("consequence", form.consequence),
      ("category", form.category), ("grossLoss", form.grossLoss), ("recovered", form.recovered),
      ("isPublicLoss", form.isPublicLoss ? "1" : ""), ("otherEffects", form.otherEffects),
      ("measures", form.measures), ("risks", form.risks.joined(separator: ", ")),
    ] { values.add(name, value) }
    return values
  }

  private static func day(_ name: String, _ values: Values) throws -> Day? {
    let text = values.text(name)
    let day = dayFromField(text)
    if !text.isEmpty, day == nil { throw RiskInput.refusal([FieldProblem(name, Text.Assess.dayWrong)]) }
    return day
  }
}
