import GuvenceCore
import GuvenceRegister

/// SQL of table `review_override`. Rows are appended; the last one of the risk's current assessment counts.
public enum ReviewOverrideTable {
  static let columns = ["assessment_id", "id", "reason", "recorded_at", "recorded_by", "review_on", "risk_id"]

  /// Appends `override` (its `id` is ignored) and moves the risk's review day.
  public static func insert(_ override: ReviewOverride, _ connection: Connection) throws -> ReviewOverride {
    try connection.withStatement(
      "INSERT INTO review_override (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(override, id: nil, to: &sink)
      _ = try statement.step()
    }
    let id = Identifier<ReviewOverride>(connection.lastInsertedID)
    try connection.run(
      "UPDATE risk SET next_review_on = ? WHERE id = ? AND current_assessment_id = ?",
      [
        .text(override.reviewOn.description), .integer(override.riskID.rawValue),
        .integer(override.assessmentID.rawValue),
      ])
    return ReviewOverride(
      id: id, riskID: override.riskID, assessmentID: override.assessmentID, reviewOn: override.reviewOn,
      reason: override.reason, recordedAt: override.recordedAt, recordedBy: override.recordedBy)
  }

  /// The override of an assessment's review day that held before `moment` (now where `nil`).
  public static func current(
    of assessment: Identifier<Assessment>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> ReviewOverride? {
    try connection.first(
      """
      SELECT \(columns.joined(separator: ", ")) FROM review_override
      WHERE assessment_id = ? AND recorded_at < ? AND risk_id = (SELECT risk_id FROM assessment WHERE id = assessment_id)
      ORDER BY id DESC LIMIT 1
      """, [.integer(assessment.rawValue), .integer(moment?.milliseconds ?? .max)], read)
  }

  /// The review days that people had set before `moment`, by the assessment they stand beside.
  public static func days(
    before moment: Instant, _ connection: Connection
  ) throws -> [Identifier<Assessment>: Day] {
    let all = try connection.query(
      "SELECT assessment_id, review_on FROM review_override WHERE recorded_at < ? ORDER BY id",
      [.integer(moment.milliseconds)]
    ) { row in (row.identifier() as Identifier<Assessment>, try row.day()) }
    return Dictionary(all) { _, last in last }
  }

  /// The review day that `risk.next_review_on` must hold, where `latest` is the risk's current assessment and `a` its row.
  static let expected = """
    coalesce((SELECT review_on FROM review_override WHERE risk_id = risk.id AND assessment_id = latest
      ORDER BY id DESC LIMIT 1), a.next_review_on)
    """

  static func write<Sink: FieldSink>(
    _ override: ReviewOverride, id: Identifier<ReviewOverride>?, to sink: inout Sink
  ) throws {
    try sink.identifier("assessment_id", override.assessmentID)
    try sink.identifier("id", id)
    try sink.text("reason", override.reason)
    try sink.instant("recorded_at", override.recordedAt)
    try sink.text("recorded_by", override.recordedBy)
    try sink.day("review_on", override.reviewOn)
    try sink.identifier("risk_id", override.riskID)
  }

  private static func read(_ row: inout Row) throws -> ReviewOverride {
    let assessment: Identifier<Assessment> = row.identifier()
    let id: Identifier<ReviewOverride> = row.identifier()
    let reason = row.text()
    let (at, by) = (row.instant(), row.text())
    let day = try row.day()
    return ReviewOverride(
      id: id, riskID: row.identifier(), assessmentID: assessment, reviewOn: day, reason: reason, recordedAt: at,
      recordedBy: by)
  }
}
