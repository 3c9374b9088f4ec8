import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// Wording, sharing, relations, suggestions.
  func identification(_ route: IdentificationRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .statements(let unit):
      let report = try app.checkStatements(unitCode: unit, by: actor)
      return visit.page(StatementsView(frame: visit.frame, report: report).node)
    case .checkStatement:
      let found = app.checkStatement(RiskInput.statement(visit.values))
      return visit.page(StatementRemarks(frame: visit.frame, findings: found).content)
    case .relations(let unit):
      let content = try app.relations(unitCode: unit, by: actor)
      return visit.page(RelationsView(frame: visit.frame, content: content).node)
    case .suggestions(let unit, let directorate):
      return visit.page(try suggestionsPage(unit, directorate, FormState(), visit))
    case .adopt: return try adoptRisks(visit)
    default: return try changes(route, actor, visit)
    }
  }

  private func changes(_ route: IdentificationRoute, _ actor: Actor, _ visit: Visit) throws -> Response {
    let values = visit.values
    switch route {
    case .share(let reference):
      return try onRisk(reference, form: "share", visit) {
        _ = try app.shareRisk(reference, with: values.text("unit"), reason: values.text("reason"), by: actor)
      }
    case .unshare(let reference):
      return try onRisk(reference, form: "share", visit) {
        _ = try app.unshareRisk(reference, with: values.text("unit"), by: actor)
      }
    case .relate(let reference):
      return try onRisk(reference, form: "relate", visit) {
        let kind = RelationKind(rawValue: values.text("kind")) ?? .triggers
        _ = try app.relateRisks(
          reference, to: values.text("other"), kind: kind, note: values.text("note"), by: actor)
      }
    case .unrelate(let reference):
      return try onRisk(reference, form: "relate", visit) {
        _ = try app.unrelateRisks(reference, to: values.text("other"), by: actor)
      }
    case .dismiss(let reference):
      return try onRisk(reference, form: "dismiss", visit) {
        _ = try app.dismissStatementFinding(
          reference, check: values.text("check"), reason: values.text("reason"), by: actor)
      }
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  /// Does something to a risk and leads back to its page; a refusal is shown there, at the form it came from.
  private func onRisk(_ reference: String, form: String, _ visit: Visit, _ body: () throws -> Void) throws -> Response {
    try visit.submit(
      form: { state in
        var view = try riskView(reference, nil, visit)
        view.identificationForm = (form, state)
        return view.node
      },
      action: {
        try body()
        return .redirect(Done.saved.after(.risk(reference, asOf: nil)))
      })
  }

  private func suggestionsPage(
    _ unit: String?, _ directorate: String?, _ state: FormState, _ visit: Visit
  ) throws -> Node {
    let page = try app.suggestions(unitCode: unit, directorate: directorate, by: try visit.actor)
    return SuggestionsView(frame: visit.frame, content: page, state: state).node
  }

  private func adoptRisks(_ visit: Visit) throws -> Response {
    let (unit, directorate) = (visit.values.nonEmpty("unit"), visit.values.nonEmpty("directorate"))
    return try visit.submit(
      form: { try suggestionsPage(unit, directorate, $0, visit) },
      action: {
        _ = try app.adoptRisks(visit.values.all("entry"), unitCode: unit ?? "", by: try visit.actor)
        return .redirect(Done.created.after(.identification(.suggestions(unit: unit, directorate: directorate))))
      })
  }
}

extension RiskInput {
  /// What is typed so far, for the checks of wording.
  static func statement(_ values: Values) -> StatementText {
    var text = StatementText(values.text("statement"))
    (text.cause, text.event, text.consequence) = (
      values.text("cause"), values.text("event"), values.text("consequence")
    )
    text.objective = values.text("unitObjective")
    text.isOpportunity = values.text("kind") == RiskKind.opportunity.rawValue
    return text
  }
}
