import GuvenceCore

/// How often a risk is expected to be realised in a year.
public enum Frequency: Hashable, Sendable {
  /// Any number of events; `perYear` is their mean λ, 0 ≤ λ ≤ 1000.
  case poisson(perYear: Double)
  /// At most one event, with the given probability, 0 … 1.
  case bernoulli(probability: Double)

  /// The largest mean number of events a year.
  public static let maximumPerYear = 1000.0

  /// The mean number of events a year.
  public var mean: Double {
    switch self {
    case .poisson(let perYear): perYear
    case .bernoulli(let probability): probability
    }
  }

  /// The variance of the number of events a year.
  public var variance: Double {
    switch self {
    case .poisson(let perYear): perYear
    case .bernoulli(let probability): probability * (1 - probability)
    }
  }

  /// What is wrong with the number; empty where it can be used.
  var findings: [EstimateFinding] {
    switch self {
    case .poisson(let perYear) where !(perYear >= 0 && perYear <= Frequency.maximumPerYear):
      [
        EstimateFinding(
          .frequency,
          Localized(
            "Yılda beklenen olay sayısı 0 ile 1000 arasında olmalıdır",
            "The expected number of events a year must be between 0 and 1000"))
      ]
    case .bernoulli(let probability) where !(probability >= 0 && probability <= 1):
      [
        EstimateFinding(
          .frequency,
          Localized("Yıllık olasılık 0 ile 1 arasında olmalıdır", "The yearly probability must be between 0 and 1"))
      ]
    default: []
    }
  }
}
