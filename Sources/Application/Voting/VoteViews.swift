import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Sessions of the units in view, and those this person chairs or is invited to.
  public func voteSessions(by actor: Actor) throws -> VoteSessionList {
    try read { connection in
      let access = try Access(actor, connection)
      let lines = try VoteSessionTable.all(in: access.scope(.read), orOf: actor.accountID, connection).map { session in
        let unit = access.tree.units[session.unitID]
        let items = try VoteItemTable.all(of: session.id, connection)
        return VoteSessionLine(
          session: session, unitCode: unit?.code ?? "", unitName: unit?.name ?? "", itemCount: items.count,
          acceptedCount: items.count { $0.assessmentID != nil },
          waiting: try waiting(items, in: session, for: actor.accountID, connection))
      }
      return VoteSessionList(lines: lines, mayChair: access.allowsAnywhere(.chairVotes))
    }
  }

  private func waiting(
    _ items: [VoteItem], in session: VoteSession, for account: Identifier<Account>?, _ connection: Connection
  ) throws -> [Int] {
    guard let account, session.closedAt == nil, session.invites(account) else { return [] }
    return try items.filter { item in
      guard let round = try VoteRoundTable.all(of: item.id, connection).last, !round.isOpened else { return false }
      return try !VoteBallotTable.voters(in: round.id, connection).contains(account)
    }.map(\.position)
  }

  /// Everything about one session; votes only of opened rounds.
  public func voteSession(_ id: Identifier<VoteSession>, by actor: Actor) throws -> VoteSessionPage {
    try read { connection in
      let access = try Access(actor, connection)
      return try page(try findSession(id, access, connection), access, connection)
    }
  }

  /// One line of the agenda, to vote on and to decide.
  public func voteItem(_ place: VotePlace, by actor: Actor) throws -> VoteItemPage {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      let (session, item) = try findItem(place, access, connection)
      let page = try page(session, access, connection)
      guard let line = page.items.first(where: { $0.item.id == item.id }) else { throw Access.notFound }
      let round = line.current
      let isOn = round?.round.isOpened == false && session.closedAt == nil
      return VoteItemPage(
        page: page, line: line, methodology: try round?.methodology ?? methodology(connection, on: today),
        own: try isOn ? own(actor, round, connection) : nil, mayVote: isOn && page.isInvited,
        mayReadRisk: access.allows(.read, in: line.risk.details.unitID),
        isRiskChanged: line.state == .opened && round?.round.riskVersion != line.risk.version)
    }
  }

  private func own(_ actor: Actor, _ round: VoteRoundPage?, _ connection: Connection) throws -> VoteBallot? {
    guard let account = actor.accountID, let round else { return nil }
    return try VoteBallotTable.find(of: account, in: round.round.id, connection)
  }

  func page(_ session: VoteSession, _ access: Access, _ connection: Connection) throws -> VoteSessionPage {
    let people = try session.participants.compactMap { participant -> VotePerson? in
      guard let account = try AccountTable.find(participant.accountID, connection)?.account else { return nil }
      return VotePerson(
        accountID: account.id, login: account.login, name: account.displayName, isAbsent: participant.isAbsent)
    }
    let chair = try AccountTable.find(session.chairID, connection)?.account
    return VoteSessionPage(
      session: session, unitPath: access.tree.path(to: session.unitID), chairName: chair?.displayName ?? "",
      chairLogin: chair?.login ?? "", people: people.sorted { TurkishText.precedes($0.name, $1.name) },
      items: try VoteItemTable.all(of: session.id, connection).compactMap { try line($0, connection) },
      findings: App.findings(session), maySteer: access.maySteer(session) && session.closedAt == nil,
      mayEdit: access.allows(.chairVotes, in: session.unitID) && session.closedAt == nil,
      isInvited: session.invites(access.actor.accountID))
  }

  private func line(_ item: VoteItem, _ connection: Connection) throws -> VoteItemLine? {
    guard let risk = try RiskTable.find(item.riskID, connection) else { return nil }
    let rounds = try VoteRoundTable.all(of: item.id, connection).map { round in
      let methodology = try methodology(of: round, connection)
      let ballots = try VoteBallotTable.opened(in: round, connection)
      let result = VoteResult(ballots, under: methodology)
      return VoteRoundPage(
        round: round, methodology: methodology, voters: try VoteBallotTable.voters(in: round.id, connection),
        ballots: ballots, result: result,
        score: result.flatMap {
          try? score($0.input, under: methodology, on: (round.openedAt ?? round.startedAt).dayInIstanbul)
        })
    }
    return VoteItemLine(item: item, risk: risk, rounds: rounds)
  }

  private static func findings(_ session: VoteSession) -> [Finding] {
    guard session.present.count < VoteSession.leastParticipants else { return [] }
    let (least, source) = (VoteSession.leastParticipants, VoteSession.teamCitation.text)
    return [
      Finding(
        code: "few-participants", severity: .warning,
        message: Localized(
          "Birim risk ekibi en az \(least) kişidir; bu oturumda \(session.present.count) kişi var. "
            + "Kaynak: \(source) (doğrulanmadı).",
          "A unit's risk team has at least \(least) people; this session has \(session.present.count). "
            + "Source: \(source) (unverified)."))
    ]
  }

  /// Votes on a risk in sessions made by the end of `asOf`, newest first, as they stood then.
  public func votes(ofRisk reference: String, by actor: Actor, asOf: Day? = nil) throws -> [RiskVote] {
    try read { connection in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      let end = asOf?.endInIstanbul
      return try VoteItemTable.all(ofRisk: risk.id, before: end, connection).compactMap { item in
        let then = try end.map { try VoteSessionTable.find(item.sessionID, before: $0, connection) }
        guard let session = try then ?? VoteSessionTable.find(item.sessionID, connection) else { return nil }
        return try vote(item, session, before: end ?? Instant(milliseconds: .max), access, connection)
      }
    }
  }

  private func vote(
    _ item: VoteItem, _ session: VoteSession, before end: Instant, _ access: Access, _ connection: Connection
  ) throws -> RiskVote {
    let rounds = try VoteRoundTable.all(of: item.id, connection).filter { $0.startedAt < end }
    let assessment = try item.assessmentID.flatMap { try AssessmentTable.find($0, connection) }
      .flatMap { $0.recordedAt < end ? $0 : nil }
    let isOpened = rounds.last?.openedAt.map { $0 < end } ?? false
    let state: VoteItemState =
      assessment != nil ? .accepted : rounds.isEmpty ? .waiting : isOpened ? .opened : .voting
    return RiskVote(
      place: VotePlace(session.id, item.position), title: session.title, heldOn: session.heldOn, pair: item.pair,
      state: state, assessmentID: assessment?.id, mayOpen: access.maySee(session))
  }
}
