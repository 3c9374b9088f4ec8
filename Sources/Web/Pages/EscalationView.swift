import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// One escalation: the risk, why it is where it is, what happened, what can be done.
struct EscalationView: View {
  let frame: Frame
  let content: EscalationPage
  let state: FormState

  private var line: EscalationLine { content.line }
  private var number: Int64 { line.escalation.id.rawValue }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Escalation.title)) #\(number)", room: .escalations,
      crumbs: [Crumb(text: t(Text.Escalation.title), route: .oversight(.escalations(EscalationQuery())))])
    head.lead = p(.class("statement-line")) {
      a(line.reference, .href(Route.risk(line.reference, asOf: nil).path))
      " " + line.statement
    }
    state.report(in: &head, language)
    return page(head) {
      facts
      reasons(content.reasons, of: why(nil, t(line.escalation.to.short)), isOpen: true)
      h2(t(Text.Escalation.course))
      course
      if line.mayAnswer { answers }
      if !content.meetings.isEmpty { agendaForm }
    }
  }

  private var facts: Node {
    let escalation = line.escalation
    return dl(.class("facts")) {
      dt(t(Text.Escalation.trigger))
      dd("\(t(escalation.occasion.trigger.name)) — \(t(EscalationWording.twin(of: escalation.occasion.text)))")
      dt(t(Text.Common.unit))
      dd(content.unitPath.map(\.name).joined(separator: " › "))
      dt(t(Text.Escalation.fromTo))
      dd("\(t(escalation.from.short)) → \(t(escalation.to.short))")
      dt(t(Text.Common.state))
      dd(t(escalation.state.name))
      dt(t(Text.Escalation.due))
      dd {
        dayNode(escalation.dueOn)
        if escalation.state.isUnsettled {
          " "
          span(
            "(" + Figures.distance(escalation.dueOn, from: frame.today, language) + ")",
            .class(line.isOverdue ? "overdue" : "muted"))
        }
      }
      if let meeting = line.meetingID {
        dt(t(Text.Escalation.onAgenda))
        dd { a("#\(meeting)", .href(Route.oversight(.meeting(meeting.rawValue)).path)) }
      }
    }
  }

  private var course: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Escalation.course), .class("hidden"))
        thead {
          tr {
            for name in [
              Text.Common.when, Text.Escalation.course, Text.Escalation.fromTo, Text.Escalation.note, Text.Common.who,
            ] { th(t(name), .scope("col")) }
          }
        }
        tbody {
          for event in line.escalation.events {
            tr {
              td(.class("nowrap")) { momentNode(event.at) }
              th(t(Text.Escalation.event(event.kind)), .scope("row"))
              td(t(event.to.short), .data("label", t(Text.Escalation.fromTo)))
              td(t(EscalationWording.twin(of: event.text)), .class("wide-text"))
              td(event.doneBy, .data("label", t(Text.Common.who)))
            }
          }
        }
      }
    }
  }

  private var answers: Node {
    div(.class("pair no-print")) {
      if line.escalation.state != .acknowledged {
        form(.class("card"), .method("post"), .action(Route.oversight(.acknowledge(number)).path), .novalidate()) {
          token
          textArea("note", Text.Escalation.note, in: state, isRequired: true, rows: 2)
          div(.class("buttons")) { button(t(Text.Escalation.acknowledge), .type("submit")) }
        }
      }
      form(.class("card"), .method("post"), .action(Route.oversight(.decide(number)).path), .novalidate()) {
        token
        textArea("decision", Text.Escalation.decision, in: state, isRequired: true, rows: 2)
        div(.class("buttons")) { button(t(Text.Escalation.decide), .type("submit"), .class("primary")) }
      }
    }
  }

  private var agendaForm: Node {
    form(.class("inline no-print"), .method("post"), .action(Route.oversight(.toAgenda(number)).path)) {
      token
      choice(
        "meeting", Text.Escalation.meeting, in: state, isShort: true,
        options: content.meetings.map {
          ("\($0.id)", "\(Figures.day($0.details.heldOn, language)) \($0.details.startsAt)")
        })
      button(t(Text.Escalation.agenda), .type("submit"))
    }
  }
}
