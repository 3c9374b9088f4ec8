import GuvenceCore
import GuvenceRules

/// Writes the blocks of one section.
struct SectionWriter {
  let report: ConsolidatedReport
  let section: ReportDefinition.Section

  /// The blocks; `nil` where the section has nothing to say and is left out.
  var blocks: [Document.Block]? {
    if section.kind == .otherMethodology, report.otherMethodology.isEmpty { return nil }
    if section.kind == .opportunities, report.opportunities.isEmpty { return nil }
    let intro = section.intro.map { [Document.Block.note($0)] } ?? []
    return intro + content
  }

  private var content: [Document.Block] {
    switch section.kind {
    case .summary: [.list(report.summary)]
    case .levels: [.table(levelTable)] + unassessedNote
    case .heatMaps: heatMaps
    case .units: [.table(unitTable)]
    case .methodology: methodology
    case .signatures: [.signatures(section.signatories)]
    default: riskTable
    }
  }

  private var riskTable: [Document.Block] {
    let all = entries
    let shown = section.limit.map { Array(all.prefix($0)) } ?? all
    let rows = RiskRows(report: report, columns: section.columns)
    let table = Table(
      caption: section.title, columns: section.columns.map(\.tableColumn), rows: rows.rows(shown), emptyText: emptyText)
    return [.table(table)] + cutNote(shown: shown.count, of: all.count)
  }

  private func cutNote(shown: Int, of all: Int) -> [Document.Block] {
    guard shown < all else { return [] }
    let (total, totalEnglish) = (ReportFormat.number(all, .turkish), ReportFormat.number(all, .english))
    return [
      .note(
        Localized(
          "\(total) riskten ilk \(TurkishNumerals.possessive(shown)) gösterilmiştir.",
          "The first \(ReportFormat.number(shown, .english)) of \(totalEnglish) risks are shown."))
    ]
  }

  private var entries: [ConsolidatedReport.Entry] {
    switch section.kind {
    case .topRisks: report.ranked
    case .aboveAppetite: report.aboveAppetite
    case .keyRisks: report.keyRisks
    case .opportunities: report.opportunities
    case .newRisks: report.new
    case .closedRisks: report.closed
    case .risen: report.risen
    case .fallen: report.fallen
    case .reviewOverdue: report.reviewOverdue
    case .notAssessed: report.notAssessed
    case .otherMethodology: report.otherMethodology
    default: report.active
    }
  }

  private var emptyText: Localized {
    switch section.kind {
    case .topRisks: Localized("Değerlendirilmiş risk yoktur.", "No risk is assessed.")
    case .aboveAppetite: Localized("Risk iştahının üstünde risk yoktur.", "No risk is above the appetite.")
    case .keyRisks: Localized("Kilit risk belirlenmemiştir.", "No key risk is named.")
    case .newRisks: Localized("Dönem içinde eklenen risk yoktur.", "No risk was added in the period.")
    case .closedRisks: Localized("Dönem içinde kapatılan risk yoktur.", "No risk was closed in the period.")
    case .risen: Localized("Artan risk yoktur.", "No risk has risen.")
    case .fallen: Localized("Azalan risk yoktur.", "No risk has fallen.")
    case .reviewOverdue: Localized("Gözden geçirmesi gecikmiş risk yoktur.", "No risk is overdue for review.")
    case .notAssessed: Localized("Değerlendirilmemiş risk yoktur.", "Every risk is assessed.")
    default: Localized("Açık risk yoktur.", "There are no open risks.")
    }
  }
}
