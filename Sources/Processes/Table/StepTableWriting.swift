import GuvenceCore

/// Writes the steps of a chart as rows.
struct StepTableWriting {
  private let chart: Chart
  private let language: Language
  private let references: [String: String]
  private var flows: [String: [Flow]] = [:]
  private var risks: [String: [RiskPoint]] = [:]
  private var controls: [String: [ControlPoint]] = [:]

  init(_ chart: Chart, _ language: Language) {
    (self.chart, self.language) = (chart, language)
    references = StepTableWriting.references(chart.steps)
    for flow in chart.flows { flows[flow.source, default: []].append(flow) }
    for risk in chart.risks { risks[risk.step, default: []].append(risk) }
    for control in chart.controls { controls[control.step, default: []].append(control) }
  }

  /// What other rows call each step: its number, or its id where it has none or another row could be meant.
  private static func references(_ steps: [Step]) -> [String: String] {
    let keys = steps.map { $0.number.isEmpty ? $0.id : $0.number }
    var counts: [String: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    var references: [String: String] = [:]
    for (step, key) in zip(steps, keys) where references[step.id] == nil {
      let isPlain = key.allSatisfy { $0.isLetter || $0.isNumber || ".-_".contains($0) }
      let isWord = OutlineWords.isOne(key, of: StepTableWords.nextRow + OutlineWords.nothing)
      references[step.id] = counts[key] == 1 && isPlain && !isWord ? key : "#" + step.id
    }
    return references
  }

  func row(_ at: Int) -> StepRow {
    let step = chart.steps[at]
    var row = StepRow()
    (row.id, row.number, row.name, row.role) = (step.id, step.number, step.name, step.role ?? "")
    row.kind = StepTableWords.kind(step.kind, language) + (step.calls.map { " " + $0 } ?? "")
    row.next = next(step, below: at + 1 < chart.steps.count ? chart.steps[at + 1].id : nil)
    row.documents = step.documents.map { StepTableWords.escape($0, ";") }.joined(separator: "; ")
    row.system = step.system ?? ""
    let limit = step.limit.map { "≤ " + $0 }
    row.duration = [step.duration?.text(language), limit].compactMap { $0 }.joined(separator: "; ")
    row.marks = StepTableWriting.marks(step, language)
    row.risks = (risks[step.id] ?? []).map(cell).joined(separator: "; ")
    row.controls = (controls[step.id] ?? []).map(cell).joined(separator: "; ")
    return row
  }

  static func marks(_ step: Step, _ language: Language) -> String {
    var marks = [step.action?.rawValue].compactMap { $0 }
    if step.isSensitive { marks.append(OutlineWords.sensitive[language == .turkish ? 0 : 1]) }
    if step.isIrrevocable { marks.append(OutlineWords.irrevocable[language == .turkish ? 0 : 1]) }
    return marks.joined(separator: ", ")
  }

  private func next(_ step: Step, below: String?) -> String {
    let flows = flows[step.id] ?? []
    if flows.isEmpty {
      return step.kind == .end || below == nil ? "" : OutlineWords.nothing[language == .turkish ? 0 : 1]
    }
    if step.kind != .end, flows.count == 1, flows[0].label.isEmpty, flows[0].target == below { return "" }
    return flows.map { flow in
      let label = flow.label.isEmpty ? "" : StepTableWords.escape(flow.label, ";>→") + " "
      return "\(label)→ \(references[flow.target] ?? "#" + flow.target)"
    }.joined(separator: "; ")
  }

  private func cell(_ risk: RiskPoint) -> String {
    let level = risk.level.map { " " + StepTableWords.level($0, language) } ?? ""
    let marks = "()>→;"
    let why =
      risk.cause.isEmpty && risk.effect.isEmpty
      ? "" : " (\(StepTableWords.escape(risk.cause, marks)) > \(StepTableWords.escape(risk.effect, marks)))"
    return "\(risk.id)\(level): \(StepTableWords.escape(risk.text, marks))\(why)"
  }

  private func cell(_ control: ControlPoint) -> String {
    let marks = "()>→;"
    let basis = control.basis.isEmpty ? "" : " (\(StepTableWords.escape(control.basis, marks)))"
    let risk = control.risk.isEmpty ? "" : control.risk + " "
    let kind = StepTableWords.control(control.kind, language)
    return "\(control.id) \(risk)\(kind): \(StepTableWords.escape(control.text, marks))\(basis)"
  }
}
