import CSQLite
import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL of tables `indicator` and `indicator_risk`.
public enum IndicatorTable {
  static let columns = [
    "code", "created_at", "data_source", "direction", "frequency", "green", "id", "kind", "measure", "method", "name",
    "origin", "owner", "red", "retire_reason", "retired_on", "risks", "starts_on", "unit_id", "version", "yellow",
  ]
  /// The linked risks as one text, so that the journal's state holds them.
  static let expressions = columns.map { $0 == "risks" ? linkedRisks : "indicator.\($0)" }
  private static let linkedRisks = """
    (SELECT group_concat(risk_id, ' ') FROM (SELECT risk_id FROM indicator_risk
     WHERE indicator_id = indicator.id ORDER BY risk_id))
    """
  private static let stored = columns.filter { $0 != "risks" }
  private static let select = "SELECT \(expressions.joined(separator: ", ")) FROM indicator"

  /// Stores a new indicator and gives it its number. Throws a fault with `isUnique` where the code is taken.
  public static func insert(
    code: String, _ details: IndicatorDetails, risks: Set<Identifier<Risk>>, at now: Instant, _ connection: Connection
  ) throws -> Indicator {
    let draft = Indicator(id: Identifier(0), code: code, details: details, risks: risks, version: 1, createdAt: now)
    try connection.withStatement(
      """
      INSERT INTO indicator (\(stored.joined(separator: ", ")))
      VALUES (\(stored.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, linked: false, to: &sink)
      _ = try statement.step()
    }
    let id = Identifier<Indicator>(connection.lastInsertedID)
    try link(id, risks, connection)
    return Indicator(id: id, code: code, details: details, risks: risks, version: 1, createdAt: now)
  }

  /// Stores `indicator` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ indicator: Indicator, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.withStatement(
      "UPDATE indicator SET \(stored.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(indicator, id: indicator.id, linked: false, to: &sink)
      try statement.bind(indicator.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    guard connection.changes == 1 else { return false }
    try connection.run("DELETE FROM indicator_risk WHERE indicator_id = ?", [.integer(indicator.id.rawValue)])
    try link(indicator.id, indicator.risks, connection)
    return true
  }

  /// The indicator with this code, where `scope` may see it.
  public static func find(code: String, in scope: Scope, _ connection: Connection) throws -> Indicator? {
    let seen = scope.predicate("unit_id")
    return try connection.first(select + " WHERE code = ? AND \(seen.sql)", [.text(code)] + seen.values, read)
  }

  /// Whether `code` was ever given.
  public static func isTaken(_ code: String, _ connection: Connection) throws -> Bool {
    try connection.integer("SELECT count(*) FROM indicator WHERE code = ?", [.text(code)]) > 0
  }

  /// Indicators of the units in `scope`, closed ones last, in the order of their codes.
  public static func all(in scope: Scope, _ connection: Connection) throws -> [Indicator] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      select + " WHERE \(seen.sql) ORDER BY retired_on IS NOT NULL, code COLLATE TURKISH, id", seen.values, read)
  }

  /// One indicator as it stood before `moment`; `nil` where it was not yet known.
  public static func find(
    _ id: Identifier<Indicator>, before moment: Instant, _ connection: Connection
  ) throws -> Indicator? {
    try connection.first(
      PastStates.one(.indicator, columns), [.integer(id.rawValue), .integer(moment.milliseconds)], read)
  }

  /// Indicators in `scope` that are linked to a risk; as they stood before `moment` where it is given.
  public static func all(
    ofRisk id: Identifier<Risk>, in scope: Scope, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [Indicator] {
    if let moment {
      let seen = scope.predicate(PastStates.field("unit_id"))
      let (retired, code) = (PastStates.field("retired_on"), PastStates.field("code"))
      return try connection.query(
        PastStates.all(.indicator, columns)
          + " WHERE \(seen.sql) ORDER BY \(retired) IS NOT NULL, \(code) COLLATE TURKISH, \(PastStates.field("id"))",
        [.integer(moment.milliseconds)] + seen.values, read
      ).filter { $0.risks.contains(id) }
    }
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      \(select) WHERE indicator.id IN (SELECT indicator_id FROM indicator_risk WHERE risk_id = ?) AND \(seen.sql)
      ORDER BY retired_on IS NOT NULL, code COLLATE TURKISH, id
      """, [.integer(id.rawValue)] + seen.values, read)
  }

