import GuvenceCore
import GuvenceRegister

/// The register's one query: a selection compiled to SQL with bound values.
public enum RegisterList {
  /// The lines of a selection, in its order.
  public static func lines(_ selection: RegisterSelection, _ connection: Connection) throws -> [RegisterLine] {
    // The page is found first, by number alone: sorting whole lines would carry sixty columns of every match.
    let page = try page(selection, connection)
    let numbers = try connection.query("SELECT risk.id \(page.sql)", page.values) { row in row.integer() }
    let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    return try connection.query(selection.isBrief ? briefLines : wholeLines, [.text(list)], line)
  }

  private static let wholeLines = linesOfNumbers(RiskTable.selectColumns, AssessmentTable.selectColumns)
  private static let briefLines = linesOfNumbers(
    without(
      [
        "risk.cause", "risk.event", "risk.consequence", "risk.planned_controls", "risk.unit_objective", "risk.notes",
        "risk.key_risk_reason", "risk.retire_reason", "risk.process", "risk.project",
      ], RiskTable.selectColumns), without(["assessment.reason"], AssessmentTable.selectColumns))

  private static func without(_ unwanted: Set<String>, _ columns: String) -> String {
    columns.split(separator: ", ").map { unwanted.contains(String($0)) ? "''" : String($0) }.joined(separator: ", ")
  }

  /// Lines in the order of the numbers, whose walk the CROSS JOIN fixes. Two columns come from the assessment before
  /// the current one.
  private static func linesOfNumbers(_ risk: String, _ assessment: String) -> String {
    """
    SELECT \(risk), unit.code, unit.name,
      iif(p.residual_level IS NULL, p.inherent_rank, p.residual_rank),
      iif(p.residual_level IS NULL, p.inherent_score, p.residual_score), standing.grade,
      assessment.id IS NOT NULL, \(withReviewDay(assessment))
    FROM json_each(?) AS page CROSS JOIN risk ON risk.id = page.value CROSS JOIN unit ON unit.id = risk.unit_id
    LEFT JOIN assessment ON assessment.id = risk.current_assessment_id
    LEFT JOIN rule_set ON rule_set.id = assessment.rule_set_id
    LEFT JOIN appetite_standing AS standing ON standing.risk_id = risk.id
    LEFT JOIN assessment AS p ON p.id = (
      SELECT id FROM assessment AS earlier WHERE earlier.risk_id = risk.id AND earlier.id <> risk.current_assessment_id
      ORDER BY earlier.assessed_on DESC, earlier.id DESC LIMIT 1)
    """
  }

  /// The review day that holds, which a person may have set apart from the assessment.
  private static func withReviewDay(_ columns: String) -> String {
    columns.split(separator: ", ")
      .map { $0 == "assessment.next_review_on" ? "ifnull(risk.next_review_on, assessment.next_review_on)" : String($0) }
      .joined(separator: ", ")
  }

  /// Counts for the whole selection, whatever its page, in one walk.
  public static func counts(_ selection: RegisterSelection, _ connection: Connection) throws -> RegisterCounts {
    var whole = selection
    (whole.order, whole.isReversed, whole.offset, whole.limit, whole.isBrief) = (.score, false, 0, nil, false)
    return try connection.remembered(whole) { try walk(whole, connection) }
  }

  private static func walk(_ selection: RegisterSelection, _ connection: Connection) throws -> RegisterCounts {
    let base = condition(selection, inOrder: false)
    let chosen = statesCondition(selection)
    let states = RegisterSelection.State.allCases.map { ($0, state($0, selection)) }
    let sums = states.map { "sum(\($0.1.sql))" }.joined(separator: ", ")
    var total = 0
    var byLevel: [String: Int] = [:]
    var byState: [RegisterSelection.State: Int] = [:]
    var byKind: [RiskKind: Int] = [:]
    try connection.each(
      "SELECT current_level, kind, sum(\(chosen.sql)), \(sums) FROM risk WHERE \(base.sql) GROUP BY 1, 2",
      chosen.values + states.flatMap { $0.1.values } + base.values
    ) { row in
      let level = row.optionalText()
      let kind = RiskKind(rawValue: row.text()) ?? .threat
      let count = Int(row.integer())
      let isLevel = selection.levels.isEmpty || level.map(selection.levels.contains) == true
      if isLevel { byKind[kind, default: 0] += count }
      guard selection.kind.map({ $0 == kind }) ?? true else { return }
      if let level, count > 0 { byLevel[level, default: 0] += count }
      guard isLevel else { return }
      total += count
      for (state, _) in states { byState[state, default: 0] += Int(row.integer()) }
    }
    return RegisterCounts(total: total, byLevel: byLevel, byState: byState, byKind: byKind)
  }

  /// References of all risks of a selection, in its order: for exports and for walking from risk to risk.
  public static func references(_ selection: RegisterSelection, _ connection: Connection) throws -> [String] {
    let page = try page(selection, connection)
    return try connection.query("SELECT risk.reference \(page.sql)", page.values) { row in row.text() }
  }

  /// Cells of the heat map over a selection, counted one by one: for selections that `HeatTable` does not count.
  public static func cells(
    _ basis: HeatCell.Basis, methodologyID: String, _ selection: RegisterSelection, _ connection: Connection
  ) throws -> [HeatCell] {
    var parts = [condition(selection, inOrder: false), statesCondition(selection)]
    if let kind = selection.kind { parts.append(condition(kind)) }
    let part = SQLPart.all(parts)
    let pair = "assessment.\(basis.rawValue)_likelihood, assessment.\(basis.rawValue)_impact"
    return try connection.query(
      """
      SELECT \(pair), count(*) FROM risk JOIN assessment ON assessment.id = risk.current_assessment_id
      WHERE assessment.methodology_id = ? AND assessment.\(basis.rawValue)_likelihood IS NOT NULL AND \(part.sql)
      GROUP BY 1, 2 ORDER BY 1, 2
      """, [.text(methodologyID)] + part.values
    ) { row in HeatCell(likelihood: Int(row.integer()), impact: Int(row.integer()), count: Int(row.integer())) }
  }

