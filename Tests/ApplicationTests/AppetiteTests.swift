import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Statements of appetite, who may decide them, and the cases they open.
@Suite struct AppetiteTests {
  private func form(
    _ limits: (Int, Int, Int), kind: String = "overall", key: String = "", until: Day? = nil
  ) -> AppetiteForm {
    var form = AppetiteForm()
    (form.kind, form.key, form.rationale, form.validUntil) = (kind, key, "Deneme", until)
    (form.appetite, form.tolerance, form.capacity) = ("\(limits.0)", "\(limits.1)", "\(limits.2)")
    return form
  }

  /// Scores of the five risks of a town: 4, 8, 12, 16, 20.
  @discardableResult
  private func approve(_ town: Town, _ form: AppetiteForm) throws -> AppetiteStatement {
    let manager = try town.person(.topManager, in: town.root)
    let made = try town.app.proposeAppetite(form, by: .machineOperator)
    return try town.app.decideAppetite(made.id, .approved, note: "", by: manager)
  }

  private func grades(_ town: Town) throws -> [AppetiteGrade?] {
    try town.units.map { try town.page(town.risk(of: $0)).appetite?.ownGrade }
  }

  private func newest(_ town: Town, _ unit: Unit) throws -> BreachCase? {
    try town.page(town.risk(of: unit)).appetite?.newest
  }

  @Test func approvalOpensCasesOfRisksAboveAndTheRegisterAgrees() throws {
    let town = try Town()
    #expect(try grades(town) == [nil, nil, nil, nil, nil])
    let made = try town.app.proposeAppetite(form((8, 12, 20)), by: .machineOperator)
    #expect(try grades(town) == [nil, nil, nil, nil, nil], "a proposal holds nothing")
    let manager = try town.person(.topManager, in: town.root)
    try town.app.decideAppetite(made.id, .approved, note: "", by: manager)
    #expect(try grades(town) == [.within, .within, .attention, .breach, .breach])
    let page = try town.app.appetite(by: manager)
    #expect(page.cases.count == 3 && page.counts[.open] == 3 && page.grades[.breach] == 2)
    var query = RegisterQuery()
    query.states = [.aboveAppetite]
    let above = try town.app.register(query, by: manager)
    #expect(above.total == 3 && above.rows.allSatisfy { $0.grade != .within })
    #expect(try town.app.dashboard(by: manager).aboveAppetite.total == 3)
    let report = try town.app.consolidatedReport(
      period: Period(containing: Town.today, length: .quarter), unitCode: nil, by: manager)
    #expect(report.aboveAppetite.count == 3)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func whoProposedDoesNotDecideAndTheOperatorHasNoAccount() throws {
    let town = try Town()
    let both = [
      RoleGrant(role: .topManager, unitID: town.root.id),
      RoleGrant(role: .administrationCoordinator, unitID: town.root.id),
    ]
    let account = try town.app.createAccount(
      AccountForm(login: "iki", displayName: "İki", grants: both), by: .machineOperator
    ).account
    let person = Actor(accountID: account.id, displayName: "İki", grants: both)
    let made = try town.app.proposeAppetite(form((5, 8, 20)), by: person)
    #expect(refusal { try town.app.decideAppetite(made.id, .approved, note: "", by: person) } == .conflict)
    #expect(refusal { try town.app.decideAppetite(made.id, .approved, note: "", by: .machineOperator) } == .forbidden)
    let manager = try town.person(.topManager, in: town.root)
    #expect(faultyFields { try town.app.decideAppetite(made.id, .refused, note: " ", by: manager) } == ["note"])
    try town.app.decideAppetite(made.id, .refused, note: "Yüksek", by: manager)
    #expect(refusal { try town.app.decideAppetite(made.id, .approved, note: "", by: manager) } == .conflict)
    for role in [Role.unitCoordinator, .internalAuditor, .topManager, .boardMember] {
      let other = try town.person(role, in: role == .unitCoordinator ? town.finance : town.root)
      #expect(refusal { _ = try town.app.proposeAppetite(form((5, 8, 20)), by: other) } == .forbidden)
    }
  }

