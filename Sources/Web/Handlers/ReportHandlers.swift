import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceReporting

extension WebApplication {
  /// Reports as pages and workbooks.
  func reports(_ visit: Visit) throws -> Response {
    let actor = try visit.actor
    try visit.require(.read)
    let units = try app.units(by: actor)
    switch visit.route {
    case .consolidatedReport(let period, let unit):
      let period = period ?? PeriodForm.usual(visit.now.dayInIstanbul)
      let report = try app.consolidatedReport(period: period, unitCode: unit, by: actor)
      return visit.page(
        ConsolidatedReportView(
          frame: visit.frame, report: report, definition: try definition(), period: period, unit: unit, units: units
        ).node)
    case .consolidatedWorkbook(let period, let unit):
      let period = period ?? PeriodForm.usual(visit.now.dayInIstanbul)
      let report = try app.consolidatedReport(period: period, unitCode: unit, by: actor)
      let file = try TemporaryFile(ending: "xlsx")
      defer { file.remove() }
      try ReportRendering.write(report, try definition(), visit.language, to: file.path)
      return .download(
        .bytes(try file.contents()), name: "konsolide-risk-raporu-\(period).xlsx",
        contentType: ExportFormat.xlsx.contentType)
    default: return visit.page(ReportsView(frame: visit.frame, units: units).node)
    }
  }

  private func definition() throws -> ReportDefinition {
    try ReportDefinition.load(dataFolder: app.dataFolder, id: "consolidated-risk")
  }
}
