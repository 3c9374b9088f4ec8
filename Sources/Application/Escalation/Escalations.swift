import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Escalations of the risks in view.
  public func escalations(
    _ query: EscalationQuery = EscalationQuery(), by actor: Actor
  ) throws -> EscalationList {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var scope = access.scope(.read)
      if let code = query.unitCode, !code.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
      }
      let all = try EscalationEventTable.all(in: scope, closed: query.filter == .closed, connection)
      let lines = try lines(all, access, today, connection)
      var counts: [EscalationFilter: Int] = [:]
      for filter in EscalationFilter.allCases where filter != .closed {
        counts[filter] = lines.count { $0.isIn(filter) }
      }
      counts[.closed] = try EscalationEventTable.closedCount(in: scope, connection)
      let shown = lines.filter { $0.isIn(query.filter) }
      let ordered = query.filter == .closed ? shown.reversed() : shown
      return EscalationList(
        query: query, total: ordered.count, lines: Array(ordered.prefix(EscalationList.limit)), counts: counts,
        units: try access.lines(.read, connection), mayRun: access.allowsAnywhere(.manageBoard))
    }
  }

  /// What waits for this person: how many in all, and the first ones by the day they are due.
  public func waitingEscalations(limit: Int = 50, by actor: Actor) throws -> WaitingEscalations {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      var total = 0
      var found: [Escalation] = []
      for step in EscalationStep.allCases {
        let units = access.tree.units(waitingAt: step, by: actor.grants)
        guard !units.isEmpty else { continue }
        let scope = access.scope(.read).intersection(.units(units))
        let waiting = try EscalationEventTable.waiting(at: step, in: scope, limit: limit, connection)
        total += waiting.total
        found += try waiting.first.compactMap { try EscalationEventTable.find($0, connection) }
      }
      return WaitingEscalations(
        total: total, lines: Array(try lines(found, access, today, connection).prefix(limit)))
    }
  }

  /// Everything about one escalation.
  public func escalation(_ number: Int64, by actor: Actor) throws -> EscalationPage {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      let line = try line(try findEscalation(number, access, connection), access, today, connection)
      let isOpenToBoard = line.escalation.state.isUnsettled && line.meetingID == nil
      return EscalationPage(
        line: line, unitPath: access.tree.path(to: line.unitID), reasons: try reasons(of: line.escalation, connection),
        meetings: access.allowsAnywhere(.manageBoard) && isOpenToBoard
          ? try BoardMeetingTable.all(connection).filter { $0.details.state == .planned }.reversed() : [])
    }
  }

  /// Takes note of an escalation that waits at one's own step or below.
  public func acknowledgeEscalation(_ number: Int64, note: String, by actor: Actor) throws -> Escalation {
    try answer(number, .acknowledged, note, useCase: "escalation-acknowledge", by: actor)
  }

  /// Decides an escalation that waits at one's own step or below.
  public func decideEscalation(_ number: Int64, decision: String, by actor: Actor) throws -> Escalation {
    try answer(number, .decided, decision, useCase: "escalation-decide", by: actor)
  }

  private func answer(
    _ number: Int64, _ kind: EscalationEvent.Kind, _ text: String, useCase: String, by actor: Actor
  ) throws -> Escalation {
    let text = String(text.tidy.prefix(2000))
    if text.isEmpty {
      let message =
        kind == .decided
        ? Localized("Kararı yazın.", "Enter the decision.") : Localized("Notunuzu yazın.", "Enter your note.")
      try Problem.throwIfAny([FieldProblem(kind == .decided ? "decision" : "note", message)])
    }
    return try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      var escalation = try findEscalation(number, access, connection)
      let unit = try RiskTable.find(escalation.riskID, connection)?.details.unitID ?? Identifier(0)
      guard access.mayAnswer(escalation, of: unit) else { throw Access.forbidden }
      var round = EscalationRound(stamp: stamp, tree: access.tree, accounts: [])
      guard escalation.state.after(kind) != nil else { throw App.settledEscalation }
      let event = try round.store(escalation.next(kind, stamp, text), connection)
      guard escalation.take(event) else { throw App.settledEscalation }
      return escalation
    }
  }

  /// The escalation, where the actor may read its risk.
  func findEscalation(_ number: Int64, _ access: Access, _ connection: Connection) throws -> Escalation {
    guard number > 0, let found = try EscalationEventTable.find(Identifier(number), connection),
      let risk = try RiskTable.find(found.riskID, connection), access.allows(.read, in: risk.details.unitID)
    else { throw Access.notFound }
    return found
  }

  func line(
    _ escalation: Escalation, _ access: Access, _ today: Day, _ connection: Connection
  ) throws -> EscalationLine {
    guard let found = try lines([escalation], access, today, connection).first else { throw Access.notFound }
    return found
  }

  /// Escalations with their risks, soonest due first; with what was known of these at the end of `asOf` where given.
  func lines(
    _ all: [Escalation], _ access: Access, _ today: Day, asOf: Day? = nil, _ connection: Connection
  ) throws -> [EscalationLine] {
    let meetings = try BoardAgendaTable.meetings(before: asOf?.endInIstanbul, connection)
    let names = try RiskNames.find(Set(all.map(\.riskID)).sorted(), asOf: asOf, connection)
    let units = Dictionary(access.tree.units.values.map { ($0.code, $0) }) { first, _ in first }
    let found = all.compactMap { escalation -> EscalationLine? in
      guard let name = names[escalation.riskID], let unit = units[name.unitCode] else { return nil }
      let path = access.tree.path(to: unit.id).map(\.id)
      return EscalationLine(
        escalation: escalation, reference: name.reference, statement: name.statement, unitID: unit.id,
        unitCode: unit.code, unitName: unit.name,
        waits: EscalationAuthority.waits(at: escalation.to, for: access.actor.grants, path: path),
        mayAnswer: asOf == nil && escalation.state.isUnsettled && access.mayAnswer(escalation, of: unit.id),
        isOverdue: escalation.isOverdue(on: today), meetingID: meetings[escalation.id])
    }
    return found.sorted {
      ($0.escalation.dueOn, $0.escalation.id) < ($1.escalation.dueOn, $1.escalation.id)
    }
  }

  static let settledEscalation = Problem(
    .conflict,
    Localized(
      "Bu eskalasyon için bu işlem artık yapılamaz; durumu değişmiş.",
      "This can no longer be done: the state of the escalation has changed."))
}

extension Access {
  /// Whether the actor may take note of or decide an escalation of a risk of `unit`.
  func mayAnswer(_ escalation: Escalation, of unit: Identifier<Unit>) -> Bool {
    guard !actor.isMachineOperator else { return true }
    let path = tree.path(to: unit).map(\.id)
    return allows(.answerEscalations, in: unit)
      && EscalationAuthority.mayAnswer(at: escalation.to, by: actor.grants, path: path)
  }
}
