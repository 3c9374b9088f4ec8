import GuvenceCore

/// How one administration judges risks from a given day on: scales, how the factors combine, levels, appetite.
///
/// A methodology is a dated object: to change it, a newer version with a later `effective` day is added; stored scores
/// keep the digest of the version they were made with.
public struct Methodology: Hashable, Sendable {
  /// Stable id in ASCII: `5x5`, `10x10`.
  public let id: String
  /// Name on screen.
  public let name: Localized
  /// First day on which this version holds.
  public let effective: Day
  /// Where the methodology comes from; `isVerified` false is shown as «doğrulanmadı» beside every score.
  public let citation: Citation
  /// The likelihood (olasılık) scale.
  public let likelihood: Scale
  /// The impact (etki) scale.
  public let impact: Scale
  /// The impact dimensions (mali, itibar …), for input by dimension; may be empty.
  public let dimensions: [ImpactDimension]
  /// How impacts by dimension become one impact.
  public let combination: ImpactCombination
  /// How likelihood and impact become a level.
  public let scoring: Scoring
  /// Levels from lowest to highest; `rank` rises by one.
  public let levels: [Level]
  /// What the administration tolerates unless it has set its own appetite.
  public let appetite: DefaultAppetite
  /// How controls turn an inherent score into a residual one.
  public let controlEffect: ControlEffectMethod
  /// How the mean of votes becomes a level of a scale.
  public let voteRounding: VoteRounding
  /// The decision tables in force with this version: `review-period` and `appetite-verdict`.
  public let tables: [DecisionTable]
  /// The source texts of this version and of its tables, byte for byte; hashed by the store as the rule digest, and
  /// enough to rebuild it (`RuleLibrary.rebuild`).
  public let canonicalText: String
  /// Verdicts for −20 … 20 ranks above the accepted one, asked of the table `appetite-verdict` once.
  let verdicts: [AppetiteVerdict]

  /// A methodology made of its parts; the loader checks them before.
  public init(
    id: String, name: Localized, effective: Day, citation: Citation, likelihood: Scale, impact: Scale,
    dimensions: [ImpactDimension], combination: ImpactCombination, scoring: Scoring, levels: [Level],
    appetite: DefaultAppetite, controlEffect: ControlEffectMethod, voteRounding: VoteRounding,
    tables: [DecisionTable] = [], canonicalText: String
  ) {
    (self.id, self.name, self.effective, self.citation) = (id, name, effective, citation)
    (self.likelihood, self.impact, self.dimensions) = (likelihood, impact, dimensions)
    (self.combination, self.scoring, self.levels) = (combination, scoring, levels)
    (self.appetite, self.controlEffect, self.voteRounding) = (appetite, controlEffect, voteRounding)
    (self.tables, self.canonicalText) = (tables, canonicalText)
    verdicts = Methodology.verdicts(by: tables.first { $0.id == RuleTable.appetiteVerdict })
  }

  /// The version as forms name it: `5x5@2020-01-01`.
  public var edition: String { "\(id)@\(effective)" }
  /// The level with this id, if the methodology has it.
  public func level(_ id: String) -> Level? { levels.first { $0.id == id } }
  /// The table with this id, if this version has it.
  public func table(_ id: String) -> DecisionTable? { tables.first { $0.id == id } }
}

/// One ordinal scale of a methodology, values 1…n without gaps.
public struct Scale: Hashable, Sendable {
  /// Steps from the lowest value.
  public let steps: [Step]

  /// Where names and criteria come from; `nil` where the methodology's own source holds.
  public let citation: Citation?

  /// A scale of these steps, lowest first.
  public init(steps: [Step], citation: Citation? = nil) { (self.steps, self.citation) = (steps, citation) }

  /// One step: value, name and the criterion by which people choose it.
  public struct Step: Hashable, Sendable {
    /// 1…n.
    public let value: Int
    /// Name on screen.
    public let name: Localized
    /// When this step applies; may be empty.
    public let criterion: Localized

    /// One step.
    public init(value: Int, name: Localized, criterion: Localized) {
      (self.value, self.name, self.criterion) = (value, name, criterion)
    }
  }

  /// 1…n.
  public var range: ClosedRange<Int> { 1...max(1, steps.count) }
  /// The step with this value.
  public subscript(value: Int) -> Step? { range.contains(value) && !steps.isEmpty ? steps[value - 1] : nil }
}

