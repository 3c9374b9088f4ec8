import GuvenceCore
import GuvenceRules

extension SectionWriter {
  /// Levels with their bands, reactions and review periods, the appetite and the sources.
  var methodology: [Document.Block] {
    [.paragraph(sentence), .paragraph(appetite), .table(table)] + sources
  }

  private var rules: Methodology { report.snapshot.methodology }

  private var sentence: Localized {
    let (rows, columns) = (rules.likelihood.steps.count, rules.impact.steps.count)
    return report.hasNumbers
      ? Localized(
        "Puan, olasılık (1–\(rows)) ile etkinin (1–\(columns)) çarpımıdır; düzey puan aralığından okunur.",
        "The score is likelihood (1–\(rows)) times impact (1–\(columns)); the level is read from the band of the score."
      )
      : Localized(
        "Düzey, olasılık (1–\(rows)) ve etkiye (1–\(columns)) göre tablodan okunur; puan hesaplanmaz.",
        "The level is looked up by likelihood (1–\(rows)) and impact (1–\(columns)); there is no score.")
  }

  private var appetite: Localized {
    let rank = rules.appetite.highestAcceptedRank
    guard let level = rules.levels.last(where: { $0.rank <= rank }) else {
      return Localized("Hiçbir düzey risk iştahı içinde değildir.", "No level is within the risk appetite.")
    }
    return Localized(
      "İdare kendi iştahını belirlemedikçe «\(level.name.turkish)» düzeyine kadar olan riskler iştah içindedir.",
      "Unless the administration sets its own, risks up to the level \u{201C}\(level.name(.english))\u{201D} are within appetite."
    )
  }

  private var table: Table {
    let band = report.hasNumbers ? [Table.Column(Localized("Puan", "Score"), .end)] : []
    let columns =
      [Table.Column(Localized("Düzey", "Level"), weight: 3)] + band
      + [
        Table.Column(Localized("Öngörülen davranış", "Reaction"), weight: 8),
        Table.Column(Localized("Gözden geçirme (ay)", "Review (months)"), .end),
      ]
    let rows = rules.levels.sorted { $0.rank > $1.rank }.map { level -> [Cell] in
      [.level(level, score: nil)] + (report.hasNumbers ? [.text(bandText(level))] : [])
        + [.words(level.reaction), .number(level.reviewMonths)]
    }
    return Table(
      caption: Localized("Risk düzeyleri", "Risk levels"), columns: columns, rows: rows,
      emptyText: Localized("Yöntemin düzeyi yoktur.", "The methodology has no levels."))
  }

  private func bandText(_ level: Level) -> String {
    guard case .product(let bands) = rules.scoring else { return "" }
    return bands.filter { $0.level == level.id }.map { "\($0.from)–\($0.through)" }.joined(separator: ", ")
  }

  /// The methodology's own source, then those of levels and appetite that differ from it, each once.
  private var sources: [Document.Block] {
    var seen: Set<Citation> = []
    return ([rules.citation] + rules.levels.map(\.citation) + [rules.appetite.citation])
      .filter { seen.insert($0).inserted }
      .map { .note(source($0)) }
  }

  private func source(_ citation: Citation) -> Localized {
    let mark = citation.isVerified ? Localized("", "") : TitleBlock.unverifiedMark
    return Localized(
      "Kaynak: \(citation.text)" + (mark.turkish.isEmpty ? "" : " (\(mark.turkish))"),
      "Source: \(citation.text)" + (mark.english.isEmpty ? "" : " (\(mark.english))"))
  }
}
