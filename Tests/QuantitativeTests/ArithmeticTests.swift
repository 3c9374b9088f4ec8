import Glibc
import Testing

@testable import GuvenceQuantitative

/// The own functions against the C library's and published values, with the errors their comments promise.
@Suite struct ArithmeticTests {
  @Test func exponentialIsRightToTheLastPlaces() {
    for step in -7000...7000 {
      let x = Double(step) / 10 + 0.037
      #expect(abs(Elementary.exp(x) / Glibc.exp(x) - 1) < 4e-16, "\(x)")
    }
  }

  @Test func logarithmIsRightToTheLastPlaces() {
    for step in 1...20_000 {
      let x = Glibc.exp(Double(step - 10_000) / 15) * 1.000_37
      let exact = Glibc.log(x)
      #expect(abs(Elementary.log(x) - exact) < 5e-16 * max(1, abs(exact)), "\(x)")
    }
  }

  @Test func logGammaIsRight() {
    for step in 0...4000 {
      let x = 1 + Double(step * step) / 400
      let exact: Double = lgamma(x)
      #expect(abs(SpecialFunctions.logGamma(x) - exact) < 1e-13 * max(1, exact), "\(x)")
    }
  }

  @Test(arguments: [
    (1e-10, -6.361340902404056), (0x1p-33, -6.337957754553789), (1e-06, -4.753424308822899),
    (0.001, -3.090232306167813), (0.02425, -1.9729610513118845), (0.05, -1.6448536269514726),
    (0.075, -1.4395314709384557), (0.3, -0.5244005127080407), (0.5, 0.0), (0.75, 0.6744897501960817),
    (0.925, 1.439531470938456), (0.95, 1.6448536269514715), (0.999, 3.090232306167813),
  ])
  func normalQuantileIsWichuras(_ probability: Double, _ exact: Double) {
    #expect(abs(SpecialFunctions.normalQuantile(probability) - exact) <= 2e-15 * max(1, abs(exact)))
  }

  @Test func generatorIsSplitMix64() {
    // The published first words of SplitMix64 from state 0.
    let generator = CounterGenerator(key: 0)
    #expect(generator.word(0) == 0xE220_A839_7B1D_CDAF)
    #expect(generator.word(1) == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.word(2) == 0x06C4_5D18_8009_454F)
  }

  @Test func streamsAreFNV1a() {
    #expect(CounterGenerator.stream(of: "") == 0xCBF2_9CE4_8422_2325)
    #expect(CounterGenerator.stream(of: "a") == 0xAF63_DC4C_8601_EC8C)
  }

  @Test func keysDifferByEveryPart() {
    var keys = Set<UInt64>()
    for seed in 0..<4 as Range<UInt64> {
      for stream in 0..<4 as Range<UInt64> {
        for block in 0..<4 {
          for purpose in [CounterGenerator.Purpose.eventCount, .trials, .losses] {
            keys.insert(CounterGenerator(seed: seed, stream: stream, block: block, purpose: purpose).key)
          }
        }
      }
    }
    #expect(keys.count == 4 * 4 * 4 * 3)
  }

  @Test(arguments: [0.01, 0.7, 3, 9.99, 10, 11.5, 80, 3000, 2_000_000])
  func eventCountsHaveMeanAndVarianceOfPoisson(_ mean: Double) {
    let rounds = 20_000
    let counts = (0..<rounds).map {
      Double(
        EventCount.draw(mean: mean, CounterGenerator(seed: 5, stream: 7, block: $0, purpose: .eventCount)))
    }
    let average = counts.reduce(0, +) / Double(rounds)
    let variance = counts.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(rounds - 1)
    #expect(abs(average - mean) < 5 * (mean / Double(rounds)).squareRoot())
    // Var[s²] ≈ (2·mean² + mean) / n
    #expect(abs(variance - mean) < 5 * ((2 * mean * mean + mean) / Double(rounds)).squareRoot())
  }
}
