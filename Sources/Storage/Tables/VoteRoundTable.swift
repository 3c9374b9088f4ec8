import GuvenceCore
import GuvenceRegister

/// SQL of table `vote_round`.
public enum VoteRoundTable {
  static let columns = [
    "id", "item_id", "number", "opened_at", "opening", "risk_version", "rule_set_id", "started_at", "started_by",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM vote_round"

  /// Stores a new round (its `id` is ignored) and returns it with its number in the file.
  public static func insert(_ round: VoteRound, _ connection: Connection) throws -> VoteRound {
    try connection.withStatement(
      "INSERT INTO vote_round (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(round, id: nil, to: &sink)
      _ = try statement.step()
    }
    return VoteRound(
      id: Identifier(connection.lastInsertedID), itemID: round.itemID, number: round.number,
      ruleSetID: round.ruleSetID, riskVersion: round.riskVersion, startedAt: round.startedAt,
      startedBy: round.startedBy)
  }

  /// The rounds of an item, in order.
  public static func all(of item: Identifier<VoteItem>, _ connection: Connection) throws -> [VoteRound] {
    try connection.query(select + " WHERE item_id = ? ORDER BY number", [.integer(item.rawValue)], read)
  }

  /// Stores that the votes of `round` are open.
  public static func open(_ round: VoteRound, _ connection: Connection) throws {
    try connection.run(
      "UPDATE vote_round SET opened_at = ?, opening = ? WHERE id = ?",
      [
        .optional(round.openedAt?.milliseconds), .optional(round.opening?.rawValue), .integer(round.id.rawValue),
      ])
  }

  static func write<Sink: FieldSink>(_ round: VoteRound, id: Identifier<VoteRound>?, to sink: inout Sink) throws {
    try sink.identifier("id", id)
    try sink.identifier("item_id", round.itemID)
    try sink.integer("number", round.number)
    try sink.instant("opened_at", round.openedAt)
    try sink.text("opening", round.opening?.rawValue)
    try sink.integer("risk_version", round.riskVersion)
    try sink.integer("rule_set_id", round.ruleSetID)
    try sink.instant("started_at", round.startedAt)
    try sink.text("started_by", round.startedBy)
  }

  private static func read(_ row: inout Row) throws -> VoteRound {
    let id: Identifier<VoteRound> = row.identifier()
    let item: Identifier<VoteItem> = row.identifier()
    let number = Int(row.integer())
    let openedAt = row.optionalInstant()
    let opening = row.optionalText().flatMap(VoteOpening.init(rawValue:))
    let riskVersion = Int(row.integer())
    let ruleSetID = row.integer()
    let startedAt = row.instant()
    return VoteRound(
      id: id, itemID: item, number: number, ruleSetID: ruleSetID, riskVersion: riskVersion, startedAt: startedAt,
      startedBy: row.text(), openedAt: openedAt, opening: opening)
  }
}
