import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules

/// What is missing between processes, charts, risks and controls.
struct ProcessCoverageView: View {
  let frame: Frame
  let coverage: ProcessCoverage
  /// Whose levels the risks have.
  let methodology: Methodology

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Processes.coverage), room: .processes,
      crumbs: [Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery())))], methodology: methodology)
    head.isWide = true
    return page(head) {
      ProcessTabs(frame: frame, current: .coverage).node
      figures
      part(Text.Processes.waiting, coverage.waiting, Text.Processes.noWaiting)
      part(Text.Processes.overdueReviews, coverage.overdue, Text.Processes.noOverdue)
      part(Text.Processes.withoutChart, coverage.withoutChart, Text.Processes.noneMissing)
      part(Text.Processes.withoutRisks, coverage.withoutRisks, Text.Processes.noneMissing)
      uncontrolled
      unplaced
    }
  }

  private var figures: Node {
    div(.class("figures")) {
      figure("\(count(coverage.chartedCount)) / \(count(coverage.processCount))", Text.Processes.charted)
      figure(count(coverage.withoutRisks.count), Text.Processes.riskless)
      figure(count(coverage.uncontrolled.count), Text.Processes.uncontrolledRisks)
      figure(count(coverage.unplacedCount), Text.Processes.unplacedRisks)
    }
  }

  private func figure(_ value: String, _ name: Localized) -> Node {
    div(.class("card")) {
      div(.class("figure-number")) { value }
      span(t(name), .class("muted"))
    }
  }

  private func part(_ title: Localized, _ lines: [ProcessLine], _ none: Localized) -> Node {
    fragment {
      h2("\(t(title)) (\(count(lines.count)))")
      if lines.isEmpty {
        p(t(none), .class("muted"))
      } else {
        ProcessTable(frame: frame, lines: lines).node
      }
    }
  }

  private var uncontrolled: Node {
    fragment {
      h2("\(t(Text.Processes.uncontrolled)) (\(count(coverage.uncontrolled.count)))")
      if coverage.uncontrolled.isEmpty {
        p(t(Text.Processes.noneMissing), .class("muted"))
      } else {
        risks(Text.Processes.uncontrolled, Text.Processes.process) {
          .fragment(
            coverage.uncontrolled.map { line in
              row(line.reference, line.statement, line.level, line.owner) {
                td(.data("label", t(Text.Processes.process))) {
                  a(
                    "\(line.record.code) \(line.record.details.name)",
                    .href(path(.show(line.record.code, asOf: nil)) + "#links"))
                }
              }
            })
        }
      }
    }
  }

  private var unplaced: Node {
    fragment {
      h2("\(t(Text.Processes.unplaced)) (\(count(coverage.unplacedCount)))")
      if coverage.unplaced.isEmpty {
        p(t(Text.Processes.noneMissing), .class("muted"))
      } else {
        risks(Text.Processes.unplaced, Text.Common.unit, hasAction: mayLink) {
          .fragment(
            coverage.unplaced.map { line in
              row(line.reference, line.statement, line.level, line.owner) {
                td(line.unitName, .data("label", t(Text.Common.unit)))
                if mayLink {
                  td(.class("nowrap no-print")) {
                    a(
                      t(Text.Processes.linkRisk), .href(path(.linking(risk: line.reference))),
                      .aria("label", "\(t(Text.Processes.linkRisk)): \(line.reference)"))
                  }
                }
              }
            })
        }
        if coverage.unplaced.count < coverage.unplacedCount {
          p(Text.Processes.firstOf(coverage.unplaced.count, coverage.unplacedCount)(language), .class("muted"))
        }
      }
    }
  }

  private var mayLink: Bool { frame.permissions.contains(.manageProcesses) }

  /// A table of risks; `place` is the heading of the column that says where they belong.
  private func risks(
    _ title: Localized, _ place: Localized, hasAction: Bool = false, rows: () -> Node
  ) -> Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(title), .class("hidden"))
        thead {
          tr {
            for name in [Text.Common.reference, Text.Processes.riskText, Text.Common.level, Text.Register.owner, place]
            {
              th(t(name), .scope("col"))
            }
            if hasAction { th(t(Text.Common.actions), .scope("col"), .class("no-print")) }
          }
        }
        tbody { rows() }
      }
    }
  }

  private func row(
    _ reference: String, _ statement: String, _ level: Level?, _ owner: String, @MarkupBuilder more: () -> Node
  ) -> Node {
    let more = more()
    return tr {
      th(.scope("row")) { a(reference, .href(Route.risk(reference, asOf: nil).path)) }
      td(statement, .class("wide-text"))
      td(.data("label", t(Text.Common.level))) { badge(level) }
      td(owner, .data("label", t(Text.Register.owner)))
      more
    }
  }
}

