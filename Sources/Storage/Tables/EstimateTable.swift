import CSQLite
import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister

/// SQL of table `risk_estimate`. Rows are appended only.
public enum EstimateTable {
  static let columns = ["estimate", "id", "rationale", "recorded_at", "recorded_by", "risk_id", "version"]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM risk_estimate"

  /// Appends an estimation (its `id` is ignored) and returns it with its number; a fault with `isUnique` where the
  /// version is taken.
  public static func insert(_ estimation: RiskEstimation, _ connection: Connection) throws -> RiskEstimation {
    try connection.withStatement(
      """
      INSERT INTO risk_estimate (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(estimation, id: nil, to: &sink)
      _ = try statement.step()
    }
    return RiskEstimation(
      id: Identifier(connection.lastInsertedID), riskID: estimation.riskID, version: estimation.version,
      estimate: estimation.estimate, rationale: estimation.rationale, recordedAt: estimation.recordedAt,
      recordedBy: estimation.recordedBy)
  }

  /// The estimations of a risk, newest first.
  public static func all(of id: Identifier<Risk>, _ connection: Connection) throws -> [RiskEstimation] {
    try connection.query(select + " WHERE risk_id = ? ORDER BY version DESC", [.integer(id.rawValue)], read)
  }

  /// The standing estimations of the active risks of the units in `scope`, with reference and statement, in the order of the
  /// risks' numbers; those that were taken back are left out.
  public static func standing(
    in scope: Scope, _ connection: Connection
  ) throws -> [(reference: String, statement: String, unitID: Identifier<Unit>, estimation: RiskEstimation)] {
    let seen = scope.predicate("risk.unit_id")
    return try connection.query(
      """
      SELECT risk.reference, risk.statement, risk.unit_id,
        \(columns.map { "e.\($0)" }.joined(separator: ", "))
      FROM risk JOIN risk_estimate AS e ON e.risk_id = risk.id
      WHERE risk.retired_on IS NULL AND e.estimate <> '' AND \(seen.sql)
        AND e.version = (SELECT max(version) FROM risk_estimate WHERE risk_id = risk.id)
      ORDER BY risk.id
      """, seen.values
    ) { row in
      let (reference, statement) = (row.text(), row.text())
      let unitID: Identifier<Unit> = row.identifier()
      return (reference, statement, unitID, try read(&row))
    }
  }

  static func write<Sink: FieldSink>(
    _ estimation: RiskEstimation, id: Identifier<RiskEstimation>?, to sink: inout Sink
  ) throws {
    try sink.text("estimate", estimation.estimate?.text ?? "")
    try sink.identifier("id", id)
    try sink.text("rationale", estimation.rationale)
    try sink.instant("recorded_at", estimation.recordedAt)
    try sink.text("recorded_by", estimation.recordedBy)
    try sink.identifier("risk_id", estimation.riskID)
    try sink.integer("version", estimation.version)
  }

  private static func read(_ row: inout Row) throws -> RiskEstimation {
    let text = row.text()
    let id: Identifier<RiskEstimation> = row.identifier()
    let rationale = row.text()
    let recordedAt = row.instant()
    let recordedBy = row.text()
    let riskID: Identifier<Risk> = row.identifier()
    let estimate = RiskEstimate(text: text)
    guard estimate != nil || text.isEmpty else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "estimate \(id) cannot be read")
    }
    return RiskEstimation(
      id: id, riskID: riskID, version: Int(row.integer()), estimate: estimate, rationale: rationale,
      recordedAt: recordedAt, recordedBy: recordedBy)
  }
}
