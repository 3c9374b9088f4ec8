import GuvenceCore

/// A portfolio of estimated risks and how it is to be simulated. The same value gives the same result, bit for bit, on any
/// machine and with any number of threads.
public struct Simulation: Hashable, Sendable {
  /// A risk of the portfolio.
  public struct Risk: Hashable, Sendable {
    /// Its reference, which also chooses its stream of random words.
    public let reference: String
    /// Its estimate, without findings.
    public let estimate: RiskEstimate

    /// A risk of the portfolio.
    public init(reference: String, estimate: RiskEstimate) { (self.reference, self.estimate) = (reference, estimate) }
  }

  /// The risks; the order is the order of summation.
  public var risks: [Risk]
  /// How many years are tried, 1,000 … 1,000,000.
  public var trials: Int
  /// Where the random words begin.
  public var seed: UInt64
  /// The probabilities of the percentiles, each 0.5 … 0.9999, ascending.
  public var levels: [Double]
  /// The level beyond which contributors to bad years are counted; one of `levels`.
  public var tailLevel: Double

  /// The numbers of trials accepted.
  public static let trialBounds = 1_000...1_000_000
  /// The most risks in a run: their tables take 20 kB each.
  public static let maximumRisks = 5_000
  /// The most events a run may be expected to draw.
  public static let maximumEvents = 500_000_000.0
  /// Changes whenever the same input would give other numbers.
  public static let engine = "1"
  /// Percentiles where nothing else is asked for.
  public static let usualLevels = [0.5, 0.8, 0.9, 0.95, 0.99]

  /// A simulation; `findings` says whether it can run.
  public init(
    risks: [Risk], trials: Int = 100_000, seed: UInt64 = 1, levels: [Double] = Simulation.usualLevels,
    tailLevel: Double = 0.95
  ) {
    (self.risks, self.trials, self.seed) = (risks, trials, seed)
    (self.levels, self.tailLevel) = (levels, tailLevel)
  }

  /// The number of events that are expected to be drawn.
  public var expectedEvents: Double {
    risks.reduce(0) { $0 + $1.estimate.frequency.mean } * Double(trials)
  }

  /// Runs on at most `threads` threads. Without findings only; estimates that have some are left out.
  public func run(threads: Int = 2) -> SimulationResult {
    let usable = risks.filter { $0.estimate.findings.isEmpty }
    let draws = draws(usable, threads)
    let sums = BlockPass(draws: draws, trials: trials, seed: seed).totals(threads)
    let ordered = sums.totals.sorted()
    let threshold = SimulationResult.quantile(tailLevel, ordered)
    let tail = BlockPass(draws: draws, trials: trials, seed: seed)
      .tailSums(beyond: threshold, totals: sums.totals, threads)
    return SimulationResult(
      self, risks: usable, totals: sums.totals, ordered: ordered, riskSums: sums.riskSums, tail: tail)
  }

  private func draws(_ usable: [Risk], _ threads: Int) -> [EventDraw] {
    Workers.inOrder(usable.count, threads: threads) { number in
      let risk = usable[number]
      return EventDraw(
        stream: CounterGenerator.stream(of: risk.reference), frequency: risk.estimate.frequency,
        loss: PreparedLoss(risk.estimate.loss))
    }
  }
}
