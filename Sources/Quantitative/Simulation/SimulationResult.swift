/// What a simulation found; amounts in ₺ a year.
public struct SimulationResult: Hashable, Sendable {
  /// A percentile with its neighbours.
  public struct Percentile: Hashable, Sendable {
    /// The probability of a smaller loss.
    public let level: Double
    /// VaR: the loss that is not exceeded with that probability.
    public let value: Double
    /// Lower end of the 95 % confidence interval by order statistics: the true percentile lies inside.
    public let low: Double
    /// Its upper end.
    public let high: Double
    /// TVaR: the mean loss of the worst (1 − level) of the years.
    public let tailMean: Double
    /// The standard error of `tailMean`.
    public let tailError: Double
  }

  /// A point of the loss exceedance curve.
  public struct ExceedancePoint: Hashable, Sendable {
    /// The probability of a greater or equal loss in a year.
    public let probability: Double
    /// The loss.
    public let loss: Double
  }

  /// A risk's part.
  public struct Contribution: Hashable, Sendable {
    /// The risk's reference.
    public let reference: String
    /// Its mean loss.
    public let mean: Double
    /// Its part of the mean of all, 0 … 1.
    public let meanShare: Double
    /// Its part of the loss in the years beyond the tail level, 0 … 1.
    public let tailShare: Double
  }

  /// The mean of all trials.
  public let mean: Double
  /// The standard error of the mean.
  public let meanError: Double
  /// The standard deviation of a year's loss.
  public let deviation: Double
  /// The mean in closed form, to hold against the simulated one.
  public let expectedMean: Double
  /// The standard deviation in closed form.
  public let expectedDeviation: Double
  /// The share of years without any loss.
  public let shareWithoutLoss: Double
  /// The greatest loss of all trials.
  public let maximum: Double
  /// One for each level asked for.
  public let percentiles: [Percentile]
  /// From the frequent small to the rare great losses.
  public let curve: [ExceedancePoint]
  /// Every risk, by its part of the tail, greatest first.
  public let contributions: [Contribution]
  /// A fingerprint of every trial's loss and every number above: 64-bit FNV-1a over their bits, as 16 hex digits.
  public let fingerprint: String
}
