import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

/// A small fictional register for the tests of this folder.
enum Sample {
  static let citation = Citation(source: "Örnek rehber", section: "Ek 1", checkedOn: nil, isVerified: false)

  static func scale(_ count: Int) -> Scale {
    Scale(steps: (1...count).map { Scale.Step(value: $0, name: words[$0 - 1], criterion: Localized("", "")) })
  }

  static let words = [
    Localized("Çok düşük", "Very low"), Localized("Düşük", "Low"), Localized("Orta", "Medium"),
    Localized("Yüksek", "High"), Localized("Çok yüksek", "Very high"),
  ]

  static func level(_ id: String, _ rank: Int, _ name: Localized, _ shape: String, _ colour: String) -> Level {
    Level(
      id: id, rank: rank, name: name, background: colour, foreground: "#000000", shape: shape,
      reaction: Localized("İzlenir", "Monitored"), reviewMonths: 12 / rank, citation: citation)
  }

  static let levels = [
    level("low", 1, words[1], "◔", "#A5D66F"), level("medium", 2, words[2], "◑", "#FFE066"),
    level("high", 3, words[3], "◕", "#F59E42"),
  ]

  static func methodology(_ scoring: Scoring, id: String = "5x5") -> Methodology {
    Methodology(
      id: id, name: Localized("5×5 örnek", "5×5 sample"), effective: day("2026-01-01"), citation: citation,
      likelihood: scale(5), impact: scale(5), dimensions: [], combination: .single, scoring: scoring, levels: levels,
      appetite: DefaultAppetite(highestAcceptedRank: 2, citation: citation), controlEffect: .rescored,
      voteRounding: .none, canonicalText: "")
  }

  static let product = methodology(
    .product(bands: [
      Band(from: 1, through: 4, level: "low"), Band(from: 5, through: 12, level: "medium"),
      Band(from: 13, through: 25, level: "high"),
    ]))

  static let matrix = methodology(
    .matrix(
      cells: (1...5).map { row in
        (1...5).map { row + $0 <= 4 ? "low" : row + $0 <= 7 ? "medium" : "high" }
      }), id: "5x5-harf")

  static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(daysSinceEpoch: 0) }
  static let period = Period("2026-Q3") ?? Period(containing: day("2026-09-30"), length: .quarter)

  static func pair(_ likelihood: Int, _ impact: Int, _ methodology: Methodology) -> JudgedPair {
    let score = likelihood * impact
    let (id, number): (String, Int?) =
      switch methodology.scoring {
      case .product(let bands): (bands.first { ($0.from...$0.through).contains(score) }?.level ?? "", score)
      case .matrix(let cells): (cells[likelihood - 1][impact - 1], nil)
      }
    return JudgedPair(
      likelihood: likelihood, impact: impact, score: number, levelID: id, levelRank: methodology.level(id)?.rank ?? 0)
  }

  static func assessment(
    _ number: Int64, _ inherent: (Int, Int), _ residual: (Int, Int)?, on assessed: String, review: String,
    _ methodology: Methodology = product
  ) -> Assessment {
    let first = pair(inherent.0, inherent.1, methodology)
    let second = residual.map { pair($0.0, $0.1, methodology) }
    return Assessment(
      id: Identifier(number * 10), riskID: Identifier(number), assessedOn: day(assessed),
      recordedAt: Instant.startInIstanbul(of: day(assessed)), recordedBy: "Ayşe Örnek", methodologyID: methodology.id,
      ruleDigest: "", inherent: first, residual: second, target: nil,
      verdict: (second ?? first).levelRank > 2 ? .above : .within, nextReviewOn: day(review), reason: "",
      origin: .entered)
  }

  static func entry(
    _ number: Int64, _ unit: (code: String, name: String), _ statement: String, current: Assessment? = nil,
    previous: Assessment? = nil, isNew: Bool = false, isClosed: Bool = false, _ methodology: Methodology = product,
    _ change: (inout RiskDetails) -> Void = { _ in }
  ) -> RegisterSnapshot.Entry {
    var details = RiskDetails(unitID: Identifier(1), statement: statement)
    details.owner = "Müdür"
    change(&details)
    let risk = Risk(
      id: Identifier(number), reference: ReferenceNumber.text(unitCode: unit.code, number: Int(number)),
      details: details, currentAssessmentID: current?.id, version: 1, createdAt: Instant(milliseconds: 0),
      updatedAt: Instant(milliseconds: 0), retiredOn: isClosed ? day("2026-08-15") : nil,
      retireReason: isClosed ? "Faaliyet sona erdi" : "")
    return RegisterSnapshot.Entry(
      risk: risk, unitCode: unit.code, unitName: unit.name, current: current, previous: previous,
      level: current.flatMap { methodology.level($0.effective.levelID) },
      previousLevel: previous.flatMap { methodology.level($0.effective.levelID) }, isNew: isNew, isClosed: isClosed)
  }

  static func snapshot(
    _ entries: [RegisterSnapshot.Entry], _ methodology: Methodology = product, unitName: String? = nil,
    administration: String = "Örnek Belediyesi"
  ) -> RegisterSnapshot {
    RegisterSnapshot(
      administration: administration, isSample: true, period: period, unitName: unitName, asOf: day("2026-09-30"),
      takenAt: Instant.startInIstanbul(of: day("2026-10-02")).adding(seconds: 9 * 3600), takenBy: "Ayşe Örnek",
      journalHead: "412:9f2c4b7a1e5d8c3f00112233445566778899aabbccddeeff0011223344556677",
      methodology: methodology, entries: entries)
  }
}
