import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

@Suite("Escalation, review days, notices") struct EscalationTests {
  let town: Town

  init() throws { town = try Town() }

  private func run() throws -> EscalationRun { try town.app.runEscalation(by: .machineOperator) }

  private func assess(_ unit: Unit, _ likelihood: Int, _ impact: Int) throws {
    let risk = try town.page(town.risk(of: unit)).row.risk
    _ = try town.app.assess(
      risk.reference, AssessmentInput(inherent: ScoreInput(likelihood: likelihood, impact: impact)),
      version: risk.version, by: .machineOperator)
  }

  private func open(_ unit: Unit, by actor: Actor = .machineOperator) throws -> [EscalationLine] {
    try town.app.escalations(by: actor).lines.filter { $0.unitID == unit.id }
  }

  @Test func theTopLevelOpensOneAndTheSecondRunNone() throws {
    try assess(town.payroll, 5, 5)
    let first = try run()
    #expect(first.opened >= 1)
    let line = try #require(try open(town.payroll).first { $0.escalation.occasion.trigger == .topLevel })
    #expect(line.escalation.from == .subUnit && line.escalation.to == .administration)
    #expect(line.escalation.dueOn == Town.today.adding(days: 7))
    let head = try town.app.journalHead()
    let second = try run()
    #expect(second.isEmpty)
    #expect(try town.app.journalHead() == head)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func theReasonsNameTriggerAndLevelAsScreensDo() throws {
    try assess(town.payroll, 5, 5)
    _ = try run()
    let level = try #require(try town.app.methodology().level("very-high")).name
    for line in try town.app.escalations(by: .machineOperator).lines {
      let page = try town.app.escalation(line.escalation.id.rawValue, by: .machineOperator)
      let first = try #require(page.reasons.first).arithmetic
      let trigger = line.escalation.occasion.trigger
      #expect(first.turkish.hasPrefix(trigger.name.turkish) && first.english.hasPrefix(trigger.name.english))
      #expect(!first.turkish.contains(trigger.rawValue) && !first.turkish.contains(line.escalation.last.levelID + ","))
      guard trigger == .topLevel else { continue }
      #expect(first.turkish.contains("«\(level.turkish)»") && first.english.contains("«\(level.english)»"))
    }
  }

  @Test func undecidedOnesClimbToTheTopAndEndWithTheTrigger() throws {
    try assess(town.works, 5, 5)
    _ = try run()
    let number = try #require(try open(town.works).first { $0.escalation.occasion.trigger == .topLevel }).escalation.id
    var steps: [EscalationStep] = []
    for _ in 0..<70 {
      town.wait(days: 1)
      _ = try run()
      steps.append(try town.app.escalation(number.rawValue, by: .machineOperator).line.escalation.to)
    }
    #expect(steps == steps.sorted() && steps.last == .topManager && steps.contains(.board))
    try assess(town.works, 1, 1)
    _ = try run()
    #expect(try town.app.escalation(number.rawValue, by: .machineOperator).line.escalation.state == .closed)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func answersAreForThoseWhoStandThereOrAbove() throws {
    try assess(town.payroll, 5, 5)
    _ = try run()
    let number = try #require(try open(town.payroll).first).escalation.id.rawValue
    let (chief, coordinator) = (
      try town.person(.unitCoordinator, in: town.finance), try town.person(.administrationCoordinator, in: town.root)
    )
    let stranger = try town.person(.unitCoordinator, in: town.works)
    let auditor = try town.person(.internalAuditor, in: town.root)
    #expect(refusal { _ = try town.app.escalation(number, by: stranger) } == .notFound)
    for actor in [chief, auditor] {
      #expect(refusal { _ = try town.app.acknowledgeEscalation(number, note: "Gördüm", by: actor) } == .forbidden)
    }
    #expect(refusal { _ = try town.app.runEscalation(by: chief) } == .forbidden)
    #expect(faultyFields { _ = try town.app.acknowledgeEscalation(number, note: " ", by: coordinator) } == ["note"])
    _ = try town.app.acknowledgeEscalation(number, note: "Gördüm", by: coordinator)
    #expect(refusal { _ = try town.app.acknowledgeEscalation(number, note: "Yine", by: coordinator) } == .conflict)
    let decided = try town.app.decideEscalation(number, decision: "Ek kontrol kurulacak.", by: coordinator)
    #expect(decided.state == .decided && decided.last.doneBy == coordinator.displayName)
    #expect(try run().isEmpty)
  }

