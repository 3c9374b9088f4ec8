import GuvenceCore

/// What is scored: two values of the methodology's scales.
public struct ScoreInput: Hashable, Sendable {
  /// Likelihood, a value of the likelihood scale.
  public let likelihood: Int
  /// Impact, overall or by dimension.
  public let impact: Impact

  /// An impact as people enter it.
  public enum Impact: Hashable, Sendable {
    /// One value of the impact scale.
    case overall(Int)
    /// A value per dimension id.
    case dimensions([String: Int])
  }

  /// Likelihood and one overall impact.
  public init(likelihood: Int, impact: Int) { (self.likelihood, self.impact) = (likelihood, .overall(impact)) }
  /// Likelihood and impacts by dimension.
  public init(likelihood: Int, dimensions: [String: Int]) {
    (self.likelihood, self.impact) = (likelihood, .dimensions(dimensions))
  }
}

/// A judged pair of likelihood and impact, with the reasons.
public struct Score: Hashable, Sendable {
  /// Likelihood used.
  public let likelihood: Int
  /// Impact used, after combining dimensions.
  public let impact: Int
  /// Likelihood × impact; `nil` where the methodology looks the level up in a matrix.
  public let value: Int?
  /// The level.
  public let level: Level
  /// Whether the level is within the appetite.
  public let verdict: AppetiteVerdict
  /// When the risk is to be looked at again.
  public let nextReview: Day
  /// The reasoning, in order; empty where it was not asked for.
  public let explanation: [ExplanationStep]

  /// A score made of its parts.
  public init(
    likelihood: Int, impact: Int, value: Int?, level: Level, verdict: AppetiteVerdict, nextReview: Day,
    explanation: [ExplanationStep]
  ) {
    (self.likelihood, self.impact, self.value, self.level) = (likelihood, impact, value, level)
    (self.verdict, self.nextReview, self.explanation) = (verdict, nextReview, explanation)
  }
}

/// A risk against the appetite (risk iştahı).
public enum AppetiteVerdict: String, Sendable, CaseIterable {
  /// Within appetite (iştah içinde).
  case within
  /// Above appetite (iştah üstünde): a response is required.
  case above
}

/// One step of a reasoning: which rule, in force since when, did what to which inputs, and who says so.
public struct ExplanationStep: Hashable, Sendable {
  /// Id of the rule: `5x5/product`, `5x5/band`, `review-period`.
  public let rule: String
  /// First day on which that rule holds.
  public let effective: Day
  /// The step in words, both languages: «Puan = olasılık × etki».
  public let title: Localized
  /// The arithmetic or look-up as text, both languages: «4 × 5 = 20».
  public let arithmetic: Localized
  /// The result as text, both languages: «20», «Çok yüksek».
  public let result: Localized
  /// Source, with its verified mark.
  public let citation: Citation

  /// One step.
  public init(
    rule: String, effective: Day, title: Localized, arithmetic: Localized, result: Localized, citation: Citation
  ) {
    (self.rule, self.effective, self.title) = (rule, effective, title)
    (self.arithmetic, self.result, self.citation) = (arithmetic, result, citation)
  }
}

/// Why an input could not be scored.
public enum ScoreProblem: Error, Hashable, Sendable {
  /// A likelihood outside the scale; the scale's range is given.
  case likelihoodOutOfRange(Int, ClosedRange<Int>)
  /// An impact outside the scale, with the dimension's id or an empty text for the overall impact.
  case impactOutOfRange(Int, ClosedRange<Int>, dimension: String)
  /// Impacts by dimension were given for a methodology with one overall impact.
  case dimensionsNotUsed
  /// A dimension that the methodology does not know.
  case unknownDimension(String)
  /// A dimension without a value; all are needed to combine.
  case missingDimension(String)
}
