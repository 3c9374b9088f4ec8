import CSQLite

/// One step of the schema. Steps are never changed once released: a correction is a new step with the next number.
struct Migration: Sendable {
  /// The number the file carries after this step, from 1 without gaps.
  let number: Int
  /// What the step brings, for the log.
  let name: String
  /// The statements.
  let sql: String

  /// All steps, in order.
  static let all: [Migration] = [
    .register, .indicators, .methodologyChanges, .identification, .evidence, .events, .voting,
    .appetite, .concerns, .estimates, .controls, .actions, .oversight, .processes, .appetiteWithdrawals,
  ]

  /// Runs the steps the file does not have yet, each in its own transaction, checking foreign keys before the commit.
  static func run(_ migrations: [Migration], on connection: Connection) throws {
    for migration in migrations {
      try connection.script("BEGIN IMMEDIATE")
      do {
        // Read inside the transaction: another process may have upgraded the file in the meantime.
        if try connection.integer("PRAGMA user_version") < migration.number {
          try migration.apply(connection)
        }
        try connection.script("COMMIT")
      } catch {
        if connection.isInTransaction { try? connection.script("ROLLBACK") }
        throw error
      }
    }
    connection.forgetStatements()
  }

  private func apply(_ connection: Connection) throws {
    try connection.script(sql)
    try connection.script("PRAGMA application_id = \(FileGuard.applicationID); PRAGMA user_version = \(number);")
    let broken = try connection.query("PRAGMA foreign_key_check") { row in row.text() }
    guard broken.isEmpty else {
      throw StorageFault(code: SQLITE_CONSTRAINT, message: "migration \(number) breaks foreign keys: \(broken)")
    }
  }
}
