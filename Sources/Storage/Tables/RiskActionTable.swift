import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of tables `risk_action` and `action_risk`.
public enum RiskActionTable {
  static let columns = [
    "code", "cost", "created_at", "due_on", "ended_at", "ended_by", "ended_on", "ending", "ending_note", "id",
    "outcome", "owner", "partners", "risks", "starts_on", "title", "unit_id", "version",
  ]
  /// The linked risks as one text, so that the journal's state holds them.
  static let expressions = columns.map { $0 == "risks" ? linkedRisks : "risk_action.\($0)" }
  private static let linkedRisks = """
    (SELECT group_concat(risk_id, ' ') FROM (SELECT risk_id FROM action_risk
     WHERE action_id = risk_action.id ORDER BY risk_id))
    """
  private static let stored = columns.filter { $0 != "risks" }
  private static let select = "SELECT \(expressions.joined(separator: ", ")) FROM risk_action"

  /// Stores a new action and gives it its number. Throws a fault with `isUnique` where the code is taken.
  public static func insert(
    code: String, _ details: ActionDetails, risks: Set<Identifier<Risk>>, at now: Instant, _ connection: Connection
  ) throws -> RiskAction {
    let draft = RiskAction(id: Identifier(0), code: code, details: details, risks: risks, version: 1, createdAt: now)
    try connection.withStatement(
      """
      INSERT INTO risk_action (\(stored.joined(separator: ", ")))
      VALUES (\(stored.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, linked: false, to: &sink)
      _ = try statement.step()
    }
    let id = Identifier<RiskAction>(connection.lastInsertedID)
    try link(id, risks, connection)
    return RiskAction(id: id, code: code, details: details, risks: risks, version: 1, createdAt: now)
  }

  /// Stores `action` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ action: RiskAction, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.withStatement(
      "UPDATE risk_action SET \(stored.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(action, id: action.id, linked: false, to: &sink)
      try statement.bind(action.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    guard connection.changes == 1 else { return false }
    try connection.run("DELETE FROM action_risk WHERE action_id = ?", [.integer(action.id.rawValue)])
    try link(action.id, action.risks, connection)
    return true
  }

  /// The action with this code, where `scope` may see it: its unit, or the unit of a risk it serves.
  public static func find(code: String, in scope: Scope, _ connection: Connection) throws -> RiskAction? {
    let seen = visible(scope)
    return try connection.first(select + " WHERE code = ? AND \(seen.sql)", [.text(code)] + seen.values, read)
  }

  /// The code of an action; `nil` where there is none of this number.
  public static func code(of id: Identifier<RiskAction>, _ connection: Connection) throws -> String? {
    try connection.first("SELECT code FROM risk_action WHERE id = ?", [.integer(id.rawValue)]) { row in row.text() }
  }

  /// Whether `code` was ever given.
  public static func isTaken(_ code: String, _ connection: Connection) throws -> Bool {
    try connection.integer("SELECT count(*) FROM risk_action WHERE code = ?", [.text(code)]) > 0
  }

  /// Actions that `scope` may see, those that end first at the top.
  public static func all(in scope: Scope, _ connection: Connection) throws -> [RiskAction] {
    let seen = visible(scope)
    return try connection.query(select + " WHERE \(seen.sql) ORDER BY due_on, code COLLATE TURKISH", seen.values, read)
  }

  /// Actions linked to a risk; as they stood before `moment` where it is given.
  public static func all(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [RiskAction] {
    guard let moment else {
      return try connection.query(
        select + " WHERE id IN (SELECT action_id FROM action_risk WHERE risk_id = ?) ORDER BY due_on, id",
        [.integer(id.rawValue)], read)
    }
    return try connection.query(PastStates.all(.riskAction, columns), [.integer(moment.milliseconds)], read)
      .filter { $0.risks.contains(id) }.sorted { ($0.details.dueOn, $0.id) < ($1.details.dueOn, $1.id) }
  }

  private static func visible(_ scope: Scope) -> SQLPart {
    let (own, served) = (scope.predicate("unit_id"), scope.predicate("risk.unit_id"))
    return SQLPart(
      """
      (\(own.sql) OR risk_action.id IN (SELECT action_id FROM action_risk JOIN risk ON risk.id = risk_id
       WHERE \(served.sql)))
      """, own.values + served.values)
  }

  private static func link(
    _ id: Identifier<RiskAction>, _ risks: Set<Identifier<Risk>>, _ connection: Connection
  ) throws {
    for risk in risks.sorted() {
      try connection.run(
        "INSERT INTO action_risk (action_id, risk_id) VALUES (?, ?)", [.integer(id.rawValue), .integer(risk.rawValue)])
    }
  }

  static func write<Sink: FieldSink>(
    _ action: RiskAction, id: Identifier<RiskAction>?, linked: Bool, to sink: inout Sink
  ) throws {
    let (details, ending) = (action.details, action.ending)
    try sink.text("code", action.code)
    try sink.integer("cost", details.cost)
    try sink.instant("created_at", action.createdAt)
    try sink.day("due_on", details.dueOn)
    try sink.instant("ended_at", ending?.at)
    try sink.text("ended_by", ending?.by ?? "")
    try sink.day("ended_on", ending?.on)
    try sink.text("ending", ending?.kind.rawValue)
    try sink.text("ending_note", ending?.note ?? "")
    try sink.identifier("id", id)
    try sink.text("outcome", details.outcome)
    try sink.text("owner", details.owner)
    try sink.text("partners", details.partners.sorted().map(\.description).joined(separator: " "))
    if linked { try sink.text("risks", action.risks.sorted().map(\.description).joined(separator: " ")) }
    try sink.day("starts_on", details.startsOn)
    try sink.text("title", details.title)
    try sink.identifier("unit_id", details.unitID)
    try sink.integer("version", action.version)
  }

  private static func read(_ row: inout Row) throws -> RiskAction {
    let (code, cost, createdAt, dueOn) = (row.text(), row.optionalInteger(), row.instant(), try row.day())
    let (endedAt, endedBy, endedOn) = (row.optionalInstant(), row.text(), try row.optionalDay())
    let (kind, note) = (ActionEnding.Kind(rawValue: row.text()), row.text())
    let id: Identifier<RiskAction> = row.identifier()
    let (outcome, owner) = (row.text(), row.text())
    let partners = Set(row.text().split(separator: " ").compactMap { Identifier<Unit>($0) })
    let risks = Set(row.text().split(separator: " ").compactMap { Identifier<Risk>($0) })
    let (startsOn, title) = (try row.day(), row.text())
    var details = ActionDetails(unitID: row.identifier(), title: title, startsOn: startsOn, dueOn: dueOn)
    (details.outcome, details.owner, details.partners, details.cost) = (outcome, owner, partners, cost)
    var ending: ActionEnding?
    if let kind, let endedAt, let endedOn {
      ending = ActionEnding(kind: kind, on: endedOn, at: endedAt, by: endedBy, note: note)
    }
    return RiskAction(
      id: id, code: code, details: details, risks: risks, version: Int(row.integer()), createdAt: createdAt,
      ending: ending)
  }
}
