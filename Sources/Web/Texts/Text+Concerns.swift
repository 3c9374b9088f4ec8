import GuvenceCore

extension Text {
  /// The confidential register: reporting, following, officers.
  enum Concerns {
    static let title = Localized("Şüphe bildirimi (ihbar)", "Report a suspicion")
    static let link = Localized("Şüphe bildirimi", "Report a suspicion")
    static let lead = Localized(
      "Yolsuzluk, usulsüzlük ya da görevi kötüye kullanma kuşkunuzu buradan bildirin. Adınızı vermek zorunda değilsiniz.",
      "Report a suspicion of corruption, irregularity or abuse of office here. You need not give your name.")
    static let promises = [
      Localized(
        "Bu sayfa oturumunuza bakmaz; açık bir oturumunuz olsa bile bildirim hesabınızla ilişkilendirilmez.",
        "This page does not look at your session; even when you are signed in, the report is not tied to your account."),
      Localized(
        "İnternet adresiniz ve tarayıcınız kaydedilmez. Zaman olarak yalnızca gün saklanır.",
        "Your internet address and browser are not recorded. Of the time only the day is kept."),
      Localized(
        "Yazdıklarınız şifrelenir; yalnızca kayıt için adlandırılmış görevliler okuyabilir, sistem yöneticisi okuyamaz.",
        "What you write is encrypted; only officers named for the register can read it, the system administrator cannot."
      ),
      Localized(
        "Kurum ağındaki başka aygıtlar bu sayfayı açtığınızı görebilir. Kaygılıysanız kendi aygıtınızdan bildirin.",
        "Other devices of the office network may see that you open this page. If that worries you, use a device of your own."
      ),
    ]
    static let subject = Localized("Konu", "Subject")
    static let text = Localized("Ne oldu", "What happened")
    static let textHint = Localized(
      "Ne, ne zaman, nerede, kimler, nasıl öğrendiniz. Kim olduğunuzu ele verecek ayrıntıyı yazıp yazmamak size kalmış.",
      "What, when, where, who, and how you know. Whether to add what would give you away is up to you.")
    static let name = Localized("Adınız (isteğe bağlı)", "Your name (optional)")
    static let contact = Localized("Size nasıl ulaşılsın (isteğe bağlı)", "How to reach you (optional)")
    static let contactHint = Localized(
      "Gerekmez: sorular size takip koduyla ulaşır.", "Not needed: questions reach you through the receipt code.")
    static let send = Localized("Bildir", "Send report")
    static let follow = Localized("Bildirimimi izle", "Follow my report")
    static let followLink = Localized("Daha önce yaptığım bildirimi izle", "Follow a report I made earlier")
    static let notOpen = Localized(
      "Bu idarede gizli bildirim kaydı henüz kurulmadı. Kurulması için sistem yöneticinize ya da iç denetçiye başvurun.",
      "This administration has not set up its confidential register yet. Ask the system administrator or the internal auditor."
    )
    static let fingerprint = Localized("Kaydın anahtarı:", "Key of the register:")
    static let received = Localized("Bildiriminiz alındı", "Your report was received")
    static let receivedLead = Localized(
      "Takip kodunuz aşağıdadır. Bir kez gösterilir ve yeniden verilemez; not alın, kimseye vermeyin.",
      "Your receipt code is below. It is shown once and cannot be given again; write it down and give it to nobody.")
    static let code = Localized("Takip kodu", "Receipt code")
    static let codeHint = Localized("Dört takım, beşer karakter", "Four groups of five characters")
    static let codeUse = Localized(
      "Bu kodla durumu görür, görevlilerin sorularını okur ve yanıtlarsınız.",
      "With it you see the state, read the officers' questions and answer them.")
    static let state = Localized("Durum", "State")
    static let receivedOn = Localized("Alındığı gün", "Received on")
    static let thread = Localized("Yazışma", "Messages")
    static let noMessages = Localized("Henüz bir ileti yok.", "There are no messages yet.")
    static let officer = Localized("Görevli", "Officer")
    static let reporter = Localized("Bildiren", "Reporter")
    static let you = Localized("Siz", "You")
    static let reply = Localized("Yanıtınız", "Your answer")
    static let sendReply = Localized("Yanıtla", "Answer")
    static let unreadable = Localized("(açılamadı)", "(cannot be opened)")

