import GuvenceApplication
import GuvenceCore

extension Text {
  /// The register.
  enum Register {
    static let title = Localized("Risk kaydı", "Risk register")
    static let add = Localized("Risk ekle", "Add risk")
    static let levels = Localized("Düzey", "Level")
    static let states = Localized("Durum", "State")
    static let filters = Localized("Süzgeçler", "Filters")
    static let active = Localized("Etkin süzgeçler", "Active filters")
    static let remove = Localized("kaldır", "remove")
    static let clear = Localized("Süzgeçleri temizle", "Clear filters")
    static let nothing = Localized("Bu süzgeçlerle eşleşen risk yok.", "No risk matches these filters.")
    static let empty = Localized(
      "Kayıtta henüz risk yok. Risk ekleyebilir ya da elinizdeki Excel dosyasını içe aktarabilirsiniz.",
      "The register is empty. Add a risk or import the workbook you have.")
    static let importFile = Localized("Dosyadan aktar", "Import a file")
    static let export = Localized("Bu listeyi indir:", "Download this list:")
    static let caption = Localized("Riskler", "Risks")
    static let change = Localized("Yön", "Change")
    static let owner = Localized("Sahibi", "Owner")
    static let updated = Localized("Son değişiklik", "Last change")
    static let sortBy = Localized("Sırala", "Sort by")
    static let pages = Localized("Sayfalar", "Pages")
    static let previous = Localized("Önceki", "Previous")
    static let next = Localized("Sonraki", "Next")
    static let cell = Localized("Hücre", "Cell")
    static let search = Localized("Arama", "Search")
    static let category = Localized("Kategori", "Category")
    static let kind = Localized("Tür", "Kind")

    /// Name of a state's chip.
    static func state(_ state: RiskState) -> Localized {
      switch state {
      case .notAssessed: Localized("Değerlendirilmedi", "Not assessed")
      case .aboveAppetite: Localized("İştah üstünde", "Above appetite")
      case .reviewDue: Localized("Gözden geçirme zamanı", "Review due")
      case .stale: Localized("12 aydır dokunulmadı", "Untouched for 12 months")
      case .key: Localized("Kilit risk", "Key risk")
      case .shared: Localized("Ortak risk", "Shared risk")
      case .retired: Localized("Kapatılan", "Closed")
      }
    }
  }

  /// The page of one risk.
  enum Risk {
    static let assess = Localized("Değerlendir", "Assess")
    static let retire = Localized("Kapat", "Close")
    static let reinstate = Localized("Yeniden aç", "Reopen")
    static let statement = Localized("Risk ifadesi", "Risk statement")
    static let cause = Localized("Sebep", "Cause")
    static let event = Localized("Olay", "Event")
    static let consequence = Localized("Sonuç", "Consequence")
    static let scores = Localized("Puanlar", "Scores")
    static let notAssessed = Localized("Bu risk henüz değerlendirilmedi.", "This risk is not assessed yet.")
    static let noResidual = Localized(
      "Artık risk değerlendirilmedi; doğal risk geçerlidir.", "No residual risk given; the inherent one counts.")
    static let inForceSince = Localized("yürürlük", "in force since")
    static let declared = Localized("Dosyada bildirilen", "Declared in the file")
    static let declaredDiffers = Localized(
      "Dosyadaki puan ya da düzey, kuralların verdiğinden farklı.",
      "The file's score or level differs from what the rules give.")
    static let nextReview = Localized("Sonraki gözden geçirme", "Next review")
    static let history = Localized("Değerlendirme geçmişi", "Assessment history")
    static let historyEmpty = Localized("Henüz değerlendirme yok.", "No assessments yet.")
    static let journal = Localized("Bu riskin günlüğü", "Journal of this risk")
    static let details = Localized("Ayrıntılar", "Details")
    static let findings = Localized("Dikkat edilecekler", "Worth attention")
    static let asOf = Localized("Şu günkü durum", "State on the day")
    static let asOfNow = Localized("Bugüne dön", "Back to today")
    static let asOfLead = Localized("Geçmiş bir günün kaydını görüyorsunuz:", "You see the record of a past day:")
    static let assessedOn = Localized("Gün", "Day")
    static let assessedBy = Localized("Kaydeden", "Recorded by")
    static let origin = Localized("Kaynak", "Origin")
    static let methodology = Localized("Yöntem", "Methodology")
    static let reaction = Localized("Öngörülen tepki", "Prescribed reaction")
    static let retiredLead = Localized("Bu risk kapatıldı:", "This risk was closed:")
    static let key = Localized("Kilit risk", "Key risk")
    static let retireTitle = Localized("Riski kapat", "Close the risk")
    static let retireLead = Localized(
      "Risk etkin kayıttan çıkar; silinmez, geçmişi ve günlüğü durur. Dilediğinizde yeniden açabilirsiniz.",
      "The risk leaves the active register. It is not deleted; its history and journal stay, and you can reopen it.")
    static let retireReason = Localized("Kapatma gerekçesi", "Reason for closing")
    static let stored = Localized("Bu sayfanın sürümü", "Version of this page")
  }

