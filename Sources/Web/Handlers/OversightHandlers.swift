import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Calendar, escalation, notices; the board has handlers of its own.
  func oversight(_ route: OversightRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .calendar(let query):
      return visit.page(CalendarView(frame: visit.frame, content: try app.calendar(query, by: actor)).node)
    case .calendarFile(let query):
      return .download(
        .bytes(try app.calendarFile(query, by: actor)), name: "guvence-takvim-\(visit.now.dayInIstanbul).ics",
        contentType: "text/calendar; charset=utf-8")
    case .reviewForm(let reference): return visit.page(try reviewPage(reference, FormState(), visit))
    case .setReview(let reference): return try setReview(reference, visit)
    case .escalations(let query):
      return visit.page(EscalationsView(frame: visit.frame, list: try app.escalations(query, by: actor)).node)
    case .runEscalation:
      _ = try app.runEscalation(by: actor)
      return .redirect(Done.saved.after(.oversight(.escalations(EscalationQuery()))))
    case .escalation(let number): return visit.page(try escalationPage(number, FormState(), visit))
    case .acknowledge, .decide, .toAgenda: return try answer(route, visit)
    case .notices(let unread):
      return visit.page(
        NoticesView(
          frame: visit.frame, notices: try app.notices(unreadOnly: unread, by: actor),
          waiting: try app.waitingEscalations(limit: 20, by: actor), unreadOnly: unread
        ).node)
    case .readNotices:
      try app.readNotices(nil, by: actor)
      return .redirect(Done.saved.after(.oversight(.notices(unread: false))))
    case .readNotice(let number): return try openNotice(number, visit)
    default: return try boardRoom(route, visit)
    }
  }

  private func reviewPage(_ reference: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let oversight = try app.oversight(ofRisk: reference, by: try visit.actor)
    guard oversight.maySetReview else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return ReviewDayView(frame: visit.frame, state: state, reference: reference, oversight: oversight).node
  }

  private func setReview(_ reference: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try reviewPage(reference, $0, visit) },
      action: {
        _ = try app.setReviewDay(
          reference, on: dayFromField(visit.values.text("reviewOn")), reason: visit.values.text("reason"),
          by: try visit.actor)
        return .redirect(Done.saved.after(.risk(reference, asOf: nil)))
      })
  }

  private func escalationPage(_ number: Int64, _ state: FormState, _ visit: Visit) throws -> Node {
    EscalationView(frame: visit.frame, content: try app.escalation(number, by: try visit.actor), state: state).node
  }

  private func answer(_ route: OversightRoute, _ visit: Visit) throws -> Response {
    guard case .escalation(let number) = route.formRoute else { throw Problem(.notFound, Text.Refusal.notFound) }
    return try visit.submit(
      form: { try escalationPage(number, $0, visit) },
      action: {
        let (actor, values) = (try visit.actor, visit.values)
        switch route {
        case .acknowledge: _ = try app.acknowledgeEscalation(number, note: values.text("note"), by: actor)
        case .decide: _ = try app.decideEscalation(number, decision: values.text("decision"), by: actor)
        default:
          let meeting = Int64(values.text("meeting")) ?? 0
          _ = try app.addAgendaItem(meeting: meeting, escalation: number, by: actor)
        }
        return .redirect(Done.saved.after(.oversight(.escalation(number))))
      })
  }

  /// Marks the notice as read and leads to what it speaks of.
  private func openNotice(_ number: Int64, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    guard let notice = try app.notices(limit: 10_000, by: actor).first(where: { $0.id.rawValue == number }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    try app.readNotices(notice.id, by: actor)
    return .redirect((Route(notice.kind, subject: notice.subject) ?? .oversight(.notices(unread: false))).path)
  }
}
