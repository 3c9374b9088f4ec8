import GuvenceCore
import GuvenceRules

extension SectionWriter {
  var levelTable: Table {
    let columns = [
      Table.Column(Localized("Düzey", "Level"), weight: 3), Table.Column(Localized("Doğal", "Inherent"), .end),
      Table.Column(Localized("Artık", "Residual"), .end), Table.Column(Localized("Güncel", "Effective"), .end),
    ]
    let rows = report.levels.map { count in
      [.level(count.level, score: nil), .number(count.inherent), .number(count.residual), Cell.number(count.effective)]
    }
    let sums: [Cell] = [
      .words(Localized("Toplam", "Total")), .number(report.levels.reduce(0) { $0 + $1.inherent }),
      .number(report.levels.reduce(0) { $0 + $1.residual }), .number(report.levels.reduce(0) { $0 + $1.effective }),
    ]
    return Table(
      caption: section.title, columns: columns, rows: rows, total: sums,
      emptyText: Localized("Yöntemin düzeyi yoktur.", "The methodology has no levels."))
  }

  var unassessedNote: [Document.Block] {
    let count = report.notAssessed.count
    guard count > 0 else { return [] }
    return [
      .note(
        Localized(
          "\(ReportFormat.number(count, .turkish)) risk henüz değerlendirilmediğinden tabloda yer almaz.",
          "\(ReportFormat.number(count, .english)) risk\(count == 1 ? " is" : "s are") not assessed yet and not in the table."
        ))
    ]
  }

  var heatMaps: [Document.Block] {
    let residualGap = report.inherentMap.counted - report.residualMap.counted
    let inherent = Localized(
      "Doğal risk haritası (\(ReportFormat.number(report.inherentMap.counted, .turkish)) risk)",
      "Inherent risk (\(ReportFormat.number(report.inherentMap.counted, .english)))")
    let residual = Localized(
      "Artık risk haritası (\(ReportFormat.number(report.residualMap.counted, .turkish)) risk)",
      "Residual risk (\(ReportFormat.number(report.residualMap.counted, .english)))")
    let blocks: [Document.Block] = [
      .heatMap(report.inherentMap, caption: inherent), .heatMap(report.residualMap, caption: residual),
    ]
    guard residualGap > 0 else { return blocks }
    return blocks + [
      .note(
        Localized(
          "\(ReportFormat.number(residualGap, .turkish)) riskin artık değerlendirmesi yoktur.",
          "\(ReportFormat.number(residualGap, .english)) without a residual assessment."))
    ]
  }

  var unitTable: Table {
    let levels = report.levels.map(\.level)
    let columns =
      [Table.Column(Localized("Birim", "Unit"), weight: 6), Table.Column(Localized("Risk", "Risks"), .end)]
      + levels.map {
        Table.Column(Localized("\($0.shape) \($0.name.turkish)", "\($0.shape) \($0.name(.english))"), .end, weight: 3)
      }
      + [
        Table.Column(Localized("Değerlendirilmemiş", "Not assessed"), .end, weight: 4),
        Table.Column(Localized("İştah üstü", "Above appetite"), .end),
        Table.Column(Localized("En yüksek", "Highest"), weight: 4),
      ]
    return Table(
      caption: section.title, columns: columns, rows: report.units.map(unitRow), total: unitTotal,
      emptyText: Localized("Açık riski olan birim yoktur.", "No unit has open risks."))
  }

  private func unitRow(_ unit: UnitSummary) -> [Cell] {
    [.text(unit.name), .number(unit.count)] + unit.levels.map { .number($0.effective) }
      + [
        .number(unit.notAssessed), .number(unit.aboveAppetite),
        unit.highest.map { RiskRows.badge($0.current?.effective, $0.level) } ?? .empty,
      ]
  }

  private var unitTotal: [Cell] {
    [.words(Localized("Toplam", "Total")), .number(report.active.count)]
      + report.levels.map { .number($0.effective) }
      + [.number(report.notAssessed.count), .number(report.aboveAppetite.count), .text("")]
  }
}
