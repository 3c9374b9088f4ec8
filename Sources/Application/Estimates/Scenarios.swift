import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister

extension SimulationForm {
  /// The simulation with the changed estimates; `nil` where the form changes none. Throws with every field at fault: those
  /// of a risk are called `frequency-REFERENCE` and `loss-REFERENCE`.
  func changed(_ simulation: Simulation) throws -> Simulation? {
    let wanted = changes.filter { !$0.frequency.trimmed.isEmpty || !$0.lossPercent.trimmed.isEmpty }
    if wanted.isEmpty {
      guard changes.isEmpty, yearlyCost.trimmed.isEmpty, action.trimmed.isEmpty else {
        throw Problem.invalid([
          FieldProblem(
            "changes",
            Localized(
              "En az bir riskin eylemden sonraki değerini yazın.", "Enter at least one risk's value after the action."))
        ])
      }
      return nil
    }
    var (risks, problems) = (simulation.risks, [FieldProblem]())
    for change in wanted {
      guard let place = risks.firstIndex(where: { $0.reference == change.reference }) else {
        problems.append(
          FieldProblem(
            "changes",
            Localized(
              "«\(change.reference)» numaralı riskin kapsamda sayısal tahmini yok.",
              "The risk «\(change.reference)» has no estimate in scope.")))
        continue
      }
      let estimate = change.applied(to: risks[place].estimate, &problems)
      risks[place] = Simulation.Risk(reference: change.reference, estimate: estimate)
    }
    do { _ = try cost() } catch let problem as Problem { problems += problem.fields }
    try Problem.throwIfAny(problems)
    var after = simulation
    after.risks = risks
    let findings = after.findings
    try Problem.throwIfAny(findings.map { FieldProblem($0.part.rawValue, $0.message.sentence) })
    return after
  }

  /// The yearly cost; 0 where nothing is typed.
  func cost() throws -> Double {
    if yearlyCost.trimmed.isEmpty { return 0 }
    guard let value = EstimateNumber.parse(yearlyCost), (0...Loss.maximumAmount).contains(value) else {
      throw Problem.invalid([FieldProblem("yearlyCost", EstimateNumber.refusal)])
    }
    return value
  }
}

extension ScenarioChange {
  /// The estimate after the action.
  fileprivate func applied(to estimate: RiskEstimate, _ problems: inout [FieldProblem]) -> RiskEstimate {
    var after = estimate
    if !frequency.trimmed.isEmpty {
      if let rate = EstimateNumber.parse(frequency) {
        switch estimate.frequency {
        case .poisson: after.frequency = .poisson(perYear: rate)
        case .bernoulli: after.frequency = .bernoulli(probability: rate)
        }
      } else {
        problems.append(FieldProblem("frequency-" + reference, EstimateNumber.refusal))
      }
    }
    if !lossPercent.trimmed.isEmpty {
      if let left = EstimateNumber.parse(String(lossPercent.filter { $0 != "%" })), (0...1000).contains(left) {
        after.loss = estimate.loss.scaled(by: left / 100)
      } else {
        problems.append(
          FieldProblem(
            "loss-" + reference,
            Localized("0 ile 1000 arasında bir yüzde yazın.", "Enter a percentage between 0 and 1000.")))
      }
    }
    problems += after.findings.map {
      FieldProblem(($0.part == .frequency ? "frequency-" : "loss-") + reference, $0.message.sentence)
    }
    return after
  }
}
