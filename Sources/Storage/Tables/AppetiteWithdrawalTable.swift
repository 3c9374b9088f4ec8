import GuvenceCore
import GuvenceRegister

/// SQL of table `appetite_withdrawal`. Rows are appended only; a statement is withdrawn once.
public enum AppetiteWithdrawalTable {
  static let columns = ["id", "reason", "statement_id", "withdrawn_at", "withdrawn_by"]

  /// Appends the withdrawal of a statement and gives it its number. Throws a fault with `isUnique` where the statement was
  /// withdrawn before.
  public static func insert(
    _ draft: AppetiteWithdrawal, _ connection: Connection
  ) throws -> AppetiteWithdrawal {
    try connection.withStatement(
      "INSERT INTO appetite_withdrawal (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return AppetiteWithdrawal(
      id: Identifier(connection.lastInsertedID), statementID: draft.statementID, at: draft.at, by: draft.by,
      reason: draft.reason)
  }

  /// All withdrawals, by statement.
  static func byStatement(
    _ connection: Connection
  ) throws -> [Identifier<AppetiteStatement>: AppetiteWithdrawal] {
    let all = try connection.query("SELECT \(columns.joined(separator: ", ")) FROM appetite_withdrawal", [], read)
    return Dictionary(all.map { ($0.statementID, $0) }) { first, _ in first }
  }

  static func write<Sink: FieldSink>(
    _ withdrawal: AppetiteWithdrawal, id: Identifier<AppetiteWithdrawal>?, to sink: inout Sink
  ) throws {
    try sink.identifier("id", id)
    try sink.text("reason", withdrawal.reason)
    try sink.identifier("statement_id", withdrawal.statementID)
    try sink.instant("withdrawn_at", withdrawal.at)
    try sink.text("withdrawn_by", withdrawal.by)
  }

  private static func read(_ row: inout Row) -> AppetiteWithdrawal {
    let id: Identifier<AppetiteWithdrawal> = row.identifier()
    let reason = row.text()
    let statement: Identifier<AppetiteStatement> = row.identifier()
    let at = row.instant()
    return AppetiteWithdrawal(id: id, statementID: statement, at: at, by: row.text(), reason: reason)
  }
}
