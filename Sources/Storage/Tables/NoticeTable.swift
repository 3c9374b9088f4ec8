import GuvenceCore
import GuvenceRegister

/// SQL of table `notice`.
public enum NoticeTable {
  /// Stores a notice, unless this person had one for the same occasion; `false` then.
  public static func insert(_ notice: Notice, occasion: String, _ connection: Connection) throws -> Bool {
    try connection.run(
      """
      INSERT INTO notice (account_id, created_at, kind, occasion, subject, text, text_en, unit_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """,
      [
        .integer(notice.accountID.rawValue), .integer(notice.createdAt.milliseconds), .text(notice.kind.rawValue),
        .text(occasion), .text(notice.subject), .text(notice.text.turkish), .text(notice.text.english),
        notice.unitID.map { .integer($0.rawValue) } ?? .null,
      ])
    return connection.changes == 1
  }

  /// The notices of one person that `scope` lets through (those of no unit always), newest first.
  public static func all(
    of account: Identifier<Account>, in scope: Scope, unreadOnly: Bool, limit: Int, _ connection: Connection
  ) throws -> [Notice] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      SELECT id, account_id, kind, subject, text, text_en, unit_id, created_at, read_at FROM notice
      WHERE account_id = ? AND (unit_id IS NULL OR \(seen.sql)) \(unreadOnly ? "AND read_at IS NULL" : "")
      ORDER BY id DESC LIMIT ?
      """, [.integer(account.rawValue)] + seen.values + [.integer(Int64(limit))]
    ) { row in
      Notice(
        id: row.identifier(), accountID: row.identifier(), kind: Notice.Kind(rawValue: row.text()) ?? .other,
        subject: row.text(), text: Localized(row.text(), row.text()), unitID: row.optionalIdentifier(),
        createdAt: row.instant(), readAt: row.optionalInstant())
    }
  }

  /// How many of one person's notices in `scope` are unread.
  public static func unreadCount(
    of account: Identifier<Account>, in scope: Scope, _ connection: Connection
  ) throws -> Int {
    let seen = scope.predicate("unit_id")
    return Int(
      try connection.integer(
        "SELECT count(*) FROM notice WHERE account_id = ? AND read_at IS NULL AND (unit_id IS NULL OR \(seen.sql))",
        [.integer(account.rawValue)] + seen.values))
  }

  /// Marks one notice of this person as read, or all where `id` is `nil`.
  public static func markRead(
    _ id: Identifier<Notice>?, of account: Identifier<Account>, at now: Instant, _ connection: Connection
  ) throws -> Int {
    try connection.run(
      """
      UPDATE notice SET read_at = max(?1, created_at) WHERE account_id = ?2 AND read_at IS NULL
        AND (?3 IS NULL OR id = ?3)
      """,
      [.integer(now.milliseconds), .integer(account.rawValue), id.map { .integer($0.rawValue) } ?? .null])
    return connection.changes
  }
}
