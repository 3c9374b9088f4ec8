import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `appetite_statement`. Rows are appended, and decided once.
public enum AppetiteStatementTable {
  static let columns = [
    "appetite", "capacity", "decided_at", "decided_by", "decision", "id", "methodology_id", "note", "proposed_at",
    "proposed_by", "proposer_id", "rationale", "rule_set_id", "subject_key", "subject_kind", "tolerance", "valid_from",
    "valid_until",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM appetite_statement"

  /// Appends a proposal (its `id` is ignored) and returns it with its number.
  public static func insert(
    _ statement: AppetiteStatement, _ connection: Connection
  ) throws -> AppetiteStatement {
    try connection.withStatement(
      """
      INSERT INTO appetite_statement (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { prepared in
      var sink = BindingSink(statement: prepared)
      try write(statement, id: nil, to: &sink)
      _ = try prepared.step()
    }
    return statement.numbered(Identifier(connection.lastInsertedID))
  }

  /// Writes the decision of a waiting statement; `false` where somebody decided before.
  public static func decide(_ statement: AppetiteStatement, _ connection: Connection) throws -> Bool {
    try connection.run(
      """
      UPDATE appetite_statement SET decision = ?, decided_at = ?, decided_by = ?, note = ?
      WHERE id = ? AND decision IS NULL
      """,
      [
        .optional(statement.decision?.rawValue), .optional(statement.decidedAt?.milliseconds),
        .text(statement.decidedBy), .text(statement.note), .integer(statement.id.rawValue),
      ])
    return connection.changes == 1
  }

  /// All statements with their withdrawals, oldest first.
  public static func all(_ connection: Connection) throws -> [AppetiteStatement] {
    let withdrawals = try AppetiteWithdrawalTable.byStatement(connection)
    return try connection.query(select + " ORDER BY id", [], read).map { statement in
      var complete = statement
      complete.withdrawal = withdrawals[statement.id]
      return complete
    }
  }

  /// One statement.
  public static func find(
    _ id: Identifier<AppetiteStatement>, _ connection: Connection
  ) throws -> AppetiteStatement? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// Whether any statement was ever approved: until then no risk has a standing or a case.
  public static func isAnyApproved(_ connection: Connection) throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM appetite_statement WHERE decision = 'approved')") == 1
  }

  static func write<Sink: FieldSink>(
    _ statement: AppetiteStatement, id: Identifier<AppetiteStatement>?, to sink: inout Sink
  ) throws {
    try sink.integer("appetite", statement.limits.appetite)
    try sink.integer("capacity", statement.limits.capacity)
    try sink.instant("decided_at", statement.decidedAt)
    try sink.text("decided_by", statement.decidedBy)
    try sink.text("decision", statement.decision?.rawValue)
    try sink.identifier("id", id)
    try sink.text("methodology_id", statement.methodologyID)
    try sink.text("note", statement.note)
    try sink.instant("proposed_at", statement.proposedAt)
    try sink.text("proposed_by", statement.proposedBy)
    try sink.identifier("proposer_id", statement.proposerID)
    try sink.text("rationale", statement.rationale)
    try sink.integer("rule_set_id", statement.ruleSetID)
    try sink.text("subject_key", statement.subject.key)
    try sink.text("subject_kind", statement.subject.kind)
    try sink.integer("tolerance", statement.limits.tolerance)
    try sink.day("valid_from", statement.validFrom)
    try sink.day("valid_until", statement.validUntil)
  }

  private static func read(_ row: inout Row) throws -> AppetiteStatement {
    let (appetite, capacity) = (Int(row.integer()), Int(row.integer()))
    let (decidedAt, decidedBy) = (row.optionalInstant(), row.text())
    let decision = row.optionalText().flatMap(AppetiteStatement.Decision.init(rawValue:))
    let id: Identifier<AppetiteStatement> = row.identifier()
    let (methodologyID, note, proposedAt, proposedBy) = (row.text(), row.text(), row.instant(), row.text())
    let proposerID: Identifier<Account>? = row.optionalIdentifier()
    let (rationale, ruleSetID, key, kind) = (row.text(), row.integer(), row.text(), row.text())
    let tolerance = Int(row.integer())
    guard let subject = AppetiteSubject(kind: kind, key: key) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "statement of appetite \(id) cannot be read")
    }
    var statement = AppetiteStatement(
      id: id, subject: subject, ruleSetID: ruleSetID, methodologyID: methodologyID,
      limits: AppetiteLimits(appetite: appetite, tolerance: tolerance, capacity: capacity), rationale: rationale,
      validFrom: try row.day(), validUntil: try row.optionalDay(), proposedAt: proposedAt, proposedBy: proposedBy,
      proposerID: proposerID)
    (statement.decision, statement.decidedAt, statement.decidedBy) = (decision, decidedAt, decidedBy)
    statement.note = note
    return statement
  }
}

extension AppetiteStatement {
  fileprivate func numbered(_ id: Identifier<AppetiteStatement>) -> AppetiteStatement {
    AppetiteStatement(
      id: id, subject: subject, ruleSetID: ruleSetID, methodologyID: methodologyID, limits: limits,
      rationale: rationale, validFrom: validFrom, validUntil: validUntil, proposedAt: proposedAt,
      proposedBy: proposedBy, proposerID: proposerID)
  }
}
