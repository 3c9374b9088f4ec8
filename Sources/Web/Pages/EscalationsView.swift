import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The list of escalations.
struct EscalationsView: View {
  let frame: Frame
  let list: EscalationList

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Escalation.title), room: .escalations)
    head.actions = actions
    return page(head) {
      unitFilter
      chips
      if list.lines.isEmpty {
        div(.class("empty")) { p(t(Text.Escalation.empty)) }
      } else {
        if list.total > list.lines.count {
          p("\(count(list.lines.count)) / \(count(list.total))", .class("muted"))
        }
        EscalationTable(frame: frame, lines: list.lines).node
        div(.class("tools no-print")) { downloads(.escalations, unit: list.query.unitCode) }
      }
    }
  }

  private var actions: Node {
    guard list.mayRun else { return .empty }
    return form(.method("post"), .action(Route.oversight(.runEscalation).path)) {
      token
      button(t(Text.Escalation.run), .type("submit"))
    }
  }

  private var unitFilter: Node {
    form(.class("inline no-print"), .method("get"), .action(Route.oversight(.runEscalation).path)) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: list.units).select(chosen: list.query.unitCode)
      }
      if let filter = list.query.filter { hiddenField("state", filter.rawValue) }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Common.state))) {
      li(t(Text.Common.state), .class("chips-name"))
      for filter in EscalationFilter.allCases {
        let isOn = list.query.filter == filter
        let query = EscalationQuery(unitCode: list.query.unitCode, filter: isOn ? nil : filter)
        li {
          a(
            .class("chip"), .href(Route.oversight(.escalations(query)).path),
            isOn ? .aria("current", "true") : .absent
          ) {
            t(Text.Escalation.filter(filter))
            span(count(list.counts[filter] ?? 0), .class("n"))
          }
        }
      }
    }
  }
}

/// Escalations as rows.
struct EscalationTable: View {
  let frame: Frame
  let lines: [EscalationLine]
  /// Whether the rows name their risk.
  var showsRisk = true

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Escalation.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Escalation.number), .scope("col"))
            if showsRisk { th(t(Text.Common.statement), .scope("col")) }
            th(t(Text.Escalation.trigger), .scope("col"))
            th(t(Text.Escalation.fromTo), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Escalation.due), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: EscalationLine) -> Node {
    let escalation = line.escalation
    return tr(.class(escalation.state == .closed ? "is-retired" : nil)) {
      th(.scope("row")) { a("#\(escalation.id)", .href(Route.oversight(.escalation(escalation.id.rawValue)).path)) }
      if showsRisk {
        td(.class("wide-text")) {
          a(line.reference, .href(Route.risk(line.reference, asOf: nil).path))
          " " + line.statement
        }
      }
      td(.data("label", t(Text.Escalation.trigger))) {
        t(escalation.occasion.trigger.name)
        div(.class("muted small")) { t(EscalationWording.twin(of: escalation.occasion.text)) }
      }
      td(
        "\(t(escalation.from.short)) → \(t(escalation.to.short))", .class("nowrap"),
        .data("label", t(Text.Escalation.fromTo)))
      td(t(escalation.state.name), .data("label", t(Text.Common.state)))
      td(.data("label", t(Text.Escalation.due))) { dueNode(line) }
    }
  }

  private func dueNode(_ line: EscalationLine) -> Node {
    guard line.escalation.state.isUnsettled else { return .text(t(Text.Common.none)) }
    return fragment {
      dayNode(line.escalation.dueOn)
      " "
      span(
        "(" + Figures.distance(line.escalation.dueOn, from: frame.shown, language) + ")",
        .class(line.isOverdue ? "overdue" : "muted small"))
    }
  }
}

/// Review day and escalations on the page of a risk.
struct RiskOversightView: View {
  let frame: Frame
  let reference: String
  let oversight: RiskOversight

  /// The section.
  var node: Node {
    fragment {
      h2(t(Text.Escalation.ofRisk))
      review
      if oversight.escalations.isEmpty {
        p(t(Text.Escalation.none), .class("muted"))
      } else {
        EscalationTable(frame: frame, lines: oversight.escalations.map(\.line), showsRisk: false).node
        for entry in oversight.escalations {
          reasons(entry.reasons, of: why(nil, "#\(entry.line.escalation.id)"))
        }
      }
    }
  }

  private var review: Node {
    guard let day = oversight.reviewOn else { return .empty }
    return p {
      t(Text.Risk.nextReview) + ": "
      dayNode(day)
      if let override = oversight.override {
        " "
        span(t(Text.Calendar.overridden), .class("mark"))
        " — \(override.reason) (\(override.recordedBy), "
        dayNode(override.recordedAt.dayInIstanbul)
        ")"
      }
      if oversight.maySetReview {
        " "
        a(t(Text.Calendar.reviewTitle), .class("no-print"), .href(Route.oversight(.reviewForm(reference)).path))
      }
    }
  }
}
