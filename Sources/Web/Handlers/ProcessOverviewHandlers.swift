import GuvenceApplication
import GuvenceCore
import GuvenceExchange
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

extension WebApplication {
  /// Pages over all processes: coverage, services, job descriptions.
  func processOverviews(_ route: ProcessRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .coverage:
      let view = ProcessCoverageView(
        frame: visit.frame, coverage: try app.processCoverage(by: actor), methodology: try app.methodology())
      return visit.page(view.node)
    case .linking(let risk):
      try visit.require(.manageProcesses)
      return visit.page(RiskPlacesView(frame: visit.frame, places: try app.places(forRisk: risk, by: actor)).node)
    case .services:
      return visit.page(ServicesView(frame: visit.frame, lines: try app.serviceInventory(by: actor)).node)
    case .duties(let role):
      let view = DutiesView(
        frame: visit.frame, roles: try app.chartRoles(by: actor),
        description: try role.map { try app.jobDescription(role: $0, by: actor) },
        sensitive: role == nil ? try app.sensitiveDuties(by: actor) : [])
      return visit.page(view.node)
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  /// Differences, papers and files of one chart.
  func chartPapers(_ route: ProcessRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .differences(let code, let from, let to):
      let versions = try app.process(code, by: actor).versions
      let view = ChartDifferencesView(
        frame: visit.frame, code: code, comparison: try app.compareCharts(code, from: from, to: to, by: actor),
        numbers: versions.map { ($0.number, $0.state) })
      return visit.page(view.node)
    case .papers(let code, let number, let form):
      let process = try app.process(code, by: actor)
      let view = ProcessPapersView(
        frame: visit.frame, process: process,
        content: try app.chart(code, number: number ?? process.current?.number, by: actor),
        separation: try SeparationOfDuties.load(dataFolder: app.dataFolder),
        form: form.flatMap(PrintedForm.Kind.init(rawValue:)), isProcedure: form == "procedure")
      return visit.page(view.node)
    case .importForm(let code): return visit.page(try chartImportPage(code, FormState(), nil, visit))
    case .importFile(let code): return try importChart(code, visit)
    case .export(let code, let number, let ending): return try exportChart(code, number, ending, visit)
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func chartImportPage(
    _ code: String, _ state: FormState, _ diagnostics: [Diagnostic]?, _ visit: Visit
  ) throws -> Node {
    guard try changeableProcess(code, visit).may.draw else { throw Problem(.conflict, Text.Processes.notNow) }
    return ChartImportView(frame: visit.frame, code: code, state: state, diagnostics: diagnostics).node
  }

  private func importChart(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try chartImportPage(code, $0, nil, visit) },
      action: {
        let actor = try visit.actor
        _ = try changeableProcess(code, visit)
        guard let upload = visit.request.uploads.first(where: { $0.name == "file" && $0.size > 0 }) else {
          throw RiskInput.refusal([FieldProblem("file", Text.Indicators.noFile)])
        }
        do {
          let made = try app.importChart(
            code, bytes: try TextFile.bytes(upload.path), name: upload.fileName, by: actor)
          return visit.page(try chartImportPage(code, FormState(), made.remarks, visit))
        } catch let refusal as ExchangeRefusal {
          throw RiskInput.refusal([FieldProblem("file", refusal.message)])
        }
      })
  }

  private func exportChart(_ code: String, _ number: Int?, _ ending: String, _ visit: Visit) throws -> Response {
    let isNew = ending == ChartLinks.newBPMN
    guard let format = isNew ? .bpmn : ChartFormat.allCases.first(where: { $0.ending == ending }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    let bytes = try app.exportChart(code, number: number, format: format, isNew: isNew, by: try visit.actor)
    return .download(.bytes(bytes), name: "\(code).\(format.ending)", contentType: format.contentType)
  }
}

extension ChartFormat {
  /// The type of its files.
  fileprivate var contentType: String {
    switch self {
    case .bpmn: "application/xml"
    case .mermaid, .outline: "text/plain; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8"
    case .svg: "image/svg+xml"
    }
  }
}
