import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// What ties a control to a risk, and the suggestion that follows.
  func controlLinks(_ route: ControlRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .linkForm(let risk, let control): return visit.page(try linkPage(risk, linkState(risk, control, visit), visit))
    case .link(let risk): return try link(risk, visit)
    case .unlinkForm(let risk, let code): return visit.page(try unlinkPage(risk, code, FormState(), visit))
    case .unlink(let risk, let code): return try unlink(risk, code, visit)
    case .adopt(let risk):
      _ = try app.adoptSuggestion(risk, version: visit.version, by: try visit.actor)
      return .redirect(Done.assessed.after(.risk(risk, asOf: nil)))
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func linkState(_ risk: String, _ control: String?, _ visit: Visit) throws -> FormState {
    var values = Values()
    values.add("control", control)
    let known = try app.controls(ofRisk: risk, by: try visit.actor).lines.first { $0.control.code == control }
    values.add("share", known.map { String($0.link.share) })
    values.add("factor", (known?.link.factor ?? .both).rawValue)
    return FormState(values)
  }

  private func linkPage(_ risk: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let actor = try visit.actor
    let (page, controls) = (try app.risk(risk, by: actor), try app.controls(ofRisk: risk, by: actor))
    guard controls.mayLink else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return ControlLinkView(
      frame: visit.frame, state: state, risk: page.row.risk, linked: controls.lines,
      library: try app.controls(by: actor).lines
    ).node
  }

  private func link(_ risk: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try linkPage(risk, $0, visit) },
      action: {
        let values = visit.values
        guard try app.controls(ofRisk: risk, by: try visit.actor).mayLink else {
          throw Problem(.forbidden, Text.Refusal.forbidden)
        }
        var problems: [FieldProblem] = []
        let code = values.text("control")
        if code.isEmpty { problems.append(FieldProblem("control", Text.Controls.chooseControl)) }
        let (share, factor) = (values.number("share"), ControlFactor(rawValue: values.text("factor")))
        if share == nil { problems.append(FieldProblem("share", Text.Controls.wholeNumber)) }
        if factor == nil { problems.append(FieldProblem("factor", Text.Controls.chooseFactor)) }
        guard let share, let factor, problems.isEmpty else { throw RiskInput.refusal(problems) }
        try app.linkControl(code, to: risk, ControlLinkInput(share: share, factor: factor), by: try visit.actor)
        return .redirect(Done.saved.after(.risk(risk, asOf: nil)))
      })
  }

  private func unlinkPage(_ risk: String, _ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let controls = try app.controls(ofRisk: risk, by: try visit.actor)
    guard let line = controls.lines.first(where: { $0.control.code == code }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    guard controls.mayLink else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return RetireView(
      frame: visit.frame, state: state, title: Text.Controls.unlinkTitle, lead: Text.Controls.unlinkLead,
      name: "\(risk) ↮ \(code) – \(line.control.details.name)", version: 1,
      action: .control(.unlink(risk: risk, control: code)), back: .risk(risk, asOf: nil), room: .risks
    ).node
  }

  private func unlink(_ risk: String, _ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try unlinkPage(risk, code, $0, visit) },
      action: {
        try app.unlinkControl(code, from: risk, reason: visit.values.text("reason"), by: try visit.actor)
        return .redirect(Done.saved.after(.risk(risk, asOf: nil)))
      })
  }
}
