import GuvenceCore

/// Another review day than the rule gives, set by a person for one risk. It holds until the risk is assessed again.
public struct ReviewOverride: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<ReviewOverride>
  /// The risk.
  public let riskID: Identifier<Risk>
  /// The assessment whose review day it replaces.
  public let assessmentID: Identifier<Assessment>
  /// The new day.
  public let reviewOn: Day
  /// Why.
  public let reason: String
  /// When it was set.
  public let recordedAt: Instant
  /// Who set it, display name.
  public let recordedBy: String

  /// An override made of its parts.
  public init(
    id: Identifier<ReviewOverride>, riskID: Identifier<Risk>, assessmentID: Identifier<Assessment>, reviewOn: Day,
    reason: String, recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.riskID, self.assessmentID, self.reviewOn) = (id, riskID, assessmentID, reviewOn)
    (self.reason, self.recordedAt, self.recordedBy) = (reason, recordedAt, recordedBy)
  }

  /// The latest day allowed: risks are looked at again at least once a year (KİKS, RDS 6.2).
  public static func latest(after assessedOn: Day) -> Day { assessedOn.adding(months: 12) }
}
