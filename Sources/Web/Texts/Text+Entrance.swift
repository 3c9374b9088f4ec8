import GuvenceCore

extension Text {
  /// Signing in, first run, passwords.
  enum Entrance {
    static let signIn = Localized("Oturum aç", "Sign in")
    static let login = Localized("Kullanıcı adı", "User name")
    static let loginHint = Localized(
      "Küçük harf, rakam, nokta, tire: a.yilmaz", "Small letters, digits, dot, hyphen: a.yilmaz")
    static let password = Localized("Parola", "Password")
    static let setupTitle = Localized("İlk kurulum", "First set-up")
    static let setupLead = Localized(
      "Bu veritabanının ilk hesabını açıyorsunuz: hem yönetici hem idare risk koordinatörü olacak.",
      "You are opening the first account: it will be system administrator and administration risk coordinator.")
    static let displayName = Localized("Ad soyad", "Full name")
    static let newPassword = Localized("Yeni parola", "New password")
    static let passwordHint = Localized(
      "En az 12 karakter. Birkaç sözcükten oluşan bir cümle iyi bir paroladır.",
      "At least 12 characters. A sentence of a few words makes a good one.")
    static let repeatPassword = Localized("Yeni parola (yeniden)", "New password (again)")
    static let repeatWrong = Localized("İki parola aynı değil.", "The two passwords differ.")
    static let create = Localized("Hesabı aç", "Open account")
    static let linkTitle = Localized("Parolanızı belirleyin", "Set your password")
    static let linkFor = Localized("Hesap:", "Account:")
    static let linkGone = Localized(
      "Bu bağlantı kullanılmış ya da süresi dolmuş. Yöneticinizden yeni bir bağlantı isteyin.",
      "This link was used or has expired. Ask your administrator for a new one.")
    static let changeTitle = Localized("Parolayı değiştir", "Change password")
    static let current = Localized("Şimdiki parola", "Current password")
    static let change = Localized("Parolayı değiştir", "Change password")
    static let setPassword = Localized("Parolayı belirle", "Set password")
    static let formExpired = Localized(
      "Formun süresi dolmuş ya da tarayıcınız çerezleri kabul etmiyor. Yeniden deneyin.",
      "The form expired or your browser refuses cookies. Please try again.")
    static let heldNote = Localized(
      "Oturumunuz sona ermiş. Yazdıklarınız duruyor; oturum açınca göndermeyi sürdürebilirsiniz.",
      "Your session has ended. What you typed is kept; sign in to go on sending it.")
    static let heldTitle = Localized("Formunuz bekliyor", "Your form is waiting")
    static let heldLead = Localized(
      "Oturumunuz yenilendi. Yazdıklarınız henüz kaydedilmedi.",
      "You are signed in again. What you typed is not saved yet.")
    static let heldSend = Localized("Formu gönder", "Send the form")
    static let aboutLine = Localized(
      "Güvence: kamu idareleri için risk ve iç kontrol sistemi",
      "Güvence: risk and internal control for administrations")
  }

  /// Pages of refusals.
  enum Refusal {
    static let notFoundTitle = Localized("Sayfa bulunamadı", "Page not found")
    static let notFound = Localized(
      "Böyle bir kayıt yok ya da görme yetkiniz yok. Adresi denetleyin.",
      "There is no such entry, or you may not see it. Check the address.")
    static let forbiddenTitle = Localized("Yetkiniz yok", "Not allowed")
    static let forbidden = Localized(
      "Bu sayfa ya da işlem rolünüzde yok. Gerekiyorsa yöneticinizden rol isteyin.",
      "Your role does not include this page or action. Ask your administrator where you need it.")
    static let crossSite = Localized(
      "Bu istek başka bir siteden gelmiş görünüyor ya da formun süresi dolmuş; hiçbir şey değiştirilmedi. "
        + "Sayfayı yeniden açıp tekrar deneyin.",
      "This request seems to come from another site, or the form expired; nothing was changed. "
        + "Open the page again and retry.")
    static let conflictTitle = Localized("Bu işlem şu anda yapılamaz", "This cannot be done now")
    static let throttledTitle = Localized("Çok fazla deneme", "Too many attempts")
    static let invalidTitle = Localized("İstek kabul edilmedi", "The request was refused")
    static let faultTitle = Localized("Bir arıza oluştu, özür dileriz", "Something failed, we apologise")
    static let faultSafe = Localized(
      "Son kaydettikleriniz güvende; bu istek hiçbir şeyi değiştirmedi. Yeniden deneyebilirsiniz.",
      "What you saved before is safe; this request changed nothing. You may try again.")
    static let faultReference = Localized("Destek için başvuru numarası:", "Reference number for support:")
    static let methodTitle = Localized("Bu adres böyle kullanılamaz", "This address cannot be used like that")
    static let tooLargeTitle = Localized("Dosya ya da form çok büyük", "The file or form is too large")
    static let tooLarge = Localized(
      "En çok 20 MB'lık dosya yükleyebilirsiniz. Dosyayı bölüp yeniden deneyin.",
      "Files up to 20 MB can be uploaded. Split the file and try again.")
    static let home = Localized("Panoya git", "Go to the dashboard")
  }

  /// Both versions of a stale save.
  enum Stale {
    static let title = Localized("Kayıt siz düzenlerken değişti", "The entry changed while you were editing")
    static let lead = Localized(
      "Hiçbir şey kaybolmadı: iki sürüm de aşağıda. Hangisinin kalacağını seçin.",
      "Nothing is lost: both versions are below. Choose which one stays.")
    static let changedBy = Localized("Bu arada kaydeden:", "Saved in between by:")
    static let field = Localized("Alan", "Field")
    static let theirs = Localized("Kayıtlı sürüm", "Stored version")
    static let yours = Localized("Sizin sürümünüz", "Your version")
    static let keep = Localized("Kayıtlı sürümü koru", "Keep the stored version")
    static let overwrite = Localized("Benim sürümümü kaydet", "Save my version")
    static let overwriteHint = Localized(
      "Ötekinin değişikliği günlükte kalır.", "The other change stays in the journal.")
    static let merge = Localized("Birleştirip kaydet", "Merge and save")
    static let mergeTitle = Localized("Birleştir", "Merge")
    static let mergeHint = Localized(
      "Metinleri düzenleyin; kaydettiğinizde sonuç bu olur.", "Edit the texts; this is what will be saved.")
    static let take = Localized("Hangisi", "Which one")
    static let takeStored = Localized("kayıtlı olanı al", "take the stored one")
    static let takeHint = Localized(
      "İşaretlediğiniz adımlar kayıtlı hâliyle, ötekiler sizin yazdığınız gibi düzenleyiciye gelir; kaydetmeden önce bakarsınız.",
      "Steps you tick go into the editor as stored, the others as you typed them; you look before you save.")
    static let openMerged = Localized("Seçtiklerimle düzenleyiciyi aç", "Open the editor with my choice")
    static let same = Localized(
      "İki sürümün alanları aynı; kayıt yalnız yenilenmiş.", "The fields are the same; only the version moved on.")
  }
}
