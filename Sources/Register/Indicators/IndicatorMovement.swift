import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// Where a value moves against the mean of those before it, with what it was worked out from.
///
/// Worked example: before 10, 10, 13 the mean is 11; 12,1 is exactly 10 % above it and still stable, 12,2 is rising.
/// Nothing is divided: `value × n` is compared with the sum of the n values before, so the limit is exact.
public struct IndicatorMovement: Hashable, Sendable {
  /// Rising, falling or stable.
  public let trend: IndicatorTrend
  /// The values before that count, newest first; at most `IndicatorRules.previousCount`.
  public let previous: [Decimal]

  /// The movement of `value` after `earlier` (oldest first). Stable where nothing came before or where the mean is
  /// zero; for a negative mean the percentage is taken of its size, so that a larger value always counts as rising.
  public init(of value: Decimal, after earlier: [Decimal], under rules: IndicatorRules) {
    previous = Array(earlier.suffix(rules.previousCount).reversed())
    let sum = previous.reduce(Decimal(0), +)
    let size = sum < 0 ? -sum : sum
    let change = (value * Decimal(previous.count) - sum) * 100
    if previous.isEmpty || sum == 0 {
      trend = .stable
    } else if change > rules.risePercent * size {
      trend = .rising
    } else if change < -(rules.fallPercent * size) {
      trend = .falling
    } else {
      trend = .stable
    }
  }

  /// The movements of a series of effective readings (oldest first), one for each.
  public static func all(_ readings: [IndicatorReading], under rules: IndicatorRules) -> [IndicatorMovement] {
    let values = readings.map(\.value)
    return values.indices.map { IndicatorMovement(of: values[$0], after: Array(values[..<$0]), under: rules) }
  }
}
