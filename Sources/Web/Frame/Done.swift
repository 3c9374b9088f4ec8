import GuvenceCore

/// What was just done, as the `done` field of the address that a form leads to. Only these words are shown, never text
/// from the address.
enum Done: String, Sendable, CaseIterable {
  case saved
  case created
  case assessed
  case retired
  case reinstated
  case discarded
  case passwordChanged = "password-changed"
  case kept
  case voteCast = "vote-cast"
  case voteStarted = "vote-started"
  case voteOpened = "vote-opened"
  case voteAccepted = "vote-accepted"
  case replayedSame = "replayed-same"
  case replayedOther = "replayed-other"
  case methodKept = "method-kept"
  case methodPublished = "method-published"
  case methodUndone = "method-undone"

  /// One sentence.
  var text: Localized {
    switch self {
    case .saved: Localized("Değişiklikler kaydedildi.", "Changes saved.")
    case .created: Localized("Kayıt eklendi.", "Entry added.")
    case .assessed:
      Localized(
        "Değerlendirme kaydedildi. Önceki değerlendirme geçmişte duruyor.",
        "Assessment saved. The earlier one stays in the history.")
    case .retired:
      Localized(
        "Kayıt kapatıldı. Silinmedi; bu sayfadan yeniden açabilirsiniz.",
        "Entry closed. It was not deleted; you can reopen it on this page.")
    case .reinstated: Localized("Kayıt yeniden açıldı.", "Entry reopened.")
    case .discarded:
      Localized("İçe aktarmadan vazgeçildi; hiçbir şey kaydedilmedi.", "Import withdrawn; nothing was stored.")
    case .passwordChanged: Localized("Parolanız değiştirildi.", "Your password was changed.")
    case .methodKept:
      Localized("Yöntem saklandı. Yayımlamadan önce sonucunu inceleyin.", "Methodology kept. Look at its outcome.")
    case .methodPublished:
      Localized(
        "Yöntem yayımlandı, riskler yeniden puanlandı. Önceki değerlendirmeler duruyor.",
        "Methodology published, risks re-scored. The earlier assessments stay.")
    case .methodUndone:
      Localized(
        "Değişiklik geri alındı; önceki değerlendirmeler yeniden yürürlükte.",
        "Change taken back; the former assessments are in force again.")
    case .voteCast:
      Localized(
        "Oyunuz alındı. Tur açılana dek değiştirebilirsiniz.",
        "Your vote is in. You may change it until the round opens.")
    case .voteStarted: Localized("Madde oylamaya açıldı.", "Voting on this item has begun.")
    case .voteOpened: Localized("Tur kapandı, oylar açıldı.", "The round is over and the votes are open.")
    case .voteAccepted:
      Localized("Sonuç riskin yeni değerlendirmesi oldu.", "The result became the risk's new assessment.")
    case .replayedSame:
      Localized(
        "Çalıştırma yinelendi: bütün sayılar bire bir aynı.", "Run again: every number is the same, bit for bit.")
    case .replayedOther:
      Localized(
        "Çalıştırma yinelendi ama sayılar aynı değil; kaydı bozulmuş olabilir.",
        "Run again, but the numbers differ; its record may be damaged.")
    case .kept: Localized("Kayıtlı sürüm korundu.", "The stored version was kept.")
    }
  }

  /// `route` with this message.
  func after(_ route: Route) -> String {
    let path = route.path
    return path + (path.contains("?") ? "&" : "?") + "done=" + rawValue
  }
}
