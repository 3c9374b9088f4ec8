import GuvenceCore
import GuvenceRegister

/// SQL of table `risk_share`. Rows are appended and ended once.
public enum ShareTable {
  static let columns = ["ended_at", "ended_by", "id", "reason", "recorded_at", "recorded_by", "risk_id", "unit_id"]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM risk_share"

  /// Appends a share. Throws a fault with `isUnique` where the risk is shared with the unit already.
  public static func insert(_ draft: RiskShare, _ connection: Connection) throws -> RiskShare {
    try connection.withStatement(
      "INSERT INTO risk_share (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return RiskShare(
      id: Identifier(connection.lastInsertedID), riskID: draft.riskID, unitID: draft.unitID, reason: draft.reason,
      recorded: draft.recorded)
  }

  /// Ends a share that stands; `false` where it was ended meanwhile.
  public static func end(
    _ id: Identifier<RiskShare>, _ stamp: RecordStamp, _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      "UPDATE risk_share SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL",
      [.integer(stamp.at.milliseconds), .text(stamp.by), .integer(id.rawValue)])
    return connection.changes == 1
  }

  /// The shares of a risk that stood before `moment` (that stand now where `nil`), oldest first.
  public static func standing(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [RiskShare] {
    try connection.query(
      """
      \(select) WHERE risk_id = ?1 AND recorded_at < ifnull(?2, recorded_at + 1)
        AND (ended_at IS NULL OR ended_at >= ifnull(?2, ended_at + 1)) ORDER BY id
      """, [.integer(id.rawValue), .optional(moment?.milliseconds)], read
    ).map { share in
      var then = share
      then.ended = nil
      return then
    }
  }

  /// The shares that stand now of active risks that units of `scope` lead or share, in the order of the risks.
  public static func standing(in scope: Scope, _ connection: Connection) throws -> [RiskShare] {
    let (lead, seen) = (scope.predicate("risk.unit_id"), scope.predicate("risk_share.unit_id"))
    return try connection.query(
      """
      SELECT \(columns.map { "risk_share.\($0)" }.joined(separator: ", "))
      FROM risk_share JOIN risk ON risk.id = risk_share.risk_id
      WHERE risk_share.ended_at IS NULL AND risk.retired_on IS NULL AND (\(lead.sql) OR \(seen.sql))
      ORDER BY risk.reference, risk_share.id
      """, lead.values + seen.values, read)
  }

  /// Units that share these risks now, by risk.
  public static func units(
    sharing risks: [Identifier<Risk>], _ connection: Connection
  ) throws -> [Identifier<Risk>: [Identifier<Unit>]] {
    guard try isAny(connection) else { return [:] }
    let list = "[" + risks.map(\.description).joined(separator: ",") + "]"
    let pairs = try connection.query(
      """
      SELECT risk_id, unit_id FROM risk_share
      WHERE ended_at IS NULL AND risk_id IN (SELECT value FROM json_each(?)) ORDER BY id
      """, [.text(list)]
    ) { row in (row.identifier() as Identifier<Risk>, row.identifier() as Identifier<Unit>) }
    return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Risks that units of `scope` share now: what those units see besides their own.
  public static func risks(
    sharedWith scope: Scope, _ connection: Connection
  ) throws -> Set<Identifier<Risk>> {
    guard try isAny(connection) else { return [] }
    let seen = scope.predicate("unit_id")
    return Set(
      try connection.query("SELECT risk_id FROM risk_share WHERE ended_at IS NULL AND \(seen.sql)", seen.values) {
        row in row.identifier()
      })
  }

  /// Whether any risk is shared; without shares nothing else is asked.
  private static func isAny(_ connection: Connection) throws -> Bool {
    try connection.remembered("risk_share.any") {
      try connection.integer("SELECT EXISTS (SELECT 1 FROM risk_share WHERE ended_at IS NULL)") == 1
    }
  }

  static func write<Sink: FieldSink>(_ share: RiskShare, id: Identifier<RiskShare>?, to sink: inout Sink) throws {
    try sink.instant("ended_at", share.ended?.at)
    try sink.text("ended_by", share.ended?.by)
    try sink.identifier("id", id)
    try sink.text("reason", share.reason)
    try sink.instant("recorded_at", share.recorded.at)
    try sink.text("recorded_by", share.recorded.by)
    try sink.identifier("risk_id", share.riskID)
    try sink.identifier("unit_id", share.unitID)
  }

  private static func read(_ row: inout Row) -> RiskShare {
    let ended = RecordStamp.optional(&row)
    let id: Identifier<RiskShare> = row.identifier()
    let reason = row.text()
    let recorded = RecordStamp(at: row.instant(), by: row.text())
    return RiskShare(
      id: id, riskID: row.identifier(), unitID: row.identifier(), reason: reason, recorded: recorded, ended: ended)
  }
}

extension RecordStamp {
  /// Reads an instant and a name that are both there or both not.
  static func optional(_ row: inout Row) -> RecordStamp? {
    let at = row.optionalInteger()
    let by = row.text()
    return at.map { RecordStamp(at: Instant(milliseconds: $0), by: by) }
  }
}
