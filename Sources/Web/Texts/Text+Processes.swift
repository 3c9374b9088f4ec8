import GuvenceCore

extension Text {
  /// Processes and their charts.
  enum Processes {
    static let title = Localized("Süreçler", "Processes")
    static let process = Localized("Süreç", "Process")
    static let many = Localized("süreç", "processes")
    static let tree = Localized("Süreç ağacı", "Process tree")
    static let views = Localized("Görünüm", "View")
    static let coverage = Localized("Kapsama", "Coverage")
    static let services = Localized("Hizmet standartları", "Service standards")
    static let duties = Localized("Görev tanımları", "Job descriptions")
    static let catalogue = Localized("Süreç kataloğu", "Catalogue of processes")
    static let catalogueLead = Localized(
      "Belediyelerden derlenmiş örnek süreçler. Aldığınız süreç taslak bir şemayla gelir; kendi işleyişinize göre değiştirin.",
      "Example processes compiled from municipalities. An adopted one comes with a draft chart; change it to fit your work."
    )
    static let adopt = Localized("Katalogdan süreç al", "Adopt from the catalogue")
    static let adopted = Localized("alındı:", "adopted:")
    static let usualUnit = Localized("Olağan birimi", "Usual unit")
    static let add = Localized("Süreç ekle", "Add process")
    static let addPart = Localized("Alt süreç ekle", "Add a part")
    static let empty = Localized(
      "Henüz süreç yok. Katalogdaki 20 örnekten birini alın ya da kendi sürecinizi ekleyin.",
      "There are no processes yet. Adopt one of the 20 examples of the catalogue, or add your own.")
    static let emptyReading = Localized("Bu kapsamda süreç yok.", "There are no processes in this scope.")
    static let nothing = Localized("Bu süzgeçlerle süreç bulunamadı.", "No process matches these filters.")
    static let withRisks = Localized("şemasında risk olan", "with risks on the chart")
    static let reviewOverdue = Localized("gözden geçirmesi gecikmiş", "review overdue")
    static let stateApproved = Localized("onaylı şeması olan", "with an approved chart")
    static let reviewDue = Localized("Gözden geçirme", "Review due")
    static let overdue = Localized("gecikmiş", "overdue")
    static let revision = Localized("Sürüm", "Version")
    static let noChart = Localized("Şeması yok", "No chart")
    static let level = Localized("Düzeyi", "Level")
    static let processClass = Localized("Sınıfı", "Class")
    static let chart = Localized("İş akış şeması", "Workflow chart")
    static let inForce = Localized("Yürürlükte", "In force")
    static let noneInForce = Localized("Yürürlükte şema yok", "No chart in force")
    static let parts = Localized("Alt süreçleri", "Its parts")
    static let card = Localized("Süreç kartı", "Process card")
    static let editCard = Localized("Kartı düzenle", "Edit card")
    static let versions = Localized("Şemanın sürümleri", "Versions of the chart")
    static let noVersions = Localized("Henüz sürüm yok.", "No version yet.")
    static let prepared = Localized("Hazırlayan", "Prepared by")
    static let decided = Localized("Karar veren", "Decided by")
    static let effectiveOn = Localized("Yürürlük", "In force from")
    static let effectiveHint = Localized("Boşsa bugün.", "Today where empty.")
    static let differences = Localized("Farkı gör", "See differences")
    static let from = Localized("Eski sürüm", "Older version")
    static let to = Localized("Yeni sürüm", "Newer version")
    static let compare = Localized("Karşılaştır", "Compare")
    static let findings = Localized("Denetim bulguları", "Findings of the checks")
    static let noFindings = Localized("Denetim hiçbir eksik bulmadı.", "The checks found nothing.")
    static let steps = Localized("Adımlar", "Steps")
    static let step = Localized("Adım", "Step")
    static let linked = Localized("Bağlı kayıt", "Linked")
    static let sensitive = Localized("hassas", "sensitive")
    static let irrevocable = Localized("dönülmez", "irrevocable")
    static let tooManySteps = Localized(
      "Şema çizilemeyecek kadar çok adımlı; alt süreçlere bölün.",
      "The chart has too many steps to be drawn; split it into sub-processes.")
    static let retireTitle = Localized("Süreci kapat", "Close the process")
    static let retireLead = Localized(
      "Süreç listede kapalı görünür, şeması ve geçmişi durur. Yeniden açabilirsiniz.",
      "The process is shown as closed; its chart and history stay, and you can reopen it.")
    static let retiredLead = Localized("Bu süreç kapatıldı:", "This process was closed:")
    static let journalNote = Localized("Geçmiş", "History")

