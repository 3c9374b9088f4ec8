import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Publishing another methodology and taking it back.
@Suite struct MethodTests {
  private struct Standing: Equatable {
    let pair: JudgedPair?
    let inherent: JudgedPair?
    let target: JudgedPair?
    let verdict: AppetiteVerdict?
    let nextReview: Day?
    let methodology: String?
    let level: Level?
  }

  private func standing(_ town: Town) throws -> [String: Standing] {
    let rows = try town.everything().map { row in
      let last = row.assessment
      return (
        row.risk.reference,
        Standing(
          pair: last?.effective, inherent: last?.inherent, target: last?.target, verdict: last?.verdict,
          nextReview: last?.nextReviewOn, methodology: last?.methodologyID, level: row.level)
      )
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @discardableResult
  private func publish(_ id: String, _ town: Town, by actor: Actor = .machineOperator) throws -> MethodologyChange {
    try town.app.publishMethod(
      .id(id), reason: "Yeni rehber", version: try town.app.administration().version, by: actor)
  }

  @Test(arguments: ["3x3", "10x10", "5x5-a", "5x5-b", "5x5-harf"])
  func publishesWhatWasSimulatedAndTakesItBack(id: String) throws {
    let town = try Town()
    let before = try standing(town)
    let simulated = try town.app.simulateMethod(.id(id), by: .machineOperator)
    #expect(try standing(town) == before, "a simulation writes nothing")
    town.wait(days: 1)
    try publish(id, town)
    let between = try standing(town)
    var levels: [String: Int] = [:]
    for (reference, entry) in between {
      #expect(entry.methodology == id)
      #expect(try #require(entry.nextReview) <= (try #require(before[reference]?.nextReview)))
      levels[try #require(entry.pair).levelID, default: 0] += 1
    }
    #expect(levels == simulated.result.levelsAfter)
    #expect(between.values.count { $0.verdict == .above } == simulated.result.aboveAfter)
    let map = try town.app.heatMap(unitCode: nil, by: .machineOperator)
    #expect(map.residual == simulated.result.mapAfter && map.otherMethodology == 0)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
    town.wait(days: 1)
    try town.app.undoMethod(reason: "Erken", by: .machineOperator)
    #expect(try standing(town) == before)
    #expect(try town.app.administration().methodologyID == "5x5")
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func levelsOfTwoScalesAreListedFromLowToHigh() throws {
    let town = try Town()
    func ids(_ id: String) throws -> [String] {
      try town.app.simulateMethod(.id(id), by: .machineOperator).levelIDs
    }
    #expect(try ids("10x10") == ["very-low", "low", "medium", "high", "very-high"])
    for id in ["3x3", "5x5-a", "5x5-b", "5x5-harf", "10x10"] {
      let (listed, chosen) = (try ids(id), try #require(town.app.rules.methodology(id, on: Town.today)))
      #expect(chosen.levels.map(\.id) == listed.filter { wanted in chosen.levels.contains { $0.id == wanted } })
    }
  }

  @Test func pastAssessmentsKeepTheNamesOfTheirOwnMethodology() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let (old, before) = (try town.app.methodology(), try town.page(reference))
    let then = try #require(before.history.first)
    town.wait(days: 1)
    try publish("10x10", town)
    let page = try town.page(reference)
    let past = try #require(page.history.first { $0.id == then.id })
    #expect(page.level(of: past.inherent, in: past) == old.level(then.inherent.levelID))
    let now = try #require(page.history.first)
    #expect(now.methodologyID == "10x10")
    #expect(page.level(of: now.inherent, in: now) == page.methodology.level(now.inherent.levelID))
  }

  @Test func appendsOneMarkedAssessmentAndLeavesThePastAlone() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let day = Town.today
    let past = try town.app.risk(reference, by: .machineOperator, asOf: day)
    let headBefore = try town.app.journalHead()
    town.wait(days: 3)
    let change = try publish("10x10", town)
    #expect(change.assessmentCount == 5)
    let now = try town.page(reference)
    #expect(now.history.count == past.history.count + 1)
    let derived = try #require(now.history.first)
    #expect(derived.origin == .derived && derived.reason.contains("5x5 → 10x10"))
    #expect(Array(now.history.dropFirst()) == past.history)
    #expect(now.row.change == nil && now.row.risk.version == past.row.risk.version)
    #expect(now.inherentReasons.contains { $0.rule == "scale-mapping/review" })
    let again = try town.app.risk(reference, by: .machineOperator, asOf: day)
    #expect(again.history == past.history && again.row.level == past.row.level)
    #expect(again.inherentReasons == past.inherentReasons)
    #expect(try town.app.verifyJournal(expectedHead: headBefore).isIntact)
  }

  @Test func undoEndsWithTheNextAssessment() throws {
    let town = try Town()
    let change = try publish("10x10", town)
    #expect(try town.app.methods(by: .machineOperator).changes.first?.mayUndo == true)
    let reference = town.risk(of: town.works)
    let version = try town.page(reference).row.risk.version
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 9, impact: 9), reason: "Yeni ölçekle")
    _ = try town.app.assess(reference, input, version: version, by: .machineOperator)
    #expect(problem { try town.app.undoMethod(change.id, reason: "Geç", by: .machineOperator) }?.kind == .conflict)
    #expect(try town.app.methods(by: .machineOperator).changes.first?.mayUndo == false)
    #expect(try town.page(reference).row.assessment?.inherent.likelihood == 9)
  }

  @Test func nothingHappensTwice() throws {
    let town = try Town()
    #expect(problem { try publish("5x5", town) }?.kind == .conflict)
    #expect(problem { try town.app.undoMethod(reason: "Yok", by: .machineOperator) }?.kind == .notFound)
    let version = try town.app.administration().version
    try publish("10x10", town)
    #expect(problem { try publish("10x10", town) }?.kind == .conflict)
    #expect(
      problem {
        try town.app.publishMethod(.id("3x3"), reason: "Eski sayfadan", version: version, by: .machineOperator)
      }?
      .kind == .stale)
    #expect(try town.app.administration().methodologyID == "10x10")
    try town.app.undoMethod(reason: "Erken", by: .machineOperator)
    #expect(problem { try town.app.undoMethod(reason: "Bir daha", by: .machineOperator) }?.kind == .conflict)
  }

