import GuvenceCore

/// Writes a process as an outline that `OutlineReader` reads back to the same chart.
public enum OutlineWriter {
  /// The outline of `process`.
  public static func text(_ process: WorkProcess) -> String {
    let chart = process.chart
    var lines = head(process)
    lines.append("")
    for (at, step) in chart.steps.enumerated() {
      lines.append(line(step))
      let next = at + 1 < chart.steps.count ? chart.steps[at + 1].id : nil
      lines += arrows(step, chart, next: next)
      lines += chart.risks(of: step.id).map { "  " + line($0) }
      lines += chart.controls(of: step.id).map { "  " + line($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ process: WorkProcess) -> [String] {
    let card = process.card
    var lines: [String] = []
    if !card.code.isEmpty { lines.append("kod: \(card.code)") }
    if !card.name.turkish.isEmpty { lines.append("ad: \(card.name.turkish)") }
    if !card.unit.isEmpty { lines.append("birim: \(card.unit)") }
    if !card.owner.isEmpty { lines.append("sahip: \(card.owner)") }
    lines += card.legalBasis.map { "dayanak: \($0)" }
    if !card.documentNumber.isEmpty { lines.append("belge no: \(card.documentNumber)") }
    let met = process.chart.steps.compactMap(\.role).uniqued
    if met != process.chart.lanes {
      lines.append("roller: " + process.chart.lanes.map { escape($0, ";") }.joined(separator: "; "))
    }
    return lines
  }

  /// What begins a field of a step.
  private static let marks = "@{[<~#"

  private static func line(_ step: Step) -> String {
    var text = "\(step.id)) "
    let isQuestion = step.name.hasSuffix("?") || step.name.hasPrefix("(")
    if step.kind != .task || isQuestion, step.kind != .decision || !step.name.hasSuffix("?") || step.name.hasPrefix("(")
    {
      let word = OutlineWords.kinds.first { $0.kind == step.kind }?.words.first ?? ""
      text += "(\(word)\(step.calls.map { " " + $0 } ?? "")) "
    }
    text += escape(step.name, marks)
    if !step.number.isEmpty { text += " #\(escape(step.number, marks))" }
    if let role = step.role { text += " @\(escape(role, marks))" }
    var tags = [step.action?.rawValue].compactMap { $0 }
    if step.isSensitive { tags.append(OutlineWords.sensitive[0]) }
    if step.isIrrevocable { tags.append(OutlineWords.irrevocable[0]) }
    if !tags.isEmpty { text += " {\(tags.joined(separator: ", "))}" }
    if !step.documents.isEmpty {
      text += " [\(step.documents.map { escape($0, ";]") }.joined(separator: "; "))]"
    }
    if let system = step.system { text += " <\(escape(system, ">"))>" }
    if let duration = step.duration { text += " ~\(duration.code)" }
    if let limit = step.limit { text += " ~≤\(escape(limit, marks))" }
    return text
  }

  private static func arrows(_ step: Step, _ chart: Chart, next: String?) -> [String] {
    let flows = chart.flows(from: step.id)
    if step.kind == .end, flows.isEmpty { return [] }
    if flows.isEmpty { return next == nil ? [] : ["  -> yok"] }
    if flows.count == 1, flows[0].label.isEmpty, flows[0].target == next, step.kind != .end { return [] }
    return flows.map { "  \($0.label.isEmpty ? "" : escape($0.label, "->→:/") + " ")-> \($0.target)" }
  }

  private static func line(_ risk: RiskPoint) -> String {
    let level = risk.level.flatMap { level in OutlineWords.levels.first { $0.level == level }?.words.first }
    let why =
      risk.cause.isEmpty && risk.effect.isEmpty
      ? "" : " (\(escape(risk.cause, "()>→")) > \(escape(risk.effect, "()>→")))"
    return "\(risk.id)\(level.map { " " + $0 } ?? ""): \(escape(risk.text, "()>→"))\(why)"
  }

  private static func line(_ control: ControlPoint) -> String {
    let kind = OutlineWords.controls.first { $0.kind == control.kind }?.words.first ?? ""
    let basis = control.basis.isEmpty ? "" : " (\(escape(control.basis, "()>→")))"
    let risk = control.risk.isEmpty ? "" : control.risk + " "
    return "\(control.id) \(risk)\(kind): \(escape(control.text, "()>→"))\(basis)"
  }

  private static func escape(_ text: String, _ marks: String) -> String {
    text.reduce(into: "") { out, character in
      if character == "\\" || marks.contains(character) { out.append("\\") }
      out.append(character == "\n" ? " " : character)
    }
  }
}
