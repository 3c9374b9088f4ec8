import GuvenceCore
import GuvenceRegister

/// A state to be kept in the journal as canonical JSON: the columns of its table by name, NULL and empty texts left out.
public enum EntityState: Sendable {
  /// The administration.
  case administration(StoredAdministration)
  /// A unit.
  case unit(Unit)
  /// An account, with what it signs in by; of the password's hash only a digest is kept.
  case account(StoredAccount)
  /// A version of a methodology; its text stays in its own table, fixed by the digest.
  case ruleSet(RuleSet)
  /// A change of the methodology.
  case methodologyChange(MethodologyChange)
  /// A risk.
  case risk(Risk)
  /// An assessment, with the unit of its risk.
  case assessment(Assessment, ruleSetID: Int64, unitID: Identifier<Unit>)
  /// A risk indicator.
  case indicator(Indicator)
  /// A reading, with the unit of its indicator.
  case indicatorReading(IndicatorReading, unitID: Identifier<Unit>)
  /// A review that a reading asks for, with the unit of the risk.
  case reviewRequest(ReviewRequest, unitID: Identifier<Unit>)
  /// An evidence file without its bytes, with the unit of what it belongs to.
  case evidence(Evidence, unitID: Identifier<Unit>)
  /// A realised event or near miss.
  case event(RealisedEvent)
  /// A lesson, with the unit of its event.
  case eventLesson(EventLesson, unitID: Identifier<Unit>)
  /// A voting session.
  case voteSession(VoteSession)
  /// An item of an agenda, with the unit of the session.
  case voteItem(VoteItem, unitID: Identifier<Unit>)
  /// A round of votes, with the unit of the session.
  case voteRound(VoteRound, unitID: Identifier<Unit>)
  /// A vote, with its values only where its round is opened.
  case voteBallot(VoteBallot, isOpened: Bool, unitID: Identifier<Unit>)
  /// A statement of risk appetite.
  case appetiteStatement(AppetiteStatement)
  /// An event of a case, with the unit of the risk.
  case breachEvent(BreachEvent, unitID: Identifier<Unit>)
  /// An opening of the confidential register: how long its chain was, nothing of its contents.
  case concernAccess(ConcernAnchor)
  /// A key of the confidential register, its public half.
  case concernKey(ConcernKey)
  /// A naming of an officer.
  case concernOfficer(ConcernOfficer)
  /// An action.
  case riskAction(RiskAction)
  /// An entry of an action's progress, with the unit of the action.
  case actionProgress(ActionProgress, unitID: Identifier<Unit>)

  /// Which table it belongs to.
  var entity: JournalEntity {
    switch self {
    case .administration: .administration
    case .unit: .unit
    case .account: .account
    case .ruleSet: .ruleSet
    case .methodologyChange: .methodologyChange
    case .risk: .risk
    case .assessment: .assessment
    case .indicator: .indicator
    case .indicatorReading: .indicatorReading
    case .reviewRequest: .reviewRequest
    case .evidence: .evidence
    case .event: .event
    case .eventLesson: .eventLesson
    case .voteSession: .voteSession
    case .voteItem: .voteItem
    case .voteRound: .voteRound
    case .voteBallot: .voteBallot
    case .appetiteStatement: .appetiteStatement
    case .breachEvent: .breachEvent
    case .concernAccess: .concern
    case .concernKey: .concernKey
    case .concernOfficer: .concernOfficer
    case .riskAction: .riskAction
    case .actionProgress: .actionProgress
    }
  }

  /// Its number.
  var entityID: Int64 {
    switch self {
    case .administration: 1
    case .unit(let unit): unit.id.rawValue
    case .account(let account): account.account.id.rawValue
    case .ruleSet(let ruleSet): ruleSet.id
    case .methodologyChange(let change): change.id.rawValue
    case .risk(let risk): risk.id.rawValue
    case .assessment(let assessment, _, _): assessment.id.rawValue
    case .indicator(let indicator): indicator.id.rawValue
    case .indicatorReading(let reading, _): reading.id.rawValue
    case .reviewRequest(let request, _): request.id.rawValue
    case .evidence(let file, _): file.id.rawValue
    case .event(let event): event.id.rawValue
    case .eventLesson(let lesson, _): lesson.id.rawValue
    case .voteSession(let session): session.id.rawValue
    case .voteItem(let item, _): item.id.rawValue
    case .voteRound(let round, _): round.id.rawValue
    case .voteBallot(let ballot, _, _): ballot.id.rawValue
    case .appetiteStatement(let statement): statement.id.rawValue
    case .breachEvent(let event, _): event.id.rawValue
    case .concernAccess(let anchor): anchor.concernID?.rawValue ?? 0
    case .concernKey(let key): key.id.rawValue
    case .concernOfficer(let officer): officer.id.rawValue
    case .riskAction(let action): action.id.rawValue
    case .actionProgress(let entry, _): entry.id.rawValue
    }
  }