  @Test func retiredRisksStayAndReturnOnUndo() throws {
    let town = try Town()
    let (before, reference) = (try standing(town), town.risk(of: town.legal))
    try publish("3x3", town)
    let version = try town.page(reference).row.risk.version
    let retired = try town.app.retireRisk(reference, reason: "Kalktı", version: version, by: .machineOperator)
    try town.app.undoMethod(reason: "Erken", by: .machineOperator)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
    _ = try town.app.reinstateRisk(reference, version: retired.version, by: .machineOperator)
    #expect(try standing(town) == before)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func aMethodologyOfOnesOwnIsKeptPublishedAndUsed() throws {
    let town = try Town()
    let text = try town.app.methodologyText("5x5", by: .machineOperator)
    #expect(throws: Diagnostics.self) {
      try town.app.addMethodology(text: text, file: "a.yaml", by: .machineOperator)
    }
    let own = text.replacing("id: 5x5\n", with: "id: belediye-5x5\n")
    let added = try town.app.addMethodology(text: own, file: "a.yaml", by: .machineOperator)
    #expect(try town.app.methods(by: .machineOperator).lines.last?.isOwn == true)
    try publish(added.id, town)
    #expect(try town.app.methodology().id == "belediye-5x5")
    let reference = town.risk(of: town.finance)
    #expect(try town.page(reference).methodology == added)
    let version = try town.page(reference).row.risk.version
    var input = AssessmentInput(inherent: ScoreInput(likelihood: 3, impact: 3), reason: "Kendi yöntemimizle")
    input.edition = "5x5@2020-01-01"
    #expect(
      problem { _ = try town.app.assess(reference, input, version: version, by: .machineOperator) }?.kind == .conflict)
    input.edition = added.edition
    #expect(
      try town.app.assess(reference, input, version: version, by: .machineOperator).methodologyID == "belediye-5x5")
    #expect(throws: Diagnostics.self) {
      try town.app.addMethodology(text: own + "# değişti\n", file: "a.yaml", by: .machineOperator)
    }
  }

  @Test(arguments: Role.allCases) func onlyThoseWhoChooseForTheWholeAdministration(role: Role) throws {
    let town = try Town()
    let may: Set<Role> = [.topManager, .administrationCoordinator]
    let person = try town.person(role, in: town.root)
    let attempts: [() throws -> Void] = [
      { _ = try town.app.methods(by: person) },
      { _ = try town.app.simulateMethod(.id("10x10"), by: person) },
      { try publish("10x10", town, by: person) },
      { try town.app.undoMethod(reason: "Erken", by: person) },
    ]
    for attempt in attempts { #expect(problem(attempt)?.kind == (may.contains(role) ? nil : .forbidden)) }
  }
}
