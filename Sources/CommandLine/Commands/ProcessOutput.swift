import GuvenceCore
import GuvenceProcesses

/// A process as text and as JSON.
enum ProcessOutput {
  static func say(_ processes: [WorkProcess], _ call: Invocation) {
    call.say(
      [
        Localized("Kod", "Code"), Localized("Süreç", "Process"), Localized("Sahibi", "Owner"),
        Localized("Adım", "Steps"), Localized("Rol", "Roles"), Localized("Risk", "Risks"),
        Localized("Kontrol", "Controls"),
      ],
      processes.map { process in
        let chart = process.chart
        return [
          process.card.code, process.card.name(call.language), process.card.unit, "\(chart.steps.count)",
          "\(chart.lanes.count)", "\(chart.risks.count)", "\(chart.controls.count)",
        ]
      }, numbers: [3, 4, 5, 6])
  }

  static func say(_ process: WorkProcess, _ call: Invocation) {
    let (card, language) = (process.card, call.language)
    call.say("\(card.code)  \(card.name(language))")
    func line(_ title: Localized, _ text: String) {
      guard !text.isEmpty else { return }
      for line in hanging("\(title(language)): ", text, call.width, indent: 2) { call.say(line) }
    }
    line(Localized("Sınıf", "Class"), card.processClass.name(language))
    line(Localized("Birim", "Unit"), card.unit)
    line(Localized("Sahibi", "Owner"), card.owner)
    line(Localized("Amaç", "Purpose"), card.purpose(language))
    line(Localized("Kapsam", "Scope"), card.scope)
    line(Localized("Girdiler", "Inputs"), card.inputs.joined(separator: ", "))
    line(Localized("Çıktılar", "Outputs"), card.outputs.joined(separator: ", "))
    line(Localized("Dayanak", "Legal basis"), card.legalBasis.joined(separator: " · "))
    for parameter in process.parameters {
      guard let value = parameter.value(on: call.console.clock().dayInIstanbul) else { continue }
      let mark = value.citation.isVerified ? "" : Localized(" (doğrulanmadı)", " (unverified)")(language)
      line(parameter.name, "\(parameter.text(value.amount, language)), \(value.citation.text)\(mark)")
    }
    if !process.chart.steps.isEmpty { steps(process, call) }
  }

  static func steps(_ process: WorkProcess, _ call: Invocation) {
    let chart = process.chart
    call.say(
      [
        Localized("No", "No"), Localized("Adım", "Step"), Localized("Tür", "Kind"), Localized("Sorumlu", "Role"),
        Localized("Sonraki", "Next"), Localized("Belge", "Documents"),
        Localized("İşaret", "Marks"),
      ],
      chart.steps.map { step in
        let marks = StepMarks.of(step, in: chart).map(\.text).joined(separator: " ")
        return [
          step.number, step.name, step.kind.name(call.language), step.role ?? "",
          ChartReading.next(step, in: chart, call.language), step.documents.joined(separator: "; "), marks,
        ]
      })
  }

  static func say(_ finding: ChartFinding, _ process: WorkProcess, _ call: Invocation) {
    let level =
      switch finding.level {
      case .error: Localized("hata", "error")
      case .warning: Localized("uyarı", "warning")
      case .note: Localized("bilgi", "note")
      }
    let step = finding.step.map { id in
      let number = process.chart.step(id)?.number ?? ""
      return number.isEmpty ? "" : ", \(Localized("adım", "step")(call.language)) \(number)"
    }
    call.say(
      "\(process.card.code)\(step ?? "") \(finding.rule) \(level(call.language)): \(finding.text(call.language))")
  }

  static func json(_ finding: ChartFinding, _ process: WorkProcess, _ language: Language) -> JSON {
    .members([
      "process": .text(process.card.code), "rule": .text(finding.rule), "level": .text(finding.level.rawValue),
      "step": .optional(finding.step), "text": .text(finding.text(language)),
    ])
  }

  static func brief(_ process: WorkProcess, _ language: Language) -> JSON {
    let (card, chart) = (process.card, process.chart)
    return .members([
      "code": .text(card.code), "name": .text(card.name(language)), "class": .text(card.processClass.rawValue),
      "unit": .text(card.unit), "owner": .text(card.owner), "steps": .count(chart.steps.count),
      "lanes": .count(chart.lanes.count), "flows": .count(chart.flows.count), "risks": .count(chart.risks.count),
      "controls": .count(chart.controls.count), "verified": .boolean(process.citation?.isVerified ?? false),
    ])
  }

  static func json(_ process: WorkProcess, _ language: Language) -> JSON {
    let chart = process.chart
    return .members([
      "card": brief(process, language), "purpose": .text(process.card.purpose(language)),
      "scope": .text(process.card.scope), "basis": texts(process.card.legalBasis), "lanes": texts(chart.lanes),
      "steps": .array(chart.steps.map { json($0, language) }),
      "flows": .array(
        chart.flows.map {
          .members(["from": .text($0.source), "to": .text($0.target), "label": .text($0.label)])
        }),
      "risks": .array(
        chart.risks.map {
          .members([
            "id": .text($0.id), "step": .text($0.step), "text": .text($0.text), "cause": .text($0.cause),
            "effect": .text($0.effect),
          ])
        }),
      "controls": .array(
        chart.controls.map {
          .members([
            "id": .text($0.id), "step": .text($0.step), "risk": .text($0.risk), "kind": .text($0.kind.rawValue),
            "text": .text($0.text), "basis": .text($0.basis),
          ])
        }),
      "sources": texts(process.sources),
    ])
  }

  private static func json(_ step: Step, _ language: Language) -> JSON {
    .members([
      "id": .text(step.id), "number": .text(step.number), "kind": .text(step.kind.rawValue),
      "role": .optional(step.role), "name": .text(step.name), "documents": texts(step.documents),
      "system": .optional(step.system), "duration": .optional(step.duration?.text(language)),
      "limit": .optional(step.limit), "action": .optional(step.action?.rawValue),
      "sensitive": .boolean(step.isSensitive), "calls": .optional(step.calls),
    ])
  }

  static func texts(_ list: [String]) -> JSON { .array(list.map(JSON.text)) }
}
