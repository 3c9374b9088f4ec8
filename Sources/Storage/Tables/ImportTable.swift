import GuvenceCore
import GuvenceRegister

/// A file that was handed in for import, waiting for confirmation or done.
public struct ImportRun: Sendable, Hashable {
  /// How far it has come.
  public enum State: String, Sendable, CaseIterable {
    /// The file is kept until it is confirmed or dropped.
    case waiting
    /// Stored; the file itself is no longer kept.
    case confirmed
    /// Dropped without storing anything.
    case dropped
  }

  /// Its number.
  public let id: Int64
  /// Who handed it in; `nil` for the operator of the machine.
  public let accountID: Identifier<Account>?
  /// Name of the file.
  public let fileName: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  public let fileDigest: String
  /// The options of the last preview, as the caller wrote them.
  public let options: String
  /// How far it has come.
  public let state: State
  /// When it was handed in.
  public let createdAt: Instant
}

/// SQL of table `import_run`.
public enum ImportRunTable {
  /// Keeps a file for confirmation and gives it its number.
  public static func insert(
    content: [UInt8], fileName: String, options: String, by accountID: Identifier<Account>?, at now: Instant,
    _ connection: Connection
  ) throws -> Int64 {
    let digest = hexText(content.withUnsafeBytes { SHA256.hash($0) })
    try connection.run(
      """
      INSERT INTO import_run (account_id, file_name, file_digest, content, options, state, created_at)
      VALUES (?, ?, ?, ?, ?, 'waiting', ?)
      """,
      [
        .optional(accountID?.rawValue), .text(fileName), .text(digest), .blob(content), .text(options),
        .integer(now.milliseconds),
      ])
    return connection.lastInsertedID
  }

  /// One run without its file.
  public static func find(_ id: Int64, _ connection: Connection) throws -> ImportRun? {
    try connection.first(
      "SELECT id, account_id, file_name, file_digest, options, state, created_at FROM import_run WHERE id = ?",
      [.integer(id)]
    ) { row in
      ImportRun(
        id: row.integer(), accountID: row.optionalIdentifier(), fileName: row.text(), fileDigest: row.text(),
        options: row.text(), state: ImportRun.State(rawValue: row.text()) ?? .dropped, createdAt: row.instant())
    }
  }

  /// The file of a waiting run.
  public static func content(_ id: Int64, _ connection: Connection) throws -> [UInt8]? {
    try connection.first(
      "SELECT content FROM import_run WHERE id = ? AND state = 'waiting'", [.integer(id)]
    ) { row in row.blob() }
  }

  /// Keeps the options of the latest preview.
  public static func setOptions(_ options: String, of id: Int64, _ connection: Connection) throws {
    try connection.run("UPDATE import_run SET options = ? WHERE id = ?", [.text(options), .integer(id)])
  }

  /// Ends a waiting run, drops its file, notes the counts; `false` where it was not waiting any more.
  public static func finish(
    _ id: Int64, as state: ImportRun.State, created: Int = 0, updated: Int = 0, unchanged: Int = 0, at now: Instant,
    _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      """
      UPDATE import_run SET state = ?, content = NULL, finished_at = ?, created_count = ?, updated_count = ?,
        unchanged_count = ? WHERE id = ? AND state = 'waiting'
      """,
      [
        .text(state.rawValue), .integer(now.milliseconds), .integer(Int64(created)), .integer(Int64(updated)),
        .integer(Int64(unchanged)), .integer(id),
      ])
    return connection.changes == 1
  }

  /// Drops the files of runs that have been waiting since before `moment`.
  public static func dropWaiting(before moment: Instant, _ connection: Connection) throws {
    try connection.run(
      """
      UPDATE import_run SET state = 'dropped', content = NULL, finished_at = created_at
      WHERE state = 'waiting' AND created_at < ?
      """, [.integer(moment.milliseconds)])
  }
}

/// SQL of table `import_mapping`: how a person corrected the columns of a form, found again by the form's signature.
public enum ImportMappingTable {
  /// The kept mapping, as the caller wrote it.
  public static func find(
    signature: String, of accountID: Identifier<Account>?, _ connection: Connection
  ) throws -> String? {
    try connection.first(
      "SELECT mapping FROM import_mapping WHERE ifnull(account_id, 0) = ? AND signature = ?",
      [.integer(accountID?.rawValue ?? 0), .text(signature)]
    ) { row in row.text() }
  }

  /// Keeps a mapping in the place of the one before.
  public static func set(
    signature: String, mapping: String, of accountID: Identifier<Account>?, at now: Instant, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO import_mapping (account_id, signature, mapping, updated_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at
      """,
      [.optional(accountID?.rawValue), .text(signature), .text(mapping), .integer(now.milliseconds)])
  }
}
