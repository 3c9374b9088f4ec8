import CSQLite
import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension AssessmentTable {
  static func write<Sink: FieldSink>(
    _ assessment: Assessment, id: Identifier<Assessment>?, ruleSetID: Int64, to sink: inout Sink
  ) throws {
    let (inherent, residual, target) = (assessment.inherent, assessment.residual, assessment.target)
    try sink.day("assessed_on", assessment.assessedOn)
    try sink.identifier("id", id)
    try sink.text("inherent_dimensions", dimensionsText(inherent))
    try sink.integer("inherent_impact", inherent.impact)
    try sink.text("inherent_level", inherent.levelID)
    try sink.integer("inherent_likelihood", inherent.likelihood)
    try sink.integer("inherent_rank", inherent.levelRank)
    try sink.integer("inherent_score", inherent.score)
    try sink.text("methodology_id", assessment.methodologyID)
    try sink.day("next_review_on", assessment.nextReviewOn)
    try sink.text("origin", assessment.origin.rawValue)
    try sink.text("reason", assessment.reason)
    try sink.instant("recorded_at", assessment.recordedAt)
    try sink.text("recorded_by", assessment.recordedBy)
    try sink.text("residual_dimensions", dimensionsText(residual))
    try sink.integer("residual_impact", residual?.impact)
    try sink.text("residual_level", residual?.levelID)
    try sink.integer("residual_likelihood", residual?.likelihood)
    try sink.integer("residual_rank", residual?.levelRank)
    try sink.integer("residual_score", residual?.score)
    try sink.identifier("risk_id", assessment.riskID)
    try sink.integer("rule_set_id", ruleSetID)
    try sink.text("target_dimensions", dimensionsText(target))
    try sink.integer("target_impact", target?.impact)
    try sink.text("target_level", target?.levelID)
    try sink.integer("target_likelihood", target?.likelihood)
    try sink.integer("target_rank", target?.levelRank)
    try sink.integer("target_score", target?.score)
    try sink.text("verdict", assessment.verdict.rawValue)
  }

  /// Reads `selectColumns`.
  static func read(_ row: inout Row) throws -> Assessment {
    let assessedOn = try row.day()
    let id: Identifier<Assessment> = row.identifier()
    let inherent = pair(&row)
    let methodologyID = row.text()
    let nextReviewOn = try row.day()
    let origin = AssessmentOrigin(rawValue: row.text())
    let reason = row.text()
    let recordedAt = row.instant()
    let recordedBy = row.text()
    let residual = pair(&row)
    let riskID: Identifier<Risk> = row.identifier()
    row.skip()
    let target = pair(&row)
    let verdict = AppetiteVerdict(rawValue: row.text())
    guard let inherent, let origin, let verdict else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "assessment \(id) cannot be read")
    }
    return Assessment(
      id: id, riskID: riskID, assessedOn: assessedOn, recordedAt: recordedAt, recordedBy: recordedBy,
      methodologyID: methodologyID, ruleDigest: row.text(), inherent: inherent, residual: residual, target: target,
      verdict: verdict, nextReviewOn: nextReviewOn, reason: reason, origin: origin)
  }

  /// Six columns: dimensions, impact, level, likelihood, rank, score.
  static func pair(_ row: inout Row) -> JudgedPair? {
    let dimensions = row.optionalText().map(parseDimensions) ?? [:]
    let impact = row.optionalInteger()
    let level = row.text()
    let likelihood = row.optionalInteger()
    let rank = Int(row.integer())
    let score = row.optionalInteger().map(Int.init)
    guard let impact, let likelihood else { return nil }
    return JudgedPair(
      likelihood: Int(likelihood), impact: Int(impact), impactByDimension: dimensions, score: score, levelID: level,
      levelRank: rank)
  }

  /// `financial=3 legal=4`, by name; dimension ids are plain ASCII words.
  private static func dimensionsText(_ pair: JudgedPair?) -> String? {
    guard let pair, !pair.impactByDimension.isEmpty else { return nil }
    return pair.impactByDimension.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  static func parseDimensions(_ text: String) -> [String: Int] {
    var found: [String: Int] = [:]
    for part in text.split(separator: " ") {
      let sides = part.split(separator: "=")
      if sides.count == 2, let value = Int(sides[1]) { found[String(sides[0])] = value }
    }
    return found
  }
}