  @Test func theProposalNamesEveryFieldAtFault() throws {
    let town = try Town()
    var wrong = form((9, 8, 30), kind: "category", key: "yok", until: day("2026-01-01"))
    wrong.rationale = " "
    #expect(
      faultyFields { _ = try town.app.proposeAppetite(wrong, by: .machineOperator) }
        == ["category", "capacity", "tolerance", "rationale", "validUntil"])
    wrong.appetite = "on"
    #expect(faultyFields { _ = try town.app.proposeAppetite(wrong, by: .machineOperator) }.contains("appetite"))
  }

  @Test func theMoreSpecialStatementHoldsAndThePageSaysWhy() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    try approve(town, form((20, 22, 25), kind: "target", key: "H1.1"))
    let reference = town.risk(of: town.legal)
    var risk = try town.page(reference).row.risk
    #expect(try town.page(reference).appetite?.ownGrade == .breach)
    risk.details.strategicTarget = "h1.1"
    _ = try town.app.editRisk(reference, risk.details, version: risk.version, by: .machineOperator)
    let (page, appetite) = try town.app.explainAppetite(reference, by: .machineOperator)
    #expect(appetite.ownGrade == .within && appetite.newest?.state == .resolved)
    #expect(appetite.choice.turkish.contains("Hedef: H1.1") && appetite.choice.turkish.contains("Tüm riskler"))
    #expect(page.residualReasons.contains { $0.rule.hasPrefix("appetite-statement/") })
    #expect(!page.residualReasons.contains { $0.rule == RuleTable.appetiteVerdict })
  }

  @Test func assessmentOpensRegradesAndResolves() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    let reference = town.risk(of: town.root)
    func assess(_ likelihood: Int, _ impact: Int) throws -> BreachCase? {
      town.wait(seconds: 60)
      let version = try town.page(reference).row.risk.version
      let input = AssessmentInput(inherent: ScoreInput(likelihood: likelihood, impact: impact))
      _ = try town.app.assess(reference, input, version: version, by: .machineOperator)
      return try newest(town, town.root)
    }
    #expect(try assess(2, 5)?.state == .open)
    let worse = try #require(try assess(5, 5))
    #expect(worse.grade == .breach && worse.last?.kind == .regraded)
    #expect(try town.page(reference).findings.contains { $0.code == "beyond-capacity" })
    let fallen = try #require(try assess(1, 5))
    #expect(fallen.state == .resolved && fallen.last?.text.contains("5") == true)
    let again = try #require(try assess(3, 3))
    #expect(again.state == .open && again.id != worse.id)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func acceptanceNeedsAPlanAHigherRoleAndEndsByItself() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    let reference = town.risk(of: town.works)
    let coordinator = try town.person(.unitCoordinator, in: town.works)
    let manager = try town.person(.topManager, in: town.root)
    let until = Town.today.adding(days: 30)
    func accept(_ actor: Actor, _ until: Day?) throws {
      try town.app.acceptBreach(reference, reason: "Yatırım bitene kadar", until: until, by: actor)
    }
    #expect(refusal { try accept(manager, until) } == .conflict, "nobody has a plan yet")
    try town.app.acknowledgeBreach(reference, plan: "Yatırım yapılacak", by: coordinator)
    #expect(refusal { try accept(coordinator, until) } == .forbidden)
    #expect(refusal { try accept(.machineOperator, until) } == .forbidden)
    #expect(faultyFields { try accept(manager, Town.today) } == ["until"])
    #expect(faultyFields { try accept(manager, Town.today.adding(months: 13)) } == ["until"])
    try accept(manager, until)
    #expect(try newest(town, town.works)?.state == .accepted)
    #expect(refusal { try town.app.settleBreach(reference, reason: "x", by: coordinator) } == .conflict)
    town.wait(days: 30)
    #expect(try newest(town, town.works)?.state == .accepted)
    town.wait(days: 1)
    let reopened = try #require(try newest(town, town.works))
    #expect(reopened.state == .open && reopened.last?.by == "gün başlangıcı")
    #expect(
      try town.app.risk(reference, by: manager, asOf: Town.today.adding(days: 3)).appetite?.newest?.state == .accepted)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func withinToleranceACaseClosesByHandUntilItGrows() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    let reference = town.risk(of: town.payroll)
    #expect(
      refusal { try town.app.settleBreach(town.risk(of: town.legal), reason: "x", by: .machineOperator) } == .conflict)
    let before = try #require(try newest(town, town.payroll))
    try town.app.settleBreach(reference, reason: "Sapma bilinçli", version: before.version, by: .machineOperator)
    #expect(
      refusal {
        try town.app.settleBreach(reference, reason: "Bir daha", version: before.version, by: .machineOperator)
      } == .stale)
    town.wait(days: 1)
    #expect(try newest(town, town.payroll)?.state == .settled)
    let version = try town.page(reference).row.risk.version
    _ = try town.app.assess(
      reference, AssessmentInput(inherent: ScoreInput(likelihood: 4, impact: 4)), version: version,
      by: .machineOperator)
    let grown = try #require(try newest(town, town.payroll))
    #expect(grown.state == .open && grown.id != before.id)
  }

  @Test func aStatementEndsOnItsLastDayAndCasesWithIt() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20), until: Town.today.adding(days: 5)))
    town.wait(days: 5)
    #expect(try grades(town).last == .some(.breach))
    town.wait(days: 1)
    #expect(try grades(town) == [nil, nil, nil, nil, nil])
    #expect(try newest(town, town.legal)?.state == .resolved)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func retiredRisksHaveNoCaseAndComeBackWithOne() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    try town.retire(town.legal)
    #expect(try newest(town, town.legal)?.state == .resolved)
    try town.reinstate(town.legal)
    #expect(try newest(town, town.legal)?.state == .open)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func casesAreSeenInScopeOnly() throws {
    let town = try Town()
    try approve(town, form((3, 4, 5)))
    let works = try town.person(.unitCoordinator, in: town.works)
    #expect(try town.app.appetite(by: works).cases.map(\.reference) == [town.risk(of: town.works)])
    #expect(refusal { try town.app.acknowledgeBreach(town.risk(of: town.legal), plan: "x", by: works) } == .notFound)
    let auditor = try town.person(.internalAuditor, in: town.root)
    #expect(try town.app.appetite(by: auditor).cases.count == 5)
    #expect(refusal { try town.app.acknowledgeBreach(town.risk(of: town.legal), plan: "x", by: auditor) } == .forbidden)
    let administrator = try town.person(.systemAdministrator, in: town.root)
    #expect(refusal { _ = try town.app.appetite(by: administrator) } == .forbidden)
  }

  @Test(arguments: ["3x3", "10x10", "5x5-harf"])
  func changingTheMethodologyKeepsTheAdministrationsOwnAppetite(id: String) throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    let simulated = try town.app.simulateMethod(.id(id), by: .machineOperator)
    #expect(simulated.result.aboveBefore == 3)
    try town.app.publishMethod(
      .id(id), reason: "Yeni rehber", version: try town.app.administration().version, by: .machineOperator)
    let rows = try town.everything()
    #expect(rows.count { $0.grade != .within } == simulated.result.aboveAfter)
    #expect(try grades(town)[0] == .within && grades(town)[1] == .within, "what was within stays within")
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
    try town.app.undoMethod(reason: "Geri", by: .machineOperator)
    #expect(try grades(town) == [.within, .within, .attention, .breach, .breach])
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func exportsStatementsAndCases() throws {
    let town = try Town()
    try approve(town, form((8, 12, 20)))
    let path = town.folder.fresh("xlsx")
    #expect(try town.app.exportAppetite(AppetiteQuery(), to: path, by: .machineOperator) == 3)
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(refusal { try town.app.exportAppetite(AppetiteQuery(), to: path, by: .machineOperator) } == .conflict)
  }
}
