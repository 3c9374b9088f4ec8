extension Migration {
  /// Statements of risk appetite, how risks stand against them, and the cases of risks above.
  static let appetite = Migration(
    number: 8, name: "appetite", sql: [statementTables, standingTables, breachTables].joined(separator: "\n"))

  private static let statementTables = """
    CREATE TABLE appetite_statement (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      subject_kind TEXT NOT NULL CHECK (subject_kind IN ('overall', 'category', 'target')),
      subject_key TEXT NOT NULL CHECK ((subject_key = '') = (subject_kind = 'overall')),
      methodology_id TEXT NOT NULL,
      rule_set_id INTEGER NOT NULL REFERENCES rule_set (id),
      appetite INTEGER NOT NULL CHECK (appetite >= 1),
      tolerance INTEGER NOT NULL CHECK (tolerance >= appetite),
      capacity INTEGER NOT NULL CHECK (capacity >= tolerance),
      rationale TEXT NOT NULL CHECK (rationale <> ''),
      valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND valid_until >= valid_from),
      proposed_at INTEGER NOT NULL,
      proposed_by TEXT NOT NULL CHECK (proposed_by <> ''),
      proposer_id INTEGER REFERENCES account (id),
      decision TEXT CHECK (decision IN ('approved', 'refused')),
      decided_at INTEGER CHECK ((decided_at IS NULL) = (decision IS NULL)),
      decided_by TEXT NOT NULL CHECK ((decided_by = '') = (decision IS NULL)),
      note TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER appetite_statement_keep BEFORE DELETE ON appetite_statement
      BEGIN SELECT RAISE(ABORT, 'statements of appetite are kept'); END;
    CREATE TRIGGER appetite_statement_decided BEFORE UPDATE ON appetite_statement
      WHEN old.decision IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a statement of appetite is decided once'); END;
    CREATE TRIGGER appetite_statement_fixed
      BEFORE UPDATE OF id, subject_kind, subject_key, methodology_id, rule_set_id, appetite, tolerance, capacity,
        rationale, valid_from, valid_until, proposed_at, proposed_by, proposer_id ON appetite_statement
      BEGIN SELECT RAISE(ABORT, 'a statement of appetite is superseded, never changed'); END;
    """

  // Follows from statements, assessments and the day, so that the register filters without reading statements; a risk
  // without a row stands under its methodology's default.
  private static let standingTables = """
    CREATE TABLE appetite_standing (
      risk_id INTEGER PRIMARY KEY REFERENCES risk (id),
      statement_id INTEGER NOT NULL REFERENCES appetite_statement (id),
      grade TEXT NOT NULL CHECK (grade IN ('within', 'attention', 'breach'))
    ) STRICT;
    CREATE TABLE daily_run (
      name TEXT PRIMARY KEY,
      done_for TEXT NOT NULL CHECK (done_for GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
    ) STRICT, WITHOUT ROWID;
    """

  private static let breachTables = """
    CREATE TABLE breach_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      -- The event that opened the case; NULL in that one.
      case_id INTEGER REFERENCES breach_event (id) CHECK (case_id < id),
      kind TEXT NOT NULL CHECK (
        kind IN ('opened', 'regraded', 'acknowledged', 'accepted', 'reopened', 'settled', 'resolved')),
      at INTEGER NOT NULL,
      done_by TEXT NOT NULL CHECK (done_by <> ''),
      account_id INTEGER REFERENCES account (id),
      grade TEXT NOT NULL CHECK (grade IN ('within', 'attention', 'breach')),
      score INTEGER NOT NULL,
      methodology_id TEXT NOT NULL,
      statement_id INTEGER REFERENCES appetite_statement (id),
      text TEXT NOT NULL CHECK (text <> ''),
      until TEXT CHECK ((until IS NOT NULL) = (kind = 'accepted')),
      CHECK ((case_id IS NULL) = (kind = 'opened'))
    ) STRICT;
    CREATE INDEX breach_event_risk ON breach_event (risk_id, id);
    CREATE TRIGGER breach_event_keep BEFORE DELETE ON breach_event
      BEGIN SELECT RAISE(ABORT, 'events of a case are appended, never deleted'); END;
    CREATE TRIGGER breach_event_fixed BEFORE UPDATE ON breach_event
      BEGIN SELECT RAISE(ABORT, 'events of a case are appended, never changed'); END;
    """
}
