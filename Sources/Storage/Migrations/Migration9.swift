extension Migration {
  /// The confidential register: keys, officers, sealed reports.
  static let concerns = Migration(
    number: 9, name: "confidential register",
    sql: """
      CREATE TABLE concern_key (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
        salt BLOB NOT NULL CHECK (length(salt) = 16),
        passes INTEGER NOT NULL CHECK (passes >= 1),
        memory INTEGER NOT NULL CHECK (memory >= 8192),
        nonce BLOB NOT NULL CHECK (length(nonce) = 24),
        wrapped BLOB NOT NULL CHECK (length(wrapped) = 48),
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE TRIGGER concern_key_keep BEFORE DELETE ON concern_key
        BEGIN SELECT RAISE(ABORT, 'keys are never deleted'); END;
      CREATE TRIGGER concern_key_fixed BEFORE UPDATE OF id, public_key, created_at ON concern_key
        BEGIN SELECT RAISE(ABORT, 'only the wrapping of a key changes'); END;
      CREATE TABLE concern_officer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account_id INTEGER NOT NULL UNIQUE REFERENCES account (id),
        is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
      ) STRICT;
      CREATE TRIGGER concern_officer_keep BEFORE DELETE ON concern_officer
        BEGIN SELECT RAISE(ABORT, 'namings are never deleted'); END;
      CREATE TABLE concern (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
        reporter_key BLOB NOT NULL CHECK (length(reporter_key) = 32)
      ) STRICT;
      CREATE TRIGGER concern_keep BEFORE DELETE ON concern
        BEGIN SELECT RAISE(ABORT, 'reports are never deleted'); END;
      CREATE TRIGGER concern_fixed BEFORE UPDATE ON concern
        BEGIN SELECT RAISE(ABORT, 'reports are never changed'); END;
      -- The entries have a chain of their own: a row of the journal would tell the minute.
      CREATE TABLE concern_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        concern_id INTEGER NOT NULL REFERENCES concern (id),
        kind TEXT NOT NULL CHECK (kind IN ('report', 'question', 'reply', 'note', 'status')),
        made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        key_id INTEGER NOT NULL REFERENCES concern_key (id),
        sealed BLOB NOT NULL,
        sealed_for_reporter BLOB CHECK ((sealed_for_reporter IS NULL) = (kind IN ('report', 'note'))),
        status TEXT CHECK (status IN ('new', 'under-review', 'forwarded', 'closed'))
          CHECK ((status IS NOT NULL) = (kind IN ('report', 'status'))),
        account_id INTEGER REFERENCES account (id) CHECK ((account_id IS NULL) = (kind IN ('report', 'reply'))),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
      CREATE INDEX concern_entry_concern ON concern_entry (concern_id);
      CREATE TRIGGER concern_entry_keep BEFORE DELETE ON concern_entry
        BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
      CREATE TRIGGER concern_entry_fixed BEFORE UPDATE ON concern_entry
        BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
      """)
}
