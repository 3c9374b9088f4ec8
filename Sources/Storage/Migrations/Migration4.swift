extension Migration {
  /// Identification: what risks are classified by, shared risks, relations, adopted catalogue risks, dismissed findings.
  static let identification = Migration(
    number: 4, name: "identification",
    sql: [riskClasses, shareTables, relationTables, originTables, dismissalTables].joined(separator: "\n"))

  // Threats have no kind: what the journal kept of a risk before this step stays what its row says.
  private static let riskClasses = """
    ALTER TABLE risk ADD COLUMN kind TEXT CHECK (kind = 'opportunity');
    ALTER TABLE risk ADD COLUMN process TEXT NOT NULL DEFAULT '';
    ALTER TABLE risk ADD COLUMN project TEXT NOT NULL DEFAULT '';
    ALTER TABLE risk ADD COLUMN controllability TEXT NOT NULL DEFAULT '';
    ALTER TABLE risk ADD COLUMN identification_method TEXT NOT NULL DEFAULT '';
    DROP INDEX risk_facts;
    -- Covers the counts beside the register's filters.
    CREATE INDEX risk_facts ON risk (unit_id, retired_on, current_level, current_verdict, next_review_on, is_key_risk,
      current_assessment_id, updated_at, kind);
    CREATE INDEX risk_opportunity ON risk (unit_id) WHERE kind = 'opportunity';
    """

  private static let shareTables = """
    CREATE TABLE risk_share (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      reason TEXT NOT NULL CHECK (reason <> ''),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
      ended_at INTEGER CHECK (ended_at >= recorded_at),
      ended_by TEXT CHECK ((ended_by IS NULL) = (ended_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX risk_share_live ON risk_share (risk_id, unit_id) WHERE ended_at IS NULL;
    CREATE INDEX risk_share_unit ON risk_share (unit_id, risk_id) WHERE ended_at IS NULL;
    CREATE TRIGGER risk_share_keep BEFORE DELETE ON risk_share
      BEGIN SELECT RAISE(ABORT, 'shares are ended, never deleted'); END;
    CREATE TRIGGER risk_share_fixed BEFORE UPDATE ON risk_share
      WHEN old.ended_at IS NOT NULL OR new.id <> old.id OR new.risk_id <> old.risk_id OR new.unit_id <> old.unit_id
        OR new.reason <> old.reason OR new.recorded_at <> old.recorded_at OR new.recorded_by <> old.recorded_by
      BEGIN SELECT RAISE(ABORT, 'a share is ended once and otherwise kept as it is'); END;
    """

  private static let relationTables = """
    CREATE TABLE risk_relation (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      from_risk_id INTEGER NOT NULL REFERENCES risk (id),
      to_risk_id INTEGER NOT NULL REFERENCES risk (id) CHECK (to_risk_id <> from_risk_id),
      kind TEXT NOT NULL CHECK (kind IN ('triggers', 'increases', 'decreases')),
      note TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
      ended_at INTEGER CHECK (ended_at >= recorded_at),
      ended_by TEXT CHECK ((ended_by IS NULL) = (ended_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX risk_relation_live ON risk_relation (from_risk_id, to_risk_id) WHERE ended_at IS NULL;
    CREATE INDEX risk_relation_from ON risk_relation (from_risk_id);
    CREATE INDEX risk_relation_to ON risk_relation (to_risk_id);
    CREATE TRIGGER risk_relation_keep BEFORE DELETE ON risk_relation
      BEGIN SELECT RAISE(ABORT, 'relations are ended, never deleted'); END;
    CREATE TRIGGER risk_relation_fixed BEFORE UPDATE ON risk_relation
      WHEN old.ended_at IS NOT NULL OR new.id <> old.id OR new.from_risk_id <> old.from_risk_id
        OR new.to_risk_id <> old.to_risk_id OR new.kind <> old.kind OR new.note <> old.note
        OR new.recorded_at <> old.recorded_at OR new.recorded_by <> old.recorded_by
      BEGIN SELECT RAISE(ABORT, 'a relation is ended once and otherwise kept as it is'); END;
    """

  // The entry as it was adopted stays with the risk, so that a later edition of the catalogue can be compared with it.
  private static let originTables = """
    CREATE TABLE risk_origin (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL UNIQUE REFERENCES risk (id),
      catalog TEXT NOT NULL CHECK (catalog <> ''),
      entry TEXT NOT NULL CHECK (entry <> ''),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      text TEXT NOT NULL CHECK (text <> ''),
      source TEXT NOT NULL,
      is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> '')
    ) STRICT;
    CREATE INDEX risk_origin_entry ON risk_origin (catalog, entry);
    CREATE TRIGGER risk_origin_keep BEFORE DELETE ON risk_origin
      BEGIN SELECT RAISE(ABORT, 'origins are kept'); END;
    CREATE TRIGGER risk_origin_fixed BEFORE UPDATE ON risk_origin
      BEGIN SELECT RAISE(ABORT, 'origins are kept'); END;
    """

  // A dismissal holds for the statement as it was; another wording is judged afresh.
  private static let dismissalTables = """
    CREATE TABLE statement_dismissal (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      check_id TEXT NOT NULL CHECK (check_id <> ''),
      statement TEXT NOT NULL CHECK (statement <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
      UNIQUE (risk_id, check_id, statement)
    ) STRICT;
    CREATE TRIGGER statement_dismissal_keep BEFORE DELETE ON statement_dismissal
      BEGIN SELECT RAISE(ABORT, 'dismissals are appended, never deleted'); END;
    CREATE TRIGGER statement_dismissal_fixed BEFORE UPDATE ON statement_dismissal
      BEGIN SELECT RAISE(ABORT, 'dismissals are appended, never changed'); END;
    """
}
