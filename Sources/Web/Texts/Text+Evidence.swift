import GuvenceCore

extension Text {
  /// Evidence files.
  enum Evidence {
    static let title = Localized("Kanıtlar", "Evidence")
    static let file = Localized("Dosya", "File")
    static let size = Localized("Boyut", "Size")
    static let note = Localized("Neyi gösteriyor", "What it shows")
    static let noteHint = Localized("Bir cümle; boş kalabilir.", "One sentence; may stay empty.")
    static let add = Localized("Kanıt ekle", "Add evidence")
    static let addHint = Localized(
      "En çok 10 MB; PDF, resim, Office belgesi, metin, e-posta, e-yazışma paketi. Dosya silinmez, geri çekilir.",
      "At most 10 MB; PDF, picture, office document, text, e-mail. Files are withdrawn, never deleted.")
    static let empty = Localized(
      "Henüz kanıt yok. Tutanak, ekran görüntüsü ya da yazıyı aşağıdan ekleyin.",
      "No evidence yet. Add minutes, a screenshot or a letter below.")
    static let emptyReading = Localized("Kanıt yok.", "No evidence.")
    static let noFile = Localized("Bir dosya seçin.", "Choose a file.")
    static let withdraw = Localized("Geri çek", "Withdraw")
    static let withdrawn = Localized("Geri çekildi:", "Withdrawn:")
    static let withdrawLead = Localized(
      "Dosya artık kanıt sayılmaz; kendisi, gerekçeniz ve adınızla birlikte kayıtta durur. Yeniden eklemek için "
        + "dosyayı tekrar yükleyin.",
      "The file counts no more; it stays on record with your reason and name. To add it again, upload it again.")
  }
}
