import CSQLite
import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister

/// SQL of table `simulation_run`. Rows are appended only.
public enum SimulationRunTable {
  static let columns = [
    "action", "after_inputs", "after_result", "id", "inputs", "name", "recorded_at", "recorded_by", "result", "unit_id",
    "yearly_cost",
  ]
  /// Inputs and results by their digests: the journal holds what fixes them, the table holds them.
  static let expressions = columns.map { name in
    ["inputs", "result", "after_inputs", "after_result"].contains(name) ? "sha256_hex(\(name))" : name
  }
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM simulation_run"

  /// Appends a run (its `id` is ignored) and returns it with its number.
  public static func insert(_ run: SimulationRun, _ connection: Connection) throws -> SimulationRun {
    try connection.withStatement(
      """
      INSERT INTO simulation_run (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(run, id: nil, to: &sink) { $0 }
      _ = try statement.step()
    }
    return run.numbered(Identifier(connection.lastInsertedID))
  }

  /// The run with this number, where `scope` may see its unit.
  public static func find(
    _ id: Identifier<SimulationRun>, in scope: Scope, _ connection: Connection
  ) throws -> SimulationRun? {
    let seen = scope.predicate("unit_id")
    return try connection.first(select + " WHERE id = ? AND \(seen.sql)", [.integer(id.rawValue)] + seen.values, read)
  }

  /// Runs of the units in `scope`, newest first.
  public static func latest(in scope: Scope, limit: Int, _ connection: Connection) throws -> [SimulationRun] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      select + " WHERE \(seen.sql) ORDER BY id DESC LIMIT ?", seen.values + [.integer(Int64(limit))], read)
  }

  /// SHA-256 of a text in 64 hexadecimal digits; how inputs and results are named.
  public static func digest(_ text: String) -> String { SHA256.hex(text) }

  /// Writes the run as its state for the journal.
  static func writeState<Sink: FieldSink>(_ run: SimulationRun, to sink: inout Sink) throws {
    try write(run, id: run.id, to: &sink, long: digest)
  }

  private static func write<Sink: FieldSink>(
    _ run: SimulationRun, id: Identifier<SimulationRun>?, to sink: inout Sink, long: (String) -> String
  ) throws {
    let after = run.comparison
    try sink.text("action", after?.action)
    try sink.text("after_inputs", after.map { long($0.inputs) })
    try sink.text("after_result", after.map { long($0.result.text) })
    try sink.identifier("id", id)
    try sink.text("inputs", long(run.inputs))
    try sink.text("name", run.name)
    try sink.instant("recorded_at", run.recordedAt)
    try sink.text("recorded_by", run.recordedBy)
    try sink.text("result", long(run.result.text))
    try sink.identifier("unit_id", run.unitID)
    try sink.text("yearly_cost", after.map { "\($0.yearlyCost)" })
  }

  private static func read(_ row: inout Row) throws -> SimulationRun {
    let (action, afterInputs, afterText) = (row.optionalText(), row.optionalText(), row.optionalText())
    let id: Identifier<SimulationRun> = row.identifier()
    let (inputs, name) = (row.text(), row.text())
    let recordedAt = row.instant()
    let recordedBy = row.text()
    let result = SimulationResult(text: row.text())
    let unitID: Identifier<Unit> = row.identifier()
    let cost = row.optionalText().flatMap { Double($0) }
    let after = afterText.flatMap { SimulationResult(text: $0) }
    guard let result, (after == nil) == (afterText == nil) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "simulation run \(id) cannot be read")
    }
    let comparison = afterInputs.flatMap { inputs in
      after.map { RunComparison(inputs: inputs, result: $0, yearlyCost: cost ?? 0, action: action ?? "") }
    }
    return SimulationRun(
      id: id, unitID: unitID, name: name, inputs: inputs, result: result, comparison: comparison,
      recordedAt: recordedAt, recordedBy: recordedBy)
  }
}
