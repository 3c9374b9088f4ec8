import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// What the journal's words are called on screen: acts, kinds of entries, fields and stored words. Both faces use it.
public enum JournalWords {
  /// What a use case is called: `Değerlendirildi`; its own word where it has no name.
  public static func act(_ useCase: String) -> Localized { acts[useCase] ?? Localized(useCase, useCase) }

  /// What a stored field is called; its own name where it has none.
  public static func field(_ name: String) -> Localized { fields[name] ?? Localized(name, name) }

  /// Whether a field is only for the machine: numbers of other rows, digests, who and when (which the row itself says).
  public static func isTechnical(_ field: String) -> Bool { technical.contains(field) }

  /// What a stored word of `field` is called; `nil` where the field holds a text of people or a number.
  public static func value(_ word: String, of field: String) -> Localized? {
    wordFields.contains(field) ? values[word] : nil
  }

  /// What a kind of entry is called: `Gösterge ölçümü`; its own word where the journal does not know it.
  public static func entity(_ word: String) -> Localized {
    JournalEntity(rawValue: word).map(\.name) ?? Localized(word, word)
  }

  static let technical: Set<String> = [
    "password_digest", "recorded_at", "recorded_by", "created_at", "updated_at", "inherent_level", "inherent_rank",
    "residual_level", "residual_rank", "target_level", "target_rank", "rule_set_id", "rule_digest", "risk_id",
    "unit_id_at", "must_change", "current_assessment_id", "number", "inherent_dimensions", "residual_dimensions",
    "target_dimensions", "target_id", "target_kind", "added_at", "added_by", "digest", "withdrawn_at", "withdrawn_by",
    "control_id", "linked_at", "linked_by", "ended_at", "ended_by", "from_risk_id", "to_risk_id", "salt", "item_id",
    "session_id", "round_id", "started_by", "created_by", "cast_at", "opened_at", "started_at", "closed_at", "id",
    "version", "proposed_at", "proposer_id", "decided_at", "at", "done_by", "statement_id", "case_id", "action_id",
    "after_assessment_id", "indicator_id", "rule_effective_on", "reading_id", "event_id", "supersedes_id",
    "approved_at", "control_count", "risk_count", "step_count", "error_count", "warning_count", "prepared_at",
    "submitted_at", "preparer_id", "process_id", "calls", "source_digest", "rule_id", "rule_is_verified",
    "rule_section", "rule_source", "trigger_key", "opening_id", "public_key", "entries", "head", "changed_at",
    "changed_by", "first_assessment_id", "from_rule_set_id", "mapping_text", "undoes_id",
    // Ids of levels and rules, which only a methodology can name.
    "level",
  ]

  /// Fields that hold a word of the program; all others hold texts, days and numbers.
  private static let wordFields: Set<String> = [
    "kind", "nature", "frequency", "direction", "status", "state", "origin", "verdict", "response", "source", "factor",
    "conclusion", "opening", "pair", "from_step", "to_step", "trigger_kind", "occasion",
  ]

  private static let values: [String: Localized] = {
    let own: [(String, Localized)] = [
      ("entered", Localized("elle girildi", "entered")), ("imported", Localized("dosyadan", "imported")),
      ("derived", Localized("yeniden puanlandı", "re-scored")),
      ("above", Localized("İştah üstünde", "Above appetite")), ("within", Localized("İştah içinde", "Within appetite")),
      ("everybody", Localized("herkes oy verdi", "everybody had voted")),
      ("chair", Localized("oturumu yöneten kapattı", "closed by the chair")),
      ("normal", Localized("Normal", "Normal")), ("warning", Localized("Dikkat", "Attention")),
      ("alarm", Localized("Alarm", "Alarm")),
    ]
    let lists: [[(String, Localized)]] = [
      own, words(RiskKind.self, \.name), words(RiskSource.self, \.name), words(RiskResponse.self, \.name),
      words(RelationKind.self, \.name), words(IndicatorKind.self, \.name), words(IndicatorDirection.self, \.name),
      words(IndicatorFrequency.self, \.name), words(ControlKind.self, \.name), words(ControlNature.self, \.name),
      words(ControlFrequency.self, \.name), words(ControlFactor.self, \.name),
      words(ControlTestConclusion.self, \.name), words(EventKind.self, \.name), words(VotedPair.self, \.name),
      words(EscalationTrigger.self, \.name), words(EscalationStep.self, \.short),
      words(EscalationEvent.Kind.self, \.name), words(BoardMeetingState.self, \.name),
      words(BoardDecisionState.self, \.name),
    ]
    return Dictionary(lists.joined().map { $0 }) { first, _ in first }
  }()

