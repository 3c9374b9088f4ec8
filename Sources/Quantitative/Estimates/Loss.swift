/// The loss of one event in ₺, as people can give it. Numbers are `Double` from here on: a simulation needs no kuruş.
public enum Loss: Hashable, Sendable {
  /// Beta between `minimum` and `maximum` around `mode` with weight 4 (PERT): mean (min + 4·mode + max) / 6.
  case pert(minimum: Double, mode: Double, maximum: Double)
  /// Straight lines up from `minimum` to `mode` and down to `maximum`.
  case triangular(minimum: Double, mode: Double, maximum: Double)
  /// Lognormal with 5 % of the losses below `low` and 5 % above `high`.
  case lognormal(low: Double, high: Double)
  /// Observed losses, each as likely as any other.
  case empirical([Double])

  /// The greatest amount that is accepted, in ₺.
  public static let maximumAmount = 1e13
  /// How many times the lower end the upper end of a 90 % interval may be.
  public static let maximumSpread = 1000.0
  /// The most observed losses.
  public static let maximumSample = 1000

  /// The expected loss of an event in ₺.
  public var mean: Double {
    switch self {
    case .pert(let minimum, let mode, let maximum): (minimum + 4 * mode + maximum) / 6
    case .triangular(let minimum, let mode, let maximum): (minimum + mode + maximum) / 3
    case .lognormal(let low, let high):
      Elementary.exp(Loss.location(low, high) + Loss.spread(low, high) * Loss.spread(low, high) / 2)
    case .empirical(let sample): sample.isEmpty ? 0 : sample.reduce(0, +) / Double(sample.count)
    }
  }

  /// The variance of an event's loss in ₺².
  public var variance: Double {
    switch self {
    case .pert(let minimum, _, let maximum): return (mean - minimum) * (maximum - mean) / 7
    case .triangular(let a, let c, let b): return (a * a + b * b + c * c - a * b - a * c - b * c) / 18
    case .lognormal(let low, let high):
      let spread = Loss.spread(low, high)
      return (Elementary.exp(spread * spread) - 1) * mean * mean
    case .empirical(let sample):
      guard !sample.isEmpty else { return 0 }
      let centre = mean
      return sample.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(sample.count)
    }
  }

  /// The mean of the logarithm: the middle of the interval's logarithms.
  static func location(_ low: Double, _ high: Double) -> Double { (Elementary.log(low) + Elementary.log(high)) / 2 }

  /// The standard deviation of the logarithm: the interval reaches 1.645 of them to either side.
  static func spread(_ low: Double, _ high: Double) -> Double {
    (Elementary.log(high) - Elementary.log(low)) / (2 * 1.644_853_626_951_472_7)
  }
}
