import CSQLite
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL of table `appetite_standing`: which statement holds for a risk and what its score comes to. Follows from
/// statements, assessments and the day; checked by counting again rather than journalled.
public enum AppetiteStandingTable {
  /// What is compared with the statements of appetite: one risk of the register as it stands.
  public struct Subject: Sendable {
    /// The risk.
    public let riskID: Identifier<Risk>
    /// Its unit.
    public let unitID: Identifier<Unit>
    /// Its category; empty where not classified.
    public let category: String
    /// Code of its strategic target; empty where it has none.
    public let target: String
    /// Whether appetite does not bound it: it is off the active register, or an opportunity.
    public let isExempt: Bool
    /// Number of the methodology version of its current assessment; `nil` while not assessed.
    public let ruleSetID: Int64?
    /// Id of that methodology.
    public let methodologyID: String
    /// The pair that counts; `nil` while not assessed.
    public let pair: JudgedPair?
    /// The statement and the grade stored now.
    public let stored: Stored?
  }

  /// A stored row.
  public struct Stored: Sendable, Hashable {
    /// The statement that holds.
    public let statementID: Identifier<AppetiteStatement>
    /// What the score comes to.
    public let grade: AppetiteGrade

    /// A row.
    public init(statementID: Identifier<AppetiteStatement>, grade: AppetiteGrade) {
      (self.statementID, self.grade) = (statementID, grade)
    }
  }

  private static let select = """
    SELECT risk.id, risk.unit_id, risk.category, risk.strategic_target, risk.retired_on IS NOT NULL OR risk.kind IS NOT NULL,
      a.rule_set_id, a.methodology_id, coalesce(a.residual_likelihood, a.inherent_likelihood),
      coalesce(a.residual_impact, a.inherent_impact), risk.current_score, risk.current_level, risk.current_rank,
      standing.statement_id, standing.grade
    FROM risk LEFT JOIN assessment AS a ON a.id = risk.current_assessment_id
    LEFT JOIN appetite_standing AS standing ON standing.risk_id = risk.id
    """

  /// One risk.
  public static func subject(_ id: Identifier<Risk>, _ connection: Connection) throws -> Subject? {
    try connection.first(select + " WHERE risk.id = ?", [.integer(id.rawValue)], read)
  }

  /// All risks, by number.
  public static func subjects(_ connection: Connection) throws -> [Subject] {
    try connection.query(select + " ORDER BY risk.id", [], read)
  }

