import GuvenceCore
import GuvenceRules

extension ConsolidatedReport {
  /// The report as a document, with the sections that `definition` names in its order.
  public func document(_ definition: ReportDefinition) -> Document {
    Document(
      id: definition.id, title: titleBlock(definition),
      sections: definition.sections.compactMap { section in
        let blocks = SectionWriter(report: self, section: section).blocks
        return blocks.map { Document.Section(id: section.kind.rawValue, title: section.title, blocks: $0) }
      },
      levels: snapshot.methodology.levels)
  }

  private func titleBlock(_ definition: ReportDefinition) -> TitleBlock {
    TitleBlock(
      administration: snapshot.administration, title: definition.title,
      period: ReportFormat.period(snapshot.period), asOf: snapshot.asOf, madeAt: snapshot.takenAt,
      isSample: snapshot.isSample,
      facts: facts(definition))
  }

  private func facts(_ definition: ReportDefinition) -> [TitleBlock.Fact] {
    let methodology = snapshot.methodology
    let unit = snapshot.unitName.map { Cell.text($0) } ?? .words(Localized("Tüm birimler", "All units"))
    let version = ReportFormat.day(methodology.effective, .turkish)
    let versionEnglish = ReportFormat.day(methodology.effective, .english)
    return [
      .init(label: Localized("Kapsam", "Scope"), value: unit),
      .init(label: Localized("Dönem", "Period"), value: .words(ReportFormat.period(snapshot.period))),
      .init(label: Localized("Veri günü", "As of"), value: .day(snapshot.asOf)),
      .init(label: Localized("Hazırlanma", "Made at"), value: .moment(snapshot.takenAt)),
      .init(label: Localized("Hazırlayan", "Made by"), value: .text(snapshot.takenBy)),
      .init(
        label: Localized("Yöntem", "Methodology"),
        value: .words(
          Localized(
            "\(methodology.name.turkish), \(version) sürümü",
            "\(methodology.name(.english)), version of \(versionEnglish)")),
        isUnverified: !methodology.citation.isVerified),
      .init(
        label: Localized("Rapor tanımı", "Report definition"),
        value: .words(Localized("\(definition.version). sürüm", "Edition \(definition.version)")),
        isUnverified: !definition.citation.isVerified),
      .init(
        label: Localized("Günlük kaydı", "Journal head"), value: .text(ReportFormat.shortHead(snapshot.journalHead))),
    ]
  }
}
