import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Puts an item on the agenda of a meeting that is not held yet.
  public func addAgendaItem(
    meeting number: Int64, title: String, detail: String = "", by actor: Actor
  ) throws -> BoardAgendaItem {
    let (title, detail) = (String(title.tidy.prefix(500)), String(detail.tidy.prefix(4000)))
    if title.isEmpty {
      try Problem.throwIfAny([FieldProblem("title", Localized("Gündem maddesini yazın.", "Enter the item."))])
    }
    return try write("board-agenda-add", by: actor) { connection, stamp in
      let meeting = try openMeeting(number, try Access(actor, connection), connection)
      return try put(title, detail, nil, on: meeting, stamp, connection)
    }
  }

  /// Puts an escalation on the agenda in one step. What waited lower down goes up to the board.
  public func addAgendaItem(meeting number: Int64, escalation id: Int64, by actor: Actor) throws -> BoardAgendaItem {
    let today = today
    guard let rules = EscalationRules(rules, on: today) else { throw App.settledEscalation }
    return try write("board-agenda-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let meeting = try openMeeting(number, access, connection)
      let escalation = try findEscalation(id, access, connection)
      guard escalation.state.isUnsettled, try BoardAgendaTable.meetings(connection)[escalation.id] == nil else {
        throw App.settledEscalation
      }
      if escalation.to < .board, let ruling = rules.further(to: EscalationStep.board.rawValue) {
        let accounts = try AccountTable.all(connection).map(\.account)
        var round = EscalationRound(stamp: stamp, tree: access.tree, accounts: accounts)
        let dueOn = max(today.adding(days: ruling.days), meeting.details.heldOn)
        try round.store(
          escalation.next(
            .raised, stamp, "Kurul gündemine alındı: \(meeting.details.heldOn.turkish).", to: .board, dueOn: dueOn,
            ruling: ruling), connection)
      }
      let line = try line(escalation, access, today, connection)
      let title = "\(line.reference) – \(line.statement)"
      return try put(
        String(title.prefix(500)), escalation.occasion.text, escalation.id, on: meeting, stamp, connection)
    }
  }

  /// Takes an item without decisions off the agenda.
  public func withdrawAgendaItem(_ id: Int64, by actor: Actor) throws {
    try write("board-agenda-withdraw", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageBoard)
      guard id > 0, let before = try BoardAgendaTable.find(Identifier(id), connection), before.endedAt == nil else {
        throw Access.notFound
      }
      let isDecided = try BoardDecisionTable.all(in: .all, connection).contains { $0.decision.itemID == before.id }
      if isDecided {
        throw Problem(
          .conflict,
          Localized("Kararı olan madde gündemden çıkarılamaz.", "An item with a decision cannot be withdrawn."))
      }
      try BoardAgendaTable.end(before.id, at: stamp.at, connection)
      var after = before
      after.endedAt = stamp.at
      try Journal.append(stamp, before: .boardAgendaItem(before), after: .boardAgendaItem(after), connection)
    }
  }

  /// Records a decision on an item; the escalation it came from is decided with it.
  public func decideOnItem(_ id: Int64, _ form: BoardDecisionForm, by actor: Actor) throws -> BoardDecision {
    try write("board-decide", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageBoard)
      guard id > 0, let item = try BoardAgendaTable.find(Identifier(id), connection), item.endedAt == nil,
        let meeting = try BoardMeetingTable.find(item.meetingID, connection)
      else { throw Access.notFound }
      guard meeting.details.state != .cancelled else { throw App.cancelledMeeting }
      let (text, unit) = try form.checked(meeting, access, connection)
      let decision = try BoardDecisionTable.insert(
        BoardDecision(
          id: Identifier(0), itemID: item.id, text: text, unitID: unit?.id, dueOn: form.dueOn,
          state: unit == nil ? .done : .open, outcome: "", version: 1, recordedAt: stamp.at,
          recordedBy: stamp.actor), connection)
      try Journal.append(stamp, after: .boardDecision(decision), connection)
      if let number = item.escalationID, let escalation = try EscalationEventTable.find(number, connection),
        escalation.state.after(.decided) != nil
      {
        var round = EscalationRound(stamp: stamp, tree: access.tree, accounts: [])
        let head = "Kurul kararı (\(meeting.details.heldOn.turkish), madde \(item.place)): "
        try round.store(escalation.next(.decided, stamp, head + text), connection)
      }
      return decision
    }
  }

  /// Says what became of a decision.
  public func followDecision(
    _ id: Int64, state: BoardDecisionState, outcome: String, version: Int, by actor: Actor
  ) throws -> BoardDecision {
    let outcome = String(outcome.tidy.prefix(2000))
    if state != .open, outcome.isEmpty {
      try Problem.throwIfAny([FieldProblem("outcome", Localized("Sonucu yazın.", "Say what became of it."))])
    }
    return try write("board-follow", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      guard id > 0, let before = try BoardDecisionTable.find(Identifier(id), connection)?.decision,
        before.unitID.map({ access.allows(.read, in: $0) }) ?? (access.scope(.read) == .all)
      else { throw Access.notFound }
      let isResponsible = before.unitID.map { access.allows(.answerEscalations, in: $0) } ?? false
      guard access.allowsAnywhere(.manageBoard) || isResponsible else { throw Access.forbidden }
      var after = before
      (after.state, after.outcome) = (state, outcome)
      return try replace(before, by: after, basedOn: version, access, stamp, connection)
    }
  }

  private func openMeeting(_ number: Int64, _ access: Access, _ connection: Connection) throws -> BoardMeeting {
    try access.requireAnywhere(.manageBoard)
    let meeting = try findMeeting(number, access, connection)
    guard meeting.details.state != .cancelled else { throw App.cancelledMeeting }
    return meeting
  }

  private func put(
    _ title: String, _ detail: String, _ escalation: Identifier<EscalationEvent>?, on meeting: BoardMeeting,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> BoardAgendaItem {
    let item = try BoardAgendaTable.insert(
      BoardAgendaItem(
        id: Identifier(0), meetingID: meeting.id, place: 1, title: title, detail: detail, escalationID: escalation,
        recordedAt: stamp.at, recordedBy: stamp.actor), connection)
    try Journal.append(stamp, after: .boardAgendaItem(item), connection)
    return item
  }

  private static let cancelledMeeting = Problem(
    .conflict, Localized("Bu toplantı yapılmadı.", "This meeting was cancelled."))
}

