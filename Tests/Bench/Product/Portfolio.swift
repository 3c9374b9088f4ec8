import Glibc
import GuvenceQuantitative

/// A portfolio simulated, from a file of risks that the baseline reads as well.
enum Portfolio {
  /// Simulates the portfolio `rounds` times on `threads` threads. A line of the file is `lognormal λ μ σ` or
  /// `pert p min mode max`.
  static func run(_ path: String, trials: Int, threads: Int, rounds: Int) throws {
    let simulation = Simulation(risks: try risks(path), trials: trials, seed: 42, levels: [0.5, 0.95, 0.99])
    var meters: [Meter] = []
    var results: [SimulationResult] = []
    for _ in 0..<rounds { meters.append(Meter.time { results.append(simulation.run(threads: threads)) }) }
    guard let result = results.first, results.allSatisfy({ $0.fingerprint == result.fingerprint }) else {
      throw Failure("the runs differ")
    }
    report([
      "time": Meter.middle(meters).json, "fingerprint": .text(result.fingerprint),
      "mean": .number("\(result.mean)"), "p50": .number("\(result.percentiles[0].value)"),
      "p95": .number("\(result.percentiles[1].value)"), "p99": .number("\(result.percentiles[2].value)"),
      "tvar95": .number("\(result.percentiles[1].tailMean)"),
    ])
  }

  private static func risks(_ path: String) throws -> [Simulation.Risk] {
    guard let file = fopen(path, "r") else { throw Failure("cannot read \(path)") }
    defer { fclose(file) }
    var (risks, line) = ([Simulation.Risk](), [CChar](repeating: 0, count: 256))
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        .split { $0 == " " || $0 == "\n" }
      let numbers = words.dropFirst().compactMap { Double($0) }
      let (frequency, loss): (Frequency, Loss)
      switch (words.first, numbers.count) {
      case ("lognormal", 3):
        let reach = 1.644_853_626_951_472_7 * numbers[2]
        (frequency, loss) = (
          .poisson(perYear: numbers[0]), .lognormal(low: exp(numbers[1] - reach), high: exp(numbers[1] + reach))
        )
      case ("pert", 4):
        (frequency, loss) = (
          .bernoulli(probability: numbers[0]), .pert(minimum: numbers[1], mode: numbers[2], maximum: numbers[3])
        )
      default: throw Failure("not a risk: \(words)")
      }
      let estimate = RiskEstimate(frequency: frequency, loss: loss)
      guard estimate.findings.isEmpty else { throw Failure("not an estimate: \(words)") }
      risks.append(Simulation.Risk(reference: "R\(risks.count)", estimate: estimate))
    }
    return risks
  }
}
