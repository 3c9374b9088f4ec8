import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `risk_relation`. Rows are appended and ended once.
public enum RelationTable {
  static let columns = [
    "ended_at", "ended_by", "from_risk_id", "id", "kind", "note", "recorded_at", "recorded_by", "to_risk_id",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM risk_relation"
  private static let stood = """
    recorded_at < ifnull(?2, recorded_at + 1) AND (ended_at IS NULL OR ended_at >= ifnull(?2, ended_at + 1))
    """

  /// Appends a relation. Throws a fault with `isUnique` where one from the same to the same risk stands.
  public static func insert(_ draft: RiskRelation, _ connection: Connection) throws -> RiskRelation {
    try connection.withStatement(
      "INSERT INTO risk_relation (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return RiskRelation(
      id: Identifier(connection.lastInsertedID), fromID: draft.fromID, toID: draft.toID, kind: draft.kind,
      note: draft.note, recorded: draft.recorded)
  }

  /// Ends a relation that stands; `false` where it was ended meanwhile.
  public static func end(
    _ id: Identifier<RiskRelation>, _ stamp: RecordStamp, _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      "UPDATE risk_relation SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL",
      [.integer(stamp.at.milliseconds), .text(stamp.by), .integer(id.rawValue)])
    return connection.changes == 1
  }

  /// The relation from one risk to another that stands now.
  public static func find(
    from: Identifier<Risk>, to: Identifier<Risk>, _ connection: Connection
  ) throws -> RiskRelation? {
    try connection.first(
      select + " WHERE from_risk_id = ? AND to_risk_id = ? AND ended_at IS NULL",
      [.integer(from.rawValue), .integer(to.rawValue)], read)
  }

  /// Relations from or to a risk that stood before `moment` (that stand now where `nil`), oldest first.
  public static func standing(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [RiskRelation] {
    try connection.query(
      "\(select) WHERE (from_risk_id = ?1 OR to_risk_id = ?1) AND \(stood) ORDER BY id",
      [.integer(id.rawValue), .optional(moment?.milliseconds)], read
    ).map { relation in
      var then = relation
      then.ended = nil
      return then
    }
  }

  /// Relations that stand now and touch an active risk of a unit in `scope`, oldest first.
  public static func standing(in scope: Scope, _ connection: Connection) throws -> [RiskRelation] {
    let seen = scope.predicate("unit_id")
    let risks = "SELECT id FROM risk WHERE retired_on IS NULL AND \(seen.sql)"
    return try connection.query(
      """
      \(select) WHERE ended_at IS NULL AND (from_risk_id IN (\(risks)) OR to_risk_id IN (\(risks))) ORDER BY id
      """, seen.values + seen.values, read)
  }

  static func write<Sink: FieldSink>(
    _ relation: RiskRelation, id: Identifier<RiskRelation>?, to sink: inout Sink
  ) throws {
    try sink.instant("ended_at", relation.ended?.at)
    try sink.text("ended_by", relation.ended?.by)
    try sink.identifier("from_risk_id", relation.fromID)
    try sink.identifier("id", id)
    try sink.text("kind", relation.kind.rawValue)
    try sink.text("note", relation.note)
    try sink.instant("recorded_at", relation.recorded.at)
    try sink.text("recorded_by", relation.recorded.by)
    try sink.identifier("to_risk_id", relation.toID)
  }

  private static func read(_ row: inout Row) throws -> RiskRelation {
    let ended = RecordStamp.optional(&row)
    let from: Identifier<Risk> = row.identifier()
    let id: Identifier<RiskRelation> = row.identifier()
    guard let kind = RelationKind(rawValue: row.text()) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "relation \(id) cannot be read")
    }
    let note = row.text()
    let recorded = RecordStamp(at: row.instant(), by: row.text())
    return RiskRelation(
      id: id, fromID: from, toID: row.identifier(), kind: kind, note: note, recorded: recorded, ended: ended)
  }
}
