import FoundationEssentials
import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister
import Testing

@testable import GuvenceApplication

@Suite("Estimates in numbers and simulations")
struct EstimateUseTests {
  let town: Town

  init() throws { town = try Town() }

  private var financeRisk: String { town.risk(of: town.finance) }
  private var worksRisk: String { town.risk(of: town.works) }

  private func form(_ change: (inout EstimateForm) -> Void = { _ in }) -> EstimateForm {
    var form = EstimateForm()
    (form.frequency, form.minimum, form.mode, form.maximum) = ("0,5", "10.000", "40.000", "250.000")
    form.rationale = "Birim görüşmesi"
    change(&form)
    return form
  }

  private func faults(_ change: (inout EstimateForm) -> Void) -> [String] {
    problem { try town.app.setEstimate(financeRisk, form(change), version: 0, by: .machineOperator) }?.fields
      .map(\.field) ?? []
  }

  private func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error as? Problem
    }
  }

  private func estimateTwo() throws {
    try town.app.setEstimate(financeRisk, form(), version: 0, by: .machineOperator)
    try town.app.setEstimate(
      worksRisk,
      form {
        ($0.frequencyKind, $0.frequency, $0.lossKind, $0.low, $0.high) = (
          .bernoulli, "%20", .lognormal, "5.000", "90.000"
        )
      },
      version: 0, by: .machineOperator)
  }

  private func small(_ unit: String? = nil) -> SimulationForm {
    var form = SimulationForm(unitCode: unit)
    (form.trials, form.seed) = ("2.000", "7")
    return form
  }

  @Test func anEstimateIsKeptWithWhoAndWhy() throws {
    let made = try town.app.setEstimate(
      financeRisk, form(), version: 0, by: try town.person(.unitCoordinator, in: town.finance))
    #expect(
      made.estimate
        == RiskEstimate(frequency: .poisson(perYear: 0.5), loss: .pert(minimum: 10_000, mode: 40_000, maximum: 250_000))
    )
    let page = try town.app.estimate(ofRisk: financeRisk, by: .machineOperator)
    #expect(page.current == made && page.version == 1 && page.mayWrite)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func whatIsWrongNamesItsField() {
    #expect(faults { $0.mode = "5" } == ["mode"])
    #expect(faults { ($0.minimum, $0.maximum) = ("x", "") } == ["minimum", "maximum"])
    #expect(faults { $0.rationale = " " } == ["rationale"])
    #expect(faults { $0.frequency = "1001" } == ["frequency"])
    #expect(faults { ($0.frequencyKind, $0.frequency) = (.bernoulli, "%101") } == ["frequency"])
    #expect(faults { ($0.lossKind, $0.low, $0.high) = (.lognormal, "10", "10") } == ["high"])
    #expect(faults { ($0.lossKind, $0.sample) = (.empirical, "1; iki; 3") } == ["sample"])
    #expect(faults { ($0.lossKind, $0.sample) = (.empirical, " ") } == ["sample"])
  }

  @Test func aSaveOnAnOlderVersionIsStale() throws {
    try estimateTwo()
    let stale = problem {
      try town.app.setEstimate(financeRisk, form { $0.frequency = "2" }, version: 0, by: .machineOperator)
    }
    #expect(stale?.kind == .stale && stale?.stale?.currentVersion == 1)
    #expect(stale?.stale?.differences.map(\.field) == ["frequency"])
  }

  @Test func anEstimateIsTakenBackAndThePastStays() throws {
    try estimateTwo()
    let first = Town.today
    town.time.withLock { $0 = $0.adding(seconds: 3 * 86_400) }
    try town.app.clearEstimate(financeRisk, reason: "Yeni kayıt yok", version: 1, by: .machineOperator)
    let now = try town.app.estimate(ofRisk: financeRisk, by: .machineOperator)
    #expect(now.current == nil && now.history.count == 2)
    let past = try town.app.estimate(ofRisk: financeRisk, asOf: first, by: .machineOperator)
    #expect(past.current?.version == 1 && past.history.count == 1 && !past.mayWrite)
    let before = try town.app.estimate(ofRisk: financeRisk, asOf: first.adding(days: -1), by: .machineOperator)
    #expect(before.history.isEmpty)
    #expect(
      problem { try town.app.clearEstimate(financeRisk, reason: "Yine", version: 2, by: .machineOperator) }?.kind
        == .notFound)
    try town.app.setEstimate(financeRisk, form(), version: 2, by: .machineOperator)
    #expect(try town.app.estimate(ofRisk: financeRisk, by: .machineOperator).version == 3)
  }

  @Test func estimatesAndRunsStayInScope() throws {
    try estimateTwo()
    let works = try town.person(.unitCoordinator, in: town.works)
    #expect(problem { _ = try town.app.estimate(ofRisk: financeRisk, by: works) }?.kind == .notFound)
    #expect(try town.app.portfolio(by: works).lines.map(\.reference) == [worksRisk])
    let all = try town.app.simulate(small(), by: .machineOperator)
    #expect(all.simulation?.risks.map(\.reference) == [financeRisk, worksRisk] && all.unitCode == town.root.code)
    #expect(problem { _ = try town.app.simulationRun(all.run.id, by: works) }?.kind == .notFound)
    let own = try town.app.simulate(small(), by: works)
    #expect(own.unitCode == town.works.code && own.simulation?.risks.count == 1)
    #expect(problem { _ = try town.app.simulate(small("MH"), by: works) }?.kind == .notFound)
    #expect(try town.app.portfolio(by: works).runs.map(\.run.id) == [own.run.id])
    let owner = try town.person(.processOwner, in: town.works)
    #expect(problem { _ = try town.app.simulate(small(), by: owner) }?.kind == .forbidden)
    #expect(problem { try town.app.setEstimate(worksRisk, form(), version: 1, by: owner) }?.kind == .forbidden)
    #expect(try town.app.simulationRun(own.run.id, by: owner).run == own.run)
  }

  @Test func aRunIsReplayedToTheBit() throws {
    try estimateTwo()
    let line = try town.app.simulate(small(), by: .machineOperator)
    try town.app.setEstimate(financeRisk, form { $0.frequency = "3" }, version: 1, by: .machineOperator)
    let replay = try town.app.replay(line.run.id, by: .machineOperator)
    #expect(replay.isSame && replay.fingerprint == line.run.result.fingerprint)
    #expect(line.inputsDigest.count == 64)
    #expect(try town.app.simulate(small(), by: .machineOperator).inputsDigest != line.inputsDigest)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func anActionIsWorthTheReductionLessItsCost() throws {
    try estimateTwo()
    var scenario = small()
    scenario.changes = [
      ScenarioChange(reference: financeRisk, frequency: "0,1", lossPercent: "50"), ScenarioChange(reference: worksRisk),
    ]
    (scenario.yearlyCost, scenario.action) = ("1.500", "E-7")
    let run = try town.app.simulate(scenario, by: .machineOperator).run
    let after = try #require(run.comparison)
    #expect(after.result.expectedMean < run.result.expectedMean && after.yearlyCost == 1500)
    #expect(after.netBenefit(from: run.result) == after.meanReduction(from: run.result) - 1500)
    // The unchanged risk had the same years in both halves.
    func mean(_ result: SimulationResult) -> Double? { result.contributions.first { $0.reference == worksRisk }?.mean }
    #expect(mean(run.result) == mean(after.result))
    #expect(try town.app.replay(run.id, by: .machineOperator).isSame)
  }

  @Test func wrongScenariosNameTheirFields() throws {
    try estimateTwo()
    func faults(_ change: (inout SimulationForm) -> Void) -> [String] {
      var form = small()
      change(&form)
      return problem { _ = try town.app.simulate(form, by: .machineOperator) }?.fields.map(\.field) ?? []
    }
    #expect(faults { $0.trials = "10" } == ["trials"])
    #expect(faults { $0.trials = "çok" } == ["trials"])
    #expect(faults { $0.levels = "95 50" } == ["levels"])
    #expect(faults { $0.changes = [ScenarioChange(reference: "YOK", frequency: "1")] } == ["changes"])
    #expect(faults { $0.changes = [ScenarioChange(reference: financeRisk)] } == ["changes"])
    #expect(
      faults { $0.changes = [ScenarioChange(reference: worksRisk, frequency: "2")] } == ["frequency-" + worksRisk])
    #expect(faults { $0.changes = [ScenarioChange(reference: worksRisk, lossPercent: "x")] } == ["loss-" + worksRisk])
    #expect(
      faults { ($0.changes, $0.yearlyCost) = ([ScenarioChange(reference: worksRisk, frequency: "0")], "x") } == [
        "yearlyCost"
      ])
    let empty = try Town()
    #expect(problem { _ = try empty.app.simulate(small(), by: .machineOperator) }?.fields.map(\.field) == ["risks"])
  }

  @Test func aScenarioTakesAnActionOfThePlanWithItsCost() throws {
    try estimateTwo()
    var form = ActionForm()
    (form.unitCode, form.risks, form.title) = (town.finance.code, [financeRisk], "Takip ekranı")
    (form.owner, form.cost, form.outcome) = ("Müdür", "12.500,75", "Rapor")
    form.dueOn = Town.today.adding(days: 30)
    let action = try town.app.addAction(form, by: .machineOperator)
    #expect(try town.app.portfolio(by: .machineOperator).actions.map(\.action.code) == [action.code])
    var scenario = small()
    scenario.changes = [ScenarioChange(reference: financeRisk, lossPercent: "50")]
    scenario.action = action.code
    let run = try #require(try town.app.simulate(scenario, by: .machineOperator).run.comparison)
    #expect(run.action == "\(action.code) – Takip ekranı" && run.yearlyCost == 12_500.75)
    scenario.yearlyCost = "900"
    #expect(try town.app.simulate(scenario, by: .machineOperator).run.comparison?.yearlyCost == 900)
    let cancelled = try town.app.cancelAction(action.code, reason: "Bitti", version: 1, by: .machineOperator)
    #expect(cancelled.ending != nil)
    #expect(try town.app.portfolio(by: .machineOperator).actions.isEmpty)
  }

  @Test func theCurveGoesIntoFiles() throws {
    try estimateTwo()
    let id = try town.app.simulate(small(), by: .machineOperator).run.id
    for format in ExportFormat.allCases {
      let path = town.folder.fresh(format.rawValue)
      try town.app.exportRun(id, format: format, to: path, by: .machineOperator)
      #expect((try Data(contentsOf: URL(fileURLWithPath: path))).count > 200)
    }
  }
}
