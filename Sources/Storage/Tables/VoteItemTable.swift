import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `vote_item`.
public enum VoteItemTable {
  static let columns = ["accepted_round_id", "assessment_id", "id", "pair", "position", "risk_id", "session_id"]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM vote_item"

  /// Puts a risk at the end of a session's agenda.
  public static func insert(
    risk: Identifier<Risk>, _ pair: VotedPair, in session: Identifier<VoteSession>, _ connection: Connection
  ) throws -> VoteItem {
    let position = try connection.integer(
      "SELECT coalesce(max(position), 0) + 1 FROM vote_item WHERE session_id = \(session.rawValue)")
    let draft = VoteItem(id: Identifier(0), sessionID: session, position: Int(position), riskID: risk, pair: pair)
    try connection.withStatement(
      "INSERT INTO vote_item (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return VoteItem(
      id: Identifier(connection.lastInsertedID), sessionID: session, position: draft.position, riskID: risk, pair: pair)
  }

  /// The agenda of a session, in order.
  public static func all(of session: Identifier<VoteSession>, _ connection: Connection) throws -> [VoteItem] {
    try connection.query(select + " WHERE session_id = ? ORDER BY position", [.integer(session.rawValue)], read)
  }

  /// Items on which a risk was voted or is to be voted, newest first; as they stood before `moment` where it is given.
  public static func all(
    ofRisk risk: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [VoteItem] {
    if let moment {
      return try connection.query(
        PastStates.all(.voteItem, columns)
          + " WHERE \(PastStates.field("risk_id")) = ? ORDER BY \(PastStates.field("id")) DESC",
        [.integer(moment.milliseconds), .integer(risk.rawValue)], read)
    }
    return try connection.query(select + " WHERE risk_id = ? ORDER BY id DESC", [.integer(risk.rawValue)], read)
  }

  /// Stores what an item's result became.
  public static func accept(_ item: VoteItem, _ connection: Connection) throws {
    try connection.run(
      "UPDATE vote_item SET assessment_id = ?, accepted_round_id = ? WHERE id = ?",
      [
        .optional(item.assessmentID?.rawValue), .optional(item.acceptedRoundID?.rawValue), .integer(item.id.rawValue),
      ])
  }

  static func write<Sink: FieldSink>(_ item: VoteItem, id: Identifier<VoteItem>?, to sink: inout Sink) throws {
    try sink.identifier("accepted_round_id", item.acceptedRoundID)
    try sink.identifier("assessment_id", item.assessmentID)
    try sink.identifier("id", id)
    try sink.text("pair", item.pair.rawValue)
    try sink.integer("position", item.position)
    try sink.identifier("risk_id", item.riskID)
    try sink.identifier("session_id", item.sessionID)
  }

  private static func read(_ row: inout Row) throws -> VoteItem {
    let round: Identifier<VoteRound>? = row.optionalIdentifier()
    let assessment: Identifier<Assessment>? = row.optionalIdentifier()
    let id: Identifier<VoteItem> = row.identifier()
    guard let pair = VotedPair(rawValue: row.text()) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "vote item \(id) cannot be read")
    }
    let position = Int(row.integer())
    let risk: Identifier<Risk> = row.identifier()
    return VoteItem(
      id: id, sessionID: row.identifier(), position: position, riskID: risk, pair: pair, assessmentID: assessment,
      acceptedRoundID: round)
  }
}
