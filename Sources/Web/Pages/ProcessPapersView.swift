import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules

/// What follows from one chart: printed forms, procedure text, matrices, lists and durations.
struct ProcessPapersView: View {
  let frame: Frame
  let process: ProcessPage
  let content: ChartPage
  let separation: SeparationOfDuties
  /// The form shown; `nil` for the tables.
  let form: PrintedForm.Kind?
  /// Whether the procedure text is shown.
  var isProcedure = false

  private var code: String { content.record.code }
  private var number: Int? { content.version?.number }

  /// The page.
  var node: Node {
    let name = form.map { t($0.name) } ?? t(isProcedure ? Text.Processes.procedure : Text.Processes.papers)
    var head = PageHead(
      title: "\(name): \(code)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: "\(code) \(content.record.details.name)", route: .process(.show(code, asOf: nil))),
      ])
    (head.isWide, head.hidesTitle) = (true, true)
    if form != nil || isProcedure { head.sheets = [frame.assets.forms].compactMap { $0 } }
    return page(head) {
      div(.class(form == nil && !isProcedure ? nil : "no-print")) {
        if !isProcedure { h1(head.title) }
        lead
      }
      choices
      if content.process.chart.steps.isEmpty {
        p(t(Text.Processes.noChart), .class("empty"))
      } else if let form {
        sheets(form)
      } else if isProcedure {
        div(
          .class("procedure table-frame"), .tabindex(0), .role("region"),
          .aria("label", t(Text.Processes.procedure))
        ) { ProcedureText(content.process, language, on: frame.today).node(header) }
      } else {
        tables
      }
    }
  }

  private var lead: Node {
    guard let version = content.version else { return .empty }
    return p {
      "\(t(Text.Processes.revision)) \(version.number), \(t(version.state.name))"
      if !content.record.details.documentNumber.isEmpty { " · \(content.record.details.documentNumber)" }
    }
  }

  private var choices: Node {
    ul(.class("chips no-print"), .aria("label", t(Text.Processes.papers))) {
      li(t(Text.Processes.papers), .class("chips-name"))
      chip(t(Text.Processes.tables), nil, form == nil && !isProcedure)
      for kind in PrintedForm.Kind.allCases { chip(t(kind.name), kind.rawValue, form == kind) }
      chip(t(Text.Processes.procedure), "procedure", isProcedure)
    }
  }

  private func chip(_ name: String, _ form: String?, _ isOn: Bool) -> Node {
    li {
      a(
        name, .class("chip"), .href(path(.papers(code, number: number, form: form))),
        isOn ? .aria("current", "page") : .absent)
    }
  }

  private func sheets(_ kind: PrintedForm.Kind) -> Node {
    fragment {
      p(t(Text.Processes.formHint), .class("muted no-print"))
      div(.class("form-page"), .tabindex(0), .role("region"), .aria("label", t(kind.name))) {
        Node.fragment(
          PrintedForm(kind, content.process, header, language, on: frame.today).pages(lines: lines))
      }
    }
  }

  /// What the card of the register has beside that of the charts.
  private var lines: [PrintedForm.Line] {
    let details = content.record.details
    return [
      PrintedForm.Line(Text.Processes.documents, details.documents),
      PrintedForm.Line(Text.Processes.systems, details.systems),
      PrintedForm.Line(Text.Processes.indicators, details.indicators),
    ].filter { !$0.values.isEmpty }
  }

  /// Head and foot from the versions: first issue, revision, who prepared and who approved.
  private var header: FormHeader {
    var header = FormHeader(
      administration: frame.administration.name, unit: process.unitPath.last?.name ?? "",
      documentNumber: content.record.details.documentNumber)
    header.unitCode = content.record.details.detsisNumber
    header.firstIssue = process.versions.last { $0.approvedAt != nil }?.effectiveOn
    guard let version = content.version else { return header }
    header.state = version.state == .approved ? "" : t(version.state.name)
    header.prepared = FormHeader.Signatory(name: version.preparedBy, day: version.preparedAt.dayInIstanbul)
    guard let approved = version.approvedAt else { return header }
    // The first version in force is revision 00; drafts that were given up do not count.
    let before = process.versions.count { $0.approvedAt != nil && $0.number < version.number }
    header.revision = (before < 10 ? "0" : "") + String(before)
    header.revisionDay = version.effectiveOn
    header.approved = FormHeader.Signatory(name: version.decidedBy, day: approved.dayInIstanbul)
    return header
  }

  /// Levels of the linked risks by the point they stand on, the highest where several do.
  private var levels: [String: ChartTables.RegisterLevel] {
    var highest: [String: Level] = [:]
    for line in content.links where !line.link.pointID.isEmpty {
      guard let level = line.level else { continue }
      if highest[line.link.pointID].map({ $0.rank < level.rank }) ?? true { highest[line.link.pointID] = level }
    }
    return highest.mapValues { ChartTables.RegisterLevel(name: "\($0.shape)\u{A0}\(t($0.name))", rank: $0.rank) }
  }

  private var tables: Node {
    var made = ChartTables(content.process, language, on: frame.today)
    made.levels = levels
    let tables = made.all(separation)
    return fragment {
      ol(.class("papers-nav no-print")) {
        for table in tables { li { a(t(table.title), .href("#" + table.id)) } }
      }
      for table in tables {
        h2(.id(table.id)) { t(table.title) }
        ChartTableView(frame: frame, table: table).node
      }
    }
  }
}
