import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `board_decision`.
public enum BoardDecisionTable {
  static let columns = [
    "due_on", "id", "item_id", "outcome", "recorded_at", "recorded_by", "state", "text", "unit_id", "version",
  ]
  private static let selected = columns.map { "decision.\($0)" }.joined(separator: ", ")

  /// Stores a new decision (its `id` is ignored) and gives it its number.
  public static func insert(_ decision: BoardDecision, _ connection: Connection) throws -> BoardDecision {
    try connection.withStatement(
      "INSERT INTO board_decision (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(decision, id: nil, to: &sink)
      _ = try statement.step()
    }
    return BoardDecision(
      id: Identifier(connection.lastInsertedID), itemID: decision.itemID, text: decision.text, unitID: decision.unitID,
      dueOn: decision.dueOn, state: decision.state, outcome: decision.outcome, version: decision.version,
      recordedAt: decision.recordedAt, recordedBy: decision.recordedBy)
  }

  /// Stores state and outcome where the stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(
    _ decision: BoardDecision, basedOn version: Int, _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      "UPDATE board_decision SET state = ?, outcome = ?, version = ? WHERE id = ? AND version = ?",
      [
        .text(decision.state.rawValue), .text(decision.outcome), .integer(Int64(decision.version)),
        .integer(decision.id.rawValue), .integer(Int64(version)),
      ])
    return connection.changes == 1
  }

  /// A decision with the meeting it was taken at.
  public struct Entry: Sendable {
    /// The decision.
    public let decision: BoardDecision
    /// The item it was taken on.
    public let itemTitle: String
    /// The meeting.
    public let meetingID: Identifier<BoardMeeting>
    /// Its day.
    public let meetingOn: Day
  }

  /// One decision.
  public static func find(_ id: Identifier<BoardDecision>, _ connection: Connection) throws -> Entry? {
    try connection.first(select + " WHERE decision.id = ?", [.integer(id.rawValue)], read)
  }

  /// Decisions of units in `scope`, or all of them with the ones without a unit, soonest due first.
  public static func all(in scope: Scope, _ connection: Connection) throws -> [Entry] {
    let seen = scope.predicate("decision.unit_id")
    return try connection.query(
      select + " WHERE \(seen.sql) ORDER BY decision.due_on IS NULL, decision.due_on, decision.id", seen.values, read)
  }

  private static let select = """
    SELECT item.title, meeting.id, meeting.held_on, \(selected) FROM board_decision AS decision
    JOIN board_agenda_item AS item ON item.id = decision.item_id
    JOIN board_meeting AS meeting ON meeting.id = item.meeting_id
    """

  static func write<Sink: FieldSink>(
    _ decision: BoardDecision, id: Identifier<BoardDecision>?, to sink: inout Sink
  ) throws {
    try sink.day("due_on", decision.dueOn)
    try sink.identifier("id", id)
    try sink.identifier("item_id", decision.itemID)
    try sink.text("outcome", decision.outcome)
    try sink.instant("recorded_at", decision.recordedAt)
    try sink.text("recorded_by", decision.recordedBy)
    try sink.text("state", decision.state.rawValue)
    try sink.text("text", decision.text)
    try sink.identifier("unit_id", decision.unitID)
    try sink.integer("version", decision.version)
  }

  private static func read(_ row: inout Row) throws -> Entry {
    let title = row.text()
    let meeting: Identifier<BoardMeeting> = row.identifier()
    let (heldOn, dueOn) = (try row.day(), try row.optionalDay())
    let id: Identifier<BoardDecision> = row.identifier()
    let item: Identifier<BoardAgendaItem> = row.identifier()
    let (outcome, at, by) = (row.text(), row.instant(), row.text())
    let (state, text) = (BoardDecisionState(rawValue: row.text()), row.text())
    let unit: Identifier<Unit>? = row.optionalIdentifier()
    guard let state else { throw StorageFault(code: SQLITE_MISMATCH, message: "decision \(id) cannot be read") }
    return Entry(
      decision: BoardDecision(
        id: id, itemID: item, text: text, unitID: unit, dueOn: dueOn, state: state, outcome: outcome,
        version: Int(row.integer()), recordedAt: at, recordedBy: by),
      itemTitle: title, meetingID: meeting, meetingOn: heldOn)
  }
}
