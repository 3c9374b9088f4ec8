import GuvenceCore
import GuvenceRules

/// The four classes of controls (Kamu İç Kontrol Rehberi).
public enum ControlKind: String, Sendable, CaseIterable {
  /// Keeps the event from happening: separation of duties, approval before payment.
  case preventive
  /// Finds what happened: counts, reconciliations, logs.
  case detective
  /// Leads to the right act: guides, job descriptions.
  case directive
  /// Puts right what happened.
  case corrective

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .preventive: Localized("Önleyici", "Preventive")
    case .detective: Localized("Tespit edici", "Detective")
    case .directive: Localized("Yönlendirici", "Directive")
    case .corrective: Localized("Düzeltici", "Corrective")
    }
  }
}

/// Who performs a control. The words are the answers of the first design question.
public enum ControlNature: String, Sendable, CaseIterable {
  /// A person.
  case manual
  /// A person with what a system prints.
  case assisted
  /// The system alone.
  case automatic

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .manual: Localized("Manuel", "Manual")
    case .assisted: Localized("BT destekli manuel", "IT-assisted manual")
    case .automatic: Localized("Otomatik", "Automatic")
    }
  }
}

/// How often a control is performed.
public enum ControlFrequency: String, Sendable, CaseIterable {
  /// All the time.
  case continuous
  /// With every transaction.
  case eachTime = "each-time"
  /// Every day.
  case daily
  /// Every week.
  case weekly
  /// Every month.
  case monthly
  /// Every three months.
  case quarterly
  /// Every six months.
  case halfYearly = "half-yearly"
  /// Every year.
  case yearly

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .continuous: Localized("Sürekli", "Continuously")
    case .eachTime: Localized("Her işlemde", "With every transaction")
    case .daily: Localized("Günlük", "Daily")
    case .weekly: Localized("Haftalık", "Weekly")
    case .monthly: Localized("Aylık", "Monthly")
    case .quarterly: Localized("3 aylık", "Quarterly")
    case .halfYearly: Localized("6 aylık", "Half-yearly")
    case .yearly: Localized("Yıllık", "Yearly")
    }
  }
}

/// What a control works on.
public typealias ControlFactor = TierReduction.Factor

extension TierReduction.Factor {
  /// Name on screen.
  public var name: Localized {
    switch self {
    case .likelihood: Localized("Olasılık", "Likelihood")
    case .impact: Localized("Etki", "Impact")
    case .both: Localized("Olasılık ve etki", "Likelihood and impact")
    }
  }

  /// Whether a control with this factor works on `one`.
  public func works(on one: TierReduction.Factor) -> Bool { self == one || self == .both }
}

extension ControlEffectMethod {
  /// Name on screen.
  public var name: Localized {
    switch self {
    case .rescored: Localized("Yeniden puanlama", "Scored again by people")
    case .tierReduction: Localized("Kontrol gücüne göre basamak düşürme", "Reduction by tiers of control strength")
    case .percentage: Localized("Yüzde", "Percentage")
    case .fivePoint: Localized("Beş puan", "Five points")
    }
  }

  /// What it does, in one sentence.
  public var summary: Localized {
    switch self {
    case .rescored:
      Localized(
        "Artık riski insanlar kontrolleri düşünerek puanlar; öneri hesaplanmaz.",
        "People score the residual risk with the controls in mind; nothing is suggested.")
    case .tierReduction:
      Localized(
        "Tasarım puanı (KYP) ile test puanından (KTS) kontrol gücü (KEP) bulunur; her etmen gücün basamağı kadar düşer.",
        "Design quality and test score give a strength; each factor falls by the steps of its tier.")
    case .percentage:
      Localized(
        "Her etmen, üzerindeki kontrollerin paylı test puanı yüzdesi kadar azalır; sonuç yukarı yuvarlanır.",
        "Each factor falls by the weighted test score of its controls in percent, rounded up.")
    case .fivePoint:
      Localized(
        "Tasarım ve işleyiş etkinliğinin ortalaması 3'ün altındaysa kontrol etkin sayılmaz; etkin kontrolün ne kadar "
          + "düşürdüğünü insanlar puanlar.",
        "A mean of design and operating effectiveness below 3 is not effective; how much an effective control lowers the "
          + "risk is for people to score.")
    }
  }
}
