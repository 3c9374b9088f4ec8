import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication
@testable import GuvenceStorage

@Suite("Who sees and does what in a vote")
struct VoteSecrecyTests {
  @Test("While a round is sealed nobody is given a vote but the one who cast it; the journal holds seals")
  func sealed() throws {
    let room = try VoteRoom()
    try room.start()
    try room.cast(room.first, 5, 4)
    for actor in [room.chair, room.second, .machineOperator] {
      let item = try room.item(by: actor)
      #expect(item.own == nil && item.line.current?.ballots == [] && item.line.current?.result == nil)
      #expect(item.line.current?.score == nil && item.line.current?.voters.count == 1)
    }
    #expect(try room.item(by: room.first).own?.impact == 5)
    let lines = try room.ballotLines()
    #expect(!lines.isEmpty)
    let fields = Set(lines.flatMap(\.changes).map(\.field))
    #expect(fields.isDisjoint(with: ["impact", "likelihood", "dimensions", "salt"]) && fields.contains("seal"))
    let file = String(decoding: try room.app.exportVotes(by: .machineOperator), as: UTF8.self)
    #expect(file.split(whereSeparator: \.isNewline).count == 1)
    _ = try room.app.openVotes(room.place, by: room.chair)
    let opened = try room.ballotLines()
    #expect(opened.flatMap(\.changes).contains { $0.field == "impact" && $0.after == "5" })
    let full = String(decoding: try room.app.exportVotes(by: .machineOperator), as: UTF8.self)
    #expect(full.split(whereSeparator: \.isNewline).count == 2 && full.contains("Ekim oylaması"))
  }

  @Test("A sealed vote changed in the file is found, and an opened one cannot be changed")
  func tampering() throws {
    let room = try VoteRoom()
    try room.start()
    try room.cast(room.first, 5, 4)
    #expect(try room.app.verifyJournal(expectedHead: nil).isIntact)
    try room.app.database.write { connection in try connection.run("UPDATE vote_ballot SET impact = 1") }
    #expect(try !room.app.verifyJournal(expectedHead: nil).isIntact)
    try room.app.database.write { connection in try connection.run("UPDATE vote_ballot SET impact = 5") }
    #expect(try room.app.verifyJournal(expectedHead: nil).isIntact)
    _ = try room.app.openVotes(room.place, by: room.chair)
    for sql in [
      "UPDATE vote_ballot SET impact = 1", "DELETE FROM vote_ballot", "UPDATE vote_round SET opened_at = NULL",
    ] {
      #expect(throws: (any Error).self) {
        try room.app.database.write { connection in try connection.run(sql) }
      }
    }
  }

  @Test("A vote that was acknowledged is there when the file is opened anew") func kept() throws {
    let room = try VoteRoom()
    try room.start()
    try room.cast(room.first, 5, 4)
    let again = try App.open(
      database: room.town.folder.file("a.db"), dataFolder: try DataLocator.locate(), clock: { Town.now })
    #expect(try again.voteItem(room.place, by: room.first).own?.impact == 5)
    #expect(try again.voteItem(room.place, by: room.chair).line.current?.voters.count == 1)
  }

  @Test("The invited see the session and nothing else of the unit; outsiders see nothing") func sight() throws {
    let room = try VoteRoom()
    #expect(try room.item(by: room.first).line.risk.reference == room.reference)
    #expect(try !room.item(by: room.first).mayReadRisk)
    #expect(refusal { _ = try room.app.risk(room.reference, by: room.first) } == .notFound)
    #expect(refusal { _ = try room.item(by: room.outsider) } == .notFound)
    #expect(try room.app.voteSessions(by: room.first).lines.count == 1)
    #expect(try room.app.voteSessions(by: room.outsider).lines.isEmpty)
    #expect(refusal { try room.cast(room.outsider, 1, 1) } == .notFound)
    let auditor = try room.town.person(.internalAuditor, in: room.town.root)
    #expect(try room.item(by: auditor).line.risk.reference == room.reference)
    try room.start()
    #expect(refusal { try room.cast(auditor, 1, 1) } == .forbidden)
    #expect(refusal { try room.cast(.machineOperator, 1, 1) } == .forbidden)
  }

  @Test("Only the chair steers; another coordinator of the unit may take the chair") func steering() throws {
    let room = try VoteRoom()
    #expect(refusal { _ = try room.app.startVoteRound(room.place, by: room.first) } == .forbidden)
    let other = try room.town.person(.unitCoordinator, in: room.town.finance)
    #expect(refusal { _ = try room.app.startVoteRound(room.place, by: other) } == .forbidden)
    var form = try room.form()
    form.chair = try VoteRoom.login(other, room.app)
    _ = try room.app.editVoteSession(room.session, form, version: 1, by: other)
    _ = try room.app.startVoteRound(room.place, by: other)
    #expect(refusal { _ = try room.app.openVotes(room.place, by: room.chair) } == .forbidden)
    form.chair = try VoteRoom.login(room.outsider, room.app)
    #expect(faultyFields { _ = try room.app.editVoteSession(room.session, form, version: 2, by: other) } == ["chair"])
    #expect(
      refusal { _ = try room.app.editVoteSession(room.session, form, version: 1, by: room.outsider) } == .notFound)
  }

  @Test("A session is made by coordinators in their scope only", arguments: Role.allCases) func making(role: Role)
    throws
  {
    let town = try Town()
    let actor = try town.person(role, in: role.isAdministrationWide ? town.root : town.finance)
    var form = VoteSessionForm()
    (form.title, form.unitCode) = ("Oturum", town.finance.code)
    form.participants = [try VoteRoom.login(actor, town.app)]
    form.agenda = [.init(town.risk(of: town.finance))]
    let mayMake: Set<Role> = [.administrationCoordinator, .unitCoordinator, .subUnitCoordinator]
    #expect((refusal { _ = try town.app.createVoteSession(form, by: actor) } == nil) == mayMake.contains(role))
    guard mayMake.contains(role), !role.isAdministrationWide else { return }
    form.unitCode = town.works.code
    #expect(refusal { _ = try town.app.createVoteSession(form, by: actor) } == .invalid)
    form.unitCode = town.finance.code
    form.agenda = [.init(town.risk(of: town.works))]
    #expect(faultyFields { _ = try town.app.createVoteSession(form, by: actor) } == ["agenda"])
  }

  @Test("Fewer than three people are cautioned, with the source") func fewPeople() throws {
    let room = try VoteRoom(absent: true)
    let finding = try #require(try room.app.voteSession(room.session, by: room.chair).findings.first)
    #expect(finding.code == "few-participants" && finding.message.turkish.contains("doğrulanmadı"))
    #expect(try VoteRoom().app.voteSessions(by: .machineOperator).lines.count == 1)
  }
}
