extension Migration {
  /// The register: units, accounts, risks, assessments, journal, imports.
  static let register = Migration(
    number: 1, name: "register",
    sql: [organisationTables, riskTables, journalTables, summaryTables, exchangeTables].joined(separator: "\n"))

  private static let organisationTables = """
    CREATE TABLE administration (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      methodology_id TEXT NOT NULL CHECK (methodology_id <> ''),
      reporting_period TEXT NOT NULL CHECK (reporting_period IN ('year', 'half', 'quarter', 'month')),
      is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
      created_at INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1)
    ) STRICT;
    CREATE TABLE unit (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      parent_id INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
      code TEXT NOT NULL CHECK (code <> ''),
      code_key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL CHECK (name <> ''),
      match_key TEXT NOT NULL,
      retired_on TEXT CHECK (retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      retire_reason TEXT NOT NULL DEFAULT '',
      version INTEGER NOT NULL CHECK (version >= 1)
    ) STRICT;
    CREATE UNIQUE INDEX unit_single_root ON unit ((parent_id IS NULL)) WHERE parent_id IS NULL;
    CREATE INDEX unit_parent ON unit (parent_id);
    CREATE INDEX unit_match_key ON unit (match_key);
    CREATE TRIGGER unit_keep BEFORE DELETE ON unit BEGIN SELECT RAISE(ABORT, 'units are never deleted'); END;
    CREATE TABLE reference_counter (
      unit_id INTEGER PRIMARY KEY REFERENCES unit (id),
      next INTEGER NOT NULL CHECK (next >= 1)
    ) STRICT;
    CREATE TABLE account (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      login TEXT NOT NULL UNIQUE CHECK (login <> '' AND login NOT GLOB '*[^a-z0-9._-]*'),
      display_name TEXT NOT NULL CHECK (display_name <> ''),
      password_hash TEXT,
      must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
      is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
      created_at INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1)
    ) STRICT;
    CREATE TRIGGER account_keep BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'accounts are never deleted'); END;
    CREATE TABLE role_grant (
      account_id INTEGER NOT NULL REFERENCES account (id),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      role TEXT NOT NULL CHECK (role <> ''),
      PRIMARY KEY (account_id, unit_id, role)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
      account_id INTEGER NOT NULL REFERENCES account (id),
      csrf_token TEXT NOT NULL,
      language TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      last_seen_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_account ON session (account_id);
    CREATE TABLE setup_link (
      token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
      account_id INTEGER REFERENCES account (id),
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      used_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE account_setting (
      account_id INTEGER NOT NULL REFERENCES account (id),
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (account_id, name)
    ) STRICT, WITHOUT ROWID;
    """

  private static let journalTables = """
    CREATE TABLE journal (
      sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
      at INTEGER NOT NULL,
      account_id INTEGER,
      actor TEXT NOT NULL,
      unit_id INTEGER,
      use_case TEXT NOT NULL,
      entity TEXT NOT NULL,
      entity_id INTEGER NOT NULL,
      before TEXT,
      after TEXT,
      previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX journal_entity ON journal (entity, entity_id);
    CREATE TRIGGER journal_keep BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    """

  private static let exchangeTables = """
    CREATE TABLE import_run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id INTEGER REFERENCES account (id),
      file_name TEXT NOT NULL,
      file_digest TEXT NOT NULL,
      content BLOB,
      options TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'dropped')),
      created_at INTEGER NOT NULL,
      finished_at INTEGER,
      created_count INTEGER NOT NULL DEFAULT 0,
      updated_count INTEGER NOT NULL DEFAULT 0,
      unchanged_count INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE import_mapping (
      id INTEGER PRIMARY KEY,
      account_id INTEGER REFERENCES account (id),
      signature TEXT NOT NULL,
      mapping TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX import_mapping_form ON import_mapping (ifnull(account_id, 0), signature);
    """
}
