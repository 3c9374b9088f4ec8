import GuvenceCore
import GuvenceRegister

/// SQL of table `statement_dismissal`. Rows are appended only.
public enum DismissalTable {
  static let columns = ["check_id", "id", "reason", "recorded_at", "recorded_by", "risk_id", "statement"]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM statement_dismissal"

  /// Appends a dismissal. Throws a fault with `isUnique` where the finding was dismissed already.
  public static func insert(_ draft: StatementDismissal, _ connection: Connection) throws -> StatementDismissal {
    try connection.withStatement(
      "INSERT INTO statement_dismissal (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return StatementDismissal(
      id: Identifier(connection.lastInsertedID), riskID: draft.riskID, checkID: draft.checkID,
      statement: draft.statement, reason: draft.reason, recorded: draft.recorded)
  }

  /// Dismissals on a risk known before `moment` (now where `nil`), oldest first.
  public static func all(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [StatementDismissal] {
    try connection.query(
      "\(select) WHERE risk_id = ? AND recorded_at < ? ORDER BY id",
      [.integer(id.rawValue), .integer(moment?.milliseconds ?? .max)], read)
  }

  /// All dismissals, by risk.
  public static func byRisk(_ connection: Connection) throws -> [Identifier<Risk>: [StatementDismissal]] {
    Dictionary(grouping: try connection.query("\(select) ORDER BY id", [], read), by: \.riskID)
  }

  static func write<Sink: FieldSink>(
    _ dismissal: StatementDismissal, id: Identifier<StatementDismissal>?, to sink: inout Sink
  ) throws {
    try sink.text("check_id", dismissal.checkID)
    try sink.identifier("id", id)
    try sink.text("reason", dismissal.reason)
    try sink.instant("recorded_at", dismissal.recorded.at)
    try sink.text("recorded_by", dismissal.recorded.by)
    try sink.identifier("risk_id", dismissal.riskID)
    try sink.text("statement", dismissal.statement)
  }

  private static func read(_ row: inout Row) -> StatementDismissal {
    let check = row.text()
    let id: Identifier<StatementDismissal> = row.identifier()
    let reason = row.text()
    let recorded = RecordStamp(at: row.instant(), by: row.text())
    return StatementDismissal(
      id: id, riskID: row.identifier(), checkID: check, statement: row.text(), reason: reason, recorded: recorded)
  }
}
