import GuvenceCore
import GuvenceRegister

/// SQL of table `setup_link`: addresses that work once, for the first account and for accounts without a password.
public enum SetupLinkTable {
  /// Stores a link under the 32-byte hash of its token; without an account it makes the first one.
  public static func insert(
    tokenHash: [UInt8], accountID: Identifier<Account>?, at now: Instant, expiresAt: Instant, _ connection: Connection
  ) throws {
    try connection.run(
      "INSERT INTO setup_link (token_hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
      [
        .blob(tokenHash), .optional(accountID?.rawValue), .integer(now.milliseconds), .integer(expiresAt.milliseconds),
      ])
  }

  /// What a usable link is for: `.some(nil)` makes the first account, `nil` is not usable.
  public static func find(
    tokenHash: [UInt8], at now: Instant, _ connection: Connection
  ) throws -> Identifier<Account>?? {
    try connection.first(
      "SELECT account_id FROM setup_link WHERE token_hash = ?1 AND used_at IS NULL AND expires_at > ?2",
      [.blob(tokenHash), .integer(now.milliseconds)]
    ) { row in row.optionalIdentifier() as Identifier<Account>? }
  }

  /// Uses a link up; `false` where it is not usable (any more).
  public static func use(tokenHash: [UInt8], at now: Instant, _ connection: Connection) throws -> Bool {
    try connection.run(
      "UPDATE setup_link SET used_at = ?1 WHERE token_hash = ?2 AND used_at IS NULL AND expires_at > ?1",
      [.integer(now.milliseconds), .blob(tokenHash)])
    return connection.changes == 1
  }

  /// Makes all unused links of an account (or of the first set-up) useless.
  public static func revoke(accountID: Identifier<Account>?, at now: Instant, _ connection: Connection) throws {
    try connection.run(
      "UPDATE setup_link SET used_at = ?1 WHERE account_id IS ?2 AND used_at IS NULL",
      [.integer(now.milliseconds), .optional(accountID?.rawValue)])
  }
}
