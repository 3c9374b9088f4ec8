import GuvenceCore

// Worked example, methodology `5x5` with `low` as the highest accepted level, day 15.01.2026, likelihood 4, impact 5:
//   5x5/product        4 × 5 = 20                           → 20
//   5x5/band           20 is in 20…25                       → Çok yüksek (rank 5)
//   appetite-verdict   rank 5 is 3 above the accepted 2     → above, a response is required
//   review-period      15.01.2026 + 1 month                 → 15.02.2026

/// Judges `input` under `methodology` on `day`: score, level, appetite verdict, next review and the reasons.
///
/// Pure and exact: whole numbers only. `appetite` is the administration's own where it has set one. Throws where the
/// input does not fit the methodology's scales or dimensions.
public func score(
  _ input: ScoreInput, under methodology: Methodology, on day: Day, appetite: DefaultAppetite? = nil,
  explained: Bool = true
) throws(ScoreProblem) -> Score {
  let scoring = PairScoring(methodology: methodology, appetite: appetite ?? methodology.appetite)
  let likelihood = input.likelihood
  guard methodology.likelihood.range.contains(likelihood) else {
    throw .likelihoodOutOfRange(likelihood, methodology.likelihood.range)
  }
  let impact = try methodology.combinedImpact(of: input.impact)
  guard let level = methodology.level(likelihood: likelihood, impact: impact) else {
    throw .impactOutOfRange(impact, methodology.impact.range, dimension: "")
  }
  let value = methodology.product(likelihood, impact)
  let nextReview = day.adding(months: level.reviewMonths)
  var steps: [ExplanationStep] = []
  if explained {
    steps = scoring.combinationSteps(input.impact, impact) + scoring.levelSteps(likelihood, impact, level)
    steps += [scoring.verdictStep(level), scoring.reviewStep(level, day, nextReview)]
  }
  return Score(
    likelihood: likelihood, impact: impact, value: value, level: level, verdict: scoring.verdict(of: level),
    nextReview: nextReview, explanation: steps)
}

extension Methodology {
  /// The level of a pair; `nil` outside the scales.
  public func level(likelihood: Int, impact: Int) -> Level? {
    guard likelihood >= 1, impact >= 1, self.likelihood.range.contains(likelihood), self.impact.range.contains(impact)
    else { return nil }
    switch scoring {
    case .product(let bands):
      let score = likelihood * impact
      return bands.first { $0.from <= score && score <= $0.through }.flatMap { level($0.level) }
    case .matrix(let cells):
      guard cells.indices.contains(likelihood - 1), cells[likelihood - 1].indices.contains(impact - 1) else {
        return nil
      }
      return level(cells[likelihood - 1][impact - 1])
    }
  }

  /// Likelihood × impact, `nil` where levels are looked up.
  func product(_ likelihood: Int, _ impact: Int) -> Int? {
    if case .product = scoring { likelihood * impact } else { nil }
  }

  /// One impact of the scale from what people entered. Weighted means are rounded half up and stay in the scale.
  public func combinedImpact(of input: ScoreInput.Impact) throws(ScoreProblem) -> Int {
    switch input {
    case .overall(let value):
      guard impact.range.contains(value) else { throw .impactOutOfRange(value, impact.range, dimension: "") }
      return value
    case .dimensions(let values):
      guard combination != .single, !dimensions.isEmpty else { throw .dimensionsNotUsed }
      let entered = try checked(values)
      if combination == .maximum { return entered.reduce(1, max) }
      let sum = zip(dimensions, entered).reduce(0) { $0 + $1.0.weight * $1.1 }
      return min(max((sum + 500) / 1000, 1), impact.steps.count)
    }
  }

  /// The values in the order of the dimensions; all must be there and in the scale.
  private func checked(_ values: [String: Int]) throws(ScoreProblem) -> [Int] {
    if let unknown = values.keys.sorted().first(where: { id in !dimensions.contains { $0.id == id } }) {
      throw .unknownDimension(unknown)
    }
    var entered: [Int] = []
    for dimension in dimensions {
      guard let value = values[dimension.id] else { throw .missingDimension(dimension.id) }
      guard impact.range.contains(value) else { throw .impactOutOfRange(value, impact.range, dimension: dimension.id) }
      entered.append(value)
    }
    return entered
  }
}

extension ScoreProblem {
  /// The problem in one sentence for the person who entered the value.
  public var message: Localized {
    switch self {
    case .likelihoodOutOfRange(let value, let range):
      Localized(
        "Olasılık \(range.lowerBound) ile \(range.upperBound) arasında olmalıdır (girilen: \(value)).",
        "Likelihood must be between \(range.lowerBound) and \(range.upperBound) (given: \(value)).")
    case .impactOutOfRange(let value, let range, let dimension):
      Localized(
        "Etki\(dimension.isEmpty ? "" : " (\(dimension))") \(range.lowerBound) ile \(range.upperBound) arasında "
          + "olmalıdır (girilen: \(value)).",
        "Impact\(dimension.isEmpty ? "" : " (\(dimension))") must be between \(range.lowerBound) and "
          + "\(range.upperBound) (given: \(value)).")
    case .dimensionsNotUsed:
      Localized("Bu yöntem tek bir etki değeri ister.", "This methodology takes one overall impact.")
    case .unknownDimension(let id):
      Localized("Bu yöntemde “\(id)” etki boyutu yok.", "This methodology has no impact dimension “\(id)”.")
    case .missingDimension(let id):
      Localized("“\(id)” etki boyutuna değer verilmedi.", "The impact dimension “\(id)” has no value.")
    }
  }
}
