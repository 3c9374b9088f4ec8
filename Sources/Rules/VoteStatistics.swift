/// How far votes on one scale lie apart and where their middle is. Exact, independent of the order of the votes.
public struct VoteStatistics: Hashable, Sendable {
  /// Number of votes, at least 1.
  public let count: Int
  /// Lowest vote.
  public let minimum: Int
  /// Highest vote.
  public let maximum: Int
  /// Arithmetic mean.
  public let mean: Fraction
  /// Middle vote; the mean of the two middle ones for an even number of votes.
  public let median: Fraction
  /// Mean square of the distances from the mean, over all votes: those who voted are the whole group, not a sample.
  public let variance: Fraction

  /// Statistics of `votes`; `nil` without votes, with more than 10,000, or with votes outside 0…1,000.
  public init?(_ votes: [Int]) {
    let sorted = votes.sorted()
    guard let low = sorted.first, let high = sorted.last, low >= 0, high <= 1000, votes.count <= 10_000 else {
      return nil
    }
    let (count, sum) = (votes.count, votes.reduce(0, +))
    let squares = votes.reduce(0) { $0 + $1 * $1 }
    guard let mean = Fraction(sum, count),
      let median = Fraction(sorted[(count - 1) / 2] + sorted[count / 2], 2),
      let variance = Fraction(count * squares - sum * sum, count * count)
    else { return nil }
    (self.count, minimum, maximum) = (count, low, high)
    (self.mean, self.median, self.variance) = (mean, median, variance)
  }

  /// Highest minus lowest vote.
  public var spread: Int { maximum - minimum }

  /// The root of the variance, to the nearest hundredth, halves up: found in whole numbers, so that it is the same on
  /// every machine.
  public var deviation: Fraction {
    // The largest n with (n − ½)² ≤ 10,000 · variance is the root in hundredths, rounded half up.
    func isWithin(_ hundredths: Int) -> Bool {
      let doubled = 2 * hundredths - 1
      return doubled * doubled * variance.denominator <= 40_000 * variance.numerator
    }
    var (low, high) = (0, 100 * max(1, spread))
    while low < high {
      let middle = (low + high + 1) / 2
      if isWithin(middle) { low = middle } else { high = middle - 1 }
    }
    return Fraction(low, 100) ?? mean
  }
}
