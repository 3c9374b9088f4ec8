import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of table `unit`.
public enum UnitTable {
  static let columns = ["code", "id", "name", "parent_id", "retire_reason", "retired_on", "version"]

  /// All units, parents before children, siblings in Turkish order of their names.
  public static func all(_ connection: Connection) throws -> [Unit] {
    let units = try connection.query(
      "SELECT code, id, name, parent_id, retire_reason, retired_on, version FROM unit ORDER BY name COLLATE TURKISH, id",
      [], read)
    return ordered(units)
  }

  /// All units as they stood before `moment`, in the same order; later ones as they are today.
  public static func all(before moment: Instant, _ connection: Connection) throws -> [Unit] {
    let then = try connection.query(
      PastStates.all(.unit, columns) + " ORDER BY \(PastStates.field("name")) COLLATE TURKISH, 2",
      [.integer(moment.milliseconds)], read)
    let known = Set(then.map(\.id))
    return ordered(then + (try all(connection)).filter { !known.contains($0.id) })
  }

  private static func ordered(_ units: [Unit]) -> [Unit] {
    let children = Dictionary(grouping: units, by: \.parentID)
    var ordered: [Unit] = []
    var stack = Array((children[nil] ?? []).reversed())
    while let unit = stack.popLast() {
      ordered.append(unit)
      stack += (children[unit.id] ?? []).reversed()
    }
    return ordered
  }

  /// One unit.
  public static func find(_ id: Identifier<Unit>, _ connection: Connection) throws -> Unit? {
    try connection.first(
      "SELECT code, id, name, parent_id, retire_reason, retired_on, version FROM unit WHERE id = ?",
      [.integer(id.rawValue)], read)
  }

  /// The unit with this code, however its letters are written.
  public static func find(code: String, _ connection: Connection) throws -> Unit? {
    try connection.first(
      "SELECT code, id, name, parent_id, retire_reason, retired_on, version FROM unit WHERE code_key = ?",
      [.text(TurkishText.fold(code))], read)
  }

  /// Units whose name means the same as `name` (`Unit.matchKey`).
  public static func find(matching name: String, _ connection: Connection) throws -> [Unit] {
    try connection.query(
      "SELECT code, id, name, parent_id, retire_reason, retired_on, version FROM unit WHERE match_key = ? ORDER BY id",
      [.text(Unit.matchKey(name))], read)
  }

  /// The unit and everything below it.
  public static func subtree(of id: Identifier<Unit>, _ connection: Connection) throws -> [Identifier<Unit>] {
    try connection.query(
      """
      WITH RECURSIVE below (id) AS (
        VALUES (?1) UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
      ) SELECT id FROM below ORDER BY id
      """, [.integer(id.rawValue)]
    ) { row in row.identifier() }
  }

  /// From the administration down to the unit itself.
  public static func path(to id: Identifier<Unit>, _ connection: Connection) throws -> [Unit] {
    var path: [Unit] = []
    var next: Identifier<Unit>? = id
    while let id = next, let unit = try find(id, connection) {
      path.append(unit)
      next = unit.parentID
    }
    return path.reversed()
  }

  /// Stores a new unit and gives it its number. Throws a fault with `isUnique` where the code is taken.
  public static func insert(
    parentID: Identifier<Unit>?, code: String, name: String, _ connection: Connection
  ) throws -> Unit {
    try connection.run(
      "INSERT INTO unit (parent_id, code, code_key, name, match_key, version) VALUES (?, ?, ?, ?, ?, 1)",
      [
        .optional(parentID?.rawValue), .text(code), .text(TurkishText.fold(code)), .text(name),
        .text(Unit.matchKey(name)),
      ])
    return Unit(id: Identifier(connection.lastInsertedID), parentID: parentID, code: code, name: name)
  }

  /// Stores `unit` where its stored version is still `basedOn`; `false` where somebody saved in between. Throws where the
  /// unit would come to lie under itself.
  public static func update(_ unit: Unit, basedOn version: Int, _ connection: Connection) throws -> Bool {
    if let parent = unit.parentID, try subtree(of: unit.id, connection).contains(parent) {
      throw StorageFault(code: SQLITE_CONSTRAINT, message: "a unit cannot lie under itself")
    }
    try connection.run(
      """
      UPDATE unit SET parent_id = ?1, code = ?2, code_key = ?3, name = ?4, match_key = ?5, retired_on = ?6, version = ?7,
        retire_reason = ?10
      WHERE id = ?8 AND version = ?9
      """,
      [
        .optional(unit.parentID?.rawValue), .text(unit.code), .text(TurkishText.fold(unit.code)), .text(unit.name),
        .text(Unit.matchKey(unit.name)), .optional(unit.retiredOn?.description), .integer(Int64(unit.version)),
        .integer(unit.id.rawValue), .integer(Int64(version)), .text(unit.retireReason),
      ])
    return connection.changes == 1
  }

  /// Active risks by unit, without those below.
  public static func riskCounts(_ connection: Connection) throws -> [Identifier<Unit>: Int] {
    try connection.remembered("unit.riskCounts") {
      let pairs = try connection.query(
        "SELECT unit_id, count(*) FROM risk WHERE retired_on IS NULL GROUP BY unit_id"
      ) { row in (Identifier<Unit>(row.integer()), Int(row.integer())) }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
  }

  static func write<Sink: FieldSink>(_ unit: Unit, id: Identifier<Unit>?, to sink: inout Sink) throws {
    try sink.text("code", unit.code)
    try sink.identifier("id", id)
    try sink.text("name", unit.name)
    try sink.identifier("parent_id", unit.parentID)
    try sink.text("retire_reason", unit.retireReason)
    try sink.day("retired_on", unit.retiredOn)
    try sink.integer("version", unit.version)
  }

  static func read(_ row: inout Row) throws -> Unit {
    let code = row.text()
    let id: Identifier<Unit> = row.identifier()
    let name = row.text()
    let parentID: Identifier<Unit>? = row.optionalIdentifier()
    let retireReason = row.text()
    let retiredOn = try row.optionalDay()
    return Unit(
      id: id, parentID: parentID, code: code, name: name, retiredOn: retiredOn, retireReason: retireReason,
      version: Int(row.integer()))
  }
}
