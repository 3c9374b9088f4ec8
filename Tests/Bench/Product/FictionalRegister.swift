import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Risks of a made-up administration, the same in every run: about 640 bytes of Turkish text in 11 columns each.
struct FictionalRegister {
  private var state: UInt64 = 20_260_115

  /// One of 0 ..< `bound`.
  mutating func pick(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  /// `count` words.
  mutating func words(_ count: Int) -> String {
    var text = ""
    for place in 0..<count {
      if place > 0 { text += " " }
      text += FictionalRegister.vocabulary[pick(FictionalRegister.vocabulary.count)]
    }
    return text
  }

  /// The details of one risk of `unit`.
  mutating func details(of unit: Identifier<Unit>) -> RiskDetails {
    var details = RiskDetails(unitID: unit, statement: words(14))
    (details.cause, details.event, details.consequence) = (words(8), words(8), words(8))
    (details.controls, details.plannedControls) = (words(14), words(10))
    (details.owner, details.notes) = (words(3), words(6))
    (details.strategicTarget, details.unitObjective) = ("H\(1 + pick(5)).\(1 + pick(9))", words(8))
    details.category = "compliance"
    details.source = pick(2) == 0 ? .internal : .external
    details.response = RiskResponse.allCases[pick(RiskResponse.allCases.count)]
    details.startedOn = Day(daysSinceEpoch: 20_000 + pick(700))
    return details
  }

  /// A pair before controls and one after them that is not higher.
  mutating func assessment(on day: Day) -> AssessmentInput {
    let (likelihood, impact) = (1 + pick(5), 1 + pick(5))
    return AssessmentInput(
      inherent: ScoreInput(likelihood: likelihood, impact: impact),
      residual: ScoreInput(likelihood: 1 + pick(likelihood), impact: 1 + pick(impact)), reason: "", assessedOn: day)
  }

  private static let vocabulary = [
    "bütçe", "ödenek", "ihale", "sözleşme", "taşınmaz", "tahakkuk", "tahsilat", "personel", "işçi", "yedekleme",
    "sunucu", "deprem", "heyelan", "çevre", "atık", "şebeke", "arıza", "ulaşım", "köprü", "bakım", "onarım", "imar",
    "ruhsat", "denetim", "rapor", "hedef", "gösterge", "paydaş", "mevzuat", "değişiklik", "gecikme", "maliyet",
    "yüklenici", "dava", "tazminat", "itibar", "şikâyet", "hizmet", "kesinti", "kontrol", "eylem", "süreç", "yetki",
    "onay", "evrak", "arşiv", "gizlilik", "veri", "ihlal", "kullanıcı", "yazılım", "lisans", "enerji", "yangın",
    "güvenlik", "kaza", "sağlık", "kamulaştırma", "kredi", "nakit", "muhasebe", "hata", "İstanbul", "Iğdır", "Ağrı",
  ]
}
