import FoundationEssentials
import GuvenceCore

/// How controls lower a risk, read from `rules/control-effect.yaml`: the vectors of the three methods that calculate.
/// (The fourth, scoring again, needs no rules.)
public struct ControlEffectRules: Hashable, Sendable {
  /// First day on which this version holds.
  public let effective: Day
  /// Each factor falls by tiers of control strength.
  public let tierReduction: TierReduction
  /// Residual = inherent × (1 − effectiveness).
  public let percentage: PercentageEffect
  /// Design and operating effectiveness from 1 to 5.
  public let fivePoint: FivePointEffect
  /// How tests of a control become a score.
  public let testScore: TestScoreRule
  /// The file's text, byte for byte.
  public let canonicalText: String
}

// Worked example. Control A: points 1.5 + 1.5 + 1 + 1 + 1 = 6 of 7.5, test score 90
//   quality KYP = 6 / 7.5 × 100 = 80;  strength KEP = 0.40 × 80 + 0.60 × 90 = 86
// Control B: 5 × 0.5 = 2.5, test score 60: KYP 33⅓, KEP 49⅓. Both on likelihood, weight 0.5 each:
//   0.5 × 86 + 0.5 × 49⅓ = 67⅔ → strong, −2; natural 4 × 5 = 20 → residual 2 × 5 = 10

/// Residual risk by tiers of control strength. Exact fractions; what is unknown stays unknown.
public struct TierReduction: Hashable, Sendable {
  /// A question about the design of a control, answered by one of several words with points.
  public struct Question: Hashable, Sendable {
    /// Stable id in ASCII: `nature`.
    public let id: String
    /// Name on screen.
    public let name: Localized
    /// Possible answers.
    public let answers: [Answer]
  }

  /// An answer with its points.
  public struct Answer: Hashable, Sendable {
    /// Stable id in ASCII: `automatic`.
    public let id: String
    /// Name on screen.
    public let name: Localized
    /// Points, 0 or more.
    public let points: Decimal
  }

  /// A tier of strength; the upper end belongs to it.
  public struct Band: Hashable, Sendable {
    /// Stable id in ASCII: `strong`.
    public let id: String
    /// Name on screen.
    public let name: Localized
    /// Highest strength of the tier, 0–100, included.
    public let through: Decimal
    /// Steps by which the factor falls.
    public let reduction: Int
  }

  /// The factor on which a control works.
  public enum Factor: String, Sendable, CaseIterable {
    /// Likelihood only.
    case likelihood
    /// Impact only.
    case impact
    /// Both.
    case both
  }

  /// A control as one risk sees it.
  public struct WeightedControl: Hashable, Sendable {
    /// Strength (KEP) 0–100; `nil` where unknown.
    public let strength: Fraction?
    /// Share 0–1 in the factor's strength. Shares are not brought to a sum of 1.
    public let weight: Fraction
    /// What it works on.
    public let factor: Factor

    /// A control's share in lowering one risk.
    public init(strength: Fraction?, weight: Fraction, factor: Factor) {
      (self.strength, self.weight, self.factor) = (strength, weight, factor)
    }
  }

  /// A suggested residual pair; a person may overrule it with a reason.
  public struct Suggestion: Hashable, Sendable {
    /// Suggested likelihood; `nil` where a strength is unknown.
    public let likelihood: Int?
    /// Suggested impact; `nil` where a strength is unknown.
    public let impact: Int?
    /// Strength of the controls on likelihood; 0 where there are none.
    public let likelihoodStrength: Fraction?
    /// Strength of the controls on impact; 0 where there are none.
    public let impactStrength: Fraction?
  }

  /// The questions P1…P5.
  public let questions: [Question]
  /// Points of the best design (7.5).
  public let fullPoints: Decimal
  /// Share of the design quality in the strength (0.40).
  public let qualityWeight: Decimal
  /// Share of the test score in the strength (0.60).
  public let testWeight: Decimal
  /// Tiers from the weakest; the last ends at 100.
  public let bands: [Band]
  /// Source.
  public let citation: Citation
}

extension TierReduction {
  /// Design quality (KYP) 0–100 from the points of all questions; `nil` where a count or a point is not right.
  public func quality(points: [Decimal]) -> Fraction? {
    guard points.count == questions.count,
      zip(questions, points).allSatisfy({ question, point in question.answers.contains { $0.points == point } }),
      let sum = Fraction(points.reduce(0, +)), let full = Fraction(fullPoints), let hundred = Fraction(100)
    else { return nil }
    return sum.divided(by: full)?.times(hundred)
  }

