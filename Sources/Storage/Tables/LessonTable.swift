import GuvenceCore
import GuvenceRegister

/// SQL of table `event_lesson`.
public enum LessonTable {
  static let columns = [
    "event_id", "id", "is_followed", "lesson", "proposal", "recorded_at", "recorded_by", "version",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM event_lesson"

  /// Stores a new lesson (its `id` is ignored) and returns it with its number.
  public static func insert(_ lesson: EventLesson, _ connection: Connection) throws -> EventLesson {
    try connection.withStatement(
      "INSERT INTO event_lesson (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(lesson, id: nil, to: &sink)
      _ = try statement.step()
    }
    return EventLesson(
      id: Identifier(connection.lastInsertedID), eventID: lesson.eventID, text: lesson.text,
      proposal: lesson.proposal, isFollowed: lesson.isFollowed, version: lesson.version,
      recordedAt: lesson.recordedAt, recordedBy: lesson.recordedBy)
  }

  /// Stores `lesson` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ lesson: EventLesson, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.run(
      """
      UPDATE event_lesson SET lesson = ?, proposal = ?, is_followed = ?, version = ? WHERE id = ? AND version = ?
      """,
      [
        .text(lesson.text), .text(lesson.proposal), .optional(lesson.isFollowed.map { $0 ? 1 : 0 }),
        .integer(Int64(lesson.version)), .integer(lesson.id.rawValue), .integer(Int64(version)),
      ])
    return connection.changes == 1
  }

  /// Lessons of an event, oldest first; as they stood before `moment` where it is given.
  public static func all(
    of id: Identifier<RealisedEvent>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [EventLesson] {
    if let moment {
      return try connection.query(
        PastStates.all(.eventLesson, columns)
          + " WHERE \(PastStates.field("event_id")) = ? ORDER BY \(PastStates.field("id"))",
        [.integer(moment.milliseconds), .integer(id.rawValue)], read)
    }
    return try connection.query(select + " WHERE event_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  static func write<Sink: FieldSink>(
    _ lesson: EventLesson, id: Identifier<EventLesson>?, to sink: inout Sink
  ) throws {
    try sink.identifier("event_id", lesson.eventID)
    try sink.identifier("id", id)
    try sink.integer("is_followed", lesson.isFollowed.map { $0 ? Int64(1) : 0 })
    try sink.text("lesson", lesson.text)
    try sink.text("proposal", lesson.proposal)
    try sink.instant("recorded_at", lesson.recordedAt)
    try sink.text("recorded_by", lesson.recordedBy)
    try sink.integer("version", lesson.version)
  }

  private static func read(_ row: inout Row) -> EventLesson {
    let eventID: Identifier<RealisedEvent> = row.identifier()
    let id: Identifier<EventLesson> = row.identifier()
    let isFollowed = row.optionalInteger().map { $0 != 0 }
    let (text, proposal) = (row.text(), row.text())
    let (recordedAt, recordedBy) = (row.instant(), row.text())
    return EventLesson(
      id: id, eventID: eventID, text: text, proposal: proposal, isFollowed: isFollowed, version: Int(row.integer()),
      recordedAt: recordedAt, recordedBy: recordedBy)
  }
}