  private static func link(
    _ id: Identifier<Indicator>, _ risks: Set<Identifier<Risk>>, _ connection: Connection
  ) throws {
    for risk in risks.sorted() {
      try connection.run(
        "INSERT INTO indicator_risk (indicator_id, risk_id) VALUES (?, ?)",
        [.integer(id.rawValue), .integer(risk.rawValue)])
    }
  }

  static func write<Sink: FieldSink>(
    _ indicator: Indicator, id: Identifier<Indicator>?, linked: Bool, to sink: inout Sink
  ) throws {
    let details = indicator.details
    try sink.text("code", indicator.code)
    try sink.instant("created_at", indicator.createdAt)
    try sink.text("data_source", details.dataSource)
    try sink.text("direction", details.thresholds.direction.rawValue)
    try sink.text("frequency", details.frequency.rawValue)
    try sink.text("green", details.thresholds.green.description)
    try sink.identifier("id", id)
    try sink.text("kind", details.kind.rawValue)
    try sink.text("measure", details.measure)
    try sink.text("method", details.method)
    try sink.text("name", details.name)
    try sink.text("origin", details.origin)
    try sink.text("owner", details.owner)
    try sink.text("red", details.thresholds.red?.description)
    try sink.text("retire_reason", indicator.retireReason)
    try sink.day("retired_on", indicator.retiredOn)
    if linked { try sink.text("risks", indicator.risks.sorted().map(\.description).joined(separator: " ")) }
    try sink.day("starts_on", details.startsOn)
    try sink.identifier("unit_id", details.unitID)
    try sink.integer("version", indicator.version)
    try sink.text("yellow", details.thresholds.yellow.description)
  }

  static func read(_ row: inout Row) throws -> Indicator {
    let code = row.text()
    let createdAt = row.instant()
    let dataSource = row.text()
    let direction = row.text()
    let frequency = IndicatorFrequency(rawValue: row.text())
    let green = row.text()
    let id: Identifier<Indicator> = row.identifier()
    let kind = IndicatorKind(rawValue: row.text())
    let (measure, method, name, origin, owner) = (row.text(), row.text(), row.text(), row.text(), row.text())
    let red = row.optionalText()
    let retireReason = row.text()
    let retiredOn = try row.optionalDay()
    let risks = Set(row.text().split(separator: " ").compactMap { Identifier<Risk>($0) })
    let startsOn = try row.day()
    let unitID: Identifier<Unit> = row.identifier()
    let version = Int(row.integer())
    guard let frequency, let kind, let thresholds = StoredThresholds.read(direction, green, row.text(), red) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "indicator \(id) cannot be read")
    }
    var details = IndicatorDetails(
      unitID: unitID, name: name, kind: kind, measure: measure, thresholds: thresholds, frequency: frequency,
      startsOn: startsOn)
    (details.dataSource, details.method, details.owner, details.origin) = (dataSource, method, owner, origin)
    return Indicator(
      id: id, code: code, details: details, risks: risks, version: version, createdAt: createdAt, retiredOn: retiredOn,
      retireReason: retireReason)
  }
}

/// Exact numbers and thresholds as their columns keep them.
enum StoredThresholds {
  static func read(_ direction: String, _ green: String, _ yellow: String, _ red: String?) -> IndicatorThresholds? {
    guard let direction = IndicatorDirection(rawValue: direction), let green = decimal(green),
      let yellow = decimal(yellow)
    else { return nil }
    return IndicatorThresholds(direction, green: green, yellow: yellow, red: red.flatMap(decimal))
  }

  static func decimal(_ text: String) -> Decimal? { Decimal(string: text, locale: nil) }
}
