import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// One meeting: who and where, agenda with decisions, what may still be taken up.
struct MeetingView: View {
  let frame: Frame
  let content: BoardMeetingPage
  let state: FormState
  /// The item whose decision was refused; its form stays open.
  var openItem: Int64?

  private var meeting: BoardMeeting { content.meeting }
  private var number: Int64 { meeting.id.rawValue }
  private var mayWrite: Bool { content.mayManage && meeting.details.state != .cancelled }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Board.meeting)) \(Figures.day(meeting.details.heldOn, language))", room: .board,
      crumbs: [Crumb(text: t(Text.Board.title), route: .oversight(.board))])
    head.actions = actions
    state.report(in: &head, language)
    return page(head) {
      MeetingFacts(frame: frame, meeting: meeting).node
      h2(t(Text.Board.agenda))
      if content.items.isEmpty {
        p(t(mayWrite ? Text.Board.noItems : Text.Board.noItemsReading), .class("muted"))
      } else {
        ol(.class("plain")) { for entry in content.items { li { item(entry) } } }
      }
      if mayWrite {
        itemForm
        if !content.proposals.isEmpty { proposals }
      }
    }
  }

  private var actions: Node {
    fragment {
      a(t(Text.Board.minutes), .class("button"), .href(Route.oversight(.minutes(number)).path))
      if content.mayManage {
        a(t(Text.Common.edit), .class("button"), .href(Route.oversight(.editMeetingForm(number)).path))
      }
    }
  }

  private func item(_ entry: BoardMeetingPage.Item) -> Node {
    fragment {
      h3("\(entry.item.place). \(entry.item.title)")
      if !entry.item.detail.isEmpty { p(entry.item.detail) }
      if let escalation = entry.escalation {
        p {
          a(
            "\(t(Text.Board.escalation)) #\(escalation.escalation.id)",
            .href(Route.oversight(.escalation(escalation.escalation.id.rawValue)).path))
          " · "
          a(escalation.reference, .href(Route.risk(escalation.reference, asOf: nil).path))
          " · " + t(escalation.escalation.state.name)
        }
      }
      if !entry.decisions.isEmpty { DecisionTable(frame: frame, lines: entry.decisions).node }
      if mayWrite { itemActions(entry) }
    }
  }

  private func itemActions(_ entry: BoardMeetingPage.Item) -> Node {
    let id = entry.item.id.rawValue
    let isOpen = openItem == id
    let fields = isOpen ? state : FormState()
    return fragment {
      details(.class("more no-print"), .open(isOpen)) {
        summary("\(t(Text.Board.record)) (\(entry.item.place))")
        form(.method("post"), .action(Route.oversight(.decideItem(number, item: id)).path), .novalidate()) {
          token
          DecisionFields(frame: frame, state: fields, units: content.units, prefix: isOpen ? "" : "i\(id)-").node
          div(.class("buttons")) {
            button(
              t(Text.Board.record), .type("submit"), .aria("label", "\(t(Text.Board.record)) (\(entry.item.place))"))
          }
        }
      }
      if entry.decisions.isEmpty {
        form(.class("no-print"), .method("post"), .action(Route.oversight(.withdrawItem(number, item: id)).path)) {
          token
          button(
            t(Text.Board.withdraw), .type("submit"), .class("link"),
            .aria("label", "\(t(Text.Board.withdraw)) (\(entry.item.place))"))
        }
      }
    }
  }

  private var itemForm: Node {
    form(.class("no-print"), .method("post"), .action(Route.oversight(.addItem(number)).path), .novalidate()) {
      token
      h2(t(Text.Board.addItem))
      textField("title", Text.Board.item, in: state, isRequired: true, maximum: 500)
      textArea("detail", Text.Board.detail, in: state, rows: 2)
      div(.class("buttons")) { button(t(Text.Board.addItem), .type("submit")) }
    }
  }

  private var proposals: Node {
    section(.class("no-print")) {
      h2(t(Text.Board.proposals))
      ul(.class("plain")) {
        for line in content.proposals.prefix(50) {
          li {
            form(.class("inline"), .method("post"), .action(Route.oversight(.addItem(number)).path)) {
              token
              hiddenField("escalation", line.escalation.id.description)
              a(
                "#\(line.escalation.id)", .href(Route.oversight(.escalation(line.escalation.id.rawValue)).path))
              span("\(line.reference) \(t(line.escalation.occasion.trigger.name)) → \(t(line.escalation.to.short))")
              button(
                t(Text.Board.takeUp), .type("submit"),
                .aria("label", "\(t(Text.Board.takeUp)): #\(line.escalation.id) \(line.reference)"))
            }
          }
        }
      }
    }
  }
}

