extension Migration {
  /// Controls, their links to risks, their tests, and the method by which they lower a risk.
  static let controls = Migration(
    number: 11, name: "controls", sql: [controlTables, linkTables, testTables, choiceTables].joined(separator: "\n"))

  private static let controlTables = """
    CREATE TABLE control (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      name TEXT NOT NULL CHECK (name <> ''),
      description TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('preventive', 'detective', 'directive', 'corrective')),
      nature TEXT NOT NULL CHECK (nature IN ('manual', 'assisted', 'automatic')),
      frequency TEXT NOT NULL CHECK (frequency <> ''),
      owner TEXT NOT NULL,
      design INTEGER CHECK (design BETWEEN 1 AND 5),
      design_reason TEXT NOT NULL,
      answers TEXT NOT NULL,
      origin TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      retired_on TEXT CHECK (retired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      retire_reason TEXT NOT NULL CHECK (retired_on IS NULL OR retire_reason <> '')
    ) STRICT;
    CREATE INDEX control_unit ON control (unit_id);
    CREATE TRIGGER control_keep BEFORE DELETE ON control
      BEGIN SELECT RAISE(ABORT, 'controls are never deleted'); END;
    CREATE TRIGGER control_code_fixed BEFORE UPDATE OF id, code ON control
      WHEN old.id IS NOT new.id OR old.code IS NOT new.code
      BEGIN SELECT RAISE(ABORT, 'a control code is given once'); END;
    """

  private static let linkTables = """
    CREATE TABLE control_link (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      control_id INTEGER NOT NULL REFERENCES control (id),
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 100),
      factor TEXT NOT NULL CHECK (factor IN ('likelihood', 'impact', 'both')),
      linked_at INTEGER NOT NULL,
      linked_by TEXT NOT NULL CHECK (linked_by <> ''),
      ended_at INTEGER CHECK (ended_at >= linked_at),
      ended_by TEXT NOT NULL CHECK ((ended_by <> '') = (ended_at IS NOT NULL)),
      end_reason TEXT NOT NULL CHECK ((end_reason <> '') = (ended_at IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX control_link_once ON control_link (risk_id, control_id) WHERE ended_at IS NULL;
    CREATE INDEX control_link_risk ON control_link (risk_id);
    CREATE INDEX control_link_control ON control_link (control_id);
    CREATE TRIGGER control_link_keep BEFORE DELETE ON control_link
      BEGIN SELECT RAISE(ABORT, 'links are ended, never deleted'); END;
    CREATE TRIGGER control_link_fixed BEFORE UPDATE ON control_link
      WHEN old.ended_at IS NOT NULL OR old.id IS NOT new.id OR old.control_id IS NOT new.control_id
        OR old.risk_id IS NOT new.risk_id OR old.share IS NOT new.share OR old.factor IS NOT new.factor
        OR old.linked_at IS NOT new.linked_at OR old.linked_by IS NOT new.linked_by
      BEGIN SELECT RAISE(ABORT, 'links are ended once, never changed'); END;
    """

  private static let testTables = """
    CREATE TABLE control_test (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      control_id INTEGER NOT NULL REFERENCES control (id),
      tested_on TEXT NOT NULL CHECK (tested_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      tester TEXT NOT NULL CHECK (tester <> ''),
      sample_size INTEGER NOT NULL CHECK (sample_size >= 0),
      exceptions INTEGER NOT NULL CHECK (exceptions BETWEEN 0 AND sample_size),
      conclusion TEXT NOT NULL CHECK (conclusion IN ('passed', 'passed-with-exceptions', 'failed', 'not-tested')),
      notes TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK ((conclusion = 'not-tested') = (sample_size = 0))
    ) STRICT;
    CREATE INDEX control_test_control ON control_test (control_id, tested_on);
    CREATE TRIGGER control_test_keep BEFORE DELETE ON control_test
      BEGIN SELECT RAISE(ABORT, 'tests are appended, never deleted'); END;
    CREATE TRIGGER control_test_fixed BEFORE UPDATE ON control_test
      BEGIN SELECT RAISE(ABORT, 'tests are appended, never changed'); END;
    """

  private static let choiceTables = """
    CREATE TABLE control_effect_choice (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      method TEXT NOT NULL CHECK (method IN ('rescored', 'tier-reduction', 'percentage', 'five-point')),
      effective_on TEXT NOT NULL CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      reason TEXT NOT NULL CHECK (reason <> ''),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER control_effect_choice_keep BEFORE DELETE ON control_effect_choice
      BEGIN SELECT RAISE(ABORT, 'choices are appended, never deleted'); END;
    CREATE TRIGGER control_effect_choice_fixed BEFORE UPDATE ON control_effect_choice
      BEGIN SELECT RAISE(ABORT, 'choices are appended, never changed'); END;
    """
}
