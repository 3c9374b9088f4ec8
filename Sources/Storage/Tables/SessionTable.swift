import GuvenceCore
import GuvenceRegister

/// A signed-in browser. Only the SHA-256 of its token is stored.
public struct StoredSession: Sendable, Hashable {
  /// Whose.
  public let accountID: Identifier<Account>
  /// Token that every form carries.
  public let csrfToken: String
  /// Language of the screens.
  public let language: Language
  /// When the person signed in.
  public let createdAt: Instant
  /// When the browser was last heard of.
  public let lastSeenAt: Instant
  /// When the session ends at the latest.
  public let expiresAt: Instant

  /// A session made of its parts.
  public init(
    accountID: Identifier<Account>, csrfToken: String, language: Language, createdAt: Instant, lastSeenAt: Instant,
    expiresAt: Instant
  ) {
    (self.accountID, self.csrfToken, self.language) = (accountID, csrfToken, language)
    (self.createdAt, self.lastSeenAt, self.expiresAt) = (createdAt, lastSeenAt, expiresAt)
  }
}

/// SQL of table `session`.
public enum SessionTable {
  /// Stores a session under the 32-byte hash of its token.
  public static func insert(tokenHash: [UInt8], _ session: StoredSession, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO session (token_hash, account_id, csrf_token, language, created_at, last_seen_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .blob(tokenHash), .integer(session.accountID.rawValue), .text(session.csrfToken),
        .text(session.language.rawValue), .integer(session.createdAt.milliseconds),
        .integer(session.lastSeenAt.milliseconds), .integer(session.expiresAt.milliseconds),
      ])
  }

  /// The session with this token, unless it has expired.
  public static func find(
    tokenHash: [UInt8], at now: Instant, _ connection: Connection
  ) throws -> StoredSession? {
    try connection.first(
      """
      SELECT account_id, csrf_token, language, created_at, last_seen_at, expires_at
      FROM session WHERE token_hash = ?1 AND expires_at > ?2
      """, [.blob(tokenHash), .integer(now.milliseconds)]
    ) { row in
      StoredSession(
        accountID: row.identifier(), csrfToken: row.text(), language: Language(rawValue: row.text()) ?? .turkish,
        createdAt: row.instant(), lastSeenAt: row.instant(), expiresAt: row.instant())
    }
  }

  /// Notes that the browser was heard of, and moves the end.
  public static func touch(
    tokenHash: [UInt8], at now: Instant, expiresAt: Instant, _ connection: Connection
  ) throws {
    try connection.run(
      "UPDATE session SET last_seen_at = ?1, expires_at = ?2 WHERE token_hash = ?3",
      [.integer(now.milliseconds), .integer(expiresAt.milliseconds), .blob(tokenHash)])
  }

  /// Changes the language of the screens.
  public static func setLanguage(_ language: Language, tokenHash: [UInt8], _ connection: Connection) throws {
    try connection.run(
      "UPDATE session SET language = ?1 WHERE token_hash = ?2", [.text(language.rawValue), .blob(tokenHash)])
  }

  /// Signs out.
  public static func delete(tokenHash: [UInt8], _ connection: Connection) throws {
    try connection.run("DELETE FROM session WHERE token_hash = ?", [.blob(tokenHash)])
  }

  /// Signs an account out everywhere.
  public static func deleteAll(of id: Identifier<Account>, _ connection: Connection) throws {
    try connection.run("DELETE FROM session WHERE account_id = ?", [.integer(id.rawValue)])
  }

  /// Removes sessions that have ended.
  public static func deleteExpired(at now: Instant, _ connection: Connection) throws {
    try connection.run("DELETE FROM session WHERE expires_at <= ?", [.integer(now.milliseconds)])
  }
}
