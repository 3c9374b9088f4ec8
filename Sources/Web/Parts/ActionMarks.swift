import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

extension View {
  /// Status and urgency of an action: colour, shape and words.
  func statusBadge(_ line: ActionLine) -> Node {
    fragment {
      span(.class("ac ac-" + line.status.rawValue)) {
        span(line.status.shape, .aria("hidden", true))
        t(line.status.name)
      }
      if let urgency = line.urgency, urgency != .inTime {
        " "
        span(.class("ac ac-" + urgency.rawValue)) {
          span(urgency == .overdue ? "!" : "◷", .aria("hidden", true))
          t(urgency.name)
        }
      }
    }
  }

  /// The last day, with how far it is away while the action is open.
  func dueNode(_ line: ActionLine) -> Node {
    fragment {
      dayNode(line.action.details.dueOn)
      if line.status.isOpen {
        span(
          " (" + Figures.distance(line.action.details.dueOn, from: frame.shown, language) + ")",
          .class(line.urgency == .overdue ? "overdue" : "muted"))
      }
    }
  }
}

/// Actions as rows.
struct ActionTable: View {
  let frame: Frame
  let lines: [ActionLine]

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Actions.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.code), .scope("col"))
            th(t(Text.Actions.action), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Actions.risks), .scope("col"))
            th(t(Text.Actions.status), .scope("col"))
            th("%", .scope("col"), .class("number"))
            th(t(Text.Actions.startsOn), .scope("col"))
            th(t(Text.Actions.dueOn), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: ActionLine) -> Node {
    let action = line.action
    return tr(.class(line.status == .cancelled ? "is-retired" : nil)) {
      th(.scope("row")) { a(action.code, .href(Route.action(.show(action.code)).path)) }
      td(action.details.title, .class("wide-text"))
      td(line.unitCode, .title(line.unitName), .data("label", t(Text.Common.unit)))
      td(.data("label", t(Text.Actions.risks))) {
        for (index, reference) in line.risks.enumerated() {
          if index > 0 { ", " }
          a(reference, .href(Route.risk(reference, asOf: nil).path))
        }
      }
      td { statusBadge(line) }
      td(String(line.percent), .class("number"), .data("label", "%"))
      td(.class("nowrap"), .data("label", t(Text.Actions.startsOn))) { dayNode(action.details.startsOn) }
      td(.data("label", t(Text.Actions.dueOn))) { dueNode(line) }
    }
  }
}

/// The actions on the page of a risk.
struct RiskActionsPart: View {
  let frame: Frame
  let reference: String
  let actions: RiskActions

  /// The section.
  var node: Node {
    section(.id("actions")) {
      h2(t(Text.Actions.ofRisk))
      if actions.lines.isEmpty {
        p(t(Text.Actions.ofRiskEmpty), .class("muted"))
      } else {
        ActionTable(frame: frame, lines: actions.lines).node
      }
      if actions.mayAdd {
        p(.class("no-print")) { a(t(Text.Actions.add), .href(Route.action(.new(risk: reference)).path)) }
      }
    }
  }
}

/// What is overdue or due soon, on the dashboard.
struct ActionCard: View {
  let frame: Frame
  let board: ActionBoard

  /// The card.
  var node: Node {
    section(.class("card")) {
      h2 {
        t(Text.Actions.card)
        " "
        span("(\(count(board.open)) \(t(Text.Actions.open)))", .class("muted"))
      }
      p {
        for (state, number) in [(ActionState.overdue, board.overdue), (.dueSoon, board.dueSoon)] {
          a(
            "\(t(state.name)): \(count(number))",
            .href(Route.action(.list(ActionQuery(state: state))).path))
          " "
        }
      }
      if board.lines.isEmpty {
        p(t(Text.Actions.nothing), .class("muted"))
      } else {
        ul(.class("plain")) {
          for line in board.lines {
            li {
              a(line.action.code, .href(Route.action(.show(line.action.code)).path))
              div(.class("two-lines")) { line.action.details.title }
              div(.class("small")) {
                statusBadge(line)
                " "
                dueNode(line)
              }
            }
          }
        }
      }
    }
  }
}
