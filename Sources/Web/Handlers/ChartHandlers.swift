import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

extension WebApplication {
  /// Charts: look, editor, files, versions, differences, papers.
  func charts(_ route: ProcessRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .chart(let code, let look):
      let content = try app.chart(code, number: look.number, by: actor, asOf: look.asOf)
      return visit.page(ChartView(frame: visit.frame.showing(look.asOf), content: content, look: look).node)
    case .editor(let code): return try openEditor(code, visit)
    case .saveChart(let code): return try saveChart(code, visit)
    case .preview(let code): return try previewChart(code, visit)
    case .versions(let code):
      return visit.page(ChartVersionsView(frame: visit.frame, content: try app.process(code, by: actor)).node)
    case .decideForm(let code, let decision): return visit.page(try decisionPage(code, decision, FormState(), visit))
    case .decide(let code, let decision): return try decide(code, decision, visit)
    default: return try chartPapers(route, visit)
    }
  }

  // MARK: editor

  private func openEditor(_ code: String, _ visit: Visit) throws -> Response {
    let content = try app.process(code, by: try visit.actor)
    guard content.may.edit else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    guard content.may.draw else { throw Problem(.conflict, Text.Processes.notNow) }
    let page = try app.chart(code, by: try visit.actor)
    var values = Values()
    values.add("note", page.version?.state == .draft ? page.version?.note : nil)
    let input = ChartInput(StepTable(page.process.chart))
    let preview = ChartPreview(frame: visit.frame, shown: page, input: input)
    return visit.page(try editorPage(code, FormState(values), preview, visit))
  }

  private func editorPage(
    _ code: String, _ state: FormState, _ preview: ChartPreview, _ visit: Visit
  ) throws -> Node {
    let actor = try visit.actor
    let draft = try app.process(code, by: actor).open
    return ChartEditorView(
      frame: visit.frame, code: code, state: state, preview: preview, version: draft?.version ?? 0,
      processes: try app.processTree(by: actor).map { ($0.record.code, $0.record.details.name) }
    ).node
  }

  /// What the editor shows of the rows; where they make no chart that can be kept, why not.
  private func preview(_ code: String, _ input: ChartInput, _ chart: Chart, _ visit: Visit) throws -> ChartPreview {
    let actor = try visit.actor
    do {
      return ChartPreview(
        frame: visit.frame, shown: try app.previewChart(code, chart, by: actor), input: input)
    } catch let problem as Problem where problem.kind == .invalid {
      let empty = try app.previewChart(code, Chart(steps: [], flows: []), by: actor)
      var preview = ChartPreview(frame: visit.frame, shown: empty, input: input)
      preview.refusal = problem.fields.first?.message ?? problem.message
      return preview
    }
  }

  /// What was typed, after the command of the button, with the ids that new rows get.
  private func typed(
    _ code: String, _ visit: Visit, performs: Bool = true
  ) throws -> (input: ChartInput, chart: Chart) {
    var input = ChartInput(visit.values)
    let column = ChartInput.fields.first { $0.name == visit.values.text("paste-column") }?.column
    if performs {
      input.perform(
        visit.values.text("do"), pasted: visit.values["paste"] ?? "", at: visit.values.number("paste-row"),
        column: column)
    }
    let versions = try app.process(code, by: try visit.actor).versions
    let chart = input.read(taken: Set(versions.flatMap { $0.chart.steps.map(\.id) }))
    return (input, chart)
  }

  private func saveChart(_ code: String, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    let content = try app.process(code, by: actor)
    guard content.may.edit else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    let (input, chart) = try typed(code, visit)
    func again(_ state: FormState) throws -> Node {
      let shown = try preview(code, input, chart, visit)
      guard let refusal = shown.refusal, !state.isRefused else { return try editorPage(code, state, shown, visit) }
      // The rows stay as they were before the button that made too much of them.
      let before = try typed(code, visit, performs: false)
      var told = state
      told.problems = [FieldProblem("chart", refusal)]
      return try editorPage(code, told, try preview(code, before.input, before.chart, visit), visit)
    }
    if visit.values.text("do") == "merge" { return visit.page(try merged(code, chart, visit)) }
    guard visit.values.text("do") == "save" else { return visit.page(try again(FormState(visit.values))) }
    return try visit.submit(
      form: again,
      action: {
        if !input.remarks.isEmpty { throw RiskInput.refusal(input.remarks.map { FieldProblem("chart", $0.text) }) }
        _ = try app.saveChart(
          code, chart, note: visit.values.text("note"), version: visit.version, by: actor)
        return .redirect(Done.saved.after(.process(.show(code, asOf: nil))))
      })
  }

  /// The editor with the rows typed, some steps as somebody else has saved them meanwhile. Nothing is stored.
  private func merged(_ code: String, _ typed: Chart, _ visit: Visit) throws -> Node {
    let stored = try app.chart(code, by: try visit.actor).process.chart
    let chart = typed.taking(Set(visit.values.all("take")), from: stored)
    let input = ChartInput(StepTable(chart))
    return try editorPage(code, FormState(visit.values), try preview(code, input, chart, visit), visit)
  }

  /// Parts of the editor for its script. Nothing is stored.
  private func previewChart(_ code: String, _ visit: Visit) throws -> Response {
    let (input, chart) = try typed(code, visit)
    let changesRows = ["paste", "renumber"].contains(visit.values.text("do"))
    return visit.page(try preview(code, input, chart, visit).answer(withRows: changesRows))
  }

  // MARK: decisions

  private func decisionPage(
    _ code: String, _ decision: ChartDecision, _ state: FormState, _ visit: Visit
  ) throws -> Node {
    let actor = try visit.actor
    let content = try app.process(code, by: actor)
    let isAllowed = decision == .approval || decision == .refusal ? content.may.approve : content.may.edit
    guard isAllowed else { throw Problem(.forbidden, content.may.whyNotApprove ?? Text.Refusal.forbidden) }
    return ChartDecisionView(
      frame: visit.frame, content: content, chart: try app.chart(code, by: actor), decision: decision, state: state
    ).node
  }

  private func decide(_ code: String, _ decision: ChartDecision, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try decisionPage(code, decision, $0, visit) },
      action: {
        let (actor, version) = (try visit.actor, visit.version)
        switch decision {
        case .submission: _ = try app.submitChart(code, version: version, by: actor)
        case .refusal:
          _ = try app.returnChart(code, reason: visit.values.text("reason"), version: version, by: actor)
        case .withdrawal: _ = try app.discardChart(code, version: version, by: actor)
        case .approval:
          let text = visit.values.text("effectiveOn")
          let day = dayFromField(text)
          if !text.isEmpty, day == nil {
            throw RiskInput.refusal([FieldProblem("effectiveOn", Text.Assess.dayWrong)])
          }
          _ = try app.approveChart(code, effectiveOn: day, version: version, by: actor)
        }
        return .redirect(Done.saved.after(.process(.show(code, asOf: nil))))
      })
  }
}

extension ChartInput {
  /// The chart the rows say, with ids for new ones and remarks for what cannot be read. Rows in which nothing but the
  /// number was typed wait for their text and are no steps yet.
  mutating func read(taken: Set<String>) -> Chart {
    let blank = table.rows.indices.filter { table.rows[$0].isBlank && table.rows[$0].id.isEmpty }
    var named = table
    for at in blank { named.rows[at] = StepRow() }
    named = named.withIDs(taken: taken)
    let (chart, remarks) = named.chart(taken: taken)
    for at in blank { named.rows[at] = table.rows[at] }
    (table, self.remarks) = (named, remarks)
    return chart
  }
}
