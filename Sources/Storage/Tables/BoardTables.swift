import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `board_meeting`.
public enum BoardMeetingTable {
  static let columns = ["chair", "created_at", "held_on", "id", "members", "place", "starts_at", "state", "version"]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM board_meeting"

  /// Stores a new meeting and gives it its number.
  public static func insert(
    _ details: BoardMeetingDetails, at now: Instant, _ connection: Connection
  ) throws -> BoardMeeting {
    let draft = BoardMeeting(id: Identifier(0), details: details, version: 1, createdAt: now)
    try connection.withStatement(
      "INSERT INTO board_meeting (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return BoardMeeting(id: Identifier(connection.lastInsertedID), details: details, version: 1, createdAt: now)
  }

  /// Stores `meeting` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ meeting: BoardMeeting, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.withStatement(
      "UPDATE board_meeting SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(meeting, id: meeting.id, to: &sink)
      try statement.bind(meeting.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    return connection.changes == 1
  }

  /// One meeting.
  public static func find(_ id: Identifier<BoardMeeting>, _ connection: Connection) throws -> BoardMeeting? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// All meetings, newest day first.
  public static func all(_ connection: Connection) throws -> [BoardMeeting] {
    try connection.query(select + " ORDER BY held_on DESC, id DESC", [], read)
  }

  static func write<Sink: FieldSink>(
    _ meeting: BoardMeeting, id: Identifier<BoardMeeting>?, to sink: inout Sink
  ) throws {
    let details = meeting.details
    try sink.text("chair", details.chair)
    try sink.instant("created_at", meeting.createdAt)
    try sink.day("held_on", details.heldOn)
    try sink.identifier("id", id)
    try sink.text("members", details.members.joined(separator: "\n"))
    try sink.text("place", details.place)
    try sink.text("starts_at", details.startsAt)
    try sink.text("state", details.state.rawValue)
    try sink.integer("version", meeting.version)
  }

  private static func read(_ row: inout Row) throws -> BoardMeeting {
    let (chair, createdAt) = (row.text(), row.instant())
    var details = BoardMeetingDetails(heldOn: try row.day())
    let id: Identifier<BoardMeeting> = row.identifier()
    details.chair = chair
    details.members = row.text().split(separator: "\n").map(String.init)
    (details.place, details.startsAt) = (row.text(), row.text())
    guard let state = BoardMeetingState(rawValue: row.text()) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "meeting \(id) cannot be read")
    }
    details.state = state
    return BoardMeeting(id: id, details: details, version: Int(row.integer()), createdAt: createdAt)
  }
}

/// SQL of table `board_agenda_item`.
public enum BoardAgendaTable {
  static let columns = [
    "detail", "ended_at", "escalation_id", "id", "meeting_id", "place", "recorded_at", "recorded_by", "title",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM board_agenda_item"

  /// Appends `item` (its `id` and `place` are ignored) at the end of its meeting's agenda.
  public static func insert(_ item: BoardAgendaItem, _ connection: Connection) throws -> BoardAgendaItem {
    let place = try connection.integer(
      "SELECT ifnull(max(place), 0) + 1 FROM board_agenda_item WHERE meeting_id = ?",
      [.integer(item.meetingID.rawValue)])
    func placed(_ id: Identifier<BoardAgendaItem>) -> BoardAgendaItem {
      BoardAgendaItem(
        id: id, meetingID: item.meetingID, place: Int(place), title: item.title, detail: item.detail,
        escalationID: item.escalationID, recordedAt: item.recordedAt, recordedBy: item.recordedBy)
    }
    try connection.withStatement(
      "INSERT INTO board_agenda_item (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(placed(Identifier(0)), id: nil, to: &sink)
      _ = try statement.step()
    }
    return placed(Identifier(connection.lastInsertedID))
  }

  /// Withdraws an item.
  public static func end(_ id: Identifier<BoardAgendaItem>, at now: Instant, _ connection: Connection) throws {
    try connection.run(
      "UPDATE board_agenda_item SET ended_at = ? WHERE id = ?", [.integer(now.milliseconds), .integer(id.rawValue)])
  }

  /// One item.
  public static func find(_ id: Identifier<BoardAgendaItem>, _ connection: Connection) throws -> BoardAgendaItem? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// The items of a meeting that stand, in order.
  public static func all(
    of meeting: Identifier<BoardMeeting>, _ connection: Connection
  ) throws -> [BoardAgendaItem] {
    try connection.query(
      select + " WHERE meeting_id = ? AND ended_at IS NULL ORDER BY place", [.integer(meeting.rawValue)], read)
  }

  /// The meetings on whose agenda an escalation stood before `moment` (stands now where `nil`), by the escalation.
  public static func meetings(
    before moment: Instant? = nil, _ connection: Connection
  ) throws -> [Identifier<EscalationEvent>: Identifier<BoardMeeting>] {
    var found: [Identifier<EscalationEvent>: Identifier<BoardMeeting>] = [:]
    try connection.each(
      """
      SELECT escalation_id, meeting_id FROM board_agenda_item
      WHERE escalation_id IS NOT NULL AND recorded_at < ifnull(?1, recorded_at + 1)
        AND (ended_at IS NULL OR ended_at >= ifnull(?1, ended_at + 1)) ORDER BY id
      """, [.optional(moment?.milliseconds)]
    ) { row in
      let escalation: Identifier<EscalationEvent> = row.identifier()
      found[escalation] = row.identifier()
    }
    return found
  }

  static func write<Sink: FieldSink>(
    _ item: BoardAgendaItem, id: Identifier<BoardAgendaItem>?, to sink: inout Sink
  ) throws {
    try sink.text("detail", item.detail)
    try sink.instant("ended_at", item.endedAt)
    try sink.identifier("escalation_id", item.escalationID)
    try sink.identifier("id", id)
    try sink.identifier("meeting_id", item.meetingID)
    try sink.integer("place", item.place)
    try sink.instant("recorded_at", item.recordedAt)
    try sink.text("recorded_by", item.recordedBy)
    try sink.text("title", item.title)
  }

  private static func read(_ row: inout Row) throws -> BoardAgendaItem {
    let (detail, endedAt) = (row.text(), row.optionalInstant())
    let escalation: Identifier<EscalationEvent>? = row.optionalIdentifier()
    let id: Identifier<BoardAgendaItem> = row.identifier()
    let meeting: Identifier<BoardMeeting> = row.identifier()
    let (place, at, by) = (Int(row.integer()), row.instant(), row.text())
    return BoardAgendaItem(
      id: id, meetingID: meeting, place: place, title: row.text(), detail: detail, escalationID: escalation,
      recordedAt: at, recordedBy: by, endedAt: endedAt)
  }
}
