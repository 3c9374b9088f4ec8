import CSQLite
import GuvenceCore
import GuvenceRegister

/// The append-only record of everything that was done, each row fixed by the hash of the one before (ARCHITECTURE, rule 4).
public enum Journal {
  /// Appends what became of one thing, in the transaction that changes it. Returns the row's number.
  @discardableResult
  public static func append(
    _ stamp: JournalStamp, before: EntityState? = nil, after: EntityState, _ connection: Connection
  ) throws -> Int64 {
    try append(
      stamp, entity: after.entity, id: after.entityID, unitID: after.unitID, before: before, after: after, connection)
  }

  /// Appends an event that changes no state: a sign-in, a backup, an export.
  @discardableResult
  public static func note(
    _ stamp: JournalStamp, _ entity: JournalEntity, id: Int64, unitID: Identifier<Unit>? = nil, _ connection: Connection
  ) throws -> Int64 {
    try append(stamp, entity: entity, id: id, unitID: unitID, before: nil, after: nil, connection)
  }

  /// The chain's last link; to be noted elsewhere, so that a cut-off tail can be told.
  public static func head(_ connection: Connection) throws -> JournalHead {
    if let known = connection.pending.journalHead { return known }
    return try connection.first("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1") { row in
      JournalHead(sequence: row.integer(), hash: row.blob())
    } ?? .empty
  }

  /// Rows of one thing, newest first.
  public static func entries(
    of entity: JournalEntity, id: Int64, limit: Int = 200, _ connection: Connection
  ) throws -> [JournalEntry] {
    try connection.query(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, hash
      FROM journal WHERE entity = ?1 AND entity_id = ?2 ORDER BY sequence DESC LIMIT ?3
      """, [.text(entity.rawValue), .integer(id), .integer(Int64(limit))], entry)
  }

  /// Rows of one risk and of its assessments, newest first.
  public static func entries(
    ofRisk id: Identifier<Risk>, limit: Int = 200, _ connection: Connection
  ) throws -> [JournalEntry] {
    try connection.query(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, hash
      FROM journal
      WHERE (entity = 'risk' AND entity_id = ?1)
         OR (entity = 'assessment' AND entity_id IN (SELECT id FROM assessment WHERE risk_id = ?1))
         OR (entity = 'risk_share' AND entity_id IN (SELECT id FROM risk_share WHERE risk_id = ?1))
         OR (entity = 'risk_relation' AND entity_id IN (SELECT id FROM risk_relation WHERE from_risk_id = ?1))
         OR (entity = 'risk_origin' AND entity_id IN (SELECT id FROM risk_origin WHERE risk_id = ?1))
         OR (entity = 'statement_dismissal'
           AND entity_id IN (SELECT id FROM statement_dismissal WHERE risk_id = ?1))
      ORDER BY sequence DESC LIMIT ?2
      """, [.integer(id.rawValue), .integer(Int64(limit))], entry)
  }

  /// Rows of one process, of its charts and of what is linked to its steps, newest first.
  public static func entries(
    ofProcess id: Identifier<ProcessRecord>, limit: Int = 200, _ connection: Connection
  ) throws -> [JournalEntry] {
    try connection.query(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, hash
      FROM journal
      WHERE (entity = 'process_record' AND entity_id = ?1)
         OR (entity = 'chart_version' AND entity_id IN (SELECT id FROM chart_version WHERE process_id = ?1))
         OR (entity = 'chart_link' AND entity_id IN (SELECT id FROM chart_link WHERE process_id = ?1))
      ORDER BY sequence DESC LIMIT ?2
      """, [.integer(id.rawValue), .integer(Int64(limit))], entry)
  }

  /// Rows after `sequence`, oldest first.
  public static func entries(
    after sequence: Int64, limit: Int, _ connection: Connection
  ) throws -> [JournalEntry] {
    try connection.query(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, hash
      FROM journal WHERE sequence > ?1 ORDER BY sequence LIMIT ?2
      """, [.integer(sequence), .integer(Int64(limit))], entry)
  }

  static func entry(_ row: inout Row) -> JournalEntry {
    let sequence = row.integer()
    let at = row.instant()
    let account: Identifier<Account>? = row.optionalIdentifier()
    let actor = row.text()
    let unit: Identifier<Unit>? = row.optionalIdentifier()
    let stamp = JournalStamp(at: at, accountID: account, actor: actor, useCase: row.text())
    return JournalEntry(
      sequence: sequence, stamp: stamp, unitID: unit, entity: JournalEntity(rawValue: row.text()),
      entityID: row.integer(), before: row.optionalText(), after: row.optionalText(), hash: row.blob())
  }

  private static func append(
    _ stamp: JournalStamp, entity: JournalEntity, id: Int64, unitID: Identifier<Unit>?, before: EntityState?,
    after: EntityState?, _ connection: Connection
  ) throws -> Int64 {
    let previous = try head(connection)
    let sequence = previous.sequence + 1
    let encoding = JournalEncoding(buffer: connection.journalBuffer)
    encoding.head(
      previous: previous.hash, sequence: sequence, at: stamp.at.milliseconds, accountID: stamp.accountID?.rawValue,
      actor: stamp.actor, unitID: unitID?.rawValue, useCase: stamp.useCase, entity: entity.rawValue, entityID: id)
    let beforeRange = try encoding.state(before.map { state in { try state.write(to: $0) } })
    let afterRange = try encoding.state(after.map { state in { try state.write(to: $0) } })
    let hash = encoding.buffer.withBytes { SHA256.hash($0) }
    try connection.withFixed(
      """
      INSERT INTO journal (sequence, at, account_id, actor, unit_id, use_case, entity, entity_id,
        before, after, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      try statement.bind(sequence)
      try statement.bind(stamp.at.milliseconds)
      try statement.bind(stamp.accountID?.rawValue)
      try statement.bind(stamp.actor)
      try statement.bind(unitID?.rawValue)
      try statement.bind(stamp.useCase)
      try statement.bind(entity.rawValue)
      try statement.bind(id)
      try encoding.buffer.withBytes { bytes in
        // The buffer outlives the step, so the states need not be copied.
        try statement.bind(borrowing: beforeRange.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) })
        try statement.bind(borrowing: afterRange.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) })
        try statement.bind(previous.hash)
        try statement.bind(hash)
        _ = try statement.step()
      }
    }
    connection.pending.journalHead = JournalHead(sequence: sequence, hash: hash)
    return sequence
  }
}
