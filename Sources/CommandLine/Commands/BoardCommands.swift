import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// The board at the prompt.
let boardCommands: [Command] = [
  Command(
    "board list", Localized("toplantıları ve açık kararları listele", "list meetings and open decisions"),
    options: [.database, .asUser, .json], run: listBoard),
  Command(
    "board meeting", Localized("toplantı ekle ya da değiştir", "add or change a meeting"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "number", value: .number, help: Localized("değişecek toplantı", "the one to change")),
      Command.Option(name: "on", value: .day, help: Localized("gün", "day")),
      Command.Option(name: "at", value: Localized("SAAT", "HOUR"), help: Localized("saat: 14:00", "hour: 14:00")),
      Command.Option(name: "place", value: .text, help: Localized("yer", "place")),
      Command.Option(name: "chair", value: .name, help: Localized("başkan", "chair")),
      Command.Option(
        name: "member", value: .name, help: Localized("katılan üye", "member present"), isRepeatable: true),
      Command.Option(
        name: "state", value: .word, help: Localized("planned, held, cancelled", "planned, held, cancelled")),
    ], run: keepMeeting),
  Command(
    "board agenda", Localized("gündeme madde ekle", "put an item on the agenda"), arguments: [.meeting],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "title", value: .text, help: Localized("madde", "item")),
      Command.Option(name: "detail", value: .text, help: Localized("açıklama", "more about it")),
      Command.Option(
        name: "escalation", value: .number,
        help: Localized("bu eskalasyonu gündeme al", "bring this escalation before the board")),
    ], run: addItem),
  Command(
    "board decide", Localized("bir maddede karar kaydet", "record a decision on an item"),
    arguments: [Command.Argument(name: .number, help: Localized("maddenin numarası", "number of the item"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "text", value: .text, help: Localized("karar", "decision"), isRequired: true),
      Command.Option(name: "unit", value: .code, help: Localized("sorumlu birim", "responsible unit")),
      Command.Option(name: "due", value: .day, help: Localized("son gün", "last day")),
    ], run: decideItem),
  Command(
    "board follow", Localized("kararın sonucunu yaz", "say what became of a decision"),
    arguments: [Command.Argument(name: .number, help: Localized("kararın numarası", "number of the decision"))],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "state", value: .word, help: Localized("open, done, dropped", "open, done, dropped"), isRequired: true),
      Command.Option(name: "outcome", value: .text, help: Localized("sonuç", "outcome")),
    ], run: followDecision),
  Command(
    "board show", Localized("bir toplantıyı göster", "show a meeting"), arguments: [.meeting],
    options: [.database, .asUser, .json], run: showMeeting),
  Command(
    "board minutes", Localized("toplantı tutanağını yaz", "print the minutes"), arguments: [.meeting],
    options: [.database, .asUser], run: printMinutes),
]

extension Command.Argument {
  /// The number of a meeting.
  static let meeting = Command.Argument(
    name: .number, help: Localized("toplantının numarası", "number of the meeting"))
}

private func listBoard(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.board(by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "meetings": .array(page.meetings.map { BoardOutput.json($0.meeting) }),
        "decisions": .array(page.decisions.map(BoardOutput.json)),
      ]))
    return .done
  }
  if page.meetings.isEmpty, page.decisions.isEmpty {
    call.say(
      Localized("Toplantı yok. Eklemek için: guvence board meeting --on GÜN", "None. Add: guvence board meeting"))
    return .done
  }
  call.say(
    [
      Localized("No", "No"), Localized("Gün", "Day"), Localized("Durum", "State"), Localized("Madde", "Items"),
      Localized("Karar", "Decisions"),
    ],
    page.meetings.map {
      [
        $0.meeting.id.description, $0.meeting.details.heldOn.turkish, $0.meeting.details.state.name(call.language),
        String($0.itemCount), String($0.decisionCount),
      ]
    }, numbers: [0, 3, 4])
  BoardOutput.say(page.decisions, call)
  return .done
}

private func keepMeeting(_ call: Invocation) throws -> ExitCode {
  let states: [BoardMeetingState] = try call.choices("state")
  let app = try call.app()
  let actor = try call.actor(app)
  let number = try call.integer("number").map(Int64.init)
  let known = try number.map { try app.boardMeeting($0, by: actor).meeting }
  var form = known.map { BoardMeetingForm($0.details) } ?? BoardMeetingForm()
  if let day = try call.day("on") { form.heldOn = day }
  form.startsAt = call.text("at") ?? form.startsAt
  form.place = call.text("place") ?? form.place
  form.chair = call.text("chair") ?? form.chair
  if call.has("member") { form.members = call.all("member").joined(separator: "\n") }
  form.state = states.last ?? form.state
  let meeting =
    if let number, let known {
      try app.editBoardMeeting(number, form, version: known.version, by: actor)
    } else {
      try app.addBoardMeeting(form, by: actor)
    }
  if call.wantsJSON { call.answer(BoardOutput.json(meeting)) } else { BoardOutput.sayHeadline(meeting, call) }
  return .done
}

private func addItem(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let meeting = try call.number()
  let item =
    if let escalation = try call.integer("escalation") {
      try app.addAgendaItem(meeting: meeting, escalation: Int64(escalation), by: actor)
    } else {
      try app.addAgendaItem(
        meeting: meeting, title: call.text("title") ?? "", detail: call.text("detail") ?? "", by: actor)
    }
  if call.wantsJSON {
    call.answer(
      .members(["number": .integer(item.id.rawValue), "place": .count(item.place), "title": .text(item.title)]))
  } else {
    call.say(
      Localized("Madde \(item.place) (#\(item.id)): \(item.title)", "Item \(item.place) (#\(item.id)): \(item.title)"))
  }
  return .done
}

private func decideItem(_ call: Invocation) throws -> ExitCode {
  var form = BoardDecisionForm()
  (form.text, form.unitCode) = (call.text("text") ?? "", call.text("unit") ?? "")
  form.dueOn = try call.day("due")
  let app = try call.app()
  let decision = try app.decideOnItem(call.number(), form, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["number": .integer(decision.id.rawValue), "state": .text(decision.state.rawValue)]))
  } else {
    call.say(Localized("Karar #\(decision.id): \(decision.text)", "Decision #\(decision.id): \(decision.text)"))
  }
  return .done
}

private func followDecision(_ call: Invocation) throws -> ExitCode {
  let states: [BoardDecisionState] = try call.choices("state")
  let app = try call.app()
  let actor = try call.actor(app)
  let number = try call.number()
  let version = try app.boardDecision(number, by: actor).decision.version
  let decision = try app.followDecision(
    number, state: states.last ?? .open, outcome: call.text("outcome") ?? "", version: version, by: actor)
  if call.wantsJSON {
    call.answer(.members(["number": .integer(number), "state": .text(decision.state.rawValue)]))
  } else {
    call.say(
      Localized(
        "Karar #\(number): \(decision.state.name.turkish).", "Decision #\(number): \(decision.state.name.english)."))
  }
  return .done
}

private func showMeeting(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.boardMeeting(call.number(), by: call.actor(app))
  if call.wantsJSON { call.answer(BoardOutput.json(page)) } else { BoardOutput.say(page, call) }
  return .done
}

private func printMinutes(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.boardMeeting(call.number(), by: call.actor(app))
  BoardOutput.sayMinutes(page, try app.administration().name, call)
  return .done
}
