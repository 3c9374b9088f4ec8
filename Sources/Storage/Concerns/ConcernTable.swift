import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of tables `concern` and `concern_entry`. Rows are appended only; none of them tells who reported or at what hour.
public enum ConcernTable {
  private static let select = "SELECT id, received_on, receipt_hash, reporter_key FROM concern"
  private static let selectEntry = """
    SELECT id, concern_id, kind, made_on, key_id, sealed, sealed_for_reporter, status, account_id FROM concern_entry
    """

  /// Stores a report (its `id` is ignored) and returns it with its number.
  public static func insert(_ concern: Concern, _ connection: Connection) throws -> Concern {
    try connection.run(
      "INSERT INTO concern (received_on, receipt_hash, reporter_key) VALUES (?, ?, ?)",
      [.text(concern.receivedOn.description), .blob(concern.receiptHash), .blob(concern.reporterKey)])
    return Concern(
      id: Identifier(connection.lastInsertedID), receivedOn: concern.receivedOn, receiptHash: concern.receiptHash,
      reporterKey: concern.reporterKey)
  }

  /// The report with this number.
  public static func find(_ id: Identifier<Concern>, _ connection: Connection) throws -> Concern? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// The report whose receipt code has this hash.
  public static func find(receiptHash: [UInt8], _ connection: Connection) throws -> Concern? {
    try connection.first(select + " WHERE receipt_hash = ?", [.blob(receiptHash)], read)
  }

  /// All reports, the latest first.
  public static func all(_ connection: Connection) throws -> [Concern] {
    try connection.query(select + " ORDER BY id DESC", [], read)
  }

  /// Appends an entry (its `id` is ignored), bound to the one before it.
  public static func append(_ entry: SealedEntry, of concern: Concern, _ connection: Connection) throws {
    let last = try connection.first("SELECT id, hash FROM concern_entry ORDER BY id DESC LIMIT 1") { row in
      (id: row.integer(), hash: row.blob())
    }
    let id = (last?.id ?? 0) + 1
    let hash = ConcernChain.hash(entry, id: id, concern, after: last?.hash ?? ConcernChain.start)
    try connection.run(
      """
      INSERT INTO concern_entry (id, concern_id, kind, made_on, key_id, sealed, sealed_for_reporter, status, account_id,
        hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(id), .integer(concern.id.rawValue), .text(entry.kind.rawValue), .text(entry.madeOn.description),
        .integer(entry.keyID.rawValue), .blob(entry.sealed), entry.sealedForReporter.map { .blob($0) } ?? .null,
        .optional(entry.status?.rawValue), .optional(entry.accountID?.rawValue), .blob(hash),
      ])
  }

  /// Entries of a report in the order they were made.
  public static func entries(of id: Identifier<Concern>, _ connection: Connection) throws -> [SealedEntry] {
    try connection.query(selectEntry + " WHERE concern_id = ? ORDER BY id", [.integer(id.rawValue)], readEntry)
  }

  /// How long the chain is and its last hash, for the journal.
  public static func anchor(_ id: Identifier<Concern>?, _ connection: Connection) throws -> ConcernAnchor {
    let count = try connection.integer("SELECT count(*) FROM concern_entry")
    let head = try connection.first("SELECT hash FROM concern_entry ORDER BY id DESC LIMIT 1") { row in row.blob() }
    return ConcernAnchor(concernID: id, entries: count, head: head ?? ConcernChain.start)
  }

  static func writeState<Sink: FieldSink>(_ anchor: ConcernAnchor, to sink: inout Sink) throws {
    try sink.integer("entries", anchor.entries)
    try sink.text("head", hexText(anchor.head))
    try sink.identifier("id", anchor.concernID)
  }

  static func read(_ row: inout Row) throws -> Concern {
    Concern(id: row.identifier(), receivedOn: try row.day(), receiptHash: row.blob(), reporterKey: row.blob())
  }

  static func readEntry(_ row: inout Row) throws -> SealedEntry {
    let id: Identifier<SealedEntry> = row.identifier()
    let concernID: Identifier<Concern> = row.identifier()
    let kind = ConcernEntryKind(rawValue: row.text())
    let madeOn = try row.day()
    let keyID: Identifier<ConcernKey> = row.identifier()
    let sealed = row.blob()
    let isForReporter = !row.isNull
    let forReporter = row.blob()
    let status = row.optionalText().flatMap(ConcernStatus.init(rawValue:))
    guard let kind else { throw StorageFault(code: SQLITE_MISMATCH, message: "entry \(id) cannot be read") }
    return SealedEntry(
      id: id, concernID: concernID, kind: kind, madeOn: madeOn, keyID: keyID, sealed: sealed,
      sealedForReporter: isForReporter ? forReporter : nil, status: status, accountID: row.optionalIdentifier())
  }
}
