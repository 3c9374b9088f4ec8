import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceApplication

/// A directorate with a coordinator, two people who may vote without being allowed to score, and a session on its risk.
final class VoteRoom: Sendable {
  let town: Town
  let chair: Actor
  let first: Actor
  let second: Actor
  let outsider: Actor
  let session: Identifier<VoteSession>

  var app: App { town.app }
  var place: VotePlace { VotePlace(session, 1) }
  var reference: String { town.risk(of: town.finance) }
  var voters: [Actor] { [chair, first, second] }

  init(pair: VotedPair = .inherent, absent: Bool = false) throws {
    town = try Town()
    chair = try town.person(.unitCoordinator, in: town.finance)
    // A board member of the root unit reads everything; a process owner of another directorate nothing here.
    first = try town.person(.processOwner, in: town.works)
    second = try town.person(.systemAdministrator, in: town.root)
    outsider = try town.person(.unitCoordinator, in: town.works)
    var form = VoteSessionForm()
    (form.title, form.unitCode) = ("Ekim oylaması", town.finance.code)
    let people = [chair, first, second]
    let app = town.app
    form.participants = try people.map { try VoteRoom.login($0, app) }
    if absent { form.absent = [try VoteRoom.login(second, app)] }
    form.agenda = [.init(town.risk(of: town.finance), pair), .init(town.risk(of: town.payroll))]
    session = try town.app.createVoteSession(form, by: chair).id
  }

  static func login(_ actor: Actor, _ app: App) throws -> String {
    try app.accounts(by: .machineOperator).first { $0.id == actor.accountID }?.login ?? ""
  }

  /// Casts a vote; the clock moves on so that rows differ.
  @discardableResult
  func cast(_ actor: Actor, _ impact: Int, _ likelihood: Int) throws -> Bool {
    town.wait(seconds: 1)
    return try app.castVote(place, ScoreInput(likelihood: likelihood, impact: impact), by: actor)
  }

  func start() throws { _ = try app.startVoteRound(place, by: chair) }

  /// A whole round in which everybody votes.
  func round(_ votes: [(impact: Int, likelihood: Int)]) throws {
    try start()
    for (actor, vote) in zip(voters, votes) { try cast(actor, vote.impact, vote.likelihood) }
  }

  func item(by actor: Actor) throws -> VoteItemPage { try app.voteItem(place, by: actor) }

  /// Lines of the journal about votes.
  func ballotLines() throws -> [JournalLine] {
    try app.journal(entity: nil, key: nil, before: nil, limit: 200, by: .machineOperator)
      .filter { $0.entity == "vote_ballot" }
  }

  /// The form of the stored session, to be changed.
  func form() throws -> VoteSessionForm {
    let page = try app.voteSession(session, by: chair)
    var form = VoteSessionForm()
    (form.title, form.heldOn) = (page.session.title, page.session.heldOn)
    form.participants = page.people.map(\.login)
    form.absent = page.people.filter(\.isAbsent).map(\.login)
    return form
  }
}
