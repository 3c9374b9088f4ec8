import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// A record of a unit that people change: each save names the version it was based on, so that nobody overwrites what
/// they have not seen.
protocol VersionedRecord {
  /// Counts changes, from 1.
  var version: Int { get set }
  /// As the journal keeps it.
  var journalState: EntityState { get }
  /// What is compared where somebody else saved in between: names of form fields, labels, texts.
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)]
  /// Stores the record where the stored version is still `version`; `false` where somebody saved in between.
  static func store(_ record: Self, basedOn version: Int, _ connection: Connection) throws -> Bool
}

extension App {
  /// Stores `after` in place of `before` as its next version, with the journal row. A save based on another version is
  /// refused with the fields that differ.
  func replace<Record: VersionedRecord>(
    _ before: Record, by after: Record, basedOn version: Int, _ access: Access, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> Record {
    var after = after
    after.version = before.version + 1
    guard before.version == version, try Record.store(after, basedOn: version, connection) else {
      let state = before.journalState
      let differences = zip(before.fields(access.tree), after.fields(access.tree)).map { stored, wanted in
        (field: stored.field, label: stored.label, theirs: stored.text, yours: wanted.text)
      }
      throw try stale(StaleSave.compare(differences), state.entity, state.entityID, before.version, connection)
    }
    try Journal.append(stamp, before: before.journalState, after: after.journalState, connection)
    return after
  }

  /// The first of `code(1)`, `code(2)`, … that nothing has yet.
  func firstFree(_ code: (Int) -> String, unless isTaken: (String) throws -> Bool) rethrows -> String {
    var number = 1
    while try isTaken(code(number)) { number += 1 }
    return code(number)
  }
}

extension Control: VersionedRecord {
  var journalState: EntityState { .control(self) }

  static func store(_ control: Control, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try ControlTable.update(control, basedOn: version, connection)
  }
}

extension Indicator: VersionedRecord {
  var journalState: EntityState { .indicator(self) }

  static func store(_ indicator: Indicator, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try IndicatorTable.update(indicator, basedOn: version, connection)
  }
}

extension RealisedEvent: VersionedRecord {
  var journalState: EntityState { .event(self) }

  static func store(_ event: RealisedEvent, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try EventTable.update(event, basedOn: version, connection)
  }
}

extension RiskAction: VersionedRecord {
  var journalState: EntityState { .riskAction(self) }

  static func store(_ action: RiskAction, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try RiskActionTable.update(action, basedOn: version, connection)
  }
}

extension BoardMeeting: VersionedRecord {
  var journalState: EntityState { .boardMeeting(self) }

  static func store(_ meeting: BoardMeeting, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try BoardMeetingTable.update(meeting, basedOn: version, connection)
  }
}

extension BoardDecision: VersionedRecord {
  var journalState: EntityState { .boardDecision(self) }

  static func store(_ decision: BoardDecision, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try BoardDecisionTable.update(decision, basedOn: version, connection)
  }
}

extension VoteSession: VersionedRecord {
  var journalState: EntityState { .voteSession(self) }

  static func store(_ session: VoteSession, basedOn version: Int, _ connection: Connection) throws -> Bool {
    try VoteSessionTable.update(session, basedOn: version, connection)
  }
}