/// Service inventory as the service standards table: four columns, and where to complain.
struct ServicesView: View {
  let frame: Frame
  let lines: [ServiceLine]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Processes.services), room: .processes,
      crumbs: [Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery())))])
    head.lead = p(t(Text.Processes.servicesLead))
    return page(head) {
      ProcessTabs(frame: frame, current: .services).node
      if lines.isEmpty {
        div(.class("empty")) {
          p(t(Text.Processes.servicesEmpty))
          a(t(Text.Processes.tree), .href(path(.list(ProcessQuery()))))
        }
      } else {
        for (unit, lines) in units { table(unit, lines) }
        div(.class("tools no-print")) { downloads(.services) }
      }
    }
  }

  private var units: [(String, [ServiceLine])] {
    var units: [(String, [ServiceLine])] = []
    for line in lines {
      if units.last?.0 == line.unitName {
        units[units.count - 1].1.append(line)
      } else {
        units.append((line.unitName, [line]))
      }
    }
    return units
  }

  private func table(_ unit: String, _ lines: [ServiceLine]) -> Node {
    fragment {
      h2(unit)
      div(.class("table-frame")) {
        GuvenceMarkup.table(.class("cards-on-phone services")) {
          caption(t(Text.Processes.services), .class("hidden"))
          thead {
            tr {
              th(t(Text.Processes.orderNumber), .scope("col"), .class("number"))
              th(t(Text.Processes.serviceName), .scope("col"))
              th(t(Text.Processes.serviceDocuments), .scope("col"))
              th(t(Text.Processes.serviceTime), .scope("col"))
            }
          }
          tbody { .fragment(lines.enumerated().map(row)) }
        }
      }
      complaints(lines)
    }
  }

  private func row(_ at: Int, _ line: ServiceLine) -> Node {
    tr {
      td(String(at + 1), .class("number"), .data("label", t(Text.Processes.orderNumber)))
      th(.scope("row"), .class("wrap")) {
        a(line.record.details.name, .href(path(.show(line.record.code, asOf: nil))))
      }
      td(.class("wide-text")) {
        ol { for (at, text) in line.documents.enumerated() { li(.value(String(at + 1))) { text } } }
      }
      td(.data("label", t(Text.Processes.serviceTime))) {
        if line.time.isEmpty { span(t(Text.Processes.timeMissing), .class("verdict-above")) } else { line.time }
      }
    }
  }

  /// Each place once.
  private func complaints(_ lines: [ServiceLine]) -> Node {
    func places(_ path: (ProcessDetails) -> String) -> [String] {
      var places: [String] = []
      for place in lines.map({ path($0.record.details) }) where !place.isEmpty && !places.contains(place) {
        places.append(place)
      }
      return places
    }
    let parts = [
      (Text.Processes.complaintFirst, places(\.complaintFirst)),
      (Text.Processes.complaintSecond, places(\.complaintSecond)),
    ].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return .empty }
    return dl(.class("facts")) {
      for (name, places) in parts {
        dt(t(name))
        dd(places.joined(separator: "\n"))
      }
    }
  }
}

/// Roles of all charts in force, and the steps that fall to one: the tasks of its job description.
struct DutiesView: View {
  let frame: Frame
  let roles: [(role: String, steps: Int)]
  /// The role chosen; `nil` for the list.
  let description: JobDescription?
  /// Sensitive duties of all roles.
  let sensitive: [DutyLine]

  /// The page.
  var node: Node {
    var crumbs = [Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery())))]
    if description != nil { crumbs.append(Crumb(text: t(Text.Processes.duties), route: .process(.duties(role: nil)))) }
    var head = PageHead(
      title: description.map { "\(t(Text.Processes.jobDescription)): \($0.role)" } ?? t(Text.Processes.duties),
      room: .processes, crumbs: crumbs)
    head.lead = p(t(Text.Processes.dutiesLead))
    return page(head) {
      ProcessTabs(frame: frame, current: .duties(role: nil)).node
      if let description {
        duties(description.lines, Text.Processes.noDuties)
      } else {
        list
        h2("\(t(Text.Processes.sensitiveDuties)) (\(count(sensitive.count)))")
        duties(sensitive, Text.Processes.noSensitive, withRole: true)
        if !roles.isEmpty { div(.class("tools no-print")) { downloads(.duties) } }
      }
    }
  }

  private var list: Node {
    guard !roles.isEmpty else { return p(t(Text.Processes.noRoles), .class("empty")) }
    return ul(.class("role-cloud")) {
      for (role, steps) in roles {
        li {
          a(role, .href(path(.duties(role: role))))
          span(" \(count(steps))", .class("muted"))
        }
      }
    }
  }

  private func duties(_ lines: [DutyLine], _ none: Localized, withRole: Bool = false) -> Node {
    guard !lines.isEmpty else { return p(t(none), .class("muted")) }
    return div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Processes.duties), .class("hidden"))
        thead {
          tr {
            th(t(Text.Processes.step), .scope("col"))
            if withRole { th(t(StepColumn.role.title), .scope("col")) }
            for name in [
              Text.Processes.process, StepColumn.marks.title, StepColumn.documents.title, StepColumn.risks.title,
              StepColumn.controls.title,
            ] { th(t(name), .scope("col")) }
          }
        }
        tbody { .fragment(lines.map { row($0, withRole) }) }
      }
    }
  }

  private func row(_ line: DutyLine, _ withRole: Bool) -> Node {
    let step = line.step
    let marks = [step.action.map { t($0.name) }, step.isSensitive ? t(Text.Processes.sensitive) : nil]
    return tr {
      th(step.number.isEmpty ? step.name : "\(step.number). \(step.name)", .scope("row"), .class("wrap"))
      if withRole { td(step.role ?? "", .data("label", t(StepColumn.role.title))) }
      td(.data("label", t(Text.Processes.process))) {
        a(
          "\(line.record.code) \(line.record.details.name)",
          .href(path(.show(line.record.code, asOf: nil)) + "#step-" + step.id))
      }
      td(marks.compactMap { $0 }.joined(separator: ", "), .data("label", t(StepColumn.marks.title)))
      td(step.documents.joined(separator: "; "), .data("label", t(StepColumn.documents.title)))
      td(line.risks.map(\.text).joined(separator: "; "), .data("label", t(StepColumn.risks.title)))
      td(line.controls.map(\.text).joined(separator: "; "), .data("label", t(StepColumn.controls.title)))
    }
  }
}
