import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `methodology_change`. Rows are appended only.
public enum MethodologyChangeTable {
  static let columns = [
    "assessment_count", "changed_at", "changed_by", "first_assessment_id", "from_rule_set_id", "id", "kind",
    "mapping_text", "reason", "rule_set_id", "undoes_id",
  ]

  /// Appends `change` (its `id` is ignored) and returns it with its number.
  public static func insert(_ change: MethodologyChange, _ connection: Connection) throws -> MethodologyChange {
    try connection.withStatement(
      """
      INSERT INTO methodology_change (assessment_count, changed_at, changed_by, first_assessment_id, from_rule_set_id,
        id, kind, mapping_text, reason, rule_set_id, undoes_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(change, id: nil, to: &sink)
      _ = try statement.step()
    }
    let id = Identifier<MethodologyChange>(connection.lastInsertedID)
    return MethodologyChange(
      id: id, kind: change.kind, changedAt: change.changedAt, changedBy: change.changedBy, reason: change.reason,
      fromRuleSetID: change.fromRuleSetID, ruleSetID: change.ruleSetID, mappingText: change.mappingText,
      firstAssessmentID: change.firstAssessmentID, assessmentCount: change.assessmentCount, undoesID: change.undoesID)
  }

  /// All changes, newest first.
  public static func all(_ connection: Connection) throws -> [MethodologyChange] {
    try connection.query(select + " ORDER BY id DESC", [], read)
  }

  /// The newest change; `nil` where the methodology was never changed.
  public static func latest(_ connection: Connection) throws -> MethodologyChange? {
    try connection.first(select + " ORDER BY id DESC LIMIT 1", [], read)
  }

  /// The version of methodology `id` that the newest change to it, before `moment` where given, put in force; `nil` where
  /// none did.
  public static func ruleSet(
    inForceOf id: String, before moment: Instant? = nil, _ connection: Connection
  ) throws -> RuleSet? {
    try connection.first(
      """
      SELECT rule_set.id, rule_set.digest, rule_set.methodology_id, rule_set.effective_on
      FROM methodology_change JOIN rule_set ON rule_set.id = methodology_change.rule_set_id
      WHERE rule_set.methodology_id = ? AND methodology_change.changed_at < ?
      ORDER BY methodology_change.id DESC LIMIT 1
      """, [.text(id), .integer(moment?.milliseconds ?? .max)], RuleSetTable.read)
  }

  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM methodology_change"

  static func write<Sink: FieldSink>(
    _ change: MethodologyChange, id: Identifier<MethodologyChange>?, to sink: inout Sink
  ) throws {
    try sink.integer("assessment_count", change.assessmentCount)
    try sink.instant("changed_at", change.changedAt)
    try sink.text("changed_by", change.changedBy)
    try sink.identifier("first_assessment_id", change.firstAssessmentID)
    try sink.integer("from_rule_set_id", change.fromRuleSetID)
    try sink.identifier("id", id)
    try sink.text("kind", change.kind.rawValue)
    try sink.text("mapping_text", change.mappingText)
    try sink.text("reason", change.reason)
    try sink.integer("rule_set_id", change.ruleSetID)
    try sink.identifier("undoes_id", change.undoesID)
  }

  private static func read(_ row: inout Row) throws -> MethodologyChange {
    let count = Int(row.integer())
    let at = row.instant()
    let by = row.text()
    let first: Identifier<Assessment> = row.identifier()
    let from = row.integer()
    let id: Identifier<MethodologyChange> = row.identifier()
    guard let kind = MethodologyChange.Kind(rawValue: row.text()) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "methodology change \(id) cannot be read")
    }
    let mapping = row.text()
    let reason = row.text()
    return MethodologyChange(
      id: id, kind: kind, changedAt: at, changedBy: by, reason: reason, fromRuleSetID: from,
      ruleSetID: row.integer(), mappingText: mapping, firstAssessmentID: first, assessmentCount: count,
      undoesID: row.optionalIdentifier())
  }
}
