import GuvenceCore

extension Text {
  /// What the journal says of votes.
  enum VoteJournal {
    static let useCases: [String: Localized] = [
      "vote-create": Localized("Oylama oturumu açıldı", "Voting session made"),
      "vote-edit": Localized("Oylama oturumu düzenlendi", "Voting session edited"),
      "vote-round": Localized("Oylama turu başladı", "Round of votes begun"),
      "vote-cast": Localized("Oy verildi", "Vote cast"),
      "vote-open": Localized("Oylar açıldı", "Votes opened"),
      "vote-accept": Localized("Oylama sonucu kabul edildi", "Result of a vote accepted"),
      "vote-close": Localized("Oylama oturumu kapatıldı", "Voting session closed"),
    ]

    static let fields: [String: Localized] = [
      "title": Text.Votes.sessionTitle, "held_on": Text.Votes.day, "participants": Text.Votes.participants,
      "chair_id": Text.Votes.chair, "position": Text.Votes.order, "pair": Text.Votes.voted,
      "likelihood": Text.Common.likelihood, "impact": Text.Common.impact,
      "dimensions": Localized("Etki boyutları", "Impact by dimension"),
      "seal": Localized("Oy mührü", "Seal of the vote"), "account_id": Text.Votes.member,
      "opening": Localized("Oyların açılışı", "Opening of the votes"),
      "risk_version": Localized("Riskin sürümü", "Version of the risk"),
      "assessment_id": Localized("Değerlendirme", "Assessment"),
      "accepted_round_id": Localized("Kabul edilen tur", "Round accepted"),
    ]

    static let technical: Set<String> = [
      "salt", "item_id", "session_id", "round_id", "started_by", "created_by", "cast_at", "opened_at", "started_at",
      "closed_at",
    ]

    static let values: [String: Localized] = [
      "everybody": Localized("herkes oy verdi", "everybody had voted"),
      "chair": Localized("oturumu yöneten kapattı", "closed by the chair"), "inherent": Text.Common.inherent,
      "residual": Text.Common.residual,
    ]
  }
}
