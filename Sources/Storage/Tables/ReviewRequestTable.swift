import GuvenceCore
import GuvenceRegister

/// SQL of table `review_request`. Rows are appended only; a request is open until its risk is assessed again by people
/// or the reading that opened it is corrected.
public enum ReviewRequestTable {
  static let columns = [
    "action_id", "after_assessment_id", "event_id", "id", "opened_at", "reading_id", "reason", "risk_id",
  ]

  /// Appends a request for the risk's review.
  public static func insert(
    risk: Identifier<Risk>, reading: Identifier<IndicatorReading>? = nil, event: Identifier<RealisedEvent>? = nil,
    action: Identifier<RiskAction>? = nil, reason: String, at now: Instant, _ connection: Connection
  ) throws -> ReviewRequest {
    let last = try connection.first(
      "SELECT max(id) FROM assessment WHERE risk_id = ?", [.integer(risk.rawValue)]
    ) { row -> Identifier<Assessment>? in row.optionalIdentifier() }
    let draft = ReviewRequest(
      id: Identifier(0), riskID: risk, readingID: reading, eventID: event, actionID: action,
      afterAssessmentID: last ?? nil, openedAt: now, reason: reason)
    try connection.withStatement(
      "INSERT INTO review_request (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return ReviewRequest(
      id: Identifier(connection.lastInsertedID), riskID: risk, readingID: reading, eventID: event, actionID: action,
      afterAssessmentID: draft.afterAssessmentID, openedAt: now, reason: reason)
  }

  /// The risks for which `event` has asked for a review.
  public static func risks(askedBy event: Identifier<RealisedEvent>, _ connection: Connection) throws -> Set<
    Identifier<Risk>
  > {
    Set(
      try connection.query("SELECT risk_id FROM review_request WHERE event_id = ?", [.integer(event.rawValue)]) { row in
        row.identifier()
      })
  }

  /// The requests of a risk that were open before `moment` (now where `nil`), oldest first.
  public static func open(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [ReviewRequest] {
    try connection.query(
      """
      SELECT \(columns.joined(separator: ", ")) FROM review_request AS request
      WHERE risk_id = ?1 AND opened_at < ?2
        AND NOT EXISTS (SELECT 1 FROM assessment WHERE assessment.risk_id = request.risk_id AND origin <> 'derived'
          AND assessment.id > coalesce(request.after_assessment_id, 0) AND assessment.recorded_at < ?2)
        AND NOT EXISTS (SELECT 1 FROM indicator_reading AS later
          WHERE later.supersedes_id = request.reading_id AND later.recorded_at < ?2)
      ORDER BY id
      """, [.integer(id.rawValue), .integer(moment?.milliseconds ?? .max)], read)
  }

  /// Numbers of the risks that have an open request now; a query without values that depends on no outer row, so that
  /// SQLite runs it once.
  static let risksInReview = """
    SELECT request.risk_id FROM review_request AS request
    WHERE NOT EXISTS (SELECT 1 FROM assessment AS newer WHERE newer.risk_id = request.risk_id
        AND newer.origin <> 'derived' AND newer.id > coalesce(request.after_assessment_id, 0))
      AND NOT EXISTS (SELECT 1 FROM indicator_reading AS later WHERE later.supersedes_id = request.reading_id)
    """

  static func write<Sink: FieldSink>(
    _ request: ReviewRequest, id: Identifier<ReviewRequest>?, to sink: inout Sink
  ) throws {
    try sink.identifier("action_id", request.actionID)
    try sink.identifier("after_assessment_id", request.afterAssessmentID)
    try sink.identifier("event_id", request.eventID)
    try sink.identifier("id", id)
    try sink.instant("opened_at", request.openedAt)
    try sink.identifier("reading_id", request.readingID)
    try sink.text("reason", request.reason)
    try sink.identifier("risk_id", request.riskID)
  }

  private static func read(_ row: inout Row) throws -> ReviewRequest {
    let action: Identifier<RiskAction>? = row.optionalIdentifier()
    let after: Identifier<Assessment>? = row.optionalIdentifier()
    let eventID: Identifier<RealisedEvent>? = row.optionalIdentifier()
    let id: Identifier<ReviewRequest> = row.identifier()
    let openedAt = row.instant()
    let readingID: Identifier<IndicatorReading>? = row.optionalIdentifier()
    let reason = row.text()
    return ReviewRequest(
      id: id, riskID: row.identifier(), readingID: readingID, eventID: eventID, actionID: action,
      afterAssessmentID: after, openedAt: openedAt, reason: reason)
  }
}
