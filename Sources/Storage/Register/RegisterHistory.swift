import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// A moment of the past.
public enum PastMoment: Sendable, Hashable {
  /// The end of a day in Europe/Istanbul.
  case day(Day)
  /// Just after a row of the journal.
  case journal(Int64)
}

/// A risk as it was, with the assessment that held then.
public struct PastRisk: Sendable, Hashable {
  /// The risk as the journal had it last.
  public let risk: Risk
  /// Code of its unit, as it is today.
  public let unitCode: String
  /// Name of its unit, as it is today.
  public let unitName: String
  /// The assessment that held then.
  public let assessment: Assessment?
  /// The assessment that held on the day compared with; `nil` where none was asked for.
  public let earlier: Assessment?

  /// The same with another verdict on the assessment that held then.
  public func judged(_ verdict: AppetiteVerdict) -> PastRisk {
    PastRisk(
      risk: risk, unitCode: unitCode, unitName: unitName, assessment: assessment?.judged(verdict), earlier: earlier)
  }
}

/// The register as of a past day or journal position, read from the journal and from the assessments, which are
/// only ever appended.
public enum RegisterHistory {
  /// All risks known at `moment`, retired ones included, by reference. `earlier` asks for the assessments of another day
  /// too, for a comparison.
  public static func risks(
    at moment: PastMoment, comparedWith earlier: Day? = nil, in scope: Scope, _ connection: Connection
  ) throws -> [PastRisk] {
    let seen = scope.predicate("json_extract(state.after, '$.unit_id')")
    let found = try connection.query(
      """
      SELECT \(stateColumns), unit.code, unit.name
      FROM (\(lastStates(moment))) AS state JOIN unit ON unit.id = json_extract(state.after, '$.unit_id')
      WHERE \(seen.sql) ORDER BY json_extract(state.after, '$.reference')
      """, [position(moment)] + seen.values
    ) { row in (try RiskTable.read(&row), row.text(), row.text()) }
    return try found.map { risk, code, name in
      let assessment = try assessment(of: risk.id, at: moment, connection)
      return PastRisk(
        risk: risk.assessed(assessment?.id), unitCode: code, unitName: name, assessment: assessment,
        earlier: try earlier.flatMap { try self.assessment(of: risk.id, at: .day($0), connection) })
    }
  }

  /// One risk as it was; `nil` where it was not yet known.
  public static func risk(
    _ id: Identifier<Risk>, at moment: PastMoment, _ connection: Connection
  ) throws -> Risk? {
    let risk = try connection.first(
      """
      SELECT \(stateColumns) FROM (
        SELECT after, at FROM journal WHERE entity = 'risk' AND entity_id = ?1 AND after IS NOT NULL AND \(until(moment, 2))
        ORDER BY sequence DESC LIMIT 1
      ) AS state
      """, [.integer(id.rawValue), position(moment)], RiskTable.read)
    return risk?.assessed(try assessment(of: id, at: moment, connection)?.id)
  }

  /// Assessments of a risk known at `moment`, newest first.
  public static func assessments(
    of id: Identifier<Risk>, at moment: PastMoment, limit: Int = -1, _ connection: Connection
  ) throws -> [Assessment] {
    let known: String
    switch moment {
    case .day: known = "assessment.assessed_on <= ?2"
    case .journal:
      known = """
        EXISTS (SELECT 1 FROM journal WHERE entity = 'assessment' AND entity_id = assessment.id AND sequence <= ?2)
        """
    }
    return try connection.query(
      """
      \(AssessmentTable.select) WHERE assessment.risk_id = ?1 AND \(known)
      ORDER BY assessment.assessed_on DESC, assessment.id DESC LIMIT ?3
      """, [.integer(id.rawValue), position(moment, days: true), .integer(Int64(limit))], AssessmentTable.read)
  }

  private static func assessment(
    of id: Identifier<Risk>, at moment: PastMoment, _ connection: Connection
  ) throws -> Assessment? {
    try assessments(of: id, at: moment, limit: 1, connection).first
  }

  /// The columns of `RiskTable.selectColumns`, out of the journal's state.
  private static let stateColumns =
    RiskTable.columns.map { "json_extract(state.after, '$.\($0)')" }.joined(separator: ", ") + ", state.at, NULL"

  // With max() SQLite takes the bare columns from the row that holds the maximum (sqlite.org/lang_select.html#bareagg).
  private static func lastStates(_ moment: PastMoment) -> String {
    """
    SELECT max(sequence), after, at FROM journal
    WHERE entity = 'risk' AND after IS NOT NULL AND \(until(moment, 1)) GROUP BY entity_id
    """
  }

  private static func until(_ moment: PastMoment, _ number: Int) -> String {
    switch moment {
    case .day: "at < ?\(number)"
    case .journal: "sequence <= ?\(number)"
    }
  }

  private static func position(_ moment: PastMoment, days: Bool = false) -> SQLValue {
    switch moment {
    case .day(let day):
      days ? .text(day.description) : .integer(Instant.startInIstanbul(of: day.adding(days: 1)).milliseconds)
    case .journal(let sequence): .integer(sequence)
    }
  }
}

extension Risk {
  fileprivate func assessed(_ id: Identifier<Assessment>?) -> Risk {
    var copy = self
    copy.currentAssessmentID = id
    return copy
  }
}
