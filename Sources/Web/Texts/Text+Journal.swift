import GuvenceCore

extension Text {
  /// The journal.
  enum Journal {
    static let title = Localized("Kayıt günlüğü", "Journal")
    static let lead = Localized(
      "Her işlem, yapıldığı anda değiştirilemez biçimde kaydedilir: kim, ne zaman, neyi, nasıl değiştirdi.",
      "Every act is recorded as it happens and cannot be altered: who changed what, when and how.")
    static let caption = Localized("Günlük satırları", "Journal lines")
    static let what = Localized("İşlem", "Act")
    static let entity = Localized("Kayıt", "Entry")
    static let changes = Localized("Değişiklikler", "Changes")
    static let older = Localized("Daha eski kayıtlar", "Older lines")
    static let newest = Localized("En yeniye dön", "Back to the newest")
    static let empty = Localized("Bu kapsamda günlük kaydı yok.", "There are no journal lines in this scope.")

    /// What a use case is called on screen; its own word where it has no other.
    static func useCase(_ word: String) -> Localized {
      useCases[word] ?? VoteJournal.useCases[word] ?? Localized(word, word)
    }

    /// What a stored field is called on screen; its own name where it has no other.
    static func field(_ name: String) -> Localized { fields[name] ?? VoteJournal.fields[name] ?? Localized(name, name) }

    /// Fields that only the machine needs.
    static func isTechnical(_ field: String) -> Bool {
      technical.contains(field) || VoteJournal.technical.contains(field)
    }

    /// What a stored word is called on screen; `nil` where it is a text of people.
    static func value(_ word: String) -> Localized? { values[word] ?? VoteJournal.values[word] }

    private static let values: [String: Localized] = [
      "entered": Localized("elle girildi", "entered"), "imported": Localized("dosyadan", "imported"),
      "derived": Localized("yeniden puanlandı", "re-scored"), "above": Text.Common.aboveAppetite,
      "within": Text.Common.withinAppetite, "control": Localized("Kontrol etmek", "Control"),
      "accept": Localized("Kabul etmek", "Accept"), "transfer": Localized("Devretmek", "Transfer"),
      "avoid": Localized("Kaçınmak", "Avoid"), "exploit": Localized("Fırsatı değerlendirmek", "Exploit"),
      "preventive": Localized("Önleyici", "Preventive"),
      "detective": Localized("Tespit edici", "Detective"),
      "directive": Localized("Yönlendirici", "Directive"),
      "corrective": Localized("Düzeltici", "Corrective"),
      "manual": Localized("Manuel", "Manual"),
      "assisted": Localized("BT destekli manuel", "IT-assisted manual"),
      "automatic": Localized("Otomatik", "Automatic"),
      "opportunity": Localized("Fırsat", "Opportunity"), "triggers": Localized("tetikler", "triggers"),
      "increases": Localized("artırır", "increases"), "decreases": Localized("azaltır", "decreases"),
    ]

    private static let technical: Set<String> = [
      "password_digest", "recorded_at", "recorded_by", "created_at", "updated_at", "inherent_level", "inherent_rank",
      "residual_level", "residual_rank", "target_level", "target_rank", "rule_set_id", "rule_digest", "risk_id",
      "unit_id_at", "must_change", "current_assessment_id", "number", "inherent_dimensions", "residual_dimensions",
      "target_dimensions", "target_id", "target_kind", "added_at", "added_by", "digest", "withdrawn_at", "withdrawn_by",
      "control_id", "linked_at", "linked_by", "ended_at", "ended_by", "from_risk_id", "to_risk_id",
    ]

