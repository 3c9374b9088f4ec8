import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage
import Testing

@testable import GuvenceApplication

@Suite("Voting workshop")
struct VoteTests {
  @Test("Everybody votes alone; the last vote opens all of them, and the accepted mean becomes the assessment")
  func fromTheFirstVoteToTheAssessment() throws {
    let room = try VoteRoom()
    try room.start()
    #expect(try !room.cast(room.first, 4, 2))
    #expect(try !room.cast(room.chair, 5, 3))
    #expect(try room.item(by: room.chair).line.state == .voting)
    #expect(try room.cast(room.second, 4, 3))
    let line = try room.item(by: room.first).line
    let round = try #require(line.current)
    #expect(line.state == .opened && round.round.opening == .everybody && round.ballots.count == 3)
    let result = try #require(round.result)
    #expect(result.impact.value == 4 && result.likelihood.value == 3)
    #expect(result.impact.statistics.median.description == "4" && result.impact.statistics.spread == 1)
    let standing = try #require(try room.town.page(room.reference).row.assessment)
    let made = try room.app.acceptVote(room.place, dropsOthers: true, by: room.chair)
    #expect(made.inherent.likelihood == 3 && made.inherent.impact == 4 && made.id > standing.id)
    #expect(made.residual == nil && made.origin == .entered)
    #expect(made.reason.contains("5 + 4") && made.reason.contains("Ekim oylaması") && made.reason.contains("1. tur"))
    #expect(try room.app.votes(ofRisk: room.reference, by: room.chair).first?.assessmentID == made.id)
    #expect(try room.app.verifyJournal(expectedHead: nil).isIntact)
    #expect(refusal { _ = try room.app.acceptVote(room.place, by: room.chair) } == .conflict)
    #expect(refusal { try room.start() } == .conflict)
  }

  @Test("A second round keeps the first; a vote chosen for the first does not land in the second")
  func secondRound() throws {
    let room = try VoteRoom()
    try room.round([(1, 1), (5, 5), (3, 3)])
    try room.start()
    let form = ScoreInput(likelihood: 2, impact: 2)
    #expect(refusal { try room.app.castVote(room.place, round: 1, form, by: room.first) } == .conflict)
    try room.cast(room.first, 2, 2)
    let open = try room.app.openVotes(room.place, by: room.chair)
    #expect(open.number == 2 && open.opening == .chair)
    let rounds = try room.item(by: room.chair).line.rounds
    #expect(rounds.map(\.ballots.count) == [3, 1] && rounds.map { $0.result?.impact.value } == [3, 2])
    #expect(refusal { try room.cast(room.second, 3, 3) } == .conflict)
  }

  @Test("A changed vote replaces the first one") func changedVote() throws {
    let room = try VoteRoom()
    try room.start()
    try room.cast(room.first, 1, 1)
    try room.cast(room.first, 5, 4)
    #expect(try room.item(by: room.first).own?.impact == 5)
    _ = try room.app.openVotes(room.place, by: room.chair)
    #expect(try room.item(by: room.chair).line.current?.ballots.map(\.impact) == [5])
    #expect(try room.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("The absent are not waited for; recording the last missing voter as absent opens; who votes is there")
  func absence() throws {
    let room = try VoteRoom(absent: true)
    try room.start()
    try room.cast(room.chair, 3, 3)
    #expect(try room.cast(room.first, 3, 3))
    try room.start()
    try room.cast(room.second, 2, 2)
    #expect(try room.app.voteSession(room.session, by: room.chair).people.allSatisfy { !$0.isAbsent })
    try room.cast(room.first, 2, 2)
    var form = try room.form()
    form.absent = [try VoteRoom.login(room.chair, room.app)]
    let version = try room.app.voteSession(room.session, by: room.chair).session.version
    _ = try room.app.editVoteSession(room.session, form, version: version, by: room.chair)
    #expect(try room.item(by: room.chair).line.state == .opened)
    form.participants = [try VoteRoom.login(room.chair, room.app)]
    #expect(
      faultyFields {
        _ = try room.app.editVoteSession(room.session, form, version: version + 1, by: room.chair)
      } == ["participants"])
  }

