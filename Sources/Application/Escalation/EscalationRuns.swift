import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Judges every active threat by the tables of the day: opens, carries further up and ends escalations, and tells the
  /// people concerned. A second run on the same day changes nothing.
  public func runEscalation(by actor: Actor) throws -> EscalationRun {
    try startDay()
    let today = today
    guard let rules = EscalationRules(rules, on: today) else {
      throw Problem(
        .conflict,
        Localized("Kural klasöründe eskalasyon tabloları yok.", "The rules folder has no tables of escalation."))
    }
    return try write("escalation-run", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageBoard)
      var round = EscalationRound(
        stamp: stamp, tree: access.tree, accounts: try AccountTable.all(connection).map(\.account))
      let facts = Dictionary(
        try escalationFacts(access.tree, connection).map { ($0.riskID, $0) }, uniquingKeysWith: { first, _ in first })
      let live = Dictionary(
        grouping: try EscalationEventTable.all(in: .all, closed: false, connection), by: \.riskID)
      let plan = EscalationPlan(rules, on: today)
      for risk in Set(facts.keys).union(live.keys).sorted() {
        let moves = plan.moves(facts[risk], live: live[risk] ?? [])
        for move in moves { try round.make(move, of: risk, facts[risk], connection) }
      }
      round.result.notices += try dueNotices(access.tree, round.accounts, stamp, connection)
      return round.result
    }
  }

  /// How every active threat stands today.
  private func escalationFacts(_ tree: UnitTree, _ connection: Connection) throws -> [EscalationFacts] {
    var happenings = try EscalationFactTable.happenings(on: today, connection)
    for breach in BreachCase.all(try BreachEventTable.all(in: .all, connection))
    where breach.isUnanswered && breach.grade == .breach {
      let text =
        breach.last.map { EscalationWording.breachWithScore.text(String($0.score)) } ?? EscalationWording.breach.text()
      happenings[breach.riskID, default: []].append(
        EscalationOccasion(.breach, key: breach.id.description, text: text))
    }
    var homes: [Identifier<Unit>: EscalationStep] = [:]
    var methodologies: [String: Methodology] = [:]
    return try EscalationFactTable.standings(connection).map { risk in
      let home = homes[risk.unitID] ?? .home(depth: tree.path(to: risk.unitID).count - 1)
      homes[risk.unitID] = home
      if let digest = risk.ruleDigest, methodologies[digest] == nil {
        methodologies[digest] = try methodology(digest: digest, connection)
      }
      let methodology = risk.ruleDigest.flatMap { methodologies[$0] }
      let top = methodology?.levels.map(\.rank).max() ?? .max
      let rank = risk.levelRank ?? 0
      return EscalationFacts(
        riskID: risk.riskID, unitID: risk.unitID, home: home, levelID: risk.levelID,
        levelName: risk.levelID.flatMap { methodology?.level($0)?.name }, isTopLevel: rank >= top,
        isHigh: top != .max && rank >= top - 1, nextReviewOn: risk.nextReviewOn,
        happenings: happenings[risk.riskID] ?? [])
    }
  }
}

extension BreachCase {
  /// Whether the case stands and nobody has accepted the risk for a time.
  fileprivate var isUnanswered: Bool { state == .open || state == .acknowledged }
}
