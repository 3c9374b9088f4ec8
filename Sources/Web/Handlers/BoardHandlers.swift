import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Meetings, agenda, decisions, minutes.
  func boardRoom(_ route: OversightRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .newMeeting:
      try visit.require(.manageBoard)
      return visit.page(MeetingFormView(frame: visit.frame, state: FormState(), editing: nil).node)
    case .addMeeting: return try addMeeting(visit)
    case .meeting(let number): return visit.page(try meetingPage(number, FormState(), nil, visit))
    case .editMeetingForm(let number):
      let meeting = try app.boardMeeting(number, by: actor).meeting
      return visit.page(try meetingForm(number, FormState(BoardInput.values(of: meeting)), visit))
    case .editMeeting(let number): return try editMeeting(number, visit)
    case .minutes(let number):
      return visit.page(MinutesView(frame: visit.frame, content: try app.boardMeeting(number, by: actor)).node)
    case .addItem(let number): return try addItem(number, visit)
    case .decideItem(let number, let item): return try decideItem(number, item, visit)
    case .withdrawItem(let number, let item):
      try app.withdrawAgendaItem(item, by: actor)
      return .redirect(Done.saved.after(.oversight(.meeting(number))))
    case .decisionForm(let number): return visit.page(try decisionPage(number, nil, visit))
    case .followDecision(let number): return try followDecision(number, visit)
    default: return visit.page(BoardView(frame: visit.frame, content: try app.board(by: actor)).node)
    }
  }

  private func addMeeting(_ visit: Visit) throws -> Response {
    try visit.require(.manageBoard)
    return try visit.submit(
      form: { MeetingFormView(frame: visit.frame, state: $0, editing: nil).node },
      action: {
        let made = try app.addBoardMeeting(BoardInput.meeting(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.oversight(.meeting(made.id.rawValue))))
      })
  }

  private func meetingForm(_ number: Int64, _ state: FormState, _ visit: Visit) throws -> Node {
    let content = try app.boardMeeting(number, by: try visit.actor)
    guard content.mayManage else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return MeetingFormView(frame: visit.frame, state: state, editing: content.meeting).node
  }

  private func editMeeting(_ number: Int64, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try meetingForm(number, $0, visit) },
      action: {
        _ = try app.editBoardMeeting(
          number, BoardInput.meeting(visit.values), version: visit.version, by: try visit.actor)
        return .redirect(Done.saved.after(.oversight(.meeting(number))))
      })
  }

  private func meetingPage(_ number: Int64, _ state: FormState, _ item: Int64?, _ visit: Visit) throws -> Node {
    let content = try app.boardMeeting(number, by: try visit.actor)
    return MeetingView(frame: visit.frame, content: content, state: state, openItem: item).node
  }

  private func addItem(_ number: Int64, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try meetingPage(number, $0, nil, visit) },
      action: {
        let actor = try visit.actor
        if let escalation = visit.values.nonEmpty("escalation") {
          _ = try app.addAgendaItem(meeting: number, escalation: Int64(escalation) ?? 0, by: actor)
        } else {
          _ = try app.addAgendaItem(
            meeting: number, title: visit.values.text("title"), detail: visit.values.text("detail"), by: actor)
        }
        return .redirect(Done.created.after(.oversight(.meeting(number))))
      })
  }

  private func decideItem(_ number: Int64, _ item: Int64, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try meetingPage(number, $0, item, visit) },
      action: {
        _ = try app.decideOnItem(item, BoardInput.decision(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.oversight(.meeting(number))))
      })
  }

  private func decisionPage(_ number: Int64, _ state: FormState?, _ visit: Visit) throws -> Node {
    let line = try app.boardDecision(number, by: try visit.actor)
    var values = Values()
    values.add("state", line.decision.state.rawValue)
    values.add("outcome", line.decision.outcome)
    return DecisionView(frame: visit.frame, state: state ?? FormState(values), line: line).node
  }

  private func followDecision(_ number: Int64, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try decisionPage(number, $0, visit) },
      action: {
        let state = BoardDecisionState(rawValue: visit.values.text("state")) ?? .open
        _ = try app.followDecision(
          number, state: state, outcome: visit.values.text("outcome"), version: visit.version, by: try visit.actor)
        return .redirect(Done.saved.after(.oversight(.decisionForm(number))))
      })
  }
}

/// Reads the forms of the board.
enum BoardInput {
  /// The meeting typed; what is missing the use case judges.
  static func meeting(_ values: Values) throws -> BoardMeetingForm {
    var form = BoardMeetingForm()
    form.heldOn = try day("heldOn", values)
    (form.startsAt, form.place, form.chair) = (values.text("startsAt"), values.text("place"), values.text("chair"))
    form.members = values["members"] ?? ""
    form.state = BoardMeetingState(rawValue: values.text("state")) ?? .planned
    return form
  }

  /// The decision typed.
  static func decision(_ values: Values) throws -> BoardDecisionForm {
    var form = BoardDecisionForm()
    (form.text, form.unitCode) = (values.text("text"), values.text("unit"))
    form.dueOn = try day("dueOn", values)
    return form
  }

  /// The form's values of a stored meeting.
  static func values(of meeting: BoardMeeting) -> Values {
    let form = BoardMeetingForm(meeting.details)
    var values = Values()
    for (name, value) in [
      ("heldOn", form.heldOn?.description ?? ""), ("startsAt", form.startsAt), ("place", form.place),
      ("chair", form.chair), ("members", form.members), ("state", form.state.rawValue),
    ] { values.add(name, value) }
    return values
  }

  private static func day(_ name: String, _ values: Values) throws -> Day? {
    let text = values.text(name)
    guard !text.isEmpty else { return nil }
    guard let day = dayFromField(text) else { throw RiskInput.refusal([FieldProblem(name, Text.Assess.dayWrong)]) }
    return day
  }
}
