extension Migration {
  /// Realised events, near misses and lessons; reviews may be asked for by an event too.
  static let events = Migration(
    number: 6, name: "events", sql: [eventTables, eventReviews].joined(separator: "\n"))

  private static let eventTables = """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      kind TEXT NOT NULL CHECK (kind IN ('realised', 'near-miss')),
      description TEXT NOT NULL CHECK (description <> ''),
      occurred_on TEXT NOT NULL CHECK (occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      detected_on TEXT NOT NULL CHECK (detected_on >= occurred_on),
      reported_on TEXT NOT NULL CHECK (reported_on >= detected_on),
      cause TEXT NOT NULL,
      consequence TEXT NOT NULL,
      category TEXT NOT NULL,
      gross_loss INTEGER NOT NULL CHECK (gross_loss >= 0),
      recovered INTEGER NOT NULL CHECK (recovered BETWEEN 0 AND gross_loss),
      is_public_loss INTEGER NOT NULL CHECK (is_public_loss IN (0, 1)),
      other_effects TEXT NOT NULL,
      measures TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      close_reason TEXT NOT NULL CHECK ((closed_on IS NULL) = (close_reason = ''))
    ) STRICT;
    CREATE INDEX event_unit ON event (unit_id);
    CREATE TRIGGER event_keep BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
    CREATE TRIGGER event_code_fixed BEFORE UPDATE OF id, code ON event
      WHEN old.id IS NOT new.id OR old.code IS NOT new.code
      BEGIN SELECT RAISE(ABORT, 'an event code is given once'); END;
    CREATE TABLE event_risk (
      event_id INTEGER NOT NULL REFERENCES event (id),
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      PRIMARY KEY (event_id, risk_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_risk_risk ON event_risk (risk_id);
    CREATE TABLE event_lesson (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      event_id INTEGER NOT NULL REFERENCES event (id),
      lesson TEXT NOT NULL CHECK (lesson <> ''),
      proposal TEXT NOT NULL,
      is_followed INTEGER CHECK (is_followed IN (0, 1)),
      version INTEGER NOT NULL CHECK (version >= 1),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX event_lesson_event ON event_lesson (event_id);
    CREATE TRIGGER event_lesson_keep BEFORE DELETE ON event_lesson
      BEGIN SELECT RAISE(ABORT, 'lessons are never deleted'); END;
    """

  // A CHECK cannot be taken off a column, so the table is made anew with the rows it had.
  private static let eventReviews = """
    CREATE TABLE review_request_new (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      reading_id INTEGER REFERENCES indicator_reading (id),
      event_id INTEGER REFERENCES event (id) CHECK ((event_id IS NULL) <> (reading_id IS NULL)),
      after_assessment_id INTEGER REFERENCES assessment (id),
      opened_at INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      UNIQUE (risk_id, reading_id),
      UNIQUE (risk_id, event_id)
    ) STRICT;
    INSERT INTO review_request_new (id, risk_id, reading_id, after_assessment_id, opened_at, reason)
      SELECT id, risk_id, reading_id, after_assessment_id, opened_at, reason FROM review_request;
    DROP TABLE review_request;
    ALTER TABLE review_request_new RENAME TO review_request;
    CREATE TRIGGER review_request_keep BEFORE DELETE ON review_request
      BEGIN SELECT RAISE(ABORT, 'review requests are appended, never deleted'); END;
    CREATE TRIGGER review_request_fixed BEFORE UPDATE ON review_request
      BEGIN SELECT RAISE(ABORT, 'review requests are appended, never changed'); END;
    """
}
