import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `control`.
public enum ControlTable {
  static let columns = [
    "answers", "code", "created_at", "description", "design", "design_reason", "frequency", "id", "kind", "name",
    "nature", "origin", "owner", "retire_reason", "retired_on", "unit_id", "version",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM control"

  /// Stores a new control and gives it its number. Throws a fault with `isUnique` where the code is taken.
  public static func insert(
    code: String, _ details: ControlDetails, at now: Instant, _ connection: Connection
  ) throws -> Control {
    let draft = Control(id: Identifier(0), code: code, details: details, version: 1, createdAt: now)
    try connection.withStatement(
      """
      INSERT INTO control (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return Control(
      id: Identifier(connection.lastInsertedID), code: code, details: details, version: 1, createdAt: now)
  }

  /// Stores `control` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ control: Control, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.withStatement(
      "UPDATE control SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(control, id: control.id, to: &sink)
      try statement.bind(control.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    return connection.changes == 1
  }

  /// The control with this number.
  public static func find(_ id: Identifier<Control>, _ connection: Connection) throws -> Control? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// The control with this code, where `scope` may see it.
  public static func find(code: String, in scope: Scope, _ connection: Connection) throws -> Control? {
    let seen = scope.predicate("unit_id")
    return try connection.first(select + " WHERE code = ? AND \(seen.sql)", [.text(code)] + seen.values, read)
  }

  /// The control as the journal had it last before `moment`; `nil` where it was not yet known.
  public static func find(
    _ id: Identifier<Control>, before moment: Instant, _ connection: Connection
  ) throws -> Control? {
    let state = columns.map { "json_extract(after, '$.\($0)')" }.joined(separator: ", ")
    return try connection.first(
      """
      SELECT \(state) FROM journal WHERE entity = 'control' AND entity_id = ? AND after IS NOT NULL AND at < ?
      ORDER BY sequence DESC LIMIT 1
      """, [.integer(id.rawValue), .integer(moment.milliseconds)], read)
  }

  /// Whether `code` was ever given.
  public static func isTaken(_ code: String, _ connection: Connection) throws -> Bool {
    try connection.integer("SELECT count(*) FROM control WHERE code = ?", [.text(code)]) > 0
  }

  /// The code of the control that came from `origin`; `nil` where there is none.
  public static func code(ofOrigin origin: String, _ connection: Connection) throws -> String? {
    try connection.query("SELECT code FROM control WHERE origin = ? ORDER BY id", [.text(origin)]) { $0.text() }.first
  }

  /// Controls of the units in `scope`, closed ones last, in the order of their codes.
  public static func all(in scope: Scope, _ connection: Connection) throws -> [Control] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      select + " WHERE \(seen.sql) ORDER BY retired_on IS NOT NULL, code COLLATE TURKISH, id", seen.values, read)
  }

  static func write<Sink: FieldSink>(_ control: Control, id: Identifier<Control>?, to sink: inout Sink) throws {
    let details = control.details
    try sink.text("answers", text(details.answers))
    try sink.text("code", control.code)
    try sink.instant("created_at", control.createdAt)
    try sink.text("description", details.description)
    try sink.integer("design", details.design)
    try sink.text("design_reason", details.designReason)
    try sink.text("frequency", details.frequency.rawValue)
    try sink.identifier("id", id)
    try sink.text("kind", details.kind.rawValue)
    try sink.text("name", details.name)
    try sink.text("nature", details.nature.rawValue)
    try sink.text("origin", details.origin)
    try sink.text("owner", details.owner)
    try sink.text("retire_reason", control.retireReason)
    try sink.day("retired_on", control.retiredOn)
    try sink.identifier("unit_id", details.unitID)
    try sink.integer("version", control.version)
  }

  private static func read(_ row: inout Row) throws -> Control {
    let (answers, code, createdAt, description) = (row.text(), row.text(), row.instant(), row.text())
    let (design, designReason) = (row.optionalInteger().map { Int($0) }, row.text())
    let frequency = ControlFrequency(rawValue: row.text())
    let id: Identifier<Control> = row.identifier()
    let kind = ControlKind(rawValue: row.text())
    let name = row.text()
    let nature = ControlNature(rawValue: row.text())
    let (origin, owner, retireReason) = (row.text(), row.text(), row.text())
    let retiredOn = try row.optionalDay()
    let unitID: Identifier<Unit> = row.identifier()
    guard let frequency, let kind, let nature else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "control \(id) cannot be read")
    }
    var details = ControlDetails(unitID: unitID, name: name, kind: kind, nature: nature, frequency: frequency)
    (details.description, details.design, details.designReason) = (description, design, designReason)
    (details.answers, details.origin, details.owner) = (parsed(answers), origin, owner)
    return Control(
      id: id, code: code, details: details, version: Int(row.integer()), createdAt: createdAt, retiredOn: retiredOn,
      retireReason: retireReason)
  }

  /// `approval=both trace=record`, in the order of the questions' names.
  private static func text(_ answers: [String: String]) -> String {
    answers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  private static func parsed(_ text: String) -> [String: String] {
    var answers: [String: String] = [:]
    for pair in text.split(separator: " ") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2 { answers[String(halves[0])] = String(halves[1]) }
    }
    return answers
  }
}
