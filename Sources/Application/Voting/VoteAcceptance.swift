import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Makes the result of the last opened round the risk's new assessment, with the votes as its reason.
  ///
  /// `riskVersion` is the version of the risk the result is accepted for; `nil` stands for the one the round began with.
  /// Where the risk has another version by now the acceptance is refused and the votes stay: look at the change, then
  /// accept for the new version or vote again. The pair that was not voted on is carried over unless `dropsOthers`.
  /// `reason` is asked for where the residual pair differs from what the risk's controls suggest.
  public func acceptVote(
    _ place: VotePlace, riskVersion: Int? = nil, dropsOthers: Bool = false, reason own: String = "", by actor: Actor
  ) throws -> Assessment {
    let (today, own) = (today, String(own.tidy.prefix(2000)))
    return try steer("vote-accept", place, by: actor) { session, item, access, stamp, connection in
      guard item.assessmentID == nil else { throw App.acceptedItem }
      let rounds = try VoteRoundTable.all(of: item.id, connection)
      guard let round = rounds.last, round.isOpened else { throw App.nothingToAccept }
      let methodology = try methodology(connection, on: today)
      let current = try RuleSetTable.ensure(methodology, stamp, connection)
      guard current.id == round.ruleSetID else { throw App.votedOnOtherScales }
      let ballots = try VoteBallotTable.opened(in: round, connection)
      guard let result = VoteResult(ballots, under: methodology) else { throw App.nothingToAccept }
      guard let before = try RiskTable.find(item.riskID, connection) else { throw Access.notFound }
      try access.require(.assess, in: before.details.unitID)
      guard before.retiredOn == nil else { throw App.retiredRisk }
      let standing = try standing(of: before, under: methodology, connection)
      let votes = result.reason(session: session, position: item.position, round: round.number)
      let reason = own.isEmpty ? votes : votes + " Gerekçe: " + own
      guard
        let input = AssessmentInput(
          voted: item.pair, result, standing: standing, keepsOthers: !dropsOthers, reason: reason)
      else { throw App.inherentMissing }
      if own.isEmpty, let suggested = try departure(of: input, before, methodology, access, connection) {
        throw App.unexplained(suggested)
      }
      var after = before
      (after.version, after.updatedAt) = (before.version + 1, stamp.at)
      let version = riskVersion ?? round.riskVersion
      guard before.version == version, try RiskTable.update(after, basedOn: version, connection) else {
        throw try changedMeanwhile(before, standing, input, connection)
      }
      try Journal.append(stamp, before: .risk(before), after: .risk(after), connection)
      let assessment = try append(input, to: after, under: methodology, origin: .entered, stamp, connection)
      try record(assessment, of: item, round, session, stamp, connection)
      return assessment
    }
  }

  private func record(
    _ assessment: Assessment, of item: VoteItem, _ round: VoteRound, _ session: VoteSession, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    var accepted = item
    (accepted.assessmentID, accepted.acceptedRoundID) = (assessment.id, round.id)
    try VoteItemTable.accept(accepted, connection)
    try Journal.append(
      stamp, before: .voteItem(item, unitID: session.unitID), after: .voteItem(accepted, unitID: session.unitID),
      connection)
  }

  /// The risk's current assessment where it was made on the same scales.
  private func standing(
    of risk: Risk, under methodology: Methodology, _ connection: Connection
  ) throws -> Assessment? {
    guard let current = try risk.currentAssessmentID.flatMap({ try AssessmentTable.find($0, connection) }),
      current.methodologyID == methodology.id
    else { return nil }
    return current
  }

  private func changedMeanwhile(
    _ risk: Risk, _ standing: Assessment?, _ input: AssessmentInput, _ connection: Connection
  ) throws -> Problem {
    func text(_ pair: JudgedPair?) -> String { pair.map { "\($0.likelihood) × \($0.impact)" } ?? "" }
    func text(_ pair: ScoreInput?) -> String {
      guard let pair, case .overall(let impact) = pair.impact else { return "" }
      return "\(pair.likelihood) × \(impact)"
    }
    let differences = StaleSave.compare([
      ("likelihood", Localized("Doğal olasılık × etki", "Inherent"), text(standing?.inherent), text(input.inherent)),
      (
        "residual-likelihood", Localized("Artık olasılık × etki", "Residual"), text(standing?.residual),
        text(input.residual)
      ),
    ])
    let last = try Journal.entries(ofRisk: risk.id, limit: 1, connection).first
    return Problem(
      .stale,
      Localized(
        "Risk, bu tur başladıktan sonra değişti; sonuç kabul edilmedi, oylar duruyor. Değişikliği inceleyin.",
        "The risk changed after this round began; nothing was accepted, the votes stay. Look at the change."),
      stale: StaleSave(
        currentVersion: risk.version, changedBy: last?.stamp.actor ?? "", changedAt: last?.stamp.at ?? clock(),
        differences: differences))
  }

  private static let nothingToAccept = Problem(
    .conflict,
    Localized("Kabul edilecek açılmış oy yok; önce turu kapatın.", "There are no opened votes to accept."))
  private static let votedOnOtherScales = Problem(
    .conflict,
    Localized(
      "Bu tur başladıktan sonra yöntem değişti; oylar başka bir ölçekte. Yeni tur açın.",
      "The methodology changed after this round began; the votes are of another scale. Start a new round."))
  private static let inherentMissing = Problem(
    .conflict,
    Localized(
      "Artık risk, doğal riskin yanında durur; önce doğal riski değerlendirin ya da oylayın.",
      "A residual risk stands beside an inherent one; assess the inherent risk first."))
}
