import GuvenceCore
import GuvenceRegister

/// The full-text index over risks. It follows the journal: changes are indexed after their commit, in small
/// transactions, and before a search, so that bulk writes do not pay for it.
public enum SearchIndex {
  /// Journal rows indexed in one transaction.
  static let step: Int64 = 2000

  /// Indexes what was committed since the last time. Cheap where nothing was.
  public static func catchUp(_ database: Database) throws {
    while try database.read({ try isBehind($0) }) {
      try database.write { connection in try advance(connection) }
    }
  }

  /// Makes the index anew from the risks.
  public static func rebuild(_ database: Database) throws {
    try database.write { connection in
      try connection.run("DELETE FROM risk_search")
      try connection.run("\(fill) FROM risk")
      try connection.run("UPDATE search_state SET journal_sequence = (SELECT ifnull(max(sequence), 0) FROM journal)")
    }
  }

  /// Words of one search at most. Each is looked up in the whole index: with thousands one search takes minutes.
  static let wordLimit = 24

  /// The risks that `text` asks for as a condition on `risk.id`; `nil` where the text holds no word. The first
  /// `wordLimit` different words must be found, each as the beginning of a word.
  static func condition(_ text: String) -> SQLPart? {
    var words: [String] = []
    for word in TurkishTokenizer.tokens(of: String(text.prefix(2000))) where words.count < wordLimit {
      if !words.contains(word) { words.append(word) }
    }
    guard !words.isEmpty else { return nil }
    let expression = words.map { "\"\($0)\"*" }.joined(separator: " ")
    return SQLPart(
      "risk.id IN (SELECT rowid FROM risk_search WHERE risk_search MATCH ?)", [.text(expression)])
  }

  private static func isBehind(_ connection: Connection) throws -> Bool {
    try connection.integer(
      "SELECT journal_sequence < (SELECT ifnull(max(sequence), 0) FROM journal) FROM search_state") == 1
  }

  private static func advance(_ connection: Connection) throws {
    let from = try connection.integer("SELECT journal_sequence FROM search_state")
    let last = try connection.integer("SELECT ifnull(max(sequence), 0) FROM journal")
    let through = min(last, from + step)
    let changed = "SELECT entity_id FROM journal WHERE entity = 'risk' AND sequence > ?1 AND sequence <= ?2"
    let range: [SQLValue] = [.integer(from), .integer(through)]
    try connection.run("DELETE FROM risk_search WHERE rowid IN (\(changed))", range)
    try connection.run("\(fill) FROM risk WHERE id IN (\(changed))", range)
    try connection.run("UPDATE search_state SET journal_sequence = ?", [.integer(through)])
  }

  private static let fill = """
    INSERT INTO risk_search (rowid, reference, statement, controls, owner, more)
    SELECT id, reference || ' ' || source_reference, statement || ' ' || cause || ' ' || event || ' ' || consequence,
      controls || ' ' || planned_controls, owner, strategic_target || ' ' || unit_objective || ' ' || process || ' ' || project || ' ' || notes
    """
}
