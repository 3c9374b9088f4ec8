import GuvenceApplication
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// Processes of a database as text and as JSON.
enum ProcessRecordOutput {
  static func say(_ lines: [ProcessLine], _ call: Invocation) {
    call.say(
      [
        Localized("Kod", "Code"), Localized("Süreç", "Process"), Localized("Birim", "Unit"),
        Localized("Şema", "Chart"), Localized("Adım", "Steps"), Localized("Risk", "Risks"),
        Localized("Kontrol", "Controls"), Localized("Gözden geçirme", "Review"),
      ],
      lines.map { line in
        [
          String(repeating: "  ", count: line.depth - 1) + line.record.code, line.record.details.name, line.unitName,
          state(line, call.language), "\(line.stepCount)", "\(line.riskCount)", "\(line.controlCount)",
          review(line, call.language),
        ]
      }, numbers: [4, 5, 6])
  }

  /// `sürüm 1`, `sürüm 1 + taslak, 2 hata`.
  private static func state(_ line: ProcessLine, _ language: Language) -> String {
    if line.record.retiredOn != nil { return Localized("kapatıldı", "closed")(language) }
    var parts: [String] = []
    if let number = line.approvedNumber { parts.append(Localized("sürüm \(number)", "version \(number)")(language)) }
    if let state = line.draftState { parts.append(TurkishText.lowercase(state.name(language))) }
    var text = parts.joined(separator: " + ")
    if line.errorCount > 0 {
      text += Localized(", \(line.errorCount) hata", ", errors: \(line.errorCount)")(language)
    }
    return text
  }

  private static func review(_ line: ProcessLine, _ language: Language) -> String {
    guard let due = line.reviewDueOn else { return "" }
    let day = language == .turkish ? due.turkish : due.description
    return line.isReviewOverdue ? day + Localized(" geçti", " overdue")(language) : day
  }

  static func say(_ page: ProcessPage, _ chart: ChartPage, _ call: Invocation) {
    let language = call.language
    if page.path.count > 1 { call.say(page.path.map(\.code).joined(separator: " › ")) }
    ProcessOutput.say(chart.process, call)
    ProcessOutput.say(chart.foreign, call)
    for version in page.versions { call.say(text(version, language)) }
    for link in page.links {
      let place = link.link.pointID.isEmpty ? link.link.stepID : link.link.pointID
      let level = link.level.map { "\($0.shape) \($0.name(language))" } ?? link.effectiveness?.name(language) ?? ""
      let number = link.link.id.description
      call.say(
        "#\(number) \(place) \(link.reference)\(level.isEmpty ? "" : " \(level)") — \(link.text)")
    }
  }

  /// `Sürüm 2, taslak, Örnek Süreç Sahibi 20.11.2026 — Stok sorgusu eklendi`.
  static func text(_ version: ChartVersion, _ language: Language) -> String {
    let day = (version.approvedAt ?? version.preparedAt).dayInIstanbul
    let who = version.approvedAt == nil ? version.preparedBy : version.decidedBy
    let state = TurkishText.lowercase(version.state.name(language))
    let date = language == .turkish ? day.turkish : day.description
    var text = "\(Localized("Sürüm", "Version")(language)) \(version.number), \(state), \(who) \(date)"
    if !version.note.isEmpty { text += " — \(version.note)" }
    if !version.returnReason.isEmpty {
      text += " (\(Localized("iade", "returned")(language)): \(version.returnReason))"
    }
    return text
  }

  static func json(_ line: ProcessLine) -> JSON {
    let record = line.record
    return .members([
      "code": .text(record.code), "name": .text(record.details.name), "depth": .count(line.depth),
      "class": .text(record.details.processClass.rawValue), "unit": .text(line.unitName),
      "version": .count(record.version), "approved": .optional(line.approvedNumber),
      "draft": .optional(line.draftState?.rawValue), "review": .optional(line.reviewDueOn?.description),
      "overdue": .boolean(line.isReviewOverdue), "errors": .count(line.errorCount), "steps": .count(line.stepCount),
      "risks": .count(line.riskCount), "controls": .count(line.controlCount),
      "retired": .optional(record.retiredOn?.description),
    ])
  }

  static func json(_ version: ChartVersion) -> JSON {
    .members([
      "number": .count(version.number), "state": .text(version.state.rawValue), "version": .count(version.version),
      "note": .text(version.note), "prepared_by": .text(version.preparedBy),
      "decided_by": .text(version.decidedBy), "effective": .optional(version.effectiveOn?.description),
      "review": .optional(version.reviewDueOn?.description), "returned": .text(version.returnReason),
      "steps": .count(version.figures.steps), "errors": .count(version.figures.errors),
      "warnings": .count(version.figures.warnings), "source": .text(version.sourceName),
    ])
  }

  static func json(_ page: ProcessPage, _ chart: ChartPage, _ language: Language) -> JSON {
    .members([
      "code": .text(page.record.code), "version": .count(page.record.version),
      "parent": .optional(page.path.dropLast().last?.code), "chart": .optional(chart.version.map(\.number)),
      "process": ProcessOutput.json(chart.process, language), "versions": .array(page.versions.map(json)),
      "links": .array(
        page.links.map { link in
          .members([
            "id": .count(Int(link.link.id.rawValue)), "step": .text(link.link.stepID),
            "point": .text(link.link.pointID), "reference": .text(link.reference), "text": .text(link.text),
            "level": .optional(link.level?.id), "effectiveness": .optional(link.effectiveness?.rawValue),
          ])
        }),
      "foreign": .array(chart.foreign.map { ProcessOutput.json($0, language) }),
      "findings": .array(chart.findings.map { ProcessOutput.json($0, chart.process, language) }),
    ])
  }
}
