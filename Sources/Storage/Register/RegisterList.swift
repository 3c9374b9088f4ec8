import GuvenceCore
import GuvenceRegister

/// The register's one query: a selection compiled to SQL with bound values.
public enum RegisterList {
  /// The lines of a selection, in its order.
  public static func lines(_ selection: RegisterSelection, _ connection: Connection) throws -> [RegisterLine] {
    let part = condition(selection, levels: true, states: true)
    return try connection.query(
      """
      SELECT \(RiskTable.selectColumns), unit.code, unit.name, \(previous("rank")), \(previous("score")),
        assessment.id IS NOT NULL, \(AssessmentTable.selectColumns)
      FROM risk JOIN unit ON unit.id = risk.unit_id
      LEFT JOIN assessment ON assessment.id = risk.current_assessment_id
      LEFT JOIN rule_set ON rule_set.id = assessment.rule_set_id
      WHERE \(part.sql) ORDER BY \(order(selection)) LIMIT ? OFFSET ?
      """,
      part.values + [.integer(Int64(selection.limit ?? -1)), .integer(Int64(selection.offset))], line)
  }

  /// Counts for the whole selection, whatever its page.
  public static func counts(_ selection: RegisterSelection, _ connection: Connection) throws -> RegisterCounts {
    let all = condition(selection, levels: true, states: true)
    let total = try connection.integer("SELECT count(*) FROM risk WHERE \(all.sql)", all.values)
    let levels = condition(selection, levels: false, states: true)
    let byLevel = try connection.query(
      """
      SELECT current_level, count(*) FROM risk WHERE \(levels.sql) AND current_level IS NOT NULL GROUP BY 1
      """,
      levels.values
    ) { row in (row.text(), Int(row.integer())) }
    return RegisterCounts(
      total: Int(total), byLevel: Dictionary(uniqueKeysWithValues: byLevel),
      byState: try stateCounts(selection, connection))
  }

  /// References of all risks of a selection, in its order: for exports and for walking from risk to risk.
  public static func references(_ selection: RegisterSelection, _ connection: Connection) throws -> [String] {
    let part = condition(selection, levels: true, states: true)
    return try connection.query(
      """
      SELECT risk.reference FROM risk JOIN unit ON unit.id = risk.unit_id
      WHERE \(part.sql) ORDER BY \(order(selection)) LIMIT ? OFFSET ?
      """, part.values + [.integer(Int64(selection.limit ?? -1)), .integer(Int64(selection.offset))]
    ) { row in row.text() }
  }

  private static func stateCounts(
    _ selection: RegisterSelection, _ connection: Connection
  ) throws -> [RegisterSelection.State: Int] {
    let part = condition(selection, levels: true, states: false)
    let states = RegisterSelection.State.allCases.map { ($0, state($0, selection)) }
    let sums = states.map { "sum(\($0.1.sql))" }.joined(separator: ", ")
    return try connection.first(
      "SELECT \(sums) FROM risk WHERE \(part.sql)", states.flatMap { $0.1.values } + part.values
    ) { row in
      var counts: [RegisterSelection.State: Int] = [:]
      for (state, _) in states { counts[state] = Int(row.integer()) }
      return counts
    } ?? [:]
  }

  private static func condition(
    _ selection: RegisterSelection, levels: Bool, states: Bool
  ) -> SQLPart {
    var parts = [selection.scope.predicate("risk.unit_id")]
    if states { parts.append(statesCondition(selection)) }
    if levels, !selection.levels.isEmpty {
      let marks = selection.levels.map { _ in "?" }.joined(separator: ", ")
      parts.append(SQLPart("risk.current_level IN (\(marks))", selection.levels.map { .text($0) }))
    }
    if let category = selection.category { parts.append(SQLPart("risk.category = ?", [.text(category)])) }
    if let response = selection.response { parts.append(SQLPart("risk.response = ?", [.text(response.rawValue)])) }
    if let found = SearchIndex.condition(selection.text) { parts.append(found) }
    if let assessed = assessmentCondition(selection) { parts.append(assessed) }
    return .all(parts)
  }

