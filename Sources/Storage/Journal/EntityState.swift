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
  /// A control.
  case control(Control)
  /// That a control works on a risk, with the unit of the risk.
  case controlLink(ControlLink, unitID: Identifier<Unit>)
  /// A test, with the unit of its control.
  case controlTest(ControlTest, unitID: Identifier<Unit>)
  /// The method by which controls lower a risk.
  case controlEffectChoice(ControlEffectChoice)
  /// An evidence file without its bytes, with the unit of what it belongs to.
  case evidence(Evidence, unitID: Identifier<Unit>)
  /// An estimate, with the unit of its risk.
  case riskEstimate(RiskEstimation, unitID: Identifier<Unit>)
  /// A simulation that was run; of inputs and results only digests are kept.
  case simulationRun(SimulationRun)
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
  /// The withdrawal of an approved statement of risk appetite.
  case appetiteWithdrawal(AppetiteWithdrawal)
  /// An event of a case, with the unit of the risk.
  case breachEvent(BreachEvent, unitID: Identifier<Unit>)
  /// An opening of the confidential register: how long its chain was, nothing of its contents.
  case concernAccess(ConcernAnchor)
  /// A key of the confidential register, its public half.
  case concernKey(ConcernKey)
  /// A naming of an officer.
  case concernOfficer(ConcernOfficer)
  /// A shared risk, with the unit of the risk.
  case riskShare(RiskShare, unitID: Identifier<Unit>)
  /// A relation between risks, with the unit of the risk.
  case riskRelation(RiskRelation, unitID: Identifier<Unit>)
  /// Where a risk was adopted from, with the unit of the risk.
  case riskOrigin(RiskOrigin, unitID: Identifier<Unit>)
  /// A dismissed finding on a statement, with the unit of the risk.
  case statementDismissal(StatementDismissal, unitID: Identifier<Unit>)
  /// An action.
  case riskAction(RiskAction)
  /// An entry of an action's progress, with the unit of the action.
  case actionProgress(ActionProgress, unitID: Identifier<Unit>)
  /// Another review day of a risk, with its unit.
  case reviewOverride(ReviewOverride, unitID: Identifier<Unit>)
  /// An event of an escalation, with the unit of the risk.
  case escalationEvent(EscalationEvent, unitID: Identifier<Unit>)
  /// A meeting of the board.
  case boardMeeting(BoardMeeting)
  /// An item of its agenda.
  case boardAgendaItem(BoardAgendaItem)
  /// A decision of the board.
  case boardDecision(BoardDecision)
  /// A process.
  case processRecord(ProcessRecord)
  /// A version of a chart, with the unit of its process.
  case chartVersion(ChartVersion, unitID: Identifier<Unit>)
  /// A link of a step, with the unit of its process.
  case chartLink(ChartLink, unitID: Identifier<Unit>)

  /// Which table it belongs to.
  public var entity: JournalEntity {
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
    case .riskEstimate: .riskEstimate
    case .simulationRun: .simulationRun
    case .event: .event
    case .eventLesson: .eventLesson
    case .voteSession: .voteSession
    case .voteItem: .voteItem
    case .voteRound: .voteRound
    case .voteBallot: .voteBallot
    case .appetiteStatement: .appetiteStatement
    case .appetiteWithdrawal: .appetiteWithdrawal
    case .breachEvent: .breachEvent
    case .concernAccess: .concern
    case .concernKey: .concernKey
    case .concernOfficer: .concernOfficer
    case .control: .control
    case .controlLink: .controlLink
    case .controlTest: .controlTest
    case .controlEffectChoice: .controlEffectChoice
    case .riskShare: .riskShare
    case .riskRelation: .riskRelation
    case .riskOrigin: .riskOrigin
    case .statementDismissal: .statementDismissal
    case .riskAction: .riskAction
    case .actionProgress: .actionProgress
    case .reviewOverride: .reviewOverride
    case .escalationEvent: .escalationEvent
    case .boardMeeting: .boardMeeting
    case .boardAgendaItem: .boardAgendaItem
    case .boardDecision: .boardDecision
    case .processRecord: .processRecord
    case .chartVersion: .chartVersion
    case .chartLink: .chartLink
    }
  }

  /// Its number.
  public var entityID: Int64 {
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
    case .riskEstimate(let value, _): value.id.rawValue
    case .simulationRun(let run): run.id.rawValue
    case .event(let event): event.id.rawValue
    case .eventLesson(let lesson, _): lesson.id.rawValue
    case .voteSession(let session): session.id.rawValue
    case .voteItem(let item, _): item.id.rawValue
    case .voteRound(let round, _): round.id.rawValue
    case .voteBallot(let ballot, _, _): ballot.id.rawValue
    case .appetiteStatement(let statement): statement.id.rawValue
    case .appetiteWithdrawal(let withdrawal): withdrawal.id.rawValue
    case .breachEvent(let event, _): event.id.rawValue
    case .concernAccess(let anchor): anchor.concernID?.rawValue ?? 0
    case .concernKey(let key): key.id.rawValue
    case .concernOfficer(let officer): officer.id.rawValue
    case .control(let control): control.id.rawValue
    case .controlLink(let link, _): link.id.rawValue
    case .controlTest(let test, _): test.id.rawValue
    case .controlEffectChoice(let choice): choice.id.rawValue
    case .riskShare(let value, _): value.id.rawValue
    case .riskRelation(let value, _): value.id.rawValue
    case .riskOrigin(let value, _): value.id.rawValue
    case .statementDismissal(let value, _): value.id.rawValue
    case .riskAction(let action): action.id.rawValue
    case .actionProgress(let entry, _): entry.id.rawValue
    case .reviewOverride(let value, _): value.id.rawValue
    case .escalationEvent(let event, _): event.id.rawValue
    case .boardMeeting(let meeting): meeting.id.rawValue
    case .boardAgendaItem(let item): item.id.rawValue
    case .boardDecision(let decision): decision.id.rawValue
    case .processRecord(let record): record.id.rawValue
    case .chartVersion(let chart, _): chart.id.rawValue
    case .chartLink(let link, _): link.id.rawValue
    }
  }

  /// The unit concerned.
  var unitID: Identifier<Unit>? {
    switch self {
    case .unit(let unit): unit.id
    case .riskEstimate(_, let unitID): unitID
    case .simulationRun(let run): run.unitID
    case .risk(let risk): risk.details.unitID
    case .assessment(_, _, let unitID): unitID
    case .indicator(let indicator): indicator.details.unitID
    case .indicatorReading(_, let unitID), .reviewRequest(_, let unitID): unitID
    case .evidence(_, let unitID), .breachEvent(_, let unitID), .eventLesson(_, let unitID): unitID
    case .controlLink(_, let unitID), .controlTest(_, let unitID): unitID
    case .control(let control): control.details.unitID
    case .event(let event): event.details.unitID
    case .riskAction(let action): action.details.unitID
    case .actionProgress(_, let unitID): unitID
    case .voteSession(let session): session.unitID
    case .voteItem(_, let unitID), .voteRound(_, let unitID), .voteBallot(_, _, let unitID): unitID
    case .concernAccess, .concernKey, .concernOfficer: nil
    case .administration, .account, .ruleSet, .methodologyChange, .appetiteStatement, .controlEffectChoice: nil
    case .appetiteWithdrawal: nil
    case .riskShare(_, let unitID), .riskRelation(_, let unitID), .riskOrigin(_, let unitID): unitID
    case .statementDismissal(_, let unitID): unitID
    case .reviewOverride(_, let unitID), .escalationEvent(_, let unitID): unitID
    case .boardDecision(let decision): decision.unitID
    case .processRecord(let record): record.details.unitID
    case .chartVersion(_, let unitID), .chartLink(_, let unitID): unitID
    case .boardMeeting, .boardAgendaItem: nil
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
    case .riskEstimate(let value, _): try EstimateTable.write(value, id: value.id, to: &sink)
    case .simulationRun(let run): try SimulationRunTable.writeState(run, to: &sink)
    case .event(let value): try EventTable.write(value, id: value.id, linked: true, to: &sink)
    case .eventLesson(let value, _): try LessonTable.write(value, id: value.id, to: &sink)
    case .voteSession(let value): try VoteSessionTable.write(value, id: value.id, invited: true, to: &sink)
    case .voteItem(let value, _): try VoteItemTable.write(value, id: value.id, to: &sink)
    case .voteRound(let value, _): try VoteRoundTable.write(value, id: value.id, to: &sink)
    case .voteBallot(let value, let isOpened, _):
      try VoteBallotTable.writeState(value, isOpened: isOpened, to: &sink)
    case .appetiteStatement(let value): try AppetiteStatementTable.write(value, id: value.id, to: &sink)
    case .appetiteWithdrawal(let value): try AppetiteWithdrawalTable.write(value, id: value.id, to: &sink)
    case .breachEvent(let value, _): try BreachEventTable.write(value, id: value.id, to: &sink)
    case .concernAccess(let anchor): try ConcernTable.writeState(anchor, to: &sink)
    case .concernKey(let key): try ConcernKeyTable.writeState(key, to: &sink)
    case .concernOfficer(let officer): try ConcernOfficerTable.writeState(officer, to: &sink)
    case .control(let value): try ControlTable.write(value, id: value.id, to: &sink)
    case .controlLink(let value, _): try ControlLinkTable.write(value, id: value.id, to: &sink)
    case .controlTest(let value, _): try ControlTestTable.write(value, id: value.id, to: &sink)
    case .controlEffectChoice(let value): try ControlEffectTable.write(value, id: value.id, to: &sink)
    case .riskShare(let value, _): try ShareTable.write(value, id: value.id, to: &sink)
    case .riskRelation(let value, _): try RelationTable.write(value, id: value.id, to: &sink)
    case .riskOrigin(let value, _): try OriginTable.write(value, id: value.id, to: &sink)
    case .statementDismissal(let value, _): try DismissalTable.write(value, id: value.id, to: &sink)
    case .riskAction(let value): try RiskActionTable.write(value, id: value.id, linked: true, to: &sink)
    case .actionProgress(let value, _): try ActionProgressTable.write(value, id: value.id, to: &sink)
    case .reviewOverride(let value, _): try ReviewOverrideTable.write(value, id: value.id, to: &sink)
    case .escalationEvent(let value, _): try EscalationEventTable.write(value, id: value.id, to: &sink)
    case .boardMeeting(let value): try BoardMeetingTable.write(value, id: value.id, to: &sink)
    case .boardAgendaItem(let value): try BoardAgendaTable.write(value, id: value.id, to: &sink)
    case .boardDecision(let value): try BoardDecisionTable.write(value, id: value.id, to: &sink)
    case .processRecord(let value): try ProcessTable.write(value, id: value.id, to: &sink)
    case .chartVersion(let value, _): try ChartVersionTable.write(value, id: value.id, to: &sink)
    case .chartLink(let value, _): try ChartLinkTable.write(value, id: value.id, to: &sink)
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
