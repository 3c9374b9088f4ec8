import CSQLite
import GuvenceCore
import GuvenceRegister

/// An account with what it signs in by.
public struct StoredAccount: Sendable, Hashable {
  /// The account.
  public var account: Account
  /// The argon2id string of libsodium; `nil` until a password is set.
  public var passwordHash: String?
  /// Whether the password must be changed at the next sign-in.
  public var mustChange: Bool

  /// An account with what it signs in by.
  public init(account: Account, passwordHash: String?, mustChange: Bool = false) {
    (self.account, self.passwordHash, self.mustChange) = (account, passwordHash, mustChange)
  }
}

/// SQL of tables `account` and `role_grant`.
public enum AccountTable {
  /// All accounts in Turkish order of their display names.
  public static func all(_ connection: Connection) throws -> [StoredAccount] {
    try connection.query(select + " ORDER BY display_name COLLATE TURKISH, id", [], read)
      .map { try withGrants($0, connection) }
  }

  /// One account.
  public static func find(_ id: Identifier<Account>, _ connection: Connection) throws -> StoredAccount? {
    try connection.first(select + " WHERE id = ?", [.integer(id.rawValue)], read)
      .map { try withGrants($0, connection) }
  }

  /// The account with this sign-in name.
  public static func find(login: String, _ connection: Connection) throws -> StoredAccount? {
    try connection.first(select + " WHERE login = ?", [.text(login)], read).map { try withGrants($0, connection) }
  }

  /// Number of open accounts; 0 before the first set-up. Afterwards one that administers always stays open.
  public static func count(_ connection: Connection) throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM account WHERE is_disabled = 0"))
  }

  /// Stores a new account and gives it its number. Throws a fault with `isUnique` where the sign-in name is taken.
  public static func insert(
    login: String, displayName: String, email: String = "", grants: [RoleGrant], passwordHash: String?,
    mustChange: Bool, at now: Instant, _ connection: Connection
  ) throws -> StoredAccount {
    try connection.run(
      """
      INSERT INTO account (login, display_name, email, password_hash, must_change, is_disabled, created_at, version)
      VALUES (?, ?, ?, ?, ?, 0, ?, 1)
      """,
      [
        .text(login), .text(displayName), .text(email), .optional(passwordHash), .integer(mustChange ? 1 : 0),
        .integer(now.milliseconds),
      ])
    let id = Identifier<Account>(connection.lastInsertedID)
    try replaceGrants(of: id, grants, connection)
    return StoredAccount(
      account: Account(id: id, login: login, displayName: displayName, email: email, grants: grants),
      passwordHash: passwordHash,
      mustChange: mustChange)
  }

  /// Stores `stored`, grants included, where its stored version is still `basedOn`; `false` where it is not.
  public static func update(
    _ stored: StoredAccount, basedOn version: Int, _ connection: Connection
  ) throws -> Bool {
    let account = stored.account
    try connection.run(
      """
      UPDATE account SET login = ?1, display_name = ?2, password_hash = ?3, must_change = ?4, is_disabled = ?5,
        version = ?6, email = ?9 WHERE id = ?7 AND version = ?8
      """,
      [
        .text(account.login), .text(account.displayName), .optional(stored.passwordHash),
        .integer(stored.mustChange ? 1 : 0), .integer(account.isDisabled ? 1 : 0), .integer(Int64(account.version)),
        .integer(account.id.rawValue), .integer(Int64(version)), .text(account.email),
      ])
    guard connection.changes == 1 else { return false }
    try replaceGrants(of: account.id, account.grants, connection)
    return true
  }

  /// Columns of the journal's state. Of the password's hash only a digest is kept.
  static func writeState(_ stored: StoredAccount, to sink: inout JSONSink) throws {
    let account = stored.account
    let grants = account.grants.sorted { ($0.unitID, $0.role.rawValue) < ($1.unitID, $1.role.rawValue) }
    sink.text("display_name", account.displayName)
    sink.text("email", account.email)
    sink.text("grants", grants.map { "\($0.role.rawValue)@\($0.unitID)" }.joined(separator: " "))
    try sink.identifier("id", account.id)
    try sink.flag("is_disabled", account.isDisabled)
    sink.text("login", account.login)
    try sink.flag("must_change", stored.mustChange)
    sink.text("password_digest", stored.passwordHash.map { SHA256.hex($0) })
    try sink.integer("version", account.version)
  }

  private static let select =
    "SELECT id, login, display_name, email, is_disabled, version, password_hash, must_change FROM account"

  private static func read(_ row: inout Row) -> StoredAccount {
    let id: Identifier<Account> = row.identifier()
    let login = row.text()
    let (displayName, email) = (row.text(), row.text())
    let isDisabled = row.flag()
    let version = Int(row.integer())
    let account = Account(
      id: id, login: login, displayName: displayName, email: email, grants: [], isDisabled: isDisabled, version: version
    )
    return StoredAccount(account: account, passwordHash: row.optionalText(), mustChange: row.flag())
  }

  private static func withGrants(_ stored: StoredAccount, _ connection: Connection) throws -> StoredAccount {
    var stored = stored
    stored.account.grants = try connection.query(
      "SELECT role, unit_id FROM role_grant WHERE account_id = ? ORDER BY unit_id, role",
      [.integer(stored.account.id.rawValue)]
    ) { row in
      let word = row.text()
      return Role(rawValue: word).map { RoleGrant(role: $0, unitID: row.identifier()) }
    }.compactMap { $0 }
    return stored
  }

  private static func replaceGrants(
    of id: Identifier<Account>, _ grants: [RoleGrant], _ connection: Connection
  ) throws {
    try connection.run("DELETE FROM role_grant WHERE account_id = ?", [.integer(id.rawValue)])
    for grant in Set(grants) {
      try connection.run(
        "INSERT INTO role_grant (account_id, unit_id, role) VALUES (?, ?, ?)",
        [.integer(id.rawValue), .integer(grant.unitID.rawValue), .text(grant.role.rawValue)])
    }
  }
}
