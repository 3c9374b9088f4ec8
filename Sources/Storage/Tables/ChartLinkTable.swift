import GuvenceCore
import GuvenceRegister

/// SQL of table `chart_link`. Rows are appended; only their end is added later.
public enum ChartLinkTable {
  static let columns = [
    "control_id", "ended_at", "ended_by", "id", "linked_at", "linked_by", "point_id", "process_id", "risk_id",
    "step_id",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM chart_link"

  /// Appends a link and gives it its number (`draft`'s is ignored).
  public static func insert(_ draft: ChartLink, _ connection: Connection) throws -> ChartLink {
    try connection.withStatement(
      "INSERT INTO chart_link (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return ChartLink(
      id: Identifier(connection.lastInsertedID), processID: draft.processID, stepID: draft.stepID,
      pointID: draft.pointID, target: draft.target, linkedAt: draft.linkedAt, linkedBy: draft.linkedBy)
  }

  /// Ends a link; `false` where it had ended before.
  public static func end(_ link: ChartLink, _ connection: Connection) throws -> Bool {
    try connection.run(
      "UPDATE chart_link SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL",
      [.optional(link.endedAt?.milliseconds), .text(link.endedBy), .integer(link.id.rawValue)])
    return connection.changes == 1
  }

  /// All links of a process, ended ones too, in the order they were made.
  public static func all(of id: Identifier<ProcessRecord>, _ connection: Connection) throws -> [ChartLink] {
    try connection.query(select + " WHERE process_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  /// All links of a risk, ended ones too.
  public static func all(ofRisk id: Identifier<Risk>, _ connection: Connection) throws -> [ChartLink] {
    try connection.query(select + " WHERE risk_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  /// All links of a control, ended ones too.
  public static func all(ofControl id: Identifier<Control>, _ connection: Connection) throws -> [ChartLink] {
    try connection.query(select + " WHERE control_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  /// All links that hold.
  public static func standing(_ connection: Connection) throws -> [ChartLink] {
    try connection.query(select + " WHERE ended_at IS NULL ORDER BY id", [], read)
  }

  static func write<Sink: FieldSink>(_ link: ChartLink, id: Identifier<ChartLink>?, to sink: inout Sink) throws {
    try sink.identifier("control_id", link.controlID)
    try sink.instant("ended_at", link.endedAt)
    try sink.text("ended_by", link.endedBy)
    try sink.identifier("id", id)
    try sink.instant("linked_at", link.linkedAt)
    try sink.text("linked_by", link.linkedBy)
    try sink.text("point_id", link.pointID)
    try sink.identifier("process_id", link.processID)
    try sink.identifier("risk_id", link.riskID)
    try sink.text("step_id", link.stepID)
  }

  private static func read(_ row: inout Row) throws -> ChartLink {
    let control: Identifier<Control>? = row.optionalIdentifier()
    let (endedAt, endedBy) = (row.optionalInstant(), row.text())
    let id: Identifier<ChartLink> = row.identifier()
    let (linkedAt, linkedBy, point) = (row.instant(), row.text(), row.text())
    let process: Identifier<ProcessRecord> = row.identifier()
    let risk: Identifier<Risk>? = row.optionalIdentifier()
    let target: ChartLink.Target =
      if let risk { .risk(risk) } else { .control(control ?? Identifier(0)) }
    return ChartLink(
      id: id, processID: process, stepID: row.text(), pointID: point, target: target, linkedAt: linkedAt,
      linkedBy: linkedBy, endedAt: endedAt, endedBy: endedBy)
  }
}
