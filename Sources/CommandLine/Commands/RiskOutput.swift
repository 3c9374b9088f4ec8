import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Risks as text and JSON.
enum RiskOutput {
  static func table(_ rows: [RegisterRow], _ language: Language) -> String {
    var table = Table(
      [
        Localized("Referans", "Reference"), Localized("Birim", "Unit"), Localized("O", "L"), Localized("E", "I"),
        Localized("Puan", "Score"), Localized("Düzey", "Level"), Localized("Yön", "Change"), Localized("Risk", "Risk"),
      ].map { $0(language) })
    for row in rows {
      let pair = row.assessment?.effective
      table.add([
        row.risk.reference, row.unitCode, pair.map { String($0.likelihood) } ?? "–",
        pair.map { String($0.impact) } ?? "–",
        pair?.score.map(String.init) ?? "–", level(row, language), row.change?.sign ?? "",
        shortened(row.risk.details.statement, to: 60),
      ])
    }
    return table.text
  }

  static func headline(_ page: RiskPage, _ language: Language) -> String {
    let score = page.row.assessment?.effective.score.map { " \($0)" } ?? ""
    return "\(page.row.risk.reference)\(score) \(level(page.row, language)) — \(page.row.risk.details.statement)"
  }

  static func text(_ page: RiskPage, _ language: Language) -> String {
    let details = page.row.risk.details
    let fields: [(Localized, String)] = [
      (Localized("Birim", "Unit"), page.unitPath.map(\.name).joined(separator: " › ")),
      (Localized("Sebep", "Cause"), details.cause), (Localized("Olay", "Event"), details.event),
      (Localized("Sonuç", "Consequence"), details.consequence),
      (Localized("Stratejik hedef", "Strategic target"), details.strategicTarget),
      (Localized("Cevap", "Response"), details.response?.name(language) ?? ""),
      (Localized("Mevcut kontroller", "Controls"), details.controls),
      (Localized("Yeni kontroller", "Planned controls"), details.plannedControls),
      (Localized("Sahibi", "Owner"), details.owner), (Localized("Açıklama", "Notes"), details.notes),
      (Localized("Dosyadaki puan", "Declared score"), details.declaredScore.map(String.init) ?? ""),
      (Localized("Dosyadaki düzey", "Declared level"), details.declaredLevel),
      (Localized("Sonraki gözden geçirme", "Next review"), page.row.assessment?.nextReviewOn.turkish ?? ""),
    ]
    let width = (fields.map { $0.0(language).count }.max() ?? 0) + 2
    var lines = [headline(page, language)]
    lines += fields.filter { !$0.1.isEmpty }.map { "  " + Help.padded($0.0(language), width) + $0.1 }
    lines += page.findings.map { "  ! \($0.message(language))" }
    return lines.joined(separator: "\n")
  }

  static func reasons(_ page: RiskPage, _ language: Language) -> String {
    var lines: [String] = []
    let parts = [
      (Localized("Doğal risk", "Inherent risk"), page.inherentReasons),
      (Localized("Artık risk", "Residual risk"), page.residualReasons),
    ]
    for (title, steps) in parts where !steps.isEmpty {
      lines.append(title(language))
      lines += steps.enumerated().flatMap { reason($0.offset + 1, $0.element, language) }
    }
    return lines.joined(separator: "\n")
  }

  /// One step of a reasoning over two lines: arithmetic and result, then rule and source.
  static func reason(_ number: Int, _ step: ExplanationStep, _ language: Language) -> [String] {
    let mark = step.citation.isVerified ? "" : Localized(" (doğrulanmadı)", " (unverified)")(language)
    let since = Localized("yürürlük", "in force since")(language)
    return [
      "  \(number). \(step.title(language)): \(step.arithmetic(language)) → \(step.result(language))",
      "     \(step.rule), \(since) \(step.effective.turkish) — \(step.citation.text)\(mark)",
    ]
  }

  static func history(_ page: RiskPage, _ language: Language) -> String {
    var lines = page.history.map { assessment in
      let pair = assessment.effective
      return "  \(assessment.assessedOn.turkish)  \(pair.likelihood)×\(pair.impact)"
        + "  \(pair.score.map(String.init) ?? pair.levelID)  \(assessment.methodologyID)  \(assessment.recordedBy)"
        + (assessment.reason.isEmpty ? "" : "  «\(assessment.reason)»")
    }
    lines += page.journal.map { line in
      let fields = line.changes.map(\.field).joined(separator: ", ")
      return
        "  #\(line.sequence)  \(line.at.dayInIstanbul.turkish) \(line.at.clockInIstanbul)  \(line.actor)  \(line.useCase)  \(fields)"
    }
    return lines.joined(separator: "\n")
  }

  private static func level(_ row: RegisterRow, _ language: Language) -> String {
    guard let level = row.level else { return Localized("henüz değerlendirilmedi", "not yet assessed")(language) }
    return "\(level.shape) \(level.name(language))"
  }
}
