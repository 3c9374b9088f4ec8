/// An exact fraction, reduced, denominator positive: the mean of votes.
public struct Fraction: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Numerator.
  public let numerator: Int
  /// Denominator, at least 1.
  public let denominator: Int

  /// `numerator` / `denominator`, reduced; `nil` for a denominator of 0.
  public init?(_ numerator: Int, _ denominator: Int) {
    guard denominator != 0 else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let sign = denominator < 0 ? -1 : 1
    let divisor = max(1, Int(a))
    (self.numerator, self.denominator) = (sign * numerator / divisor, sign * denominator / divisor)
  }

  /// The nearest whole number, halves up (2½ → 3, −2½ → −2).
  public var roundedHalfUp: Int {
    let doubled = 2 * numerator + denominator
    let quotient = doubled / (2 * denominator)
    return doubled % (2 * denominator) < 0 ? quotient - 1 : quotient
  }

  /// With a decimal comma and up to two decimals, halves up: `3`, `3,5`, `3,67`.
  public var description: String {
    let hundredths = Fraction(numerator * 100, denominator)?.roundedHalfUp ?? 0
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole),\(rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")"
  }

  /// By value.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

/// The mean of `votes` under a rounding rule, exact; `nil` without votes.
///
/// None of the guides seen says how to round, so the methodology does. Under `none` and `oneDecimal` the mean may lie
/// between two steps of the scale: show it, and score `roundedHalfUp`.
public func combineVotes(_ votes: [Int], _ rounding: VoteRounding) -> Fraction? {
  guard let mean = Fraction(votes.reduce(0, +), votes.count) else { return nil }
  switch rounding {
  case .none: return mean
  case .halfUp: return Fraction(mean.roundedHalfUp, 1)
  case .oneDecimal: return Fraction(mean.numerator * 10, mean.denominator).flatMap { Fraction($0.roundedHalfUp, 10) }
  }
}
