import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceApplication

/// Random risks with everything a risk can have, hostile texts among it; the same seed gives the same register.
struct RandomRegister {
  var random: Seeded

  init(seed: UInt64) { random = Seeded(state: seed) }

  /// Texts that formats trip over.
  static let hostile = [
    "=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "'tek tırnakla başlayan", "iki\nsatır", "üç\r\nsatırlı\tmetin",
    "tırnak \" içinde \"\" çift", "noktalı; virgül, virgül", "IĞDIR ığdır İZMİR izmir", "İ birleşik I\u{307} ayrık",
    "Kontrol: kontrol gibi başlayan", "Kabul etmek", "Cevap seçilmedi: öyle mi", "<b>&amp;</b>", "_x000D_ kaçış",
    "15.01.2026", "007", "1,5", "Risk", "sep=;", "😀 سلام", "  boşluklu  ", "→ ok → işareti → ile",
    "bir nedeniyle iki sonucunda üç", String(repeating: "uzun ", count: 1000),
  ]

  mutating func text() -> String {
    if Int.random(in: 0..<4, using: &random) == 0 { return "" }
    return word()
  }

  mutating func word() -> String {
    if let hostile = RandomRegister.hostile.randomElement(using: &random), Bool.random(using: &random) {
      return hostile
    }
    return "Metin \(Int.random(in: 1...999, using: &random))"
  }

  mutating func day() -> Day? {
    Bool.random(using: &random) ? Town.today.adding(days: -Int.random(in: 0...20_000, using: &random)) : nil
  }

  mutating func details(of unit: Unit) -> RiskDetails {
    var details = RiskDetails(unitID: unit.id, statement: word())
    (details.cause, details.event, details.consequence) = (text(), text(), text())
    (details.strategicTarget, details.unitObjective) = (text(), text())
    (details.controls, details.plannedControls) = (text(), text())
    (details.owner, details.notes) = (text(), text())
    details.category = Bool.random(using: &random) ? "mali" : ""
    details.kind = RiskKind.allCases.randomElement(using: &random) ?? .threat
    (details.process, details.project) = (text(), text())
    let degrees = ["", "controllable", "partly-controllable", "uncontrollable", "bilinmeyen"]
    details.controllability = degrees.randomElement(using: &random) ?? ""
    details.identificationMethod =
      ["", "workshop", "incident", "audit-reports", "kahve falı"].randomElement(using: &random) ?? ""
    details.source = RiskSource.allCases.randomElement(using: &random)
    details.response = Bool.random(using: &random) ? RiskResponse.allCases.randomElement(using: &random) : nil
    details.declaredChange = Bool.random(using: &random) ? ChangeDirection.allCases.randomElement(using: &random) : nil
    details.startedOn = day()
    if Bool.random(using: &random) {
      details.declaredScore = Int.random(in: 1...100, using: &random)
      details.declaredLevel = "Yüksek"
      details.sourceReference = "ESKİ.\(Int.random(in: 1...9, using: &random))"
    }
    details.isKeyRisk = Bool.random(using: &random)
    details.keyRiskReason = details.isKeyRisk ? word() : ""
    return details
  }

  /// An assessment that the rules accept, or none.
  mutating func input() -> AssessmentInput? {
    guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
    let (likelihood, impact) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
    var input = AssessmentInput(inherent: ScoreInput(likelihood: likelihood, impact: impact), reason: text())
    if Bool.random(using: &random) {
      let residual = Int.random(in: 1...likelihood, using: &random)
      input.residual = ScoreInput(likelihood: residual, impact: impact)
      if Bool.random(using: &random) { input.target = ScoreInput(likelihood: 1, impact: impact) }
    }
    if Bool.random(using: &random) {
      input.assessedOn = Town.today.adding(days: -Int.random(in: 0...700, using: &random))
    }
    return input
  }
}

/// What a register says, without the numbers that a database gives to its rows.
struct Said: Hashable {
  let reference: String
  let unit: String
  let details: RiskDetails
  let pairs: [JudgedPair?]
  let methodology: String?
  let assessedOn: Day?
  let reason: String?
  let verdict: AppetiteVerdict?
  let nextReview: Day?

  /// Names of what differs from `other`.
  func differences(from other: Said) -> [String] {
    let fields: [(String, Bool)] = [
      ("reference", reference == other.reference), ("unit", unit == other.unit), ("pairs", pairs == other.pairs),
      ("details", details == other.details), ("methodology", methodology == other.methodology),
      ("assessedOn", assessedOn == other.assessedOn), ("reason", reason == other.reason),
      ("verdict", verdict == other.verdict), ("nextReview", nextReview == other.nextReview),
    ]
    let tree = UnitTree([])
    return fields.filter { !$0.1 }.map(\.0) + details.differences(to: other.details, tree).map { "\($0)" }
  }

  init(_ row: RegisterRow) {
    reference = row.risk.reference
    unit = "\(row.unitCode) \(row.unitName)"
    var details = row.risk.details
    details.unitID = Identifier(0)
    self.details = details
    pairs = [row.assessment?.inherent, row.assessment?.residual, row.assessment?.target]
    methodology = row.assessment?.methodologyID
    assessedOn = row.assessment?.assessedOn
    (reason, verdict) = (row.assessment?.reason, row.assessment?.verdict)
    nextReview = row.assessment?.nextReviewOn
  }
}
