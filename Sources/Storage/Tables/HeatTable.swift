import GuvenceCore
import GuvenceRegister

/// A cell of the heat map of one unit.
public struct HeatCell: Sendable, Hashable {
  /// Which pair a heat map shows.
  public enum Basis: String, Sendable, CaseIterable {
    /// Before controls (doğal).
    case inherent
    /// After controls (artık).
    case residual
  }

  /// What a cell is counted by.
  struct Key: Hashable, Sendable {
    let methodologyID: String
    let basis: Basis
    let unitID: Identifier<Unit>
    let likelihood: Int
    let impact: Int
  }

  /// Likelihood value.
  public let likelihood: Int
  /// Impact value.
  public let impact: Int
  /// Active risks whose current assessment lies there.
  public let count: Int

  /// A cell.
  public init(likelihood: Int, impact: Int, count: Int) {
    (self.likelihood, self.impact, self.count) = (likelihood, impact, count)
  }
}

/// SQL of table `heat_cell`: active risks by unit and by the cell of their current assessment, kept up to date in the
/// transaction that changes them, so that the heat map need not count a million assessments.
public enum HeatTable {
  /// Cells with at least one risk, by likelihood and impact.
  public static func cells(
    _ basis: HeatCell.Basis, methodologyID: String, in scope: Scope, _ connection: Connection
  ) throws -> [HeatCell] {
    try connection.flushPending()
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      SELECT likelihood, impact, sum(count) FROM heat_cell
      WHERE methodology_id = ? AND basis = ? AND \(seen.sql)
      GROUP BY likelihood, impact HAVING sum(count) > 0 ORDER BY likelihood, impact
      """, [.text(methodologyID), .text(basis.rawValue)] + seen.values
    ) { row in
      HeatCell(likelihood: Int(row.integer()), impact: Int(row.integer()), count: Int(row.integer()))
    }
  }

  /// How many of the risks counted in `cells` are opportunities, by likelihood and impact. Counted afresh: they are few.
  public static func opportunities(
    _ basis: HeatCell.Basis, methodologyID: String, in scope: Scope, _ connection: Connection
  ) throws -> [HeatCell] {
    let seen = scope.predicate("risk.unit_id")
    let (likelihood, impact) = ("a.\(basis.rawValue)_likelihood", "a.\(basis.rawValue)_impact")
    return try connection.query(
      """
      SELECT \(likelihood), \(impact), count(*)
      FROM risk JOIN assessment AS a ON a.id = risk.current_assessment_id
      WHERE risk.kind = 'opportunity' AND risk.retired_on IS NULL AND a.methodology_id = ? AND \(likelihood) IS NOT NULL
        AND \(seen.sql)
      GROUP BY 1, 2 ORDER BY 1, 2
      """, [.text(methodologyID)] + seen.values
    ) { row in
      HeatCell(likelihood: Int(row.integer()), impact: Int(row.integer()), count: Int(row.integer()))
    }
  }

  /// Differences between the kept counts and a fresh count, as text; empty where all agree.
  static func recount(_ connection: Connection) throws -> [String] {
    try connection.flushPending()
    return try connection.query(
      """
      WITH fresh AS (
        SELECT a.methodology_id AS m, 'inherent' AS b, r.unit_id AS u, a.inherent_likelihood AS l,
          a.inherent_impact AS i, count(*) AS n
        FROM risk AS r JOIN assessment AS a ON a.id = r.current_assessment_id
        WHERE r.retired_on IS NULL GROUP BY 1, 2, 3, 4, 5
        UNION ALL
        SELECT a.methodology_id, 'residual', r.unit_id, a.residual_likelihood, a.residual_impact, count(*)
        FROM risk AS r JOIN assessment AS a ON a.id = r.current_assessment_id
        WHERE r.retired_on IS NULL AND a.residual_likelihood IS NOT NULL GROUP BY 1, 2, 3, 4, 5
      )
      SELECT format('%s %s unit %d %d×%d: kept %d, counted %d', coalesce(m, h.methodology_id), coalesce(b, basis),
        coalesce(u, unit_id), coalesce(l, likelihood), coalesce(i, impact), coalesce(h.count, 0), coalesce(n, 0))
      FROM fresh FULL JOIN (SELECT * FROM heat_cell WHERE count > 0) AS h
        ON m = h.methodology_id AND b = basis AND u = unit_id AND l = likelihood AND i = impact
      WHERE coalesce(h.count, 0) <> coalesce(n, 0) ORDER BY 1
      """
    ) { row in row.text() }
  }

  /// Where a risk stands on the heat map.
  struct Place {
    let unitID: Identifier<Unit>
    let isRetired: Bool
    let assessmentID: Identifier<Assessment>?
    let assessedOn: Day?
  }

  static func place(of id: Identifier<Risk>, _ connection: Connection) throws -> Place? {
    try connection.withFixed(
      """
      SELECT risk.unit_id, risk.retired_on IS NOT NULL, risk.current_assessment_id, assessment.assessed_on
      FROM risk LEFT JOIN assessment ON assessment.id = risk.current_assessment_id WHERE risk.id = ?
      """
    ) { statement in
      try statement.bind(id.rawValue)
      guard try statement.step() else { return nil }
      var row = Row(statement)
      return Place(
        unitID: row.identifier(), isRetired: row.flag(), assessmentID: row.optionalIdentifier(),
        assessedOn: try row.optionalDay())
    }
  }

  static func count(
    _ id: Identifier<Assessment>, at place: Place?, by step: Int, _ connection: Connection
  ) throws {
    guard let assessment = try AssessmentTable.find(id, connection) else { return }
    count(assessment, at: place, by: step, connection)
  }

  static func count(_ assessment: Assessment, at place: Place?, by step: Int, _ connection: Connection) {
    guard let place, !place.isRetired else { return }
    count(
      assessment.inherent, assessment.residual, methodologyID: assessment.methodologyID, unitID: place.unitID,
      by: step, connection)
  }

  static func count(
    _ inherent: JudgedPair, _ residual: JudgedPair?, methodologyID: String, unitID: Identifier<Unit>, by step: Int,
    _ connection: Connection
  ) {
    for (basis, pair) in [(HeatCell.Basis.inherent, inherent), (.residual, residual)] {
      guard let pair else { continue }
      let key = HeatCell.Key(
        methodologyID: methodologyID, basis: basis, unitID: unitID, likelihood: pair.likelihood, impact: pair.impact)
      connection.pending.heat[key, default: 0] += step
    }
  }

  static func flush(_ connection: Connection) throws {
    let changes = connection.pending.heat
    connection.pending.heat.removeAll(keepingCapacity: true)
    for (key, change) in changes where change != 0 {
      let cell: [SQLValue] = [
        .text(key.methodologyID), .text(key.basis.rawValue), .integer(key.unitID.rawValue),
        .integer(Int64(key.likelihood)), .integer(Int64(key.impact)), .integer(Int64(change)),
      ]
      try connection.run(change > 0 ? raise : lower, cell)
    }
  }

  private static let raise = """
    INSERT INTO heat_cell (methodology_id, basis, unit_id, likelihood, impact, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT DO UPDATE SET count = count + excluded.count
    """
  // Not by conflict: the CHECK would see the negative count before the conflict is found.
  private static let lower = """
    UPDATE heat_cell SET count = count + ?6
    WHERE methodology_id = ?1 AND basis = ?2 AND unit_id = ?3 AND likelihood = ?4 AND impact = ?5
    """
}
