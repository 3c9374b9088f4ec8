import GuvenceCore

extension Text {
  /// The risk action plan.
  enum Actions {
    static let title = Localized("Eylem planı", "Action plan")
    static let card = Localized("Eylemler", "Actions")
    static let add = Localized("Eylem ekle", "Add action")
    static let timeline = Localized("Zaman çizelgesi", "Timeline")
    static let list = Localized("Liste", "List")
    static let export = Localized("Eylem planı (XLSX)", "Action plan (XLSX)")
    static let newTitle = Localized("Yeni eylem", "New action")
    static let editTitle = Localized("Eylemi düzenle", "Edit action")
    static let empty = Localized(
      "Bu kapsamda eylem yok. İştahı aşan bir riskin sayfasından ya da buradan eylem ekleyin.",
      "There are no actions in this scope. Add one here, or from the page of a risk above its appetite.")
    static let emptyReading = Localized("Bu kapsamda eylem yok.", "There are no actions in this scope.")
    static let ofRisk = Localized("Eylemler", "Actions")
    static let ofRiskEmpty = Localized("Bu risk için eylem yok.", "There is no action for this risk.")
    static let action = Localized("Eylem", "Action")
    static let many = Localized("eylem", "actions")
    static let risks = Localized("Riskler", "Risks it serves")
    static let risksHint = Localized(
      "Referans numaraları, virgülle ayrılmış: MH.RA.0001, MH.RA.0002",
      "Reference numbers with commas between: MH.RA.0001, MH.RA.0002")
    static let what = Localized("Ne yapılacak", "What is done")
    static let unit = Localized("Sorumlu birim", "Unit that does it")
    static let owner = Localized("Sorumlu", "Who answers for it")
    static let ownerHint = Localized("Kişi adı değil, görev unvanı yazın.", "A post rather than a person's name.")
    static let partners = Localized("İşbirliği yapılacak birimler", "Units that help")
    static let partnersHint = Localized(
      "Birim kodları, virgülle ayrılmış: BİM, FEN", "Codes with commas between: BİM, FEN")
    static let cost = Localized("Maliyet (TL)", "Cost (TRY)")
    static let costHint = Localized(
      "Bilinmiyorsa boş bırakın. Örnek: 12.500,75", "Empty where unknown. Example: 12.500,75")
    static let totalCost = Localized("Toplam maliyet", "Cost in all")
    static let startsOn = Localized("Başlangıç", "First day")
    static let dueOn = Localized("Bitiş", "Last day")
    static let outcome = Localized("Beklenen sonuç/çıktı", "Expected output")
    static let percent = Localized("Gerçekleşme (%)", "Done (%)")
    static let progress = Localized("İlerleme", "Progress")
    static let recordProgress = Localized("İlerleme gir", "Record progress")
    static let noProgress = Localized("Henüz ilerleme girilmedi.", "No progress recorded yet.")
    static let on = Localized("Gün", "Day")
    static let onHint = Localized("Boşsa bugün.", "Today where empty.")
    static let note = Localized("Açıklama", "Remark")
    static let complete = Localized("Tamamla", "Complete")
    static let completeLead = Localized(
      "Tamamlanan eylem değiştirilemez; bağlı riskler yeniden değerlendirilmek üzere gözden geçirmeye alınır.",
      "A completed action does not change; the risks it serves are put under review, to be scored again.")
    static let makeControl = Localized("Kontrole dönüştür", "Make it a control")
    static let controlLead = Localized(
      "Eylemle kurulan düzen sürüyorsa kontrol kütüphanesine ekleyin; eylemin risklerine bağlanır.",
      "If what the action set up goes on, add it to the control library; it is linked to the action's risks.")
    static let needsEvidence = Localized(
      "Kanıtsız eylem tamamlanamaz; aşağıdan bir kanıt dosyası ekleyin.",
      "An action is not completed without evidence; add a file below.")
    static let result = Localized("Ne elde edildi", "What came of it")
    static let cancel = Localized("Eylemi iptal et", "Cancel the action")
    static let cancelReason = Localized("İptal gerekçesi", "Reason for cancelling")
    static let ended = Localized("Sona erdi", "Ended")
    static let status = Localized("Durum", "State")
    static let due = Localized("Süre", "Time left")
    static let details = Localized("Ayrıntılar", "Details")
    static let today = Localized("bugün", "today")
    static let chart = Localized("Eylemlerin zaman çizelgesi", "Timeline of actions")
    static let chartHint = Localized(
      "Her çubuk eylemin ilk gününden son gününe uzanır; dolu kısmı gerçekleşmeyi, dikey çizgi bugünü gösterir.",
      "Each bar runs from the first day to the last; its filled part shows progress, the upright line is today.")
    static let overdueAndSoon = Localized("Gecikmiş ve süresi yaklaşan", "Overdue and due soon")
    static let nothing = Localized("Gecikmiş ya da süresi yaklaşan eylem yok.", "Nothing is overdue or due soon.")
    static let open = Localized("açık eylem", "open actions")
  }
}
