import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Risk appetite: statements, proposals, decisions, cases.
  func appetite(_ route: AppetiteRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let query):
      return visit.page(AppetiteView(frame: visit.frame, content: try app.appetite(query, by: actor)).node)
    case .export(let query):
      let file = try TemporaryFile(ending: "xlsx")
      defer { file.remove() }
      try app.exportAppetite(query, to: file.path, by: actor)
      return .download(
        .bytes(try file.contents()), name: "risk-istahi-\(visit.now.dayInIstanbul).xlsx",
        contentType: ExportFormat.xlsx.contentType)
    case .proposeForm:
      var values = Values()
      values.add("kind", "overall")
      return visit.page(try proposalPage(FormState(values), visit))
    case .propose:
      return try visit.submit(
        form: { try proposalPage($0, visit) },
        action: {
          _ = try app.proposeAppetite(try AppetiteInput.form(visit.values), by: actor)
          return .redirect(Done.created.after(.appetite(.list(AppetiteQuery()))))
        })
    case .decideForm(let id): return visit.page(try decisionPage(id, FormState(), visit))
    case .decide(let id): return try decide(id, visit)
    case .withdraw(let id):
      return try visit.submit(
        form: { try decisionPage(id, $0, visit) },
        action: {
          try app.withdrawAppetite(id, reason: visit.values.text("reason"), by: actor)
          return .redirect(Done.saved.after(.appetite(.list(AppetiteQuery()))))
        })
    case .breach(let reference): return visit.page(try breachPage(reference, FormState(), visit))
    case .acknowledge(let reference), .accept(let reference), .settle(let reference):
      return try act(route, on: reference, visit)
    }
  }

  private func proposalPage(_ state: FormState, _ visit: Visit) throws -> Node {
    try visit.require(.proposeAppetite)
    return AppetiteProposalView(frame: visit.frame, state: state, methodology: try app.methodology()).node
  }

  private func decisionPage(
    _ id: Identifier<AppetiteStatement>, _ state: FormState, _ visit: Visit
  ) throws -> Node {
    let content = try app.appetite(by: try visit.actor)
    guard let line = content.lines.first(where: { $0.statement.id == id }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    return AppetiteDecisionView(frame: visit.frame, state: state, line: line).node
  }

  private func decide(_ id: Identifier<AppetiteStatement>, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try decisionPage(id, $0, visit) },
      action: {
        guard let decision = AppetiteStatement.Decision(rawValue: visit.values.text("decision")) else {
          throw Problem(.notFound, Text.Refusal.notFound)
        }
        try app.decideAppetite(id, decision, note: visit.values.text("note"), by: try visit.actor)
        return .redirect(Done.saved.after(.appetite(.list(AppetiteQuery()))))
      })
  }

  private func breachPage(_ reference: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let (risk, appetite) = try app.explainAppetite(reference, by: try visit.actor)
    return BreachView(frame: visit.frame, risk: risk, appetite: appetite, state: state).node
  }

  private func act(_ route: AppetiteRoute, on reference: String, _ visit: Visit) throws -> Response {
    let (values, actor) = (visit.values, try visit.actor)
    return try visit.submit(
      form: { try breachPage(reference, $0, visit) },
      action: {
        switch route {
        case .acknowledge:
          try app.acknowledgeBreach(reference, plan: values.text("plan"), version: visit.version, by: actor)
        case .accept:
          let until = dayFromField(values.text("until"))
          try app.acceptBreach(
            reference, reason: values.text("reason"), until: until, version: visit.version, by: actor)
        default:
          do {
            try app.settleBreach(reference, reason: values.text("settleReason"), version: visit.version, by: actor)
          } catch let problem as Problem where problem.fields.contains(where: { $0.field == "reason" }) {
            throw RiskInput.refusal(problem.fields.map { FieldProblem("settleReason", $0.message) })
          }
        }
        return .redirect(Done.saved.after(.appetite(.breach(reference))))
      })
  }
}

/// Reads the forms of appetite.
enum AppetiteInput {
  /// The statement typed; what is missing the use case judges.
  static func form(_ values: Values) throws -> AppetiteForm {
    var form = AppetiteForm()
    form.kind = values.text("kind")
    form.key = form.kind == "category" ? values.text("category") : values.text("target")
    (form.appetite, form.tolerance) = (values.text("appetite"), values.text("tolerance"))
    (form.capacity, form.rationale) = (values.text("capacity"), values.text("rationale"))
    form.validFrom = try day("validFrom", values)
    form.validUntil = try day("validUntil", values)
    return form
  }

  private static func day(_ name: String, _ values: Values) throws -> Day? {
    let text = values.text(name)
    guard !text.isEmpty else { return nil }
    guard let day = dayFromField(text) else {
      throw RiskInput.refusal([FieldProblem(name, Text.Assess.dayWrong)])
    }
    return day
  }
}
