import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

@Suite("The board and the daily digest") struct BoardTests {
  let town: Town
  let secretary: Actor

  init() throws {
    town = try Town()
    secretary = try town.person(.administrationCoordinator, in: town.root)
  }

  private func meeting(_ day: Day = Town.today.adding(days: 10)) throws -> BoardMeeting {
    var form = BoardMeetingForm()
    (form.heldOn, form.startsAt, form.place) = (day, "14:00", "Meclis salonu")
    (form.chair, form.members) = ("Başkan Yardımcısı", "Üye Bir\nÜye İki")
    return try town.app.addBoardMeeting(form, by: secretary)
  }

  private func escalate(_ unit: Unit) throws -> Int64 {
    let risk = try town.page(town.risk(of: unit)).row.risk
    _ = try town.app.assess(
      risk.reference, AssessmentInput(inherent: ScoreInput(likelihood: 5, impact: 5)), version: risk.version,
      by: .machineOperator)
    _ = try town.app.runEscalation(by: .machineOperator)
    return try #require(try town.app.escalations(by: secretary).lines.first { $0.unitID == unit.id }).escalation.id
      .rawValue
  }

  @Test func anEscalationComesBeforeTheBoardInOneStepAndIsDecidedWithTheDecision() throws {
    let (number, meeting) = (try escalate(town.works), try meeting())
    let item = try town.app.addAgendaItem(meeting: meeting.id.rawValue, escalation: number, by: secretary)
    let raised = try town.app.escalation(number, by: secretary).line
    #expect(raised.escalation.to == .board && raised.meetingID == meeting.id)
    #expect(
      refusal { _ = try town.app.addAgendaItem(meeting: meeting.id.rawValue, escalation: number, by: secretary) }
        == .conflict)
    var form = BoardDecisionForm()
    #expect(faultyFields { _ = try town.app.decideOnItem(item.id.rawValue, form, by: secretary) } == ["text"])
    (form.text, form.unitCode) = ("Yedek ekip kurulsun.", "FEN")
    #expect(faultyFields { _ = try town.app.decideOnItem(item.id.rawValue, form, by: secretary) } == ["dueOn"])
    form.dueOn = Town.today
    #expect(faultyFields { _ = try town.app.decideOnItem(item.id.rawValue, form, by: secretary) } == ["dueOn"])
    form.dueOn = Town.today.adding(days: 30)
    let decision = try town.app.decideOnItem(item.id.rawValue, form, by: secretary)
    #expect(try town.app.escalation(number, by: secretary).line.escalation.state == .decided)
    #expect(refusal { try town.app.withdrawAgendaItem(item.id.rawValue, by: secretary) } == .conflict)
    town.wait(days: 31)
    let chief = try town.person(.unitCoordinator, in: town.works)
    let seen = try town.app.board(by: chief)
    #expect(seen.meetings.isEmpty && seen.decisions.map(\.isOverdue) == [true] && seen.decisions[0].mayFollow)
    #expect(try town.app.board(by: try town.person(.unitCoordinator, in: town.legal)).decisions.isEmpty)
    let id = decision.id.rawValue
    #expect(
      faultyFields { _ = try town.app.followDecision(id, state: .done, outcome: "", version: 1, by: chief) }
        == ["outcome"])
    _ = try town.app.followDecision(id, state: .done, outcome: "Kuruldu.", version: 1, by: chief)
    #expect(
      refusal { _ = try town.app.followDecision(id, state: .open, outcome: "", version: 1, by: chief) } == .stale)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func onlyTheSecretaryKeepsThePapersAndOnlyTheWholeSeesMeetings() throws {
    let number = try meeting().id.rawValue
    for role in [Role.boardMember, .topManager, .internalAuditor] {
      let person = try town.person(role, in: town.root)
      #expect(try town.app.boardMeeting(number, by: person).meeting.details.place == "Meclis salonu")
      #expect(refusal { _ = try town.app.addAgendaItem(meeting: number, title: "x", by: person) } == .forbidden)
    }
    let chief = try town.person(.unitCoordinator, in: town.works)
    #expect(refusal { _ = try town.app.boardMeeting(number, by: chief) } == .notFound)
    let member = try town.person(.boardMember, in: town.root)
    _ = try meeting(Town.today.adding(days: 40))
    #expect(try town.app.notices(by: member).map(\.kind) == [.meeting])
  }

  @Test func meetingsAreCheckedAndSavedAgainstTheirVersion() throws {
    var form = BoardMeetingForm()
    form.startsAt = "25:00"
    #expect(faultyFields { _ = try town.app.addBoardMeeting(form, by: secretary) } == ["heldOn", "startsAt"])
    let made = try meeting()
    form = BoardMeetingForm(made.details)
    form.state = .held
    _ = try town.app.editBoardMeeting(made.id.rawValue, form, version: 1, by: secretary)
    let stale = problem { _ = try town.app.editBoardMeeting(made.id.rawValue, form, version: 1, by: secretary) }
    #expect(stale?.kind == .stale)
    form.state = .cancelled
    _ = try town.app.editBoardMeeting(made.id.rawValue, form, version: 2, by: secretary)
    #expect(
      refusal { _ = try town.app.addAgendaItem(meeting: made.id.rawValue, title: "x", by: secretary) } == .conflict)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  private func addressed(_ role: Role, in unit: Unit, _ login: String) throws -> Actor {
    let grants = [RoleGrant(role: role, unitID: unit.id)]
    let form = AccountForm(
      login: login, displayName: "Şükrü Çığ", email: "\(login)@ornek.bel.tr", grants: grants)
    let account = try town.app.createAccount(form, by: .machineOperator).account
    return Actor(accountID: account.id, displayName: account.displayName, grants: account.grants)
  }

  @Test func oneDigestADayAndPersonWithOnlyWhatTheyMayRead() throws {
    _ = try addressed(.administrationCoordinator, in: town.root, "irk1")
    _ = try addressed(.unitCoordinator, in: town.legal, "hukuk1")
    _ = try escalate(town.works)
    let outbox = town.folder.path
    let run = try town.app.writeDigests(to: outbox, by: .machineOperator)
    #expect(run.written == ["\(Town.today)-irk1.eml"])
    let path = town.folder.file(run.written[0])
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.contains(town.risk(of: town.works)) && first.contains("To: =?UTF-8?B?"))
    _ = try town.app.acknowledgeEscalation(
      try #require(try town.app.escalations(by: secretary).lines.first).escalation.id.rawValue, note: "x",
      by: .machineOperator)
    let again = try town.app.writeDigests(to: outbox, by: .machineOperator)
    #expect(again.written.isEmpty && again.existing == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    town.wait(days: 1)
    #expect(try town.app.writeDigests(to: outbox, by: .machineOperator).written.count == 1)
    #expect(refusal { _ = try town.app.writeDigests(to: outbox + "/yok", by: .machineOperator) } == .conflict)
    #expect(
      refusal { _ = try town.app.writeDigests(to: outbox, by: try town.person(.unitCoordinator, in: town.works)) }
        == .forbidden)
  }

  @Test func addressesOfAccountsAreCheckedAndKept() throws {
    let form = AccountForm(
      login: "yeni", displayName: "Yeni", email: "adres değil",
      grants: [RoleGrant(role: .internalAuditor, unitID: town.root.id)])
    #expect(faultyFields { _ = try town.app.createAccount(form, by: .machineOperator) } == ["email"])
    let made = try addressed(.internalAuditor, in: town.root, "denetci")
    let stored = try town.app.accounts(by: .machineOperator).first { $0.id == made.accountID }
    #expect(stored?.email == "denetci@ornek.bel.tr")
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }
}
