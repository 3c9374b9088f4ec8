import GuvenceCore
import GuvenceRegister

/// SQL of tables `vote_session` and `vote_participant`.
public enum VoteSessionTable {
  static let columns = [
    "chair_id", "closed_at", "created_at", "created_by", "held_on", "id", "participants", "title", "unit_id", "version",
  ]
  /// The participants as one text, absent ones with a minus, so that the journal's state holds them.
  static let expressions = columns.map { $0 == "participants" ? participants : "vote_session.\($0)" }
  private static let participants = """
    (SELECT group_concat(iif(is_absent, '-', '') || account_id, ' ') FROM
     (SELECT account_id, is_absent FROM vote_participant WHERE session_id = vote_session.id ORDER BY account_id))
    """
  private static let stored = columns.filter { $0 != "participants" }
  private static let select = "SELECT \(expressions.joined(separator: ", ")) FROM vote_session"

  /// Stores a new session (its `id` is ignored) and returns it with its number.
  public static func insert(_ session: VoteSession, _ connection: Connection) throws -> VoteSession {
    try connection.withStatement(
      """
      INSERT INTO vote_session (\(stored.joined(separator: ", ")))
      VALUES (\(stored.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(session, id: nil, invited: false, to: &sink)
      _ = try statement.step()
    }
    let id = Identifier<VoteSession>(connection.lastInsertedID)
    try invite(session.participants, to: id, connection)
    return VoteSession(
      id: id, title: session.title, heldOn: session.heldOn, unitID: session.unitID, chairID: session.chairID,
      participants: session.participants, createdAt: session.createdAt, createdBy: session.createdBy)
  }

  /// Stores `session` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ session: VoteSession, basedOn version: Int, _ connection: Connection) throws -> Bool {
    // First the people: a closed session's row no longer changes, and its list with it.
    guard try find(session.id, connection)?.version == version else { return false }
    try connection.run("DELETE FROM vote_participant WHERE session_id = ?", [.integer(session.id.rawValue)])
    try invite(session.participants, to: session.id, connection)
    try connection.withStatement(
      "UPDATE vote_session SET \(stored.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(session, id: session.id, invited: false, to: &sink)
      try statement.bind(session.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    return connection.changes == 1
  }

  /// One session.
  public static func find(_ id: Identifier<VoteSession>, _ connection: Connection) throws -> VoteSession? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// One session as it stood before `moment`; `nil` where it was not yet made.
  public static func find(
    _ id: Identifier<VoteSession>, before moment: Instant, _ connection: Connection
  ) throws -> VoteSession? {
    try connection.first(
      PastStates.one(.voteSession, columns), [.integer(id.rawValue), .integer(moment.milliseconds)], read)
  }

  /// Sessions of the units in `scope`, and those that `account` chairs or is invited to; newest day first.
  public static func all(
    in scope: Scope, orOf account: Identifier<Account>?, _ connection: Connection
  ) throws -> [VoteSession] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      \(select) WHERE \(seen.sql) OR chair_id = ? OR id IN
        (SELECT session_id FROM vote_participant WHERE account_id = ?)
      ORDER BY held_on DESC, id DESC
      """, seen.values + [.integer(account?.rawValue ?? 0), .integer(account?.rawValue ?? 0)], read)
  }

  private static func invite(
    _ participants: [VoteParticipant], to id: Identifier<VoteSession>, _ connection: Connection
  ) throws {
    for participant in participants {
      try connection.run(
        "INSERT INTO vote_participant (session_id, account_id, is_absent) VALUES (?, ?, ?)",
        [.integer(id.rawValue), .integer(participant.accountID.rawValue), .integer(participant.isAbsent ? 1 : 0)])
    }
  }

  static func write<Sink: FieldSink>(
    _ session: VoteSession, id: Identifier<VoteSession>?, invited: Bool, to sink: inout Sink
  ) throws {
    try sink.identifier("chair_id", session.chairID)
    try sink.instant("closed_at", session.closedAt)
    try sink.instant("created_at", session.createdAt)
    try sink.text("created_by", session.createdBy)
    try sink.day("held_on", session.heldOn)
    try sink.identifier("id", id)
    if invited {
      let list = session.participants.map { ($0.isAbsent ? "-" : "") + $0.accountID.description }
      try sink.text("participants", list.joined(separator: " "))
    }
    try sink.text("title", session.title)
    try sink.identifier("unit_id", session.unitID)
    try sink.integer("version", session.version)
  }

  private static func read(_ row: inout Row) throws -> VoteSession {
    let chair: Identifier<Account> = row.identifier()
    let closedAt = row.optionalInstant()
    let createdAt = row.instant()
    let createdBy = row.text()
    let heldOn = try row.day()
    let id: Identifier<VoteSession> = row.identifier()
    let participants = (row.optionalText() ?? "").split(separator: " ").compactMap { word -> VoteParticipant? in
      let isAbsent = word.hasPrefix("-")
      return Identifier<Account>(isAbsent ? word.dropFirst() : word).map {
        VoteParticipant(accountID: $0, isAbsent: isAbsent)
      }
    }
    let title = row.text()
    let unit: Identifier<Unit> = row.identifier()
    return VoteSession(
      id: id, title: title, heldOn: heldOn, unitID: unit, chairID: chair, participants: participants,
      createdAt: createdAt, createdBy: createdBy, closedAt: closedAt, version: Int(row.integer()))
  }
}
