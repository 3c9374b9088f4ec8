import GuvenceCore
import GuvenceRegister

/// SQL of table `action_progress`. Rows are appended only.
public enum ActionProgressTable {
  static let columns = ["action_id", "id", "note", "on_day", "percent", "recorded_at", "recorded_by"]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM action_progress"

  /// Appends `entry` (its `id` is ignored) and returns it with its number.
  public static func insert(_ entry: ActionProgress, _ connection: Connection) throws -> ActionProgress {
    try connection.withStatement(
      "INSERT INTO action_progress (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(entry, id: nil, to: &sink)
      _ = try statement.step()
    }
    return ActionProgress(
      id: Identifier(connection.lastInsertedID), actionID: entry.actionID, on: entry.on, percent: entry.percent,
      note: entry.note, at: entry.at, by: entry.by)
  }

  /// Entries of one action before `moment` (all where `nil`), in the order they were recorded.
  public static func all(
    of id: Identifier<RiskAction>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [ActionProgress] {
    try connection.query(
      select + " WHERE action_id = ? AND recorded_at < ? ORDER BY id",
      [.integer(id.rawValue), .integer(moment?.milliseconds ?? .max)], read)
  }

  /// Entries of all actions, by action.
  public static func all(_ connection: Connection) throws -> [Identifier<RiskAction>: [ActionProgress]] {
    Dictionary(grouping: try connection.query(select + " ORDER BY id", [], read), by: \.actionID)
  }

  static func write<Sink: FieldSink>(
    _ entry: ActionProgress, id: Identifier<ActionProgress>?, to sink: inout Sink
  ) throws {
    try sink.identifier("action_id", entry.actionID)
    try sink.identifier("id", id)
    try sink.text("note", entry.note)
    try sink.day("on_day", entry.on)
    try sink.integer("percent", entry.percent)
    try sink.instant("recorded_at", entry.at)
    try sink.text("recorded_by", entry.by)
  }

  private static func read(_ row: inout Row) throws -> ActionProgress {
    let action: Identifier<RiskAction> = row.identifier()
    let id: Identifier<ActionProgress> = row.identifier()
    let (note, day) = (row.text(), try row.day())
    return ActionProgress(
      id: id, actionID: action, on: day, percent: Int(row.integer()), note: note, at: row.instant(), by: row.text())
  }
}
