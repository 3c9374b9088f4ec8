import Testing

@testable import GuvenceQuantitative

/// What an estimate must be like.
@Suite struct EstimateTests {
  @Test(arguments: [
    (Loss.pert(minimum: 5, mode: 4, maximum: 9), [EstimateFinding.Part.mode]),
    (.pert(minimum: 5, mode: 6, maximum: 5.5), [.maximum]), (.triangular(minimum: -1, mode: 6, maximum: 9), [.minimum]),
    (.triangular(minimum: .nan, mode: .infinity, maximum: 9), [.minimum, .mode]),
    (.lognormal(low: 10, high: 10), [.high]), (.lognormal(low: 0, high: 10), [.low]),
    (.lognormal(low: 1, high: 1001), [.high]), (.lognormal(low: -5, high: 1e14), [.low, .high]),
    (.empirical([]), [.sample]),
    (.empirical([1, -2]), [.sample]), (.empirical(Array(repeating: 1, count: 1001)), [.sample]),
    (.pert(minimum: 0, mode: 0, maximum: 0), []), (.lognormal(low: 1, high: 1000), []), (.empirical([0]), []),
  ])
  func lossesAreChecked(_ loss: Loss, _ parts: [EstimateFinding.Part]) {
    #expect(RiskEstimate(frequency: .poisson(perYear: 1), loss: loss).findings.map(\.part) == parts)
  }

  @Test(arguments: [
    (Frequency.poisson(perYear: 1000), true), (.poisson(perYear: 1000.1), false), (.poisson(perYear: -0.1), false),
    (.poisson(perYear: .nan), false), (.bernoulli(probability: 0), true), (.bernoulli(probability: 1), true),
    (.bernoulli(probability: 1.01), false), (.bernoulli(probability: .nan), false),
  ])
  func frequenciesAreChecked(_ frequency: Frequency, _ isRight: Bool) {
    let findings = RiskEstimate(frequency: frequency, loss: .empirical([1])).findings
    #expect(findings.map(\.part) == (isRight ? [] : [.frequency]))
  }

  @Test func momentsAreTheTextbooks() {
    let pert = Loss.pert(minimum: 0, mode: 3, maximum: 6)
    #expect(pert.mean == 3 && abs(pert.variance - 9.0 / 7) < 1e-12)
    let triangular = Loss.triangular(minimum: 0, mode: 3, maximum: 6)
    #expect(triangular.mean == 3 && triangular.variance == 1.5)
    #expect(Loss.empirical([1, 3]).mean == 2 && Loss.empirical([1, 3]).variance == 1)
    let compound = RiskEstimate(frequency: .poisson(perYear: 2), loss: .empirical([1, 3]))
    #expect(compound.mean == 4 && compound.variance == 2 * 1 + 2 * 4)
    let once = RiskEstimate(frequency: .bernoulli(probability: 0.5), loss: .empirical([1, 3]))
    #expect(once.mean == 1 && once.variance == 0.5 * 1 + 0.25 * 4)
  }
}