    /// A state as a filter.
    static func state(_ state: ProcessQuery.State) -> Localized {
      switch state {
      case .without: Localized("Şeması yok", "Without chart")
      case .draft: Localized("Taslak", "Draft")
      case .review: Localized("İncelemede", "In review")
      case .approved: Localized("Onaylı", "Approved")
      case .overdue: Localized("Gözden geçirmesi gecikmiş", "Review overdue")
      }
    }

    /// `2 hata`.
    static func errors(_ count: Int) -> Localized {
      Localized("▲ \(count) hata", count == 1 ? "▲ 1 error" : "▲ \(count) errors")
    }

    /// How many links are out of view.
    static func hidden(_ count: Int) -> Localized {
      Localized("Yetkiniz dışında \(count) bağ daha var.", "There are \(count) more links outside your scope.")
    }
  }
}

extension Text.Processes {
  // MARK: card

  static let newTitle = Localized("Yeni süreç", "New process")
  static let editTitle = Localized("Süreç kartını düzenle", "Edit the process card")
  static let parent = Localized("Üst süreç", "Process above")
  static let parentHint = Localized(
    "Ana süreç, süreç, alt süreç, faaliyet: derinlik düzeyi belirler.", "The depth decides the level.")
  static let noParent = Localized("En üstte", "At the top")
  static func codeHint(_ suggestion: String) -> Localized {
    let code = suggestion.isEmpty ? "" : " (\(suggestion))"
    return Localized(
      "Boşsa üst sürecin öteki parçalarının düzeninde verilir\(code). Sonra değişmez.",
      "Where empty it follows the other parts of the process above\(code). It stays.")
  }
  static let owner = Localized("Süreç sahibi", "Process owner")
  static let ownerHint = Localized("Görev unvanı, kişi adı değil.", "A post, not a person's name.")
  static let purpose = Localized("Amacı", "Purpose")
  static let scope = Localized("Kapsamı", "Scope")
  static let scopeHint = Localized("«… ile başlar, … ile sona erer.»", "Where it begins and where it ends.")
  static let lineHint = Localized("Her satıra bir tane.", "One a line.")
  static let boundaries = Localized("Girdiler ve çıktılar", "Inputs and outputs")
  static let inputs = Localized("Girdiler", "Inputs")
  static let outputs = Localized("Çıktılar", "Outputs")
  static let suppliers = Localized("Tedarikçiler", "Suppliers")
  static let customers = Localized("Yararlanıcılar", "Customers")
  static let documents = Localized("Talimat ve formlar", "Instructions and forms")
  static let systems = Localized("Bilgi sistemleri", "Information systems")
  static let indicators = Localized("Performans göstergeleri", "Performance indicators")
  static let indicatorsHint = Localized(
    "Her satıra bir gösterge; hesabını, birimini ve kaynağını da yazın.",
    "One a line, with its formula, unit and source.")
  static let basisAndCodes = Localized("Dayanak ve kodlar", "Basis and codes")
  static let legalBasis = Localized("Yasal dayanak", "Legal basis")
  static let documentNumber = Localized("Doküman no", "Document number")
  static let filePlan = Localized("Standart dosya planı kodu (SDP)", "Standard file plan code (SDP)")
  static let detsis = Localized("DETSİS no", "DETSİS number")
  static let financial = Localized("Mali süreç", "Financial process")
  static let financialHint = Localized(
    "Mali süreç: para harcanır, ön mali kontrol beklenir.", "Financial: money is spent, ex-ante control is expected.")
  static let service = Localized("Vatandaşa sunulan hizmet", "Service to citizens")
  static let serviceHint = Localized(
    "Hizmet standartları tablosunda yer alır.", "Stands in the service standards table.")
  static let serviceDocuments = Localized("Başvuruda istenen belgeler", "Documents asked for")
  static let serviceTime = Localized("Tamamlanma süresi (en geç)", "Completed within")
  static let complaintFirst = Localized("İlk müracaat yeri", "First place to complain")
  static let complaintSecond = Localized("İkinci müracaat yeri", "Second place to complain")
  static let origin = Localized("Katalogdaki aslı", "Catalogue entry")

