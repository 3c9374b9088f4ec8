import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Turns risks into rows of cells by the columns a section names.
struct RiskRows {
  let report: ConsolidatedReport
  let columns: [RiskColumn]

  func rows(_ entries: [ConsolidatedReport.Entry]) -> [[Cell]] {
    entries.enumerated().map { index, entry in
      columns.map { $0 == .number ? .number(index + 1) : cell($0, entry) }
    }
  }

  /// Shape, word and score of a pair: the level handed in, or the methodology's own of that id; without either the bare
  /// score of a methodology that is no longer at hand.
  static func badge(_ pair: JudgedPair?, _ level: Level?) -> Cell {
    guard let pair else { return .empty }
    guard let level else { return pair.score.map { .number($0) } ?? .text(pair.levelID) }
    return .level(level, score: pair.score)
  }

  private func cell(_ column: RiskColumn, _ entry: ConsolidatedReport.Entry) -> Cell {
    let details = entry.risk.details
    return switch column {
    case .reference: .reference(entry.risk.reference)
    case .unit: .text(entry.unitName)
    case .strategicTarget: RiskRows.text(details.strategicTarget)
    case .unitObjective: RiskRows.text(details.unitObjective)
    case .risk: .text(details.statement)
    case .controls: RiskRows.text(RiskResponse.joined(details.response, details.controls))
    case .plannedControls: RiskRows.text(details.plannedControls)
    case .owner: RiskRows.text(details.owner)
    case .started: details.startedOn.map { .day($0) } ?? .empty
    case .notes: RiskRows.text(details.notes)
    case .declared: RiskRows.declared(details)
    case .closedOn: entry.risk.retiredOn.map { .day($0) } ?? .empty
    case .reason: RiskRows.text(entry.isClosed ? entry.risk.retireReason : details.keyRiskReason)
    case .evaluation: .blank
    default: judgedCell(column, entry)
    }
  }

  private func judgedCell(_ column: RiskColumn, _ entry: ConsolidatedReport.Entry) -> Cell {
    let current = entry.current
    switch column {
    case .inherent: return RiskRows.badge(current?.inherent, level(current, current?.inherent))
    case .residual: return RiskRows.badge(current?.residual, level(current, current?.residual))
    case .current: return RiskRows.badge(current?.effective, entry.level ?? level(current, current?.effective))
    case .previous:
      let pair = entry.previous?.effective
      return RiskRows.badge(pair, entry.previousLevel ?? level(entry.previous, pair))
    case .change: return entry.change.map { .change($0) } ?? .empty
    case .nextReview: return entry.reviewOn.map { .day($0) } ?? .empty
    case .daysOverdue: return entry.reviewOn.map { .number(max(0, report.snapshot.asOf - $0)) } ?? .empty
    default: return .empty
    }
  }

  /// The level of a pair, where the assessment was made under the methodology in force.
  private func level(_ assessment: Assessment?, _ pair: JudgedPair?) -> Level? {
    guard let assessment, let pair, assessment.methodologyID == report.snapshot.methodology.id else { return nil }
    return report.snapshot.methodology.level(pair.levelID)
  }

  private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  private static func declared(_ details: RiskDetails) -> Cell {
    let parts = [details.declaredScore.map(String.init) ?? "", details.declaredLevel].filter { !$0.isEmpty }
    return text(parts.joined(separator: " · "))
  }
}
