import GuvenceCore
import GuvenceRegister

/// SQL of table `risk_origin`. Rows are appended only.
public enum OriginTable {
  static let columns = [
    "catalog", "digest", "entry", "id", "is_verified", "recorded_at", "recorded_by", "risk_id", "source", "text",
  ]
  private static let select = "SELECT \(columns.map { "risk_origin.\($0)" }.joined(separator: ", ")) FROM risk_origin"

  /// Appends the origin of a risk (its `id` and `digest` are ignored: the digest is taken of the text).
  public static func insert(_ draft: RiskOrigin, _ connection: Connection) throws -> RiskOrigin {
    let digest = digest(of: draft.text)
    func origin(_ id: Identifier<RiskOrigin>) -> RiskOrigin {
      RiskOrigin(
        id: id, riskID: draft.riskID, catalog: draft.catalog, entry: draft.entry, digest: digest, text: draft.text,
        source: draft.source, isVerified: draft.isVerified, recorded: draft.recorded)
    }
    try connection.withStatement(
      "INSERT INTO risk_origin (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(origin(draft.id), id: nil, to: &sink)
      _ = try statement.step()
    }
    return origin(Identifier(connection.lastInsertedID))
  }

  /// The edition of an entry's text: 64 hex digits.
  public static func digest(of text: String) -> String { SHA256.hex(text) }

  /// Where a risk was adopted from; `nil` where people wrote it.
  public static func find(ofRisk id: Identifier<Risk>, _ connection: Connection) throws -> RiskOrigin? {
    try connection.first(select + " WHERE risk_id = ?", [.integer(id.rawValue)], read)
  }

  /// What a unit has adopted, with the reference numbers, retired risks left out.
  public static func all(
    ofUnit id: Identifier<Unit>, _ connection: Connection
  ) throws -> [(origin: RiskOrigin, reference: String)] {
    try connection.query(
      """
      SELECT \(columns.map { "risk_origin.\($0)" }.joined(separator: ", ")), risk.reference
      FROM risk JOIN risk_origin ON risk_origin.risk_id = risk.id
      WHERE risk.unit_id = ? AND risk.retired_on IS NULL ORDER BY risk.id
      """, [.integer(id.rawValue)]
    ) { row in (read(&row), row.text()) }
  }

  /// What the active risks of the units in `scope` were adopted from, by reference.
  public static func all(
    in scope: Scope, _ connection: Connection
  ) throws -> [(origin: RiskOrigin, reference: String, unitID: Identifier<Unit>)] {
    let seen = scope.predicate("risk.unit_id")
    return try connection.query(
      """
      SELECT \(columns.map { "risk_origin.\($0)" }.joined(separator: ", ")), risk.reference, risk.unit_id
      FROM risk JOIN risk_origin ON risk_origin.risk_id = risk.id
      WHERE risk.retired_on IS NULL AND \(seen.sql) ORDER BY risk.reference
      """, seen.values
    ) { row in (read(&row), row.text(), row.identifier()) }
  }

  static func write<Sink: FieldSink>(_ origin: RiskOrigin, id: Identifier<RiskOrigin>?, to sink: inout Sink) throws {
    try sink.text("catalog", origin.catalog)
    try sink.text("digest", origin.digest)
    try sink.text("entry", origin.entry)
    try sink.identifier("id", id)
    try sink.flag("is_verified", origin.isVerified)
    try sink.instant("recorded_at", origin.recorded.at)
    try sink.text("recorded_by", origin.recorded.by)
    try sink.identifier("risk_id", origin.riskID)
    try sink.text("source", origin.source)
    try sink.text("text", origin.text)
  }

  private static func read(_ row: inout Row) -> RiskOrigin {
    let (catalog, digest, entry) = (row.text(), row.text(), row.text())
    let id: Identifier<RiskOrigin> = row.identifier()
    let isVerified = row.flag()
    let recorded = RecordStamp(at: row.instant(), by: row.text())
    let risk: Identifier<Risk> = row.identifier()
    let source = row.text()
    return RiskOrigin(
      id: id, riskID: risk, catalog: catalog, entry: entry, digest: digest, text: row.text(), source: source,
      isVerified: isVerified, recorded: recorded)
  }
}
