import GuvenceCore
import GuvenceRegister

/// SQL of table `concern_key`.
public enum ConcernKeyTable {
  static let columns = ["created_at", "id", "public_key"]
  static let expressions = ["created_at", "id", "lower(hex(public_key))"]

  /// Stores a key pair and returns it with its number; from now on it is in use.
  public static func insert(
    publicKey: [UInt8], _ wrapped: WrappedSecret, at now: Instant, _ connection: Connection
  ) throws -> ConcernKey {
    try connection.run(
      """
      INSERT INTO concern_key (public_key, salt, passes, memory, nonce, wrapped, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, [.blob(publicKey)] + values(wrapped) + [.integer(now.milliseconds)])
    return ConcernKey(
      id: Identifier(connection.lastInsertedID), publicKey: publicKey, wrapped: wrapped, createdAt: now)
  }

  /// Wraps a key anew.
  public static func rewrap(
    _ id: Identifier<ConcernKey>, _ wrapped: WrappedSecret, _ connection: Connection
  ) throws {
    try connection.run(
      "UPDATE concern_key SET salt = ?, passes = ?, memory = ?, nonce = ?, wrapped = ? WHERE id = ?",
      values(wrapped) + [.integer(id.rawValue)])
  }

  /// All keys, the one in use last.
  public static func all(_ connection: Connection) throws -> [ConcernKey] {
    try connection.query(
      "SELECT id, public_key, salt, passes, memory, nonce, wrapped, created_at FROM concern_key ORDER BY id"
    ) { row in
      let (id, publicKey): (Identifier<ConcernKey>, [UInt8]) = (row.identifier(), row.blob())
      let (salt, passes, memory) = (row.blob(), Int(row.integer()), Int(row.integer()))
      let wrapped = WrappedSecret(salt: salt, passes: passes, memory: memory, nonce: row.blob(), box: row.blob())
      return ConcernKey(id: id, publicKey: publicKey, wrapped: wrapped, createdAt: row.instant())
    }
  }

  static func writeState<Sink: FieldSink>(_ key: ConcernKey, to sink: inout Sink) throws {
    try sink.instant("created_at", key.createdAt)
    try sink.identifier("id", key.id)
    try sink.text("public_key", hexText(key.publicKey))
  }

  private static func values(_ wrapped: WrappedSecret) -> [SQLValue] {
    [
      .blob(wrapped.salt), .integer(Int64(wrapped.passes)), .integer(Int64(wrapped.memory)), .blob(wrapped.nonce),
      .blob(wrapped.box),
    ]
  }
}

/// SQL of table `concern_officer`.
public enum ConcernOfficerTable {
  static let columns = ["account_id", "id", "is_active"]

  /// Names an account as officer, or takes the naming back. Returns the naming before and after.
  public static func name(
    _ account: Identifier<Account>, isActive: Bool, _ connection: Connection
  ) throws -> (before: ConcernOfficer?, after: ConcernOfficer) {
    let before = try all(connection).first { $0.accountID == account }
    try connection.run(
      """
      INSERT INTO concern_officer (account_id, is_active) VALUES (?1, ?2)
      ON CONFLICT (account_id) DO UPDATE SET is_active = excluded.is_active
      """, [.integer(account.rawValue), .integer(isActive ? 1 : 0)])
    let id = before?.id ?? Identifier(connection.lastInsertedID)
    return (before, ConcernOfficer(id: id, accountID: account, isActive: isActive))
  }

  /// All namings, taken-back ones too.
  public static func all(_ connection: Connection) throws -> [ConcernOfficer] {
    try connection.query("SELECT id, account_id, is_active FROM concern_officer ORDER BY id") { row in
      ConcernOfficer(id: row.identifier(), accountID: row.identifier(), isActive: row.flag())
    }
  }

  /// Whether the account is named.
  public static func isOfficer(_ account: Identifier<Account>, _ connection: Connection) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM concern_officer WHERE account_id = ? AND is_active = 1", [.integer(account.rawValue)]) > 0
  }

  static func writeState<Sink: FieldSink>(_ officer: ConcernOfficer, to sink: inout Sink) throws {
    try sink.identifier("account_id", officer.accountID)
    try sink.identifier("id", officer.id)
    try sink.flag("is_active", officer.isActive)
  }
}
