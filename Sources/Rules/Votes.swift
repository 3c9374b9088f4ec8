/// The mean of `votes` under a rounding rule, exact; `nil` without votes, or with votes beyond ±1,000,000.
///
/// None of the guides seen says how to round, so the methodology does. Under `none` and `oneDecimal` the mean may lie
/// between two steps of the scale; `VotedValue` says which step is scored.
public func combineVotes(_ votes: [Int], _ rounding: VoteRounding) -> Fraction? {
  guard votes.allSatisfy({ (-1_000_000...1_000_000).contains($0) }),
    let mean = Fraction(votes.reduce(0, +), votes.count)
  else { return nil }
  switch rounding {
  case .none: return mean
  case .halfUp: return Fraction(mean.roundedHalfUp, 1)
  case .oneDecimal: return Fraction(mean.numerator * 10, mean.denominator).flatMap { Fraction($0.roundedHalfUp, 10) }
  }
}
