import GuvenceCore

extension RuleSetTable {
  /// The version with this number.
  public static func find(_ id: Int64, _ connection: Connection) throws -> RuleSet? {
    try connection.first(select + " WHERE id = ?", [.integer(id)], read)
  }

  /// All stored versions, oldest first.
  public static func all(_ connection: Connection) throws -> [RuleSet] {
    try connection.query(select + " ORDER BY id", [], read)
  }

  /// Active risks by the number of the version of their current assessment.
  public static func riskCounts(_ connection: Connection) throws -> [Int64: Int] {
    let pairs = try connection.query(
      """
      SELECT assessment.rule_set_id, count(*)
      FROM risk JOIN assessment ON assessment.id = risk.current_assessment_id
      WHERE risk.retired_on IS NULL GROUP BY 1
      """
    ) { row in (row.integer(), Int(row.integer())) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Whether any assessment was made with the version.
  public static func isUsed(_ id: Int64, _ connection: Connection) throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM assessment WHERE rule_set_id = \(id))") == 1
  }

  private static let select = "SELECT id, digest, methodology_id, effective_on FROM rule_set"

  static func read(_ row: inout Row) throws -> RuleSet {
    RuleSet(id: row.integer(), digest: row.text(), methodologyID: row.text(), effectiveOn: try row.day())
  }
}
