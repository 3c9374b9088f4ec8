import GuvenceCore
import GuvenceRules

/// What the votes of an opened round come to.
public struct VoteResult: Hashable, Sendable {
  /// The impact votes and their value.
  public let impact: VotedValue
  /// The likelihood votes and their value.
  public let likelihood: VotedValue

  /// The result of `ballots` under `methodology`; `nil` without ballots.
  public init?(_ ballots: [VoteBallot], under methodology: Methodology) {
    guard
      let impact = VotedValue(ballots.map(\.impact), on: methodology.impact, methodology.voteRounding),
      let likelihood = VotedValue(ballots.map(\.likelihood), on: methodology.likelihood, methodology.voteRounding)
    else { return nil }
    (self.impact, self.likelihood) = (impact, likelihood)
  }

  /// The pair that is scored.
  public var input: ScoreInput { ScoreInput(likelihood: likelihood.value, impact: impact.value) }

  /// The votes as the reason of the assessment they became.
  public func reason(session: VoteSession, position: Int, round: Int) -> String {
    """
    Oylama \(session.id) («\(session.title)», \(session.heldOn.turkish)), madde \(position), \(round). tur, \
    \(impact.votes.count) oy. Etki: \(impact.arithmetic); olasılık: \(likelihood.arithmetic).
    """
  }
}

extension AssessmentInput {
  /// The assessment that an accepted vote becomes: the voted pair in its place, the others as they stand in `standing`.
  /// `nil` where a residual pair was voted on and there is no inherent one beside which it could stand.
  public init?(
    voted pair: VotedPair, _ result: VoteResult, standing: Assessment?, keepsOthers: Bool, reason: String
  ) {
    let (target, residual) = keepsOthers ? (standing?.target, standing?.residual) : (nil, nil)
    switch pair {
    case .inherent:
      self.init(
        inherent: result.input, residual: residual.map(ScoreInput.init), target: target.map(ScoreInput.init),
        reason: reason)
    case .residual:
      guard let inherent = standing?.inherent else { return nil }
      self.init(
        inherent: ScoreInput(inherent), residual: result.input, target: target.map(ScoreInput.init), reason: reason)
    }
  }
}

extension ScoreInput {
  /// What was entered for a stored pair.
  public init(_ pair: JudgedPair) {
    self =
      pair.impactByDimension.isEmpty
      ? ScoreInput(likelihood: pair.likelihood, impact: pair.impact)
      : ScoreInput(likelihood: pair.likelihood, dimensions: pair.impactByDimension)
  }
}