  private static func assessmentCondition(_ selection: RegisterSelection) -> SQLPart? {
    var parts: [SQLPart] = []
    if let id = selection.methodologyID { parts.append(SQLPart("a.methodology_id = ?", [.text(id)])) }
    if let cell = selection.cell {
      let basis = cell.basis.rawValue
      parts.append(
        SQLPart(
          "a.\(basis)_likelihood = ? AND a.\(basis)_impact = ?",
          [.integer(Int64(cell.likelihood)), .integer(Int64(cell.impact))]))
    }
    guard !parts.isEmpty else { return nil }
    let all = SQLPart.all(parts)
    return SQLPart(
      "EXISTS (SELECT 1 FROM assessment AS a WHERE a.id = risk.current_assessment_id AND \(all.sql))", all.values)
  }

  private static func statesCondition(_ selection: RegisterSelection) -> SQLPart {
    guard !selection.states.isEmpty else { return SQLPart("risk.retired_on IS NULL") }
    let parts = selection.states.map { state($0, selection) }
    return SQLPart("(\(parts.map(\.sql).joined(separator: " OR ")))", parts.flatMap(\.values))
  }

  private static func state(_ state: RegisterSelection.State, _ selection: RegisterSelection) -> SQLPart {
    switch state {
    case .retired: return SQLPart("risk.retired_on IS NOT NULL")
    case .notAssessed: return active("risk.current_assessment_id IS NULL")
    case .aboveAppetite: return active("risk.current_verdict IS 'above'")
    case .key: return active("risk.is_key_risk = 1")
    case .reviewDue:
      let until = selection.today.adding(days: selection.reviewWindow)
      return active("ifnull(risk.next_review_on, '9999') <= ?", [.text(until.description)])
    case .stale:
      let since = Instant.startInIstanbul(of: selection.today.adding(months: -12))
      return active("risk.updated_at < ?", [.integer(since.milliseconds)])
    }
  }

  private static func active(_ sql: String, _ values: [SQLValue] = []) -> SQLPart {
    SQLPart("(risk.retired_on IS NULL AND \(sql))", values)
  }

  private static func order(_ selection: RegisterSelection) -> String {
    let (up, down) = selection.isReversed ? ("DESC", "ASC") : ("ASC", "DESC")
    switch selection.order {
    case .score: return "risk.current_rank \(down), risk.current_score \(down), risk.reference \(up)"
    case .reference: return "risk.reference COLLATE TURKISH \(up)"
    case .unit: return "unit.name COLLATE TURKISH \(up), risk.reference \(up)"
    case .statement: return "risk.statement COLLATE TURKISH \(up), risk.id \(up)"
    case .nextReview: return "risk.next_review_on IS NULL, risk.next_review_on \(up), risk.reference \(up)"
    case .updated: return "risk.updated_at \(down), risk.id \(down)"
    }
  }

  /// The effective rank or score of the assessment before the current one.
  private static func previous(_ what: String) -> String {
    """
    (SELECT iif(p.residual_level IS NULL, p.inherent_\(what), p.residual_\(what)) FROM assessment AS p
     WHERE p.risk_id = risk.id AND p.id <> risk.current_assessment_id
     ORDER BY p.assessed_on DESC, p.id DESC LIMIT 1)
    """
  }

  private static func line(_ row: inout Row) throws -> RegisterLine {
    let risk = try RiskTable.read(&row)
    let unitCode = row.text()
    let unitName = row.text()
    let rank = row.optionalInteger().map(Int.init)
    let score = row.optionalInteger().map(Int.init)
    let assessment = row.flag() ? try AssessmentTable.read(&row) : nil
    return RegisterLine(
      risk: risk, unitCode: unitCode, unitName: unitName, assessment: assessment, previousRank: rank,
      previousScore: score)
  }
}
