import FoundationEssentials
import GuvenceCore

/// How tests of a control become its test score (KTS) and its operating effectiveness.
public struct TestScoreRule: Hashable, Sendable {
  /// Months for which a test counts; afterwards the score is unknown.
  public let validMonths: Int
  /// Highest score of each step of operating effectiveness, from 1; the upper end belongs to it, the last is 100.
  public let steps: [Decimal]
  /// Source.
  public let citation: Citation

  /// Share of the sample without an exception, 0–100 with two decimals, halves up; 0 for a failed test; `nil` where the
  /// counts make no sense.
  public func score(sampleSize: Int, exceptions: Int, hasFailed: Bool) -> Decimal? {
    guard sampleSize >= 1, exceptions >= 0, exceptions <= sampleSize else { return nil }
    if hasFailed { return 0 }
    guard let share = Fraction(sampleSize - exceptions, sampleSize), let tenThousand = Fraction(10_000),
      let hundredths = share.times(tenThousand)
    else { return nil }
    return Decimal(hundredths.roundedHalfUp) / 100
  }

  /// Operating effectiveness from 1 to the number of steps; `nil` outside 0–100.
  public func operating(_ score: Decimal) -> Int? {
    guard score >= 0 else { return nil }
    return steps.firstIndex { score <= $0 }.map { $0 + 1 }
  }

  /// The first day on which a test of `day` counts no more.
  public func expiry(of day: Day) -> Day { day.adding(months: validMonths) }
}
