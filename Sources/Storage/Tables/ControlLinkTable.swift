import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `control_link`. Rows are appended; only their end is added later.
public enum ControlLinkTable {
  static let columns = [
    "control_id", "end_reason", "ended_at", "ended_by", "factor", "id", "linked_at", "linked_by", "risk_id", "share",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM control_link"

  /// Appends a link and gives it its number.
  public static func insert(
    control: Identifier<Control>, risk: Identifier<Risk>, share: Int, factor: ControlFactor, at now: Instant,
    by actor: String, _ connection: Connection
  ) throws -> ControlLink {
    func link(_ id: Identifier<ControlLink>) -> ControlLink {
      ControlLink(
        id: id, controlID: control, riskID: risk, share: share, factor: factor, linkedAt: now, linkedBy: actor)
    }
    try connection.withStatement(
      """
      INSERT INTO control_link (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(link(Identifier(0)), id: nil, to: &sink)
      _ = try statement.step()
    }
    return link(Identifier(connection.lastInsertedID))
  }

  /// Ends a link; `false` where it had ended before.
  public static func end(
    _ id: Identifier<ControlLink>, _ end: ControlLink.End, _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      "UPDATE control_link SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL",
      [.integer(end.at.milliseconds), .text(end.by), .text(end.reason), .integer(id.rawValue)])
    return connection.changes == 1
  }

  /// All links of a risk, ended ones too, in the order they were made.
  public static func all(ofRisk id: Identifier<Risk>, _ connection: Connection) throws -> [ControlLink] {
    try connection.query(select + " WHERE risk_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  /// All links of a control, ended ones too, in the order they were made.
  public static func all(ofControl id: Identifier<Control>, _ connection: Connection) throws -> [ControlLink] {
    try connection.query(select + " WHERE control_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  /// How many risks each control works on now.
  public static func counts(_ connection: Connection) throws -> [Identifier<Control>: Int] {
    let rows = try connection.query(
      "SELECT control_id, count(*) FROM control_link WHERE ended_at IS NULL GROUP BY control_id"
    ) { row -> (Identifier<Control>, Int) in (row.identifier(), Int(row.integer())) }
    return Dictionary(rows) { first, _ in first }
  }

  static func write<Sink: FieldSink>(_ link: ControlLink, id: Identifier<ControlLink>?, to sink: inout Sink) throws {
    try sink.identifier("control_id", link.controlID)
    try sink.text("end_reason", link.end?.reason ?? "")
    try sink.instant("ended_at", link.end?.at)
    try sink.text("ended_by", link.end?.by ?? "")
    try sink.text("factor", link.factor.rawValue)
    try sink.identifier("id", id)
    try sink.instant("linked_at", link.linkedAt)
    try sink.text("linked_by", link.linkedBy)
    try sink.identifier("risk_id", link.riskID)
    try sink.integer("share", link.share)
  }

  private static func read(_ row: inout Row) throws -> ControlLink {
    let control: Identifier<Control> = row.identifier()
    let reason = row.text()
    let (endedAt, endedBy) = (row.optionalInstant(), row.text())
    let factor = ControlFactor(rawValue: row.text())
    let id: Identifier<ControlLink> = row.identifier()
    let (linkedAt, linkedBy) = (row.instant(), row.text())
    let risk: Identifier<Risk> = row.identifier()
    let share = Int(row.integer())
    guard let factor else { throw StorageFault(code: SQLITE_MISMATCH, message: "control link \(id) cannot be read") }
    return ControlLink(
      id: id, controlID: control, riskID: risk, share: share, factor: factor, linkedAt: linkedAt, linkedBy: linkedBy,
      end: endedAt.map { ControlLink.End(at: $0, by: endedBy, reason: reason) })
  }
}
