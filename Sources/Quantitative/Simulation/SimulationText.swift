extension Simulation {
  /// All that decides the result, in lines; the same bytes for the same simulation. Its digest names the inputs of a run.
  ///
  ///     engine 1
  ///     trials 100000
  ///     seed 42
  ///     levels 0.5 0.95
  ///     tail 0.95
  ///     risk<TAB>MH.RA.0001<TAB>poisson 0.5 pert 10000.0 40000.0 250000.0
  public var text: String {
    var lines = [
      "engine \(Simulation.engine)", "trials \(trials)", "seed \(seed)",
      "levels " + levels.map { "\($0)" }.joined(separator: " "), "tail \(tailLevel)",
    ]
    lines += risks.map { "risk\t\($0.reference)\t\($0.estimate.text)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads `text`; `nil` where it is something else. The engine it was written by is in `engine(of:)`.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count >= 5, lines[0].hasPrefix("engine "), let trials = Int(Simulation.rest(lines[1], "trials ") ?? ""),
      let seed = UInt64(Simulation.rest(lines[2], "seed ") ?? ""), let levels = Simulation.rest(lines[3], "levels "),
      let tail = Double(Simulation.rest(lines[4], "tail ") ?? "")
    else { return nil }
    var risks: [Risk] = []
    for line in lines.dropFirst(5) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "risk", let estimate = RiskEstimate(text: String(parts[2])) else {
        return nil
      }
      risks.append(Risk(reference: String(parts[1]), estimate: estimate))
    }
    self.init(
      risks: risks, trials: trials, seed: seed, levels: levels.split(separator: " ").compactMap { Double($0) },
      tailLevel: tail)
  }

  /// The engine that a run's text was written by.
  public static func engine(of text: String) -> String {
    rest(text.split(separator: "\n").first ?? "", "engine ").map(String.init) ?? ""
  }

  private static func rest(_ line: Substring, _ prefix: String) -> Substring? {
    line.hasPrefix(prefix) ? line.dropFirst(prefix.count) : nil
  }
}

extension SimulationResult {
  /// The result in lines; reading them gives the same value, bit for bit.
  public var text: String {
    func line(_ name: String, _ numbers: [Double]) -> String {
      ([name] + numbers.map { "\($0)" }).joined(separator: " ")
    }
    var lines = [
      line(
        "totals", [mean, meanError, deviation, expectedMean, expectedDeviation, shareWithoutLoss, maximum]),
      "fingerprint \(fingerprint)",
    ]
    lines += percentiles.map { line("level", [$0.level, $0.value, $0.low, $0.high, $0.tailMean, $0.tailError]) }
    lines += curve.map { line("point", [$0.probability, $0.loss]) }
    lines += contributions.map { line("risk", [$0.mean, $0.meanShare, $0.tailShare]) + "\t\($0.reference)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads `text`; `nil` where it is something else.
  public init?(text: String) {
    var (totals, fingerprint) = ([Double](), "")
    var (percentiles, curve, parts) = ([Percentile](), [ExceedancePoint](), [Contribution]())
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: "\t", maxSplits: 1)
      let words = (halves.first ?? "").split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      switch (words.first, numbers.count) {
      case ("totals", 7): totals = numbers
      case ("fingerprint", _): fingerprint = words.count == 2 ? String(words[1]) : ""
      case ("level", 6):
        percentiles.append(
          Percentile(
            level: numbers[0], value: numbers[1], low: numbers[2], high: numbers[3], tailMean: numbers[4],
            tailError: numbers[5]))
      case ("point", 2): curve.append(ExceedancePoint(probability: numbers[0], loss: numbers[1]))
      case ("risk", 3):
        parts.append(
          Contribution(
            reference: halves.count == 2 ? String(halves[1]) : "", mean: numbers[0], meanShare: numbers[1],
            tailShare: numbers[2]))
      default: return nil
      }
    }
    guard totals.count == 7, !fingerprint.isEmpty else { return nil }
    self.init(
      mean: totals[0], meanError: totals[1], deviation: totals[2], expectedMean: totals[3],
      expectedDeviation: totals[4], shareWithoutLoss: totals[5], maximum: totals[6], percentiles: percentiles,
      curve: curve, contributions: parts, fingerprint: fingerprint)
  }
}