  @Test("A risk that changed after the round began is not overwritten unseen; nothing is lost")
  func changedRisk() throws {
    let room = try VoteRoom()
    try room.round([(4, 4), (4, 4), (4, 4)])
    let risk = try room.town.page(room.reference).row.risk
    var details = risk.details
    details.controls = "Yeni kontrol"
    _ = try room.app.editRisk(room.reference, details, version: risk.version, by: room.chair)
    let before = try room.town.page(room.reference).history.count
    let stale = problem { _ = try room.app.acceptVote(room.place, dropsOthers: true, by: room.chair) }
    #expect(stale?.kind == .stale && stale?.stale?.currentVersion == risk.version + 1)
    #expect(try room.town.page(room.reference).history.count == before)
    #expect(try room.item(by: room.chair).isRiskChanged)
    #expect(try room.item(by: room.chair).line.current?.ballots.count == 3)
    _ = try room.app.acceptVote(room.place, riskVersion: risk.version + 1, dropsOthers: true, by: room.chair)
    #expect(try room.town.page(room.reference).history.count == before + 1)
  }

  @Test("A residual vote stands beside the inherent pair, and never above it") func residual() throws {
    let room = try VoteRoom(pair: .residual)
    // The finance risk stands at likelihood 5, impact 2.
    try room.round([(5, 5), (5, 5), (5, 5)])
    #expect(refusal { _ = try room.app.acceptVote(room.place, by: room.chair) } == .invalid)
    #expect(try room.item(by: room.chair).line.state == .opened)
    try room.round([(2, 1), (2, 2), (1, 2)])
    let made = try room.app.acceptVote(room.place, by: room.chair)
    #expect(made.inherent.likelihood == 5 && made.residual?.likelihood == 2 && made.residual?.impact == 2)
  }

  @Test("Votes outside the scales are refused") func outsideTheScales() throws {
    let room = try VoteRoom()
    try room.start()
    #expect(faultyFields { try room.cast(room.first, 6, 0) } == ["likelihood"])
    #expect(faultyFields { try room.cast(room.first, 6, 1) } == ["impact"])
  }

  @Test("A methodology published in between takes the votes' scale away; a new round has the new one")
  func otherScales() throws {
    let room = try VoteRoom()
    try room.round([(4, 4), (4, 4), (4, 4)])
    let version = try room.app.administration().version
    try room.app.publishMethod(.id("10x10"), reason: "Yeni rehber", version: version, by: .machineOperator)
    #expect(refusal { _ = try room.app.acceptVote(room.place, dropsOthers: true, by: room.chair) } == .conflict)
    #expect(try room.item(by: room.chair).line.current?.methodology.id == "5x5")
    try room.round([(8, 7), (8, 7), (9, 7)])
    let made = try room.app.acceptVote(room.place, dropsOthers: true, by: room.chair)
    #expect(made.methodologyID == "10x10" && made.inherent.impact == 8 && made.inherent.likelihood == 7)
  }

  @Test("Impact by dimension is combined as the methodology says") func dimensions() throws {
    let room = try VoteRoom()
    try room.start()
    let methodology = try room.app.methodology()
    let values = Dictionary(
      uniqueKeysWithValues: methodology.dimensions.enumerated().map { ($0.element.id, $0.offset == 0 ? 4 : 2) })
    try room.app.castVote(room.place, ScoreInput(likelihood: 3, dimensions: values), by: room.first)
    #expect(try room.item(by: room.first).own?.impactByDimension == values)
    _ = try room.app.openVotes(room.place, by: room.chair)
    #expect(try room.item(by: room.chair).line.current?.result?.impact.value == 4)
    #expect(try room.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("A closed session is fixed, and votes are taken no more") func closing() throws {
    let room = try VoteRoom()
    try room.start()
    let version = try room.app.voteSession(room.session, by: room.chair).session.version
    #expect(refusal { _ = try room.app.closeVoteSession(room.session, version: version, by: room.chair) } == .conflict)
    _ = try room.app.openVotes(room.place, by: room.chair)
    #expect(refusal { _ = try room.app.acceptVote(room.place, by: room.chair) } == .conflict)
    _ = try room.app.closeVoteSession(room.session, version: version, by: room.chair)
    #expect(refusal { try room.start() } == .conflict)
    #expect(try !room.app.voteSession(room.session, by: room.chair).mayEdit)
    #expect(try room.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("The risk's page of a past day shows the votes as they stood then") func asOf() throws {
    let room = try VoteRoom()
    try room.round([(4, 4), (4, 4), (4, 4)])
    let opened = Town.today
    room.town.wait(days: 2)
    _ = try room.app.acceptVote(room.place, dropsOthers: true, by: room.chair)
    let states = try [opened.adding(days: -1), opened, opened.adding(days: 2)].map { day in
      try room.app.votes(ofRisk: room.reference, by: room.chair, asOf: day).map(\.state)
    }
    #expect(states == [[], [.opened], [.accepted]])
  }
}
