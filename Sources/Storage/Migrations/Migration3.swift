extension Migration {
  /// Changes of the methodology: publications and their undoing.
  static let methodologyChanges = Migration(
    number: 3, name: "methodology changes",
    sql: """
      CREATE TABLE methodology_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('publication', 'undo')),
        changed_at INTEGER NOT NULL,
        changed_by TEXT NOT NULL CHECK (changed_by <> ''),
        reason TEXT NOT NULL CHECK (reason <> ''),
        from_rule_set_id INTEGER NOT NULL REFERENCES rule_set (id),
        rule_set_id INTEGER NOT NULL REFERENCES rule_set (id),
        mapping_text TEXT NOT NULL,
        -- The derived assessments are numbered without gaps from the first one on.
        first_assessment_id INTEGER NOT NULL CHECK (first_assessment_id >= 1),
        assessment_count INTEGER NOT NULL CHECK (assessment_count >= 0),
        undoes_id INTEGER UNIQUE REFERENCES methodology_change (id)
          CHECK ((undoes_id IS NOT NULL) = (kind = 'undo'))
      ) STRICT;
      CREATE TRIGGER methodology_change_keep BEFORE DELETE ON methodology_change
        BEGIN SELECT RAISE(ABORT, 'methodology changes are kept'); END;
      CREATE TRIGGER methodology_change_fixed BEFORE UPDATE ON methodology_change
        BEGIN SELECT RAISE(ABORT, 'methodology changes are kept'); END;
      """)
}
