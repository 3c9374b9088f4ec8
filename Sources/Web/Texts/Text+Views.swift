import GuvenceCore

extension Text {
  /// The first page.
  enum Dashboard {
    static let title = Localized("Pano", "Dashboard")
    static let levels = Localized("Düzeylere göre riskler", "Risks by level")
    static let total = Localized("etkin risk", "active risks")
    static let opportunities = Localized("fırsat (ayrı sayılır)", "opportunities (counted apart)")
    static let reviewsDue = Localized("Gözden geçirme zamanı gelenler", "Reviews due")
    static let aboveAppetite = Localized("İştah üstü riskler", "Risks above appetite")
    static let stale = Localized("12 aydır dokunulmayanlar", "Untouched for 12 months")
    static let staleHint = Localized(
      "Riskler yılda en az bir kez değerlendirilir (KİKS RDS 6.2).",
      "Risks are assessed at least once a year (KİKS RDS 6.2).")
    static let notAssessed = Localized("Değerlendirme bekleyenler", "Waiting for an assessment")
    static let recent = Localized("Son değişiklikler", "Recent changes")
    static let nothing = Localized("Bekleyen iş yok.", "Nothing is waiting.")
    static let all = Localized("Hepsini göster", "Show all")
    static let noRisks = Localized(
      "Kapsamınızda henüz risk yok.", "There are no risks in your scope yet.")
    static let tasks = Localized("Sizi bekleyenler", "Waiting for you")
  }

  /// The heat map.
  enum HeatMap {
    static let title = Localized("Isı haritası", "Heat map")
    static let inherent = Localized("Doğal risk", "Inherent risk")
    static let residual = Localized("Artık risk", "Residual risk")
    static let vertical = Localized("Dikey eksen: olasılık", "Vertical axis: likelihood")
    static let horizontal = Localized("Yatay eksen: etki", "Horizontal axis: impact")
    static let horizontalPositive = Localized("Yatay eksen: olumlu etki", "Horizontal axis: positive impact")
    static let threatsOnly = Localized(
      "Bu haritalarda yalnızca tehditler var; fırsatlar ayrı haritada, birbirinden düşülmez.",
      "These maps hold threats only; opportunities have maps of their own and are not offset against them.")
    static let opportunitiesOnly = Localized(
      "Bu haritalarda yalnızca fırsatlar var; yüksek düzey, değerlendirilmesi en çok yarar getirecek fırsattır.",
      "These maps hold opportunities only; a high level is what would bring most.")
    static let left = Localized("Haritada olmayanlar", "Not on the maps")
    static let notAssessed = Localized("Değerlendirilmemiş risk", "Risks not assessed")
    static let withoutResidual = Localized(
      "Artık riski değerlendirilmemiş risk", "Risks without a residual assessment")
    static let otherMethodology = Localized(
      "Başka yöntemle değerlendirilmiş risk", "Risks assessed under another methodology")
    static let twin = Localized("Tablo olarak", "As a table")
    static let caption = Localized("Risk bulunan hücreler", "Cells that hold risks")
    static let empty = Localized("Bu kapsamda haritaya konacak risk yok.", "There are no risks to put on the map.")
  }
}
