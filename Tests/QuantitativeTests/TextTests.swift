import Testing

@testable import GuvenceQuantitative

/// What is stored reads back as it was.
@Suite struct TextTests {
  @Test(arguments: SimulationTests.losses, SimulationTests.frequencies)
  func estimatesReadWhatTheyPrint(_ loss: Loss, _ frequency: Frequency) {
    let estimate = RiskEstimate(frequency: frequency, loss: loss)
    #expect(RiskEstimate(text: estimate.text) == estimate)
  }

  @Test(arguments: [
    "", "poisson", "poisson 1 pert 1 2", "poisson x pert 1 2 3", "beta 1 pert 1 2 3", "poisson 1 empirical",
  ])
  func otherTextsAreNoEstimates(_ text: String) { #expect(RiskEstimate(text: text) == nil) }

  @Test func simulationsAndResultsReadWhatTheyPrint() throws {
    let simulation = Simulation(
      risks: SimulationTests.portfolio, trials: 2_000, seed: .max, levels: [0.5, 0.95, 0.999])
    let read = try #require(Simulation(text: simulation.text))
    #expect(read == simulation && Simulation.engine(of: simulation.text) == Simulation.engine)
    let result = simulation.run()
    #expect(SimulationResult(text: result.text) == result)
    #expect(read.run() == result)
    #expect(SimulationResult(text: "totals 1 2\n") == nil && Simulation(text: "engine 1\n") == nil)
  }

  @Test func amountsAreScaled() {
    #expect(Loss.pert(minimum: 2, mode: 4, maximum: 8).scaled(by: 0.5) == .pert(minimum: 1, mode: 2, maximum: 4))
    #expect(Loss.empirical([1, 3]).scaled(by: 2) == .empirical([2, 6]))
  }

  @Test(arguments: [
    (Simulation(risks: []), [SimulationFinding.Part.risks]),
    (Simulation(risks: SimulationTests.portfolio, trials: 999), [.trials]),
    (Simulation(risks: SimulationTests.portfolio, trials: 1_000_001), [.trials]),
    (Simulation(risks: SimulationTests.portfolio, levels: [0.9, 0.5], tailLevel: 0.9), [.levels]),
    (Simulation(risks: SimulationTests.portfolio, levels: [0.4, 0.95]), [.levels]),
    (Simulation(risks: SimulationTests.portfolio, levels: [0.9]), [.levels]),
    (Simulation(risks: SimulationTests.portfolio), []),
    (
      Simulation(
        risks: [
          Simulation.Risk(
            reference: "A", estimate: RiskEstimate(frequency: .poisson(perYear: 1000), loss: .empirical([1])))
        ], trials: 1_000_000), [.trials]
    ),
  ])
  func boundsAreKept(_ simulation: Simulation, _ parts: [SimulationFinding.Part]) {
    #expect(simulation.findings.map(\.part) == parts)
  }
}