  /// Design quality (KYP) from an answer id per question id; `nil` while any question is open.
  public func quality(answers: [String: String]) -> Fraction? {
    let points = questions.compactMap { question in
      question.answers.first { $0.id == answers[question.id] }?.points
    }
    return quality(points: points)
  }

  /// Strength (KEP) 0–100 from quality and test score (KTS) 0–100; unknown where either is unknown, never 0 or 100.
  public func strength(quality: Fraction?, testScore: Decimal?) -> Fraction? {
    guard let quality, let testScore, (0...100).contains(testScore), let test = Fraction(testScore),
      let a = Fraction(qualityWeight)?.times(quality), let b = Fraction(testWeight)?.times(test)
    else { return nil }
    return a.plus(b)
  }

  /// Strength of all controls on a factor: Σ strength × weight, weights as they are; 0 without a control, unknown
  /// where one of them is.
  public func strength(of controls: [WeightedControl], on factor: Factor) -> Fraction? {
    var sum = Fraction(0)
    for control in controls where control.factor == factor || control.factor == .both {
      sum = control.strength.flatMap { $0.times(control.weight) }.flatMap { part in sum?.plus(part) }
      if sum == nil { return nil }
    }
    return sum
  }

  /// The tier of a strength 0–100; `nil` outside.
  public func band(for strength: Fraction) -> Band? {
    guard strength.numerator >= 0 else { return nil }
    return bands.first { band in Fraction(band.through).map { strength <= $0 } ?? false }
  }

  /// `max(1, natural − reduction)`; unknown where the strength is unknown or outside 0–100.
  public func residual(natural: Int, strength: Fraction?) -> Int? {
    strength.flatMap(band(for:)).map { max(1, natural - $0.reduction) }
  }

  /// The residual pair that the controls suggest.
  public func suggestion(likelihood: Int, impact: Int, controls: [WeightedControl]) -> Suggestion {
    let onLikelihood = strength(of: controls, on: .likelihood)
    let onImpact = strength(of: controls, on: .impact)
    return Suggestion(
      likelihood: residual(natural: likelihood, strength: onLikelihood),
      impact: residual(natural: impact, strength: onImpact), likelihoodStrength: onLikelihood,
      impactStrength: onImpact)
  }
}

/// Residual = inherent × (1 − effectiveness), effectiveness in percent.
public struct PercentageEffect: Hashable, Sendable {
  /// A word for a range of effectiveness; the upper end belongs to it.
  public struct Word: Hashable, Sendable {
    /// Stable id in ASCII: `effective`.
    public let id: String
    /// Name on screen.
    public let name: Localized
    /// Highest effectiveness in percent, included.
    public let through: Decimal
  }

  /// Words from the weakest; the last ends at 100.
  public let words: [Word]
  /// Source.
  public let citation: Citation

  /// The residual score; `nil` for an effectiveness outside 0–100 or unknown.
  public func residual(inherent: Int, effectiveness: Decimal?) -> Fraction? {
    guard let effectiveness, (0...100).contains(effectiveness), let score = Fraction(inherent),
      let share = Fraction((100 - effectiveness) / 100)
    else { return nil }
    return score.times(share)
  }

  /// The word for an effectiveness in percent; `nil` outside 0–100.
  public func word(for effectiveness: Decimal) -> Word? {
    effectiveness < 0 ? nil : words.first { effectiveness <= $0.through }
  }
}

/// Design and operating effectiveness, each from 1 to 5; a mean below the limit counts as not effective.
public struct FivePointEffect: Hashable, Sendable {
  /// Means below this are not effective (3).
  public let effectiveFrom: Decimal
  /// Source.
  public let citation: Citation

  /// The mean of both; `nil` where one is unknown or outside 1–5.
  public func mean(design: Int?, operating: Int?) -> Fraction? {
    guard let design, let operating, (1...5).contains(design), (1...5).contains(operating) else { return nil }
    return Fraction(design + operating, 2)
  }

  /// Whether the control counts as effective; `nil` where unknown.
  public func isEffective(design: Int?, operating: Int?) -> Bool? {
    guard let mean = mean(design: design, operating: operating), let limit = Fraction(effectiveFrom) else { return nil }
    return mean >= limit
  }
}
