import CSQLite
import GuvenceCore
import GuvenceRegister

/// SQL of tables `evidence` and `evidence_content`. Rows are appended; only a withdrawal is added to them later.
public enum EvidenceTable {
  static let columns = [
    "added_at", "added_by", "digest", "format", "id", "name", "note", "size", "target_id", "target_kind",
    "withdraw_reason", "withdrawn_at", "withdrawn_by",
  ]
  /// The digest of the bytes as they lie there, so that the journal's check sees a changed content.
  static let expressions = columns.map { $0 == "digest" ? found : $0 }
  private static let found = """
    (SELECT iif(sha256_hex(bytes) = digest AND length(bytes) = size, digest, 'changed')
     FROM evidence_content WHERE evidence_id = evidence.id)
    """
  private static let select = "SELECT \(columns.joined(separator: ", ")) FROM evidence"

  /// Stores a file with its bytes (`draft`'s number and digest are ignored) and returns it with both.
  public static func insert(_ draft: Evidence, bytes: [UInt8], _ connection: Connection) throws -> Evidence {
    let digest = hexText(bytes.withUnsafeBytes { SHA256.hash($0) })
    try connection.withStatement(
      """
      INSERT INTO evidence (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(draft.stored(Identifier(0), digest), id: nil, to: &sink)
      _ = try statement.step()
    }
    let id = connection.lastInsertedID
    try connection.run(
      "INSERT INTO evidence_content (evidence_id, bytes) VALUES (?, ?)", [.integer(id), .blob(bytes)])
    return draft.stored(Identifier(id), digest)
  }

  /// Marks a file as withdrawn; `false` where it was withdrawn before.
  public static func withdraw(
    _ id: Identifier<Evidence>, _ withdrawal: Evidence.Withdrawal, _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      """
      UPDATE evidence SET withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ? WHERE id = ? AND withdrawn_at IS NULL
      """,
      [
        .integer(withdrawal.at.milliseconds), .text(withdrawal.by), .text(withdrawal.reason), .integer(id.rawValue),
      ])
    return connection.changes == 1
  }

  /// The file with this number.
  public static func find(_ id: Identifier<Evidence>, _ connection: Connection) throws -> Evidence? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
  }

  /// All files of a thing, withdrawn ones too, in the order they were added.
  public static func all(
    of kind: EvidenceTarget.Kind, _ id: Int64, _ connection: Connection
  ) throws -> [Evidence] {
    try connection.query(
      select + " WHERE target_kind = ? AND target_id = ? ORDER BY id", [.text(kind.rawValue), .integer(id)], read)
  }

  /// How many files of a thing stand now; for «not without evidence».
  public static func count(of kind: EvidenceTarget.Kind, _ id: Int64, _ connection: Connection) throws -> Int {
    Int(
      try connection.integer(
        "SELECT count(*) FROM evidence WHERE target_kind = ? AND target_id = ? AND withdrawn_at IS NULL",
        [.text(kind.rawValue), .integer(id)]))
  }

  /// The bytes of a file.
  public static func bytes(of id: Identifier<Evidence>, _ connection: Connection) throws -> [UInt8]? {
    try connection.first("SELECT bytes FROM evidence_content WHERE evidence_id = ?", [.integer(id.rawValue)]) { row in
      row.blob()
    }
  }

  static func write<Sink: FieldSink>(_ file: Evidence, id: Identifier<Evidence>?, to sink: inout Sink) throws {
    try sink.instant("added_at", file.addedAt)
    try sink.text("added_by", file.addedBy)
    try sink.text("digest", file.digest)
    try sink.text("format", file.format.rawValue)
    try sink.identifier("id", id)
    try sink.text("name", file.name)
    try sink.text("note", file.note)
    try sink.integer("size", file.size)
    try sink.integer("target_id", file.targetID)
    try sink.text("target_kind", file.targetKind.rawValue)
    try sink.text("withdraw_reason", file.withdrawal?.reason ?? "")
    try sink.instant("withdrawn_at", file.withdrawal?.at)
    try sink.text("withdrawn_by", file.withdrawal?.by ?? "")
  }

  private static func read(_ row: inout Row) throws -> Evidence {
    let (addedAt, addedBy, digest) = (row.instant(), row.text(), row.text())
    let format = EvidenceFormat(rawValue: row.text())
    let id: Identifier<Evidence> = row.identifier()
    let (name, note, size) = (row.text(), row.text(), Int(row.integer()))
    let targetID = row.integer()
    let kind = EvidenceTarget.Kind(rawValue: row.text())
    let reason = row.text()
    let withdrawnAt = row.optionalInstant()
    let withdrawnBy = row.text()
    guard let format, let kind else {
      throw StorageFault(code: SQLITE_MISMATCH, message: "evidence \(id) cannot be read")
    }
    return Evidence(
      id: id, targetKind: kind, targetID: targetID, name: name, format: format, size: size, digest: digest, note: note,
      addedAt: addedAt, addedBy: addedBy,
      withdrawal: withdrawnAt.map { Evidence.Withdrawal(at: $0, by: withdrawnBy, reason: reason) })
  }
}

extension Evidence {
  fileprivate func stored(_ id: Identifier<Evidence>, _ digest: String) -> Evidence {
    Evidence(
      id: id, targetKind: targetKind, targetID: targetID, name: name, format: format, size: size, digest: digest,
      note: note, addedAt: addedAt, addedBy: addedBy, withdrawal: withdrawal)
  }
}
