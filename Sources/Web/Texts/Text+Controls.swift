import GuvenceApplication
import GuvenceCore

extension Text {
  /// Controls, their tests and the residual risk they suggest.
  enum Controls {
    static let title = Localized("Kontroller", "Controls")
    static let control = Localized("Kontrol", "Control")
    static let many = Localized("kontrol", "controls")
    static let add = Localized("Kontrol ekle", "Add control")
    static let newTitle = Localized("Yeni kontrol", "New control")
    static let editTitle = Localized("Kontrolü düzenle", "Edit control")
    static let empty = Localized(
      "Kitaplıkta kontrol yok. Bir kontrol ekleyin ya da bir riskin sayfasındaki yazılı kontrolleri kitaplığa alın.",
      "The library is empty. Add a control, or take the written ones of a risk's page into it.")
    static let emptyReading = Localized("Bu kapsamda kontrol yok.", "There are no controls in this scope.")
    static let nothing = Localized("Bu süzgeçlerle eşleşen kontrol yok.", "No control matches these filters.")
    static let kind = Localized("Sınıfı", "Class")
    static let nature = Localized("Niteliği", "Nature")
    static let frequency = Localized("Sıklığı", "Frequency")
    static let owner = Localized("Sorumlu", "Owner")
    static let description = Localized("Açıklama", "Description")
    static let descriptionHint = Localized(
      "Ne yapılır, ne zaman, kim yapar, hangi iz kalır.", "What is done, when, by whom, and what trace it leaves.")
    static let nameHint = Localized("Örnek: Ödeme emrinde çift onay", "Example: two approvals of a payment order")
    static let designGroup = Localized("Tasarım", "Design")
    static let designHint = Localized(
      "Yanıtlardan tasarım puanı (KYP) bulunur; açık kalan soru varsa puan bilinmiyor sayılır. Niteliğin ve sınıfın "
        + "puanı yukarıdaki seçimden gelir.",
      "The answers give the design quality; with an open question it is unknown. Nature and class count as chosen above."
    )
    static let typeHint = Localized(
      "Yalnızca yönlendirici kontrol için: hangi tür gibi sayılsın.",
      "For directive controls only: the type it counts as.")
    static let open = Localized("Yanıtlanmadı", "Open")
    static let design = Localized("Tasarım etkinliği (1–5)", "Design effectiveness (1–5)")
    static let designScoreHint = Localized("Beş puan yöntemi için.", "For the five-point method.")
    static let designReason = Localized("Tasarım değerlendirmesinin gerekçesi", "Reason of the design judgement")
    static let origin = Localized("Alındığı risk", "Taken from the risk")
    static let forRisk = Localized("Kaydedilince bu riske bağlanır", "Will be linked to this risk")
    static let effectiveness = Localized("Etkinlik", "Effectiveness")
    static let strength = Localized("Güç (KEP)", "Strength")
    static let strengthLong = Localized("Kontrol gücü (KEP, 0–100)", "Strength (0–100)")
    static let quality = Localized("Tasarım puanı (KYP, 0–100)", "Design quality (0–100)")
    static let testScore = Localized("KTS", "Test score")
    static let testScoreLong = Localized("Test puanı (KTS, 0–100)", "Test score (0–100)")
    static let operating = Localized("İşleyiş etkinliği", "Operating effectiveness")
    static let whyStrength = Localized("Bu sayılar nereden geliyor?", "Where do these numbers come from?")
    static let unknownBecause = Localized("Bilinmiyor, çünkü", "Unknown, because")
    static let risks = Localized("Riskler", "Risks")
    static let noRisks = Localized(
      "Hiçbir riske bağlı değil. Riskin sayfasındaki «Kontroller» bölümünden bağlayın.",
      "Linked to no risk. Link it in the section «Controls» of a risk's page.")
    static let hiddenRisks = Localized(
      "risk daha bu kontrole bağlı; yetki alanınızın dışında.", "more risks out of your view.")
    static let factor = Localized("Etmen", "Factor")
    static let share = Localized("Pay (%)", "Share (%)")
    static let shareHint = Localized(
      "1–100. Bir etmendeki payların toplamı %100'ü aşamaz.", "1–100. The shares on one factor cannot exceed 100%.")
    static let tests = Localized("Testler", "Tests")
    static let record = Localized("Test kaydet", "Record a test")
    static let noTests = Localized(
      "Henüz test yok; test puanı bilinmiyor. İlk testi aşağıdan kaydedin.",
      "No test yet, so the test score is unknown. Record the first one below.")
    static let noTestsReading = Localized("Henüz test yok.", "No test yet.")
    static let testedOn = Localized("Test günü", "Tested on")
    static let testedOnHint = Localized("Boşsa bugün.", "Today where empty.")
    static let tester = Localized("Testi yapan", "Tester")
    static let testerHint = Localized(
      "Boşsa siz. Kontrolü yapandan başkası olmalı.", "You where empty. Somebody other than the owner.")
    static let sample = Localized("Örnek sayısı", "Sample size")
    static let sampleHint = Localized(
      "İncelenen işlem sayısı; uygulanamadıysa 0.", "Cases looked at; 0 where it could not be made.")
    static let exceptions = Localized("İstisna sayısı", "Exceptions")
    static let exceptionsHint = Localized(
      "Kontrolün çalışmadığı örnekler.", "Cases in which the control had not worked.")
    static let conclusion = Localized("Sonuç", "Conclusion")
    static let chooseConclusion = Localized("Testin sonucunu seçin.", "Choose the conclusion.")
    static let wholeNumber = Localized("Tam sayı yazın.", "Enter a whole number.")
    static let notes = Localized("Bulgular", "Findings")
    static let details = Localized("Ayrıntılar", "Details")
    static let retireTitle = Localized("Kontrolü kapat", "Close the control")
    static let retireLead = Localized(
      "Kontrol artık hiçbir riski düşürmez; testleri ve bağları geçmişte durur. Yeniden açabilirsiniz.",
      "The control lowers no risk any more; its tests and links stay in the history, and you can reopen it.")
    static let retiredLead = Localized("Bu kontrol kapatıldı:", "This control was closed:")
    static let closedMark = Localized("kapatıldı, sayılmıyor", "closed, does not count")
    static let ofRiskEmpty = Localized(
      "Bu riske bağlı kontrol yok. Kitaplıktan bir kontrol bağlayın; artık risk önerisi ondan hesaplanır.",
      "No control is linked. Link one of the library; the residual risk is suggested from it.")
    static let ofRiskEmptyReading = Localized("Bu riske bağlı kontrol yok.", "No control is linked to this risk.")
    static let linkTitle = Localized("Kontrol bağla", "Link a control")
    static let linkHint = Localized(
      "Bağlı bir kontrolü seçerseniz payı ve etmeni değişir.", "Choosing a linked one changes its share and factor.")
    static let linked = Localized("Bağlı kontroller", "Linked controls")
    static let notInLibrary = Localized("Kitaplıkta yok mu?", "Not in the library?")
    static let chooseControl = Localized("Bir kontrol seçin.", "Choose a control.")
    static let chooseFactor = Localized("Etmeni seçin.", "Choose the factor.")
    static let unlink = Localized("Bağı kaldır", "Unlink")
    static let unlinkTitle = Localized("Kontrolün bağını kaldır", "Unlink the control")
    static let unlinkLead = Localized(
      "Kontrol bu riski artık düşürmez; bağ ve gerekçeniz geçmişte durur. Yeniden bağlayabilirsiniz.",
      "The control lowers this risk no more; link and reason stay in the history, and you can link it again.")
    static let suggestion = Localized("Kontrollerin önerdiği artık risk", "Residual risk suggested by the controls")
    static let method = Localized("Artık risk hesabı", "Residual risk method")
    static let byMethodology = Localized("puanlama yönteminden", "from the methodology")
    static let assessFirst = Localized(
      "Öneri için önce doğal riski değerlendirin.", "Assess the inherent risk first.")
    static let noneOpen = Localized("Açık kontrol yok; öneri hesaplanmaz.", "No open control, so nothing is suggested.")
    static let noneForOpportunities = Localized(
      "Fırsatlar için artık risk önerilmez.", "Nothing is suggested for opportunities.")
    static let chosen = Localized("Verilen artık risk", "Residual risk given")
    static let differs = Localized("Öneriden farklı.", "It differs from the suggestion.")
    static let agrees = Localized("Öneriyle aynı.", "It is what is suggested.")
    static let adopt = Localized("Öneriyi benimse", "Adopt the suggestion")
    static let written = Localized("Yazılı kontroller", "Written controls")
    static let writtenHint = Localized(
      "Risk kaydındaki metin olduğu gibi kalır; kitaplığa alınan kontrol test edilir ve öneride sayılır.",
      "The register's text stays; a control in the library is tested and counts in the suggestion.")
    static let toLibrary = Localized("Kitaplığa al", "Take into the library")
    static let methodLead = Localized(
      "Kontrollerin bir riski ne kadar düşürdüğü bu yöntemle hesaplanır ve riskin sayfasında öneri olarak durur; kararı "
        + "insanlar verir.",
      "By this method the effect of controls is calculated and stands on a risk's page as a suggestion; people decide.")
    static let methodInForce = Localized("Yürürlükteki yöntem", "Method in force")
    static let methods = Localized("Yöntemler", "Methods")
    static let chooseMethod = Localized("Yöntem seç", "Choose a method")
    static let from = Localized("Yürürlük günü", "In force from")
    static let fromHint = Localized("Boşsa bugün; geçmişe yürümez.", "Today where empty; never from a past day.")
    static let noChoice = Localized(
      "Henüz seçim yapılmadı; puanlama yönteminin söylediği geçerli.",
      "Nothing chosen yet; the methodology's own holds.")
    static let choices = Localized("Seçimler", "Choices")

    /// How the test score follows from the tests.
    static func testRule(_ months: Int) -> Localized {
      Localized(
        "Test puanı son testten gelir: istisnasız örneklerin payı × 100; başarısız testte 0. \(months) aydan eski test "
          + "sayılmaz.",
        "The test score is that of the last test: the share without exceptions × 100; 0 where it failed. Tests over "
          + "\(months) months old do not count.")
    }

    /// A state as a filter.
    static func state(_ state: ControlState) -> Localized {
      switch state {
      case .effective: Localized("Etkin", "Effective")
      case .partial: Localized("Kısmen etkin", "Partially effective")
      case .ineffective: Localized("Etkin değil", "Not effective")
      case .untested: Localized("Testi geçerli değil", "No valid test")
      case .unlinked: Localized("Riske bağlı değil", "Linked to no risk")
      case .retired: Localized("Kapatılan", "Closed")
      }
    }
  }
}
