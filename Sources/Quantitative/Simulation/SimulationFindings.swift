import GuvenceCore

/// Something that keeps a simulation from running.
public struct SimulationFinding: Hashable, Sendable {
  /// A part of a simulation, as forms name it.
  public enum Part: String, Sendable {
    case trials
    case levels
    case risks
  }

  /// Which part.
  public let part: Part
  /// What is wrong, one sentence without full stop.
  public let message: Localized
}

extension Simulation {
  /// What keeps it from running, all of it.
  public var findings: [SimulationFinding] {
    var found: [SimulationFinding] = []
    if !Simulation.trialBounds.contains(trials) {
      found.append(
        SimulationFinding(
          part: .trials,
          message: Localized("Deneme sayısı 1.000 ile 1.000.000 arasında olmalıdır", "Use 1,000 to 1,000,000 trials")))
    }
    let isOrdered = zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
    if levels.isEmpty || levels.count > 12 || !isOrdered || !levels.allSatisfy({ (0.5...0.9999).contains($0) })
      || !levels.contains(tailLevel)
    {
      found.append(
        SimulationFinding(
          part: .levels,
          message: Localized(
            "Yüzdelikler %50 ile %99,99 arasında, artan sırada ve en çok 12 tane olmalıdır",
            "Give at most 12 ascending percentiles between 50 % and 99.99 %")))
    }
    if risks.isEmpty || risks.count > Simulation.maximumRisks {
      found.append(
        SimulationFinding(
          part: .risks,
          message: Localized(
            "Kapsamda sayısal tahmini olan 1 ile 5.000 arasında risk gerekir",
            "Between 1 and 5,000 risks with an estimate are needed in scope")))
    } else if expectedEvents > Simulation.maximumEvents {
      found.append(
        SimulationFinding(
          part: .trials,
          message: Localized(
            "Bu kadar deneme beklenen olay sayısıyla 500 milyon olayı aşar; deneme sayısını azaltın",
            "So many trials would draw more than 500 million events; use fewer")))
    }
    return found
  }
}
