import GuvenceCore

extension RiskPoint.Level {
  /// `Yüksek`, `High`.
  public var name: Localized {
    switch self {
    case .low: Localized("Düşük", "Low")
    case .medium: Localized("Orta", "Medium")
    case .high: Localized("Yüksek", "High")
    }
  }
}

extension ControlPoint.Kind {
  /// `Önleyici`, `Preventive`.
  public var name: Localized {
    switch self {
    case .preventive: Localized("Önleyici", "Preventive")
    case .detective: Localized("Tespit edici", "Detective")
    case .corrective: Localized("Düzeltici", "Corrective")
    case .directive: Localized("Yönlendirici", "Directive")
    }
  }
}

extension Step.Action {
  /// `O onay`, `O approval`.
  var tag: Localized { Localized("\(rawValue) \(name.turkish)", "\(rawValue) \(name.english)") }
}
