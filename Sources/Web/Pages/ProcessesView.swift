import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// The tree of processes: filters, states as chips, coverage in numbers, table.
struct ProcessesView: View {
  let frame: Frame
  let query: ProcessQuery
  /// The whole tree in view.
  let lines: [ProcessLine]
  let units: [UnitLine]

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Processes.title), room: .processes)
    head.isWide = true
    head.actions = actions
    return page(head) {
      ProcessTabs(frame: frame, current: .list(ProcessQuery())).node
      if lines.isEmpty {
        emptyState
      } else {
        figures
        filter
        chips
        found
      }
    }
  }

  private var mayWrite: Bool { frame.permissions.contains(.manageProcesses) }

  private var actions: Node {
    guard mayWrite else { return .empty }
    return fragment {
      a(t(Text.Processes.adopt), .class("button primary"), .href(path(.adoptions)))
      a(t(Text.Processes.add), .class("button"), .href(path(.new(unit: query.unit, parent: nil))))
    }
  }

  private var emptyState: Node {
    div(.class("empty")) {
      p(t(mayWrite ? Text.Processes.empty : Text.Processes.emptyReading))
      if mayWrite {
        a(t(Text.Processes.adopt), .href(path(.adoptions)))
        " · "
        a(t(Text.Processes.add), .href(path(.new(unit: nil, parent: nil))))
      }
    }
  }

  private var active: [ProcessLine] { lines.filter { $0.record.retiredOn == nil } }

  private var figures: Node {
    let (all, overdue) = (active, active.count { $0.isReviewOverdue })
    return div(.class("figures")) {
      figure(all.count, Text.Processes.many)
      figure(all.count { $0.approvedNumber != nil }, Text.Processes.stateApproved)
      figure(all.count { $0.riskCount > 0 }, Text.Processes.withRisks)
      figure(overdue, Text.Processes.reviewOverdue)
    }
  }

  private func figure(_ value: Int, _ name: Localized) -> Node {
    div(.class("card")) {
      div(.class("figure-number")) { count(value) }
      span(t(name), .class("muted"))
    }
  }

  private var filter: Node {
    form(.class("inline"), .method("get"), .action("/processes")) {
      div(.class("field")) {
        label(t(Text.Register.search), .for("process-text"))
        input(.type("search"), .id("process-text"), .name("q"), .value(query.text), .maxlength(200))
      }
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: units).select(chosen: query.unit)
      }
      div(.class("field")) {
        label(t(Text.Processes.processClass), .for("class"))
        select(.id("class"), .name("class")) {
          option(t(Text.Common.all), .value(""))
          for entry in ProcessCard.Class.allCases {
            option(t(entry.name), .value(entry.rawValue), .selected(entry == query.processClass))
          }
        }
      }
      if let state = query.state { hiddenField("state", state.rawValue) }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Common.state))) {
      li(t(Text.Common.state), .class("chips-name"))
      for state in ProcessQuery.State.allCases {
        let isOn = query.state == state
        li {
          a(
            .class("chip"), .href(path(.list(query.with { $0.state = isOn ? nil : state }))),
            isOn ? .aria("current", "true") : .absent
          ) {
            t(Text.Processes.state(state))
            span(count(selected(query.with { $0.state = state }).count), .class("n"))
          }
        }
      }
    }
  }

  /// The lines a question selects, still in the order of the tree.
  private func selected(_ query: ProcessQuery) -> [ProcessLine] {
    let (wanted, unit) = (TurkishText.fold(query.text), unitNames(query.unit))
    return lines.filter { line in
      let text = TurkishText.fold(line.record.code + " " + line.record.details.name)
      return (wanted.isEmpty || text.contains(wanted)) && (unit?.contains(line.record.details.unitID) ?? true)
        && (query.processClass.map { $0 == line.record.details.processClass } ?? true)
        && (query.state.map(line.isIn) ?? true)
    }
  }

  /// The unit and those below it.
  private func unitNames(_ code: String?) -> Set<Identifier<Unit>>? {
    guard let code, let at = units.firstIndex(where: { $0.unit.code == code }) else { return nil }
    let below = units[(at + 1)...].prefix { $0.depth > units[at].depth }
    return Set([units[at].unit.id] + below.map(\.unit.id))
  }

  private var found: Node {
    let lines = selected(query)
    if lines.isEmpty {
      return div(.class("empty")) {
        p(t(Text.Processes.nothing))
        a(t(Text.Register.clear), .href(path(.list(ProcessQuery()))))
      }
    }
    return fragment {
      div(.class("tools")) { span("\(count(lines.count)) \(t(Text.Processes.many))", .class("muted")) }
      ProcessTable(frame: frame, lines: lines, isTree: !query.isFiltered).node
      div(.class("tools no-print")) { downloads(.processes, unit: query.unit) }
    }
  }
}

