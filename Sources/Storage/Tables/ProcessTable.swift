import CSQLite
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// SQL of table `process_record`.
public enum ProcessTable {
  static let columns = [
    "class", "code", "complaint_first", "complaint_second", "created_at", "customers", "detsis_number",
    "document_number", "documents", "file_plan_code", "id", "indicators", "inputs", "is_financial", "is_service",
    "legal_basis", "name", "origin", "outputs", "owner", "parent_id", "purpose", "retire_reason", "retired_on",
    "scope", "service_documents", "service_time", "suppliers", "systems", "unit_id", "version",
  ]
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM process_record"

  /// Stores a new process and gives it its number (`draft`'s is ignored).
  public static func insert(_ draft: ProcessRecord, _ connection: Connection) throws -> ProcessRecord {
    try connection.withStatement(
      """
      INSERT INTO process_record (\(columns.joined(separator: ", ")), key)
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), ?)
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      try statement.bind(ProcessRecord.key(draft.code))
      _ = try statement.step()
    }
    return ProcessRecord(
      id: Identifier(connection.lastInsertedID), code: draft.code, parentID: draft.parentID, details: draft.details,
      origin: draft.origin, version: draft.version, createdAt: draft.createdAt)
  }

  /// Stores `record` where its stored version is still `basedOn`; `false` where somebody saved in between.
  public static func update(_ record: ProcessRecord, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try connection.withStatement(
      "UPDATE process_record SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(record, id: record.id, to: &sink)
      try statement.bind(record.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    return connection.changes == 1
  }

  /// The process with this number.
  public static func find(_ id: Identifier<ProcessRecord>, _ connection: Connection) throws -> ProcessRecord? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// The process with this code, with or without Turkish letters, where `scope` may see it.
  public static func find(code: String, in scope: Scope, _ connection: Connection) throws -> ProcessRecord? {
    let seen = scope.predicate("unit_id")
    return try connection.first(
      select + " WHERE key = ? AND \(seen.sql)", [.text(ProcessRecord.key(code))] + seen.values, read)
  }

  /// All processes, closed ones too, in the order they were added.
  public static func all(_ connection: Connection) throws -> [ProcessRecord] {
    try connection.query(select + " ORDER BY id", [], read)
  }

  /// All processes as the journal had them last before `moment`.
  public static func all(before moment: Instant, _ connection: Connection) throws -> [ProcessRecord] {
    try connection.query(JournalStates.latest("process_record", columns), [.integer(moment.milliseconds)], read)
  }

  /// Codes of the catalogue processes that were adopted.
  public static func origins(_ connection: Connection) throws -> Set<String> {
    Set(try connection.query("SELECT DISTINCT origin FROM process_record WHERE origin <> ''") { $0.text() })
  }

  static func write<Sink: FieldSink>(
    _ record: ProcessRecord, id: Identifier<ProcessRecord>?, to sink: inout Sink
  ) throws {
    let details = record.details
    try sink.text("class", details.processClass.rawValue)
    try sink.text("code", record.code)
    try sink.text("complaint_first", details.complaintFirst)
    try sink.text("complaint_second", details.complaintSecond)
    try sink.instant("created_at", record.createdAt)
    try sink.lines("customers", details.customers)
    try sink.text("detsis_number", details.detsisNumber)
    try sink.text("document_number", details.documentNumber)
    try sink.lines("documents", details.documents)
    try sink.text("file_plan_code", details.filePlanCode)
    try sink.identifier("id", id)
    try sink.lines("indicators", details.indicators)
    try sink.lines("inputs", details.inputs)
    try sink.flag("is_financial", details.isFinancial)
    try sink.flag("is_service", details.isService)
    try sink.lines("legal_basis", details.legalBasis)
    try sink.text("name", details.name)
    try sink.text("origin", record.origin)
    try sink.lines("outputs", details.outputs)
    try sink.text("owner", details.owner)
    try sink.identifier("parent_id", record.parentID)
    try sink.text("purpose", details.purpose)
    try sink.text("retire_reason", record.retireReason)
    try sink.day("retired_on", record.retiredOn)
    try sink.text("scope", details.scope)
    try sink.lines("service_documents", details.serviceDocuments)
    try sink.text("service_time", details.serviceTime)
    try sink.lines("suppliers", details.suppliers)
    try sink.lines("systems", details.systems)
    try sink.identifier("unit_id", details.unitID)
    try sink.integer("version", record.version)
  }

  private static func read(_ row: inout Row) throws -> ProcessRecord {
    let processClass = ProcessCard.Class(rawValue: row.text())
    let code = row.text()
    var details = ProcessDetails(name: "", unitID: Identifier(0))
    (details.complaintFirst, details.complaintSecond) = (row.text(), row.text())
    let createdAt = row.instant()
    (details.customers, details.detsisNumber, details.documentNumber) = (row.lines(), row.text(), row.text())
    (details.documents, details.filePlanCode) = (row.lines(), row.text())
    let id: Identifier<ProcessRecord> = row.identifier()
    (details.indicators, details.inputs) = (row.lines(), row.lines())
    (details.isFinancial, details.isService) = (row.flag(), row.flag())
    (details.legalBasis, details.name) = (row.lines(), row.text())
    let origin = row.text()
    (details.outputs, details.owner) = (row.lines(), row.text())
    let parent: Identifier<ProcessRecord>? = row.optionalIdentifier()
    details.purpose = row.text()
    let (reason, retiredOn) = (row.text(), try row.optionalDay())
    (details.scope, details.serviceDocuments, details.serviceTime) = (row.text(), row.lines(), row.text())
    (details.suppliers, details.systems) = (row.lines(), row.lines())
    details.unitID = row.identifier()
    guard let processClass else { throw StorageFault(code: SQLITE_MISMATCH, message: "process \(id) cannot be read") }
    details.processClass = processClass
    return ProcessRecord(
      id: id, code: code, parentID: parent, details: details, origin: origin, version: Int(row.integer()),
      createdAt: createdAt, retiredOn: retiredOn, retireReason: reason)
  }
}

extension FieldSink {
  /// A list, one entry a line.
  mutating func lines(_ name: StaticString, _ list: [String]) throws {
    try text(name, list.joined(separator: "\n"))
  }
}

extension Row {
  /// A list, one entry a line.
  mutating func lines() -> [String] { text().split(separator: "\n").map(String.init) }
}

/// States of the past, as the journal kept them.
enum JournalStates {
  /// The last state of each thing in `table` before the moment bound to the one placeholder, in the order of numbers.
  static func latest(_ table: String, _ columns: [String], where condition: String = "1") -> String {
    let state = columns.map { "json_extract(after, '$.\($0)') AS \($0)" }.joined(separator: ", ")
    return """
      SELECT * FROM (SELECT \(state) FROM (
        SELECT after, max(sequence) FROM journal
        WHERE entity = '\(table)' AND after IS NOT NULL AND at < ? GROUP BY entity_id))
      WHERE \(condition) ORDER BY id
      """
  }
}
