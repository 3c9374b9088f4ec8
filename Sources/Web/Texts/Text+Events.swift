import GuvenceCore
import GuvenceRegister

extension Text {
  /// Realised events, near misses and lessons.
  enum Events {
    static let title = Localized("Olaylar", "Events")
    static let add = Localized("Olay kaydet", "Record an event")
    static let newTitle = Localized("Yeni olay", "New event")
    static let editTitle = Localized("Olayı düzenle", "Edit event")
    static let many = Localized("olay", "events")
    static let what = Localized("Ne oldu", "What happened")
    static let whatHint = Localized(
      "Kim suçlu sorusuna değil, ne oldu sorusuna yanıt verin; kişi adı yazmayın.",
      "Say what happened rather than who is to blame; name no persons.")
    static let kind = Localized("Türü", "Kind")
    static let kindHint = Localized(
      "Ramak kala: zarar doğmadan fark edilen ya da önlenen olay.",
      "Near miss: noticed or stopped before any harm was done.")
    static let occurred = Localized("Olay günü", "Occurred on")
    static let detected = Localized("Fark edildiği gün", "Noticed on")
    static let detectedHint = Localized("Boş bırakılırsa olay günü", "The day it happened where empty")
    static let reported = Localized("Bildirildiği gün", "Reported on")
    static let reportedHint = Localized("Boş bırakılırsa bugün", "Today where empty")
    static let cause = Localized("Neden", "Cause")
    static let consequence = Localized("Sonuç", "Consequence")
    static let days = Localized("Günler", "Days")
    static let loss = Localized("Kayıp", "Loss")
    static let gross = Localized("Brüt kayıp (TL)", "Gross loss (TRY)")
    static let recovered = Localized("Geri alınan (TL)", "Recovered (TRY)")
    static let recoveredHint = Localized(
      "Sigorta, rücu, tahsilat ile dönen tutar", "What came back by insurance, recourse or collection")
    static let net = Localized("Net kayıp", "Net loss")
    static let publicLoss = Localized("Kamu zararı", "Public loss")
    static let publicLossTick = Localized("Kamu zararıdır (5018 sayılı Kanun m.71)", "Public loss (Law 5018, art. 71)")
    static let otherEffects = Localized("Diğer etkiler", "Other effects")
    static let otherEffectsHint = Localized(
      "İnsan, çevre, itibar, hizmet kesintisi", "People, environment, reputation, service interruption")
    static let measures = Localized("Yapılanlar", "What was done")
    static let risks = Localized("Bağlı riskler", "Linked risks")
    static let risksHint = Localized(
      "Referans numaraları, virgülle ayırın; olay hiçbir riskte öngörülmediyse boş bırakın.",
      "Reference numbers with commas between; leave empty where no risk foresaw it.")
    static let noRisk = Localized(
      "Bu olay kayıttaki hiçbir riske bağlı değil.", "This event is linked to no risk of the register.")
    static let defineRisk = Localized("Yeni risk tanımla", "Define a new risk")
    static let open = Localized("Açık", "Open")
    static let closed = Localized("Kapalı", "Closed")
    static let close = Localized("Olayı kapat", "Close event")
    static let closeTitle = Localized("Olayı kapat", "Close the event")
    static let closeLead = Localized(
      "Olay kapatılır; kaydı ve dersleri durur, yeniden açılabilir.",
      "The event is closed; its record and lessons stay, and it can be reopened.")
    static let reopen = Localized("Yeniden aç", "Reopen")
    static let closedLead = Localized("Kapatıldı:", "Closed:")
    static let lessons = Localized("Öğrenilen dersler", "Lessons")
    static let lesson = Localized("Öğrenilen ders", "Lesson")
    static let noLessons = Localized("Henüz ders yazılmadı.", "No lesson has been written yet.")
    static let addLesson = Localized("Ders ekle", "Add a lesson")
    static let editLesson = Localized("Dersi düzenle", "Edit lesson")
    static let proposal = Localized(
      "Riskte ya da kontrolde önerilen değişiklik", "Proposed change to a risk or control")
    static let followed = Localized("Uygulandı mı", "Followed")
    static let undecided = Localized("Karar verilmedi", "Undecided")
    static let facts = Localized("Bilgiler", "Facts")
    static let journal = Localized("Bu olayın günlüğü", "Journal of this event")
    static let empty = Localized(
      "Bu koşullara uyan olay yok. Gerçekleşen bir olayı ya da ramak kalayı kaydedin; bağlı risk yeniden değerlendirilir.",
      "No event matches. Record an event or a near miss; the linked risk is looked at again.")
    static let emptyReading = Localized("Bu koşullara uyan olay yok.", "No event matches.")
    static let totals = Localized("Toplamlar", "Totals")
    static let byUnit = Localized("Birime göre", "By unit")
    static let byCategory = Localized("Kategoriye göre", "By category")
    static let byYear = Localized("Yıla göre", "By year")
    static let group = Localized("Grup", "Group")
    static let asOf = Localized("Geçmiş bir güne göre", "As of a past day")
    static let asOfLead = Localized(
      "Liste bu günün sonundaki durumu gösteriyor:", "The list shows the state at the end of")
    static let year = Localized("Yıl", "Year")
    static let anyYear = Localized("Tüm yıllar", "All years")
    static let ofRisk = Localized("Bu riskin gerçekleştiği olaylar", "Events of this risk")
    static let ofRiskEmpty = Localized("Bu riske bağlı olay yok.", "No event is linked to this risk.")
    static let perYear = Localized("Yılda ortalama", "A year on average")
    static let grouping = Localized("Toplamlar", "Totals")
  }
}
