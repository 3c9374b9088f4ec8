import GuvenceCore

/// One risk of the register, without its scores: those are `Assessment`s, appended and never overwritten.
public struct Risk: Hashable, Sendable {
  /// The risk's number, never reused.
  public let id: Identifier<Risk>
  /// Reference number as printed, unique: `MH.RA.0001`. Given once and never reused.
  public let reference: String
  /// What people may change.
  public var details: RiskDetails
  /// The latest assessment; `nil` while the risk is not assessed.
  public var currentAssessmentID: Identifier<Assessment>?
  /// Counts changes of the details, from 1; a save names the version it was based on.
  public var version: Int
  /// When the risk entered the register.
  public let createdAt: Instant
  /// When details or assessment last changed.
  public var updatedAt: Instant
  /// The day the risk was taken off the active register, with `retireReason`; never deleted.
  public var retiredOn: Day?
  /// Why it was retired; empty while active.
  public var retireReason: String

  /// A risk made of its parts.
  public init(
    id: Identifier<Risk>, reference: String, details: RiskDetails, currentAssessmentID: Identifier<Assessment>?,
    version: Int, createdAt: Instant, updatedAt: Instant, retiredOn: Day? = nil, retireReason: String = ""
  ) {
    (self.id, self.reference, self.details) = (id, reference, details)
    (self.currentAssessmentID, self.version) = (currentAssessmentID, version)
    (self.createdAt, self.updatedAt) = (createdAt, updatedAt)
    (self.retiredOn, self.retireReason) = (retiredOn, retireReason)
  }
}

/// The editable content of a risk; the columns of the Risk Kayıt Formu and what later guides added.
/// Texts are empty where nothing was entered.
public struct RiskDetails: Hashable, Sendable {
  /// The unit that carries the risk (birim).
  public var unitID: Identifier<Unit>
  /// The risk in one sentence (tespit edilen risk); never empty.
  public var statement: String
  /// Cause (sebep).
  public var cause = ""
  /// Event (olay).
  public var event = ""
  /// Consequence (sonuç).
  public var consequence = ""
  /// Code of the strategic target (stratejik hedef), free text until planning exists: `H2.2`.
  public var strategicTarget = ""
  /// Objective of the unit or sub-unit (birim/alt birim hedefi).
  public var unitObjective = ""
  /// Id of a category of `catalogs/risk-categories.yaml`; empty where not classified.
  public var category = ""
  /// Whether it would harm or further the objectives (tehdit, fırsat).
  public var kind = RiskKind.threat
  /// The process it belongs to (süreç, faaliyet), free text until processes exist.
  public var process = ""
  /// The project it belongs to; empty where none.
  public var project = ""
  /// Whether the cause lies inside or outside the administration.
  public var source: RiskSource?
  /// How far the administration can manage it: an id of `controllability` in `catalogs/risk-categories.yaml`.
  public var controllability = ""
  /// How it was found (tespit yöntemi): an id of `identification_methods` in the same file.
  public var identificationMethod = ""
  /// The response chosen (riske verilen cevap).
  public var response: RiskResponse?
  /// Existing controls (mevcut kontroller).
  public var controls = ""
  /// New, additional or removed controls (yeni/ek/kaldırılan kontroller).
  public var plannedControls = ""
  /// Direction of change as declared by people or by the imported form (değişim).
  public var declaredChange: ChangeDirection?
  /// Start day (başlangıç tarihi).
  public var startedOn: Day?
  /// Owner of the risk (riskin sahibi), a post rather than a person.
  public var owner = ""
  /// Remarks (açıklama).
  public var notes = ""
  /// Score as the imported file declared it, kept beside our own; `nil` where there was none.
  public var declaredScore: Int?
  /// Level word as the imported file declared it.
  public var declaredLevel = ""
  /// The reference number as the imported file had it, where one number covers several rows.
  public var sourceReference = ""
  /// Key risk (kilit risk) by judgement of the management, whatever its score.
  public var isKeyRisk = false
  /// Why it is a key risk; required where `isKeyRisk`.
  public var keyRiskReason = ""

  /// Details of a risk of `unitID` that says `statement`; everything else empty.
  public init(unitID: Identifier<Unit>, statement: String) {
    self.unitID = unitID
    self.statement = statement
  }
}

/// Which way an uncertainty works on the objectives (ISO 31000: positive or negative effect). The two are never offset
/// against each other.
public enum RiskKind: String, Sendable, CaseIterable {
  /// Tehdit.
  case threat
  /// Fırsat.
  case opportunity
}

/// Where the cause of a risk lies.
public enum RiskSource: String, Sendable, CaseIterable {
  /// Inside the administration (iç).
  case `internal`
  /// Outside its control (dış).
  case external
}

/// The answer to a risk (riske verilecek cevap).
public enum RiskResponse: String, Sendable, CaseIterable {
  /// Kabul etmek.
  case accept
  /// Kontrol etmek.
  case control
  /// Devretmek.
  case transfer
  /// Kaçınmak.
  case avoid
  /// Fırsatı değerlendirmek.
  case exploit
}

/// Direction of a risk against the period before (riskin yönü).
public enum ChangeDirection: String, Sendable, CaseIterable {
  /// Yeni.
  case new
  /// ↑ arttı.
  case risen
  /// ↓ azaldı.
  case fallen
  /// ↔ aynı.
  case same
}
