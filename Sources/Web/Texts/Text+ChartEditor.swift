import GuvenceCore

extension Text.Processes {
  // MARK: editor

  static let editorTitle = Localized("Şemayı düzenle", "Edit the chart")
  static let editorLead = Localized(
    "Her satır bir adımdır; şema kendiliğinden çizilir. Sonraki boşsa bir alttaki adım gelir; kararda «Evet → 4; Hayır → 2» yazın.",
    "Each row is a step; the chart draws itself. An empty Next means the row below; for a decision write “Yes → 4; No → 2”."
  )
  static let lanes = Localized("Roller (kulvar sırasıyla)", "Roles (in the order of the lanes)")
  static let lanesHint = Localized(
    "Noktalı virgülle ayrılmış; boşsa adımlardaki sırayla.", "With semicolons between; as met in the steps where empty."
  )
  static let livePicture = Localized("Canlı şema", "Live chart")
  static let pictureEmpty = Localized(
    "İlk adımı yazınca şema burada çizilir.", "The chart appears here with the first step.")
  static let pictureSize = Localized("Şemanın boyutu", "Size of the chart")
  static let previewFailed = Localized(
    "Şema yenilenemedi; yazdıklarınız duruyor. Sorun sürerse taslağı kaydedin ya da sayfayı yeni sekmede açıp yeniden oturum açın.",
    "The chart could not be refreshed; what you typed is still here. If this goes on, save the draft, or sign in again in another tab."
  )
  static let refresh = Localized("Şemayı yenile", "Refresh the chart")
  static let renumber = Localized("Yeniden numarala", "Renumber")
  static let undo = Localized("Geri al", "Undo")
  static let redo = Localized("Yinele", "Redo")
  static let addRow = Localized("Satır ekle", "Add a row")
  static let addBelow = Localized("Altına satır ekle", "Add a row below")
  static let deleteRow = Localized("Satırı sil", "Delete the row")
  static let moveUp = Localized("Yukarı taşı", "Move up")
  static let moveDown = Localized("Aşağı taşı", "Move down")
  static let nextRow = Localized("alttaki satır", "row below")
  static let kindByName = Localized("kendiliğinden", "by its name")
  static let action = Localized("K/P/İ/O", "K/P/İ/O")
  static let flag = Localized("Nitelik", "Mark")
  static let calls = Localized("Süreç kodu", "Process code")
  static let pasteTitle = Localized("Excel ya da Word tablosundan al", "From an Excel or Word table")
  static let paste = Localized("Tablo", "Table")
  static let pasteHint = Localized(
    "Hücreleri kopyalayıp yapıştırın; başlık satırı varsa sütunlar, sırası ne olursa olsun, adlarından tanınır.",
    "Copy the cells and paste them; with a heading row columns are recognised by name, in any order.")
  static let pasteRows = Localized("Satırlara çevir", "Turn into rows")
  static let changeNote = Localized("Ne değişti", "What changed")
  static let changeNoteHint = Localized("Sürüm listesinde görünür.", "Shown in the list of versions.")
  static let saveDraft = Localized("Taslağı kaydet", "Save draft")
  static let keys = Localized("Klavye kısayolları", "Keyboard shortcuts")

  static let keyList: [(keys: [String], text: Localized)] = [
    (["Tab"], Localized("sonraki alan", "next field")),
    (["Enter"], Localized("altına yeni satır", "new row below")),
    (["Alt + ↑", "Alt + ↓"], Localized("satırı taşı", "move the row")),
    (["Alt + ←", "Alt + →"], Localized("önceki, sonraki alan", "previous, next field")),
    (["↑", "↓"], Localized("üstteki, alttaki satırın aynı alanı", "same field of the row above, below")),
    (["Ctrl + Delete"], Localized("satırı sil", "delete the row")),
    (
      ["Ctrl + V"],
      Localized("Excel ya da Word hücrelerini satır olarak yapıştır", "paste cells of Excel or Word as rows")
    ),
    (["Ctrl + Z", "Ctrl + Y"], Localized("geri al, yinele", "undo, redo")),
    (["Alt + 0"], Localized("şemanın boyutunu değiştir", "change the size of the chart")),
  ]

