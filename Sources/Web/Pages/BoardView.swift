import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The meetings of the board and the decisions being carried out.
struct BoardView: View {
  let frame: Frame
  let content: BoardPage

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Board.title), room: .board)
    head.lead = p(t(Text.Board.lead))
    if content.mayManage {
      head.actions = a(t(Text.Board.add), .class("button primary"), .href(Route.oversight(.newMeeting).path))
    }
    return page(head) {
      h2(t(Text.Board.openDecisions))
      if content.decisions.isEmpty {
        p(t(Text.Board.noDecisions), .class("muted"))
      } else {
        DecisionTable(frame: frame, lines: content.decisions).node
      }
      div(.class("tools no-print")) { downloads(.decisions) }
      if content.seesMeetings {
        h2(t(Text.Board.meetings))
        if content.meetings.isEmpty {
          div(.class("empty")) { p(t(content.mayManage ? Text.Board.empty : Text.Board.emptyReading)) }
        } else {
          meetings
        }
      }
    }
  }

  private var meetings: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Board.meetings), .class("hidden"))
        thead {
          tr {
            th(t(Text.Board.heldOn), .scope("col"))
            th(t(Text.Board.place), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Board.items), .scope("col"), .class("number"))
            th(t(Text.Board.decisions), .scope("col"), .class("number"))
          }
        }
        tbody { .fragment(content.meetings.map(row)) }
      }
    }
  }

  private func row(_ line: BoardPage.Meeting) -> Node {
    let details = line.meeting.details
    return tr(.class(details.state == .cancelled ? "is-retired" : nil)) {
      th(.scope("row")) {
        a(
          "\(Figures.day(details.heldOn, language)) \(details.startsAt)",
          .href(Route.oversight(.meeting(line.meeting.id.rawValue)).path))
      }
      td(details.place, .data("label", t(Text.Board.place)))
      td(t(details.state.name), .data("label", t(Text.Common.state)))
      td(count(line.itemCount), .class("number"), .data("label", t(Text.Board.items)))
      td(count(line.decisionCount), .class("number"), .data("label", t(Text.Board.decisions)))
    }
  }
}

/// Decisions as rows.
struct DecisionTable: View {
  let frame: Frame
  let lines: [BoardDecisionLine]

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Board.decisions), .class("hidden"))
        thead {
          tr {
            th(t(Text.Escalation.number), .scope("col"))
            th(t(Text.Board.decision), .scope("col"))
            th(t(Text.Board.responsible), .scope("col"))
            th(t(Text.Board.due), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: BoardDecisionLine) -> Node {
    let decision = line.decision
    return tr {
      th(.scope("row")) { a("#\(decision.id)", .href(Route.oversight(.decisionForm(decision.id.rawValue)).path)) }
      td(.class("wide-text")) {
        decision.text
        if !decision.outcome.isEmpty { div(.class("muted small")) { decision.outcome } }
      }
      td(line.unitName, .data("label", t(Text.Board.responsible)))
      td(.data("label", t(Text.Board.due))) {
        if let day = decision.dueOn {
          dayNode(day)
          if decision.state == .open {
            " "
            span(
              "(" + Figures.distance(day, from: frame.today, language) + ")",
              .class(line.isOverdue ? "overdue" : "muted small"))
          }
        }
      }
      td(t(decision.state.name), .data("label", t(Text.Common.state)))
    }
  }
}

/// The form that says what became of a decision.
struct DecisionView: View {
  let frame: Frame
  let state: FormState
  let line: BoardDecisionLine

  /// The page.
  var node: Node {
    let number = line.decision.id.rawValue
    var head = PageHead(
      title: "\(t(Text.Board.follow)) #\(number)", room: .board,
      crumbs: [Crumb(text: t(Text.Board.title), route: .oversight(.board))])
    head.lead = p(line.decision.text, .class("statement-line"))
    state.report(in: &head, language)
    return page(head) {
      DecisionTable(frame: frame, lines: [line]).node
      if line.mayFollow {
        form(.method("post"), .action(Route.oversight(.followDecision(number)).path), .novalidate()) {
          token
          hiddenField("version", state.values["version"] ?? String(line.decision.version))
          choice(
            "state", Text.Common.state, in: state, isShort: true,
            options: BoardDecisionState.allCases.map { ($0.rawValue, t($0.name)) })
          textArea("outcome", Text.Board.outcome, in: state, rows: 3)
          div(.class("buttons")) {
            button(t(Text.Common.save), .type("submit"), .class("primary"))
            a(t(Text.Common.cancel), .href(Route.oversight(.board).path))
          }
        }
      }
    }
  }
}

/// The form that adds or edits a meeting.
struct MeetingFormView: View {
  let frame: Frame
  let state: FormState
  /// The meeting that is edited; `nil` for a new one.
  let editing: BoardMeeting?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(editing == nil ? Text.Board.newTitle : Text.Board.editTitle), room: .board,
      crumbs: [Crumb(text: t(Text.Board.title), route: .oversight(.board))])
    state.report(in: &head, language)
    let number = editing?.id.rawValue
    return page(head) {
      form(
        .method("post"), .action(Route.oversight(number.map { .editMeeting($0) } ?? .addMeeting).path), .novalidate()
      ) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        dateField("heldOn", Text.Board.heldOn, in: state)
        textField("startsAt", Text.Board.startsAt, in: state, isShort: true, maximum: 5)
        textField("place", Text.Board.place, in: state)
        textField("chair", Text.Board.chair, in: state)
        textArea("members", Text.Board.members, in: state, hint: Text.Board.membersHint, rows: 6)
        choice(
          "state", Text.Common.state, in: state, isShort: true,
          options: BoardMeetingState.allCases.map { ($0.rawValue, t($0.name)) })
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.oversight(number.map { .meeting($0) } ?? .board).path))
        }
      }
    }
  }
}