  /// Adding and editing a risk.
  enum RiskForm {
    static let newTitle = Localized("Yeni risk", "New risk")
    static let ofEvent = Localized("Bağlanacağı olay", "Event it will be linked to")
    static let editTitle = Localized("Riski düzenle", "Edit risk")
    static let unit = Localized("Riski taşıyan birim", "Unit that carries the risk")
    static let statement = Localized("Tespit edilen risk", "Identified risk")
    static let statementHint = Localized(
      "Tek cümle: «… nedeniyle … olması sonucunda …».", "One sentence: cause, event, consequence.")
    static let kind = Localized("Tür", "Kind")
    static let kindHint = Localized(
      "Hedefe zarar verebilecek olay tehdit, hedefi kolaylaştırabilecek olay fırsattır.",
      "A threat may harm the objective, an opportunity may further it.")
    static let process = Localized("Süreç / faaliyet", "Process / activity")
    static let processHint = Localized(
      "Riskin doğduğu iş. Listeden bir süreç seçerseniz risk, sürecin sayfasında da görünür.",
      "The work in which it arises. Choose a process from the list and the risk is shown on its page, too.")
    static let project = Localized("Proje", "Project")
    static let projectHint = Localized("Bir projeye bağlıysa adı.", "Its name, where it belongs to a project.")
    static let controllability = Localized("Kontrol edilebilirlik", "Controllability")
    static let identificationMethod = Localized("Tespit yöntemi", "Identification method")
    static let identificationMethodHint = Localized("Bu risk nasıl fark edildi?", "How was this risk found?")
    static let partsTitle = Localized("Sebep, olay, sonuç", "Cause, event, consequence")
    static let cause = Localized("Sebep", "Cause")
    static let event = Localized("Olay", "Event")
    static let consequence = Localized("Sonuç", "Consequence")
    static let contextTitle = Localized("Hedef ve sınıf", "Objective and class")
    static let strategicTarget = Localized("Stratejik hedef", "Strategic target")
    static let strategicTargetHint = Localized("Stratejik plandaki kodu: H2.2", "Its code in the strategic plan: H2.2")
    static let unitObjective = Localized("Birim/alt birim hedefi", "Objective of the unit")
    static let category = Localized("Risk kategorisi", "Risk category")
    static let source = Localized("Riskin kaynağı", "Source of the risk")
    static let responseTitle = Localized("Yanıt ve kontroller", "Response and controls")
    static let response = Localized("Riske verilen cevap", "Response")
    static let controls = Localized("Mevcut kontroller", "Existing controls")
    static let plannedControls = Localized(
      "Yeni, ek ya da kaldırılan kontroller", "New, additional or removed controls")
    static let startedOn = Localized("Başlangıç tarihi", "Start day")
    static let owner = Localized("Riskin sahibi", "Owner of the risk")
    static let ownerHint = Localized("Kişi değil görev yazın: Mali Hizmetler Müdürü.", "A post rather than a person.")
    static let notes = Localized("Açıklama", "Remarks")
    static let declaredChange = Localized("Bildirilen yön", "Declared change")
    static let keyRisk = Localized("Kilit risk", "Key risk")
    static let keyRiskTick = Localized(
      "Bu, puanı ne olursa olsun kilit risktir.", "This is a key risk whatever its score.")
    static let keyRiskReason = Localized("Kilit risk sayılma gerekçesi", "Why it is a key risk")
    static let noUnits = Localized(
      "Risk ekleyebileceğiniz bir birim yok.", "There is no unit to which you may add risks.")
    static let firstAssessment = Localized("İlk değerlendirme", "First assessment")
    static let firstAssessmentHint = Localized(
      "Şimdi boş bırakabilirsiniz; risk «değerlendirilmedi» olarak kaydedilir.",
      "You may leave this empty; the risk is stored as not assessed.")
  }

  /// Assessing a risk.
  enum Assess {
    static let title = Localized("Değerlendir", "Assess")
    static let inherent = Localized("Doğal risk (kontroller yokken)", "Inherent risk (before controls)")
    static let residual = Localized("Artık risk (mevcut kontrollerle)", "Residual risk (with existing controls)")
    static let residualHint = Localized(
      "Kontrollerin etkisini değerlendirdiyseniz iki değeri de seçin; yoksa boş bırakın.",
      "Choose both values if you judged the effect of the controls; otherwise leave them empty.")
    static let target = Localized("Hedef risk", "Target risk")
    static let likelihood = Localized("Olasılık", "Likelihood")
    static let impact = Localized("Etki", "Impact")
    static let positiveImpact = Localized("Olumlu etki", "Positive impact")
    static let opportunityHint = Localized(
      "Bu bir fırsat: etki, hedefe sağlayacağı yarardır; yüksek düzey daha çok yarar demektir.",
      "This is an opportunity: the impact is what it would bring; a high level means a greater gain.")
    static let noValue = Localized("boş", "none")
    static let dimensions = Localized("Etkiyi boyutlarıyla girin", "Enter the impact by dimension")
    static let dimensionsHint = Localized(
      "Boyutlar doluysa etki onlardan hesaplanır.", "Where dimensions are given, the impact is worked out from them.")
    static let reason = Localized("Değerlendirme gerekçesi", "Reason of the assessment")
    static let reasonHint = Localized("Neye dayanarak böyle değerlendirdiniz?", "What is the judgement based on?")
    static let assessedOn = Localized("Değerlendirme günü", "Day of the assessment")
    static let assessedOnHint = Localized("Boşsa bugün.", "Today where empty.")
    static let preview = Localized("Puanı hesapla", "Work out the score")
    static let save = Localized("Değerlendirmeyi kaydet", "Save assessment")
    static let live = Localized("Sonuç", "Result")
    static let liveEmpty = Localized(
      "Olasılık ve etkiyi seçtiğinizde puan ve gerekçesi burada görünür.",
      "The score and its reasons appear here once likelihood and impact are chosen.")
    static let required = Localized("Bir değer seçin.", "Choose a value.")
    static let pairNeeded = Localized("Olasılık ve etkiyi birlikte seçin.", "Choose likelihood and impact together.")
    static let dayWrong = Localized("Günü GG.AA.YYYY biçiminde yazın.", "Write the day as DD.MM.YYYY.")
    static let nextReview = Localized("Gözden geçirme", "Review by")
    static let previous = Localized("Önceki değerlendirme", "Previous assessment")
  }
}
