import GuvenceCore

/// One change of the administration's methodology with everything that was re-scored by it. Rows are appended, never
/// changed: taking a change back is another row.
public struct MethodologyChange: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// A methodology was published: one derived assessment for each assessed active risk.
    case publication
    /// A publication was taken back: the assessments before it were put in force again, as derived ones.
    case undo
  }

  /// The change's number.
  public let id: Identifier<MethodologyChange>
  /// What happened.
  public let kind: Kind
  /// When.
  public let changedAt: Instant
  /// Who, display name.
  public let changedBy: String
  /// Why, in the words of whoever did it.
  public let reason: String
  /// Number of the methodology version in force before.
  public let fromRuleSetID: Int64
  /// Number of the methodology version in force since.
  public let ruleSetID: Int64
  /// Text of the scale mapping that was used; empty for an undo.
  public let mappingText: String
  /// The first derived assessment; where none was derived, the number the next one would have got.
  public let firstAssessmentID: Identifier<Assessment>
  /// How many assessments were derived; their numbers follow each other.
  public let assessmentCount: Int
  /// The publication that this row takes back.
  public let undoesID: Identifier<MethodologyChange>?

  /// A change made of its parts.
  public init(
    id: Identifier<MethodologyChange>, kind: Kind, changedAt: Instant, changedBy: String, reason: String,
    fromRuleSetID: Int64, ruleSetID: Int64, mappingText: String, firstAssessmentID: Identifier<Assessment>,
    assessmentCount: Int, undoesID: Identifier<MethodologyChange>? = nil
  ) {
    (self.id, self.kind, self.changedAt, self.changedBy, self.reason) = (id, kind, changedAt, changedBy, reason)
    (self.fromRuleSetID, self.ruleSetID, self.mappingText) = (fromRuleSetID, ruleSetID, mappingText)
    (self.firstAssessmentID, self.assessmentCount) = (firstAssessmentID, assessmentCount)
    self.undoesID = undoesID
  }

  /// The last derived assessment; one before the first where none was derived.
  public var lastAssessmentID: Identifier<Assessment> {
    Identifier(firstAssessmentID.rawValue + Int64(assessmentCount) - 1)
  }
}
