import GuvenceCore

extension Text {
  /// Wording, shared risks, relations, suggestions.
  enum Identification {
    static let wording = Localized("İfade denetimi", "Wording")
    static let wordingLead = Localized(
      "Risk ifadesinde gözden geçirilmesi önerilenler. Hiçbiri kaydı engellemez.",
      "What asks for a second look in the wording. Nothing of it blocks saving.")
    static let dismiss = Localized("Gerekçesiyle kapat", "Dismiss with a reason")
    static let dismissReason = Localized("İfade neden böyle kalıyor?", "Why does the wording stand?")
    static let dismissed = Localized("Kapatıldı", "Dismissed")
    static let checked = Localized("denetlenen risk", "risks checked")
    static let open = Localized("gözden geçirilmesi önerilen", "asking for a second look")
    static let allWell = Localized(
      "Bu kapsamdaki risk ifadelerinde bulgu yok.", "Nothing to remark on the statements in this scope.")
    static let finding = Localized("Bulgu", "Finding")

    static let shared = Localized("Ortak risk", "Shared risk")
    static let sharedWith = Localized("ortak", "shared with")
    static let leads = Localized("ortak, sorumlu", "shared, led by")
    static let leadHint = Localized(
      "Bu risk biriminizle paylaşılıyor. Riski yalnızca sorumlu birim değiştirir ve değerlendirir:",
      "This risk is shared with your unit. Only the leading unit changes and assesses it:")
    static let notShared = Localized(
      "Bu risk başka bir birimle paylaşılmıyor.", "This risk is not shared with another unit.")
    static let shareWith = Localized("Paylaşılacak birim", "Unit to share with")
    static let shareReason = Localized("O birimi neden ilgilendiriyor?", "Why does it concern that unit?")
    static let share = Localized("Paylaş", "Share")
    static let unshare = Localized("Paylaşımı bitir", "End sharing")
    static let since = Localized("Paylaşım", "Shared since")

    static let relations = Localized("İlişkili riskler", "Related risks")
    static let relationTable = Localized("Riskler arası ilişkiler", "Relations between risks")
    static let relation = Localized("İlişki", "Relation")
    static let otherRisk = Localized("Öteki risk", "Other risk")
    static let noRelations = Localized(
      "Bu riskin başka risklerle ilişkisi kurulmamış.", "This risk has no relations yet.")
    static let noneAtAll = Localized(
      "Bu kapsamda ilişki yok. Bir riskin sayfasındaki «İlişki kur» bölümünden başlayabilirsiniz.",
      "There are no relations in this scope. Begin on the page of a risk, under «Relate».")
    static let relateTo = Localized("Öteki riskin referans no'su", "Reference number of the other risk")
    static let relate = Localized("İlişki kur", "Relate")
    static let unrelate = Localized("İlişkiyi bitir", "End relation")
    static let whole = Localized("Birimin bütün ilişkileri", "All relations of the unit")

    static let suggestions = Localized("Öneriler", "Suggestions")
    static let suggestionsLead = Localized(
      "Benzer müdürlüklerde sık görülen, örnek risklerdir; resmî bir kaynaktan alınmamıştır. Aldığınız risk sizin olur: "
        + "biriminize göre düzeltin ve değerlendirin.",
      "Examples often seen in such directorates, not taken from an official source. What you adopt becomes yours: fit it "
        + "to your unit and assess it.")
    static let chooseUnit = Localized("Öneri görmek için birim seçin.", "Choose a unit to see suggestions.")
    static let noDirectorate = Localized(
      "Birimin adı katalogdaki bir müdürlüğe benzemiyor; aşağıdan birini seçin.",
      "The unit resembles no directorate of the catalogue; choose one below.")
    static let directorate = Localized("Katalogdaki müdürlük", "Directorate of the catalogue")
    static let adopt = Localized("Seçilenleri al", "Adopt the chosen")
    static let choose = Localized("Al", "Adopt")
    static let adopted = Localized("Alındı", "Adopted")
    static let typicalControls = Localized("Tipik kontroller", "Typical controls")
    static let origin = Localized("Kaynağı", "Adopted from")
    static let edition = Localized("sürüm", "edition")
    static let originNote = Localized("katalogdan alındı", "adopted from the catalogue")
    static let originChanged = Localized(
      "Katalogdaki kayıt sonradan değişti", "The catalogue entry changed since")
    static let originGone = Localized("Kayıt artık katalogda yok", "The entry is no longer in the catalogue")
  }
}
