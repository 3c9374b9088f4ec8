import GuvenceApplication
import GuvenceCore

extension Text {
  /// Risk indicators.
  enum Indicators {
    static let title = Localized("Göstergeler", "Indicators")
    static let add = Localized("Gösterge ekle", "Add indicator")
    static let fromCatalog = Localized("Katalogdan al", "From the catalogue")
    static let importReadings = Localized("Ölçümleri içe aktar", "Import readings")
    static let export = Localized("Ölçümler (CSV)", "Readings (CSV)")
    static let empty = Localized(
      "Bu kapsamda gösterge yok. Katalogdaki örneklerden birini alın ya da kendi göstergenizi ekleyin.",
      "There are no indicators in this scope. Adopt one of the examples of the catalogue, or add your own.")
    static let emptyReading = Localized("Bu kapsamda gösterge yok.", "There are no indicators in this scope.")
    static let states = Localized("Durum", "State")
    static let indicator = Localized("Gösterge", "Indicator")
    static let value = Localized("Değer", "Value")
    static let trend = Localized("Yön", "Trend")
    static let course = Localized("Seyir", "Course")
    static let next = Localized("Sıradaki ölçüm", "Next reading")
    static let unread = Localized("Ölçüm yok", "No reading")
    static let overdue = Localized("gecikmiş", "overdue")
    static let overduePeriods = Localized("Ölçümü eksik dönemler", "Periods without a reading")
    static let kind = Localized("Türü", "Kind")
    static let measure = Localized("Ölçü birimi", "Unit of measure")
    static let measureHint = Localized("%, gün, adet, saat", "%, days, pieces, hours")
    static let direction = Localized("Yönü", "Direction")
    static let green = Localized("Yeşil eşik", "Green threshold")
    static let greenHint = Localized(
      "Hedefe yakınlık ölçülüyorsa hedefin kendisi.", "The target itself where nearness to a target counts.")
    static let yellow = Localized("Sarı eşik", "Yellow threshold")
    static let yellowHint = Localized(
      "Hedefe yakınlık ölçülüyorsa izin verilen sapma.", "The allowed deviation where nearness to a target counts.")
    static let red = Localized("Kırmızı sapma", "Red deviation")
    static let redHint = Localized(
      "Yalnızca hedefe yakınlıkta; bunun ötesi alarmdır.", "Only for a target; beyond it is an alarm.")
    static let thresholds = Localized("Eşikler", "Thresholds")
    static let thresholdNote = Localized(
      "Eşiğe eşit olan değer daha kötü durumda sayılır; hedeften sapmada sınırın kendisi izinlidir.",
      "A value on a threshold belongs to the worse side; a deviation from a target may reach its limit.")
    static let many = Localized("gösterge", "indicators")
    static let frequency = Localized("Ölçüm sıklığı", "Frequency")
    static let startsOn = Localized("İlk ölçüm günü", "First day to read")
    static let dataSource = Localized("Veri kaynağı", "Data source")
    static let method = Localized("Hesaplama yöntemi", "How it is worked out")
    static let owner = Localized("Sorumlu", "Owner")
    static let risks = Localized("Bağlı riskler", "Linked risks")
    static let risksHint = Localized(
      "Referans numaraları, virgülle ayrılmış: MH.RA.0001, MH.RA.0002",
      "Reference numbers with commas between: MH.RA.0001, MH.RA.0002")
    static let noRisks = Localized("Bağlı risk yok; düzenleyerek ekleyin.", "No linked risk; add one by editing.")
    static let origin = Localized("Katalogdaki aslı", "Catalogue entry")
    static let details = Localized("Ayrıntılar", "Details")
    static let newTitle = Localized("Yeni gösterge", "New indicator")
    static let editTitle = Localized("Göstergeyi düzenle", "Edit indicator")
    static let readings = Localized("Ölçümler", "Readings")
    static let noReadings = Localized(
      "Henüz ölçüm yok. İlk ölçümü aşağıdaki formla girin.", "No readings yet. Enter the first one below.")
    static let record = Localized("Ölçüm gir", "Record a reading")
    static let when = Localized("Gün ya da dönem", "Day or period")
    static let whenHint = Localized(
      "30.09.2026 ya da 2026-09, 2026-Q3, 2026-H2, 2026-W40, 2026; boşsa bugün.",
      "30.09.2026 or 2026-09, 2026-Q3, 2026-H2, 2026-W40, 2026; today where empty.")
    static let valueHint = Localized("12,5 ya da 1.234,5", "12,5 or 1.234,5")
    static let note = Localized("Not", "Note")
    static let correct = Localized("Düzelt", "Correct")
    static let correctTitle = Localized("Ölçümü düzelt", "Correct the reading")
    static let correctLead = Localized(
      "Eski ölçüm silinmez; yeni satır onun yerine geçer ve gerekçesi yanında durur.",
      "The old reading is not deleted; a new row takes its place and keeps the reason beside it.")
    static let correctReason = Localized("Düzeltme gerekçesi", "Reason of the correction")
    static let replaced = Localized("düzeltildi", "corrected")
    static let chart = Localized("Ölçümlerin seyri", "Course of the readings")
    static let retireTitle = Localized("Göstergeyi kapat", "Close the indicator")
    static let retireLead = Localized(
      "Gösterge listeden çıkar, yeni ölçüm beklenmez; ölçümleri durur. Yeniden açabilirsiniz.",
      "The indicator leaves the list and expects no readings; those recorded stay, and you can reopen it.")
    static let retiredLead = Localized("Bu gösterge kapatıldı:", "This indicator was closed:")
    static let ofRisk = Localized("Bu riskin göstergeleri", "Indicators of this risk")
    static let ofRiskEmpty = Localized("Bu riske bağlı gösterge yok.", "No indicator is linked to this risk.")
    static let catalogTitle = Localized("Gösterge kataloğu", "Catalogue of indicators")
    static let catalogLead = Localized(
      "Belediyeler için örnek öncü göstergeler. Eşikler öneridir, doğrulanmamıştır; aldıktan sonra değiştirebilirsiniz.",
      "Example leading indicators for municipalities. The thresholds are unverified proposals; change them afterwards.")
    static let adopt = Localized("Al", "Adopt")
    static let importTitle = Localized("Ölçümleri içe aktar", "Import readings")
    static let importLead = Localized(
      "CSV dosyası; sütunlar Kod, Tarih ya da Dönem, Değer, Not, Düzeltme gerekçesi. Hata varsa hiçbir satır alınmaz.",
      "A CSV file with the columns Kod, Tarih or Dönem, Değer, Not, Düzeltme gerekçesi. With an error no row is taken.")
    static let file = Localized("CSV dosyası", "CSV file")
    static let noFile = Localized("Bir dosya seçin.", "Choose a file.")
    static let tryOnly = Localized("Yalnızca dene", "Try only")
    static let importNow = Localized("İçe aktar", "Import")
    static let result = Localized("Sonuç", "Result")
    static let problems = Localized("Sorunlar", "Problems")
    static let created = Localized("Yeni ölçüm", "New readings")
    static let corrected = Localized("Düzeltilen ölçüm", "Corrected readings")
    static let unchanged = Localized("Aynı olan satır", "Unchanged rows")
    static let notWritten = Localized("Hiçbir şey kaydedilmedi.", "Nothing was stored.")
    static let written = Localized("Ölçümler kaydedildi.", "The readings were stored.")

    /// A state as a filter.
    static func state(_ state: IndicatorState) -> Localized {
      switch state {
      case .alarm: Localized("▲ Alarm", "▲ Alarm")
      case .warning: Localized("◆ Dikkat", "◆ Attention")
      case .normal: Localized("● Normal", "● Normal")
      case .overdue: Localized("Ölçümü gecikmiş", "Reading overdue")
      case .unread: unread
      case .retired: Localized("Kapatılan", "Closed")
      }
    }
  }
}