  /// The unit concerned.
  var unitID: Identifier<Unit>? {
    switch self {
    case .unit(let unit): unit.id
    case .risk(let risk): risk.details.unitID
    case .assessment(_, _, let unitID): unitID
    case .indicator(let indicator): indicator.details.unitID
    case .indicatorReading(_, let unitID), .reviewRequest(_, let unitID): unitID
    case .evidence(_, let unitID), .breachEvent(_, let unitID), .eventLesson(_, let unitID): unitID
    case .event(let event): event.details.unitID
    case .riskAction(let action): action.details.unitID
    case .actionProgress(_, let unitID): unitID
    case .voteSession(let session): session.unitID
    case .voteItem(_, let unitID), .voteRound(_, let unitID), .voteBallot(_, _, let unitID): unitID
    case .administration, .account, .ruleSet, .methodologyChange, .appetiteStatement: nil
    case .concernAccess, .concernKey, .concernOfficer: nil
    }
  }

  /// Writes the state as canonical JSON.
  func write(to buffer: ByteBuffer) throws {
    var sink = JSONSink(buffer)
    switch self {
    case .administration(let value): try AdministrationTable.write(value, to: &sink)
    case .unit(let unit): try UnitTable.write(unit, id: unit.id, to: &sink)
    case .account(let account): try AccountTable.writeState(account, to: &sink)
    case .ruleSet(let ruleSet): try RuleSetTable.writeState(ruleSet, to: &sink)
    case .methodologyChange(let change): try MethodologyChangeTable.write(change, id: change.id, to: &sink)
    case .risk(let risk): try RiskTable.write(risk, id: risk.id, to: &sink)
    case .assessment(let value, let ruleSetID, _):
      try AssessmentTable.write(value, id: value.id, ruleSetID: ruleSetID, to: &sink)
    case .indicator(let value): try IndicatorTable.write(value, id: value.id, linked: true, to: &sink)
    case .indicatorReading(let value, _): try ReadingTable.write(value, id: value.id, to: &sink)
    case .reviewRequest(let value, _): try ReviewRequestTable.write(value, id: value.id, to: &sink)
    case .evidence(let value, _): try EvidenceTable.write(value, id: value.id, to: &sink)
    case .event(let value): try EventTable.write(value, id: value.id, linked: true, to: &sink)
    case .eventLesson(let value, _): try LessonTable.write(value, id: value.id, to: &sink)
    case .voteSession(let value): try VoteSessionTable.write(value, id: value.id, invited: true, to: &sink)
    case .voteItem(let value, _): try VoteItemTable.write(value, id: value.id, to: &sink)
    case .voteRound(let value, _): try VoteRoundTable.write(value, id: value.id, to: &sink)
    case .voteBallot(let value, let isOpened, _):
      try VoteBallotTable.writeState(value, isOpened: isOpened, to: &sink)
    case .appetiteStatement(let value): try AppetiteStatementTable.write(value, id: value.id, to: &sink)
    case .breachEvent(let value, _): try BreachEventTable.write(value, id: value.id, to: &sink)
    case .concernAccess(let anchor): try ConcernTable.writeState(anchor, to: &sink)
    case .concernKey(let key): try ConcernKeyTable.writeState(key, to: &sink)
    case .concernOfficer(let officer): try ConcernOfficerTable.writeState(officer, to: &sink)
    case .riskAction(let value): try RiskActionTable.write(value, id: value.id, linked: true, to: &sink)
    case .actionProgress(let value, _): try ActionProgressTable.write(value, id: value.id, to: &sink)
    }
    sink.finish()
  }

  /// The canonical JSON as text.
  public func canonicalText() throws -> String {
    let buffer = ByteBuffer(capacity: 512)
    try write(to: buffer)
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