    private static let useCases: [String: Localized] = [
      "set-up": Localized("Veritabanı kuruldu", "Database made"),
      "set-up-link": Localized("Kurulum bağlantısı verildi", "Set-up link issued"),
      "set-up-account": Localized("İlk hesap açıldı", "First account opened"),
      "sample": Localized("Örnek veri", "Sample data"),
      "sign-in": Localized("Oturum açıldı", "Signed in"),
      "sign-out": Localized("Oturum kapatıldı", "Signed out"),
      "risk-add": Localized("Risk eklendi", "Risk added"),
      "risk-edit": Localized("Risk düzenlendi", "Risk edited"),
      "risk-assess": Localized("Değerlendirildi", "Assessed"),
      "risk-retire": Localized("Risk kapatıldı", "Risk closed"),
      "risk-share": Localized("Risk paylaşıldı", "Risk shared"),
      "risk-unshare": Localized("Paylaşım bitirildi", "Sharing ended"),
      "risk-relate": Localized("İlişki kuruldu", "Risks related"),
      "risk-unrelate": Localized("İlişki bitirildi", "Relation ended"),
      "risk-adopt": Localized("Katalogdan alındı", "Adopted from the catalogue"),
      "statement-dismiss": Localized("İfade bulgusu kapatıldı", "Finding on wording dismissed"),
      "risk-reinstate": Localized("Risk yeniden açıldı", "Risk reopened"),
      "appetite-propose": Localized("İştah beyanı önerildi", "Statement of appetite proposed"),
      "appetite-approve": Localized("İştah beyanı onaylandı", "Statement of appetite approved"),
      "appetite-refuse": Localized("İştah beyanı reddedildi", "Statement of appetite refused"),
      "appetite-withdraw": Localized("İştah beyanı geri çekildi", "Statement of appetite withdrawn"),
      "appetite-day": Localized("Gün başında iştah karşılaştırıldı", "Compared with the appetite at start of day"),
      "breach-acknowledge": Localized("İştah aşımı üstlenildi", "Case acknowledged"),
      "breach-accept": Localized("Risk süreli kabul edildi", "Risk accepted until a day"),
      "breach-settle": Localized("İştah aşımı elle kapatıldı", "Case closed by hand"),
      "action-add": Localized("Eylem eklendi", "Action added"),
      "action-edit": Localized("Eylem düzenlendi", "Action edited"),
      "action-progress": Localized("İlerleme girildi", "Progress recorded"),
      "action-complete": Localized("Eylem tamamlandı", "Action completed"),
      "control-of-action": Localized("Eylem kontrole dönüştürüldü", "Action made into a control"),
      "action-cancel": Localized("Eylem iptal edildi", "Action cancelled"),
      "indicator-add": Localized("Gösterge eklendi", "Indicator added"),
      "indicator-edit": Localized("Gösterge düzenlendi", "Indicator edited"),
      "indicator-retire": Localized("Gösterge kapatıldı", "Indicator closed"),
      "indicator-reinstate": Localized("Gösterge yeniden açıldı", "Indicator reopened"),
      "reading-record": Localized("Ölçüm girildi", "Reading recorded"),
      "reading-correct": Localized("Ölçüm düzeltildi", "Reading corrected"),
      "reading-import": Localized("Ölçümler içe aktarıldı", "Readings imported"),
      "control-add": Localized("Kontrol eklendi", "Control added"),
      "control-edit": Localized("Kontrol düzenlendi", "Control edited"),
      "control-retire": Localized("Kontrol kapatıldı", "Control closed"),
      "control-reinstate": Localized("Kontrol yeniden açıldı", "Control reopened"),
      "control-link": Localized("Kontrol riske bağlandı", "Control linked to a risk"),
      "control-unlink": Localized("Kontrolün bağı kaldırıldı", "Control unlinked"),
      "control-test": Localized("Kontrol testi kaydedildi", "Control test recorded"),
      "control-effect-choose": Localized("Artık risk hesabı seçildi", "Residual risk method chosen"),
      "evidence-add": Localized("Kanıt eklendi", "Evidence added"),
      "evidence-withdraw": Localized("Kanıt geri çekildi", "Evidence withdrawn"),
      "event-add": Localized("Olay kaydedildi", "Event recorded"),
      "event-edit": Localized("Olay düzenlendi", "Event edited"),
      "event-close": Localized("Olay kapatıldı", "Event closed"),
      "event-reopen": Localized("Olay yeniden açıldı", "Event reopened"),
      "event-lesson-add": Localized("Ders eklendi", "Lesson added"),
      "event-lesson-edit": Localized("Ders düzenlendi", "Lesson edited"),
      "concern-list": Localized("Liste açıldı", "List opened"),
      "concern-show": Localized("Bildirim açıldı", "Report opened"),
      "concern-ask": Localized("Bildirene yazıldı", "Reporter written to"),
      "concern-note": Localized("Not eklendi", "Note added"),
      "concern-status": Localized("Durum değiştirildi", "State changed"),
      "concern-close": Localized("Bildirim sonuçlandırıldı", "Report closed"),
      "concern-keys-make": Localized("Gizli kayıt kuruldu", "Confidential register set up"),
      "concern-keys-rotate": Localized("Anahtar değiştirildi", "Key changed"),
      "concern-officer-name": Localized("Görevli adlandırıldı", "Officer named"),
      "concern-officer-dismiss": Localized("Görevlilik kaldırıldı", "Officer dismissed"),
      "estimate-set": Localized("Sayısal tahmin girildi", "Estimated in numbers"),
      "estimate-clear": Localized("Sayısal tahmin geri alındı", "Estimate taken back"),
      "simulation-run": Localized("Simülasyon çalıştırıldı", "Simulation run"),
      "simulation-compare": Localized("Eylem karşılaştırıldı", "Action compared"),
      "unit-add": Localized("Birim eklendi", "Unit added"),
      "unit-edit": Localized("Birim düzenlendi", "Unit edited"),
      "unit-retire": Localized("Birim kapatıldı", "Unit closed"),
      "unit-reinstate": Localized("Birim yeniden açıldı", "Unit reopened"),
      "account-add": Localized("Hesap eklendi", "Account added"),
      "account-edit": Localized("Hesap düzenlendi", "Account edited"),
      "account-link": Localized("Parola bağlantısı verildi", "Password link issued"),
      "password-set": Localized("Parola belirlendi", "Password set"),
      "password-change": Localized("Parola değiştirildi", "Password changed"),
      "import": Localized("Dosyadan aktarıldı", "Imported from a file"),
      "methodology-choose": Localized("Yöntem seçildi", "Methodology chosen"),
      "methodology-add": Localized("Yöntem saklandı", "Methodology kept"),
      "methodology-publish": Localized("Yöntem yayımlandı", "Methodology published"),
      "methodology-undo": Localized("Yöntem değişikliği geri alındı", "Change of methodology taken back"),
      "backup": Localized("Yedek alındı", "Backed up"),
      "review-set": Localized("Gözden geçirme günü değiştirildi", "Review day set"),
      "escalation-run": Localized("Eskalasyon çalıştı", "Escalation run"),
      "escalation-acknowledge": Localized("Eskalasyon görüldü", "Escalation acknowledged"),
      "escalation-decide": Localized("Eskalasyon karara bağlandı", "Escalation decided"),
      "board-meeting-add": Localized("Kurul toplantısı eklendi", "Board meeting added"),
      "board-meeting-edit": Localized("Kurul toplantısı düzenlendi", "Board meeting edited"),
      "board-agenda-add": Localized("Gündeme madde eklendi", "Agenda item added"),
      "board-agenda-withdraw": Localized("Madde gündemden çıkarıldı", "Agenda item withdrawn"),
      "board-decide": Localized("Kurul kararı kaydedildi", "Board decision recorded"),
      "board-follow": Localized("Kurul kararının sonucu yazıldı", "Outcome of a board decision"),
    ]

