import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// One event: what happened, loss, linked risks, lessons, journal.
struct EventView: View {
  let frame: Frame
  let content: EventPage
  let state: FormState
  /// Its evidence files.
  let evidence: EvidenceList

  /// The page.
  var node: Node {
    var head = PageHead(
      title: event.code, room: .events,
      crumbs: [Crumb(text: t(Text.Events.title), route: .event(.list(EventQuery())))]
        + crumbs(content.unitPath) { .event(.list(EventQuery(unitCode: $0))) })
    head.actions = actions
    head.lead = lead
    state.report(in: &head, language)
    return page(head) {
      h2(t(Text.Events.facts))
      facts
      h2(t(Text.Events.risks))
      risks
      h2(t(Text.Events.lessons))
      lessons
      if content.mayWrite { lessonForm }
      EvidencePart(frame: frame, list: evidence).node
      journal
      pastDayForm(.event(.show(event.code)))
    }
  }

  private var event: RealisedEvent { content.line.event }

  private func route(_ route: EventRoute) -> String { Route.event(route).path }

  private var actions: Node {
    guard content.mayWrite else { return .empty }
    if event.closedOn != nil {
      return reopenForm(.event(.reopen(event.code)), version: event.version, Text.Events.reopen)
    }
    return fragment {
      a(t(Text.Common.edit), .class("button primary"), .href(route(.editForm(event.code))))
      a(t(Text.Events.close), .class("button"), .href(route(.closeForm(event.code))))
    }
  }

  private var lead: Node {
    fragment {
      p(.class("statement-line")) {
        event.details.description
        if event.details.isPublicLoss {
          " "
          span(t(Text.Events.publicLoss), .class("mark"))
        }
      }
      pastDayLead(.event(.show(event.code)))
      if let day = event.closedOn {
        p(.class("warning")) {
          t(Text.Events.closedLead) + " "
          dayNode(day)
          " — " + event.closeReason
        }
      }
    }
  }

  private var facts: Node {
    let (details, loss) = (event.details, event.details.loss)
    let facts: [(Localized, String)] = [
      (Text.Common.unit, content.unitPath.map(\.name).joined(separator: " › ")),
      (Text.Events.kind, t(details.kind.name)),
      (Text.Events.occurred, Figures.day(details.occurredOn, language)),
      (Text.Events.detected, Figures.day(details.detectedOn, language)),
      (Text.Events.reported, Figures.day(details.reportedOn, language)),
      (Text.Events.cause, details.cause), (Text.Events.consequence, details.consequence),
      (Text.RiskForm.category, frame.categories.name(details.category, language)),
      (Text.Events.gross, loss.gross == 0 ? "" : t(Lira.text(loss.gross))),
      (Text.Events.recovered, loss.recovered == 0 ? "" : t(Lira.text(loss.recovered))),
      (Text.Events.net, loss.gross == 0 ? "" : t(Lira.text(loss.net))),
      (Text.Events.otherEffects, details.otherEffects), (Text.Events.measures, details.measures),
    ]
    return dl(.class("facts")) {
      for fact in facts where !fact.1.isEmpty {
        dt(t(fact.0))
        dd(fact.1)
      }
    }
  }

  private var risks: Node {
    guard content.risks.isEmpty else {
      return ul {
        for risk in content.risks {
          li {
            a(risk.reference, .href(Route.risk(risk.reference, asOf: frame.asOf).path))
            " – " + risk.statement
          }
        }
      }
    }
    return div(.class("empty")) {
      p(t(Text.Events.noRisk))
      if content.mayWrite, frame.permissions.contains(.addRisk) {
        a(t(Text.Events.defineRisk), .href(Route.newRisk(unit: content.line.unitCode, event: event.code).path))
      }
    }
  }

  private var lessons: Node {
    guard !content.lessons.isEmpty else { return p(t(Text.Events.noLessons), .class("muted")) }
    return ul {
      for lesson in content.lessons {
        li {
          p { lesson.text }
          if !lesson.proposal.isEmpty {
            p {
              span(t(Text.Events.proposal) + ": ", .class("muted"))
              lesson.proposal
            }
          }
          p(.class("small")) {
            t(Text.Events.followed) + ": " + t(followed(lesson)) + " · " + lesson.recordedBy + " "
            if content.mayWrite {
              a(
                t(Text.Common.edit), .href(route(.lessonForm(event.code, lesson.id))),
                .aria("label", t(Text.Events.editLesson)))
            }
          }
        }
      }
    }
  }

  private func followed(_ lesson: EventLesson) -> Localized {
    lesson.isFollowed.map { $0 ? Text.Common.yes : Text.Common.no } ?? Text.Events.undecided
  }

  private var lessonForm: Node {
    form(.method("post"), .action(route(.addLesson(event.code))), .novalidate()) {
      h3(t(Text.Events.addLesson))
      token
      LessonFields(frame: frame, state: state).node
      div(.class("buttons")) { button(t(Text.Events.addLesson), .type("submit")) }
    }
  }

  private var journal: Node {
    guard !content.journal.isEmpty else { return .empty }
    return details(.class("more")) {
      summary("\(t(Text.Events.journal)) (\(count(content.journal.count)))")
      journalTable(content.journal, showsEntity: false)
    }
  }
}

/// Events on the page of a risk.
struct RiskEventsView: View {
  let frame: Frame
  let reference: String
  let unitCode: String
  let events: RiskEvents

  /// The section.
  var node: Node {
    fragment {
      h2(t(Text.Events.ofRisk))
      if events.lines.isEmpty {
        p(t(Text.Events.ofRiskEmpty), .class("muted"))
      } else {
        p { summary }
        EventTable(frame: frame, lines: events.lines).node
      }
      if events.mayAdd {
        p(.class("no-print")) {
          a(t(Text.Events.add), .href(Route.event(.new(unit: unitCode, risk: reference)).path))
        }
      }
    }
  }

  private var summary: String {
    let frequency = events.frequency
    let value = frequency.hundredthsPerYear
    let rest = value % 100
    let sign = language == .turkish ? "," : "."
    let rate = "\(value / 100)\(sign)\(rest < 10 ? "0" : "")\(rest)"
    let how = Localized(
      "\(frequency.count) gerçekleşen olay × 365,25 / \(frequency.days) gün",
      "\(frequency.count) realised events × 365.25 / \(frequency.days) days")
    return "\(t(Text.Events.perYear)): \(rate) (\(t(how))) · \(t(EventKind.nearMiss.name)): "
      + "\(frequency.nearMisses) · \(t(Text.Events.net)): \(t(Lira.text(events.total.loss.net)))"
  }
}
