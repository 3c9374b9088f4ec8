import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// The action plan: list, timeline, workbook, one action.
  func actions(_ route: ActionRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let query):
      return visit.page(ActionsView(frame: visit.frame, list: try app.actions(query, by: actor)).node)
    case .timeline(let query):
      let list = try app.actions(query, by: actor)
      return visit.page(ActionsView(frame: visit.frame, list: list, hasTimeline: true).node)
    case .export(let query):
      let file = try TemporaryFile(ending: "xlsx")
      defer { file.remove() }
      try app.exportActions(query, to: file.path, by: actor)
      return .download(
        .bytes(try file.contents()), name: "risk-eylem-plani-\(visit.now.dayInIstanbul).xlsx",
        contentType: ExportFormat.xlsx.contentType)
    case .new(let risk):
      var values = Values()
      values.add("risks", risk)
      if let risk, let found = try? app.risk(risk, by: actor) { values.add("unit", found.row.unitCode) }
      return visit.page(try actionForm(FormState(values), nil, visit))
    case .add:
      return try visit.submit(
        form: { try actionForm($0, nil, visit) },
        action: {
          let made = try app.addAction(try ActionInput.form(visit.values), by: actor)
          return .redirect(Done.created.after(.action(.show(made.code))))
        })
    case .show(let code): return visit.page(try actionPage(code, FormState(), visit))
    case .editForm(let code):
      let content = try app.action(code, by: actor)
      guard content.mayWrite else { throw Problem(.forbidden, Text.Refusal.forbiddenTitle) }
      return visit.page(try actionForm(FormState(ActionInput.values(of: content.line)), content.line.action, visit))
    case .edit(let code):
      return try visit.submit(
        form: { try actionForm($0, try app.action(code, by: actor).line.action, visit) },
        action: {
          _ = try app.editAction(code, try ActionInput.form(visit.values), version: visit.version, by: actor)
          return .redirect(Done.saved.after(.action(.show(code))))
        })
    case .progress(let code), .complete(let code), .cancel(let code): return try act(route, on: code, visit)
    case .control(let code):
      return try visit.submit(
        form: { try actionPage(code, $0, visit) },
        action: {
          .redirect(Done.created.after(.control(.show(try app.makeControl(ofAction: code, by: actor).code))))
        })
    }
  }

  private func actionForm(_ state: FormState, _ editing: RiskAction?, _ visit: Visit) throws -> Node {
    try visit.require(.manageActions)
    return ActionFormView(
      frame: visit.frame, state: state, units: try app.units(by: try visit.actor), editing: editing
    ).node
  }

  private func actionPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let actor = try visit.actor
    let content = try app.action(code, by: actor)
    return ActionView(
      frame: visit.frame, content: content, evidence: try app.evidence(of: EvidenceTarget(.action, code), by: actor),
      state: state
    ).node
  }

  private func act(_ route: ActionRoute, on code: String, _ visit: Visit) throws -> Response {
    let (values, actor) = (visit.values, try visit.actor)
    return try visit.submit(
      form: { try actionPage(code, $0, visit) },
      action: {
        switch route {
        case .progress:
          let day = try ActionInput.day("on", values)
          try app.recordProgress(
            code, percent: Int(values.text("percent").trimmed), note: values.text("note"), on: day, by: actor)
        case .complete:
          _ = try app.completeAction(code, note: values.text("result"), version: visit.version, by: actor)
        default: _ = try app.cancelAction(code, reason: values.text("reason"), version: visit.version, by: actor)
        }
        return .redirect(Done.saved.after(.action(.show(code))))
      })
  }
}

/// Reads the forms of actions.
enum ActionInput {
  /// The action typed; what is missing the use case judges.
  static func form(_ values: Values) throws -> ActionForm {
    func list(_ name: String) -> [String] {
      values.text(name).split { $0 == "," || $0 == ";" || $0.isNewline }.map(String.init)
    }
    var form = ActionForm()
    (form.unitCode, form.title, form.owner) = (values.text("unit"), values.text("title"), values.text("owner"))
    (form.risks, form.partners) = (list("risks"), list("partners"))
    (form.cost, form.outcome) = (values.text("cost"), values.text("outcome"))
    (form.startsOn, form.dueOn) = (try day("startsOn", values), try day("dueOn", values))
    return form
  }

  /// A day typed, nothing where empty.
  static func day(_ name: String, _ values: Values) throws -> Day? {
    let text = values.text(name)
    guard !text.isEmpty else { return nil }
    guard let day = dayFromField(text) else { throw RiskInput.refusal([FieldProblem(name, Text.Assess.dayWrong)]) }
    return day
  }

  /// The form's values of a stored action.
  static func values(of line: ActionLine) -> Values {
    let form = ActionForm(line)
    var values = Values()
    for (name, value) in [
      ("unit", form.unitCode), ("title", form.title), ("owner", form.owner), ("cost", form.cost),
      ("outcome", form.outcome), ("risks", form.risks.joined(separator: ", ")),
      ("partners", form.partners.joined(separator: ", ")), ("startsOn", form.startsOn?.description ?? ""),
      ("dueOn", form.dueOn?.description ?? ""),
    ] { values.add(name, value) }
    return values
  }
}
