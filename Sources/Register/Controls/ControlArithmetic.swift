import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// How the numbers of each control came about.
public enum ControlArithmetic {
  /// The steps of one control: test score and strength, as far as they are known.
  public static func steps(_ control: EffectiveControl, _ rules: ControlEffectRules) -> [ExplanationStep] {
    [test(control, rules), strength(control, rules), mean(control, rules)].compactMap { $0 }
  }

  static func steps(
    _ controls: [EffectiveControl], _ method: ControlEffectMethod, _ rules: ControlEffectRules
  ) -> [ExplanationStep] {
    controls.flatMap { control in
      switch method {
      case .rescored: [ExplanationStep]()
      case .tierReduction: [test(control, rules), strength(control, rules)].compactMap { $0 }
      case .percentage: [test(control, rules)].compactMap { $0 }
      case .fivePoint: [test(control, rules), mean(control, rules)].compactMap { $0 }
      }
    }
  }

  private static func test(_ control: EffectiveControl, _ rules: ControlEffectRules) -> ExplanationStep? {
    guard let test = control.standing.test, let score = control.standing.testScore else { return nil }
    let number = IndicatorReasons.number(score)
    let share = "(\(test.sampleSize) − \(test.exceptions)) / \(test.sampleSize) × 100"
    let failed = test.conclusion == .failed
    return ExplanationStep(
      rule: "control-effect/test-score", effective: rules.effective,
      title: Localized("\(control.code): test puanı (KTS)", "\(control.code): test score (KTS)"),
      arithmetic: Localized(
        "\(test.testedOn.turkish): \(failed ? "başarısız" : share)", "\(test.testedOn): \(failed ? "failed" : share)"),
      result: number, citation: rules.testScore.citation)
  }

  private static func strength(_ control: EffectiveControl, _ rules: ControlEffectRules) -> ExplanationStep? {
    let tiers = rules.tierReduction
    guard let quality = control.standing.quality, let score = control.standing.testScore,
      let strength = control.standing.strength
    else { return nil }
    let weights = (IndicatorReasons.number(tiers.qualityWeight), IndicatorReasons.number(tiers.testWeight))
    let number = IndicatorReasons.number(score)
    return ExplanationStep(
      rule: "control-effect/strength", effective: rules.effective,
      title: Localized("\(control.code): kontrol gücü (KEP)", "\(control.code): strength (KEP)"),
      arithmetic: Localized(
        "\(weights.0.turkish) × KYP \(quality) + \(weights.1.turkish) × KTS \(number.turkish)",
        "\(weights.0.english) × KYP \(quality) + \(weights.1.english) × KTS \(number.english)"),
      result: same(strength.description), citation: tiers.citation)
  }

  private static func mean(_ control: EffectiveControl, _ rules: ControlEffectRules) -> ExplanationStep? {
    guard let mean = control.standing.mean, let operating = control.standing.operating,
      let limit = Fraction(rules.fivePoint.effectiveFrom), let sum = Fraction(2).flatMap({ mean.times($0) })
    else { return nil }
    let design = sum.numerator - operating
    return ExplanationStep(
      rule: "control-effect/five-point", effective: rules.effective,
      title: Localized("\(control.code): etkinlik ortalaması", "\(control.code): mean effectiveness"),
      arithmetic: same("(\(design) + \(operating)) / 2 = \(mean)"),
      result: mean >= limit ? Localized("Etkin", "Effective") : Localized("Etkin değil", "Not effective"),
      citation: rules.fivePoint.citation)
  }
}