  // MARK: links

  static let links = Localized("Risk ve kontrol bağları", "Linked risks and controls")
  static let noLinks = Localized(
    "Şemanın adımlarına risk kaydı ya da kontrol bağlanmamış.", "No risk or control is linked to the steps yet.")
  static let heatMap = Localized(
    "Bu sürecin risklerini ısı haritasında göster", "Show the risks of this process as a heat map")
  static let naming = Localized(
    "Bu süreci adlandıran, adıma bağlanmamış riskler", "Risks that name this process, linked to no step")
  static let link = Localized("Risk ya da kontrol bağla", "Link a risk or a control")
  static let unlink = Localized("Bağı kaldır", "Unlink")
  static let statement = Localized("Risk ya da kontrol", "Risk or control")
  static let point = Localized("Şemadaki noktası", "Point on the chart")
  static let stepOrPoint = Localized("Adım ya da nokta", "Step or point")
  static let pointHint = Localized(
    "▲ şemadaki risk, ◆ şemadaki kontrol; adımın bütünü de seçilebilir.",
    "▲ a risk, ◆ a control of the chart; the whole step may be chosen too.")
  static let stepGone = Localized("adım şemadan çıkmış", "step no longer there")
  static let riskReference = Localized("Risk referansı", "Reference of the risk")
  static let controlCode = Localized("Kontrol kodu", "Code of the control")
  static let chooseStep = Localized("Adımı seçin.", "Choose the step.")
  static let nameOne = Localized("Bir risk referansı ya da kontrol kodu yazın.", "Give a reference or a control code.")
  static let stepsOf = Localized("Süreçlerdeki yeri", "Where it stands in processes")
  static let noStepsOf = Localized(
    "Hiçbir süreç adımına bağlı değil. Bir sürecin sayfasından bağlayın:",
    "Linked to no step of a process. Link it on the page of a process:")
  static let riskText = Localized("Risk", "Risk")
  static let linkRisk = Localized("Sürece bağla", "Link to a process")
  static let linkRiskLead = Localized(
    "Süreci seçin; adımı o sürecin sayfasında seçersiniz.", "Choose the process; you choose the step on its page.")
  static let namedByRisk = Localized("Riskin kaydında yazan süreç", "The process that the risk names")
  static let noPlaces = Localized(
    "Bağlayabileceğiniz şemalı bir süreç yok.", "There is no process with a chart that you may link to.")

  /// `34 adım`.
  static func stepCount(_ count: Int) -> Localized {
    Localized("\(count) adım", count == 1 ? "1 step" : "\(count) steps")
  }

  // MARK: versions

  static let draw = Localized("Şemayı düzenle", "Edit the chart")
  static let newVersion = Localized("Yeni sürüm hazırla", "Draft a new version")
  static let submit = Localized("İncelemeye gönder", "Submit for review")
  static let approve = Localized("Onayla", "Approve")
  static let giveBack = Localized("İade et", "Return")
  static let returned = Localized("İade gerekçesi", "Returned because")
  static let seeChart = Localized("Şemayı gör", "See the chart")
  static let nothingOpen = Localized("Açık bir taslak yok.", "There is no open draft.")
  static let notNow = Localized(
    "Şema incelemede ya da süreç kapalı; şimdi düzenlenemez.",
    "The chart is in review or the process is closed; it cannot be edited now.")

