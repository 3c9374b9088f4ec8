import FoundationEssentials
import GuvenceCore

/// The reasons of one judged pair, step by step, in both languages.
struct PairScoring {
  let methodology: Methodology
  let appetite: DefaultAppetite

  /// The verdict that the table `appetite-verdict` gave when the methodology was loaded.
  func verdict(of level: Level) -> AppetiteVerdict {
    let excess = min(max(level.rank - appetite.highestAcceptedRank, -20), 20)
    return methodology.verdicts[excess + 20]
  }

  func combinationSteps(_ input: ScoreInput.Impact, _ impact: Int) -> [ExplanationStep] {
    guard case .dimensions(let values) = input else { return [] }
    let isWeighted = methodology.combination == .weighted
    let parts = methodology.dimensions.map { dimension in
      let value = values[dimension.id] ?? 0
      let weight = isWeighted ? "\(decimalText(dimension.weight)) × " : ""
      return Localized("\(weight)\(dimension.name.turkish) \(value)", "\(weight)\(dimension.name(.english)) \(value)")
    }
    let joint = isWeighted ? " + " : ", "
    let title =
      isWeighted
      ? Localized("Etki = boyutların ağırlıklı ortalaması", "Impact = weighted mean of the dimensions")
      : Localized("Etki = boyutların en büyüğü", "Impact = highest of the dimensions")
    let arithmetic = Localized(
      parts.map(\.turkish).joined(separator: joint), parts.map(\.english).joined(separator: joint))
    return [
      step(
        "impact-\(methodology.combination.rawValue)", title, arithmetic, both("\(impact)"),
        methodology.dimensions.first?.citation ?? methodology.citation)
    ]
  }

  func levelSteps(_ likelihood: Int, _ impact: Int, _ level: Level) -> [ExplanationStep] {
    switch methodology.scoring {
    case .matrix:
      let title = Localized("Düzey tablodan okunur", "The level is read from the table")
      let arithmetic = Localized(
        "olasılık \(likelihood), etki \(impact)", "likelihood \(likelihood), impact \(impact)")
      return [step("matrix", title, arithmetic, level.name, methodology.citation)]
    case .product(let bands):
      let score = likelihood * impact
      let band = bands.first { $0.from <= score && score <= $0.through }
      let (from, through) = (band?.from ?? score, band?.through ?? score)
      return [
        step(
          "product", Localized("Puan = olasılık × etki", "Score = likelihood × impact"),
          both("\(likelihood) × \(impact) = \(score)"), both("\(score)"), methodology.citation),
        step(
          "band", Localized("Düzey, puanın aralığından", "Level by the score's band"),
          both("\(from) ≤ \(score) ≤ \(through)"), level.name, level.citation),
      ]
    }
  }

  func verdictStep(_ level: Level) -> ExplanationStep {
    let table = methodology.table(RuleTable.appetiteVerdict)
    let accepted = appetite.highestAcceptedRank
    let name = methodology.levels.first { $0.rank == accepted }?.name ?? both("\(accepted)")
    let sign = level.rank <= accepted ? "≤" : ">"
    let isAbove = verdict(of: level) == .above
    let result =
      isAbove
      ? Localized("iştah üstünde, yanıt gerekir", "above appetite, a response is required")
      : Localized("iştah içinde", "within appetite")
    return ExplanationStep(
      rule: table.map { $0.id } ?? "\(methodology.id)/appetite", effective: table?.effective ?? methodology.effective,
      title: Localized("Risk iştahıyla karşılaştırma", "Comparison with the appetite"),
      arithmetic: Localized(
        "\(level.name.turkish) (\(level.rank)) \(sign) kabul edilen en yüksek düzey: \(name.turkish) (\(accepted))",
        "\(level.name(.english)) (\(level.rank)) \(sign) highest accepted level: \(name(.english)) (\(accepted))"),
      result: result, citation: appetite.citation)
  }

  func reviewStep(_ level: Level, _ day: Day, _ next: Day) -> ExplanationStep {
    let table = methodology.table(RuleTable.reviewPeriod)
    let months = level.reviewMonths
    return ExplanationStep(
      rule: table.map { $0.id } ?? "\(methodology.id)/review", effective: table?.effective ?? methodology.effective,
      title: Localized("Sonraki gözden geçirme", "Next review"),
      arithmetic: Localized(
        "\(level.name.turkish): \(day.turkish) + \(months) ay",
        "\(level.name(.english)): \(day.turkish) + \(months) \(months == 1 ? "month" : "months")"),
      result: both(next.turkish), citation: table?.citation ?? level.citation)
  }

  private func step(
    _ rule: String, _ title: Localized, _ arithmetic: Localized, _ result: Localized, _ citation: Citation
  ) -> ExplanationStep {
    ExplanationStep(
      rule: "\(methodology.id)/\(rule)", effective: methodology.effective, title: title, arithmetic: arithmetic,
      result: result, citation: citation)
  }

  private func both(_ text: String) -> Localized { Localized(text, text) }

  /// Thousandths as a Turkish decimal: 300 → `0,30`, 125 → `0,125`.
  private func decimalText(_ thousandths: Int) -> String {
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return "\(thousandths / 1000),\(digits.hasSuffix("0") ? digits.dropLast() : digits)"
  }
}

extension Methodology {
  /// The answers of `table` for −20 … 20 ranks above the accepted one; without a table, what is not above is within.
  static func verdicts(by table: DecisionTable?) -> [AppetiteVerdict] {
    (-20...20).map { excess in
      if case .word(let word)? = (try? table?.decide(["excess": .number(.init(excess))]))?["verdict"],
        let verdict = AppetiteVerdict(rawValue: word)
      {
        return verdict
      }
      return excess <= 0 ? .within : .above
    }
  }
}
