import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Statements of appetite, and the cases of risks above them in the units in view.
  public func appetite(_ query: AppetiteQuery = AppetiteQuery(), by actor: Actor) throws -> AppetitePage {
    try startDay()
    let taxonomy = try Catalogs.load(dataFolder: dataFolder).taxonomy
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let scope = try scope(of: query.unitCode, access, connection)
      let all = try breachLines(in: scope, access.tree, connection)
      let shown = all.filter { line in
        query.state.map { line.breach.state == $0 } ?? line.breach.state.isStanding
      }
      let methodology = try self.methodology(connection, on: today)
      let grades = try AppetiteStandingTable.counts(in: scope, connection)
      var above = RegisterSelection(scope: scope, today: today)
      above.states = [.aboveAppetite]
      let aboveAll = try RegisterList.counts(above, connection).total
      return AppetitePage(
        query: query, lines: try appetiteLines(actor, access, taxonomy, connection), methodology: methodology,
        cases: shown, counts: Dictionary(grouping: all, by: \.breach.state).mapValues(\.count), grades: grades,
        aboveDefault: max(0, aboveAll - (grades[.attention] ?? 0) - (grades[.breach] ?? 0)),
        units: try access.lines(.read, connection), mayPropose: access.scope(.proposeAppetite) == .all,
        mayApprove: actor.accountID != nil && access.scope(.approveAppetite) == .all)
    }
  }

  /// How a risk stands against the appetite, by which statement and why by that one; today or at the end of `asOf`.
  public func explainAppetite(
    _ reference: String, by actor: Actor, asOf: Day? = nil
  ) throws -> (page: RiskPage, appetite: RiskAppetite) {
    let page = try risk(reference, by: actor, asOf: asOf)
    guard let appetite = page.appetite else { throw Access.notFound }
    return (page, appetite)
  }

  /// How `risk` stands with the assessment `current`, now or as known at the end of `asOf`.
  func appetite(
    of risk: Risk, _ current: Assessment?, _ methodology: Methodology, asOf: Day?, _ access: Access,
    _ connection: Connection
  ) throws -> RiskAppetite {
    let (day, details) = (asOf ?? today, risk.details)
    let moment = asOf?.endInIstanbul
    var judge = try appetiteJudge(on: day, before: moment, connection)
    let isBound = details.kind == .threat && risk.retiredOn == nil
    let standing = try current.flatMap { isBound ? $0 : nil }.flatMap {
      try self.standing(of: $0, details, &judge, connection)
    }
    let taxonomy = judge.book.inForce.isEmpty ? nil : try Catalogs.load(dataFolder: dataFolder).taxonomy
    let chosen = judge.book.governing(category: details.category, target: details.strategicTarget)?.id
    let candidates = judge.book.inForce.map { statement in
      RiskAppetite.Candidate(
        statement: statement, subject: App.words(statement.subject, taxonomy),
        covers: statement.subject.covers(category: details.category, target: details.strategicTarget),
        isChosen: chosen == statement.id)
    }
    let cases = BreachCase.all(try BreachEventTable.all(ofRisk: risk.id, before: moment, connection))
    let acts = asOf == nil ? acts(on: cases.last, risk, access) : ([], nil)
    return RiskAppetite(
      standing: standing, candidates: candidates, cases: cases.reversed(), acts: acts.0, obstacle: acts.1,
      methodologyID: current?.methodologyID ?? methodology.id, verdict: current?.verdict, kind: details.kind)
  }

  private func standing(
    of assessment: Assessment, _ details: RiskDetails, _ judge: inout AppetiteJudge, _ connection: Connection
  ) throws -> AppetiteStanding {
    let ruleSet = try RuleSetTable.find(digest: assessment.ruleDigest, connection)
    let own = try ruleSet.flatMap { ruleSet in
      try judge.standing(
        assessment.effective, methodologyID: assessment.methodologyID, ruleSetID: ruleSet.id,
        category: details.category, target: details.strategicTarget, connection)
    }
    return own
      ?? AppetiteStanding(
        assessment.effective, methodologyID: assessment.methodologyID, byDefault: assessment.verdict)
  }

  private func acts(
    on newest: BreachCase?, _ risk: Risk, _ access: Access
  ) -> (Set<BreachCase.Act>, Localized?) {
    guard let newest, newest.state.isStanding else { return ([], nil) }
    var acts: Set<BreachCase.Act> = []
    let (unit, person) = (risk.details.unitID, access.actor.accountID)
    if access.allows(.manageBreaches, in: unit) {
      for act in [BreachCase.Act.acknowledge, .settle] where newest.obstacle(to: act, by: person) == nil {
        acts.insert(act)
      }
    }
    guard person != nil, access.allows(.approveAppetite, in: unit), newest.state != .accepted else {
      return (acts, nil)
    }
    let obstacle = newest.obstacle(to: .accept, by: person)
    if obstacle == nil { acts.insert(.accept) }
    return (acts, obstacle)
  }

  private func appetiteLines(
    _ actor: Actor, _ access: Access, _ taxonomy: RiskTaxonomy, _ connection: Connection
  ) throws -> [AppetiteLine] {
    let book = AppetiteBook(try AppetiteStatementTable.all(connection), on: today)
    let mayApprove = actor.accountID != nil && access.scope(.approveAppetite) == .all
    let lines = try book.statements.reversed().map { statement in
      let methodology = try self.methodology(of: statement, connection)
      let (standing, limits) = (book.standing(of: statement), statement.limits)
      return AppetiteLine(
        statement: statement, standing: standing, subject: App.words(statement.subject, taxonomy),
        levels: [limits.appetite, limits.tolerance, limits.capacity].map { methodology?.level(ofScore: $0) },
        mayDecide: mayApprove && standing == .proposed && statement.proposerID != actor.accountID,
        mayWithdraw: mayApprove && [.inForce, .upcoming].contains(standing))
    }
    return lines.filter { $0.standing == .proposed } + lines.filter { $0.standing == .inForce }
      + lines.filter { $0.standing != .proposed && $0.standing != .inForce }
  }

  /// A subject in words.
  static func words(_ subject: AppetiteSubject, _ taxonomy: RiskTaxonomy?) -> Localized {
    switch subject {
    case .overall: Localized("Tüm riskler", "All risks")
    case .category(let id):
      Localized(
        "Kategori: \(taxonomy?.category(id)?.name.turkish ?? id)",
        "Category: \(taxonomy?.category(id)?.name(.english) ?? id)")
    case .target(let code): Localized("Hedef: \(code)", "Target: \(code)")
    }
  }

  /// The newest case of each risk in `scope`, the worst first.
  func breachLines(in scope: Scope, _ tree: UnitTree, _ connection: Connection) throws -> [BreachLine] {
    var newest: [Identifier<Risk>: BreachCase] = [:]
    for entry in BreachCase.all(try BreachEventTable.all(in: scope, connection)) { newest[entry.riskID] = entry }
    let names = try RiskNames.find(newest.keys.sorted(), connection)
    let units = Dictionary(tree.units.values.map { ($0.code, $0.name) }) { first, _ in first }
    return newest.values.map { breach in
      let name = names[breach.riskID]
      return BreachLine(
        breach: breach, reference: name?.reference ?? "", statement: name?.statement ?? "",
        unitCode: name?.unitCode ?? "", unitName: units[name?.unitCode ?? ""] ?? "")
    }.sorted { left, right in
      let (a, b) = (left.breach, right.breach)
      return (b.grade, b.last?.score ?? 0, left.reference) < (a.grade, a.last?.score ?? 0, right.reference)
    }
  }

  /// What the actor may read, narrowed to a unit and everything below it.
  func scope(of unitCode: String?, _ access: Access, _ connection: Connection) throws -> Scope {
    let scope = access.scope(.read)
    guard let code = unitCode, !code.isEmpty else { return scope }
    return scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
  }

  /// The statement that would hold for a risk with these details today, with its limits as scores of `methodology`.
  func governing(
    _ details: RiskDetails?, _ methodology: Methodology, _ connection: Connection
  ) throws -> (statement: AppetiteStatement, limits: AppetiteLimits)? {
    guard try AppetiteStatementTable.isAnyApproved(connection) else { return nil }
    let book = AppetiteBook(try AppetiteStatementTable.all(connection), on: today)
    guard
      let statement = book.governing(
        category: details?.category ?? "", target: details?.strategicTarget ?? "")
    else { return nil }
    if statement.methodologyID == methodology.id { return (statement, statement.limits) }
    guard let old = try self.methodology(of: statement, connection) else { return nil }
    let mapping = try ScaleMapping.load(dataFolder: dataFolder, on: today)
    return (statement, statement.limits.moved(from: old, to: methodology, by: mapping))
  }

  /// The risks of a past day with the verdicts that the statements of that day give their assessments.
  func ownVerdicts(_ risks: [PastRisk], _ day: Day, _ connection: Connection) throws -> [PastRisk] {
    guard try AppetiteStatementTable.isAnyApproved(connection) else { return risks }
    let moment = day.endInIstanbul
    var judge = try appetiteJudge(on: day, before: moment, connection)
    return try risks.map { past in
      guard let assessment = past.assessment, past.risk.details.kind == .threat else { return past }
      let standing = try standing(of: assessment, past.risk.details, &judge, connection)
      return past.judged(standing.isAbove ? .above : .within)
    }
  }
}
