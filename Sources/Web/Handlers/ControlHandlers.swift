import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// Controls: list, show, add, edit, close, test, link, suggestion, method.
  func controls(_ route: ControlRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let query):
      return visit.page(ControlsView(frame: visit.frame, list: try app.controls(query, by: actor)).node)
    case .export(let format, let query): return try exportControls(format, query, visit)
    case .method: return visit.page(try methodPage(FormState(), visit))
    case .chooseMethod: return try chooseMethod(visit)
    case .show(let code): return visit.page(try controlPage(code, FormState(), visit))
    case .test(let code): return try recordTest(code, visit)
    case .linkForm, .link, .unlinkForm, .unlink, .adopt: return try controlLinks(route, visit)
    default: return try changes(route, visit)
    }
  }

  private func changes(_ route: ControlRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .new(let unit, let risk, let name):
      var values = Values()
      values.add("unit", try unit ?? risk.map { try app.risk($0, by: try visit.actor).row.unitCode })
      values.add("risk", risk)
      values.add("name", name)
      values.add("frequency", ControlFrequency.monthly.rawValue)
      return visit.page(try controlForm(FormState(values), nil, visit))
    case .add: return try addControl(visit)
    case .editForm(let code):
      let content = try changeableControl(code, visit)
      let state = FormState(ControlInput.values(of: content))
      return visit.page(try controlForm(state, content.line.control, visit))
    case .edit(let code): return try editControl(code, visit)
    case .retireForm(let code): return visit.page(try retireControlPage(code, FormState(), visit))
    case .retire(let code): return try retireControl(code, visit)
    case .reinstate(let code):
      _ = try app.reinstateControl(code, version: visit.version, by: try visit.actor)
      return .redirect(Done.reinstated.after(.control(.show(code))))
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func controlPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let actor = try visit.actor
    return ControlView(
      frame: visit.frame, content: try app.control(code, by: actor),
      evidence: try app.evidence(of: EvidenceTarget(.control, code), by: actor),
      steps: try app.steps(ofControl: code, by: actor), state: state
    ).node
  }

  private func controlForm(_ state: FormState, _ editing: Control?, _ visit: Visit) throws -> Node {
    try visit.require(.manageControls)
    return ControlFormView(
      frame: visit.frame, state: state, units: try app.units(by: try visit.actor), editing: editing,
      rules: try app.controlRules(on: visit.now.dayInIstanbul)
    ).node
  }

  private func addControl(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try controlForm($0, nil, visit) },
      action: {
        let form = ControlInput.form(visit.values)
        let made = try app.addControl(form, by: try visit.actor)
        return .redirect(Done.created.after(.control(.show(made.code))))
      })
  }

  private func editControl(_ code: String, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    return try visit.submit(
      form: { try controlForm($0, try app.control(code, by: actor).line.control, visit) },
      action: {
        _ = try app.editControl(code, ControlInput.form(visit.values), version: visit.version, by: actor)
        return .redirect(Done.saved.after(.control(.show(code))))
      })
  }

  /// The control, where the person may change it.
  private func changeableControl(_ code: String, _ visit: Visit) throws -> ControlPage {
    let content = try app.control(code, by: try visit.actor)
    guard content.mayWrite else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return content
  }

  private func retireControlPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let control = try changeableControl(code, visit).line.control
    return RetireView(
      frame: visit.frame, state: state, title: Text.Controls.retireTitle, lead: Text.Controls.retireLead,
      name: "\(code) – \(control.details.name)", version: control.version, action: .control(.retire(code)),
      back: .control(.show(code)), room: .controls
    ).node
  }

  private func retireControl(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try retireControlPage(code, $0, visit) },
      action: {
        _ = try app.retireControl(
          code, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
        return .redirect(Done.retired.after(.control(.show(code))))
      })
  }

  private func recordTest(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try controlPage(code, $0, visit) },
      action: {
        _ = try app.recordControlTest(code, try ControlInput.test(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.control(.show(code))))
      })
  }

  private func exportControls(_ format: ExportFormat, _ query: ControlQuery, _ visit: Visit) throws -> Response {
    let file = try TemporaryFile(ending: format.rawValue)
    defer { file.remove() }
    _ = try app.exportControls(query, format: format, to: file.path, by: try visit.actor)
    return .download(
      .bytes(try file.contents()), name: "kontroller-\(visit.now.dayInIstanbul).\(format.rawValue)",
      contentType: format.contentType)
  }

  private func methodPage(_ state: FormState, _ visit: Visit) throws -> Node {
    let found = try app.controlEffect(by: try visit.actor)
    return ControlMethodView(frame: visit.frame, state: state, method: found.method, choices: found.choices).node
  }

  private func chooseMethod(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try methodPage($0, visit) },
      action: {
        let input = try ControlInput.method(visit.values)
        _ = try app.chooseControlEffect(
          input.method, from: input.day, reason: visit.values.text("reason"), by: try visit.actor)
        return .redirect(Done.saved.after(.control(.method)))
      })
  }
}