  static func decision(_ decision: ChartDecision) -> Localized {
    switch decision {
    case .submission: submit
    case .approval: approve
    case .refusal: giveBack
    case .withdrawal: Localized("Taslaktan vazgeç", "Discard the draft")
    }
  }

  static func decisionLead(_ decision: ChartDecision) -> Localized {
    switch decision {
    case .submission:
      Localized(
        "Taslak incelemeye gider; onaylanana ya da iade edilene dek değişmez. Hata varsa gönderilemez.",
        "The draft goes to review and stays unchanged until it is approved or returned. Errors block this.")
    case .approval:
      Localized(
        "Bu sürüm yürürlüğe girer, önceki sürüm geçmişte kalır. Bir yıl sonra gözden geçirilir.",
        "This version comes into force; the former one stays in the history. Its review is due in a year.")
    case .refusal:
      Localized("Şema hazırlayana taslak olarak döner.", "The chart goes back to its author as a draft.")
    case .withdrawal:
      Localized(
        "Taslak kapanır; silinmez, sürümler arasında durur. Yürürlükteki şema değişmez.",
        "The draft is closed, not deleted; it stays among the versions. The chart in force does not change.")
    }
  }

  static let chartEmpty = Localized(
    "Bu sürecin şeması yok. Adımlarını bir tabloya yazın ya da bir dosyadan alın.",
    "This process has no chart. Type its steps as a table, or take them from a file.")
  static let differencesTitle = Localized("Sürüm farkı", "Difference of versions")
  static let nothingToCompare = Localized(
    "Karşılaştırılacak ikinci bir sürüm yok.", "There is no second version to compare with.")

  // MARK: look and files

  static let printChart = Localized("Yazdırma görünümü", "Print view")
  static let papers = Localized("Formlar ve tablolar", "Forms and tables")
  static let takeAway = Localized("Dışa aktar:", "Export:")
  static let revisionHint = Localized(
    "Basılı formlarda yürürlüğe giren ilk sürümün revizyon numarası 00'dır.",
    "On printed forms the first version in force has revision number 00.")
  static let way = Localized("Yön", "Direction")
  static let across = Localized("Yatay", "Across")
  static let down = Localized("Dikey", "Down")
  static let paper = Localized("Kâğıt", "Paper")
  static let screen = Localized("Tek parça", "One piece")
  static let printHint = Localized(
    "Sayfalara bölünmüş baskı için A4 ya da A3 seçin.", "Choose A4 or A3 to print on pages.")
  static let paperHint = Localized(
    "Tarayıcınızın yazdırma komutuyla basın; sayfalar arası bağlantılar harfle gösterilir.",
    "Print with your browser; letters show where pages connect.")
  static let importChart = Localized("Dosyadan şema al", "Chart from a file")
  static let importLead = Localized(
    "BPMN, Mermaid, metin, Excel ya da CSV dosyasındaki şema taslağa alınır; yürürlükteki şema değişmez.",
    "The chart of a BPMN, Mermaid, text, Excel or CSV file becomes the draft; the chart in force does not change.")
  static let fileHint = Localized(".bpmn, .mmd, .txt, .xlsx ya da .csv", ".bpmn, .mmd, .txt, .xlsx or .csv")
  static let imported = Localized("Şema taslağa alındı", "The chart is now the draft")
  static let exportNew = Localized("BPMN (yeni çizim)", "BPMN (drawn anew)")
  static let foreign = Localized("Dosyadan gelen salt okunur öğeler", "Read-only elements of the file")
  static let foreignLead = Localized(
    "Şema bir BPMN dosyasından geldi. Bu öğeler burada düzenlenemez; dışa aktarılan BPMN'de olduğu gibi kalır.",
    "The chart came from a BPMN file. These elements cannot be edited here; the exported BPMN keeps them as they are.")
  static let foreignName = Localized("Öğe", "Element")
  static let foreignKind = Localized("Tür", "Kind")
  static let foreignPlace = Localized("Yeri", "Place")
  static let foreignMore = Localized("Gösterilmeyen", "Not shown")
}
