import GuvenceCore

extension Text {
  /// Risk appetite and the cases of risks above it.
  enum Appetite {
    static let title = Localized("Risk iştahı", "Risk appetite")
    static let column = Localized("İştah", "Appetite")
    static let propose = Localized("Beyan öner", "Propose a statement")
    static let proposeTitle = Localized("Risk iştahı beyanı öner", "Propose a statement of risk appetite")
    static let proposeLead = Localized(
      "Beyan, sizden başka bir üst yönetici onayladığında yürürlüğe girer; öncekinin üzerine yazılmaz, yerine geçer.",
      "A statement holds once a top manager other than you has approved it; it supersedes the earlier one.")
    static let export = Localized("Beyanlar ve aşımlar (XLSX)", "Statements and cases (XLSX)")
    static let statements = Localized("Beyanlar", "Statements")
    static let noStatements = Localized(
      "Henüz beyan yok; yöntemin varsayılan iştahı uygulanıyor. Kendi sınırlarınız için bir beyan önerin.",
      "There are no statements; the methodology's default applies. Propose one to set your own limits.")
    static let noStatementsReading = Localized(
      "Henüz beyan yok; yöntemin varsayılan iştahı uygulanıyor. Beyanı idare risk koordinatörü önerir.",
      "There are no statements; the methodology's default applies. The administration risk coordinator proposes them.")
    static let defaultLevel = Localized("Yöntemin varsayılanı: en çok", "Default of the methodology: up to")
    static let byDefault = Localized("varsayılana göre", "by default")
    static let precedence = Localized(
      "Bir riski birden çok beyan kapsıyorsa en özel olanı geçerlidir: önce hedef, sonra kategori, sonra tüm riskler.",
      "Where several statements cover a risk the most special one holds: target, then category, then all risks.")
    static let subject = Localized("Kapsam", "Scope")
    static let appetite = Localized("İştah", "Appetite")
    static let appetiteHint = Localized("İsteyerek alınan en yüksek puan.", "The highest score willingly taken.")
    static let tolerance = Localized("Tolerans", "Tolerance")
    static let toleranceHint = Localized(
      "Sapma olarak katlanılan en yüksek puan; iştahtan küçük olamaz.",
      "The highest score borne as a deviation; not below the appetite.")
    static let capacity = Localized("Kapasite", "Capacity")
    static let capacityHint = Localized(
      "Taşınabilecek en yüksek puan; toleranstan küçük olamaz.",
      "The highest score that can be borne; not below the tolerance.")
    static let overall = Localized("Tüm riskler", "All risks")
    static let category = Localized("Kategori", "Category")
    static let target = Localized("Stratejik hedefin kodu", "Code of the strategic target")
    static let targetHint = Localized("Yalnızca hedef için: H2.2", "For a target only: H2.2")
    static let aTarget = Localized("Bir hedef", "A target")
    static let aCategory = Localized("Bir kategori", "A category")
    static let rationale = Localized("Gerekçe", "Reason")
    static let validFrom = Localized("İlk gün", "First day")
    static let validFromHint = Localized("Boşsa bugün.", "Today where empty.")
    static let validUntil = Localized("Son gün", "Last day")
    static let validUntilHint = Localized("Boşsa yerine yenisi geçene kadar.", "Until superseded where empty.")
    static let valid = Localized("Geçerlilik", "Valid")
    static let since = Localized("başlangıç", "from")
    static let proposedBy = Localized("Öneren", "Proposed by")
    static let decision = Localized("Karar", "Decision")
    static let decide = Localized("Karar ver", "Decide")
    static let withdraw = Localized("Beyanı geri çek", "Withdraw the statement")
    static let withdrawn = Localized("Geri çekildi", "Withdrawn")
    static let withdrawLead = Localized(
      "Beyan bugünden sonra uygulanmaz; tüm riskler kalan beyanlarla yeniden karşılaştırılır.",
      "The statement holds no more; all risks are compared anew with those that are left.")
    static let decideTitle = Localized("İştah beyanına karar ver", "Decide a statement of appetite")
    static let decideLead = Localized(
      "Onayladığınızda tüm riskler yeni sınırlarla karşılaştırılır; aşan her risk için bir kayıt açılır. Onaylanan beyan "
        + "değiştirilmez, yenisiyle yeri alınır.",
      "On approval all risks are compared with the new limits, and each one above opens a case. An approved statement is "
        + "never changed, only superseded.")
    static let approve = Localized("Onayla", "Approve")
    static let refuse = Localized("Reddet", "Refuse")
    static let note = Localized("Karar notu", "Remark")
    static let noteHint = Localized("Reddederken zorunludur.", "Required to refuse.")
    static let scale = Localized("Yöntemin puanları", "Scores of the methodology")
    static let cases = Localized("İştah aşımları", "Risks above appetite")
    static let noCases = Localized("Bu kapsamda aşım yok.", "There are no cases in this scope.")
    static let casesNeedStatement = Localized(
      "Aşım kaydı, onaylı bir beyan olduğunda açılır.", "Cases open once a statement is approved.")
    static let grade = Localized("Derece", "Grade")
    static let opened = Localized("Açılış", "Opened")
    static let lastEvent = Localized("Son olay", "Last event")
    static let history = Localized("Geçmiş", "History")
    static let event = Localized("Olay", "Event")
    static let text = Localized("Açıklama", "Remark")
    static let until = Localized("Kabulün son günü", "Last day of acceptance")
    static let acknowledge = Localized("Üstlen", "Acknowledge")
    static let plan = Localized("Ne yapılacak", "What will be done")
    static let accept = Localized("Süreli kabul et", "Accept until a day")
    static let acceptLead = Localized(
      "Kabul, son gününden sonra kendiliğinden biter ve kayıt yeniden açılır.",
      "The acceptance ends by itself after its last day, and the case reopens.")
    static let settle = Localized("Elle kapat", "Close by hand")
    static let settleLead = Localized(
      "Tolerans içindeki sapma gerekçesiyle kapatılabilir; risk toleransı aşarsa yeni kayıt açılır.",
      "A deviation within tolerance may be closed with a reason; above tolerance a new case opens.")
    static let ofRisk = Localized("Risk iştahı", "Risk appetite")
    static let openCase = Localized("Aşım kaydını aç", "Open the case")
    static let explain = Localized("Hangi beyan, neden", "Which statement, and why")
    static let applies = Localized("uygulanan", "applies")
    static let covers = Localized("kapsıyor, daha genel", "covers it, less special")
    static let coversNot = Localized("kapsamıyor", "does not cover it")
    static let closedCases = Localized("Önceki kayıtlar", "Earlier cases")
    static let beyondCapacity = Localized("kapasite üstünde", "beyond capacity")
    static let noStanding = Localized(
      "Risk değerlendirilmediği için iştahla karşılaştırılmadı.",
      "The risk is not assessed, so it is not compared with the appetite.")
    static let attention = Localized("İştah üstünde, tolerans içinde", "Above appetite, within tolerance")
    static let breach = Localized("Tolerans üstünde", "Above tolerance")
    static let many = Localized("aşım", "cases")
    static let standing = Localized("Bekleyen", "Standing")
  }
}
