import GuvenceCore
import GuvenceRules

/// A version of a methodology as scores were made with it.
public struct RuleSet: Sendable, Hashable {
  /// Its number in the file.
  public let id: Int64
  /// SHA-256 of the text, 64 hexadecimal digits.
  public let digest: String
  /// Id of the methodology.
  public let methodologyID: String
  /// First day on which the version holds.
  public let effectiveOn: Day
}

/// SQL of table `rule_set`.
public enum RuleSetTable {
  /// The digest under which a methodology version is kept.
  public static func digest(of methodology: Methodology) -> String { SHA256.hex(methodology.canonicalText) }

  /// Keeps the methodology's text once; journals it where it is new.
  public static func ensure(
    _ methodology: Methodology, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> RuleSet {
    let text = methodology.canonicalText
    if let known = connection.pending.ruleSets.first(where: { $0.text == text }) { return known.ruleSet }
    let ruleSet = try stored(methodology, stamp, connection)
    connection.pending.ruleSets.append((text, ruleSet))
    return ruleSet
  }

  private static func stored(
    _ methodology: Methodology, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> RuleSet {
    let digest = digest(of: methodology)
    if let known = try find(digest: digest, connection) { return known }
    try connection.run(
      "INSERT INTO rule_set (digest, methodology_id, effective_on, canonical_text) VALUES (?, ?, ?, ?)",
      [
        .text(digest), .text(methodology.id), .text(methodology.effective.description),
        .text(methodology.canonicalText),
      ])
    let made = RuleSet(
      id: connection.lastInsertedID, digest: digest, methodologyID: methodology.id, effectiveOn: methodology.effective)
    try Journal.append(stamp, after: .ruleSet(made), connection)
    return made
  }

  /// The version with this digest.
  public static func find(digest: String, _ connection: Connection) throws -> RuleSet? {
    try connection.first(
      "SELECT id, digest, methodology_id, effective_on FROM rule_set WHERE digest = ?", [.text(digest)]
    ) { row in
      RuleSet(id: row.integer(), digest: row.text(), methodologyID: row.text(), effectiveOn: try row.day())
    }
  }

  /// The text of a version, enough to rebuild the methodology.
  public static func text(digest: String, _ connection: Connection) throws -> String? {
    try connection.first("SELECT canonical_text FROM rule_set WHERE digest = ?", [.text(digest)]) { $0.text() }
  }

  static func writeState(_ ruleSet: RuleSet, to sink: inout JSONSink) throws {
    sink.text("digest", ruleSet.digest)
    try sink.day("effective_on", ruleSet.effectiveOn)
    sink.integer("id", ruleSet.id)
    sink.text("methodology_id", ruleSet.methodologyID)
  }
}
