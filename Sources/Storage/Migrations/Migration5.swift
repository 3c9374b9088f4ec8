extension Migration {
  /// Evidence files: what is known of each, and apart from it the bytes.
  static let evidence = Migration(
    number: 5, name: "evidence",
    sql: """
      CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        target_kind TEXT NOT NULL CHECK (target_kind <> ''),
        target_id INTEGER NOT NULL CHECK (target_id >= 1),
        name TEXT NOT NULL CHECK (name <> '' AND name NOT GLOB '*[/\\]*'),
        format TEXT NOT NULL CHECK (format <> ''),
        size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 10485760),
        digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
        note TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        added_by TEXT NOT NULL CHECK (added_by <> ''),
        withdrawn_at INTEGER,
        withdrawn_by TEXT NOT NULL CHECK ((withdrawn_by <> '') = (withdrawn_at IS NOT NULL)),
        withdraw_reason TEXT NOT NULL CHECK ((withdraw_reason <> '') = (withdrawn_at IS NOT NULL))
      ) STRICT;
      CREATE INDEX evidence_target ON evidence (target_kind, target_id);
      CREATE TRIGGER evidence_keep BEFORE DELETE ON evidence
        BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, never deleted'); END;
      CREATE TRIGGER evidence_fixed BEFORE UPDATE ON evidence
        WHEN old.withdrawn_at IS NOT NULL OR old.id IS NOT new.id OR old.target_kind IS NOT new.target_kind
          OR old.target_id IS NOT new.target_id OR old.name IS NOT new.name OR old.format IS NOT new.format
          OR old.size IS NOT new.size OR old.digest IS NOT new.digest OR old.note IS NOT new.note
          OR old.added_at IS NOT new.added_at OR old.added_by IS NOT new.added_by
        BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn once, never changed'); END;
      CREATE TABLE evidence_content (
        evidence_id INTEGER PRIMARY KEY REFERENCES evidence (id),
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE TRIGGER evidence_content_keep BEFORE DELETE ON evidence_content
        BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, never deleted'); END;
      CREATE TRIGGER evidence_content_fixed BEFORE UPDATE ON evidence_content
        BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
      """)
}
