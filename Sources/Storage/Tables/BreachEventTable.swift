import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `breach_event`. Rows are appended only.
public enum BreachEventTable {
  static let columns = [
    "account_id", "at", "case_id", "done_by", "grade", "id", "kind", "methodology_id", "risk_id", "score",
    "statement_id", "text", "until",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM breach_event"

  /// Appends `event` (its `id` is ignored, and its `caseID` where it opens a case) and returns it with its number.
  public static func insert(_ event: BreachEvent, _ connection: Connection) throws -> BreachEvent {
    try connection.withStatement(
      """
      INSERT INTO breach_event (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { prepared in
      var sink = BindingSink(statement: prepared)
      try write(event, id: nil, to: &sink)
      _ = try prepared.step()
    }
    let id = connection.lastInsertedID
    return BreachEvent(
      id: Identifier(id), caseID: event.kind == .opened ? Identifier(id) : event.caseID, riskID: event.riskID,
      kind: event.kind, at: event.at, by: event.by, accountID: event.accountID, grade: event.grade, score: event.score,
      methodologyID: event.methodologyID, statementID: event.statementID, text: event.text, until: event.until)
  }

  /// Events of one risk before `moment` (all where `nil`), oldest first.
  public static func all(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [BreachEvent] {
    try connection.query(
      select + " WHERE risk_id = ? AND at < ? ORDER BY id",
      [.integer(id.rawValue), .integer(moment?.milliseconds ?? .max)], read)
  }

  /// Events of the risks in `scope`, oldest first.
  public static func all(in scope: Scope, _ connection: Connection) throws -> [BreachEvent] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      select + " WHERE risk_id IN (SELECT id FROM risk WHERE \(seen.sql)) ORDER BY id", seen.values, read)
  }

  /// The risk whose case this is; `nil` where there is no such case.
  public static func risk(ofCase id: Identifier<BreachCase>, _ connection: Connection) throws -> Identifier<Risk>? {
    try connection.first(
      "SELECT risk_id FROM breach_event WHERE id = ? AND case_id IS NULL", [.integer(id.rawValue)]
    ) { row in row.identifier() }
  }

  static func write<Sink: FieldSink>(
    _ event: BreachEvent, id: Identifier<BreachEvent>?, to sink: inout Sink
  ) throws {
    try sink.identifier("account_id", event.accountID)
    try sink.instant("at", event.at)
    try sink.identifier("case_id", event.kind == .opened ? nil : event.caseID)
    try sink.text("done_by", event.by)
    try sink.text("grade", event.grade.rawValue)
    try sink.identifier("id", id)
    try sink.text("kind", event.kind.rawValue)
    try sink.text("methodology_id", event.methodologyID)
    try sink.identifier("risk_id", event.riskID)
    try sink.integer("score", event.score)
    try sink.identifier("statement_id", event.statementID)
    try sink.text("text", event.text)
    try sink.day("until", event.until)
  }

  private static func read(_ row: inout Row) throws -> BreachEvent {
    let account: Identifier<Account>? = row.optionalIdentifier()
    let at = row.instant()
    let caseID: Identifier<BreachCase>? = row.optionalIdentifier()
    let (by, grade) = (row.text(), AppetiteGrade(rawValue: row.text()))
    let id: Identifier<BreachEvent> = row.identifier()
    let (kind, methodologyID) = (BreachEvent.Kind(rawValue: row.text()), row.text())
    let risk: Identifier<Risk> = row.identifier()
    let score = Int(row.integer())
    let statement: Identifier<AppetiteStatement>? = row.optionalIdentifier()
    guard let grade, let kind else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "event \(id) of a case cannot be read")
    }
    return BreachEvent(
      id: id, caseID: caseID ?? Identifier(id.rawValue), riskID: risk, kind: kind, at: at, by: by, accountID: account,
      grade: grade, score: score, methodologyID: methodologyID, statementID: statement, text: row.text(),
      until: try row.optionalDay())
  }
}