  /// `12 adım · 2 hata · 1 uyarı · 0 bilgi`.
  static func status(steps: Int, errors: Int, warnings: Int, notes: Int) -> Localized {
    Localized(
      "\(steps) adım · \(errors) hata · \(warnings) uyarı · \(notes) bilgi",
      "Steps: \(steps) · errors: \(errors) · warnings: \(warnings) · notes: \(notes)")
  }
}

extension Text.Processes {
  // MARK: overviews

  static let waiting = Localized("Taslak ya da onay bekleyen", "Drafts and waiting for approval")
  static let noWaiting = Localized("Bekleyen sürüm yok.", "Nothing waits.")
  static let overdueReviews = Localized("Yıllık gözden geçirmesi gecikmiş", "Yearly review overdue")
  static let noOverdue = Localized("Geciken gözden geçirme yok.", "No review is overdue.")
  static let withoutChart = Localized("Onaylı şeması olmayan süreçler", "Processes without an approved chart")
  static let withoutRisks = Localized("Şemasında risk olmayan süreçler", "Charts without risks")
  static let uncontrolled = Localized("Kontrolsüz süreçteki yüksek riskler", "High risks of processes without controls")
  static let unplaced = Localized("Hiçbir sürece bağlı olmayan riskler", "Risks linked to no process")
  static let noneMissing = Localized("Eksik yok.", "Nothing is missing.")
  static let charted = Localized("onaylı şeması olan süreç", "processes with an approved chart")
  static let riskless = Localized("şemasında risk olmayan süreç", "charts without risks")
  static let uncontrolledRisks = Localized(
    "kontrolsüz süreçteki yüksek risk", "high risks of processes without controls")
  static let unplacedRisks = Localized("hiçbir sürece bağlı olmayan risk", "risks linked to no process")

  /// That a list shows only the highest.
  static func firstOf(_ shown: Int, _ all: Int) -> Localized {
    Localized("En yüksek \(shown) risk gösteriliyor; toplam \(all).", "The highest \(shown) of \(all) risks.")
  }
  static let servicesLead = Localized(
    "Vatandaşa sunulan hizmetler, süreç kartlarından.", "Services to citizens, from the process cards.")
  static let servicesEmpty = Localized(
    "Henüz hizmet yok. Bir sürecin kartında «Hizmet standartları tablosunda yer alır» kutusunu işaretleyin.",
    "There are no services yet. Tick “Stands in the service standards table” on the card of a process.")
  static let orderNumber = Localized("Sıra no", "No.")
  static let serviceName = Localized("Hizmetin adı", "Service")
  static let timeMissing = Localized("süresi yazılmamış", "no time given")
  static let jobDescription = Localized("Görev tanımı", "Job description")
  static let dutiesLead = Localized(
    "Yürürlükteki şemalarda her role düşen adımlar; görev tanımı formuna temel olur.",
    "Steps that fall to each role in the charts in force; the beginning of its job description.")
  static let noRoles = Localized(
    "Yürürlükte şema yok; bir şema onaylanınca rolleri burada görünür.",
    "No chart is in force; the roles appear when one is approved.")
  static let noDuties = Localized("Bu role düşen adım yok.", "No step falls to this role.")
  static let procedure = Localized("İşlem yönergesi", "Procedure")
  static let tables = Localized("Tablolar", "Tables")
  static let formHint = Localized(
    "Tarayıcınızın yazdırma komutuyla basın; sayfalar A4 boyutundadır.", "Print with your browser; the sheets are A4.")
  static let sensitiveDuties = Localized("Hassas görevler", "Sensitive duties")
  static let noSensitive = Localized(
    "Yürürlükteki şemalarda hassas görev yok.", "No sensitive duty in charts in force.")
}
