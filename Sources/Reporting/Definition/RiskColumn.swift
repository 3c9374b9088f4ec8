import GuvenceCore

/// The columns a table of risks can have; the raw values are the words of the definition files.
public enum RiskColumn: String, Sendable, CaseIterable {
  /// Number of the row (sıra).
  case number
  /// Reference number.
  case reference
  /// Unit.
  case unit
  /// Strategic target.
  case strategicTarget = "strategic-target"
  /// Objective of the unit.
  case unitObjective = "unit-objective"
  /// The risk in one sentence.
  case risk
  /// Before controls.
  case inherent
  /// After controls.
  case residual
  /// The pair that counts now.
  case current
  /// The pair that counted at the end of the previous period.
  case previous
  /// Direction against the previous period.
  case change
  /// Response and existing controls.
  case controls
  /// New, additional or removed controls.
  case plannedControls = "planned-controls"
  /// Owner of the risk.
  case owner
  /// Start day.
  case started
  /// Day of the next review.
  case nextReview = "next-review"
  /// Days since the review was due.
  case daysOverdue = "days-overdue"
  /// Score and level as an imported file declared them.
  case declared
  /// Day of retirement.
  case closedOn = "closed-on"
  /// Why it was retired, or why it is a key risk.
  case reason
  /// Remarks.
  case notes
  /// Empty, for the coordinator's own evaluation by hand (İRK değerlendirmesi).
  case evaluation

  /// Heading on screen and paper.
  public var title: Localized {
    switch self {
    case .number: Localized("Sıra", "No.")
    case .reference: Localized("Referans", "Reference")
    case .unit: Localized("Birim", "Unit")
    case .strategicTarget: Localized("Stratejik hedef", "Strategic target")
    case .unitObjective: Localized("Birim hedefi", "Unit objective")
    case .risk: Localized("Risk", "Risk")
    case .inherent: Localized("Doğal risk", "Inherent")
    case .residual: Localized("Artık risk", "Residual")
    case .current: Localized("Güncel", "Current")
    case .previous: Localized("Önceki", "Previous")
    case .change: Localized("Değişim", "Change")
    case .controls: Localized("Mevcut kontroller", "Existing controls")
    case .plannedControls: Localized("Yeni / ek kontroller", "New or additional controls")
    default: laterTitle
    }
  }

  private var laterTitle: Localized {
    switch self {
    case .owner: Localized("Riskin sahibi", "Owner")
    case .started: Localized("Başlangıç", "Started")
    case .nextReview: Localized("Gözden geçirme", "Review due")
    case .daysOverdue: Localized("Gecikme (gün)", "Days overdue")
    case .declared: Localized("Bildirilen puan", "Declared score")
    case .closedOn: Localized("Kapanış", "Closed on")
    case .reason: Localized("Gerekçe", "Reason")
    case .notes: Localized("Açıklama", "Remarks")
    default: Localized("İRK değerlendirmesi", "Coordinator’s evaluation")
    }
  }

  /// The column as a document's table has it.
  var tableColumn: Table.Column {
    switch self {
    case .number: Table.Column(title, .end, weight: 1)
    case .daysOverdue: Table.Column(title, .end, weight: 3)
    case .risk: Table.Column(title, weight: 8)
    case .controls, .plannedControls, .evaluation: Table.Column(title, weight: 6)
    case .unit, .unitObjective, .reason, .notes: Table.Column(title, weight: 5)
    case .reference, .inherent, .residual, .current, .previous: Table.Column(title, weight: 4)
    default: Table.Column(title, weight: 3)
    }
  }
}
