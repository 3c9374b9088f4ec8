import GuvenceCore
import GuvenceQuantitative

/// A simulation that was run, with all it takes to run it again.
public struct SimulationRun: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<SimulationRun>
  /// The unit whose risks, with those of the units below, were simulated.
  public let unitID: Identifier<Unit>
  /// What it was run for; may be empty.
  public let name: String
  /// The inputs as `Simulation.text` wrote them, with the engine.
  public let inputs: String
  /// What came out.
  public let result: SimulationResult
  /// The same with an action; `nil` for a plain run.
  public let comparison: RunComparison?
  /// When.
  public let recordedAt: Instant
  /// Who, display name.
  public let recordedBy: String

  /// A run made of its parts.
  public init(
    id: Identifier<SimulationRun>, unitID: Identifier<Unit>, name: String, inputs: String, result: SimulationResult,
    comparison: RunComparison?, recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.unitID, self.name, self.inputs) = (id, unitID, name, inputs)
    (self.result, self.comparison) = (result, comparison)
    (self.recordedAt, self.recordedBy) = (recordedAt, recordedBy)
  }

  /// The simulation, read from its inputs.
  public var simulation: Simulation? { Simulation(text: inputs) }

  /// The run with its number.
  public func numbered(_ id: Identifier<SimulationRun>) -> SimulationRun {
    SimulationRun(
      id: id, unitID: unitID, name: name, inputs: inputs, result: result, comparison: comparison,
      recordedAt: recordedAt, recordedBy: recordedBy)
  }
}

/// The half of a run after an action: some risks' estimates changed, at a yearly cost. Both halves use the same seed, and a
/// risk that was not changed has the same years in both.
public struct RunComparison: Hashable, Sendable {
  /// The inputs with the changed estimates.
  public let inputs: String
  /// What came out.
  public let result: SimulationResult
  /// What the action costs a year, in ₺.
  public let yearlyCost: Double
  /// The action by its code or in words.
  public let action: String

  /// A comparison made of its parts.
  public init(inputs: String, result: SimulationResult, yearlyCost: Double, action: String) {
    (self.inputs, self.result, self.yearlyCost, self.action) = (inputs, result, yearlyCost, action)
  }

  /// How much less is lost in an average year, in ₺; negative where more.
  public func meanReduction(from before: SimulationResult) -> Double { before.mean - result.mean }

  /// How much less is lost at a percentile (VaR) in ₺; `nil` where either half lacks the level.
  public func reduction(at level: Double, from before: SimulationResult) -> Double? {
    guard let old = before.percentiles.first(where: { $0.level == level }),
      let new = result.percentiles.first(where: { $0.level == level })
    else { return nil }
    return old.value - new.value
  }

  /// The reduction of the average year less the cost: what the action is worth a year, in ₺.
  public func netBenefit(from before: SimulationResult) -> Double { meanReduction(from: before) - yearlyCost }
}
