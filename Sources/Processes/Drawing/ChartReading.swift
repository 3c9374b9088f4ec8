import GuvenceCore

/// The chart in words, for those who cannot see it and for the list beside it.
public enum ChartReading {
  /// `Adım 3, karar, Satın Alma: Ödenek yeterli mi? Evet → 4; Hayır → 6`.
  public static func sentence(_ step: Step, in chart: Chart, _ language: Language) -> String {
    let number = step.number.isEmpty ? step.id : step.number
    let head = "\(Localized("Adım", "Step")(language)) \(number), \(step.kind.name(language))"
    var parts = [step.role.map { "\(head), \($0): \(step.name)" } ?? "\(head): \(step.name)"]
    if let action = step.action { parts.append(action.name(language)) }
    if step.isSensitive { parts.append(Localized("hassas görev", "sensitive duty")(language)) }
    if !step.documents.isEmpty {
      parts.append("\(Localized("belge", "documents")(language)): \(step.documents.joined(separator: ", "))")
    }
    if let system = step.system { parts.append("\(Localized("sistem", "system")(language)): \(system)") }
    parts += chart.risks(of: step.id).map { "\(Localized("risk", "risk")(language)) \($0.id): \($0.text)" }
    parts += chart.controls(of: step.id).map { "\(Localized("kontrol", "control")(language)) \($0.id): \($0.text)" }
    let next = next(step, in: chart, language)
    if !next.isEmpty { parts.append(next) }
    return parts.joined(separator: "; ")
  }

  /// `Evet → 4; Hayır → 6`, `sonra 5`; empty at an end.
  public static func next(_ step: Step, in chart: Chart, _ language: Language) -> String {
    let flows = chart.flows(from: step.id)
    func number(_ id: String) -> String {
      guard let target = chart.step(id) else { return id }
      return target.number.isEmpty ? "«\(target.name)»" : target.number
    }
    if flows.count == 1, flows[0].label.isEmpty {
      return "\(Localized("sonra", "then")(language)) \(number(flows[0].target))"
    }
    return flows.map { "\($0.label.isEmpty ? "" : $0.label + " ")→ \(number($0.target))" }.joined(separator: "; ")
  }

  /// How many steps, roles, risks and controls the chart has.
  public static func summary(_ process: WorkProcess, _ language: Language) -> String {
    let chart = process.chart
    let (steps, lanes, risks, controls) = (
      chart.steps.count, chart.lanes.count, chart.risks.count, chart.controls.count
    )
    return Localized(
      "\(steps) adım, \(lanes) rol, \(risks) risk, \(controls) kontrol. \(process.card.scope)",
      "\(steps) steps, \(lanes) roles, \(risks) risks, \(controls) controls.")(language)
  }
}

extension Step.Kind {
  /// `karar`, `decision`.
  public var name: Localized {
    switch self {
    case .start: Localized("başlangıç", "start")
    case .end: Localized("bitiş", "end")
    case .task: Localized("işlem", "task")
    case .decision: Localized("karar", "decision")
    case .split: Localized("paralel ayrılma", "parallel split")
    case .join: Localized("paralel birleşme", "parallel join")
    case .subprocess: Localized("alt süreç", "sub-process")
    case .wait: Localized("bekleme", "wait")
    case .document: Localized("belge", "document")
    }
  }
}

extension Step.Action {
  /// `kontrol`, `control`.
  public var name: Localized {
    switch self {
    case .control: Localized("kontrol", "control")
    case .initial: Localized("paraf", "initials")
    case .sign: Localized("imza", "signature")
    case .approve: Localized("onay", "approval")
    }
  }
}
