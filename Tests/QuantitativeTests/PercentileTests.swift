import Testing

@testable import GuvenceQuantitative

/// Percentiles, their errors and the exceedance curve, on losses whose quantiles are known.
@Suite struct PercentileTests {
  /// One event a year: the year's loss is the event's.
  static func result(_ loss: Loss, trials: Int = 20_000, seed: UInt64 = 4, levels: [Double] = [0.5, 0.9, 0.95, 0.99])
    -> SimulationResult
  {
    Simulation(
      risks: [
        Simulation.Risk(
          reference: "A", estimate: RiskEstimate(frequency: .bernoulli(probability: 1), loss: loss))
      ], trials: trials, seed: seed, levels: levels
    ).run()
  }

  @Test func percentilesOfATriangleAreWithinTheirError() {
    for found in PercentileTests.result(.triangular(minimum: 0, mode: 0, maximum: 1000)).percentiles {
      let exact = 1000 * (1 - (1 - found.level).squareRoot())
      #expect(found.low <= found.value && found.value <= found.high)
      #expect(abs(found.value - exact) <= 2 * (found.high - found.low))
      // Beyond the percentile the same triangle again: its mean is a third of the way on.
      #expect(abs(found.tailMean - (exact + (1000 - exact) / 3)) <= 5 * found.tailError)
    }
  }

  @Test func theIntervalCoversThePercentileAsOftenAsItSays() {
    let exact = 1000 * (1 - 0.05.squareRoot())
    let covered = (0..<200).filter { seed in
      let found = PercentileTests.result(
        .triangular(minimum: 0, mode: 0, maximum: 1000), trials: 1_000, seed: UInt64(seed), levels: [0.95]
      ).percentiles[0]
      return found.low <= exact && exact <= found.high
    }
    // 95 % of 200 is 190, with a standard deviation of 3.1.
    #expect((178...200).contains(covered.count))
  }

  @Test func lognormalPercentilesAreItsInterval() {
    let found = PercentileTests.result(.lognormal(low: 1000, high: 20_000)).percentiles
    #expect(abs(found[2].value / 20_000 - 1) < 0.06)
    #expect(abs(found[0].value / (1000 * 20_000).squareRoot() - 1) < 0.03)
  }

  @Test func tailMeanTakesTheExactPartOfTheYears() {
    let ordered = (1...1000).map(Double.init)
    let found = SimulationResult.Percentile(0.95, ordered)
    #expect(found.value == 950)
    #expect(abs(found.tailMean - 975.5) < 1e-9)
    #expect(abs(SimulationResult.Percentile(0.9995, ordered).tailMean - 1000) < 1e-9)
  }

  @Test func theCurveFallsAndStopsAtTenTrials() {
    let result = PercentileTests.result(.lognormal(low: 1000, high: 20_000))
    #expect(zip(result.curve, result.curve.dropFirst()).allSatisfy { $0.probability > $1.probability })
    #expect(zip(result.curve, result.curve.dropFirst()).allSatisfy { $0.loss <= $1.loss })
    #expect((result.curve.last?.probability ?? 0) * 20_000 >= 10)
  }
}