/// One dimension of impact, with a criterion per impact step.
public struct ImpactDimension: Hashable, Sendable {
  /// Stable id in ASCII: `financial`.
  public let id: String
  /// Name on screen.
  public let name: Localized
  /// Weight in thousandths where the combination is weighted, else 0. Weights add up to 1000.
  public let weight: Int
  /// Criterion of each impact step, lowest first; same count as the impact scale.
  public let criteria: [Localized]
  /// Source of the criteria.
  public let citation: Citation

  /// One dimension.
  public init(id: String, name: Localized, weight: Int, criteria: [Localized], citation: Citation) {
    (self.id, self.name, self.weight, self.criteria, self.citation) = (id, name, weight, criteria, citation)
  }
}

/// How impacts by dimension become one impact.
public enum ImpactCombination: String, Sendable, CaseIterable {
  /// The highest of the dimensions.
  case maximum
  /// Weighted mean, rounded half up and kept in the scale; unknown where any dimension is missing.
  case weighted
  /// One overall impact; dimensions are not entered.
  case single
}

/// How a likelihood and an impact become a level.
public enum Scoring: Hashable, Sendable {
  /// Score = likelihood × impact, level by bands (inclusive, ordered, complete).
  case product(bands: [Band])
  /// Level looked up: `cells[likelihood - 1][impact - 1]` is a level id. There is no number.
  case matrix(cells: [[String]])
}

/// A band of product scores, both ends included.
public struct Band: Hashable, Sendable {
  /// Lowest score of the band.
  public let from: Int
  /// Highest score of the band.
  public let through: Int
  /// The level's id.
  public let level: String

  /// Scores `from`…`through` have level `level`.
  public init(from: Int, through: Int, level: String) { (self.from, self.through, self.level) = (from, through, level) }
}

/// A risk level: word, colour, shape, what it asks for.
public struct Level: Hashable, Sendable {
  /// Stable id in ASCII: `high`.
  public let id: String
  /// From 1 (lowest).
  public let rank: Int
  /// Name on screen.
  public let name: Localized
  /// Background colour `#RRGGBB`.
  public let background: String
  /// Text colour `#RRGGBB`, contrast at least 4.5 on the background.
  public let foreground: String
  /// One character that survives greyscale print: ○ ◔ ◑ ◕ ●.
  public let shape: String
  /// The reaction the methodology prescribes.
  public let reaction: Localized
  /// Months until the next review.
  public let reviewMonths: Int
  /// Where the name, the reaction and the period come from.
  public let citation: Citation

  /// One level.
  public init(
    id: String, rank: Int, name: Localized, background: String, foreground: String, shape: String,
    reaction: Localized, reviewMonths: Int, citation: Citation
  ) {
    (self.id, self.rank, self.name) = (id, rank, name)
    (self.background, self.foreground, self.shape) = (background, foreground, shape)
    (self.reaction, self.reviewMonths, self.citation) = (reaction, reviewMonths, citation)
  }
}

/// The appetite that holds until the administration sets its own: levels up to this rank are within it.
public struct DefaultAppetite: Hashable, Sendable {
  /// Highest rank that is within appetite.
  public let highestAcceptedRank: Int
  /// Source.
  public let citation: Citation

  /// Levels up to `highestAcceptedRank` are within appetite.
  public init(highestAcceptedRank: Int, citation: Citation) {
    (self.highestAcceptedRank, self.citation) = (highestAcceptedRank, citation)
  }
}

/// How controls turn an inherent score into a residual one.
public enum ControlEffectMethod: String, Sendable, CaseIterable {
  /// People score again, with the controls in mind.
  case rescored
  /// Each factor falls by tiers of control strength.
  case tierReduction = "tier-reduction"
  /// Residual = inherent × (1 − effectiveness).
  case percentage
  /// Design and operating effectiveness from 1 to 5.
  case fivePoint = "five-point"
}

/// How a mean of votes becomes a value of a scale.
public enum VoteRounding: String, Sendable, CaseIterable {
  /// Kept as an exact fraction, shown with two decimals.
  case none
  /// To the nearest whole number, halves up.
  case halfUp = "half-up"
  /// To one decimal, halves up.
  case oneDecimal = "one-decimal"
}
