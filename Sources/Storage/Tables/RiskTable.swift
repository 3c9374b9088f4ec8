import GuvenceCore
import GuvenceRegister

/// SQL of table `risk`. What an assessment derives (`current_…`, `next_review_on`, `updated_at`) is not part of a risk's
/// journalled state: it follows from the assessments and is checked by counting again.
public enum RiskTable {
  static let columns = [
    "category", "cause", "consequence", "controllability", "controls", "created_at", "declared_change",
    "declared_level", "declared_score", "event", "id", "identification_method", "is_key_risk", "key_risk_reason",
    "kind", "notes", "owner", "planned_controls", "process", "project", "reference", "response", "retire_reason",
    "retired_on",
    "source", "source_reference", "started_on", "statement", "strategic_target", "unit_id", "unit_objective", "version",
  ]

  /// Stores a new risk and gives it its number. Throws a fault with `isUnique` where the reference is taken.
  public static func insert(
    reference: String, _ details: RiskDetails, at now: Instant, _ connection: Connection
  ) throws -> Risk {
    let risk = Risk(
      id: Identifier(0), reference: reference, details: details, currentAssessmentID: nil, version: 1, createdAt: now,
      updatedAt: now)
    return risk.numbered(try insert(risk, current: nil, connection))
  }

  /// Stores a new risk together with its first assessment (whose `id` and `riskID` are ignored): what bulk imports do, at
  /// half the cost of the two steps.
  public static func insert(
    reference: String, _ details: RiskDetails, assessment: Assessment, ruleSet: RuleSet, at now: Instant,
    _ connection: Connection
  ) throws -> (risk: Risk, assessment: Assessment) {
    let first = assessment.numbered(try AssessmentTable.nextID(connection))
    let risk = Risk(
      id: Identifier(0), reference: reference, details: details, currentAssessmentID: first.id, version: 1,
      createdAt: now, updatedAt: max(now, first.recordedAt))
    let stored = risk.numbered(try insert(risk, current: first, connection))
    let complete = first.numbered(first.id, of: stored.id)
    try AssessmentTable.insertRow(complete, id: complete.id, ruleSet: ruleSet, connection)
    let place = HeatTable.Place(
      unitID: details.unitID, isRetired: false, assessmentID: nil, assessedOn: nil)
    HeatTable.count(complete, at: place, by: 1, connection)
    return (stored, complete)
  }

  /// References of the active risks of a unit.
  public static func activeReferences(of unit: Identifier<Unit>, _ connection: Connection) throws -> [String] {
    try connection.query(
      "SELECT reference FROM risk WHERE unit_id = ? AND retired_on IS NULL ORDER BY reference",
      [.integer(unit.rawValue)]
    ) { row in row.text() }
  }

