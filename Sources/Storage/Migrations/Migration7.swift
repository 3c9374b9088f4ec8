extension Migration {
  /// Voting workshops: sessions, agenda, rounds, ballots.
  static let voting = Migration(
    number: 7, name: "voting workshops", sql: [voteSessionTables, voteRoundTables].joined(separator: "\n"))

  private static let voteSessionTables = """
    CREATE TABLE vote_session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      title TEXT NOT NULL CHECK (title <> ''),
      held_on TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      chair_id INTEGER NOT NULL REFERENCES account (id),
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL CHECK (created_by <> ''),
      closed_at INTEGER,
      version INTEGER NOT NULL CHECK (version >= 1)
    ) STRICT;
    CREATE INDEX vote_session_unit ON vote_session (unit_id);
    CREATE TRIGGER vote_session_keep BEFORE DELETE ON vote_session
      BEGIN SELECT RAISE(ABORT, 'voting sessions are never deleted'); END;
    CREATE TRIGGER vote_session_closed BEFORE UPDATE ON vote_session WHEN old.closed_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a closed session does not change'); END;
    CREATE TABLE vote_participant (
      session_id INTEGER NOT NULL REFERENCES vote_session (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      is_absent INTEGER NOT NULL CHECK (is_absent IN (0, 1)),
      PRIMARY KEY (session_id, account_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vote_participant_account ON vote_participant (account_id);
    CREATE TABLE vote_item (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      session_id INTEGER NOT NULL REFERENCES vote_session (id),
      position INTEGER NOT NULL CHECK (position >= 1),
      risk_id INTEGER NOT NULL REFERENCES risk (id),
      pair TEXT NOT NULL CHECK (pair IN ('inherent', 'residual')),
      assessment_id INTEGER UNIQUE REFERENCES assessment (id),
      accepted_round_id INTEGER UNIQUE REFERENCES vote_round (id),
      UNIQUE (session_id, position),
      UNIQUE (session_id, risk_id, pair),
      CHECK ((assessment_id IS NULL) = (accepted_round_id IS NULL))
    ) STRICT;
    CREATE INDEX vote_item_risk ON vote_item (risk_id);
    CREATE TRIGGER vote_item_keep BEFORE DELETE ON vote_item
      BEGIN SELECT RAISE(ABORT, 'items of an agenda are never deleted'); END;
    CREATE TRIGGER vote_item_accepted BEFORE UPDATE ON vote_item WHEN old.assessment_id IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'an accepted result does not change'); END;
    """

  // Ballots change only while their round is sealed; with the opening they are fixed.
  private static let voteRoundTables = """
    CREATE TABLE vote_round (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      item_id INTEGER NOT NULL REFERENCES vote_item (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      rule_set_id INTEGER NOT NULL REFERENCES rule_set (id),
      risk_version INTEGER NOT NULL CHECK (risk_version >= 1),
      started_at INTEGER NOT NULL,
      started_by TEXT NOT NULL CHECK (started_by <> ''),
      opened_at INTEGER,
      opening TEXT CHECK (opening IN ('everybody', 'chair')),
      UNIQUE (item_id, number),
      CHECK ((opened_at IS NULL) = (opening IS NULL))
    ) STRICT;
    CREATE TRIGGER vote_round_keep BEFORE DELETE ON vote_round
      BEGIN SELECT RAISE(ABORT, 'rounds of votes are never deleted'); END;
    CREATE TRIGGER vote_round_opened BEFORE UPDATE ON vote_round WHEN old.opened_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'an opened round does not change'); END;
    CREATE TABLE vote_ballot (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      round_id INTEGER NOT NULL REFERENCES vote_round (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 100),
      impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 100),
      dimensions TEXT NOT NULL,
      cast_at INTEGER NOT NULL,
      salt TEXT NOT NULL CHECK (length(salt) = 64),
      UNIQUE (round_id, account_id)
    ) STRICT;
    CREATE TRIGGER vote_ballot_keep BEFORE DELETE ON vote_ballot
      BEGIN SELECT RAISE(ABORT, 'votes are never deleted'); END;
    CREATE TRIGGER vote_ballot_late BEFORE INSERT ON vote_ballot
      WHEN (SELECT opened_at FROM vote_round WHERE id = new.round_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'the round is over'); END;
    CREATE TRIGGER vote_ballot_opened BEFORE UPDATE ON vote_ballot
      WHEN (SELECT opened_at FROM vote_round WHERE id = old.round_id) IS NOT NULL
        OR old.round_id IS NOT new.round_id OR old.account_id IS NOT new.account_id
      BEGIN SELECT RAISE(ABORT, 'an opened vote does not change'); END;
    """
}
