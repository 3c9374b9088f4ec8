import GuvenceCore

/// A risk in numbers: how often, and how much each time. An estimate of the administration's own people, not a measurement.
public struct RiskEstimate: Hashable, Sendable {
  /// How often in a year.
  public var frequency: Frequency
  /// How much one event costs, in ₺.
  public var loss: Loss

  /// Both halves; `findings` says whether they can be used.
  public init(frequency: Frequency, loss: Loss) { (self.frequency, self.loss) = (frequency, loss) }

  /// The expected loss of a year in ₺, in closed form: E[N]·E[X].
  public var mean: Double { frequency.mean * loss.mean }

  /// The variance of a year's loss in ₺², in closed form: E[N]·Var[X] + Var[N]·E[X]².
  public var variance: Double { frequency.mean * loss.variance + frequency.variance * loss.mean * loss.mean }

  /// What is wrong, all of it; empty where a simulation can use the estimate.
  public var findings: [EstimateFinding] { frequency.findings + loss.findings }
}

/// Something wrong with an estimate: in which part, and what.
public struct EstimateFinding: Hashable, Sendable {
  /// A part of an estimate, as forms and files name it.
  public enum Part: String, Sendable {
    /// λ or p.
    case frequency
    /// The least loss of PERT or triangular.
    case minimum
    /// The most likely loss of PERT or triangular.
    case mode
    /// The greatest loss of PERT or triangular.
    case maximum
    /// The lower end of the 90 % interval.
    case low
    /// The upper end of the 90 % interval.
    case high
    /// The list of observed losses.
    case sample
  }

  /// Which part.
  public let part: Part
  /// What is wrong, one sentence without full stop.
  public let message: Localized

  init(_ part: Part, _ message: Localized) { (self.part, self.message) = (part, message) }
}
