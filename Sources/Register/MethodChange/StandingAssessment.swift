import GuvenceCore
import GuvenceRules

/// What the current assessment of an active risk says, as far as re-scoring needs it.
public struct StandingAssessment: Hashable, Sendable {
  /// The risk.
  public let riskID: Identifier<Risk>
  /// Its unit.
  public let unitID: Identifier<Unit>
  /// Id of the methodology.
  public let methodologyID: String
  /// Number of the stored methodology version.
  public let ruleSetID: Int64
  /// The day it speaks of.
  public let assessedOn: Day
  /// When the risk is to be looked at again.
  public let nextReviewOn: Day
  /// Before controls.
  public let inherent: JudgedPair
  /// After existing controls.
  public let residual: JudgedPair?
  /// Aimed at.
  public let target: JudgedPair?
  /// The verdict on the effective pair: by the administration's own appetite where it has one.
  public let verdict: AppetiteVerdict
  /// Threat or opportunity.
  public let kind: RiskKind

  /// A standing assessment made of its parts.
  public init(
    riskID: Identifier<Risk>, unitID: Identifier<Unit>, methodologyID: String, ruleSetID: Int64, assessedOn: Day,
    nextReviewOn: Day, inherent: JudgedPair, residual: JudgedPair?, target: JudgedPair?, verdict: AppetiteVerdict,
    kind: RiskKind = .threat
  ) {
    (self.riskID, self.unitID) = (riskID, unitID)
    (self.methodologyID, self.ruleSetID) = (methodologyID, ruleSetID)
    (self.assessedOn, self.nextReviewOn) = (assessedOn, nextReviewOn)
    (self.inherent, self.residual, self.target, self.verdict) = (inherent, residual, target, verdict)
    self.kind = kind
  }

  /// The pair that counts: residual where there is one, else inherent.
  public var effective: JudgedPair { residual ?? inherent }
}

/// What re-scoring makes of one assessment.
public struct RescoredAssessment: Hashable, Sendable {
  /// What had to be set right, because two pairs changed their order on the way.
  public enum Adjustment: String, Sendable, CaseIterable {
    /// The inherent pair was raised to the residual one, since controls do not raise a risk. The effective level stays.
    case inherentRaised = "inherent-raised"
    /// The target pair was lowered to the effective one, since nobody aims above today's risk.
    case targetLowered = "target-lowered"
  }

  /// Before controls.
  public let inherent: JudgedPair
  /// After existing controls.
  public let residual: JudgedPair?
  /// Aimed at.
  public let target: JudgedPair?
  /// The verdict on the effective pair.
  public let verdict: AppetiteVerdict
  /// Months from one review to the next at the effective level.
  public let reviewMonths: Int
  /// What was set right; empty as a rule.
  public let adjustments: [Adjustment]

  /// The pair that counts: residual where there is one, else inherent.
  public var effective: JudgedPair { residual ?? inherent }

  /// When the risk is to be looked at again after re-scoring on `day`. Nobody looked at the risk, so the review never
  /// moves back; a level with shorter periods brings it forward.
  public func nextReview(after standing: StandingAssessment, on day: Day) -> Day {
    min(standing.nextReviewOn, day.adding(months: reviewMonths))
  }
}