    private static let fields: [String: Localized] = [
      "statement": Text.RiskForm.statement, "cause": Text.RiskForm.cause, "event": Text.RiskForm.event,
      "consequence": Text.RiskForm.consequence, "strategic_target": Text.RiskForm.strategicTarget,
      "unit_objective": Text.RiskForm.unitObjective, "category": Text.RiskForm.category,
      "source": Text.RiskForm.source, "response": Text.RiskForm.response, "controls": Text.RiskForm.controls,
      "check_id": Text.Identification.finding, "entry": Text.Identification.origin,
      "catalog": Localized("Katalog", "Catalogue"), "is_verified": Localized("Doğrulandı", "Verified"),
      "process": Text.RiskForm.process, "project": Text.RiskForm.project,
      "controllability": Text.RiskForm.controllability,
      "identification_method": Text.RiskForm.identificationMethod,
      "planned_controls": Text.RiskForm.plannedControls, "started_on": Text.RiskForm.startedOn,
      "owner": Text.RiskForm.owner, "notes": Text.RiskForm.notes, "unit_id": Text.Common.unit,
      "is_key_risk": Text.RiskForm.keyRisk, "key_risk_reason": Text.RiskForm.keyRiskReason,
      "inherent_likelihood": Localized("Doğal olasılık", "Inherent likelihood"),
      "inherent_impact": Localized("Doğal etki", "Inherent impact"),
      "inherent_score": Localized("Doğal puan", "Inherent score"),
      "residual_likelihood": Localized("Artık olasılık", "Residual likelihood"),
      "residual_impact": Localized("Artık etki", "Residual impact"),
      "residual_score": Localized("Artık puan", "Residual score"),
      "target_likelihood": Localized("Hedef olasılık", "Target likelihood"),
      "target_impact": Localized("Hedef etki", "Target impact"),
      "target_score": Localized("Hedef puan", "Target score"),
      "assessed_on": Localized("Değerlendirme günü", "Assessed on"),
      "methodology_id": Text.Risk.methodology, "next_review_on": Text.Risk.nextReview,
      "origin": Text.Risk.origin, "verdict": Text.Rules.appetite, "grants": Text.Accounts.roles,
      "email": Text.Accounts.email, "review_on": Text.Calendar.reviewOn, "due_on": Text.Escalation.due,
      "occasion": Text.Escalation.trigger, "held_on": Text.Board.heldOn, "starts_at": Text.Board.startsAt,
      "chair": Text.Board.chair, "members": Text.Board.members, "outcome": Text.Board.outcome,
      "login": Text.Entrance.login, "display_name": Text.Entrance.displayName,
      "is_disabled": Text.Accounts.disabled, "declared_score": Localized("Dosyadaki puan", "Declared score"),
      "declared_level": Localized("Dosyadaki düzey", "Declared level"), "parent_id": Text.Units.parent,
      "reference": Text.Common.reference, "declared_change": Text.RiskForm.declaredChange,
      "source_reference": Localized("Dosyadaki referans", "Reference in the file"),
      "partners": Text.Actions.partners, "cost": Text.Actions.cost,
      "percent": Text.Actions.percent, "ending": Text.Actions.ended,
      "ended_on": Text.Actions.ended, "ending_note": Text.Actions.note, "on_day": Text.Actions.on,
      "subject_kind": Text.Appetite.subject, "subject_key": Text.Appetite.subject,
      "appetite": Text.Appetite.appetite, "tolerance": Text.Appetite.tolerance,
      "capacity": Text.Appetite.capacity, "rationale": Text.Appetite.rationale,
      "valid_from": Text.Appetite.validFrom, "valid_until": Text.Appetite.validUntil,
      "decision": Text.Appetite.decision, "decided_by": Text.Appetite.decision, "grade": Text.Appetite.grade,
      "text": Text.Appetite.text, "until": Text.Appetite.until, "score": Text.Common.score,
      "green": Text.Indicators.green, "yellow": Text.Indicators.yellow, "red": Text.Indicators.red,
      "kind": Text.Indicators.kind, "measure": Text.Indicators.measure, "direction": Text.Indicators.direction,
      "frequency": Text.Indicators.frequency, "starts_on": Text.Indicators.startsOn,
      "data_source": Text.Indicators.dataSource, "method": Text.Indicators.method, "risks": Text.Indicators.risks,
      "value": Text.Indicators.value, "period": Text.Common.period, "status": Text.Common.state,
      "occurred_on": Text.Events.occurred, "detected_on": Text.Events.detected, "reported_on": Text.Events.reported,
      "description": Text.Events.what, "gross_loss": Localized("Brüt kayıp (kuruş)", "Gross loss (kuruş)"),
      "recovered": Localized("Geri alınan (kuruş)", "Recovered (kuruş)"), "is_public_loss": Text.Events.publicLoss,
      "other_effects": Text.Events.otherEffects, "measures": Text.Events.measures,
      "closed_on": Localized("Kapanış günü", "Closed on"), "lesson": Text.Events.lesson,
      "close_reason": Localized("Kapatma gerekçesi", "Reason for closing"), "proposal": Text.Events.proposal,
      "is_followed": Text.Events.followed,
      "estimate": Text.Simulations.estimateTitle,
      "inputs": Text.Simulations.inputs, "result": Text.Simulations.fingerprint, "action": Text.Simulations.action,
      "yearly_cost": Text.Simulations.cost, "after_inputs": Text.Simulations.changes,
      "after_result": Text.Simulations.after,
      "note": Text.Indicators.note, "read_on": Text.Indicators.when,
      "nature": Text.Controls.nature, "design": Text.Controls.design,
      "design_reason": Text.Controls.designReason, "answers": Text.Controls.designGroup, "share": Text.Controls.share,
      "factor": Text.Controls.factor, "tested_on": Text.Controls.testedOn, "tester": Text.Controls.tester,
      "sample_size": Text.Controls.sample, "exceptions": Text.Controls.exceptions,
      "conclusion": Text.Controls.conclusion, "effective_on": Text.Controls.from, "end_reason": Text.Common.reason,
      "withdraw_reason": Text.Common.reason, "format": Text.Evidence.file, "size": Text.Evidence.size,
      "reason": Text.Common.reason, "name": Text.Common.name, "code": Text.Common.code,
      "retired_on": Localized("Kapanış günü", "Closed on"),
      "retire_reason": Localized("Kapatma gerekçesi", "Reason for closing"),
    ]
  }
}
