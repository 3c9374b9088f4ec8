extension Migration {
  /// Estimates of frequency and loss, and the simulations run on them.
  static let estimates = Migration(
    number: 10, name: "estimates",
    sql: """
      CREATE TABLE risk_estimate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        risk_id INTEGER NOT NULL REFERENCES risk (id),
        version INTEGER NOT NULL CHECK (version >= 1),
        estimate TEXT NOT NULL,
        rationale TEXT NOT NULL CHECK (rationale <> ''),
        recorded_at INTEGER NOT NULL,
        recorded_by TEXT NOT NULL,
        UNIQUE (risk_id, version)
      ) STRICT;
      CREATE TRIGGER risk_estimate_keep BEFORE DELETE ON risk_estimate
        BEGIN SELECT RAISE(ABORT, 'estimates are appended, never deleted'); END;
      CREATE TRIGGER risk_estimate_fixed BEFORE UPDATE ON risk_estimate
        BEGIN SELECT RAISE(ABORT, 'estimates are appended, never changed'); END;
      CREATE TABLE simulation_run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        name TEXT NOT NULL,
        inputs TEXT NOT NULL CHECK (inputs <> ''),
        result TEXT NOT NULL CHECK (result <> ''),
        after_inputs TEXT CHECK (after_inputs <> ''),
        after_result TEXT CHECK (after_result <> ''),
        yearly_cost TEXT,
        action TEXT,
        recorded_at INTEGER NOT NULL,
        recorded_by TEXT NOT NULL,
        CHECK ((after_inputs IS NULL) = (after_result IS NULL)),
        CHECK ((after_inputs IS NULL) = (yearly_cost IS NULL)),
        CHECK ((after_inputs IS NULL) = (action IS NULL))
      ) STRICT;
      CREATE INDEX simulation_run_unit ON simulation_run (unit_id);
      CREATE TRIGGER simulation_run_keep BEFORE DELETE ON simulation_run
        BEGIN SELECT RAISE(ABORT, 'simulation runs are appended, never deleted'); END;
      CREATE TRIGGER simulation_run_fixed BEFORE UPDATE ON simulation_run
        BEGIN SELECT RAISE(ABORT, 'simulation runs are appended, never changed'); END;
      """)
}
