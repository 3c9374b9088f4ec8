import GuvenceCore

/// Every text of the screens, one nested namespace per page, both languages side by side.
enum Text {
  /// Words of the frame around every page.
  enum Frame {
    static let product = Localized("Güvence", "Güvence")
    static let skip = Localized("İçeriğe geç", "Skip to content")
    static let rooms = Localized("Bölümler", "Sections")
    static let menu = Localized("Menü", "Menu")
    static let close = Localized("Menüyü kapat", "Close menu")
    static let dashboard = Localized("Pano", "Dashboard")
    static let risks = Localized("Riskler", "Risks")
    static let heatMap = Localized("Isı haritası", "Heat map")
    static let imports = Localized("İçe aktarma", "Import")
    static let reports = Localized("Raporlar", "Reports")
    static let administration = Localized("Yönetim", "Administration")
    static let units = Localized("Birimler", "Units")
    static let accounts = Localized("Hesaplar", "Accounts")
    static let journal = Localized("Kayıt günlüğü", "Journal")
    static let rules = Localized("Kurallar", "Rules")
    static let about = Localized("Hakkında", "About")
    static let search = Localized("Risklerde ara", "Search risks")
    static let searchHint = Localized("Ara ( / )", "Search ( / )")
    static let searchButton = Localized("Ara", "Search")
    static let sample = Localized("örnek veri", "sample data")
    static let sampleBanner = Localized(
      "Bu veritabanı örnek veri içerir; kurum, birimler ve riskler kurgusaldır.",
      "This database holds sample data; the administration, its units and risks are fictional.")
    static let account = Localized("Hesap", "Account")
    static let password = Localized("Parolayı değiştir", "Change password")
    static let signOut = Localized("Oturumu kapat", "Sign out")
    static let otherLanguage = Localized("English", "Türkçe")
    static let breadcrumb = Localized("Konum", "You are here")
    static let error = Localized("Hata:", "Error:")
    static let errorSummary = Localized("Düzeltmeniz gerekenler", "Please correct")
    static let printed = Localized("Yazdırma tarihi", "Printed on")
  }

  /// Words used on many pages.
  enum Common {
    static let save = Localized("Kaydet", "Save")
    static let cancel = Localized("Vazgeç", "Cancel")
    static let edit = Localized("Düzenle", "Edit")
    static let all = Localized("Tümü", "All")
    static let none = Localized("—", "—")
    static let yes = Localized("Evet", "Yes")
    static let no = Localized("Hayır", "No")
    static let unit = Localized("Birim", "Unit")
    static let allUnits = Localized("Tüm birimler", "All units")
    static let show = Localized("Göster", "Show")
    static let level = Localized("Düzey", "Level")
    static let score = Localized("Puan", "Score")
    static let likelihood = Localized("Olasılık", "Likelihood")
    static let impact = Localized("Etki", "Impact")
    static let inherent = Localized("Doğal risk", "Inherent risk")
    static let residual = Localized("Artık risk", "Residual risk")
    static let target = Localized("Hedef risk", "Target risk")
    static let notAssessed = Localized("Değerlendirilmedi", "Not assessed")
    static let aboveAppetite = Localized("İştah üstünde", "Above appetite")
    static let withinAppetite = Localized("İştah içinde", "Within appetite")
    static let unverified = Localized("doğrulanmadı", "unverified")
    static let unverifiedHint = Localized(
      "Bu kural kaynağıyla karşılaştırılarak doğrulanmadı.",
      "Nobody has compared this rule with its source yet.")
    static let reference = Localized("Referans no", "Reference")
    static let statement = Localized("Risk", "Risk")
    static let nextReview = Localized("Gözden geçirme", "Next review")
    static let choose = Localized("Seçin", "Choose")
    static let reason = Localized("Gerekçe", "Reason")
    static let optional = Localized("isteğe bağlı", "optional")
    static let count = Localized("Sayı", "Count")
    static let when = Localized("Zaman", "When")
    static let who = Localized("Kim", "Who")
    static let actions = Localized("İşlemler", "Actions")
    static let name = Localized("Ad", "Name")
    static let code = Localized("Kod", "Code")
    static let retired = Localized("Kapatıldı", "Closed")
    static let back = Localized("Geri dön", "Go back")
    static let source = Localized("Kaynak", "Source")
    static let period = Localized("Dönem", "Period")
    static let state = Localized("Durum", "State")
  }
}
