import GuvenceCore
import GuvenceRegister

/// Appends the derived assessments of a change of methodology, many at a time: what the caller has read of each risk
/// already is not asked again.
public enum DerivedAssessments {
  /// Where the assessment that is replaced counts on the heat map.
  public struct Place: Sendable {
    /// Unit of the risk.
    public let unitID: Identifier<Unit>
    /// Whether the risk is off the active register, and so off the map.
    public let isRetired: Bool
    /// Methodology of the assessment that is replaced.
    public let methodologyID: String
    /// Its pair before controls.
    public let inherent: JudgedPair
    /// Its pair after controls.
    public let residual: JudgedPair?

    /// A place.
    public init(
      unitID: Identifier<Unit>, isRetired: Bool, methodologyID: String, inherent: JudgedPair, residual: JudgedPair?
    ) {
      (self.unitID, self.isRetired, self.methodologyID) = (unitID, isRetired, methodologyID)
      (self.inherent, self.residual) = (inherent, residual)
    }
  }

  /// The number the next assessment will get.
  public static func nextID(_ connection: Connection) throws -> Identifier<Assessment> {
    try AssessmentTable.nextID(connection)
  }

  /// Appends `assessment` (its `id` is ignored) as the risk's current one in the place of another, moves the heat map and
  /// journals it. When the risk was last touched stays as it is: nobody looked at it.
  public static func append(
    _ assessment: Assessment, replacing place: Place, ruleSet: RuleSet, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    try AssessmentTable.insertRow(assessment, id: nil, ruleSet: ruleSet, connection)
    let stored = assessment.numbered(Identifier(connection.lastInsertedID))
    try connection.withFixed(
      """
      UPDATE risk SET current_assessment_id = ?, current_level = ?, current_rank = ?, current_score = ?,
        current_verdict = ?, next_review_on = ? WHERE id = ?
      """
    ) { statement in
      try AssessmentTable.bindCurrent(stored, to: statement)
      try statement.bind(stored.riskID.rawValue)
      _ = try statement.step()
    }
    if !place.isRetired {
      HeatTable.count(
        place.inherent, place.residual, methodologyID: place.methodologyID, unitID: place.unitID, by: -1, connection)
      HeatTable.count(
        stored.inherent, stored.residual, methodologyID: stored.methodologyID, unitID: place.unitID, by: 1, connection)
    }
    try Journal.append(stamp, after: .assessment(stored, ruleSetID: ruleSet.id, unitID: place.unitID), connection)
  }
}

/// SQL that names risks in lists.
public enum RiskNames {
  /// Reference, statement and unit of these risks; as they stood at the end of `asOf` where it is given.
  public static func find(
    _ ids: [Identifier<Risk>], asOf: Day? = nil, _ connection: Connection
  ) throws -> [Identifier<Risk>: (reference: String, statement: String, unitCode: String)] {
    if let asOf { return try past(ids, asOf.endInIstanbul, connection) }
    let list = "[" + ids.map(\.description).joined(separator: ",") + "]"
    let found = try connection.query(
      """
      SELECT risk.id, risk.reference, risk.statement, unit.code
      FROM risk JOIN unit ON unit.id = risk.unit_id WHERE risk.id IN (SELECT value FROM json_each(?))
      """, [.text(list)]
    ) { row in (row.identifier() as Identifier<Risk>, (row.text(), row.text(), row.text())) }
    return Dictionary(found.map { ($0.0, (reference: $0.1.0, statement: $0.1.1, unitCode: $0.1.2)) }) { first, _ in
      first
    }
  }

  private static func past(
    _ ids: [Identifier<Risk>], _ moment: Instant, _ connection: Connection
  ) throws -> [Identifier<Risk>: (reference: String, statement: String, unitCode: String)] {
    var found: [Identifier<Risk>: (reference: String, statement: String, unitCode: String)] = [:]
    for id in ids {
      let risk = try connection.first(
        PastStates.one(.risk, ["reference", "statement", "unit_id"]),
        [.integer(id.rawValue), .integer(moment.milliseconds)]
      ) { row in (row.text(), row.text(), row.integer()) }
      guard let (reference, statement, unit) = risk else { continue }
      let then = try connection.first(
        PastStates.one(.unit, ["code"]), [.integer(unit), .integer(moment.milliseconds)]
      ) { row in row.text() }
      let code = try then ?? UnitTable.find(Identifier(unit), connection)?.code ?? ""
      found[id] = (reference, statement, code)
    }
    return found
  }
}
