import GuvenceCore

extension Text {
  /// Changing the methodology.
  enum Methods {
    static let title = Localized("Yöntem", "Methodology")
    static let lead = Localized(
      "Bir yöntemi açın: bütün kayıtta ne değişeceğini görür, sonra isterseniz yayımlarsınız.",
      "Open a methodology to see what would change in the whole register; then you may publish it.")
    static let scales = Localized("Ölçek", "Scales")
    static let risks = Localized("Risk", "Risks")
    static let inUse = Localized("kullanımda", "in use")
    static let own = Localized("idarenin yöntemi", "own methodology")
    static let simulate = Localized("Dene", "Try")
    static let text = Localized("Metnini indir", "Download text")
    static let addTitle = Localized("Kendi yönteminiz", "A methodology of your own")
    static let addLead = Localized(
      "Bir yöntemin metnini indirin, kimliğini ve içeriğini değiştirin, buraya yükleyin. Dosya, ürünün kendi "
        + "yöntemleriyle aynı denetimden geçer.",
      "Download a methodology's text, change its id and content, and upload it here. The file passes the same checks "
        + "as the shipped ones.")
    static let file = Localized("Yöntem dosyası (.yaml)", "Methodology file (.yaml)")
    static let noFile = Localized("Bir dosya seçin.", "Choose a file.")
    static let badFile = Localized("Dosya UTF-8 metin değil.", "The file is no UTF-8 text.")
    static let upload = Localized("Yükle ve dene", "Upload and try")
    static let changes = Localized("Yapılan değişiklikler", "Changes made")
    static let noChanges = Localized("Yöntem hiç değiştirilmedi.", "The methodology was never changed.")
    static let change = Localized("Değişiklik", "Change")
    static let undone = Localized("geri alındı", "taken back")
    static let undo = Localized("Geri al", "Take back")
    static let undoTitle = Localized("Yöntem değişikliğini geri al", "Take the change back")
    static let before = Localized("Önce", "Before")
    static let after = Localized("Sonra", "After")
    static let levels = Localized("Düzeylere göre riskler", "Risks by level")
    static let maps = Localized("Isı haritası (geçerli puanla)", "Heat map (score that counts)")
    static let mapping = Localized("Değerler nasıl taşınır", "How values move")
    static let changed = Localized("Düzeyi ya da iştah sonucu değişen riskler", "Risks that change level or verdict")
    static let none = Localized(
      "Hiçbir riskin düzeyi ya da iştah sonucu değişmez.", "No risk changes its level or verdict.")
    static let appetite = Localized("Risk iştahı", "Appetite")
    static let aboveCount = Localized("İştah üstündeki risk", "Risks above appetite")
    static let goesAbove = Localized("İştahın üstüne çıkar", "Goes above")
    static let comesWithin = Localized("İştahın içine iner", "Comes within")
    static let rescored = Localized("Yeniden puanlanacak risk", "Risks re-scored")
    static let elsewhere = Localized("Başka yöntemle puanlanmış risk", "Risks under another methodology")
    static let adjusted = Localized("Sırası düzeltilecek risk", "Risks set right")
    static let adjustedHint = Localized(
      "Taşınan değerlerde artık risk doğal riskin, hedef bugünkü riskin üstüne çıkamaz; bunları yeniden değerlendirin.",
      "Residual cannot pass inherent, nor target today's risk, by moving; assess these risks again.")
    static let publishTitle = Localized("Yayımla", "Publish")
    static let publish = Localized("Yöntemi yayımla", "Publish the methodology")
    static let confirm = Localized("Yukarıda yazanları okudum, yayımlansın.", "I have read the above; publish.")
    static let notConfirmed = Localized("Yayımlamak için kutuyu işaretleyin.", "Tick the box to publish.")
    static let reviews = Localized(
      "Gözden geçirme günleri ertelenmez; düzeyi daha sık gözden geçirme isteyen risklerde öne gelir.",
      "Review days are not put off; where the level asks for more frequent reviews they come earlier.")
  }
}
