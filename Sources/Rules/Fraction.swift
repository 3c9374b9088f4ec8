import FoundationEssentials

/// An exact fraction, reduced, denominator positive: means of votes, strengths of controls.
public struct Fraction: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Numerator.
  public let numerator: Int
  /// Denominator, at least 1.
  public let denominator: Int

  /// `numerator` / `denominator`, reduced; `nil` for a denominator of 0 and for the smallest `Int`.
  public init?(_ numerator: Int, _ denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = (denominator < 0 ? -1 : 1) * max(1, Int(a))
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  /// A whole number; `nil` only for the smallest `Int`.
  public init?(_ whole: Int) { self.init(whole, 1) }

  /// An exact decimal with at most six decimals and at most twelve digits before them; `nil` for anything longer.
  public init?(_ decimal: Decimal) {
    let scaled = "\(decimal * 1_000_000)"
    guard scaled.utf8.count <= 19, let millionths = Int(scaled) else { return nil }
    self.init(millionths, 1_000_000)
  }

  /// The sum; `nil` where it does not fit.
  public func plus(_ other: Fraction) -> Fraction? {
    guard let left = Fraction.product(numerator, other.denominator),
      let right = Fraction.product(other.numerator, denominator),
      let below = Fraction.product(denominator, other.denominator)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Fraction(sum, below)
  }

  /// The product; `nil` where it does not fit.
  public func times(_ other: Fraction) -> Fraction? {
    guard let above = Fraction.product(numerator, other.numerator),
      let below = Fraction.product(denominator, other.denominator)
    else { return nil }
    return Fraction(above, below)
  }

  /// The quotient; `nil` for a divisor of 0 and where it does not fit.
  public func divided(by other: Fraction) -> Fraction? {
    Fraction(other.denominator, other.numerator).flatMap { times($0) }
  }

  /// The nearest whole number, halves up (2½ → 3, −2½ → −2).
  public var roundedHalfUp: Int {
    let (quotient, rest) = (numerator / denominator, numerator % denominator)
    if rest < 0 { return rest.magnitude > UInt(denominator) - rest.magnitude ? quotient - 1 : quotient }
    return rest.magnitude >= UInt(denominator) - rest.magnitude ? quotient + 1 : quotient
  }

  /// With a decimal comma and up to two decimals, halves up: `3`, `3,5`, `3,67`.
  public var description: String {
    guard let hundredths = Fraction(100).flatMap({ times($0) })?.roundedHalfUp else {
      return "\(numerator)/\(denominator)"
    }
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole),\(rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")"
  }

  /// By value, exact for any two fractions.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }

  private static func product(_ a: Int, _ b: Int) -> Int? {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : value
  }
}