extension ProcessLine {
  /// Whether the line is in a state that a list can be narrowed to.
  func isIn(_ state: ProcessQuery.State) -> Bool {
    switch state {
    case .without: approvedNumber == nil && draftState == nil && !hasChildren
    case .draft: draftState == .draft
    case .review: draftState == .inReview
    case .approved: approvedNumber != nil
    case .overdue: isReviewOverdue
    }
  }
}

/// Processes as rows.
struct ProcessTable: View {
  let frame: Frame
  let lines: [ProcessLine]
  /// Whether names are indented by depth.
  var isTree = false

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone tree process-tree"), .data("keys", "rows")) {
        caption(t(Text.Processes.title), .class("hidden"))
        thead {
          tr {
            for name in [
              Text.Common.code, Text.Processes.process, Text.Common.unit, Text.Processes.processClass,
              Text.Processes.chart,
            ] { th(t(name), .scope("col")) }
            th(t(Text.Processes.steps), .scope("col"), .class("number"))
            th(t(StepColumn.risks.title), .scope("col"), .class("number"))
            th(t(StepColumn.controls.title), .scope("col"), .class("number"))
            th(t(Text.Processes.reviewDue), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: ProcessLine) -> Node {
    let (record, depth) = (line.record, min(5, max(0, line.depth - 1)))
    return tr(.class(isTree ? "d\(depth)" : nil, record.retiredOn == nil ? nil : "is-retired")) {
      th(.scope("row")) { a(record.code, .href(path(.show(record.code, asOf: nil)))) }
      td(.class("wide-text")) {
        span(.class("unit-name")) {
          record.details.name
          span(" · \(t(line.level.name))", .class("muted small"))
          if record.retiredOn != nil {
            " "
            span(t(Text.Common.retired), .class("mark"))
          }
        }
      }
      td(line.unitName, .class("unit"), .data("label", t(Text.Common.unit)))
      td(t(record.details.processClass.name), .data("label", t(Text.Processes.processClass)))
      td(.data("label", t(Text.Processes.chart))) { state(line) }
      number(line.stepCount, Text.Processes.steps)
      number(line.riskCount, StepColumn.risks.title)
      number(line.controlCount, StepColumn.controls.title)
      td(.class("nowrap"), .data("label", t(Text.Processes.reviewDue))) {
        if let day = line.reviewDueOn {
          dayNode(day)
          if line.isReviewOverdue { span(" ▲ " + t(Text.Processes.overdue), .class("verdict-above")) }
        }
      }
    }
  }

  private func number(_ value: Int, _ name: Localized) -> Node {
    td(value == 0 ? "–" : count(value), .class("number"), .data("label", t(name)))
  }

  private func state(_ line: ProcessLine) -> Node {
    fragment {
      if let number = line.approvedNumber { span("✓ \(t(Text.Processes.revision)) \(number)", .class("nowrap")) }
      if let draft = line.draftState {
        if line.approvedNumber != nil { " · " }
        span(t(draft.name), .class("mark"))
      }
      if line.approvedNumber == nil && line.draftState == nil {
        // A process made of parts needs no chart of its own.
        span(line.hasChildren ? "–" : t(Text.Processes.noChart), .class("muted"))
      }
      if line.errorCount > 0 {
        " "
        span(Text.Processes.errors(line.errorCount)(language), .class("verdict-above nowrap"))
      }
    }
  }
}

/// The pages about all processes, as a row of links.
struct ProcessTabs: View {
  let frame: Frame
  let current: ProcessRoute

  /// The links.
  var node: Node {
    let pages: [(ProcessRoute, Localized)] = [
      (.list(ProcessQuery()), Text.Processes.tree), (.coverage, Text.Processes.coverage),
      (.services, Text.Processes.services), (.duties(role: nil), Text.Processes.duties),
      (.adoptions, Text.Processes.catalogue),
    ]
    return ul(.class("chips no-print"), .aria("label", t(Text.Processes.views))) {
      li(t(Text.Processes.views), .class("chips-name"))
      for (route, name) in pages {
        li { a(t(name), .class("chip"), .href(path(route)), route == current ? .aria("current", "page") : .absent) }
      }
    }
  }
}
