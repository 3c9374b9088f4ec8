import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// One risk: show, add, edit, assess, close.
  func risks(_ visit: Visit) throws -> Response {
    switch visit.route {
    case .newRisk(let unit, let event):
      try visit.require(.addRisk)
      var values = Values()
      values.add("unit", unit)
      values.add("of-event", event)
      return visit.page(try newRiskPage(FormState(values), nil, visit))
    case .addRisk: return try addRisk(visit)
    case .risk(let reference, let asOf): return try riskPage(reference, asOf, visit)
    case .editRiskForm(let reference): return try editRiskForm(reference, visit)
    case .editRisk(let reference): return try editRisk(reference, visit)
    case .assessForm(let reference): return try assessForm(reference, visit)
    case .assess(let reference): return try assess(reference, visit)
    case .scorePreview(let reference): return try scorePreview(reference, visit)
    case .retireRiskForm(let reference):
      _ = try risk(reference, for: .retire, visit)
      return visit.page(try retirePage(reference, FormState(), visit))
    case .retireRisk(let reference): return try retire(reference, visit)
    case .reinstateRisk(let reference):
      _ = try app.reinstateRisk(reference, version: visit.version, by: try visit.actor)
      return .redirect(Done.reinstated.after(.risk(reference, asOf: nil)))
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func riskPage(_ reference: String, _ asOf: Day?, _ visit: Visit) throws -> Response {
    visit.page(try riskView(reference, asOf, visit).node)
  }

  /// The page of a risk, before it is drawn.
  func riskView(_ reference: String, _ asOf: Day?, _ visit: Visit) throws -> RiskView {
    let past = asOf.flatMap { $0 < visit.now.dayInIstanbul ? $0 : nil }
    let risk = try app.risk(reference, by: try visit.actor, asOf: past)
    var view = RiskView(frame: visit.frame.showing(past), risk: risk)
    view.estimate = try app.estimate(ofRisk: reference, asOf: past, by: try visit.actor)
    view.actions = try app.actions(ofRisk: reference, asOf: past, by: try visit.actor)
    view.events = try app.events(ofRisk: reference, asOf: past, by: try visit.actor)
    view.votes = try app.votes(ofRisk: reference, by: try visit.actor, asOf: past)
    let indicators = try app.indicators(ofRisk: reference, asOf: past, by: try visit.actor)
    view.indicators = (indicators, try app.indicatorRules(on: past ?? visit.now.dayInIstanbul))
    view.controls = try app.controls(ofRisk: reference, asOf: past, by: try visit.actor)
    view.evidence = try app.evidence(of: EvidenceTarget(.risk, reference), asOf: past, by: try visit.actor)
    view.steps = try app.steps(ofRisk: reference, by: try visit.actor, asOf: past)
    view.process = try app.process(named: risk.row.risk.details.process, by: try visit.actor, asOf: past)
    view.oversight = try app.oversight(ofRisk: reference, asOf: past, by: try visit.actor)
    return view
  }

  /// The risk, for a form that only those who may use it are shown.
  private func risk(_ reference: String, for use: RiskPermission, _ visit: Visit) throws -> RiskPage {
    let risk = try app.risk(reference, by: try visit.actor)
    guard risk.permissions.contains(use) else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return risk
  }

  private func newRiskPage(_ state: FormState, _ preview: ScorePreview?, _ visit: Visit) throws -> Node {
    RiskFormView(
      frame: visit.frame, state: state, units: try app.units(by: try visit.actor), methodology: try app.methodology(),
      editing: nil, processes: try app.processTree(by: try visit.actor), preview: preview,
      remarks: app.checkStatement(RiskInput.statement(state.values))
    ).node
  }

  private func addRisk(_ visit: Visit) throws -> Response {
    let (actor, methodology) = (try visit.actor, try app.methodology())
    if visit.values["preview"] != nil {
      let preview = try preview(of: visit.values, methodology, reference: nil, visit)
      return visit.page(try newRiskPage(FormState(visit.values), preview, visit))
    }
    return try visit.submit(
      form: { try newRiskPage($0, nil, visit) },
      action: {
        let details = try RiskInput.details(visit.values, units: try app.units(by: actor))
        let assessment = try RiskInput.assessment(visit.values, methodology)
        if let event = visit.values.nonEmpty("of-event") {
          _ = try app.addRisk(details, assessment: assessment, ofEvent: event, by: actor)
          return .redirect(Done.created.after(.event(.show(event))))
        }
        let risk = try app.addRisk(details, assessment: assessment, by: actor)
        return .redirect(Done.created.after(.risk(risk.reference, asOf: nil)))
      })
  }

  private func editRiskForm(_ reference: String, _ visit: Visit) throws -> Response {
    let risk = try risk(reference, for: .edit, visit)
    let values = RiskInput.values(of: risk.row.risk, unitCode: risk.row.unitCode)
    return visit.page(try editPage(reference, risk.row.risk.version, FormState(values), visit))
  }

  private func editPage(_ reference: String, _ version: Int, _ state: FormState, _ visit: Visit) throws -> Node {
    RiskFormView(
      frame: visit.frame, state: state, units: try app.units(by: try visit.actor), methodology: try app.methodology(),
      editing: (reference, version), processes: try app.processTree(by: try visit.actor),
      remarks: app.checkStatement(RiskInput.statement(state.values))
    ).node
  }

  private func editRisk(_ reference: String, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    return try visit.submit(
      form: { try editPage(reference, visit.version, $0, visit) },
      action: {
        let stored = try app.risk(reference, by: actor).row.risk.details
        var details = try RiskInput.details(visit.values, units: try app.units(by: actor))
        // What only an import writes is not on the form and must outlive it.
        (details.declaredScore, details.declaredLevel) = (stored.declaredScore, stored.declaredLevel)
        details.sourceReference = stored.sourceReference
        _ = try app.editRisk(reference, details, version: visit.version, by: actor)
        return .redirect(Done.saved.after(.risk(reference, asOf: nil)))
      })
  }

  private func assessForm(_ reference: String, _ visit: Visit) throws -> Response {
    let (risk, methodology) = (try risk(reference, for: .assess, visit), try app.methodology())
    let values = RiskInput.values(of: risk.history.first, under: methodology)
    let preview = try preview(of: values, methodology, reference: reference, visit)
    return visit.page(try assessPage(reference, FormState(values), preview, visit))
  }

  private func assessPage(
    _ reference: String, _ state: FormState, _ preview: ScorePreview?, _ visit: Visit
  ) throws -> Node {
    AssessView(
      frame: visit.frame, state: state, risk: try app.risk(reference, by: try visit.actor),
      methodology: try app.methodology(), preview: preview
    ).node
  }

  private func assess(_ reference: String, _ visit: Visit) throws -> Response {
    let methodology = try app.methodology()
    if visit.values["preview"] != nil {
      let preview = try preview(of: visit.values, methodology, reference: reference, visit)
      return visit.page(try assessPage(reference, FormState(visit.values), preview, visit))
    }
    return try visit.submit(
      form: { state in
        let preview = try preview(of: visit.values, methodology, reference: reference, visit)
        return try assessPage(reference, state, preview, visit)
      },
      action: {
        let input = try RiskInput.requiredAssessment(visit.values, methodology)
        _ = try app.assess(reference, input, version: visit.version, by: try visit.actor)
        return .redirect(Done.assessed.after(.risk(reference, asOf: nil)))
      })
  }

  private func scorePreview(_ reference: String, _ visit: Visit) throws -> Response {
    let methodology = try app.methodology()
    let preview = try preview(
      of: visit.values, methodology, reference: reference.isEmpty ? nil : reference, visit)
    return visit.page(ScorePanel(frame: visit.frame, preview: preview, methodology: methodology).content)
  }

  /// The score of what is typed so far. What is half typed is no problem yet: the panel then says what is missing.
  private func preview(
    of values: Values, _ methodology: Methodology, reference: String?, _ visit: Visit
  ) throws -> ScorePreview? {
    let input: AssessmentInput?
    do {
      input = try RiskInput.assessment(values, methodology)
    } catch let problem as Problem {
      return ScorePreview(inherent: nil, residual: nil, target: nil, problems: problem.fields, findings: [])
    }
    return try input.map { try app.previewScore($0, for: reference, by: try visit.actor) }
  }

  private func retirePage(_ reference: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let risk = try app.risk(reference, by: try visit.actor).row.risk
    return RetireView(
      frame: visit.frame, state: state, title: Text.Risk.retireTitle, lead: Text.Risk.retireLead,
      name: "\(reference) – \(risk.details.statement)", version: risk.version, action: .retireRisk(reference),
      back: .risk(reference, asOf: nil), room: .risks
    ).node
  }

  private func retire(_ reference: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try retirePage(reference, $0, visit) },
      action: {
        _ = try app.retireRisk(
          reference, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
        return .redirect(Done.retired.after(.risk(reference, asOf: nil)))
      })
  }
}
