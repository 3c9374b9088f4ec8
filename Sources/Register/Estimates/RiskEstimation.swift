import GuvenceCore
import GuvenceQuantitative

/// A risk's estimate as somebody gave it, or that it was taken back. Rows are appended; the last one stands.
public struct RiskEstimation: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<RiskEstimation>
  /// The risk.
  public let riskID: Identifier<Risk>
  /// 1, 2, … for the estimates of one risk.
  public let version: Int
  /// The numbers; `nil` where the estimate was taken back.
  public let estimate: RiskEstimate?
  /// What it rests on, or why it was taken back; never empty.
  public let rationale: String
  /// When.
  public let recordedAt: Instant
  /// Who, display name.
  public let recordedBy: String

  /// An estimation made of its parts.
  public init(
    id: Identifier<RiskEstimation>, riskID: Identifier<Risk>, version: Int, estimate: RiskEstimate?, rationale: String,
    recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.riskID, self.version, self.estimate) = (id, riskID, version, estimate)
    (self.rationale, self.recordedAt, self.recordedBy) = (rationale, recordedAt, recordedBy)
  }
}
