import GuvenceCore

extension Text {
  /// Units.
  enum Units {
    static let title = Localized("Birimler", "Units")
    static let add = Localized("Birim ekle", "Add unit")
    static let addTitle = Localized("Yeni birim", "New unit")
    static let editTitle = Localized("Birimi düzenle", "Edit unit")
    static let parent = Localized("Bağlı olduğu birim", "Unit above")
    static let code = Localized("Kısa kod", "Short code")
    static let codeHint = Localized(
      "Referans numaralarında kullanılır: MH → MH.RA.0001", "Used in reference numbers: MH → MH.RA.0001")
    static let name = Localized("Birim adı", "Name of the unit")
    static let risks = Localized("Etkin risk", "Active risks")
    static let retire = Localized("Kapat", "Close")
    static let reinstate = Localized("Yeniden aç", "Reopen")
    static let retireTitle = Localized("Birimi kapat", "Close the unit")
    static let retireLead = Localized(
      "Kapatılan birim yeni risk almaz; riskleri ve geçmişi durur. Dilediğinizde yeniden açabilirsiniz.",
      "A closed unit takes no new risks; its risks and history stay. You can reopen it.")
    static let addBelow = Localized("Altına ekle", "Add below")
  }

  /// Accounts.
  enum Accounts {
    static let title = Localized("Hesaplar", "Accounts")
    static let add = Localized("Hesap ekle", "Add account")
    static let addTitle = Localized("Yeni hesap", "New account")
    static let editTitle = Localized("Hesabı düzenle", "Edit account")
    static let login = Localized("Kullanıcı adı", "User name")
    static let displayName = Localized("Ad soyad", "Full name")
    static let email = Localized("E-posta", "E-mail")
    static let emailHint = Localized(
      "İsteğe bağlı; günlük özet bu adrese hazırlanır.", "Optional; the daily digest is made out to it.")
    static let roles = Localized("Roller", "Roles")
    static let rolesHint = Localized(
      "Rol, seçilen birimde ve altındaki birimlerde geçerlidir.", "A role holds in the unit and all units below it.")
    static let role = Localized("Rol", "Role")
    static let disabled = Localized("Kapalı", "Disabled")
    static let active = Localized("Açık", "Active")
    static let disableTick = Localized(
      "Bu hesap kapalı: oturum açamaz, geçmişteki kayıtları durur.",
      "This account is disabled: it cannot sign in; its past entries stay.")
    static let newLink = Localized("Yeni parola bağlantısı ver", "Issue a new password link")
    static let newLinkHint = Localized(
      "Kişinin şimdiki parolası, yenisini belirleyene dek geçerli kalır.",
      "The present password stays valid until a new one is set.")
    static let linkTitle = Localized("Parola bağlantısı", "Password link")
    static let linkLead = Localized(
      "Bu bağlantı yalnız şimdi gösterilir ve bir kez kullanılabilir. Kişiye güvenli bir yoldan iletin.",
      "This link is shown only now and works once. Hand it over by a safe way.")
    static let backToList = Localized("Hesaplara dön", "Back to accounts")
    static let roleNeeded = Localized("En az bir rol seçin.", "Choose at least one role.")
  }
}
