import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister

/// What is typed to estimate a risk. Numbers are read as people in Türkiye type them.
public struct EstimateForm: Sendable, Hashable {
  /// How the frequency is given.
  public enum FrequencyKind: String, Sendable, CaseIterable {
    /// Mean number of events a year.
    case poisson
    /// Probability of one event a year.
    case bernoulli
  }

  /// How the frequency is given.
  public var frequencyKind = FrequencyKind.poisson
  /// λ, or p as `0,25` or `%25`.
  public var frequency = ""
  /// How the loss is given.
  public var lossKind = Loss.Kind.pert
  /// Least loss of PERT and triangular, in ₺.
  public var minimum = ""
  /// Likeliest loss.
  public var mode = ""
  /// Greatest loss.
  public var maximum = ""
  /// Lower end of the 90 % interval.
  public var low = ""
  /// Upper end of the 90 % interval.
  public var high = ""
  /// Observed losses, a line or a semicolon between them.
  public var sample = ""
  /// What the estimate rests on.
  public var rationale = ""

  /// An empty form.
  public init() {}
}

/// The estimate of one risk.
public struct EstimatePage: Sendable {
  /// The risk's reference.
  public let reference: String
  /// What it says.
  public let statement: String
  /// The estimations, newest first; on a past day those that were known then.
  public let history: [RiskEstimation]
  /// Whether this person may estimate it.
  public let mayWrite: Bool

  /// The standing estimation; `nil` where there is none or it was taken back.
  public var current: RiskEstimation? { history.first.flatMap { $0.estimate == nil ? nil : $0 } }
  /// The version a save is based on.
  public var version: Int { history.first?.version ?? 0 }
}

/// One estimated risk of a portfolio.
public struct EstimateLine: Sendable, Hashable {
  /// The risk's reference.
  public let reference: String
  /// What it says.
  public let statement: String
  /// Code of its unit.
  public let unitCode: String
  /// The numbers.
  public let estimate: RiskEstimate
  /// The row they come from.
  public let estimation: RiskEstimation
}

/// The estimated risks in view and the runs made of them.
public struct PortfolioPage: Sendable {
  /// Code of the unit asked for; `nil` for all in view.
  public let unitCode: String?
  /// The estimated active risks.
  public let lines: [EstimateLine]
  /// Actions that serve an estimated risk and were not given up, for comparing before and after one of them.
  public let actions: [ActionLine]
  /// Active risks in view, estimated or not.
  public let riskCount: Int
  /// Runs, newest first.
  public let runs: [RunLine]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// Whether this person may run simulations somewhere.
  public let mayRun: Bool
}

/// A run with the names its row refers to.
public struct RunLine: Sendable, Hashable {
  /// The run.
  public let run: SimulationRun
  /// Code of its unit.
  public let unitCode: String
  /// Name of its unit.
  public let unitName: String
  /// SHA-256 of the inputs, 64 hex digits.
  public let inputsDigest: String

  /// The simulation, read from its inputs.
  public var simulation: Simulation? { run.simulation }
}

/// What to simulate and how. Texts are as people type them; empty ones take the usual value.
public struct SimulationForm: Sendable, Hashable {
  /// Code of the unit; all in view where `nil`.
  public var unitCode: String?
  /// What it is run for.
  public var name = ""
  /// Number of years tried (100.000).
  public var trials = ""
  /// The seed (1).
  public var seed = ""
  /// Percentiles: `50 80 90 95 99` or `%99,5`.
  public var levels = ""
  /// Percentile beyond which contributors are counted (95).
  public var tailLevel = ""
  /// Estimates that an action would change; with any, the run compares before and after.
  public var changes: [ScenarioChange] = []
  /// What the action costs a year, in ₺; what an action given by its code costs where empty.
  public var yearlyCost = ""
  /// The action by its code or in words.
  public var action = ""

  /// The usual simulation of all in view.
  public init(unitCode: String? = nil) { self.unitCode = unitCode }
}

/// How an action changes one risk's estimate.
public struct ScenarioChange: Sendable, Hashable {
  /// The risk.
  public var reference: String
  /// The frequency after the action, λ or p; unchanged where empty.
  public var frequency: String
  /// What is left of every loss, in percent; unchanged where empty.
  public var lossPercent: String

  /// A change.
  public init(reference: String, frequency: String = "", lossPercent: String = "") {
    (self.reference, self.frequency, self.lossPercent) = (reference, frequency, lossPercent)
  }
}

/// A run done again from its stored inputs.
public struct ReplayPage: Sendable {
  /// The stored run.
  public let line: RunLine
  /// Fingerprint of the result found now.
  public let fingerprint: String
  /// Fingerprint of the second half found now; `nil` for plain runs.
  public let comparisonFingerprint: String?
  /// Whether every number is the same, to the bit.
  public let isSame: Bool
}
