import CSQLite
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// SQL of table `escalation_event`. Rows are appended only.
public enum EscalationEventTable {
  static let columns = [
    "at", "days", "done_by", "due_on", "from_step", "id", "kind", "level", "occasion", "opening_id", "risk_id",
    "rule_effective_on", "rule_id", "rule_is_verified", "rule_section", "rule_source", "text", "to_step", "trigger_key",
    "trigger_kind",
  ]
  private static let select =
    "SELECT \(columns.map { "event.\($0)" }.joined(separator: ", ")) FROM escalation_event AS event"

  /// Appends `event` (its `id` is ignored) and gives it its number.
  public static func insert(_ event: EscalationEvent, _ connection: Connection) throws -> EscalationEvent {
    try connection.withStatement(
      """
      INSERT INTO escalation_event (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(event, id: nil, to: &sink)
      _ = try statement.step()
    }
    return EscalationEvent(
      id: Identifier(connection.lastInsertedID), openingID: event.openingID, riskID: event.riskID, kind: event.kind,
      occasion: event.occasion, levelID: event.levelID, from: event.from, to: event.to, dueOn: event.dueOn,
      ruling: event.ruling, text: event.text, at: event.at, doneBy: event.doneBy)
  }

  /// The escalation that event `id` opened.
  public static func find(_ id: Identifier<EscalationEvent>, _ connection: Connection) throws -> Escalation? {
    Escalation.all(
      try connection.query(select + " WHERE id = ?1 OR opening_id = ?1 ORDER BY id", [.integer(id.rawValue)], read)
    ).first
  }

  /// The escalations of a risk as they stood before `moment` (now where `nil`), oldest first.
  public static func all(
    ofRisk id: Identifier<Risk>, before moment: Instant? = nil, _ connection: Connection
  ) throws -> [Escalation] {
    Escalation.all(
      try connection.query(
        select + " WHERE risk_id = ? AND at < ? ORDER BY id",
        [.integer(id.rawValue), .integer(moment?.milliseconds ?? .max)], read))
  }

  /// Escalations of risks of the units in `scope`, oldest first; closed ones only where `closed`.
  public static func all(in scope: Scope, closed: Bool, _ connection: Connection) throws -> [Escalation] {
    let seen = scope.predicate("risk.unit_id")
    let live = """
      AND NOT EXISTS (SELECT 1 FROM escalation_event AS ended
        WHERE ended.opening_id = coalesce(event.opening_id, event.id) AND ended.kind = 'closed')
      """
    return Escalation.all(
      try connection.query(
        """
        \(select) JOIN risk ON risk.id = event.risk_id WHERE \(seen.sql) \(closed ? "" : live) ORDER BY event.id
        """, seen.values, read))
  }

  static func write<Sink: FieldSink>(
    _ event: EscalationEvent, id: Identifier<EscalationEvent>?, to sink: inout Sink
  ) throws {
    let ruling = event.ruling
    try sink.instant("at", event.at)
    try sink.integer("days", ruling.days)
    try sink.text("done_by", event.doneBy)
    try sink.day("due_on", event.dueOn)
    try sink.text("from_step", event.from.rawValue)
    try sink.identifier("id", id)
    try sink.text("kind", event.kind.rawValue)
    try sink.text("level", event.levelID)
    try sink.text("occasion", event.occasion.text)
    try sink.identifier("opening_id", event.openingID)
    try sink.identifier("risk_id", event.riskID)
    try sink.day("rule_effective_on", ruling.effective)
    try sink.text("rule_id", ruling.ruleID)
    try sink.flag("rule_is_verified", ruling.citation.isVerified)
    try sink.text("rule_section", ruling.citation.section)
    try sink.text("rule_source", ruling.citation.source)
    try sink.text("text", event.text)
    try sink.text("to_step", event.to.rawValue)
    try sink.text("trigger_key", event.occasion.key)
    try sink.text("trigger_kind", event.occasion.trigger.rawValue)
  }

  private static func read(_ row: inout Row) throws -> EscalationEvent {
    let (at, days, by) = (row.instant(), Int(row.integer()), row.text())
    let due = try row.day()
    let from = EscalationStep(rawValue: row.text())
    let id: Identifier<EscalationEvent> = row.identifier()
    let kind = EscalationEvent.Kind(rawValue: row.text())
    let (level, occasion) = (row.text(), row.text())
    let opening: Identifier<EscalationEvent>? = row.optionalIdentifier()
    let risk: Identifier<Risk> = row.identifier()
    let (effective, rule, isVerified) = (try row.day(), row.text(), row.flag())
    let (section, source, text) = (row.text(), row.text(), row.text())
    let (to, key) = (EscalationStep(rawValue: row.text()), row.text())
    guard let from, let kind, let to, let trigger = EscalationTrigger(rawValue: row.text()) else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "event \(id) of an escalation cannot be read")
    }
    return EscalationEvent(
      id: id, openingID: opening, riskID: risk, kind: kind,
      occasion: EscalationOccasion(trigger, key: key, text: occasion), levelID: level, from: from, to: to, dueOn: due,
      ruling: EscalationRuling(
        target: to.rawValue, days: days, ruleID: rule, effective: effective,
        citation: Citation(source: source, section: section, checkedOn: nil, isVerified: isVerified)),
      text: text, at: at, doneBy: by)
  }
}

extension EscalationEventTable {
  /// How many escalations of the units in `scope` have ended.
  public static func closedCount(in scope: Scope, _ connection: Connection) throws -> Int {
    let seen = scope.predicate("risk.unit_id")
    return Int(
      try connection.integer(
        """
        SELECT count(*) FROM escalation_event AS event JOIN risk ON risk.id = event.risk_id
        WHERE event.kind = 'closed' AND \(seen.sql)
        """, seen.values))
  }
}

extension EscalationEventTable {
  /// How many escalations of risks of the units in `scope` wait at `step` for a decision, and the numbers of those due
  /// first, at most `limit`.
  public static func waiting(
    at step: EscalationStep, in scope: Scope, limit: Int, _ connection: Connection
  ) throws -> (total: Int, first: [Identifier<EscalationEvent>]) {
    let seen = scope.predicate("risk.unit_id")
    let waiting = """
      FROM escalation_event AS event JOIN risk ON risk.id = event.risk_id
      WHERE event.kind IN ('opened', 'acknowledged', 'raised') AND event.to_step = ? AND \(seen.sql)
        AND NOT EXISTS (SELECT 1 FROM escalation_event AS later
          WHERE later.opening_id = coalesce(event.opening_id, event.id) AND later.id > event.id)
      """
    let values = [SQLValue.text(step.rawValue)] + seen.values
    let total = Int(try connection.integer("SELECT count(*) \(waiting)", values))
    let first: [Identifier<EscalationEvent>] = try connection.query(
      "SELECT coalesce(event.opening_id, event.id) \(waiting) ORDER BY event.due_on, event.id LIMIT ?",
      values + [.integer(Int64(limit))]
    ) { row in row.identifier() }
    return (total, first)
  }
}
