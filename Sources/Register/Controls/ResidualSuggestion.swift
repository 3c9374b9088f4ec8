import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// A control as one risk sees it.
public struct EffectiveControl: Hashable, Sendable {
  /// Code of the control.
  public let code: String
  /// Share in percent, 1–100.
  public let share: Int
  /// What it works on.
  public let factor: ControlFactor
  /// What is known of it.
  public let standing: ControlStanding

  /// A control's part in lowering one risk.
  public init(code: String, share: Int, factor: ControlFactor, standing: ControlStanding) {
    (self.code, self.share, self.factor, self.standing) = (code, share, factor, standing)
  }
}

/// The residual pair that the controls of a risk suggest, with its arithmetic. People may overrule it with a reason.
/// No factor is ever suggested above the inherent one.
public struct ResidualSuggestion: Hashable, Sendable {
  /// The method in force.
  public let method: ControlEffectMethod
  /// Suggested likelihood; `nil` where it cannot be told.
  public let likelihood: Int?
  /// Suggested impact; `nil` where it cannot be told.
  public let impact: Int?
  /// Why a factor cannot be told; empty where both can.
  public let unknown: [Localized]
  /// The arithmetic, in order.
  public let reasons: [ExplanationStep]

  /// What `controls` suggest for an inherent pair under `method`.
  public init(
    likelihood: Int, impact: Int, controls: [EffectiveControl], method: ControlEffectMethod, rules: ControlEffectRules
  ) {
    let onLikelihood = FactorEffect(.likelihood, natural: likelihood, controls, method, rules)
    let onImpact = FactorEffect(.impact, natural: impact, controls, method, rules)
    self.method = method
    (self.likelihood, self.impact) = (onLikelihood.residual, onImpact.residual)
    let gaps = method == .rescored ? [method.summary] : onLikelihood.gaps + onImpact.gaps
    var seen: Set<Localized> = []
    unknown = gaps.filter { seen.insert($0).inserted }
    reasons = ControlArithmetic.steps(controls, method, rules) + onLikelihood.steps + onImpact.steps
  }

  /// Whether both factors are known.
  public var isComplete: Bool { likelihood != nil && impact != nil }

  /// Whether a residual pair is another one than suggested, as far as the suggestion is known.
  public func differs(fromLikelihood chosen: Int, impact chosenImpact: Int) -> Bool {
    likelihood.map { $0 != chosen } ?? false || impact.map { $0 != chosenImpact } ?? false
  }

  /// `2 × 5`, with `?` for what is unknown.
  public var text: String {
    func figure(_ value: Int?) -> String { value.map { String($0) } ?? "?" }
    return "\(figure(likelihood)) × \(figure(impact))"
  }
}

/// What the controls make of one factor.
struct FactorEffect {
  private(set) var residual: Int?
  private(set) var gaps: [Localized] = []
  private(set) var steps: [ExplanationStep] = []
  private let factor: ControlFactor
  private let natural: Int
  private let controls: [EffectiveControl]
  private let rules: ControlEffectRules

  init(
    _ factor: ControlFactor, natural: Int, _ all: [EffectiveControl], _ method: ControlEffectMethod,
    _ rules: ControlEffectRules
  ) {
    (self.factor, self.natural, self.rules) = (factor, natural, rules)
    controls = all.filter { $0.factor.works(on: factor) }
    switch method {
    case .rescored: break
    case .tierReduction: tierReduction()
    case .percentage: percentage()
    case .fivePoint: fivePoint()
    }
  }

