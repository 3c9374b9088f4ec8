import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The action plan of the units in view.
  public func actions(_ query: ActionQuery = ActionQuery(), by actor: Actor) throws -> ActionList {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let scope = try scope(of: query.unitCode, access, connection)
      let all = try actionLines(in: scope, today, access, connection)
      var counts: [ActionState: Int] = [:]
      for state in ActionState.allCases { counts[state] = all.count { $0.isIn(state) } }
      let lines = all.filter { line in query.state.map(line.isIn) ?? (line.status != .cancelled) }
      return ActionList(
        query: query, lines: lines, counts: counts, cost: lines.reduce(0) { $0 + ($1.action.details.cost ?? 0) },
        today: today, units: try access.lines(.read, connection), mayWrite: access.allowsAnywhere(.manageActions))
    }
  }

  /// Everything about one action.
  public func action(_ code: String, by actor: Actor) throws -> ActionPage {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      let action = try findAction(code, access, connection)
      let progress = try ActionProgressTable.all(of: action.id, connection)
      let unit = action.details.unitID
      let risks = try action.risks.compactMap { try RiskTable.find($0, connection) }
        .filter { access.allows(.read, in: $0.details.unitID) }
        .sorted { TurkishText.precedes($0.reference, $1.reference) }
      return ActionPage(
        line: try line(action, progress, today, access, connection), unitPath: access.tree.path(to: unit),
        risks: risks.map { .init(reference: $0.reference, statement: $0.details.statement) },
        progress: progress.reversed(),
        evidenceCount: try EvidenceTable.count(of: .action, action.id.rawValue, connection),
        journal: access.allows(.readJournal, in: unit)
          ? try Journal.entries(of: .riskAction, id: action.id.rawValue, limit: 100, connection)
            .map { try line($0, connection) } : [],
        mayWrite: access.allows(.manageActions, in: unit))
    }
  }

  /// The actions of a risk, today or as they stood at the end of `asOf`.
  public func actions(ofRisk reference: String, asOf: Day? = nil, by actor: Actor) throws -> RiskActions {
    let today = today
    return try read { connection in
      let past = asOf.flatMap { $0 < today ? $0 : nil }
      let moment = past?.endInIstanbul
      let access = try Access(actor, before: moment, connection)
      let risk = try find(reference, access, connection)
      let lines = try RiskActionTable.all(ofRisk: risk.id, before: moment, connection).map { action in
        let progress = try ActionProgressTable.all(of: action.id, before: moment, connection)
        return try line(action, progress, past ?? today, access, connection)
      }
      return RiskActions(
        lines: lines, mayAdd: past == nil && risk.retiredOn == nil && access.allowsAnywhere(.manageActions))
    }
  }

  /// What is near or past its last day in the units in view.
  func actionBoard(_ access: Access, _ connection: Connection) throws -> ActionBoard {
    let lines = try actionLines(in: access.scope(.read), today, access, connection).filter { $0.status.isOpen }
    let (overdue, soon) = (lines.filter { $0.urgency == .overdue }, lines.filter { $0.urgency == .dueSoon })
    return ActionBoard(
      lines: Array((overdue + soon).prefix(6)), overdue: overdue.count, dueSoon: soon.count, open: lines.count)
  }

  /// Whether the risk has an action that is still to be done, or had one before `moment`.
  func hasOpenAction(
    _ risk: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> Bool {
    try RiskActionTable.all(ofRisk: risk, before: moment, connection).contains { $0.ending == nil }
  }

  /// The action, where the actor may read it.
  func findAction(_ code: String, _ access: Access, _ connection: Connection) throws -> RiskAction {
    guard let found = try RiskActionTable.find(code: code, in: access.scope(.read), connection) else {
      throw Access.notFound
    }
    return found
  }

  func actionLines(
    in scope: Scope, _ today: Day, _ access: Access, _ connection: Connection
  ) throws -> [ActionLine] {
    let actions = try RiskActionTable.all(in: scope, connection)
    let progress = actions.isEmpty ? [:] : try ActionProgressTable.all(connection)
    return try actions.map { try line($0, progress[$0.id] ?? [], today, access, connection) }
  }

  private func line(
    _ action: RiskAction, _ progress: [ActionProgress], _ today: Day, _ access: Access, _ connection: Connection
  ) throws -> ActionLine {
    let unit = access.tree.units[action.details.unitID]
    let status = action.status(progress)
    return ActionLine(
      action: action, unitCode: unit?.code ?? "", unitName: unit?.name ?? "", status: status,
      percent: status == .completed ? 100 : RiskAction.percent(progress), urgency: action.urgency(on: today),
      risks: try action.risks.compactMap { try RiskTable.find($0, connection) }
        .filter { access.allows(.read, in: $0.details.unitID) }.map(\.reference)
        .sorted { TurkishText.precedes($0, $1) },
      partners: action.details.partners.compactMap { access.tree.units[$0]?.code }
        .sorted { TurkishText.precedes($0, $1) })
  }
}
