extension Migration {
  static let riskTables = """
    CREATE TABLE rule_set (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
      methodology_id TEXT NOT NULL,
      effective_on TEXT NOT NULL CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      canonical_text TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER rule_set_keep BEFORE DELETE ON rule_set BEGIN SELECT RAISE(ABORT, 'rule sets are kept'); END;
    CREATE TRIGGER rule_set_fixed BEFORE UPDATE ON rule_set BEGIN SELECT RAISE(ABORT, 'rule sets are kept'); END;
    CREATE TABLE risk (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      statement TEXT NOT NULL CHECK (statement <> ''),
      cause TEXT NOT NULL,
      event TEXT NOT NULL,
      consequence TEXT NOT NULL,
      strategic_target TEXT NOT NULL,
      unit_objective TEXT NOT NULL,
      category TEXT NOT NULL,
      source TEXT CHECK (source IN ('internal', 'external')),
      response TEXT CHECK (response IN ('accept', 'control', 'transfer', 'avoid', 'exploit')),
      controls TEXT NOT NULL,
      planned_controls TEXT NOT NULL,
      declared_change TEXT CHECK (declared_change IN ('new', 'risen', 'fallen', 'same')),
      started_on TEXT CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      owner TEXT NOT NULL,
      notes TEXT NOT NULL,
      declared_score INTEGER,
      declared_level TEXT NOT NULL,
      source_reference TEXT NOT NULL,
      is_key_risk INTEGER NOT NULL CHECK (is_key_risk IN (0, 1)),
      key_risk_reason TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      retired_on TEXT CHECK (retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      retire_reason TEXT NOT NULL,
      -- Derived from the latest assessment, so that the register sorts and filters without a join.
      current_assessment_id INTEGER,
      current_level TEXT,
      current_rank INTEGER,
      current_score INTEGER,
      current_verdict TEXT,
      next_review_on TEXT,
      updated_at INTEGER NOT NULL
    ) STRICT;
    -- Covers the counts beside the register's filters.
    CREATE INDEX risk_facts ON risk (unit_id, retired_on, current_level, current_verdict, next_review_on, is_key_risk,
      current_assessment_id, updated_at);
    CREATE INDEX risk_order ON risk (current_rank DESC, current_score DESC, reference, unit_id)
      WHERE retired_on IS NULL;
    CREATE INDEX risk_source_reference ON risk (source_reference) WHERE source_reference <> '';
    CREATE TRIGGER risk_keep BEFORE DELETE ON risk BEGIN SELECT RAISE(ABORT, 'risks are never deleted'); END;
    CREATE TRIGGER risk_reference_fixed BEFORE UPDATE OF id, reference ON risk
      WHEN old.id IS NOT new.id OR old.reference IS NOT new.reference
      BEGIN SELECT RAISE(ABORT, 'a reference number is given once'); END;
    CREATE TABLE assessment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      assessed_on TEXT NOT NULL CHECK (assessed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      methodology_id TEXT NOT NULL,
      rule_set_id INTEGER NOT NULL REFERENCES rule_set (id),
      inherent_likelihood INTEGER NOT NULL CHECK (inherent_likelihood BETWEEN 1 AND 100),
      inherent_impact INTEGER NOT NULL CHECK (inherent_impact BETWEEN 1 AND 100),
      inherent_dimensions TEXT,
      inherent_score INTEGER,
      inherent_level TEXT NOT NULL,
      inherent_rank INTEGER NOT NULL,
      residual_likelihood INTEGER CHECK (residual_likelihood BETWEEN 1 AND 100),
      residual_impact INTEGER CHECK ((residual_impact IS NULL) = (residual_likelihood IS NULL)),
      residual_dimensions TEXT,
      residual_score INTEGER,
      residual_level TEXT CHECK ((residual_level IS NULL) = (residual_likelihood IS NULL)),
      residual_rank INTEGER CHECK ((residual_rank IS NULL) = (residual_likelihood IS NULL)),
      target_likelihood INTEGER CHECK (target_likelihood BETWEEN 1 AND 100),
      target_impact INTEGER CHECK ((target_impact IS NULL) = (target_likelihood IS NULL)),
      target_dimensions TEXT,
      target_score INTEGER,
      target_level TEXT CHECK ((target_level IS NULL) = (target_likelihood IS NULL)),
      target_rank INTEGER CHECK ((target_rank IS NULL) = (target_likelihood IS NULL)),
      verdict TEXT NOT NULL CHECK (verdict IN ('within', 'above')),
      next_review_on TEXT NOT NULL CHECK (next_review_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      reason TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('entered', 'imported', 'derived'))
    ) STRICT;
    CREATE INDEX assessment_risk ON assessment (risk_id, assessed_on);
    CREATE TRIGGER assessment_keep BEFORE DELETE ON assessment
      BEGIN SELECT RAISE(ABORT, 'assessments are appended, never deleted'); END;
    CREATE TRIGGER assessment_fixed BEFORE UPDATE ON assessment
      BEGIN SELECT RAISE(ABORT, 'assessments are appended, never changed'); END;
    """

  static let summaryTables = """
    CREATE TABLE heat_cell (
      methodology_id TEXT NOT NULL,
      basis TEXT NOT NULL CHECK (basis IN ('inherent', 'residual')),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      likelihood INTEGER NOT NULL,
      impact INTEGER NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      -- The cell before the unit: the map is summed in one walk, whatever the scope.
      PRIMARY KEY (methodology_id, basis, likelihood, impact, unit_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE search_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      journal_sequence INTEGER NOT NULL
    ) STRICT;
    INSERT INTO search_state (id, journal_sequence) VALUES (1, 0);
    CREATE VIRTUAL TABLE risk_search USING fts5 (reference, statement, controls, owner, more, tokenize = 'turkce');
    """
}