    static let listTitle = Localized("Gizli bildirimler", "Confidential reports")
    static let listLead = Localized(
      "Her açılış kayda geçer; içerik hiçbir listeye, aramaya, sayıya ya da dışa aktarıma girmez.",
      "Every opening is logged; contents enter no list, search, count or export.")
    static let empty = Localized(
      "Henüz bildirim yok. Çalışanlara /ihbar adresini duyurun.", "No reports yet. Let the staff know of /ihbar.")
    static let waiting = Localized("yanıt bekliyor", "waiting for you")
    static let number = Localized("No", "No.")
    static let unlockTitle = Localized("Gizli kaydı aç", "Unlock the confidential register")
    static let unlockLead = Localized(
      "Görevlilerin parola tümcesini yazın. Kayıt, on beş dakika kullanılmazsa ya da oturum kapanınca kilitlenir.",
      "Enter the officers' passphrase. The register locks after fifteen minutes without use and when you sign out.")
    static let passphrase = Localized("Parola tümcesi", "Passphrase")
    static let unlock = Localized("Aç", "Unlock")
    static let lock = Localized("Kilitle", "Lock")
    static let log = Localized("Erişim kaydı", "Access log")
    static let logLead = Localized(
      "Gizli kaydı kim, ne zaman, hangi bildirim için açtı. İçerik burada yoktur.",
      "Who opened the confidential register, when and which report. Its contents are not here.")
    static let officers = Localized("Görevliler", "Officers")
    static let officersAndKey = Localized("Görevliler ve anahtar", "Officers and key")
    static let officersLead = Localized(
      "Bildirimleri yalnızca aşağıdaki görevliler okur. Her değişiklik erişim kaydına geçer ve parola tümcesini ister.",
      "Only the officers below read the reports. Every change is logged and asks for the passphrase.")
    static let changeOfficers = Localized("Görevli ekle ya da çıkar", "Name or dismiss an officer")
    static let officerLogin = Localized("Kullanıcı adı", "User name")
    static let officerHint = Localized(
      "Açık bir hesap; yönetici rolündeki hesap görevli olamaz.",
      "An open account; an account that administers the system cannot be an officer.")
    static let nameOfficer = Localized("Görevli yap", "Name as officer")
    static let dismissOfficer = Localized("Görevlilikten çıkar", "Dismiss")
    static let changeKey = Localized("Anahtarı ve parola tümcesini değiştir", "Change key and passphrase")
    static let changeKeyLead = Localized(
      "Bir görevli ayrılınca değiştirin. Eski bildirimler yeni tümceyle de okunur; eski tümce hiçbir şey açmaz. Tümce unutulursa bildirimler bir daha okunamaz: mühürlü zarfta kasada bir kopya saklayın.",
      "Change it when an officer leaves. Older reports stay readable with the new passphrase; the old one opens nothing. Reports cannot be read without it: keep a copy in a sealed envelope."
    )
    static let oldPassphrase = Localized("Şimdiki parola tümcesi", "Present passphrase")
    static let newPassphrase = Localized("Yeni parola tümcesi", "New passphrase")
    static let newPassphraseHint = Localized("En az 16 karakter", "At least 16 characters")
    static let newPassphraseAgain = Localized("Yeni parola tümcesi, yeniden", "New passphrase again")
    static let passphrasesDiffer = Localized("İki parola tümcesi aynı değil.", "The two passphrases differ.")
    static let change = Localized("Değiştir", "Change")
    static let report = Localized("Bildirim", "Report")
    static let reporterName = Localized("Bildirenin adı", "Reporter's name")
    static let reporterContact = Localized("Ulaşma yolu", "How to reach them")
    static let write = Localized("İleti yaz", "Write")
    static let message = Localized("İleti", "Message")
    static let toReporter = Localized("Bildirene soru ya da bilgi", "To the reporter")
    static let note = Localized("Görevliler arası not", "Note among officers")
    static let kind = Localized("Türü", "Kind")
    static let changeStatus = Localized("Durumu değiştir", "Change the state")
    static let chooseStatus = Localized("Bir durum seçin.", "Choose a state.")
    static let remark = Localized("Açıklama ya da sonuç (bildiren görür)", "Remark or result (the reporter sees it)")
    static let turn = Localized("Olaya ya da riske dönüştür", "Turn into an event or a risk")
    static let turnLead = Localized(
      "Yeni kayıt bu bildirimi anmaz; bildireni ele verecek ayrıntıyı yazmayın.",
      "The new entry does not name this report; write nothing that gives the reporter away.")
    static let into = Localized("Ne olarak", "As what")
    static let risk = Localized("Risk", "Risk")
    static let turnText = Localized("Olay ya da risk tanımı", "Event or risk")
    static let record = Localized("Kaydet", "Record")
    static let opened = Localized("Açılan", "Opened")
    static let theList = Localized("liste", "the list")
  }
}
