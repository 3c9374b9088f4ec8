extension Migration {
  /// Other review days, escalation, the board, notices; an address for the daily digest.
  static let oversight = Migration(
    number: 13, name: "oversight",
    sql: [reviewOverrides, escalationTables, boardTables, decisionTables, noticeTables].joined(separator: "\n"))

  private static let reviewOverrides = """
    CREATE TABLE review_override (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      assessment_id INTEGER NOT NULL REFERENCES assessment (id),
      reason TEXT NOT NULL CHECK (reason <> ''),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
      review_on TEXT NOT NULL CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      risk_id INTEGER NOT NULL REFERENCES risk (id)
    ) STRICT;
    CREATE INDEX review_override_risk ON review_override (risk_id, assessment_id);
    CREATE TRIGGER review_override_keep BEFORE DELETE ON review_override
      BEGIN SELECT RAISE(ABORT, 'review days are appended, never deleted'); END;
    CREATE TRIGGER review_override_fixed BEFORE UPDATE ON review_override
      BEGIN SELECT RAISE(ABORT, 'review days are appended, never changed'); END;
    """

  private static let escalationTables = """
    CREATE TABLE escalation_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      days INTEGER NOT NULL CHECK (days >= 0),
      done_by TEXT NOT NULL CHECK (done_by <> ''),
      due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      from_step TEXT NOT NULL CHECK (from_step IN ('abrk', 'brk', 'irk', 'kurul', 'ust-yonetici')),
      kind TEXT NOT NULL CHECK (kind IN ('opened', 'acknowledged', 'decided', 'raised', 'closed')),
      level TEXT NOT NULL,
      occasion TEXT NOT NULL CHECK (occasion <> ''),
      -- The event that opened the escalation; NULL in that one.
      opening_id INTEGER REFERENCES escalation_event (id) CHECK (opening_id < id),
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      rule_effective_on TEXT NOT NULL CHECK (rule_effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      rule_id TEXT NOT NULL CHECK (rule_id <> ''),
      rule_is_verified INTEGER NOT NULL CHECK (rule_is_verified IN (0, 1)),
      rule_section TEXT NOT NULL,
      rule_source TEXT NOT NULL CHECK (rule_source <> ''),
      text TEXT NOT NULL,
      to_step TEXT NOT NULL CHECK (to_step IN ('brk', 'irk', 'kurul', 'ust-yonetici')),
      trigger_key TEXT NOT NULL,
      trigger_kind TEXT NOT NULL CHECK (trigger_kind IN ('top-level', 'breach', 'red-indicator', 'overdue-action',
        'realised-event', 'shared-risk', 'overdue-review')),
      CHECK ((opening_id IS NULL) = (kind = 'opened'))
    ) STRICT;
    CREATE INDEX escalation_event_risk ON escalation_event (risk_id, id);
    CREATE INDEX escalation_event_opening ON escalation_event (opening_id, id);
    CREATE UNIQUE INDEX escalation_event_end ON escalation_event (opening_id) WHERE kind = 'closed';
    CREATE TRIGGER escalation_event_keep BEFORE DELETE ON escalation_event
      BEGIN SELECT RAISE(ABORT, 'events of an escalation are appended, never deleted'); END;
    CREATE TRIGGER escalation_event_fixed BEFORE UPDATE ON escalation_event
      BEGIN SELECT RAISE(ABORT, 'events of an escalation are appended, never changed'); END;
    """

  private static let boardTables = """
    CREATE TABLE board_meeting (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      chair TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      held_on TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      members TEXT NOT NULL,
      place TEXT NOT NULL,
      starts_at TEXT NOT NULL CHECK (starts_at = '' OR starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
      state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
      version INTEGER NOT NULL CHECK (version >= 1)
    ) STRICT;
    CREATE TRIGGER board_meeting_keep BEFORE DELETE ON board_meeting
      BEGIN SELECT RAISE(ABORT, 'meetings are never deleted'); END;
    CREATE TABLE board_agenda_item (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      detail TEXT NOT NULL,
      ended_at INTEGER CHECK (ended_at >= recorded_at),
      escalation_id INTEGER REFERENCES escalation_event (id),
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      place INTEGER NOT NULL CHECK (place >= 1),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
      title TEXT NOT NULL CHECK (title <> ''),
      UNIQUE (meeting_id, place)
    ) STRICT;
    CREATE UNIQUE INDEX board_agenda_item_live ON board_agenda_item (meeting_id, escalation_id)
      WHERE escalation_id IS NOT NULL AND ended_at IS NULL;
    CREATE TRIGGER board_agenda_item_keep BEFORE DELETE ON board_agenda_item
      BEGIN SELECT RAISE(ABORT, 'agenda items are withdrawn, never deleted'); END;
    CREATE TRIGGER board_agenda_item_fixed BEFORE UPDATE ON board_agenda_item
      WHEN old.ended_at IS NOT NULL OR new.id <> old.id OR new.meeting_id <> old.meeting_id
        OR new.title <> old.title OR new.detail <> old.detail OR new.place <> old.place
        OR new.escalation_id IS NOT old.escalation_id OR new.recorded_at <> old.recorded_at
      BEGIN SELECT RAISE(ABORT, 'an agenda item is withdrawn once and otherwise kept as it is'); END;
    """

  private static let decisionTables = """
    CREATE TABLE board_decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      item_id INTEGER NOT NULL REFERENCES board_agenda_item (id),
      outcome TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
      text TEXT NOT NULL CHECK (text <> ''),
      unit_id INTEGER REFERENCES unit (id),
      version INTEGER NOT NULL CHECK (version >= 1)
    ) STRICT;
    CREATE INDEX board_decision_item ON board_decision (item_id);
    CREATE TRIGGER board_decision_keep BEFORE DELETE ON board_decision
      BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
    CREATE TRIGGER board_decision_fixed BEFORE UPDATE OF id, due_on, item_id, recorded_at, recorded_by, text, unit_id
      ON board_decision BEGIN SELECT RAISE(ABORT, 'the text of a decision is kept as it was taken'); END;
    """

  // Notices are for one person's eyes and follow from what the journal has, so they are no part of it.
  private static let noticeTables = """
    CREATE TABLE notice (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id INTEGER NOT NULL REFERENCES account (id),
      created_at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind <> ''),
      occasion TEXT NOT NULL CHECK (occasion <> ''),
      read_at INTEGER CHECK (read_at >= created_at),
      subject TEXT NOT NULL,
      text TEXT NOT NULL CHECK (text <> ''),
      text_en TEXT NOT NULL,
      unit_id INTEGER REFERENCES unit (id),
      UNIQUE (account_id, kind, occasion)
    ) STRICT;
    CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL;
    CREATE TRIGGER notice_keep BEFORE DELETE ON notice
      BEGIN SELECT RAISE(ABORT, 'notices are kept'); END;
    ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT '';
    """
}
