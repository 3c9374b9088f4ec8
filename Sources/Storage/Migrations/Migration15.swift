extension Migration {
  /// Withdrawals of approved statements of appetite.
  static let appetiteWithdrawals = Migration(
    number: 15, name: "appetite withdrawals",
    sql: """
      CREATE TABLE appetite_withdrawal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        statement_id INTEGER NOT NULL UNIQUE REFERENCES appetite_statement (id),
        withdrawn_at INTEGER NOT NULL,
        withdrawn_by TEXT NOT NULL CHECK (withdrawn_by <> ''),
        reason TEXT NOT NULL CHECK (reason <> '')
      ) STRICT;
      CREATE TRIGGER appetite_withdrawal_approved BEFORE INSERT ON appetite_withdrawal
        WHEN (SELECT decision FROM appetite_statement WHERE id = new.statement_id) IS NOT 'approved'
        BEGIN SELECT RAISE(ABORT, 'only approved statements of appetite are withdrawn'); END;
      CREATE TRIGGER appetite_withdrawal_keep BEFORE DELETE ON appetite_withdrawal
        BEGIN SELECT RAISE(ABORT, 'withdrawals are appended, never deleted'); END;
      CREATE TRIGGER appetite_withdrawal_fixed BEFORE UPDATE ON appetite_withdrawal
        BEGIN SELECT RAISE(ABORT, 'withdrawals are appended, never changed'); END;
      """)
}
