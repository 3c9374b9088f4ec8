import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension ConsolidatedReport {
  /// The executive summary (yönetici özeti): sentences made of the report's numbers and of nothing else.
  public var summary: [Localized] { ExecutiveSummary(report: self).sentences }
}

/// Writes the executive summary.
struct ExecutiveSummary {
  let report: ConsolidatedReport

  var sentences: [Localized] {
    let all =
      report.active.isEmpty
      ? [empty, changes]
      : [scope, assessed, levels, appetite, highest, changes, comparisonGap, reviews, otherMethodology]
    return all.compactMap { $0 }
  }

  private var empty: Localized? {
    Localized("Raporun kapsamında açık risk bulunmamaktadır.", "There are no open risks in the scope of this report.")
  }

  private var scope: Localized? {
    let (risks, units) = (report.active.count, report.units.count)
    guard units > 1 else {
      return Localized("Rapor \(tr(risks)) riski kapsar.", "The report covers \(en(risks, "risk")).")
    }
    return Localized(
      "Rapor \(tr(units)) birimin \(tr(risks)) riskini kapsar.",
      "The report covers \(en(risks, "risk")) of \(en(units, "unit")).")
  }

  private var assessed: Localized? {
    ShareSentence(
      holds: "değerlendirilmiştir", holdsNot: "değerlendirilmemiştir", english: "assessed",
      verb: (one: "has been", many: "have been")
    ).text(report.assessed.count, of: report.active.count)
  }

  private var levels: Localized? {
    let held = report.levels.filter { $0.effective > 0 }
    let count = report.ranked.count
    guard let first = held.first, count > 1 else { return nil }
    let subject = TurkishText.capitalizeFirst("\(levelQualifier)\(tr(count))")
    guard held.count > 1 else {
      return Localized(
        "\(subject) riskin tamamı \(word(first.level)) düzeydedir.",
        "All \(en(count, "risk")) are at the level \u{201C}\(first.level.name(.english))\u{201D}.")
    }
    let turkish = held.map { "\(TurkishNumerals.possessive($0.effective)) \(word($0.level))" }
    let english = held.map { "\(ReportFormat.number($0.effective, .english)) \(wordEnglish($0.level))" }
    return Localized(
      "\(subject) riskten \(joined(turkish, and: "ve")) düzeydedir.", "By level: \(joined(english, and: "and")).")
  }

  private var appetite: Localized? {
    ShareSentence(
      qualifier: qualifier, holds: "risk iştahının üstündedir", holdsNot: "risk iştahının üstünde değildir",
      english: "above the risk appetite"
    ).text(report.aboveAppetite.count, of: report.assessed.count)
  }

  private var highest: Localized? {
    guard let top = report.ranked.first, let pair = top.current?.effective,
      let level = report.snapshot.methodology.level(pair.levelID)
    else { return nil }
    let place = "\(top.risk.reference) (\(top.unitName))"
    guard let score = pair.score else {
      return Localized(
        "En yüksek düzeydeki risk \(place): \(word(level)).",
        "The risk at the highest level is \(place): \(wordEnglish(level)).")
    }
    return Localized(
      "En yüksek puanlı risk \(place): \(tr(score)) puan, \(word(level)).",
      "The risk with the highest score is \(place): \(en(score, "point")), \(wordEnglish(level)).")
  }

  private var reviews: Localized? {
    ShareSentence(
      qualifier: qualifier, holds: "gözden geçirmede gecikmiştir", holdsNot: "gözden geçirmede gecikmemiştir",
      english: "overdue for review"
    ).text(report.reviewOverdue.count, of: report.assessed.count)
  }

  private var otherMethodology: Localized? {
    let count = report.otherMethodology.count
    guard count > 0 else { return nil }
    return Localized(
      "\(tr(count)) risk başka bir yöntemle değerlendirilmiştir; düzey sayılarına ve sıralamaya katılmamıştır.",
      "\(en(count, "risk")) \(count == 1 ? "was" : "were") assessed under another methodology and left out of the "
        + "counts by level and the ranking.")
  }

  private var levelQualifier: String {
    if report.ranked.count == report.active.count { return "" }
    return report.ranked.count == report.assessed.count ? "değerlendirilen " : "geçerli yöntemle değerlendirilen "
  }

  /// «değerlendirilen» where not all open risks are meant.
  private var qualifier: Localized {
    report.assessed.count == report.active.count ? Localized("", "") : Localized("değerlendirilen", "assessed")
  }
}