/// The fields of a decision. Several such forms stand on one page, so their ids carry a prefix; the names do not.
struct DecisionFields: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  let prefix: String

  /// The fields.
  var node: Node {
    fragment {
      labelled("text", Text.Board.decision) { id in
        textarea(state.values["text"] ?? "", .id(id), .name("text"), .rows(2), .maxlength(4000))
      }
      labelled("unit", Text.Board.responsible) { id in
        select(.id(id), .name("unit")) {
          option(t(Text.Common.none), .value(""))
          for entry in UnitOptions(frame: frame, units: units).open {
            option(entry.text, .value(entry.value), .selected(entry.value == state.values["unit"]))
          }
        }
      }
      labelled("dueOn", Text.Board.due) { id in
        input(.type("date"), .id(id), .name("dueOn"), .value(state.values["dueOn"] ?? ""))
      }
    }
  }

  private func labelled(_ name: String, _ text: Localized, _ control: (String) -> Node) -> Node {
    let problem = state.problems.first { $0.field == name }
    return div(.class(problem == nil ? "field" : "field broken")) {
      label(t(text), .for(prefix + "f-" + name))
      if let problem { span(t(problem.message), .class("problem")) }
      control(prefix + "f-" + name)
    }
  }
}

/// Day, place and people of a meeting.
struct MeetingFacts: View {
  let frame: Frame
  let meeting: BoardMeeting

  /// The list.
  var node: Node {
    let facts = meeting.details
    return dl(.class("facts")) {
      dt(t(Text.Board.heldOn))
      dd {
        dayNode(facts.heldOn)
        " " + facts.startsAt
      }
      dt(t(Text.Common.state))
      dd(t(facts.state.name))
      if !facts.place.isEmpty {
        dt(t(Text.Board.place))
        dd(facts.place)
      }
      if !facts.chair.isEmpty {
        dt(t(Text.Board.chair))
        dd(facts.chair)
      }
      if !facts.members.isEmpty {
        dt(t(Text.Board.members))
        dd(facts.members.joined(separator: ", "))
      }
    }
  }
}

/// The minutes, for printing: what was on the agenda, what was decided, lines to sign.
struct MinutesView: View {
  let frame: Frame
  let content: BoardMeetingPage

  /// The page.
  var node: Node {
    let meeting = content.meeting
    var head = PageHead(
      title: t(Text.Board.minutesTitle), room: .board,
      crumbs: [
        Crumb(text: t(Text.Board.title), route: .oversight(.board)),
        Crumb(
          text: Figures.day(meeting.details.heldOn, language), route: .oversight(.meeting(meeting.id.rawValue))),
      ])
    head.lead = p(frame.administration.name)
    return page(head) {
      MeetingFacts(frame: frame, meeting: meeting).node
      h2(t(Text.Board.agenda))
      if content.items.isEmpty { p(t(Text.Board.noItemsReading), .class("muted")) }
      for entry in content.items {
        h3("\(entry.item.place). \(entry.item.title)")
        if !entry.item.detail.isEmpty { p(entry.item.detail) }
        for line in entry.decisions { decision(line) }
      }
      h2(t(Text.Board.signatures))
      signatures(meeting.details)
    }
  }

  private func decision(_ line: BoardDecisionLine) -> Node {
    p {
      strong("\(t(Text.Board.decision)): ")
      line.decision.text
      if !line.unitName.isEmpty { " \(t(Text.Board.responsible)): \(line.unitName)." }
      if let day = line.decision.dueOn {
        " \(t(Text.Board.due)): "
        dayNode(day)
        "."
      }
    }
  }

  private func signatures(_ details: BoardMeetingDetails) -> Node {
    table(.class("signatures")) {
      caption(t(Text.Board.signatures), .class("hidden"))
      thead {
        tr {
          th(t(Text.Common.name), .scope("col"))
          th(t(Text.Board.signature), .scope("col"))
        }
      }
      tbody {
        for name in [details.chair] + details.members where !name.isEmpty {
          tr {
            th(name, .scope("row"))
            td("")
          }
        }
      }
    }
  }
}
