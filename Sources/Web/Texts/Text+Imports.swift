import GuvenceCore

extension Text {
  /// Importing a register.
  enum Imports {
    static let title = Localized("İçe aktarma", "Import")
    static let lead = Localized(
      "Birimlerin Risk Kayıt Formu dosyalarını (XLSX ya da CSV) yükleyin. Önce ne olacağını görürsünüz; siz onaylamadan hiçbir şey kaydedilmez.",
      "Upload the units' risk registers (XLSX or CSV). You first see what would happen; nothing is stored before you confirm."
    )
    static let file = Localized("Dosya", "File")
    static let fileHint = Localized("En çok 20 MB; .xlsx ya da .csv", "At most 20 MB; .xlsx or .csv")
    static let upload = Localized("Yükle ve önizle", "Upload and preview")
    static let noFile = Localized("Bir dosya seçin.", "Choose a file.")
    static let methodology = Localized("Puanlama yöntemi", "Methodology of the scores")
    static let methodologyAuto = Localized("Dosyadaki değerlere uyan", "The one that fits the file's values")
    static let jobTitle = Localized("Dosya okunuyor", "Reading the file")
    static let jobStart = Localized("Başlıyor", "Starting")
    static let jobGone = Localized(
      "Bu yükleme artık izlenmiyor. Dosyayı yeniden yükleyin.",
      "This upload is no longer tracked. Upload the file again.")
    static let refused = Localized("Dosya okunamadı", "The file could not be read")
    static let previewTitle = Localized("Önizleme", "Preview")
    static let summary = Localized("Onaylarsanız", "If you confirm")
    static let created = Localized("yeni risk", "new risks")
    static let updated = Localized("güncellenen risk", "risks updated")
    static let unchanged = Localized("değişmeyen", "unchanged")
    static let newUnits = Localized("yeni birim", "new units")
    static let confirm = Localized("Onayla ve aktar", "Confirm and import")
    static let discard = Localized("Vazgeç", "Withdraw")
    static let runReason = Localized("Aktarımın gerekçesi", "Reason of the import")
    static let runReasonHint = Localized(
      "Artık riski kontrollerin önerdiğinden farklı olan ve gerekçesi yazılmamış satırlar için.",
      "For rows without a reason whose residual risk differs from what the controls suggest.")
    static let again = Localized("Önizlemeyi yenile", "Refresh preview")
    static let blocked = Localized(
      "Hatalar düzeltilmeden aktarılamaz. Eşlemeyi düzeltin ya da dosyayı onarıp yeniden yükleyin.",
      "It cannot be imported before the errors are corrected: correct the mapping, or mend the file and upload it again."
    )
    static let problems = Localized("Sorunlar", "Problems")
    static let notes = Localized("Notlar", "Notes")
    static let place = Localized("Yer", "Place")
    static let problem = Localized("Sorun", "Problem")
    static let remedy = Localized("Ne yapmalı", "What to do")
    static let units = Localized("Önerilen birimler", "Proposed units")
    static let unitsHint = Localized(
      "Bu birimler henüz yok. Oluşturulsun mu, yoksa var olan bir birim mi?",
      "These units do not exist yet. Create them, or use an existing one?")
    static let createUnit = Localized("Yeni birim oluştur", "Create a new unit")
    static let nearest = Localized("en yakın ad", "nearest name")
    static let rows = Localized("Satır", "Rows")
    static let mapping = Localized("Sayfalar ve sütunlar", "Sheets and columns")
    static let sheet = Localized("Sayfa", "Sheet")
    static let header = Localized("Başlık satırı", "Header row")
    static let noHeader = Localized("bulunamadı, sayfa atlanıyor", "none found, sheet left out")
    static let leaveOut = Localized("Bu sayfayı atla", "Leave this sheet out")
    static let unused = Localized("Kullanma", "Do not use")
    static let result = Localized("Aktarılacak satırlar", "Rows to import")
    static let declared = Localized("Dosyadaki", "In the file")
    static let computed = Localized("Hesaplanan", "Worked out")
    static let disagrees = Localized("uyuşmuyor", "disagrees")
    static let action = Localized("İşlem", "Action")
    static let more = Localized("satır daha var; tümü aktarılır.", "more rows; all of them are imported.")
    static let doneTitle = Localized("İçe aktarma tamamlandı", "Import finished")
    static let notAssessed = Localized("değerlendirme bekleyen risk", "risks waiting for an assessment")
    static let toRegister = Localized("Risk kaydına git", "Go to the register")
    static let toNotAssessed = Localized("Değerlendirme bekleyenleri göster", "Show those waiting for an assessment")
    static let another = Localized("Başka dosya yükle", "Upload another file")

