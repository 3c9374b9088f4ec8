import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceQuantitative
import GuvenceRegister

extension WebApplication {
  /// Estimates, simulations, runs and their files.
  func simulations(_ route: SimulationRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .portfolio(let unit):
      var values = Values()
      values.add("unit", unit)
      return visit.page(try portfolioPage(FormState(values), visit))
    case .run: return try runSimulation(visit)
    case .compareForm(let unit):
      try visit.require(.simulate)
      var values = Values()
      values.add("unit", unit)
      return visit.page(try comparePage(FormState(values), visit))
    case .compare: return try compareAction(visit)
    case .show(let id, let isLogarithmic):
      return visit.page(
        RunView(frame: visit.frame, line: try app.simulationRun(id, by: actor), isLogarithmic: isLogarithmic).node)
    case .replay(let id):
      let done: Done = try app.replay(id, by: actor).isSame ? .replayedSame : .replayedOther
      return .redirect(done.after(.simulation(.show(id, isLogarithmic: false))))
    case .export(let format, let id): return try exportRun(format, id, visit)
    case .estimateForm(let reference):
      let page = try changeableEstimate(reference, visit)
      return visit.page(try estimatePage(reference, FormState(EstimateInput.values(of: page)), visit))
    case .estimate(let reference): return try setEstimate(reference, visit)
    case .clearForm(let reference): return visit.page(try clearPage(reference, FormState(), visit))
    case .clear(let reference): return try clearEstimate(reference, visit)
    }
  }

  private func portfolioPage(_ state: FormState, _ visit: Visit) throws -> Node {
    let page = try app.portfolio(unitCode: state.values.nonEmpty("unit"), by: try visit.actor)
    return PortfolioView(frame: visit.frame, state: state, portfolio: page).node
  }

  private func runSimulation(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try portfolioPage($0, visit) },
      action: {
        let line = try app.simulate(EstimateInput.simulation(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.simulation(.show(line.run.id, isLogarithmic: false))))
      })
  }

  private func comparePage(_ state: FormState, _ visit: Visit) throws -> Node {
    try visit.require(.simulate)
    let page = try app.portfolio(unitCode: state.values.nonEmpty("unit"), by: try visit.actor)
    return CompareView(frame: visit.frame, state: state, portfolio: page).node
  }

  private func compareAction(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try comparePage($0, visit) },
      action: {
        let page = try app.portfolio(unitCode: visit.values.nonEmpty("unit"), by: try visit.actor)
        let form = EstimateInput.comparison(visit.values, of: page.lines.map(\.reference))
        let line = try app.simulate(form, by: try visit.actor)
        return .redirect(Done.created.after(.simulation(.show(line.run.id, isLogarithmic: false))))
      })
  }

  private func exportRun(_ format: ExportFormat, _ id: Identifier<SimulationRun>, _ visit: Visit) throws -> Response {
    let file = try TemporaryFile(ending: format.rawValue)
    defer { file.remove() }
    try app.exportRun(id, format: format, to: file.path, by: try visit.actor)
    return .download(
      .bytes(try file.contents()), name: "kayip-asim-egrisi-\(id).\(format.rawValue)", contentType: format.contentType)
  }

  /// The estimate, where the person may change it.
  private func changeableEstimate(_ reference: String, _ visit: Visit) throws -> EstimatePage {
    let page = try app.estimate(ofRisk: reference, by: try visit.actor)
    guard page.mayWrite else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return page
  }

  private func estimatePage(_ reference: String, _ state: FormState, _ visit: Visit) throws -> Node {
    EstimateFormView(frame: visit.frame, state: state, estimate: try changeableEstimate(reference, visit)).node
  }

  private func setEstimate(_ reference: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try estimatePage(reference, $0, visit) },
      action: {
        try app.setEstimate(
          reference, EstimateInput.form(visit.values), version: visit.version, by: try visit.actor)
        return .redirect(Done.saved.after(.risk(reference, asOf: nil)))
      })
  }

  private func clearPage(_ reference: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let page = try changeableEstimate(reference, visit)
    return RetireView(
      frame: visit.frame, state: state, title: Text.Simulations.clearEstimate, lead: Text.Simulations.clearLead,
      name: "\(reference) – \(page.statement)", version: page.version, action: .simulation(.clear(reference)),
      back: .risk(reference, asOf: nil), room: .risks
    ).node
  }

  private func clearEstimate(_ reference: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try clearPage(reference, $0, visit) },
      action: {
        try app.clearEstimate(
          reference, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
        return .redirect(Done.saved.after(.risk(reference, asOf: nil)))
      })
  }
}

/// Forms of estimates and simulations as typed.
enum EstimateInput {
  static func form(_ values: Values) -> EstimateForm {
    var form = EstimateForm()
    form.frequencyKind = values["frequencyKind"].flatMap(EstimateForm.FrequencyKind.init(rawValue:)) ?? .poisson
    form.lossKind = values["lossKind"].flatMap(Loss.Kind.init(rawValue:)) ?? .pert
    form.frequency = values.text("frequency")
    (form.minimum, form.mode, form.maximum) = (values.text("minimum"), values.text("mode"), values.text("maximum"))
    (form.low, form.high, form.sample) = (values.text("low"), values.text("high"), values.text("sample"))
    form.rationale = values.text("rationale")
    return form
  }

  static func values(of page: EstimatePage) -> Values {
    guard let current = page.current, let estimate = current.estimate else { return Values() }
    let form = EstimateForm(estimate, rationale: current.rationale)
    return Values([
      ("frequencyKind", form.frequencyKind.rawValue), ("frequency", form.frequency),
      ("lossKind", form.lossKind.rawValue), ("minimum", form.minimum), ("mode", form.mode), ("maximum", form.maximum),
      ("low", form.low), ("high", form.high), ("sample", form.sample), ("rationale", form.rationale),
    ])
  }

  static func simulation(_ values: Values) -> SimulationForm {
    var form = SimulationForm(unitCode: values.nonEmpty("unit"))
    (form.name, form.trials, form.seed) = (values.text("name"), values.text("trials"), values.text("seed"))
    form.levels = values.text("levels")
    return form
  }

  static func comparison(_ values: Values, of references: [String]) -> SimulationForm {
    var form = simulation(values)
    form.action = values.nonEmpty("existing") ?? values.text("action")
    form.yearlyCost = values.text("yearlyCost")
    form.changes = references.map {
      ScenarioChange(
        reference: $0, frequency: values.text("frequency-" + $0), lossPercent: values.text("loss-" + $0))
    }
    return form
  }
}
