import CSQLite

/// SQLite or the disk failed. For the log, not for the screen: `sql` holds placeholders only, never the values bound.
public struct StorageFault: Error, Sendable, CustomStringConvertible {
  /// SQLite's extended result code, or the negated `errno` of a file operation.
  public let code: Int32
  /// SQLite's own message, or the system's.
  public let message: String
  /// The statement, with placeholders; empty where no statement was involved.
  public let sql: String

  /// A fault with its code, message and statement.
  public init(code: Int32, message: String, sql: String = "") {
    (self.code, self.message, self.sql) = (code, message, sql)
  }

  /// Another process held the file for longer than the busy timeout.
  public var isBusy: Bool { code & 0xFF == SQLITE_BUSY }
  /// A CHECK, UNIQUE, NOT NULL, foreign key or trigger refused the row.
  public var isConstraint: Bool { code & 0xFF == SQLITE_CONSTRAINT }
  /// A UNIQUE rule refused the row.
  public var isUnique: Bool { code == SQLITE_CONSTRAINT | (8 << 8) || code == SQLITE_CONSTRAINT | (6 << 8) }

  /// `SQLite 2067: UNIQUE constraint failed: risk.reference [INSERT …]`.
  public var description: String {
    let head = code < 0 ? "errno \(-code)" : "SQLite \(code)"
    return sql.isEmpty ? "\(head): \(message)" : "\(head): \(message) [\(sql)]"
  }
}