/// Reads the forms of controls.
enum ControlInput {
  /// The control typed; what is missing the use case judges.
  static func form(_ values: Values) -> ControlForm {
    var form = ControlForm()
    (form.unitCode, form.name, form.owner) = (values.text("unit"), values.text("name"), values.text("owner"))
    form.description = values.text("description")
    form.kind = ControlKind(rawValue: values.text("kind")) ?? .preventive
    form.nature = ControlNature(rawValue: values.text("nature")) ?? .manual
    form.frequency = ControlFrequency(rawValue: values.text("frequency")) ?? .monthly
    (form.design, form.designReason) = (values.text("design"), values.text("designReason"))
    for pair in values.pairs {
      if let id = pair.name.after("answer-") { form.answers[id] = pair.value }
    }
    form.risk = values.text("risk")
    return form
  }

  /// The form's values of a stored control.
  static func values(of content: ControlPage) -> Values {
    let form = ControlForm(content.line.control, unitCode: content.line.unitCode)
    var values = Values()
    for (name, value) in [
      ("unit", form.unitCode), ("name", form.name), ("description", form.description), ("kind", form.kind.rawValue),
      ("nature", form.nature.rawValue), ("frequency", form.frequency.rawValue), ("owner", form.owner),
      ("design", form.design), ("designReason", form.designReason),
    ] { values.add(name, value) }
    for (id, answer) in form.answers { values.add("answer-" + id, answer) }
    return values
  }

  /// The test typed.
  static func test(_ values: Values) throws -> ControlTestInput {
    var problems: [FieldProblem] = []
    let conclusion = ControlTestConclusion(rawValue: values.text("conclusion"))
    if conclusion == nil { problems.append(FieldProblem("conclusion", Text.Controls.chooseConclusion)) }
    let day = values.text("testedOn")
    let testedOn = dayFromField(day)
    if !day.isEmpty, testedOn == nil { problems.append(FieldProblem("testedOn", Text.Assess.dayWrong)) }
    func number(_ field: String) -> Int {
      if values.text(field).isEmpty { return 0 }
      guard let value = values.number(field) else {
        problems.append(FieldProblem(field, Text.Controls.wholeNumber))
        return 0
      }
      return value
    }
    let (size, exceptions) = (number("sampleSize"), number("exceptions"))
    guard let conclusion, problems.isEmpty else { throw RiskInput.refusal(problems) }
    return ControlTestInput(
      testedOn: testedOn, tester: values.text("tester"), sampleSize: size, exceptions: exceptions,
      conclusion: conclusion, notes: values.text("notes"))
  }

  /// The method chosen and its first day.
  static func method(_ values: Values) throws -> (method: ControlEffectMethod, day: Day?) {
    var problems: [FieldProblem] = []
    let method = ControlEffectMethod(rawValue: values.text("method"))
    if method == nil { problems.append(FieldProblem("method", Text.Controls.chooseMethod)) }
    let text = values.text("from")
    let day = dayFromField(text)
    if !text.isEmpty, day == nil { problems.append(FieldProblem("from", Text.Assess.dayWrong)) }
    guard let method, problems.isEmpty else { throw RiskInput.refusal(problems) }
    return (method, day)
  }
}
