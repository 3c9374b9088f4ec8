extension Migration {
  /// Processes, the versions of their charts, and what is linked to steps.
  static let processes = Migration(
    number: 14, name: "processes", sql: [recordTables, versionTables, linkTables].joined(separator: "\n"))

  // Lists are one entry a line. `key` is the code folded, so that TŞN-01 and tsn-01 cannot both be given.
  private static let recordTables = """
    CREATE TABLE process_record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL CHECK (code <> ''),
      key TEXT NOT NULL UNIQUE CHECK (key <> ''),
      parent_id INTEGER REFERENCES process_record (id) CHECK (parent_id <> id),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      name TEXT NOT NULL CHECK (name <> ''),
      class TEXT NOT NULL CHECK (class IN ('operational', 'management', 'support')),
      owner TEXT NOT NULL,
      purpose TEXT NOT NULL,
      scope TEXT NOT NULL,
      inputs TEXT NOT NULL,
      outputs TEXT NOT NULL,
      suppliers TEXT NOT NULL,
      customers TEXT NOT NULL,
      legal_basis TEXT NOT NULL,
      documents TEXT NOT NULL,
      systems TEXT NOT NULL,
      indicators TEXT NOT NULL,
      document_number TEXT NOT NULL,
      file_plan_code TEXT NOT NULL,
      detsis_number TEXT NOT NULL,
      is_financial INTEGER NOT NULL CHECK (is_financial IN (0, 1)),
      is_service INTEGER NOT NULL CHECK (is_service IN (0, 1)),
      service_documents TEXT NOT NULL,
      service_time TEXT NOT NULL,
      complaint_first TEXT NOT NULL,
      complaint_second TEXT NOT NULL,
      origin TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      retired_on TEXT CHECK (retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      retire_reason TEXT NOT NULL CHECK (retired_on IS NULL OR retire_reason <> '')
    ) STRICT;
    CREATE INDEX process_record_unit ON process_record (unit_id);
    CREATE INDEX process_record_parent ON process_record (parent_id);
    CREATE TRIGGER process_record_keep BEFORE DELETE ON process_record
      BEGIN SELECT RAISE(ABORT, 'processes are never deleted'); END;
    CREATE TRIGGER process_record_code_fixed BEFORE UPDATE OF id, code, key ON process_record
      WHEN old.id IS NOT new.id OR old.code IS NOT new.code OR old.key IS NOT new.key
      BEGIN SELECT RAISE(ABORT, 'a process code is given once'); END;
    """

  private static let versionTables = """
    CREATE TABLE chart_version (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      process_id INTEGER NOT NULL REFERENCES process_record (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      state TEXT NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'superseded', 'discarded')),
      chart TEXT NOT NULL,
      step_count INTEGER NOT NULL CHECK (step_count >= 0),
      risk_count INTEGER NOT NULL CHECK (risk_count >= 0),
      control_count INTEGER NOT NULL CHECK (control_count >= 0),
      error_count INTEGER NOT NULL CHECK (error_count >= 0),
      warning_count INTEGER NOT NULL CHECK (warning_count >= 0),
      calls TEXT NOT NULL,
      note TEXT NOT NULL,
      prepared_by TEXT NOT NULL CHECK (prepared_by <> ''),
      preparer_id INTEGER REFERENCES account (id),
      prepared_at INTEGER NOT NULL,
      submitted_by TEXT NOT NULL CHECK ((submitted_by <> '') = (submitted_at IS NOT NULL)),
      submitted_at INTEGER,
      decided_by TEXT NOT NULL,
      approved_at INTEGER CHECK ((approved_at IS NOT NULL) = (state IN ('approved', 'superseded'))),
      effective_on TEXT CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      review_due_on TEXT CHECK (review_due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      return_reason TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_digest TEXT NOT NULL CHECK ((source_digest = '') = (source_name = '')),
      version INTEGER NOT NULL CHECK (version >= 1),
      UNIQUE (process_id, number),
      CHECK (state NOT IN ('in-review', 'approved', 'superseded') OR submitted_at IS NOT NULL),
      CHECK (approved_at IS NULL OR (decided_by <> '' AND effective_on IS NOT NULL AND review_due_on IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX chart_version_open ON chart_version (process_id) WHERE state IN ('draft', 'in-review');
    CREATE UNIQUE INDEX chart_version_approved ON chart_version (process_id) WHERE state = 'approved';
    CREATE TRIGGER chart_version_keep BEFORE DELETE ON chart_version
      BEGIN SELECT RAISE(ABORT, 'versions of charts are never deleted'); END;
    CREATE TRIGGER chart_version_frozen BEFORE UPDATE ON chart_version
      WHEN old.id IS NOT new.id OR old.process_id IS NOT new.process_id OR old.number IS NOT new.number
        OR old.state IN ('superseded', 'discarded')
        OR (old.state = 'approved' AND (new.state NOT IN ('approved', 'superseded')
          OR old.approved_at IS NOT new.approved_at OR old.effective_on IS NOT new.effective_on))
        OR (old.state <> 'draft' AND (old.chart IS NOT new.chart OR old.prepared_by IS NOT new.prepared_by
          OR old.preparer_id IS NOT new.preparer_id OR old.source_digest IS NOT new.source_digest))
      BEGIN SELECT RAISE(ABORT, 'a chart is changed only as a draft'); END;
    CREATE TABLE chart_source (
      version_id INTEGER PRIMARY KEY REFERENCES chart_version (id),
      bytes BLOB NOT NULL
    ) STRICT;
    """

  private static let linkTables = """
    CREATE TABLE chart_link (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      process_id INTEGER NOT NULL REFERENCES process_record (id),
      step_id TEXT NOT NULL CHECK (step_id <> ''),
      point_id TEXT NOT NULL,
      risk_id INTEGER REFERENCES risk (id),
      control_id INTEGER REFERENCES control (id) CHECK ((risk_id IS NULL) <> (control_id IS NULL)),
      linked_at INTEGER NOT NULL,
      linked_by TEXT NOT NULL CHECK (linked_by <> ''),
      ended_at INTEGER CHECK (ended_at >= linked_at),
      ended_by TEXT NOT NULL CHECK ((ended_by <> '') = (ended_at IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX chart_link_once
      ON chart_link (process_id, step_id, point_id, coalesce(risk_id, 0), coalesce(control_id, 0))
      WHERE ended_at IS NULL;
    CREATE INDEX chart_link_risk ON chart_link (risk_id) WHERE risk_id IS NOT NULL;
    CREATE INDEX chart_link_control ON chart_link (control_id) WHERE control_id IS NOT NULL;
    CREATE TRIGGER chart_link_keep BEFORE DELETE ON chart_link
      BEGIN SELECT RAISE(ABORT, 'links are ended, never deleted'); END;
    CREATE TRIGGER chart_link_fixed BEFORE UPDATE ON chart_link
      WHEN old.ended_at IS NOT NULL OR old.id IS NOT new.id OR old.process_id IS NOT new.process_id
        OR old.step_id IS NOT new.step_id OR old.point_id IS NOT new.point_id OR old.risk_id IS NOT new.risk_id
        OR old.control_id IS NOT new.control_id OR old.linked_at IS NOT new.linked_at
        OR old.linked_by IS NOT new.linked_by
      BEGIN SELECT RAISE(ABORT, 'links are ended once, never changed'); END;
    """
}
