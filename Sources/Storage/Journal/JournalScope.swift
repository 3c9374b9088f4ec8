import GuvenceCore

extension Journal {
  /// Rows of units in `scope` before row `before` (from the end where `nil`), newest first. Rows that concern no unit are
  /// seen by those who see all units. Rows of risks and of what belongs to them show what those hold, so their unit must
  /// lie in `risks` too. Rows of the confidential register are left out; `concernEntries` has them.
  public static func entries(
    in scope: Scope, risksIn risks: Scope = .all, before: Int64? = nil, limit: Int, _ connection: Connection
  ) throws -> [JournalEntry] {
    let (units, readable) = (scope.predicate("unit_id"), risks.predicate("unit_id"))
    let seen = SQLPart.all([
      units, SQLPart("entity NOT IN ('concern', 'concern_key', 'concern_officer')"),
      SQLPart("(entity NOT IN (\(readersOnly)) OR \(readable.sql))", readable.values),
    ])
    return try connection.query(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, hash
      FROM journal WHERE sequence < ? AND \(seen.sql) ORDER BY sequence DESC LIMIT ?
      """, [.integer(before ?? .max)] + seen.values + [.integer(Int64(limit))], entry)
  }

  /// Rows of the confidential register's openings, keys and officers before row `before`, newest first.
  public static func concernEntries(
    before: Int64? = nil, limit: Int, _ connection: Connection
  ) throws -> [JournalEntry] {
    try connection.query(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, hash
      FROM journal WHERE sequence < ? AND entity IN ('concern', 'concern_key', 'concern_officer')
      ORDER BY sequence DESC LIMIT ?
      """, [.integer(before ?? .max), .integer(Int64(limit))], entry)
  }

  /// What the entries of a register hold is for those who may read it, not for who only looks after accounts.
  private static let readersOnly = """
    'risk', 'assessment', 'evidence', 'event', 'event_lesson', 'control', 'control_link', 'control_test', \
    'indicator', 'indicator_reading', 'review_request', 'appetite_statement', 'appetite_withdrawal', \
    'vote_session', 'vote_item', 'vote_round', 'vote_ballot', 'breach_event', 'risk_estimate', 'simulation_run', \
    'risk_share', 'risk_relation', 'risk_origin', 'statement_dismissal', \
    'risk_action', 'action_progress', 'review_override', 'escalation_event', \
    'board_meeting', 'board_agenda_item', 'board_decision', \
    'process_record', 'chart_version', 'chart_link'
    """
}
