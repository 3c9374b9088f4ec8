import GuvenceApplication
import GuvenceCore
import GuvenceRegister

extension Text {
  /// The calendar and review days.
  enum Calendar {
    static let title = Localized("Takvim", "Calendar")
    static let file = Localized("Takvim dosyası (ICS)", "Calendar file (ICS)")
    static let previous = Localized("Önceki ay", "Previous month")
    static let next = Localized("Sonraki ay", "Next month")
    static let month = Localized("Ay", "Month")
    static let kind = Localized("Tür", "Kind")
    static let day = Localized("Gün", "Day")
    static let entry = Localized("Kayıt", "Entry")
    static let about = Localized("Konu", "About")
    static let overdue = Localized("Gecikenler", "Overdue")
    static let empty = Localized(
      "Bu ayda bir iş yok. Başka bir ay ya da birim seçin.", "Nothing falls into this month. Choose another one.")
    static let cut = Localized(
      "Bu ayın ilk 500 gözden geçirmesi gösteriliyor; birim seçerek daraltın.",
      "The first 500 reviews are shown; choose a unit to narrow the list.")
    static let reviewTitle = Localized("Gözden geçirme gününü değiştir", "Set another review day")
    static let reviewLead = Localized(
      "Gün, kuralın verdiği günün yerine geçer ve riskin bir sonraki değerlendirmesine kadar geçerlidir.",
      "The day replaces the one of the rule until the risk is assessed again.")
    static let reviewOn = Localized("Yeni gün", "New day")
    static let overridden = Localized("Elle değiştirildi", "Set by hand")
  }

  /// Escalation.
  enum Escalation {
    static let title = Localized("Eskalasyon", "Escalation")
    static let ofRisk = Localized("Gözden geçirme ve eskalasyon", "Review and escalation")
    static let none = Localized("Bu risk için eskalasyon açılmadı.", "No escalation was opened for this risk.")
    static let run = Localized("Şimdi çalıştır", "Run now")
    static let empty = Localized(
      "Bu kapsamda bekleyen eskalasyon yok. Kurallar her gün kendiliğinden çalışır.",
      "Nothing waits in this scope. The rules run by themselves every day.")
    static let show = Localized("Göster", "Show")
    static let waiting = Localized("Bekleyenler", "Waiting")
    static let number = Localized("No", "No")
    static let trigger = Localized("Tetikleyici", "Trigger")
    static let fromTo = Localized("Kimden kime", "From, to")
    static let due = Localized("Son gün", "Due")
    static let opened = Localized("Açıldı", "Opened")
    static let overdue = Localized("gecikti", "overdue")
    static let course = Localized("Ne oldu", "What happened")
    static let note = Localized("Not", "Note")
    static let acknowledge = Localized("Görüldü olarak işaretle", "Acknowledge")
    static let decision = Localized("Karar", "Decision")
    static let decide = Localized("Karara bağla", "Decide")
    static let agenda = Localized("Kurul gündemine al", "Bring before the board")
    static let meeting = Localized("Toplantı", "Meeting")
    static let onAgenda = Localized("Kurul gündeminde", "On the board's agenda")
    static let mine = Localized("Kararınızı bekleyenler", "Awaiting your decision")

    /// A filter as a chip.
    static func filter(_ filter: EscalationFilter) -> Localized {
      switch filter {
      case .mine: Localized("Beni bekleyen", "Waiting for me")
      case .overdue: Localized("Gecikmiş", "Overdue")
      case .decided: Localized("Karara bağlanan", "Decided")
      case .closed: Localized("Kapanan", "Closed")
      }
    }

    /// What happened, as a word.
    static func event(_ kind: EscalationEvent.Kind) -> Localized { kind.name }
  }

  /// The board.
  enum Board {
    static let title = Localized("Kurul", "Board")
    static let lead = Localized(
      "İç Kontrol İzleme ve Yönlendirme Kurulu: toplantılar, gündem, kararlar.",
      "Internal control monitoring and steering board: meetings, agenda, decisions.")
    static let add = Localized("Toplantı ekle", "Add meeting")
    static let empty = Localized(
      "Henüz toplantı yok. İlk toplantıyı ekleyin; eskalasyonları tek adımda gündeme alabilirsiniz.",
      "There are no meetings yet. Add the first one; escalations go on its agenda in one step.")
    static let emptyReading = Localized("Henüz toplantı yok.", "There are no meetings yet.")
    static let meetings = Localized("Toplantılar", "Meetings")
    static let meeting = Localized("Toplantı", "Meeting")
    static let heldOn = Localized("Toplantı günü", "Day of the meeting")
    static let startsAt = Localized("Saat", "Hour")
    static let place = Localized("Yer", "Place")
    static let chair = Localized("Başkan", "Chair")
    static let members = Localized("Katılan üyeler", "Members present")
    static let membersHint = Localized("Her satıra bir ad.", "One name a line.")
    static let agenda = Localized("Gündem", "Agenda")
    static let items = Localized("Madde", "Items")
    static let noItems = Localized(
      "Gündem boş. Aşağıdan madde ekleyin ya da bir eskalasyonu gündeme alın.",
      "The agenda is empty. Add an item below, or bring an escalation before the board.")
    static let noItemsReading = Localized("Gündem boş.", "The agenda is empty.")
    static let addItem = Localized("Madde ekle", "Add item")
    static let item = Localized("Gündem maddesi", "Agenda item")
    static let detail = Localized("Açıklama", "Detail")
    static let escalation = Localized("Eskalasyon", "Escalation")
    static let takeUp = Localized("Gündeme al", "Take up")
    static let proposals = Localized("Gündeme alınabilecek eskalasyonlar", "Escalations that may be taken up")
    static let withdraw = Localized("Gündemden çıkar", "Withdraw")
    static let decision = Localized("Karar", "Decision")
    static let decisions = Localized("Kararlar", "Decisions")
    static let openDecisions = Localized("Sürmekte olan kararlar", "Decisions being carried out")
    static let noDecisions = Localized("Yerine getirilmeyi bekleyen karar yok.", "No decision waits to be carried out.")
    static let record = Localized("Kararı kaydet", "Record decision")
    static let responsible = Localized("Sorumlu birim", "Responsible unit")
    static let due = Localized("Son gün", "Last day")
    static let outcome = Localized("Sonuç", "Outcome")
    static let follow = Localized("Kararın sonucu", "Outcome of the decision")
    static let minutes = Localized("Tutanak", "Minutes")
    static let minutesTitle = Localized(
      "İç Kontrol İzleme ve Yönlendirme Kurulu toplantı tutanağı",
      "Minutes of the internal control monitoring and steering board")
    static let signatures = Localized("İmzalar", "Signatures")
    static let signature = Localized("İmza", "Signature")
    static let newTitle = Localized("Yeni toplantı", "New meeting")
    static let editTitle = Localized("Toplantıyı düzenle", "Edit meeting")
    static let overdue = Localized("gecikti", "overdue")
  }

  /// Notices.
  enum Notices {
    static let title = Localized("Bildirimler", "Notices")
    static let empty = Localized(
      "Bildiriminiz yok. Sizi ilgilendiren bir iş yaklaştığında burada görürsünüz.",
      "You have no notices. What concerns you will be told here.")
    static let unread = Localized("okunmamış", "unread")
    static let unreadOnly = Localized("Okunmamışlar", "Unread")
    static let readAll = Localized("Tümünü okundu say", "Mark all as read")
    static let open = Localized("Aç", "Open")
    static let notice = Localized("Bildirim", "Notice")
    static let isNew = Localized("yeni", "new")
  }
}
