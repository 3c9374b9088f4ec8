extension Migration {
  /// Actions of the risk action plan, their progress, and reviews that completed actions ask for.
  static let actions = Migration(
    number: 10, name: "actions", sql: [actionTables, actionReviews].joined(separator: "\n"))

  private static let actionTables = """
    CREATE TABLE risk_action (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      title TEXT NOT NULL CHECK (title <> ''),
      owner TEXT NOT NULL,
      partners TEXT NOT NULL CHECK (partners NOT GLOB '*[^0-9 ]*'),
      cost INTEGER CHECK (cost >= 0),
      starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND due_on >= starts_on),
      outcome TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      ending TEXT CHECK (ending IN ('completed', 'cancelled')),
      ended_on TEXT CHECK ((ended_on IS NULL) = (ending IS NULL)),
      ended_at INTEGER CHECK ((ended_at IS NULL) = (ending IS NULL)),
      ended_by TEXT NOT NULL CHECK ((ended_by = '') = (ending IS NULL)),
      ending_note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX risk_action_unit ON risk_action (unit_id);
    CREATE TRIGGER risk_action_keep BEFORE DELETE ON risk_action
      BEGIN SELECT RAISE(ABORT, 'actions are never deleted'); END;
    CREATE TRIGGER risk_action_ended BEFORE UPDATE ON risk_action WHEN old.ending IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'an action that has ended does not change'); END;
    CREATE TRIGGER risk_action_code_fixed BEFORE UPDATE OF id, code ON risk_action
      WHEN old.id IS NOT new.id OR old.code IS NOT new.code
      BEGIN SELECT RAISE(ABORT, 'an action code is given once'); END;
    CREATE TABLE action_risk (
      action_id INTEGER NOT NULL REFERENCES risk_action (id),
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      PRIMARY KEY (action_id, risk_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX action_risk_risk ON action_risk (risk_id);
    CREATE TABLE action_progress (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      action_id INTEGER NOT NULL REFERENCES risk_action (id),
      on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
      note TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> '')
    ) STRICT;
    CREATE INDEX action_progress_action ON action_progress (action_id, id);
    CREATE TRIGGER action_progress_keep BEFORE DELETE ON action_progress
      BEGIN SELECT RAISE(ABORT, 'progress is appended, never deleted'); END;
    CREATE TRIGGER action_progress_fixed BEFORE UPDATE ON action_progress
      BEGIN SELECT RAISE(ABORT, 'progress is appended, never changed'); END;
    """

  // A CHECK cannot be taken off a column, so the table is made anew with the rows it had.
  private static let actionReviews = """
    CREATE TABLE review_request_new (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      reading_id INTEGER REFERENCES indicator_reading (id),
      event_id INTEGER REFERENCES event (id),
      action_id INTEGER REFERENCES risk_action (id)
        CHECK ((event_id IS NOT NULL) + (reading_id IS NOT NULL) + (action_id IS NOT NULL) = 1),
      after_assessment_id INTEGER REFERENCES assessment (id),
      opened_at INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      UNIQUE (risk_id, reading_id),
      UNIQUE (risk_id, event_id),
      UNIQUE (risk_id, action_id)
    ) STRICT;
    INSERT INTO review_request_new (id, risk_id, reading_id, event_id, after_assessment_id, opened_at, reason)
      SELECT id, risk_id, reading_id, event_id, after_assessment_id, opened_at, reason FROM review_request;
    DROP TABLE review_request;
    ALTER TABLE review_request_new RENAME TO review_request;
    CREATE TRIGGER review_request_keep BEFORE DELETE ON review_request
      BEGIN SELECT RAISE(ABORT, 'review requests are appended, never deleted'); END;
    CREATE TRIGGER review_request_fixed BEFORE UPDATE ON review_request
      BEGIN SELECT RAISE(ABORT, 'review requests are appended, never changed'); END;
    """
}
