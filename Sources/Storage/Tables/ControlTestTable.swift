import CSQLite
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL of table `control_test`. Rows are appended only.
public enum ControlTestTable {
  static let columns = [
    "conclusion", "control_id", "exceptions", "id", "notes", "recorded_at", "recorded_by", "sample_size", "tested_on",
    "tester",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM control_test"

  /// Appends a test (`draft`'s number is ignored) and returns it with its number.
  public static func insert(_ draft: ControlTest, _ connection: Connection) throws -> ControlTest {
    try connection.withStatement(
      "INSERT INTO control_test (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    return ControlTest(
      id: Identifier(connection.lastInsertedID), controlID: draft.controlID, testedOn: draft.testedOn,
      tester: draft.tester, sampleSize: draft.sampleSize, exceptions: draft.exceptions, conclusion: draft.conclusion,
      notes: draft.notes, recordedAt: draft.recordedAt, recordedBy: draft.recordedBy)
  }

  /// One test.
  public static func find(_ id: Identifier<ControlTest>, _ connection: Connection) throws -> ControlTest? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// All tests of a control, in the order they were recorded.
  public static func all(of id: Identifier<Control>, _ connection: Connection) throws -> [ControlTest] {
    try connection.query(select + " WHERE control_id = ? ORDER BY id", [.integer(id.rawValue)], read)
  }

  /// The tests of every control, in the order they were recorded.
  public static func byControl(_ connection: Connection) throws -> [Identifier<Control>: [ControlTest]] {
    Dictionary(grouping: try connection.query(select + " ORDER BY id", [], read), by: \.controlID)
  }

  static func write<Sink: FieldSink>(_ test: ControlTest, id: Identifier<ControlTest>?, to sink: inout Sink) throws {
    try sink.text("conclusion", test.conclusion.rawValue)
    try sink.identifier("control_id", test.controlID)
    try sink.integer("exceptions", test.exceptions)
    try sink.identifier("id", id)
    try sink.text("notes", test.notes)
    try sink.instant("recorded_at", test.recordedAt)
    try sink.text("recorded_by", test.recordedBy)
    try sink.integer("sample_size", test.sampleSize)
    try sink.day("tested_on", test.testedOn)
    try sink.text("tester", test.tester)
  }

  private static func read(_ row: inout Row) throws -> ControlTest {
    let conclusion = ControlTestConclusion(rawValue: row.text())
    let control: Identifier<Control> = row.identifier()
    let exceptions = Int(row.integer())
    let id: Identifier<ControlTest> = row.identifier()
    let (notes, recordedAt, recordedBy) = (row.text(), row.instant(), row.text())
    let size = Int(row.integer())
    let testedOn = try row.day()
    guard let conclusion else { throw StorageFault(code: SQLITE_MISMATCH, message: "test \(id) cannot be read") }
    return ControlTest(
      id: id, controlID: control, testedOn: testedOn, tester: row.text(), sampleSize: size, exceptions: exceptions,
      conclusion: conclusion, notes: notes, recordedAt: recordedAt, recordedBy: recordedBy)
  }
}

/// SQL of table `control_effect_choice`. Rows are appended only.
public enum ControlEffectTable {
  static let columns = ["effective_on", "id", "method", "reason", "recorded_at", "recorded_by"]

  /// Appends a choice and gives it its number.
  public static func insert(
    _ method: ControlEffectMethod, from day: Day, reason: String, at now: Instant, by actor: String,
    _ connection: Connection
  ) throws -> ControlEffectChoice {
    func choice(_ id: Identifier<ControlEffectChoice>) -> ControlEffectChoice {
      ControlEffectChoice(
        id: id, method: method, effectiveOn: day, reason: reason, recordedAt: now, recordedBy: actor)
    }
    try connection.withStatement(
      "INSERT INTO control_effect_choice (\(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, ?)"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(choice(Identifier(0)), id: nil, to: &sink)
      _ = try statement.step()
    }
    return choice(Identifier(connection.lastInsertedID))
  }

  /// All choices, in the order they were recorded.
  public static func all(_ connection: Connection) throws -> [ControlEffectChoice] {
    try connection.query("SELECT \(columns.joined(separator: ", ")) FROM control_effect_choice ORDER BY id") { row in
      let day = try row.day()
      let id: Identifier<ControlEffectChoice> = row.identifier()
      let method = ControlEffectMethod(rawValue: row.text()) ?? .rescored
      let (reason, at) = (row.text(), row.instant())
      return ControlEffectChoice(
        id: id, method: method, effectiveOn: day, reason: reason, recordedAt: at, recordedBy: row.text())
    }
  }

  static func write<Sink: FieldSink>(
    _ choice: ControlEffectChoice, id: Identifier<ControlEffectChoice>?, to sink: inout Sink
  ) throws {
    try sink.day("effective_on", choice.effectiveOn)
    try sink.identifier("id", id)
    try sink.text("method", choice.method.rawValue)
    try sink.text("reason", choice.reason)
    try sink.instant("recorded_at", choice.recordedAt)
    try sink.text("recorded_by", choice.recordedBy)
  }
}
