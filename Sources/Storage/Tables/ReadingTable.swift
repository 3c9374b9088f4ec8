import CSQLite
import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL of table `indicator_reading`. Rows are appended only.
public enum ReadingTable {
  static let columns = [
    "direction", "green", "id", "indicator_id", "note", "origin", "period", "read_on", "reason", "recorded_at",
    "recorded_by", "red", "rule_effective_on", "status", "supersedes_id", "value", "yellow",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM indicator_reading"

  /// Appends `reading` (its `id` is ignored) and returns it with its number.
  public static func insert(_ reading: IndicatorReading, _ connection: Connection) throws -> IndicatorReading {
    try connection.withStatement(
      """
      INSERT INTO indicator_reading (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(reading, id: nil, to: &sink)
      _ = try statement.step()
    }
    return reading.numbered(Identifier(connection.lastInsertedID))
  }

  /// All readings of an indicator known before `moment` (now where `nil`), replaced ones too, in the order they were
  /// recorded.
  public static func all(
    of id: Identifier<Indicator>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [IndicatorReading] {
    try connection.query(
      select + " WHERE indicator_id = ? AND recorded_at < ? ORDER BY id",
      [.integer(id.rawValue), .integer(moment?.milliseconds ?? .max)], read)
  }

  static func write<Sink: FieldSink>(
    _ reading: IndicatorReading, id: Identifier<IndicatorReading>?, to sink: inout Sink
  ) throws {
    try sink.text("direction", reading.thresholds.direction.rawValue)
    try sink.text("green", reading.thresholds.green.description)
    try sink.identifier("id", id)
    try sink.identifier("indicator_id", reading.indicatorID)
    try sink.text("note", reading.note)
    try sink.text("origin", reading.origin.rawValue)
    try sink.text("period", reading.period)
    try sink.day("read_on", reading.readOn)
    try sink.text("reason", reading.reason)
    try sink.instant("recorded_at", reading.recordedAt)
    try sink.text("recorded_by", reading.recordedBy)
    try sink.text("red", reading.thresholds.red?.description)
    try sink.day("rule_effective_on", reading.ruleEffectiveOn)
    try sink.text("status", reading.status.rawValue)
    try sink.identifier("supersedes_id", reading.supersedesID)
    try sink.text("value", reading.value.description)
    try sink.text("yellow", reading.thresholds.yellow.description)
  }

  private static func read(_ row: inout Row) throws -> IndicatorReading {
    let (direction, green) = (row.text(), row.text())
    let id: Identifier<IndicatorReading> = row.identifier()
    let indicatorID: Identifier<Indicator> = row.identifier()
    let note = row.text()
    let origin = ReadingOrigin(rawValue: row.text())
    let period = row.text()
    let readOn = try row.day()
    let reason = row.text()
    let recordedAt = row.instant()
    let recordedBy = row.text()
    let red = row.optionalText()
    let ruleEffectiveOn = try row.day()
    let status = IndicatorStatus(rawValue: row.text())
    let supersedesID: Identifier<IndicatorReading>? = row.optionalIdentifier()
    let value = StoredThresholds.decimal(row.text())
    guard let origin, let status, let value,
      let thresholds = StoredThresholds.read(direction, green, row.text(), red)
    else { throw StorageFault(code: SQLITE_MISMATCH, message: "reading \(id) cannot be read") }
    return IndicatorReading(
      id: id, indicatorID: indicatorID, readOn: readOn, period: period, value: value, status: status,
      thresholds: thresholds, ruleEffectiveOn: ruleEffectiveOn, note: note, recordedAt: recordedAt,
      recordedBy: recordedBy, origin: origin, supersedesID: supersedesID, reason: reason)
  }
}

extension IndicatorReading {
  fileprivate func numbered(_ id: Identifier<IndicatorReading>) -> IndicatorReading {
    IndicatorReading(
      id: id, indicatorID: indicatorID, readOn: readOn, period: period, value: value, status: status,
      thresholds: thresholds, ruleEffectiveOn: ruleEffectiveOn, note: note, recordedAt: recordedAt,
      recordedBy: recordedBy, origin: origin, supersedesID: supersedesID, reason: reason)
  }
}