extension BoardDecisionForm {
  func checked(
    _ meeting: BoardMeeting, _ access: Access, _ connection: Connection
  ) throws -> (text: String, unit: Unit?) {
    var problems: [FieldProblem] = []
    let text = String(self.text.tidy.prefix(4000))
    if text.isEmpty { problems.append(FieldProblem("text", Localized("Kararı yazın.", "Enter the decision."))) }
    var unit: Unit?
    if !unitCode.trimmed.isEmpty {
      unit = try UnitTable.find(code: unitCode.trimmed, connection)
        .flatMap { access.allows(.read, in: $0.id) && $0.retiredOn == nil ? $0 : nil }
      if unit == nil {
        problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit.")))
      }
      if dueOn == nil { problems.append(FieldProblem("dueOn", Localized("Son günü yazın.", "Enter the last day."))) }
    } else if dueOn != nil {
      problems.append(FieldProblem("unit", Localized("Sorumlu birimi seçin.", "Choose the responsible unit.")))
    }
    if let dueOn, dueOn < meeting.details.heldOn {
      problems.append(
        FieldProblem(
          "dueOn", Localized("Son gün toplantıdan önce olamaz.", "The last day cannot be before the meeting.")))
    }
    try Problem.throwIfAny(problems)
    return (text, unit)
  }
}

extension BoardDecision {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    [
      ("state", Localized("Durum", "State"), state.name.turkish), ("outcome", Localized("Sonuç", "Outcome"), outcome),
    ]
  }
}
