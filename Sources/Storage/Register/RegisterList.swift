import GuvenceCore
import GuvenceRegister

/// The register's one query: a selection compiled to SQL with bound values.
public enum RegisterList {
  /// The lines of a selection, in its order.
  public static func lines(_ selection: RegisterSelection, _ connection: Connection) throws -> [RegisterLine] {
    let page = page(selection)
    // The page is found first, by number alone: sorting whole lines would carry sixty columns of every match.
    return try connection.query(
      """
      WITH page (id) AS MATERIALIZED (SELECT risk.id \(page.sql))
      SELECT \(RiskTable.selectColumns), unit.code, unit.name, \(previous("rank")), \(previous("score")),
        assessment.id IS NOT NULL, \(AssessmentTable.selectColumns)
      FROM page JOIN risk ON risk.id = page.id JOIN unit ON unit.id = risk.unit_id
      LEFT JOIN assessment ON assessment.id = risk.current_assessment_id
      LEFT JOIN rule_set ON rule_set.id = assessment.rule_set_id
      ORDER BY \(order(selection))
      """, page.values, line)
  }

  /// Counts for the whole selection, whatever its page, in one walk.
  public static func counts(_ selection: RegisterSelection, _ connection: Connection) throws -> RegisterCounts {
    let base = condition(selection, inOrder: false)
    let chosen = statesCondition(selection)
    let states = RegisterSelection.State.allCases.map { ($0, state($0, selection)) }
    let sums = states.map { "sum(\($0.1.sql))" }.joined(separator: ", ")
    var total = 0
    var byLevel: [String: Int] = [:]
    var byState: [RegisterSelection.State: Int] = [:]
    try connection.each(
      "SELECT current_level, sum(\(chosen.sql)), \(sums) FROM risk WHERE \(base.sql) GROUP BY 1",
      chosen.values + states.flatMap { $0.1.values } + base.values
    ) { row in
      let level = row.optionalText()
      let count = Int(row.integer())
      if let level, count > 0 { byLevel[level] = count }
      guard selection.levels.isEmpty || level.map(selection.levels.contains) == true else { return }
      total += count
      for (state, _) in states { byState[state, default: 0] += Int(row.integer()) }
    }
    return RegisterCounts(total: total, byLevel: byLevel, byState: byState)
  }

  /// References of all risks of a selection, in its order: for exports and for walking from risk to risk.
  public static func references(_ selection: RegisterSelection, _ connection: Connection) throws -> [String] {
    let page = page(selection)
    return try connection.query("SELECT risk.reference \(page.sql)", page.values) { row in row.text() }
  }

  /// Everything after the columns: matches in order, cut to the page.
  private static func page(_ selection: RegisterSelection) -> SQLPart {
    let inOrder = selection.order == .score && selection.limit != nil && selection.text.isEmpty
    var parts = [condition(selection, inOrder: inOrder), statesCondition(selection)]
    if !selection.levels.isEmpty {
      let marks = selection.levels.map { _ in "?" }.joined(separator: ", ")
      parts.append(SQLPart("risk.current_level IN (\(marks))", selection.levels.map { .text($0) }))
    }
    let part = SQLPart.all(parts)
    return SQLPart(
      """
      FROM risk \(selection.order == .unit ? "JOIN unit ON unit.id = risk.unit_id" : "")
      WHERE \(part.sql) ORDER BY \(order(selection)) LIMIT ? OFFSET ?
      """, part.values + [.integer(Int64(selection.limit ?? -1)), .integer(Int64(selection.offset))])
  }

  /// Everything but levels and states.
  private static func condition(_ selection: RegisterSelection, inOrder: Bool) -> SQLPart {
    // The plus keeps SQLite on the index of the order, which ends at the page's last row instead of sorting all.
    var parts = [selection.scope.predicate(inOrder ? "+risk.unit_id" : "risk.unit_id")]
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
    let any = "(\(parts.map(\.sql).joined(separator: " OR ")))"
    let active = selection.states.contains(.retired) ? any : "(risk.retired_on IS NULL AND \(any))"
    return SQLPart(active, parts.flatMap(\.values))
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
