extension Migration {
  /// Risk indicators, their readings, and the reviews that red readings ask for.
  static let indicators = Migration(
    number: 2, name: "indicators", sql: [indicatorTables, readingTables, reviewTables].joined(separator: "\n"))

  private static let indicatorTables = """
    CREATE TABLE indicator (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('key', 'leading')),
      measure TEXT NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('lower', 'higher', 'target')),
      green TEXT NOT NULL CHECK (green <> '' AND green NOT GLOB '*[^0-9.-]*'),
      yellow TEXT NOT NULL CHECK (yellow <> '' AND yellow NOT GLOB '*[^0-9.-]*'),
      red TEXT CHECK (red <> '' AND red NOT GLOB '*[^0-9.-]*'),
      frequency TEXT NOT NULL
        CHECK (frequency IN ('daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
      starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      data_source TEXT NOT NULL,
      method TEXT NOT NULL,
      owner TEXT NOT NULL,
      origin TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      retired_on TEXT CHECK (retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      retire_reason TEXT NOT NULL,
      CHECK ((direction = 'target') = (red IS NOT NULL))
    ) STRICT;
    CREATE INDEX indicator_unit ON indicator (unit_id);
    CREATE TRIGGER indicator_keep BEFORE DELETE ON indicator
      BEGIN SELECT RAISE(ABORT, 'indicators are never deleted'); END;
    CREATE TRIGGER indicator_code_fixed BEFORE UPDATE OF id, code ON indicator
      WHEN old.id IS NOT new.id OR old.code IS NOT new.code
      BEGIN SELECT RAISE(ABORT, 'an indicator code is given once'); END;
    CREATE TABLE indicator_risk (
      indicator_id INTEGER NOT NULL REFERENCES indicator (id),
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      PRIMARY KEY (indicator_id, risk_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX indicator_risk_risk ON indicator_risk (risk_id);
    """

  private static let readingTables = """
    CREATE TABLE indicator_reading (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      indicator_id INTEGER NOT NULL REFERENCES indicator (id),
      read_on TEXT NOT NULL CHECK (read_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      period TEXT NOT NULL CHECK (period <> ''),
      value TEXT NOT NULL CHECK (value <> '' AND value NOT GLOB '*[^0-9.-]*'),
      status TEXT NOT NULL CHECK (status IN ('normal', 'warning', 'alarm')),
      direction TEXT NOT NULL CHECK (direction IN ('lower', 'higher', 'target')),
      green TEXT NOT NULL,
      yellow TEXT NOT NULL,
      red TEXT,
      rule_effective_on TEXT NOT NULL CHECK (rule_effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      note TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('entered', 'imported')),
      supersedes_id INTEGER UNIQUE REFERENCES indicator_reading (id) CHECK (supersedes_id < id),
      reason TEXT NOT NULL CHECK ((supersedes_id IS NULL) = (reason = ''))
    ) STRICT;
    CREATE INDEX indicator_reading_series ON indicator_reading (indicator_id, read_on);
    CREATE TRIGGER indicator_reading_keep BEFORE DELETE ON indicator_reading
      BEGIN SELECT RAISE(ABORT, 'readings are appended, never deleted'); END;
    CREATE TRIGGER indicator_reading_fixed BEFORE UPDATE ON indicator_reading
      BEGIN SELECT RAISE(ABORT, 'readings are appended, never changed'); END;
    """

  // Nothing closes a request: it is open until the risk has a newer assessment or its reading was corrected.
  private static let reviewTables = """
    CREATE TABLE review_request (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      reading_id INTEGER NOT NULL REFERENCES indicator_reading (id),
      after_assessment_id INTEGER REFERENCES assessment (id),
      opened_at INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      UNIQUE (risk_id, reading_id)
    ) STRICT;
    CREATE TRIGGER review_request_keep BEFORE DELETE ON review_request
      BEGIN SELECT RAISE(ABORT, 'review requests are appended, never deleted'); END;
    CREATE TRIGGER review_request_fixed BEFORE UPDATE ON review_request
      BEGIN SELECT RAISE(ABORT, 'review requests are appended, never changed'); END;
    """
}
