import GuvenceCore

extension Text {
  /// The journal.
  enum Journal {
    static let title = Localized("Kayıt günlüğü", "Journal")
    static let lead = Localized(
      "Her işlem, yapıldığı anda değiştirilemez biçimde kaydedilir: kim, ne zaman, neyi, nasıl değiştirdi.",
      "Every act is recorded as it happens and cannot be altered: who changed what, when and how.")
    static let caption = Localized("Günlük satırları", "Journal lines")
    static let what = Localized("İşlem", "Act")
    static let entity = Localized("Kayıt", "Entry")
    static let changes = Localized("Değişiklikler", "Changes")
    static let older = Localized("Daha eski kayıtlar", "Older lines")
    static let newest = Localized("En yeniye dön", "Back to the newest")
    static let empty = Localized("Bu kapsamda günlük kaydı yok.", "There are no journal lines in this scope.")
  }
}
