import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Begins a round on an item: the first one, or another after an opened one, which stays as it is.
  public func startVoteRound(_ place: VotePlace, by actor: Actor) throws -> VoteRound {
    let today = today
    return try steer("vote-round", place, by: actor) { session, item, _, stamp, connection in
      guard item.assessmentID == nil else { throw App.acceptedItem }
      let rounds = try VoteRoundTable.all(of: item.id, connection)
      guard rounds.allSatisfy(\.isOpened) else {
        throw Problem(.conflict, Localized("Bu madde zaten oylanıyor.", "This item is being voted on already."))
      }
      guard let risk = try RiskTable.find(item.riskID, connection), risk.retiredOn == nil else { throw App.retiredRisk }
      let ruleSet = try RuleSetTable.ensure(try methodology(connection, on: today), stamp, connection)
      let round = try VoteRoundTable.insert(
        VoteRound(
          id: Identifier(0), itemID: item.id, number: rounds.count + 1, ruleSetID: ruleSet.id,
          riskVersion: risk.version, startedAt: stamp.at, startedBy: stamp.actor), connection)
      try Journal.append(stamp, after: .voteRound(round, unitID: session.unitID), connection)
      return round
    }
  }

  /// Casts this person's vote in the round that is on, or changes it. `round` is the number of the round the values were
  /// chosen for: a vote never lands in a later one. Returns whether the vote opened the round. What was voted is returned
  /// to nobody and enters the journal with the opening.
  @discardableResult
  public func castVote(
    _ place: VotePlace, round number: Int? = nil, _ input: ScoreInput, by actor: Actor
  ) throws -> Bool {
    let salt = try Secrets.token()
    return try write("vote-cast", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      var (session, item) = try findItem(place, access, connection)
      guard let voter = actor.accountID, session.invites(voter),
        try AccountTable.find(voter, connection)?.account.isDisabled == false
      else { throw App.uninvited }
      guard session.closedAt == nil else { throw App.closedSession }
      guard let round = try VoteRoundTable.all(of: item.id, connection).last, !round.isOpened,
        number == nil || number == round.number
      else { throw App.noOpenRound }
      let methodology = try methodology(of: round, connection)
      let judged = try App.judgedVote(input, methodology, on: stamp.at.dayInIstanbul)
      if !session.present.contains(voter) { session = try arrive(voter, in: session, stamp, connection) }
      let before = try VoteBallotTable.find(of: voter, in: round.id, connection)
      let ballot = try VoteBallotTable.put(
        VoteBallot(
          id: Identifier(0), roundID: round.id, accountID: voter, likelihood: judged.likelihood, impact: judged.impact,
          impactByDimension: input.dimensions, castAt: stamp.at, salt: salt), connection)
      let unit = session.unitID
      try Journal.append(
        stamp, before: before.map { .voteBallot($0, isOpened: false, unitID: unit) },
        after: .voteBallot(ballot, isOpened: false, unitID: unit), connection)
      return try openIfComplete(item, of: session, stamp, connection)
    }
  }

  /// Closes the round that is on, whoever has voted, and opens its votes.
  public func openVotes(_ place: VotePlace, by actor: Actor) throws -> VoteRound {
    try steer("vote-open", place, by: actor) { session, item, _, stamp, connection in
      guard let round = try VoteRoundTable.all(of: item.id, connection).last, !round.isOpened else {
        throw App.noOpenRound
      }
      return try open(round, by: .chair, session, stamp, connection)
    }
  }

  /// Opens the round that is on where everybody present has voted.
  @discardableResult
  func openIfComplete(
    _ item: VoteItem, of session: VoteSession, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Bool {
    guard let round = try VoteRoundTable.all(of: item.id, connection).last, !round.isOpened else { return false }
    let voters = try VoteBallotTable.voters(in: round.id, connection)
    guard !voters.isEmpty, session.present.isSubset(of: voters) else { return false }
    _ = try open(round, by: .everybody, session, stamp, connection)
    return true
  }

  private func open(
    _ round: VoteRound, by opening: VoteOpening, _ session: VoteSession, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> VoteRound {
    var opened = round
    (opened.openedAt, opened.opening) = (stamp.at, opening)
    let ballots = try VoteBallotTable.all(in: round.id, connection)
    try VoteRoundTable.open(opened, connection)
    let unit = session.unitID
    try Journal.append(
      stamp, before: .voteRound(round, unitID: unit), after: .voteRound(opened, unitID: unit), connection)
    for ballot in ballots {
      try Journal.append(
        stamp, before: .voteBallot(ballot, isOpened: false, unitID: unit),
        after: .voteBallot(ballot, isOpened: true, unitID: unit), connection)
    }
    return opened
  }

  /// Somebody recorded as absent who votes after all is there.
  private func arrive(
    _ voter: Identifier<Account>, in session: VoteSession, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> VoteSession {
    var after = session
    after.participants = session.participants.map {
      $0.accountID == voter ? VoteParticipant(accountID: voter) : $0
    }
    after.version += 1
    guard try VoteSessionTable.update(after, basedOn: session.version, connection) else { throw App.closedSession }
    try Journal.append(stamp, before: .voteSession(session), after: .voteSession(after), connection)
    return after
  }

  private static func judgedVote(
    _ input: ScoreInput, _ methodology: Methodology, on day: Day
  ) throws -> Score {
    let judgement = Judgement(AssessmentInput(inherent: input), under: methodology, on: day, explained: false)
    try Problem.throwIfAny(judgement.problems.map { FieldProblem($0.field, $0.message) })
    guard let score = judgement.inherent else { throw Access.notFound }
    return score
  }

  /// The methodology version on whose scales a round is voted.
  func methodology(of round: VoteRound, _ connection: Connection) throws -> Methodology {
    guard let ruleSet = try RuleSetTable.find(round.ruleSetID, connection),
      let found = try methodology(digest: ruleSet.digest, connection)
    else { throw Access.notFound }
    return found
  }

  static let noOpenRound = Problem(
    .conflict,
    Localized(
      "Bu tur oylamaya kapalı; oyunuz alınmadı. Sayfayı yenileyin.",
      "This round takes no votes; yours was not taken. Reload the page."))
  static let uninvited = Problem(
    .forbidden, Localized("Bu oturumun katılımcısı değilsiniz.", "You are not a participant of this session."))
  static let acceptedItem = Problem(
    .conflict, Localized("Bu maddenin sonucu kabul edilmiş.", "The result of this item has been accepted."))
}
