import GuvenceCore
import GuvenceRules

extension ExecutiveSummary {
  /// New, closed, risen and fallen against the period before; `nil` where nothing was there before and nothing is new.
  var changes: Localized? {
    let parts = [added, closed, risen, fallen].compactMap { $0 }
    guard !parts.isEmpty || report.hasComparison else { return nil }
    let previous = ReportFormat.period(report.snapshot.period.previous)
    let (opening, openingEnglish) = (
      "Önceki döneme (\(previous.turkish)) göre", "Against the previous period (\(previous.english)),"
    )
    guard !parts.isEmpty else {
      return Localized("\(opening) değişen risk yoktur.", "\(openingEnglish) no risk has changed.")
    }
    return Localized(
      "\(opening) \(joined(parts.map(\.turkish), and: "ve")).",
      "\(openingEnglish) \(joined(parts.map(\.english), and: "and")).")
  }

  /// Says that directions could not be told where no open risk was assessed before.
  var comparisonGap: Localized? {
    guard !report.hasComparison, !report.assessed.isEmpty else { return nil }
    return Localized(
      "Önceki dönemde değerlendirilmiş risk bulunmadığından artış ve azalış belirlenmemiştir.",
      "No risk was assessed in the previous period, so rises and falls cannot be told.")
  }

  private var added: Localized? { part(report.new.count, "risk eklenmiştir", "been added") }
  private var closed: Localized? { part(report.closed.count, "risk kapatılmıştır", "been closed") }
  private var risen: Localized? {
    part(report.risen.count, "riskin \(measure.turkish) yükselmiştir", "risen in \(measure.english)")
  }
  private var fallen: Localized? {
    part(report.fallen.count, "riskin \(measure.turkish) düşmüştür", "fallen in \(measure.english)")
  }

  private var measure: Localized { report.hasNumbers ? Localized("puanı", "score") : Localized("düzeyi", "level") }

  private func part(_ count: Int, _ turkish: String, _ english: String) -> Localized? {
    guard count > 0 else { return nil }
    return Localized("\(tr(count)) \(turkish)", "\(en(count, "risk")) \(count == 1 ? "has" : "have") \(english)")
  }

  func tr(_ value: Int) -> String { ReportFormat.number(value, .turkish) }

  /// `1 risk`, `2 risks`.
  func en(_ value: Int, _ noun: String) -> String {
    "\(ReportFormat.number(value, .english)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// The level's Turkish name inside a sentence.
  func word(_ level: Level) -> String { TurkishText.lowercase(level.name.turkish) }

  /// The level's English name inside a sentence: a first ASCII capital made small.
  func wordEnglish(_ level: Level) -> String {
    let name = level.name(.english)
    guard let first = name.unicodeScalars.first, first.isASCII, first.properties.isUppercase else { return name }
    return String(first.properties.lowercaseMapping) + name.unicodeScalars.dropFirst().map(String.init).joined()
  }
}
