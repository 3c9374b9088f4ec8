import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of tables `event` and `event_risk`.
public enum EventTable {
  static let columns = [
    "category", "cause", "close_reason", "closed_on", "code", "consequence", "created_at", "description",
    "detected_on", "gross_loss", "id", "is_public_loss", "kind", "measures", "occurred_on", "other_effects",
    "recovered", "reported_on", "risks", "unit_id", "version",
  ]
  /// The linked risks as one text, so that the journal's state holds them.
  static let expressions = columns.map { $0 == "risks" ? linkedRisks : "event.\($0)" }
  private static let linkedRisks = """
    (SELECT group_concat(risk_id, ' ') FROM (SELECT risk_id FROM event_risk
     WHERE event_id = event.id ORDER BY risk_id))
    """
  private static let stored = columns.filter { $0 != "risks" }
  private static let select = "SELECT \(expressions.joined(separator: ", ")) FROM event"

  /// Stores a new event and gives it its number. Throws a fault with `isUnique` where the code is taken.
  public static func insert(
    code: String, _ details: EventDetails, risks: Set<Identifier<Risk>>, at now: Instant, _ connection: Connection
  ) throws -> RealisedEvent {
    let draft = RealisedEvent(
      id: Identifier(0), code: code, details: details, risks: risks, version: 1, createdAt: now)
    try connection.withStatement(
      """
      INSERT INTO event (\(stored.joined(separator: ", "))) VALUES (\(stored.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, linked: false, to: &sink)
      _ = try statement.step()
    }
    let id = Identifier<RealisedEvent>(connection.lastInsertedID)
    try link(id, risks, connection)
    return RealisedEvent(id: id, code: code, details: details, risks: risks, version: 1, createdAt: now)
  }

  /// Stores `event` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ event: RealisedEvent, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.withStatement(
      "UPDATE event SET \(stored.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(event, id: event.id, linked: false, to: &sink)
      try statement.bind(event.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    guard connection.changes == 1 else { return false }
    try connection.run("DELETE FROM event_risk WHERE event_id = ?", [.integer(event.id.rawValue)])
    try link(event.id, event.risks, connection)
    return true
  }

  /// The event with this code, where `scope` may see it.
  public static func find(code: String, in scope: Scope, _ connection: Connection) throws -> RealisedEvent? {
    let seen = scope.predicate("unit_id")
    return try connection.first(select + " WHERE code = ? AND \(seen.sql)", [.text(code)] + seen.values, read)
  }

  /// One event as it stood before `moment`; `nil` where it was not yet recorded.
  public static func find(
    _ id: Identifier<RealisedEvent>, before moment: Instant, _ connection: Connection
  ) throws -> RealisedEvent? {
    try connection.first(
      PastStates.one(.event, columns), [.integer(id.rawValue), .integer(moment.milliseconds)], read)
  }

  /// The code of an event; `nil` where there is none of this number.
  public static func code(of id: Identifier<RealisedEvent>, _ connection: Connection) throws -> String? {
    try connection.first("SELECT code FROM event WHERE id = ?", [.integer(id.rawValue)]) { row in row.text() }
  }

  /// Whether `code` was ever given.
  public static func isTaken(_ code: String, _ connection: Connection) throws -> Bool {
    try connection.integer("SELECT count(*) FROM event WHERE code = ?", [.text(code)]) > 0
  }

  /// Events of the units in `scope`, the latest first; as they stood at the end of `day` where it is given.
  public static func all(
    in scope: Scope, asOf day: Day? = nil, _ connection: Connection
  ) throws -> [RealisedEvent] {
    guard let day else {
      let seen = scope.predicate("unit_id")
      return try connection.query(
        select + " WHERE \(seen.sql) ORDER BY occurred_on DESC, id DESC", seen.values, read)
    }
    let seen = scope.predicate(PastStates.field("unit_id"))
    let moment = Instant.startInIstanbul(of: day.adding(days: 1))
    return try connection.query(
      PastStates.all(.event, columns) + " WHERE \(seen.sql)", [.integer(moment.milliseconds)] + seen.values, read
    ).sorted { ($0.details.occurredOn, $0.id) > ($1.details.occurredOn, $1.id) }
  }

  /// Events in `scope` that are linked to a risk, the latest first; as they stood at the end of `day` where given.
  public static func all(
    ofRisk id: Identifier<Risk>, in scope: Scope, asOf day: Day? = nil, _ connection: Connection
  ) throws -> [RealisedEvent] {
    if day != nil { return try all(in: scope, asOf: day, connection).filter { $0.risks.contains(id) } }
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      \(select) WHERE event.id IN (SELECT event_id FROM event_risk WHERE risk_id = ?) AND \(seen.sql)
      ORDER BY occurred_on DESC, id DESC
      """, [.integer(id.rawValue)] + seen.values, read)
  }

