import CSQLite
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// SQL of tables `chart_version` and `chart_source`. Charts are kept as their outline.
public enum ChartVersionTable {
  static let columns = [
    "approved_at", "calls", "chart", "control_count", "decided_by", "effective_on", "error_count", "id", "note",
    "number", "prepared_at", "prepared_by", "preparer_id", "process_id", "return_reason", "review_due_on",
    "risk_count", "source_digest", "source_name", "state", "step_count", "submitted_at", "submitted_by", "version",
    "warning_count",
  ]
  /// The digest of the file as it lies there, so that the journal's check sees a changed one.
  static let expressions = columns.map { $0 == "source_digest" ? found : $0 }
  private static let found =
    "coalesce((SELECT sha256_hex(bytes) FROM chart_source WHERE version_id = chart_version.id), '')"
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM chart_version"

  /// Stores a new version and gives it its number in the store (`draft`'s is ignored); `source` are the bytes of the
  /// file it was read from.
  public static func insert(
    _ draft: ChartVersion, source: [UInt8]? = nil, _ connection: Connection
  ) throws -> ChartVersion {
    var draft = draft
    if let source { draft.sourceDigest = digest(source) }
    try connection.withStatement(
      """
      INSERT INTO chart_version (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft, id: nil, to: &sink)
      _ = try statement.step()
    }
    let stored = draft.numbered(Identifier(connection.lastInsertedID))
    if let source { try keep(source, of: stored.id, connection) }
    return stored
  }

  /// Stores `chart` where its stored version is still `basedOn`; `false` where somebody saved in between. `source`
  /// replaces the file it was read from. Returns it with the digest of the file.
  public static func update(
    _ chart: inout ChartVersion, basedOn version: Int, source: [UInt8]? = nil, _ connection: Connection
  ) throws -> Bool {
    if let source { chart.sourceDigest = digest(source) }
    let after = chart
    try connection.withStatement(
      "UPDATE chart_version SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(after, id: after.id, to: &sink)
      try statement.bind(after.id.rawValue)
      try statement.bind(Int64(version))
      _ = try statement.step()
    }
    guard connection.changes == 1 else { return false }
    if let source { try keep(source, of: chart.id, connection) }
    return true
  }

  /// All versions of a process, oldest first.
  public static func all(of id: Identifier<ProcessRecord>, _ connection: Connection) throws -> [ChartVersion] {
    try connection.query(select + " WHERE process_id = ? ORDER BY number", [.integer(id.rawValue)], read)
  }

  /// All versions of a process as the journal had them last before `moment`, oldest first.
  public static func all(
    of id: Identifier<ProcessRecord>, before moment: Instant, _ connection: Connection
  ) throws -> [ChartVersion] {
    try connection.query(
      JournalStates.latest("chart_version", columns, where: "process_id = ?"),
      [.integer(moment.milliseconds), .integer(id.rawValue)], read)
  }

  /// The charts in force, with their processes.
  public static func approved(_ connection: Connection) throws -> [ChartVersion] {
    try connection.query(select + " WHERE state = 'approved' ORDER BY process_id", [], read)
  }

  /// The bytes of the file a version was read from.
  public static func source(of id: Identifier<ChartVersion>, _ connection: Connection) throws -> [UInt8]? {
    try connection.first("SELECT bytes FROM chart_source WHERE version_id = ?", [.integer(id.rawValue)]) { $0.blob() }
  }

  /// Whether the account ever saved the chart of this version.
  public static func wasPrepared(
    _ id: Identifier<ChartVersion>, by account: Identifier<Account>, useCases: [String], _ connection: Connection
  ) throws -> Bool {
    let list = "[" + useCases.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    return try connection.integer(
      """
      SELECT count(*) FROM journal WHERE entity = 'chart_version' AND entity_id = ? AND account_id = ?
        AND use_case IN (SELECT value FROM json_each(?))
      """, [.integer(id.rawValue), .integer(account.rawValue), .text(list)]) > 0
  }

  private static func digest(_ bytes: [UInt8]) -> String { hexText(bytes.withUnsafeBytes { SHA256.hash($0) }) }

  private static func keep(_ bytes: [UInt8], of id: Identifier<ChartVersion>, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO chart_source (version_id, bytes) VALUES (?, ?)
      ON CONFLICT (version_id) DO UPDATE SET bytes = excluded.bytes
      """, [.integer(id.rawValue), .blob(bytes)])
  }