    /// Name of what would happen with a row.
    static func action(_ word: String) -> Localized {
      switch word {
      case "create": Localized("Eklenecek", "Create")
      case "update": Localized("Güncellenecek", "Update")
      default: Localized("Değişmeyecek", "Unchanged")
      }
    }
  }

  /// Reports.
  enum Reports {
    static let title = Localized("Raporlar", "Reports")
    static let consolidated = Localized("Konsolide risk raporu", "Consolidated risk report")
    static let consolidatedLead = Localized(
      "Düzeyler, en yüksek riskler, önceki döneme göre yeni, kapanan, artan ve azalan riskler, iştah üstündekiler, ısı haritası ve birimlere göre dağılım.",
      "Levels, top risks, new, closed, risen and fallen against the previous period, above appetite, heat map and by unit."
    )
    static let show = Localized("Raporu göster", "Show report")
    static let workbook = Localized("Excel (XLSX) indir", "Download Excel (XLSX)")
    static let printHint = Localized(
      "Yazdırmak için tarayıcınızın yazdırma komutunu kullanın (Ctrl+P).", "Use your browser's print command (Ctrl+P).")
  }

  /// Methodologies in force, and what the product is.
  enum Rules {
    static let title = Localized("Kurallar", "Rules")
    static let lead = Localized(
      "Puanlar bu yöntemlerle hesaplanır. «doğrulanmadı» işareti, kuralın kaynağıyla henüz karşılaştırılmadığını söyler.",
      "Scores are worked out by these methodologies. “Unverified” means the rule was not compared with its source yet.")
    static let own = Localized("idarenin kendi yöntemi", "the administration's own")
    static let used = Localized("Bu idarede kullanılan", "Used by this administration")
    static let effective = Localized("Yürürlük", "In force since")
    static let bands = Localized("Puan aralığı", "Scores")
    static let reaction = Localized("Öngörülen tepki", "Prescribed reaction")
    static let review = Localized("Gözden geçirme", "Review")
    static let months = Localized("ayda bir", "months")
    static let appetite = Localized("Risk iştahı", "Risk appetite")
    static let upTo = Localized("Şu düzeye kadar (dahil) iştah içinde:", "Within appetite up to and including:")
    static let criterion = Localized("Ölçüt", "Criterion")
    static let about = Localized("Güvence hakkında", "About Güvence")
    static let aboutText = Localized(
      "Güvence, kamu idarelerinin risk yönetimi ve iç kontrol işleri için açık kaynaklı bir sistemdir. Her puan gerekçesini ve kaynağını yanında taşır; hiçbir kayıt silinmez, her işlem değiştirilemez günlüğe yazılır.",
      "Güvence is an open-source system for risk management and internal control in public administrations. Every score carries its reasons and source; nothing is deleted, and every act goes into a journal that cannot be altered."
    )
    static let keysTitle = Localized("Klavye", "Keyboard")
    static let keySearch = Localized("arama kutusuna geçer", "moves to the search box")
    static let keyRows = Localized("listede satırlar arasında dolaşır", "move between the rows of a list")
    static let database = Localized("Veritabanı", "Database")
    static let madeOn = Localized("Kuruluş", "Made on")
  }
}
