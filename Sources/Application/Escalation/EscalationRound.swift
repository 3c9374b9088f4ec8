import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// One run while it lasts: stores moves, with journal rows and notices, and counts.
struct EscalationRound {
  let stamp: JournalStamp
  let tree: UnitTree
  let accounts: [Account]
  var result = EscalationRun()
  /// How many notices each person got in this run.
  private var told: [Identifier<Account>: Int] = [:]
  /// More than this many come as one notice.
  static let noticeLimit = 50

  init(stamp: JournalStamp, tree: UnitTree, accounts: [Account]) {
    (self.stamp, self.tree, self.accounts) = (stamp, tree, accounts)
  }

  /// Stores what the plan decided for a risk.
  mutating func make(
    _ move: EscalationMove, of risk: Identifier<Risk>, _ facts: EscalationFacts?, _ connection: Connection
  ) throws {
    switch move {
    case .open(let occasion, let to, let dueOn, let ruling):
      guard let facts else { return }
      let draft = EscalationEvent(
        id: Identifier(0), openingID: nil, riskID: risk, kind: .opened, occasion: occasion,
        levelID: facts.levelID ?? "", from: facts.home, to: to, dueOn: dueOn, ruling: ruling, text: occasion.text,
        at: stamp.at, doneBy: stamp.actor)
      result.opened += 1
      try store(draft, connection)
    case .raise(let escalation, let to, let dueOn, let ruling, let isOverdue):
      let reason =
        isOverdue
        ? EscalationWording.undecided.text(escalation.dueOn.turkish) : EscalationWording.otherLevel.text()
      result.raised += 1
      try store(
        escalation.next(.raised, stamp, reason, level: facts?.levelID, to: to, dueOn: dueOn, ruling: ruling),
        connection)
    case .close(let escalation):
      result.closed += 1
      let reason = facts == nil ? EscalationWording.riskGone.text() : EscalationWording.triggerGone.text()
      try store(escalation.next(.closed, stamp, reason, level: facts?.levelID), connection)
    }
  }

  /// Stores an event with its journal row, and tells those for whom the risk now waits.
  @discardableResult
  mutating func store(_ draft: EscalationEvent, _ connection: Connection) throws -> EscalationEvent {
    guard let risk = try RiskTable.find(draft.riskID, connection) else { throw Access.notFound }
    let event = try EscalationEventTable.insert(draft, connection)
    let unit = risk.details.unitID
    try Journal.append(stamp, after: .escalationEvent(event, unitID: unit), connection)
    guard event.kind == .opened || event.kind == .raised else { return event }
    let number = event.openingID ?? event.id
    let name = event.occasion.trigger.name
    let text = Localized(
      "\(risk.reference): \(name.turkish). Kararınız bekleniyor, son gün \(event.dueOn.turkish).",
      "\(risk.reference): \(name.english). Your decision is awaited by \(event.dueOn).")
    for account in tree.people(at: event.to, for: unit, among: accounts) {
      let count = told[account.id, default: 0]
      told[account.id] = count + 1
      guard count <= EscalationRound.noticeLimit else { continue }
      let isLast = count == EscalationRound.noticeLimit
      let notice = Notice(
        id: Identifier(0), accountID: account.id, kind: .escalation, subject: isLast ? "" : number.description,
        text: isLast ? EscalationRound.more : text, unitID: isLast ? nil : unit, createdAt: stamp.at)
      let occasion = isLast ? "more/\(stamp.at.dayInIstanbul)" : event.id.description
      if try NoticeTable.insert(notice, occasion: occasion, connection) { result.notices += 1 }
    }
    return event
  }

  private static let more = Localized(
    "Bugün kararınızı bekleyen başka eskalasyonlar da var.", "More escalations await your decision today.")
}

extension Escalation {
  /// The event that comes next; where nothing else is said it stays at its step with its day and rule.
  func next(
    _ kind: EscalationEvent.Kind, _ stamp: JournalStamp, _ text: String, level: String? = nil,
    to step: EscalationStep? = nil, dueOn day: Day? = nil, ruling: EscalationRuling? = nil
  ) -> EscalationEvent {
    EscalationEvent(
      id: Identifier(0), openingID: id, riskID: riskID, kind: kind, occasion: occasion,
      levelID: level ?? last.levelID, from: step == nil ? last.from : to, to: step ?? to, dueOn: day ?? dueOn,
      ruling: ruling ?? self.ruling, text: text, at: stamp.at, doneBy: stamp.actor)
  }
}
