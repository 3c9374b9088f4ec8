import GuvenceCore

extension SimulationResult {
  init(
    _ simulation: Simulation, risks: [Simulation.Risk], totals: [Double], ordered: [Double], riskSums: [Double],
    tail: [Double]
  ) {
    let count = Double(totals.count)
    let mean = totals.reduce(0, +) / count
    let variance = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let percentiles = simulation.levels.map { Percentile($0, ordered) }
    let curve = SimulationResult.curve(ordered)
    let contributions = SimulationResult.contributions(risks, riskSums, tail, trials: count)
    self.init(
      mean: mean, meanError: (variance / count).squareRoot(), deviation: variance.squareRoot(),
      expectedMean: risks.reduce(0) { $0 + $1.estimate.mean },
      expectedDeviation: risks.reduce(0) { $0 + $1.estimate.variance }.squareRoot(),
      shareWithoutLoss: Double(ordered.prefix { $0 == 0 }.count) / count, maximum: ordered.last ?? 0,
      percentiles: percentiles, curve: curve, contributions: contributions,
      fingerprint: SimulationResult.fingerprint(totals, mean, variance, percentiles, contributions))
  }

  /// The smallest loss that at least `level` of the trials do not exceed.
  static func quantile(_ level: Double, _ ordered: [Double]) -> Double {
    ordered[min(ordered.count, max(1, Int((level * Double(ordered.count)).rounded(.up)))) - 1]
  }

  /// Losses at the probabilities 1, 0.95 … 0.05 and then 8 a decade, down to ten trials.
  private static func curve(_ ordered: [Double]) -> [ExceedancePoint] {
    let count = Double(ordered.count)
    var probabilities = stride(from: 19, through: 2, by: -1).map { Double($0) / 20 }
    for decade in [1e-2, 1e-3, 1e-4, 1e-5] {
      probabilities += [10, 8, 6, 5, 4, 3, 2, 1.5].map { $0 * decade }
    }
    var seen = Set<Double>()
    return probabilities.filter { $0 * count >= 10 && seen.insert($0).inserted }
      .map { ExceedancePoint(probability: $0, loss: quantile(1 - $0, ordered)) }
  }

  private static func contributions(
    _ risks: [Simulation.Risk], _ sums: [Double], _ tail: [Double], trials: Double
  ) -> [Contribution] {
    let (all, beyond) = (sums.reduce(0, +), tail.reduce(0, +))
    let unordered = risks.indices.map { number in
      Contribution(
        reference: risks[number].reference, mean: sums[number] / trials,
        meanShare: all > 0 ? sums[number] / all : 0, tailShare: beyond > 0 ? tail[number] / beyond : 0)
    }
    return unordered.sorted { ($1.tailShare, $1.mean, $0.reference) < ($0.tailShare, $0.mean, $1.reference) }
  }

  private static func fingerprint(
    _ totals: [Double], _ mean: Double, _ variance: Double, _ percentiles: [Percentile], _ parts: [Contribution]
  ) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: Double) { hash = (hash ^ value.bitPattern) &* 0x0000_0100_0000_01B3 }
    totals.forEach(add)
    add(mean)
    add(variance)
    for found in percentiles { [found.value, found.low, found.high, found.tailMean, found.tailError].forEach(add) }
    for part in parts { [part.mean, part.meanShare, part.tailShare].forEach(add) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension SimulationResult.Percentile {
  /// VaR by the order of the trials; its interval from the normal approximation of the number of trials below it; TVaR as the
  /// mean of the worst part, whose standard error is √((s² + level·(TVaR − VaR)²) / (n·(1 − level))).
  init(_ level: Double, _ ordered: [Double]) {
    let count = Double(ordered.count)
    let rank = min(ordered.count, max(1, Int((level * count).rounded(.up))))
    let value = ordered[rank - 1]
    let half = 1.959_963_984_540_054 * (count * level * (1 - level)).squareRoot()
    let (first, last) = (Int((level * count - half).rounded(.down)), Int((level * count + half).rounded(.up)) + 1)
    let worst = ordered[rank...]
    let weight = count * (1 - level)
    let tailMean = (worst.reduce(0, +) + (Double(rank) - level * count) * value) / weight
    let spread = worst.reduce(0) { $0 + ($1 - tailMean) * ($1 - tailMean) } / max(1, Double(worst.count) - 1)
    let excess = tailMean - value
    self.init(
      level: level, value: value, low: ordered[max(1, first) - 1], high: ordered[min(ordered.count, last) - 1],
      tailMean: tailMean, tailError: ((spread + level * excess * excess) / weight).squareRoot())
  }
}
