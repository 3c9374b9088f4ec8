import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// How meetings and decisions are printed.
enum BoardOutput {
  static func sayHeadline(_ meeting: BoardMeeting, _ call: Invocation) {
    let details = meeting.details
    let parts = [details.heldOn.turkish, details.startsAt, details.place].filter { !$0.isEmpty }
    call.say("#\(meeting.id) \(parts.joined(separator: ", ")) — \(details.state.name(call.language))")
  }

  static func say(_ decisions: [BoardDecisionLine], _ call: Invocation) {
    guard !decisions.isEmpty else { return }
    call.say(
      [
        Localized("Karar", "Decision"), Localized("Birim", "Unit"), Localized("Son gün", "Due"),
        Localized("Durum", "State"), Localized("Metin", "Text"),
      ],
      decisions.map { line in
        let late = line.isOverdue ? Localized(" (gecikmiş)", " (overdue)")(call.language) : ""
        return [
          "#\(line.decision.id)", line.unitCode, (line.decision.dueOn?.turkish ?? "") + late,
          line.decision.state.name(call.language), line.decision.text,
        ]
      })
  }

  static func say(_ page: BoardMeetingPage, _ call: Invocation) {
    sayHeadline(page.meeting, call)
    let details = page.meeting.details
    if !details.chair.isEmpty { call.say(Localized("  Başkan: \(details.chair)", "  Chair: \(details.chair)")) }
    let members = details.members.joined(separator: ", ")
    if !members.isEmpty { call.say(Localized("  Katılanlar: \(members)", "  Present: \(members)")) }
    for entry in page.items {
      let head = "  \(entry.item.place). (#\(entry.item.id)) "
      for line in hanging(head, entry.item.title, call.width, indent: 5) { call.say(line) }
      for decision in entry.decisions { sayDecision(decision, call) }
    }
  }

  /// The minutes: head, who was there, items with decisions, lines to sign.
  static func sayMinutes(_ page: BoardMeetingPage, _ administration: String, _ call: Invocation) {
    let details = page.meeting.details
    call.say(administration)
    call.say(
      Localized(
        "İÇ KONTROL İZLEME VE YÖNLENDİRME KURULU TOPLANTI TUTANAĞI",
        "MINUTES OF THE INTERNAL CONTROL MONITORING AND STEERING BOARD"))
    say(page, call)
    call.say("")
    for name in [details.chair] + details.members where !name.isEmpty {
      call.say("  \(name)  " + String(repeating: ".", count: 30))
    }
  }

  private static func sayDecision(_ line: BoardDecisionLine, _ call: Invocation) {
    let unit = line.unitName.isEmpty ? "" : "; \(line.unitName)"
    let due = line.decision.dueOn.map { ", \($0.turkish)" } ?? ""
    let word = Localized("Karar", "Decision")(call.language)
    let text = "\(line.decision.text) (\(line.decision.state.name(call.language))\(unit)\(due))"
    for part in hanging("     \(word) #\(line.decision.id): ", text, call.width, indent: 7) { call.say(part) }
  }

  static func json(_ meeting: BoardMeeting) -> JSON {
    let details = meeting.details
    return .members([
      "number": .integer(meeting.id.rawValue), "heldOn": .text(details.heldOn.description),
      "startsAt": .text(details.startsAt), "place": .text(details.place), "chair": .text(details.chair),
      "members": .array(details.members.map { .text($0) }), "state": .text(details.state.rawValue),
      "version": .count(meeting.version),
    ])
  }

  static func json(_ line: BoardDecisionLine) -> JSON {
    .members([
      "number": .integer(line.decision.id.rawValue), "meeting": .integer(line.meetingID.rawValue),
      "text": .text(line.decision.text), "unit": .text(line.unitCode), "dueOn": .optional(line.decision.dueOn),
      "state": .text(line.decision.state.rawValue), "outcome": .text(line.decision.outcome),
      "overdue": .boolean(line.isOverdue), "version": .count(line.decision.version),
    ])
  }

  static func json(_ page: BoardMeetingPage) -> JSON {
    guard case .object(let members) = json(page.meeting) else { return .null }
    let items = page.items.map { entry in
      JSON.members([
        "number": .integer(entry.item.id.rawValue), "place": .count(entry.item.place),
        "title": .text(entry.item.title), "detail": .text(entry.item.detail),
        "escalation": entry.item.escalationID.map { .integer($0.rawValue) } ?? .null,
        "decisions": .array(entry.decisions.map(json)),
      ])
    }
    return .object(members + [JSON.Member(key: "agenda", value: .array(items))])
  }
}