  static func write<Sink: FieldSink>(
    _ chart: ChartVersion, id: Identifier<ChartVersion>?, to sink: inout Sink
  ) throws {
    try sink.instant("approved_at", chart.approvedAt)
    try sink.lines("calls", chart.figures.calls)
    try sink.text("chart", ChartText.text(chart.chart))
    try sink.integer("control_count", chart.figures.controls)
    try sink.text("decided_by", chart.decidedBy)
    try sink.day("effective_on", chart.effectiveOn)
    try sink.integer("error_count", chart.figures.errors)
    try sink.identifier("id", id)
    try sink.text("note", chart.note)
    try sink.integer("number", chart.number)
    try sink.instant("prepared_at", chart.preparedAt)
    try sink.text("prepared_by", chart.preparedBy)
    try sink.identifier("preparer_id", chart.preparerID)
    try sink.identifier("process_id", chart.processID)
    try sink.text("return_reason", chart.returnReason)
    try sink.day("review_due_on", chart.reviewDueOn)
    try sink.integer("risk_count", chart.figures.risks)
    try sink.text("source_digest", chart.sourceDigest)
    try sink.text("source_name", chart.sourceName)
    try sink.text("state", chart.state.rawValue)
    try sink.integer("step_count", chart.figures.steps)
    try sink.instant("submitted_at", chart.submittedAt)
    try sink.text("submitted_by", chart.submittedBy)
    try sink.integer("version", chart.version)
    try sink.integer("warning_count", chart.figures.warnings)
  }

  private static func read(_ row: inout Row) throws -> ChartVersion {
    let (approvedAt, calls) = (row.optionalInstant(), row.lines())
    let chart = ChartText.chart(row.text())
    let (controls, decidedBy) = (Int(row.integer()), row.text())
    let effectiveOn = try row.optionalDay()
    let errors = Int(row.integer())
    let id: Identifier<ChartVersion> = row.identifier()
    let (note, number) = (row.text(), Int(row.integer()))
    let (preparedAt, preparedBy) = (row.instant(), row.text())
    let preparer: Identifier<Account>? = row.optionalIdentifier()
    let process: Identifier<ProcessRecord> = row.identifier()
    let (returnReason, reviewDueOn) = (row.text(), try row.optionalDay())
    let risks = Int(row.integer())
    let (digest, name, state) = (row.text(), row.text(), ChartState(rawValue: row.text()))
    let steps = Int(row.integer())
    let (submittedAt, submittedBy) = (row.optionalInstant(), row.text())
    let (version, warnings) = (Int(row.integer()), Int(row.integer()))
    guard let chart, let state else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "chart version \(id) cannot be read")
    }
    let figures = ChartFigures(
      steps: steps, risks: risks, controls: controls, errors: errors, warnings: warnings, calls: calls)
    var made = ChartVersion(
      id: id, processID: process, number: number, chart: chart, figures: figures, note: note, preparedBy: preparedBy,
      preparerID: preparer, preparedAt: preparedAt)
    (made.state, made.submittedBy, made.submittedAt) = (state, submittedBy, submittedAt)
    (made.decidedBy, made.approvedAt, made.effectiveOn) = (decidedBy, approvedAt, effectiveOn)
    (made.reviewDueOn, made.returnReason) = (reviewDueOn, returnReason)
    (made.sourceName, made.sourceDigest, made.version) = (name, digest, version)
    return made
  }
}