  private mutating func tierReduction() {
    let tiers = rules.tierReduction
    let weighted = controls.compactMap { control in
      Fraction(control.share, 100).map {
        TierReduction.WeightedControl(strength: control.standing.strength, weight: $0, factor: control.factor)
      }
    }
    guard let strength = tiers.strength(of: weighted, on: factor) else {
      return noteGaps { $0.standing.gaps }
    }
    let sum = controls.map { "\(figure($0.standing.strength)) × \(figure(Fraction($0.share, 100)))" }
    guard let band = tiers.band(for: strength) else { return tooMuch(figure(strength)) }
    step(
      "strength", Localized("\(name.turkish): kontrol gücü", "\(name.english): strength of the controls"),
      sum.isEmpty
        ? Localized("kontrol yok", "no control") : same(sum.joined(separator: " + ") + " = \(figure(strength))"),
      Localized("\(figure(strength)), \(band.name.turkish)", "\(figure(strength)), \(band.name.english)"),
      tiers.citation)
    residual = tiers.residual(natural: natural, strength: strength)
    step(
      "residual", residualTitle, same("max(1, \(natural) − \(band.reduction))"), same(figure(residual)), tiers.citation)
  }

  private mutating func percentage() {
    let rule = rules.percentage
    let scores = controls.compactMap { control in control.standing.testScore.map { $0 * Decimal(control.share) / 100 } }
    guard scores.count == controls.count else { return noteGaps { [$0.standing.testGap].compactMap { $0 } } }
    let effect = scores.reduce(Decimal(0), +)
    guard let exact = rule.residual(inherent: natural, effectiveness: effect) else {
      return tooMuch(IndicatorReasons.number(effect).turkish)
    }
    // Rounded up, so that a risk is never shown smaller than calculated.
    let rounded = (exact.numerator + exact.denominator - 1) / exact.denominator
    residual = max(1, rounded)
    let percent = IndicatorReasons.number(effect)
    step(
      "residual", residualTitle,
      Localized(
        "\(natural) × (1 − %\(percent.turkish)) = \(exact), yukarı yuvarlanır",
        "\(natural) × (1 − \(percent.english)%) = \(exact), rounded up"), same(figure(residual)), rule.citation)
  }

  private mutating func fivePoint() {
    let rule = rules.fivePoint
    let judged = controls.map {
      $0.standing.mean.map { mean in Fraction(rule.effectiveFrom).map { mean >= $0 } ?? false }
    }
    guard !judged.contains(nil) else {
      return noteGaps { control in
        let design = Localized("tasarım etkinliği puanlanmamış", "its design effectiveness is not judged")
        return control.standing.testGap.map { [$0] } ?? [design]
      }
    }
    if judged.contains(true) {
      gaps.append(
        Localized(
          "\(name.turkish): etkin kontrolün ne kadar düşürdüğünü bu yöntem söylemez; insanlar puanlar",
          "\(name.english): this method does not say how much an effective control lowers it; people score"))
      return
    }
    residual = natural
    step(
      "residual", residualTitle, Localized("etkin kontrol yok", "no effective control"), same(figure(residual)),
      rule.citation)
  }

  private mutating func noteGaps(_ of: (EffectiveControl) -> [Localized]) {
    for control in controls {
      for gap in of(control) {
        gaps.append(Localized("\(control.code): \(gap.turkish)", "\(control.code): \(gap.english)"))
      }
    }
  }

  private mutating func tooMuch(_ sum: String) {
    gaps.append(
      Localized(
        "\(name.turkish): paylı toplam \(sum), 100'ü aşıyor; payları düzeltin",
        "\(name.english): the weighted sum is \(sum), above 100; correct the shares"))
  }

  private mutating func step(
    _ rule: String, _ title: Localized, _ arithmetic: Localized, _ result: Localized, _ citation: Citation
  ) {
    steps.append(
      ExplanationStep(
        rule: "control-effect/\(rule)", effective: rules.effective, title: title, arithmetic: arithmetic,
        result: result, citation: citation))
  }

  private var name: Localized { factor.name }
  private var residualTitle: Localized {
    Localized("Artık \(TurkishText.lowercase(name.turkish))", "Residual \(TurkishText.fold(name.english))")
  }
}

/// The same text in both languages.
func same(_ text: String) -> Localized { Localized(text, text) }
private func figure(_ value: Int?) -> String { value.map { String($0) } ?? "?" }
private func figure(_ value: Fraction?) -> String { value?.description ?? "?" }