  /// The stored rows of all risks.
  public static func all(_ connection: Connection) throws -> [Identifier<Risk>: Stored] {
    let rows = try connection.query("SELECT risk_id, statement_id, grade FROM appetite_standing") { row in
      (row.identifier() as Identifier<Risk>, row.identifier() as Identifier<AppetiteStatement>, row.text())
    }
    return Dictionary(
      rows.compactMap { risk, statement, grade in
        AppetiteGrade(rawValue: grade).map { (risk, Stored(statementID: statement, grade: $0)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Keeps what holds for a risk, nothing where `nil`.
  public static func set(_ standing: Stored?, of risk: Identifier<Risk>, _ connection: Connection) throws {
    if let standing {
      try connection.run(
        """
        INSERT INTO appetite_standing (risk_id, statement_id, grade) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET statement_id = excluded.statement_id, grade = excluded.grade
        """,
        [.integer(risk.rawValue), .integer(standing.statementID.rawValue), .text(standing.grade.rawValue)])
    } else {
      try connection.run("DELETE FROM appetite_standing WHERE risk_id = ?", [.integer(risk.rawValue)])
    }
  }

  /// Sets the verdict of one risk: after an assessment, which writes its own.
  public static func refreshVerdict(of risk: Identifier<Risk>, _ connection: Connection) throws {
    try connection.run("UPDATE risk SET current_verdict = \(verdict) WHERE id = ?", [.integer(risk.rawValue)])
  }

  /// The verdict that a row of `risk` should carry: by the statement that holds, else by its assessment.
  static let verdict = """
    coalesce((SELECT iif(grade = 'within', 'within', 'above') FROM appetite_standing WHERE risk_id = risk.id),
      (SELECT verdict FROM assessment WHERE id = risk.current_assessment_id))
    """

  /// Sets the verdict of every risk whose row carries another than it should: after many assessments at once.
  public static func refreshVerdicts(_ connection: Connection) throws {
    try connection.run("UPDATE risk SET current_verdict = \(verdict) WHERE current_verdict IS NOT \(verdict)")
  }

  /// Risks whose newest case disagrees with how they stand, as text.
  static func recount(_ connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT format('risk %d: stands at %s, last event of its case %s', risk.id, s.grade, e.kind)
      FROM risk LEFT JOIN appetite_standing AS s ON s.risk_id = risk.id
      LEFT JOIN breach_event AS e ON e.id = (SELECT max(id) FROM breach_event WHERE risk_id = risk.id)
      WHERE (risk.retired_on IS NULL AND ifnull(s.grade, 'within') <> 'within') <> (ifnull(e.kind, 'resolved') <> 'resolved')
      ORDER BY risk.id
      """
    ) { row in row.text() }
  }

  /// How many active risks stand at each grade in the units of `scope`.
  public static func counts(in scope: Scope, _ connection: Connection) throws -> [AppetiteGrade: Int] {
    let seen = scope.predicate("risk.unit_id")
    let rows = try connection.query(
      """
      SELECT grade, count(*) FROM appetite_standing JOIN risk ON risk.id = risk_id
      WHERE risk.retired_on IS NULL AND \(seen.sql) GROUP BY grade
      """, seen.values
    ) { row in (AppetiteGrade(rawValue: row.text()), Int(row.integer())) }
    return Dictionary(rows.compactMap { grade, count in grade.map { ($0, count) } }) { first, _ in first }
  }

  private static func read(_ row: inout Row) throws -> Subject {
    let (risk, unit) = (row.identifier() as Identifier<Risk>, row.identifier() as Identifier<Unit>)
    let (category, target, isExempt) = (row.text(), row.text(), row.flag())
    let (ruleSet, methodology) = (row.optionalInteger(), row.text())
    let (likelihood, impact) = (row.optionalInteger(), row.optionalInteger())
    let score = row.optionalInteger().map(Int.init)
    let (level, rank) = (row.text(), Int(row.integer()))
    let statement: Identifier<AppetiteStatement>? = row.optionalIdentifier()
    let grade = AppetiteGrade(rawValue: row.text())
    var pair: JudgedPair?
    if let likelihood, let impact {
      pair = JudgedPair(
        likelihood: Int(likelihood), impact: Int(impact), score: score, levelID: level, levelRank: rank)
    }
    var stored: Stored?
    if let statement, let grade { stored = Stored(statementID: statement, grade: grade) }
    return Subject(
      riskID: risk, unitID: unit, category: category, target: target, isExempt: isExempt, ruleSetID: ruleSet,
      methodologyID: methodology, pair: pair, stored: stored)
  }
}

/// SQL of table `daily_run`: what is done once a day, and for which day it was done last.
public enum DailyRunTable {
  /// The day `name` was last done for; `nil` where never.
  public static func day(of name: String, _ connection: Connection) throws -> Day? {
    try connection.first("SELECT done_for FROM daily_run WHERE name = ?", [.text(name)]) { row in try row.day() }
  }

  /// Notes that `name` was done for `day`.
  public static func set(_ name: String, doneFor day: Day, _ connection: Connection) throws {
    try connection.run(
      "INSERT INTO daily_run (name, done_for) VALUES (?, ?) ON CONFLICT DO UPDATE SET done_for = excluded.done_for",
      [.text(name), .text(day.description)])
  }
}