  private static func insert(
    _ risk: Risk, current: Assessment?, _ connection: Connection
  ) throws -> Identifier<Risk> {
    try connection.withFixed(
      """
      INSERT INTO risk (category, cause, consequence, controllability, controls, created_at, declared_change,
        declared_level, declared_score, event, id, identification_method, is_key_risk, key_risk_reason, kind, notes,
        owner, planned_controls, process, project, reference, response, retire_reason, retired_on, source,
        source_reference, started_on, statement, strategic_target, unit_id, unit_objective, version, updated_at,
        current_assessment_id, current_level, current_rank, current_score, current_verdict, next_review_on)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?)
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(risk, id: nil, to: &sink)
      try statement.bind(risk.updatedAt.milliseconds)
      if let current { try AssessmentTable.bindCurrent(current, to: statement) }
      _ = try statement.step()
    }
    return Identifier(connection.lastInsertedID)
  }

  /// Stores `risk` where its stored version is still `basedOn`; `false` where somebody saved in between. The heat map
  /// follows where the unit or the retirement changes.
  public static func update(_ risk: Risk, basedOn version: Int, _ connection: Connection) throws -> Bool {
    let before = try HeatTable.place(of: risk.id, connection)
    try connection.withStatement(
      """
      UPDATE risk SET category = ?, cause = ?, consequence = ?, controllability = ?, controls = ?, created_at = ?,
        declared_change = ?, declared_level = ?, declared_score = ?, event = ?, id = ?, identification_method = ?,
        is_key_risk = ?, key_risk_reason = ?, kind = ?, notes = ?, owner = ?, planned_controls = ?, process = ?,
        project = ?, reference = ?, response = ?, retire_reason = ?, retired_on = ?, source = ?, source_reference = ?,
        started_on = ?, statement = ?, strategic_target = ?, unit_id = ?, unit_objective = ?, version = ?, updated_at = ?
      WHERE id = ? AND version = ?
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(risk, id: risk.id, to: &sink)
      try statement.bind(risk.updatedAt.milliseconds)
      try statement.bind(risk.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    guard connection.changes == 1 else { return false }
    let isMoved = before?.unitID != risk.details.unitID || before?.isRetired != (risk.retiredOn != nil)
    if isMoved, let assessmentID = before?.assessmentID {
      try HeatTable.count(assessmentID, at: before, by: -1, connection)
      let after = try HeatTable.place(of: risk.id, connection)
      try HeatTable.count(assessmentID, at: after, by: 1, connection)
    }
    return true
  }

  /// One risk, whatever its unit; the caller asks the scope.
  public static func find(_ id: Identifier<Risk>, _ connection: Connection) throws -> Risk? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// The risk with this reference number.
  public static func find(reference: String, _ connection: Connection) throws -> Risk? {
    try connection.first(select + " WHERE reference = ?", [.text(reference)], read)
  }

  /// The risk with this reference number, where `scope` may see it.
  public static func find(
    reference: String, in scope: Scope, _ connection: Connection
  ) throws -> Risk? {
    let seen = scope.predicate("unit_id")
    return try connection.first(select + " WHERE reference = ? AND \(seen.sql)", [.text(reference)] + seen.values, read)
  }

  /// Risks of a unit, retired ones included, by reference.
  public static func all(ofUnit id: Identifier<Unit>, _ connection: Connection) throws -> [Risk] {
    try connection.query(select + " WHERE unit_id = ? ORDER BY reference", [.integer(id.rawValue)], read)
  }

  static let selectColumns =
    columns.map { "risk.\($0)" }.joined(separator: ", ")
    + ", risk.updated_at, risk.current_assessment_id"
  private static let select = "SELECT \(selectColumns) FROM risk"

  static func write<Sink: FieldSink>(_ risk: Risk, id: Identifier<Risk>?, to sink: inout Sink) throws {
    let details = risk.details
    try sink.text("category", details.category)
    try sink.text("cause", details.cause)
    try sink.text("consequence", details.consequence)
    try sink.text("controllability", details.controllability)
    try sink.text("controls", details.controls)
    try sink.instant("created_at", risk.createdAt)
    try sink.text("declared_change", details.declaredChange?.rawValue)
    try sink.text("declared_level", details.declaredLevel)
    try sink.integer("declared_score", details.declaredScore)
    try sink.text("event", details.event)
    try sink.identifier("id", id)
    try sink.text("identification_method", details.identificationMethod)
    try sink.flag("is_key_risk", details.isKeyRisk)
    try sink.text("key_risk_reason", details.keyRiskReason)
    try sink.text("kind", details.kind == .threat ? nil : details.kind.rawValue)
    try sink.text("notes", details.notes)
    try sink.text("owner", details.owner)
    try sink.text("planned_controls", details.plannedControls)
    try sink.text("process", details.process)
    try sink.text("project", details.project)
    try sink.text("reference", risk.reference)
    try sink.text("response", details.response?.rawValue)
    try sink.text("retire_reason", risk.retireReason)
    try sink.day("retired_on", risk.retiredOn)
    try sink.text("source", details.source?.rawValue)
    try sink.text("source_reference", details.sourceReference)
    try sink.day("started_on", details.startedOn)
    try sink.text("statement", details.statement)
    try sink.text("strategic_target", details.strategicTarget)
    try sink.identifier("unit_id", details.unitID)
    try sink.text("unit_objective", details.unitObjective)
    try sink.integer("version", risk.version)
  }

  /// Reads `selectColumns`.
  static func read(_ row: inout Row) throws -> Risk {
    let category = row.text()
    var details = RiskDetails(unitID: Identifier(0), statement: "")
    details.category = category
    details.cause = row.text()
    details.consequence = row.text()
    details.controllability = row.text()
    details.controls = row.text()
    let createdAt = row.instant()
    details.declaredChange = ChangeDirection(rawValue: row.text())
    details.declaredLevel = row.text()
    details.declaredScore = row.optionalInteger().map(Int.init)
    details.event = row.text()
    let id: Identifier<Risk> = row.identifier()
    details.identificationMethod = row.text()
    details.isKeyRisk = row.flag()
    details.keyRiskReason = row.text()
    details.kind = RiskKind(rawValue: row.text()) ?? .threat
    details.notes = row.text()
    details.owner = row.text()
    details.plannedControls = row.text()
    details.process = row.text()
    details.project = row.text()
    let reference = row.text()
    details.response = RiskResponse(rawValue: row.text())
    let retireReason = row.text()
    let retiredOn = try row.optionalDay()
    details.source = RiskSource(rawValue: row.text())
    details.sourceReference = row.text()
    details.startedOn = try row.optionalDay()
    details.statement = row.text()
    details.strategicTarget = row.text()
    details.unitID = row.identifier()
    details.unitObjective = row.text()
    let version = Int(row.integer())
    let updatedAt = row.instant()
    return Risk(
      id: id, reference: reference, details: details, currentAssessmentID: row.optionalIdentifier(), version: version,
      createdAt: createdAt, updatedAt: updatedAt, retiredOn: retiredOn, retireReason: retireReason)
  }
}

extension Risk {
  /// The same risk under its number.
  fileprivate func numbered(_ id: Identifier<Risk>) -> Risk {
    Risk(
      id: id, reference: reference, details: details, currentAssessmentID: currentAssessmentID, version: version,
      createdAt: createdAt, updatedAt: updatedAt, retiredOn: retiredOn, retireReason: retireReason)
  }
}
