import GuvenceCore
import GuvenceRegister

/// SQL of table `vote_ballot`.
///
/// While a round is sealed the journal's state of a ballot holds its seal and none of its values; the seal is worked out
/// from the live row at every check, so that a vote changed in the file shows before it is opened too.
public enum VoteBallotTable {
  /// Columns of the journal's state.
  static let columns = [
    "account_id", "cast_at", "dimensions", "id", "impact", "likelihood", "round_id", "salt", "seal",
  ]
  /// The same from the table: values and salt only where the round is opened.
  static let expressions = columns.map { column in
    switch column {
    case "dimensions", "impact", "likelihood", "salt":
      "CASE WHEN (SELECT opened_at FROM vote_round WHERE id = round_id) IS NOT NULL THEN \(column) END"
    case "seal": "sha256_hex(salt || '|' || likelihood || '|' || impact || '|' || dimensions)"
    default: column
    }
  }
  private static let stored = [
    "account_id", "cast_at", "dimensions", "id", "impact", "likelihood", "round_id", "salt",
  ]
  private static let select = "SELECT \(stored.joined(separator: ", ")) FROM vote_ballot"

  /// The SHA-256 of a ballot with its salt, 64 hexadecimal digits.
  public static func seal(of ballot: VoteBallot) -> String { SHA256.hex(ballot.sealedText) }

  /// Stores a person's vote, in place of an earlier one in the same round; its `id` is ignored. Throws a fault where the
  /// round is opened.
  public static func put(_ ballot: VoteBallot, _ connection: Connection) throws -> VoteBallot {
    try connection.run(
      """
      INSERT INTO vote_ballot (account_id, cast_at, dimensions, impact, likelihood, round_id, salt)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (round_id, account_id) DO UPDATE SET cast_at = excluded.cast_at, dimensions = excluded.dimensions,
        impact = excluded.impact, likelihood = excluded.likelihood, salt = excluded.salt
      """,
      [
        .integer(ballot.accountID.rawValue), .integer(ballot.castAt.milliseconds), .text(ballot.dimensionsText),
        .integer(Int64(ballot.impact)), .integer(Int64(ballot.likelihood)), .integer(ballot.roundID.rawValue),
        .text(ballot.salt),
      ])
    return try find(of: ballot.accountID, in: ballot.roundID, connection) ?? ballot
  }

  /// A person's vote in a round.
  public static func find(
    of account: Identifier<Account>, in round: Identifier<VoteRound>, _ connection: Connection
  ) throws -> VoteBallot? {
    try connection.first(
      select + " WHERE round_id = ? AND account_id = ?", [.integer(round.rawValue), .integer(account.rawValue)], read)
  }

  /// The votes of an opened round, in the order of the accounts' numbers; none where it is sealed.
  public static func opened(in round: VoteRound, _ connection: Connection) throws -> [VoteBallot] {
    round.isOpened ? try all(in: round.id, connection) : []
  }

  /// Every vote of a round: for the transaction that opens it, and for nothing else.
  public static func all(in round: Identifier<VoteRound>, _ connection: Connection) throws -> [VoteBallot] {
    try connection.query(select + " WHERE round_id = ? ORDER BY account_id", [.integer(round.rawValue)], read)
  }

  /// Who has voted in a round, without what.
  public static func voters(
    in round: Identifier<VoteRound>, _ connection: Connection
  ) throws -> Set<Identifier<Account>> {
    Set(
      try connection.query("SELECT account_id FROM vote_ballot WHERE round_id = ?", [.integer(round.rawValue)]) {
        $0.identifier()
      })
  }

  /// Writes the journal's state; `isOpened` says whether it may hold the values.
  static func writeState(_ ballot: VoteBallot, isOpened: Bool, to sink: inout JSONSink) throws {
    sink.integer("account_id", ballot.accountID.rawValue)
    sink.integer("cast_at", ballot.castAt.milliseconds)
    sink.text("dimensions", isOpened ? ballot.dimensionsText : nil)
    sink.integer("id", ballot.id.rawValue)
    sink.integer("impact", isOpened ? Int64(ballot.impact) : nil)
    sink.integer("likelihood", isOpened ? Int64(ballot.likelihood) : nil)
    sink.integer("round_id", ballot.roundID.rawValue)
    sink.text("salt", isOpened ? ballot.salt : nil)
    sink.text("seal", seal(of: ballot))
  }

  private static func read(_ row: inout Row) throws -> VoteBallot {
    let account: Identifier<Account> = row.identifier()
    let castAt = row.instant()
    let dimensions = AssessmentTable.parseDimensions(row.text())
    let id: Identifier<VoteBallot> = row.identifier()
    let impact = Int(row.integer())
    let likelihood = Int(row.integer())
    let round: Identifier<VoteRound> = row.identifier()
    return VoteBallot(
      id: id, roundID: round, accountID: account, likelihood: likelihood, impact: impact,
      impactByDimension: dimensions, castAt: castAt, salt: row.text())
  }
}