  private static func words<Word: RawRepresentable & CaseIterable>(
    _: Word.Type, _ name: (Word) -> Localized
  ) -> [(String, Localized)] where Word.RawValue == String {
    Word.allCases.map { ($0.rawValue, name($0)) }
  }
}

extension JournalEntity {
  /// Name on screen.
  var name: Localized {
    switch self {
    case .administration: Localized("İdare", "Administration")
    case .unit: Localized("Birim", "Unit")
    case .account: Localized("Hesap", "Account")
    case .ruleSet: Localized("Yöntem sürümü", "Methodology version")
    case .methodologyChange: Localized("Yöntem değişikliği", "Change of methodology")
    case .risk: Localized("Risk", "Risk")
    case .assessment: Localized("Değerlendirme", "Assessment")
    case .indicator: Localized("Gösterge", "Indicator")
    case .indicatorReading: Localized("Gösterge ölçümü", "Indicator reading")
    case .reviewRequest: Localized("Gözden geçirme isteği", "Review request")
    case .control: Localized("Kontrol", "Control")
    case .controlLink: Localized("Kontrol bağı", "Control link")
    case .controlTest: Localized("Kontrol testi", "Control test")
    case .controlEffectChoice: Localized("Artık risk hesabı", "Residual risk method")
    case .evidence: Localized("Kanıt", "Evidence")
    case .event: Localized("Olay", "Event")
    case .eventLesson: Localized("Ders", "Lesson")
    case .voteSession: Localized("Oylama oturumu", "Voting session")
    case .voteItem: Localized("Oylama maddesi", "Voting item")
    case .voteRound: Localized("Oylama turu", "Round of votes")
    case .voteBallot: Localized("Oy", "Vote")
    case .appetiteStatement: Localized("İştah beyanı", "Statement of appetite")
    case .appetiteWithdrawal: Localized("Beyanın geri çekilmesi", "Withdrawal of a statement")
    case .breachEvent: Localized("İştah aşımı", "Appetite case")
    case .concern, .concernEntry: Localized("Gizli bildirim", "Confidential report")
    case .concernKey: Localized("Gizli kaydın anahtarı", "Key of the confidential register")
    case .concernOfficer: Localized("Gizli kayıt görevlisi", "Officer of the confidential register")
    case .riskEstimate: Localized("Sayısal tahmin", "Estimate")
    case .simulationRun: Localized("Simülasyon", "Simulation")
    case .riskShare: Localized("Risk paylaşımı", "Shared risk")
    case .riskRelation: Localized("Risk ilişkisi", "Relation of risks")
    case .riskOrigin: Localized("Katalog kaynağı", "Origin in the catalogue")
    case .statementDismissal: Localized("Kapatılan ifade bulgusu", "Dismissed finding")
    case .riskAction: Localized("Eylem", "Action")
    case .actionProgress: Localized("Eylem ilerlemesi", "Progress of an action")
    case .reviewOverride: Localized("Gözden geçirme günü", "Review day")
    case .escalationEvent: Localized("Eskalasyon", "Escalation")
    case .boardMeeting: Localized("Kurul toplantısı", "Board meeting")
    case .boardAgendaItem: Localized("Gündem maddesi", "Agenda item")
    case .boardDecision: Localized("Kurul kararı", "Board decision")
    case .processRecord: Localized("Süreç", "Process")
    case .chartVersion: Localized("İş akış şeması", "Workflow chart")
    case .chartLink: Localized("Adım bağı", "Link of a step")
    case .importRun: Localized("İçe aktarma", "Import")
    case .session: Localized("Oturum", "Session")
    case .output: Localized("Çıktı", "Output")
    }
  }
}