  private static func link(
    _ id: Identifier<RealisedEvent>, _ risks: Set<Identifier<Risk>>, _ connection: Connection
  ) throws {
    for risk in risks.sorted() {
      try connection.run(
        "INSERT INTO event_risk (event_id, risk_id) VALUES (?, ?)", [.integer(id.rawValue), .integer(risk.rawValue)])
    }
  }

  static func write<Sink: FieldSink>(
    _ event: RealisedEvent, id: Identifier<RealisedEvent>?, linked: Bool, to sink: inout Sink
  ) throws {
    let details = event.details
    try sink.text("category", details.category)
    try sink.text("cause", details.cause)
    try sink.text("close_reason", event.closeReason)
    try sink.day("closed_on", event.closedOn)
    try sink.text("code", event.code)
    try sink.text("consequence", details.consequence)
    try sink.instant("created_at", event.createdAt)
    try sink.text("description", details.description)
    try sink.day("detected_on", details.detectedOn)
    try sink.integer("gross_loss", details.loss.gross)
    try sink.identifier("id", id)
    try sink.flag("is_public_loss", details.isPublicLoss)
    try sink.text("kind", details.kind.rawValue)
    try sink.text("measures", details.measures)
    try sink.day("occurred_on", details.occurredOn)
    try sink.text("other_effects", details.otherEffects)
    try sink.integer("recovered", details.loss.recovered)
    try sink.day("reported_on", details.reportedOn)
    if linked { try sink.text("risks", event.risks.sorted().map(\.description).joined(separator: " ")) }
    try sink.identifier("unit_id", details.unitID)
    try sink.integer("version", event.version)
  }

  static func read(_ row: inout Row) throws -> RealisedEvent {
    let (category, cause, closeReason) = (row.text(), row.text(), row.text())
    let closedOn = try row.optionalDay()
    let (code, consequence) = (row.text(), row.text())
    let createdAt = row.instant()
    let description = row.text()
    let detectedOn = try row.day()
    let gross = row.integer()
    let id: Identifier<RealisedEvent> = row.identifier()
    let isPublicLoss = row.flag()
    let kind = EventKind(rawValue: row.text())
    let measures = row.text()
    let occurredOn = try row.day()
    let otherEffects = row.text()
    let recovered = row.integer()
    let reportedOn = try row.day()
    let risks = Set(row.text().split(separator: " ").compactMap { Identifier<Risk>($0) })
    let unitID: Identifier<Unit> = row.identifier()
    guard let kind else { throw StorageFault(code: SQLITE_MISMATCH, message: "event \(id) cannot be read") }
    var details = EventDetails(
      unitID: unitID, kind: kind, description: description, occurredOn: occurredOn, detectedOn: detectedOn,
      reportedOn: reportedOn)
    (details.cause, details.consequence, details.category) = (cause, consequence, category)
    (details.loss, details.isPublicLoss) = (EventLoss(gross: gross, recovered: recovered), isPublicLoss)
    (details.otherEffects, details.measures) = (otherEffects, measures)
    return RealisedEvent(
      id: id, code: code, details: details, risks: risks, version: Int(row.integer()), createdAt: createdAt,
      closedOn: closedOn, closeReason: closeReason)
  }
}
