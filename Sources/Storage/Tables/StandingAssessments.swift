import CSQLite
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL that reads what re-scoring works on.
public enum StandingAssessments {
  /// The current assessments of all active risks, by risk.
  public static func all(_ connection: Connection) throws -> [StandingAssessment] {
    try connection.query(
      """
      SELECT risk.id, risk.unit_id, a.methodology_id, a.rule_set_id, a.assessed_on, risk.next_review_on,
        risk.current_verdict, risk.kind,
        a.inherent_dimensions, a.inherent_impact, a.inherent_level, a.inherent_likelihood, a.inherent_rank,
        a.inherent_score, a.residual_dimensions, a.residual_impact, a.residual_level, a.residual_likelihood,
        a.residual_rank, a.residual_score, a.target_dimensions, a.target_impact, a.target_level, a.target_likelihood,
        a.target_rank, a.target_score
      FROM risk JOIN assessment AS a ON a.id = risk.current_assessment_id
      WHERE risk.retired_on IS NULL ORDER BY risk.id
      """, [], read)
  }

  /// Active risks without an assessment.
  public static func notAssessedCount(_ connection: Connection) throws -> Int {
    Int(
      try connection.integer("SELECT count(*) FROM risk WHERE retired_on IS NULL AND current_assessment_id IS NULL"))
  }

  /// Whether any assessment was recorded after number `id`.
  public static func isAnyAfter(_ id: Identifier<Assessment>, _ connection: Connection) throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM assessment WHERE id > \(id.rawValue))") == 1
  }

  /// A derived assessment with the one that was in force before it.
  public struct Former: Sendable {
    /// The derived assessment.
    public let derived: Assessment
    /// What was in force before.
    public let former: Assessment
    /// Unit of the risk, today.
    public let unitID: Identifier<Unit>
    /// Whether the risk was taken off the active register meanwhile.
    public let isRetired: Bool
  }

  /// The derived assessments of `change`, each with the one before it, by number.
  public static func formers(of change: MethodologyChange, _ connection: Connection) throws -> [Former] {
    let earlier = AssessmentTable.columns.map { "e.\($0)" }.joined(separator: ", ")
    return try connection.query(
      """
      SELECT risk.unit_id, risk.retired_on IS NOT NULL, \(AssessmentTable.selectColumns), \(earlier), es.digest
      FROM assessment JOIN rule_set ON rule_set.id = assessment.rule_set_id
      JOIN risk ON risk.id = assessment.risk_id
      JOIN assessment AS e ON e.id = (
        SELECT id FROM assessment AS p WHERE p.risk_id = assessment.risk_id AND p.id < ?1
        ORDER BY p.assessed_on DESC, p.id DESC LIMIT 1)
      JOIN rule_set AS es ON es.id = e.rule_set_id
      WHERE assessment.id BETWEEN ?1 AND ?2 ORDER BY assessment.id
      """, [.integer(change.firstAssessmentID.rawValue), .integer(change.lastAssessmentID.rawValue)]
    ) { row in
      let (unit, isRetired) = (row.identifier() as Identifier<Unit>, row.flag())
      return Former(
        derived: try AssessmentTable.read(&row), former: try AssessmentTable.read(&row), unitID: unit,
        isRetired: isRetired)
    }
  }

  private static func read(_ row: inout Row) throws -> StandingAssessment {
    let (risk, unit) = (row.identifier() as Identifier<Risk>, row.identifier() as Identifier<Unit>)
    let (methodology, ruleSet) = (row.text(), row.integer())
    let (assessedOn, nextReviewOn) = (try row.day(), try row.day())
    let verdict = AppetiteVerdict(rawValue: row.text())
    let kind = RiskKind(rawValue: row.text()) ?? .threat
    let (inherent, residual, target) =
      (AssessmentTable.pair(&row), AssessmentTable.pair(&row), AssessmentTable.pair(&row))
    guard let verdict, let inherent else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "the current assessment of risk \(risk) cannot be read")
    }
    return StandingAssessment(
      riskID: risk, unitID: unit, methodologyID: methodology, ruleSetID: ruleSet, assessedOn: assessedOn,
      nextReviewOn: nextReviewOn, inherent: inherent, residual: residual, target: target, verdict: verdict,
      kind: kind)
  }
}
