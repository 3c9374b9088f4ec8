import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL of table `assessment`. Rows are appended only.
public enum AssessmentTable {
  static let columns = [
    "assessed_on", "id", "inherent_dimensions", "inherent_impact", "inherent_level", "inherent_likelihood",
    "inherent_rank", "inherent_score", "methodology_id", "next_review_on", "origin", "reason", "recorded_at",
    "recorded_by", "residual_dimensions", "residual_impact", "residual_level", "residual_likelihood", "residual_rank",
    "residual_score", "risk_id", "rule_set_id", "target_dimensions", "target_impact", "target_level",
    "target_likelihood", "target_rank", "target_score", "verdict",
  ]

  /// Appends `assessment` (its `id` is ignored), makes it the risk's current one unless a later day is already assessed,
  /// and moves the heat map. Returns it with its number, and the unit of its risk for the journal.
  public static func insert(
    _ assessment: Assessment, ruleSet: RuleSet, _ connection: Connection
  ) throws -> (assessment: Assessment, unitID: Identifier<Unit>) {
    let place = try HeatTable.place(of: assessment.riskID, connection)
    try insertRow(assessment, id: nil, ruleSet: ruleSet, connection)
    let stored = assessment.numbered(Identifier(connection.lastInsertedID))
    if place?.assessedOn.map({ $0 <= stored.assessedOn }) ?? true {
      try makeCurrent(stored, connection)
      if let old = place?.assessmentID { try HeatTable.count(old, at: place, by: -1, connection) }
      HeatTable.count(stored, at: place, by: 1, connection)
    }
    return (stored, place?.unitID ?? Identifier(0))
  }

  /// One assessment.
  public static func find(_ id: Identifier<Assessment>, _ connection: Connection) throws -> Assessment? {
    try connection.first(select + " WHERE assessment.id = ?", [.integer(id.rawValue)], read)
  }

  /// All assessments of a risk, newest first.
  public static func history(of id: Identifier<Risk>, _ connection: Connection) throws -> [Assessment] {
    try connection.query(
      select + " WHERE assessment.risk_id = ? ORDER BY assessment.assessed_on DESC, assessment.id DESC",
      [.integer(id.rawValue)], read)
  }

  static let selectColumns = columns.map { "assessment.\($0)" }.joined(separator: ", ") + ", rule_set.digest"
  static let select = """
    SELECT \(selectColumns) FROM assessment JOIN rule_set ON rule_set.id = assessment.rule_set_id
    """

  static func insertRow(
    _ assessment: Assessment, id: Identifier<Assessment>?, ruleSet: RuleSet, _ connection: Connection
  ) throws {
    try connection.withFixed(
      """
      INSERT INTO assessment (assessed_on, id, inherent_dimensions, inherent_impact, inherent_level,
        inherent_likelihood, inherent_rank, inherent_score, methodology_id, next_review_on, origin, reason, recorded_at,
        recorded_by, residual_dimensions, residual_impact, residual_level, residual_likelihood, residual_rank,
        residual_score, risk_id, rule_set_id, target_dimensions, target_impact, target_level, target_likelihood,
        target_rank, target_score, verdict)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(assessment, id: id, ruleSetID: ruleSet.id, to: &sink)
      _ = try statement.step()
    }
    connection.pending.nextAssessmentID = connection.lastInsertedID + 1
  }

  /// The number the next assessment will get; numbers given once are never given again.
  static func nextID(_ connection: Connection) throws -> Identifier<Assessment> {
    if let known = connection.pending.nextAssessmentID { return Identifier(known) }
    return Identifier(try connection.integer("SELECT seq FROM sqlite_sequence WHERE name = 'assessment'") + 1)
  }

  /// The six columns of `risk` that follow from its current assessment.
  static func bindCurrent(_ assessment: Assessment, to statement: Statement) throws {
    let pair = assessment.effective
    try statement.bind(assessment.id.rawValue)
    try statement.bind(pair.levelID)
    try statement.bind(Int64(pair.levelRank))
    try statement.bind(pair.score.map(Int64.init))
    try statement.bind(assessment.verdict.rawValue)
    try statement.bind(assessment.nextReviewOn.description)
  }

  private static func makeCurrent(_ assessment: Assessment, _ connection: Connection) throws {
    try connection.withFixed(
      """
      UPDATE risk SET current_assessment_id = ?, current_level = ?, current_rank = ?, current_score = ?,
        current_verdict = ?, next_review_on = ?, updated_at = max(updated_at, ?) WHERE id = ?
      """
    ) { statement in
      try bindCurrent(assessment, to: statement)
      try statement.bind(assessment.recordedAt.milliseconds)
      try statement.bind(assessment.riskID.rawValue)
      _ = try statement.step()
    }
  }
}

extension Assessment {
  /// The same assessment under its number, and of another risk where one is named.
  func numbered(_ id: Identifier<Assessment>, of risk: Identifier<Risk>? = nil) -> Assessment {
    Assessment(
      id: id, riskID: risk ?? riskID, assessedOn: assessedOn, recordedAt: recordedAt, recordedBy: recordedBy,
      methodologyID: methodologyID, ruleDigest: ruleDigest, inherent: inherent, residual: residual, target: target,
      verdict: verdict, nextReviewOn: nextReviewOn, reason: reason, origin: origin)
  }
}
