import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// A month of the calendar: what is overdue, then what falls on each day.
struct CalendarView: View {
  let frame: Frame
  let content: CalendarPage

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Calendar.title)): \(Figures.period(content.month, language))", room: .calendar)
    head.actions = a(t(Text.Calendar.file), .class("button"), .href(Route.oversight(.calendarFile(content.query)).path))
    return page(head) {
      filters
      steps
      if content.isCut { p(t(Text.Calendar.cut), .class("warning")) }
      if !content.overdue.isEmpty {
        h2("\(t(Text.Calendar.overdue)) (\(count(content.overdue.count)))")
        table(Array(content.overdue.prefix(50)), t(Text.Calendar.overdue))
      }
      if content.entries.isEmpty {
        div(.class("empty")) { p(t(Text.Calendar.empty)) }
      } else {
        h2(Figures.period(content.month, language))
        table(content.entries, Figures.period(content.month, language))
      }
    }
  }

  private func address(_ month: Period) -> String {
    var query = content.query
    query.month = month
    return Route.oversight(.calendar(query)).path
  }

  private var steps: Node {
    nav(.class("pages no-print"), .aria("label", t(Text.Calendar.month))) {
      ul {
        li { a("‹ " + t(Text.Calendar.previous), .href(address(content.month.previous)), .rel("prev")) }
        li { a(t(Text.Calendar.next) + " ›", .href(address(content.month.next)), .rel("next")) }
      }
    }
  }

  private var filters: Node {
    form(.class("inline no-print"), .method("get"), .action(Route.oversight(.calendar(CalendarQuery())).path)) {
      div(.class("field short")) {
        label(t(Text.Calendar.month), .for("month"))
        input(.type("month"), .id("month"), .name("month"), .value(content.month.description))
      }
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: content.units).select(chosen: content.query.unitCode)
      }
      div(.class("field short")) {
        label(t(Text.Calendar.kind), .for("kind"))
        select(.id("kind"), .name("kind")) {
          option(t(Text.Common.all), .value(""))
          for kind in CalendarEntry.Kind.allCases {
            option(t(kind.name), .value(kind.rawValue), .selected(kind == content.query.kind))
          }
        }
      }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private func table(_ entries: [CalendarEntry], _ name: String) -> Node {
    div(.class("table-frame")) {
      GuvenceMarkup.table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(name, .class("hidden"))
        thead {
          tr {
            for title in [
              Text.Calendar.day, Text.Calendar.kind, Text.Calendar.entry, Text.Common.unit, Text.Calendar.about,
            ] { th(t(title), .scope("col")) }
          }
        }
        tbody { .fragment(entries.map(row)) }
      }
    }
  }

  private func row(_ entry: CalendarEntry) -> Node {
    tr {
      td(.class("nowrap"), .data("label", t(Text.Calendar.day))) {
        dayNode(entry.day)
        if !entry.startsAt.isEmpty { " " + entry.startsAt }
        " "
        span(
          "(" + Figures.distance(entry.day, from: frame.today, language) + ")",
          .class(entry.isOverdue ? "overdue" : "muted small"))
      }
      td(t(entry.kind.name), .data("label", t(Text.Calendar.kind)))
      th(.scope("row")) {
        if let route = Route(entry) {
          a(mark(entry), .href(route.path))
        } else {
          t(entry.kind.name)
        }
      }
      td(entry.unitCode, .data("label", t(Text.Common.unit)))
      td(t(entry.title), .class("wide-text"))
    }
  }

  private func mark(_ entry: CalendarEntry) -> String {
    switch entry.kind {
    case .escalation, .meeting, .decision: "#" + entry.subject
    case .appetite where entry.subject.isEmpty: t(entry.kind.name)
    default: entry.subject
    }
  }
}

extension CalendarEntry.Kind {
  /// The kind of notice that leads to the same page.
  var notice: Notice.Kind {
    switch self {
    case .review: .review
    case .reading: .reading
    case .action: .action
    case .escalation: .escalation
    case .meeting: .meeting
    case .decision: .decision
    case .chartReview: .process
    case .appetite, .obligation: .other
    }
  }
}

extension Route {
  /// The page of an entry of the calendar; `nil` where there is none.
  init?(_ entry: CalendarEntry) {
    if entry.kind == .appetite {
      self = .appetite(entry.subject.isEmpty ? .list(AppetiteQuery()) : .breach(entry.subject))
    } else {
      self.init(entry.kind.notice, subject: entry.subject)
    }
  }

  /// The page of what a notice speaks of; `nil` where there is none.
  init?(_ kind: Notice.Kind, subject: String) {
    let number = Int64(subject)
    switch kind {
    case .escalation:
      self = .oversight(number.map { .escalation($0) } ?? .escalations(EscalationQuery(filter: .mine)))
    case .review:
      var query = RegisterQuery()
      (query.states, query.sort) = ([.reviewDue], .nextReview)
      self = subject.isEmpty ? .register(query) : .risk(subject, asOf: nil)
    case .reading:
      self = .indicator(subject.isEmpty ? .list(IndicatorQuery(state: .overdue)) : .show(subject))
    case .decision: self = .oversight(number.map { .decisionForm($0) } ?? .board)
    case .meeting: self = .oversight(number.map { .meeting($0) } ?? .board)
    case .action: self = .action(subject.isEmpty ? .list(ActionQuery(state: .overdue)) : .show(subject))
    case .process:
      var query = ProcessQuery()
      query.state = .overdue
      self = .process(subject.isEmpty ? .list(query) : .show(subject, asOf: nil))
    case .other: return nil
    }
  }
}

/// The form that sets another review day for a risk.
struct ReviewDayView: View {
  let frame: Frame
  let state: FormState
  let reference: String
  let oversight: RiskOversight

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Calendar.reviewTitle)): \(reference)", room: .risks,
      crumbs: [Crumb(text: reference, route: .risk(reference, asOf: nil))])
    head.lead = p {
      t(Text.Calendar.reviewLead)
      if let day = oversight.reviewOn {
        " " + t(Text.Risk.nextReview) + ": "
        dayNode(day)
        "."
      }
    }
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.oversight(.setReview(reference)).path), .novalidate()) {
        token
        dateField("reviewOn", Text.Calendar.reviewOn, in: state)
        textArea("reason", Text.Common.reason, in: state, isRequired: true, rows: 2)
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.risk(reference, asOf: nil).path))
        }
      }
    }
  }
}
