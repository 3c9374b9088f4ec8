import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

/// The reports there are.
struct ReportsView: View {
  let frame: Frame
  let units: [UnitLine]

  /// The page.
  var node: Node {
    page(PageHead(title: t(Text.Reports.title), room: .reports)) {
      section(.class("card")) {
        h2(t(Text.Reports.consolidated))
        p(t(Text.Reports.consolidatedLead))
        PeriodForm(frame: frame, period: PeriodForm.usual(frame.today), unit: nil, units: units).node
      }
    }
  }
}

/// Chooses period and unit of a report.
struct PeriodForm: View {
  let frame: Frame
  let period: Period
  let unit: String?
  let units: [UnitLine]

  /// The form.
  var node: Node {
    form(.class("inline no-print"), .method("get"), .action("/reports/consolidated")) {
      div(.class("field")) {
        label(t(Text.Common.period), .for("period"))
        select(.id("period"), .name("period")) {
          for entry in choices {
            option(Figures.period(entry, language), .value(entry.description), .selected(entry == period))
          }
        }
      }
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: units).select(chosen: unit)
      }
      button(t(Text.Reports.show), .type("submit"))
    }
  }

  /// The running quarter.
  static func usual(_ today: Day) -> Period { Period(containing: today, length: .quarter) }

  /// The last eight quarters, the last three years and what was asked for.
  private var choices: [Period] {
    var quarters = [Self.usual(frame.today)]
    while quarters.count < 8, let last = quarters.last { quarters.append(last.previous) }
    var years = [Period(containing: frame.today, length: .year)]
    while years.count < 3, let last = years.last { years.append(last.previous) }
    let list = quarters + years
    return list.contains(period) ? list : [period] + list
  }
}

/// The consolidated report as a page that prints.
struct ConsolidatedReportView: View {
  let frame: Frame
  let report: ConsolidatedReport
  let definition: ReportDefinition
  let period: Period
  let unit: String?
  let units: [UnitLine]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Reports.consolidated)): \(Figures.period(period, language))", room: .reports,
      crumbs: [Crumb(text: t(Text.Reports.title), route: .reports)], methodology: report.snapshot.methodology)
    head.hidesTitle = true
    head.sheets = [frame.assets.report].compactMap { $0 }
    return page(head) {
      PeriodForm(frame: frame, period: period, unit: unit, units: units).node
      p(.class("no-print")) {
        a(
          t(Text.Reports.workbook), .class("button"),
          .href(Route.consolidatedWorkbook(period: period, unit: unit).path))
      }
      p(t(Text.Reports.printHint), .class("muted small no-print"))
      ReportRendering.node(report, definition, language)
    }
  }
}

/// The one place where reports become markup and workbooks.
enum ReportRendering {
  /// The report's sections.
  static func node(_ report: ConsolidatedReport, _ definition: ReportDefinition, _ language: Language) -> Node {
    HTMLRenderer(language: language) { Route.risk($0, asOf: nil).path }.article(report.document(definition))
  }

  /// The report as a workbook at `path`.
  static func write(
    _ report: ConsolidatedReport, _ definition: ReportDefinition, _ language: Language, to path: String
  ) throws {
    try XLSXRenderer.write(report.document(definition), to: path, language: language)
  }
}
