import GuvenceCore

/// What votes on one scale come to: the mean, the mean as the methodology rounds it, and the step of the scale that is
/// scored.
///
/// Scores and bands are whole numbers. Under `none` and `one-decimal` the rounded mean may lie between two steps; it is
/// shown as it is, and the step is that value to the nearest whole number, halves up.
public struct VotedValue: Hashable, Sendable {
  /// The votes, in the order given.
  public let votes: [Int]
  /// How the methodology rounds.
  public let rounding: VoteRounding
  /// Spread, mean, median.
  public let statistics: VoteStatistics
  /// The mean under the methodology's rounding.
  public let combined: Fraction
  /// The step of the scale; always between the lowest and the highest vote.
  public let value: Int

  /// The value of `votes`; `nil` without votes, or where a vote lies outside `scale`.
  public init?(_ votes: [Int], on scale: Scale, _ rounding: VoteRounding) {
    guard votes.allSatisfy(scale.range.contains), let statistics = VoteStatistics(votes),
      let combined = combineVotes(votes, rounding)
    else { return nil }
    (self.votes, self.rounding, self.statistics, self.combined) = (votes, rounding, statistics, combined)
    value = combined.roundedHalfUp
  }

  /// The arithmetic in one line: `(4 + 4 + 5) / 3 = 4,33 → 4`; the way over the rounded mean is shown where it has one.
  public var arithmetic: String {
    let sum = votes.map(String.init).joined(separator: " + ")
    let mean = "(\(sum)) / \(votes.count) = \(statistics.mean)"
    return rounding == .oneDecimal ? "\(mean) → \(combined) → \(value)" : "\(mean) → \(value)"
  }
}
