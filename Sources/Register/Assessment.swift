import GuvenceCore
import GuvenceRules

/// One assessment of a risk: the pairs people gave and what the rules made of them. Rows are appended, never changed.
public struct Assessment: Hashable, Sendable {
  /// The assessment's number.
  public let id: Identifier<Assessment>
  /// The risk it belongs to.
  public let riskID: Identifier<Risk>
  /// The day it speaks of, in Europe/Istanbul.
  public let assessedOn: Day
  /// When it was recorded.
  public let recordedAt: Instant
  /// Who recorded it, display name.
  public let recordedBy: String
  /// Id of the methodology.
  public let methodologyID: String
  /// SHA-256 of the methodology version's text, 64 hex digits.
  public let ruleDigest: String
  /// Before controls (doğal risk).
  public let inherent: JudgedPair
  /// After existing controls (artık risk); `nil` where not assessed.
  public let residual: JudgedPair?
  /// Aimed at (hedef risk); `nil` where not set.
  public let target: JudgedPair?
  /// The verdict on the residual pair, or on the inherent one where there is no residual.
  public let verdict: AppetiteVerdict
  /// When the risk is to be looked at again.
  public let nextReviewOn: Day
  /// Why it was assessed so, in the assessor's words; may be empty.
  public let reason: String
  /// How the assessment came about.
  public let origin: AssessmentOrigin

  /// An assessment made of its parts.
  public init(
    id: Identifier<Assessment>, riskID: Identifier<Risk>, assessedOn: Day, recordedAt: Instant, recordedBy: String,
    methodologyID: String, ruleDigest: String, inherent: JudgedPair, residual: JudgedPair?, target: JudgedPair?,
    verdict: AppetiteVerdict, nextReviewOn: Day, reason: String, origin: AssessmentOrigin
  ) {
    (self.id, self.riskID, self.assessedOn) = (id, riskID, assessedOn)
    (self.recordedAt, self.recordedBy) = (recordedAt, recordedBy)
    (self.methodologyID, self.ruleDigest) = (methodologyID, ruleDigest)
    (self.inherent, self.residual, self.target) = (inherent, residual, target)
    (self.verdict, self.nextReviewOn, self.reason, self.origin) = (verdict, nextReviewOn, reason, origin)
  }

  /// The pair that counts today: residual where there is one, else inherent.
  public var effective: JudgedPair { residual ?? inherent }

  /// The same assessment with the verdict of another appetite.
  public func judged(_ verdict: AppetiteVerdict) -> Assessment {
    Assessment(
      id: id, riskID: riskID, assessedOn: assessedOn, recordedAt: recordedAt, recordedBy: recordedBy,
      methodologyID: methodologyID, ruleDigest: ruleDigest, inherent: inherent, residual: residual, target: target,
      verdict: verdict, nextReviewOn: nextReviewOn, reason: reason, origin: origin)
  }
}

/// A likelihood and an impact with the score and level the rules gave them.
public struct JudgedPair: Hashable, Sendable {
  /// Value of the likelihood scale.
  public let likelihood: Int
  /// Value of the impact scale, after combining dimensions.
  public let impact: Int
  /// Impacts by dimension id, as entered; empty where one overall impact was given.
  public let impactByDimension: [String: Int]
  /// Product score; `nil` for look-up methodologies.
  public let score: Int?
  /// Id of the level in the methodology.
  public let levelID: String
  /// Rank of the level, from 1.
  public let levelRank: Int

  /// A judged pair made of its parts.
  public init(
    likelihood: Int, impact: Int, impactByDimension: [String: Int] = [:], score: Int?, levelID: String, levelRank: Int
  ) {
    (self.likelihood, self.impact, self.impactByDimension) = (likelihood, impact, impactByDimension)
    (self.score, self.levelID, self.levelRank) = (score, levelID, levelRank)
  }
}

/// How an assessment came about.
public enum AssessmentOrigin: String, Sendable, CaseIterable {
  /// Entered by a person.
  case entered
  /// Read from an imported file.
  case imported
  /// Made by re-scoring under another methodology.
  case derived
}

/// What a person enters to assess a risk.
public struct AssessmentInput: Hashable, Sendable {
  /// Before controls.
  public var inherent: ScoreInput
  /// After existing controls; `nil` where not assessed.
  public var residual: ScoreInput?
  /// Aimed at; `nil` where not set.
  public var target: ScoreInput?
  /// Why; may be empty for a first assessment.
  public var reason: String
  /// The day it speaks of; today where `nil`.
  public var assessedOn: Day?
  /// `Methodology.edition` of the scales the values were chosen from; `nil` where nobody has seen scales. An assessment
  /// under another edition is refused: the same numbers would mean something else.
  public var edition: String?

  /// An input.
  public init(
    inherent: ScoreInput, residual: ScoreInput? = nil, target: ScoreInput? = nil, reason: String = "",
    assessedOn: Day? = nil
  ) {
    (self.inherent, self.residual, self.target) = (inherent, residual, target)
    (self.reason, self.assessedOn) = (reason, assessedOn)
  }
}