  @Test func noticesReachTheStepAndShowOnlyWhatMayBeRead() throws {
    let coordinator = try town.person(.administrationCoordinator, in: town.root)
    let (works, finance) = (
      try town.person(.unitCoordinator, in: town.works), try town.person(.unitCoordinator, in: town.finance)
    )
    try assess(town.works, 5, 5)
    _ = try run()
    #expect(try town.app.unreadNotices(by: coordinator) >= 1)
    #expect(try town.app.notices(by: coordinator).contains { $0.kind == .escalation && $0.unitID == town.works.id })
    town.wait(days: 200)
    _ = try run()
    let mine = try town.app.notices(by: works)
    #expect(!mine.isEmpty && mine.allSatisfy { $0.unitID == town.works.id })
    #expect(try town.app.notices(by: finance).allSatisfy { $0.unitID != town.works.id })
    // The same account with another unit sees nothing of the old one.
    let moved = Actor(
      accountID: works.accountID, displayName: works.displayName,
      grants: [RoleGrant(role: .unitCoordinator, unitID: town.legal.id)])
    #expect(try town.app.notices(by: moved).isEmpty)
    #expect(try town.app.unreadNotices(by: moved) == 0)
    let first = try #require(mine.first)
    #expect(try town.app.readNotices(first.id, by: finance) == 0)
    #expect(try town.app.readNotices(first.id, by: works) == 1)
    #expect(try town.app.readNotices(nil, by: works) == mine.count - 1)
    #expect(try town.app.unreadNotices(by: works) == 0)
  }

  @Test func anotherReviewDayHoldsUntilTheNextAssessment() throws {
    let reference = town.risk(of: town.legal)
    let coordinator = try town.person(.unitCoordinator, in: town.legal)
    let day = Town.today.adding(days: 3)
    for (wrong, field) in [(Town.today.adding(days: -1), "reviewOn"), (Town.today.adding(months: 13), "reviewOn")] {
      #expect(
        faultyFields { _ = try town.app.setReviewDay(reference, on: wrong, reason: "x", by: coordinator) } == [field])
    }
    #expect(
      faultyFields { _ = try town.app.setReviewDay(reference, on: day, reason: "", by: coordinator) } == ["reason"])
    let stranger = try town.person(.unitCoordinator, in: town.works)
    #expect(refusal { _ = try town.app.setReviewDay(reference, on: day, reason: "x", by: stranger) } == .notFound)
    town.wait(days: 1)
    _ = try town.app.setReviewDay(reference, on: day, reason: "Denetim bulgusu", by: coordinator)
    func row() throws -> RegisterRow? { try town.everything().first { $0.risk.reference == reference } }
    #expect(try row()?.assessment?.nextReviewOn == day)
    let entries = try town.app.calendar(CalendarQuery(kind: .review), by: coordinator).entries
    #expect(entries.map(\.subject) == [reference] && entries.first?.day == day)
    #expect(try town.app.oversight(ofRisk: reference, by: coordinator).override?.reason == "Denetim bulgusu")
    #expect(try town.app.oversight(ofRisk: reference, asOf: Town.today, by: coordinator).override == nil)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
    try assess(town.legal, 2, 2)
    #expect(try town.app.oversight(ofRisk: reference, by: coordinator).override == nil)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func pastDaysShowTheEscalationsOfThatDay() throws {
    try assess(town.works, 5, 5)
    _ = try run()
    town.wait(days: 1)
    let line = try #require(try open(town.works).first)
    _ = try town.app.decideEscalation(line.escalation.id.rawValue, decision: "Tamam.", by: .machineOperator)
    let reference = town.risk(of: town.works)
    func states(_ asOf: Day?) throws -> [EscalationState] {
      try town.app.oversight(ofRisk: reference, asOf: asOf, by: .machineOperator).escalations.map {
        $0.line.escalation.state
      }
    }
    #expect(try states(nil).contains(.decided))
    #expect(try !states(Town.today).contains(.decided) && states(Town.today).contains(.open))
    #expect(try states(Town.today.adding(days: -1)).isEmpty)
  }

  @Test func theCalendarListsWhatFallsDueInTheUnitsInView() throws {
    let page = try town.app.calendar(
      CalendarQuery(month: Period("2027-02")), by: try town.person(.unitCoordinator, in: town.works))
    #expect(page.entries.contains { $0.kind == .obligation })
    #expect(page.entries.filter { $0.kind == .review }.allSatisfy { $0.unitCode == "FEN" })
    let file = String(
      decoding: try town.app.calendarFile(CalendarQuery(unitCode: "FEN"), by: .machineOperator), as: UTF8.self)
    #expect(file.contains(town.risk(of: town.works)) && !file.contains(town.risk(of: town.legal)))
  }
}
