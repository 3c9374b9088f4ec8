import Testing

@testable import GuvenceQuantitative

/// Laws of a portfolio's simulation.
@Suite struct SimulationTests {
  static let losses: [Loss] = [
    .pert(minimum: 10_000, mode: 40_000, maximum: 250_000), .triangular(minimum: 0, mode: 0, maximum: 90_000),
    .triangular(minimum: 1000, mode: 8000, maximum: 9000), .lognormal(low: 5000, high: 60_000),
    .empirical([1200, 3400, 0, 56_000]), .pert(minimum: 7, mode: 7, maximum: 7),
  ]
  static let frequencies: [Frequency] = [
    .poisson(perYear: 0.3), .poisson(perYear: 4), .bernoulli(probability: 0.25), .bernoulli(probability: 0.97),
    .bernoulli(probability: 1), .poisson(perYear: 0), .bernoulli(probability: 0),
  ]

  static func simulation(_ estimate: RiskEstimate, trials: Int = 40_000, seed: UInt64 = 3) -> Simulation {
    Simulation(risks: [Simulation.Risk(reference: "A.RA.0001", estimate: estimate)], trials: trials, seed: seed)
  }

  @Test(arguments: losses, frequencies)
  func meanAndDeviationAreTheClosedForms(_ loss: Loss, _ frequency: Frequency) {
    let estimate = RiskEstimate(frequency: frequency, loss: loss)
    let result = SimulationTests.simulation(estimate).run(threads: 1)
    let expected = estimate.variance.squareRoot()
    #expect(abs(result.mean - estimate.mean) <= 5 * expected / 200 + 1e-6)
    #expect(abs(result.deviation - expected) <= 0.12 * expected + 1e-6)
  }

  /// Risks of all kinds, in an order of no meaning.
  static let portfolio: [Simulation.Risk] = (0..<23).map { number in
    Simulation.Risk(
      reference: "B\(number).RA.\(number * 7)",
      estimate: RiskEstimate(
        frequency: frequencies[number % frequencies.count], loss: losses[(number * 5 + 1) % losses.count]))
  }

  @Test(arguments: [2, 3, 8])
  func anyNumberOfThreadsGivesTheSameBits(_ threads: Int) {
    let simulation = Simulation(risks: SimulationTests.portfolio, trials: 9_777, seed: 42)
    #expect(simulation.run(threads: threads) == simulation.run(threads: 1))
  }

  /// Changes only with `Simulation.engine`: stored runs are replayed by it.
  @Test func fixedSeedGivesTheKnownFingerprint() {
    let simulation = Simulation(risks: SimulationTests.portfolio, trials: 10_000, seed: 20_260_115)
    #expect(Simulation.engine == "1")
    #expect(simulation.run().fingerprint == "a983283fa5cb47d4")
  }

  @Test func anotherSeedGivesOtherNumbersInsideTheError() {
    let one = Simulation(risks: SimulationTests.portfolio, trials: 20_000, seed: 1).run()
    let two = Simulation(risks: SimulationTests.portfolio, trials: 20_000, seed: 2).run()
    #expect(one.fingerprint != two.fingerprint)
    #expect(abs(one.mean - two.mean) < 6 * one.meanError)
    #expect(abs(one.mean - one.expectedMean) < 5 * one.meanError)
    #expect(abs(one.deviation / one.expectedDeviation - 1) < 0.05)
  }

  @Test func aRiskKeepsItsDrawsWhenOthersComeAndGo() throws {
    let all = Simulation(risks: SimulationTests.portfolio, trials: 5_000, seed: 9).run()
    let few = Simulation(risks: Array(SimulationTests.portfolio[4..<9]), trials: 5_000, seed: 9).run()
    for part in few.contributions {
      #expect(try #require(all.contributions.first { $0.reference == part.reference }).mean == part.mean)
    }
  }

  @Test func contributionsAddUp() {
    let result = Simulation(risks: SimulationTests.portfolio, trials: 5_000, seed: 9).run()
    #expect(abs(result.contributions.reduce(0) { $0 + $1.meanShare } - 1) < 1e-9)
    #expect(abs(result.contributions.reduce(0) { $0 + $1.tailShare } - 1) < 1e-9)
    #expect(abs(result.contributions.reduce(0) { $0 + $1.mean } / result.mean - 1) < 1e-9)
    #expect(result.contributions.map(\.tailShare) == result.contributions.map(\.tailShare).sorted(by: >))
  }

  @Test func bernoulliHappensAtMostOnce() {
    let result = SimulationTests.simulation(
      RiskEstimate(frequency: .bernoulli(probability: 0.9), loss: .empirical([100]))
    ).run()
    #expect(result.maximum == 100)
    #expect(abs(result.shareWithoutLoss - 0.1) < 0.008)
  }

  @Test func yearsWithoutLossAreThoseWithoutEvent() {
    let result = SimulationTests.simulation(
      RiskEstimate(frequency: .poisson(perYear: 0.7), loss: .empirical([100]))
    ).run()
    #expect(abs(result.shareWithoutLoss - 0.496_585_3) < 0.0125)
  }

  @Test func nothingIsLostWithoutRisks() {
    let result = Simulation(risks: [], trials: 2_000).run()
    #expect(result.mean == 0 && result.maximum == 0 && result.shareWithoutLoss == 1 && result.contributions.isEmpty)
  }
}
