import GuvenceCore

extension Text {
  /// Voting workshops.
  enum Votes {
    static let title = Localized("Oylama", "Voting")
    static let administration = Localized("İdare", "Administration")
    static let session = Localized("Oturum", "Session")
    static let sessionTitle = Localized("Oturumun adı", "Title of the session")
    static let day = Localized("Oturum günü", "Day of the session")
    static let chair = Localized("Oturumu yöneten", "Chair")
    static let chairSelf = Localized("Ben", "Myself")
    static let participants = Localized("Katılımcılar", "Participants")
    static let participantsHint = Localized(
      "Her katılımcı kendi hesabıyla tek başına oy verir. Birim risk ekibi en az üç kişidir.",
      "Each participant votes alone with an account of their own. A unit's risk team has at least three people.")
    static let invited = Localized("Katılıyor", "Takes part")
    static let absent = Localized("Katılmadı", "Absent")
    static let notInvited = Localized("Çağrılmadı", "Not invited")
    static let agenda = Localized("Gündem", "Agenda")
    static let agendaHint = Localized(
      "Oylanacak riskleri seçin. Sıra yazmazsanız listedeki sırayla oylanır.",
      "Choose the risks to vote on. Without an order they come in the order of the list.")
    static let agendaMore = Localized("Gündeme risk ekle", "Add risks to the agenda")
    static let order = Localized("Sıra", "Order")
    static let item = Localized("Madde", "Item")
    static let voted = Localized("Oylanan", "Voted on")
    static let newTitle = Localized("Oylama oturumu aç", "New voting session")
    static let editTitle = Localized("Oturumu düzenle", "Edit the session")
    static let chooseUnit = Localized("Önce birimi seçin.", "Choose the unit first.")
    static let unitHasNone = Localized(
      "Bu birimin etkin riski yok; önce risk ekleyin.", "This unit has no active risk; add one first.")
    static let proceed = Localized("Devam et", "Continue")
    static let empty = Localized(
      "Henüz oylama oturumu yok. Bir oturum açıp birimin risklerini birlikte puanlayın.",
      "There is no voting session yet. Make one and judge the unit's risks together.")
    static let emptyInvited = Localized(
      "Çağrıldığınız bir oylama yok. Çağrıldığınızda burada görünür.",
      "You are invited to no voting. Once you are, it shows here.")
    static let yourTurn = Localized("Oyunuz bekleniyor", "Your vote is waited for")
    static let result = Localized("Sonuç", "Result")
    static let accepted = Localized("kabul edilen madde", "items accepted")
    static let isClosed = Localized("Bu oturum kapatıldı:", "This session was closed:")
    static let open = Localized("Açık", "Open")
    static let close = Localized("Oylamayı kapat", "Close the voting")
    static let closeHint = Localized(
      "Kapatınca oy ve sonuç değişmez; form yazdırılmaya hazır olur.",
      "Once closed, votes and results are fixed and the form is ready to print.")
    static let form = Localized("Risk Oylama Formu", "Risk voting form")
    static let print = Localized("Bu sayfayı yazdırın; üyeler imzalar.", "Print this page; the members sign it.")
    static let signatures = Localized("İmzalar", "Signatures")
    static let signature = Localized("İmza", "Signature")
    static let nameSurname = Localized("Adı soyadı", "Name")
    static let member = Localized("Üye", "Member")
    static let mean = Localized("Ortalama", "Mean")
    static let median = Localized("Ortanca", "Median")
    static let range = Localized("En düşük – en yüksek", "Lowest – highest")
    static let deviation = Localized("Standart sapma", "Standard deviation")
    static let round = Localized("tur", "round")
    static let startFirst = Localized("Oylamaya aç", "Start voting")
    static let startAgain = Localized("Yeni tur aç", "Start another round")
    static let startAgainHint = Localized(
      "Önceki tur olduğu gibi kalır.", "The round before stays as it is.")
    static let openVotes = Localized("Turu kapat, oyları aç", "Close the round, show the votes")
    static let openHint = Localized(
      "Herkes oy verince kendiliğinden açılır. Şimdi kapatırsanız oy vermeyenler beklenmez.",
      "It opens by itself once everybody has voted. Closing it now waits for nobody.")
    static let accept = Localized("Sonucu kabul et", "Accept the result")
    static let acceptHint = Localized(
      "Sonuç riskin yeni değerlendirmesi olur; gerekçesi bu oylardır.",
      "The result becomes the risk's new assessment; these votes are its reason.")
    static let acceptReason = Localized("Gerekçe", "Reason")
    static let acceptReasonHint = Localized(
      "Artık risk kontrollerin önerdiğinden farklıysa yazın.",
      "Needed where the residual risk differs from what the controls suggest.")
    static let dropOthers = Localized(
      "Önceki artık ve hedef değerlerini yeni değerlendirmeye alma",
      "Do not carry the former residual and target values over")
    static let changedMeanwhile = Localized(
      "Risk, bu tur başladıktan sonra değişti. Riski inceleyin; isterseniz yeni tur açın.",
      "The risk changed after this round began. Look at it; start another round if need be.")
    static let acceptChanged = Localized(
      "Değişikliği gördüm, sonuç bugünkü risk için de geçerli", "I have seen the change; the result holds for it too")
    static let acceptedInto = Localized("Sonuç değerlendirme oldu:", "The result became an assessment:")
    static let hiddenLead = Localized(
      "Oylar, herkes oy verene ya da tur kapatılana dek kimseye gösterilmez.",
      "Nobody sees the votes until all have voted or the round is closed.")
    static let waitingLead = Localized(
      "Bu madde henüz oylamaya açılmadı. Açılınca sayfa kendiliğinden değişir.",
      "This item is not open yet. The page changes by itself once it is.")
    static let watching = Localized("Bu oturumda oy vermiyorsunuz.", "You do not vote in this session.")
    static let yourVote = Localized("Oyunuz", "Your vote")
    static let cast = Localized("Oy ver", "Vote")
    static let change = Localized("Oyumu değiştir", "Change my vote")
    static let kept = Localized(
      "Oyunuz alındı. Tur açılana dek değiştirebilirsiniz.", "Your vote is in. You may change it until the round opens."
    )
    static let hasVoted = Localized("oy verdi", "has voted")
    static let notYet = Localized("bekleniyor", "waited for")
    static let didNot = Localized("oy vermedi", "did not vote")
    static let who = Localized("Kim oy verdi", "Who has voted")
    static let refresh = Localized("Yenile", "Reload")
    static let outdated = Localized(
      "Bu madde değişti. Seçtikleriniz duruyor; güncel durumu görmek için sayfayı yenileyin.",
      "This item has changed. What you chose is kept; reload to see how it stands.")
    static let offline = Localized(
      "Sunucuya ulaşılamıyor; yeniden deneniyor.", "The server cannot be reached; trying again.")
    static let next = Localized("Sonraki madde", "Next item")
    static let previous = Localized("Önceki madde", "Previous item")
    static let dots = Localized("Oyların dağılımı", "Spread of the votes")
    static let nobody = Localized("Bu turda oy verilmedi.", "Nobody voted in this round.")
    static let ofRisk = Localized("Oylamalar", "Votes")
    static let ofRiskEmpty = Localized("Bu risk henüz oylanmadı.", "This risk has not been voted on.")
    static let byVote = Localized("oylama ile", "by vote")
    static let target = Localized("Stratejik hedef", "Strategic target")
    static let objective = Localized("Birim/alt birim hedefi", "Unit objective")
    static let riskAndCause = Localized("Tespit edilen risk; sebep", "Risk; cause")

    /// `2 / 3 oy verildi`.
    static func progress(_ cast: Int, of all: Int) -> Localized {
      Localized("\(cast) / \(all) oy verildi", "\(cast) of \(all) votes cast")
    }
  }
}