  /// Everything after the columns: matches in order, cut to the page.
  private static func page(_ selection: RegisterSelection, _ connection: Connection) throws -> SQLPart {
    let inOrder = try isWalkedInOrder(selection, connection)
    var parts = [condition(selection, inOrder: inOrder), statesCondition(selection)]
    if !selection.levels.isEmpty {
      let marks = selection.levels.map { _ in "?" }.joined(separator: ", ")
      parts.append(SQLPart("risk.current_level IN (\(marks))", selection.levels.map { .text($0) }))
    }
    if let kind = selection.kind { parts.append(condition(kind)) }
    let part = SQLPart.all(parts)
    return SQLPart(
      """
      FROM risk \(selection.order == .unit ? "JOIN unit ON unit.id = risk.unit_id" : "")
      WHERE \(part.sql) ORDER BY \(order(selection)) LIMIT ? OFFSET ?
      """, part.values + [.integer(Int64(selection.limit ?? -1)), .integer(Int64(selection.offset))])
  }

  /// Whether to walk the index of the order up to the page's last row, rather than to sort all rows of the scope:
  /// what is shorter, taking the units' risks as spread evenly.
  private static func isWalkedInOrder(_ selection: RegisterSelection, _ connection: Connection) throws -> Bool {
    guard selection.order == .score, selection.text.isEmpty, let limit = selection.limit else { return false }
    guard case .units(let units) = selection.scope else { return true }
    let counts = try UnitTable.riskCounts(connection)
    let inScope = units.reduce(0) { $0 + (counts[$1] ?? 0) }
    let all = counts.values.reduce(0, +)
    return (selection.offset + limit).multipliedReportingOverflow(by: all).partialValue < inScope * inScope
  }

  /// Everything but levels and states.
  private static func condition(_ selection: RegisterSelection, inOrder: Bool) -> SQLPart {
    // The plus keeps SQLite on the index of the order, which ends at the page's last row instead of sorting all.
    var parts = [seen(selection, inOrder ? "+risk.unit_id" : "risk.unit_id")]
    if let category = selection.category { parts.append(SQLPart("risk.category = ?", [.text(category)])) }
    if let response = selection.response { parts.append(SQLPart("risk.response = ?", [.text(response.rawValue)])) }
    if let word = selection.controllability { parts.append(SQLPart("risk.controllability = ?", [.text(word)])) }
    if let word = selection.identificationMethod {
      parts.append(SQLPart("risk.identification_method = ?", [.text(word)]))
    }
    if let processes = selection.processes {
      let list = "[" + processes.sorted().map(\.description).joined(separator: ",") + "]"
      parts.append(
        SQLPart(
          """
          risk.id IN (SELECT risk_id FROM chart_link WHERE ended_at IS NULL AND risk_id IS NOT NULL
            AND process_id IN (SELECT value FROM json_each(?)))
          """, [.text(list)]))
    }
    if let found = SearchIndex.condition(selection.text) { parts.append(found) }
    if let assessed = assessmentCondition(selection) { parts.append(assessed) }
    return .all(parts)
  }

  /// What lies in the scope, and what its units share.
  private static func seen(_ selection: RegisterSelection, _ column: String) -> SQLPart {
    let own = selection.scope.predicate(column)
    guard !selection.shared.isEmpty else { return own }
    let list = "[" + selection.shared.sorted().map(\.description).joined(separator: ",") + "]"
    return SQLPart("(\(own.sql) OR risk.id IN (SELECT value FROM json_each(?)))", own.values + [.text(list)])
  }

  private static func condition(_ kind: RiskKind) -> SQLPart {
    switch kind {
    case .threat: SQLPart("risk.kind IS NULL")
    // Written out: only so SQLite takes the index of the opportunities.
    case .opportunity: SQLPart("risk.kind = 'opportunity'")
    }
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
    // Appetite bounds threats; an opportunity is not too great.
    case .aboveAppetite: return active("risk.current_verdict IS 'above' AND risk.kind IS NULL")
    case .key: return active("risk.is_key_risk = 1")
    case .shared: return active("risk.id IN (SELECT risk_id FROM risk_share WHERE ended_at IS NULL)")
    case .reviewDue:
      let until = selection.today.adding(days: selection.reviewWindow)
      return active(
        "(ifnull(risk.next_review_on, '9999') <= ? OR risk.id IN (\(ReviewRequestTable.risksInReview)))",
        [.text(until.description)])
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

  private static func line(_ row: inout Row) throws -> RegisterLine {
    let risk = try RiskTable.read(&row)
    let unitCode = row.text()
    let unitName = row.text()
    let rank = row.optionalInteger().map(Int.init)
    let score = row.optionalInteger().map(Int.init)
    let grade = row.optionalText().flatMap(AppetiteGrade.init(rawValue:))
    let assessment = row.flag() ? try AssessmentTable.read(&row) : nil
    return RegisterLine(
      risk: risk, unitCode: unitCode, unitName: unitName, assessment: assessment, previousRank: rank,
      previousScore: score, appetite: grade)
  }
}
