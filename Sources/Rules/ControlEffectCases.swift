import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

/// Expectations for the control-effect methods, in a case file: `controls`, `strengths`, `residuals`, `percentages`,
/// `five-points`. Where a value is `unknown`, the word is written.
struct ControlEffectCases {
  let rules: ControlEffectRules?

  func results(_ object: ObjectReader) -> [CaseResult] {
    let controls = object.optionalObjects("controls", controlCase)
    let strengths = object.optionalObjects("strengths", strengthCase)
    let residuals = object.optionalObjects("residuals", residualCase)
    let percentages = object.optionalObjects("percentages", percentageCase)
    let fivePoints = object.optionalObjects("five-points", fivePointCase)
    return [controls, strengths, residuals, percentages, fivePoints].flatMap { $0 ?? [] }
  }

  /// `{points: [1.5, 1.5, 1, 1, 1], test-score: 90, expect: "80 / 86"}`: quality and strength.
  private func controlCase(_ object: ObjectReader) -> CaseResult? {
    let (points, expected) = (object.list("points", object.reader.decimal), object.text("expect"))
    let test = known(object.text("test-score"))
    guard let points, let expected else { return nil }
    let quality = rules?.tierReduction.quality(points: points)
    let strength = rules?.tierReduction.strength(quality: quality, testScore: test)
    return result("control \(points)", object, expected, "\(text(quality)) / \(text(strength))")
  }

  /// `{strength: 20.01, expect: "weak 1"}`: tier and reduction.
  private func strengthCase(_ object: ObjectReader) -> CaseResult? {
    let (strength, expected) = (object.decimal("strength"), object.text("expect"))
    guard let strength, let expected else { return nil }
    let band = Fraction(strength).flatMap { rules?.tierReduction.band(for: $0) }
    return result("strength \(strength)", object, expected, band.map { "\($0.id) \($0.reduction)" } ?? "unknown")
  }

  /// `{likelihood: 4, impact: 5, controls: [{strength: 86, weight: 0.5, factor: likelihood}], expect: "2 × 5"}`.
  private func residualCase(_ object: ObjectReader) -> CaseResult? {
    let (likelihood, impact) = (object.int("likelihood"), object.int("impact"))
    let controls = object.optionalObjects("controls", weighted)
    let expected = object.text("expect")
    guard let likelihood, let impact, let controls, let expected else { return nil }
    let found = rules?.tierReduction.suggestion(likelihood: likelihood, impact: impact, controls: controls)
    return result(
      "residual of \(likelihood) × \(impact)", object, expected,
      "\(found?.likelihood.map(String.init) ?? "unknown") × \(found?.impact.map(String.init) ?? "unknown")")
  }

  /// A control by its strength, or by the points and the test score that give it.
  private func weighted(_ object: ObjectReader) -> TierReduction.WeightedControl? {
    let weight = object.decimal("weight").flatMap { Fraction($0) }
    let factor = object.choice("factor", as: TierReduction.Factor.self)
    var strength: Fraction?
    if object.has("points") {
      let points = object.list("points", object.reader.decimal) ?? []
      let quality = rules?.tierReduction.quality(points: points)
      strength = rules?.tierReduction.strength(quality: quality, testScore: known(object.text("test-score")))
    } else {
      strength = known(object.text("strength")).flatMap { Fraction($0) }
    }
    guard let weight, let factor else { return nil }
    return TierReduction.WeightedControl(strength: strength, weight: weight, factor: factor)
  }

  /// `{inherent: 20, effectiveness: 75, expect: "5 partially-effective"}`.
  private func percentageCase(_ object: ObjectReader) -> CaseResult? {
    let (inherent, expected) = (object.int("inherent"), object.text("expect"))
    let effectiveness = known(object.text("effectiveness"))
    guard let inherent, let expected else { return nil }
    let residual = rules?.percentage.residual(inherent: inherent, effectiveness: effectiveness)
    let word = effectiveness.flatMap { rules?.percentage.word(for: $0) }?.id
    let actual = residual.map { "\($0) \(word ?? "unknown")" } ?? "unknown"
    return result("percentage of \(inherent)", object, expected, actual)
  }

  /// `{design: 3, operating: 2, expect: "2,5 not-effective"}`.
  private func fivePointCase(_ object: ObjectReader) -> CaseResult? {
    let (design, operating) = (known(object.text("design"))?.whole, known(object.text("operating"))?.whole)
    guard let expected = object.text("expect") else { return nil }
    let mean = rules?.fivePoint.mean(design: design, operating: operating)
    let isEffective = rules?.fivePoint.isEffective(design: design, operating: operating)
    let actual = mean.map { "\($0) \(isEffective == true ? "effective" : "not-effective")" } ?? "unknown"
    return result("five-point", object, expected, actual)
  }

  private func result(_ name: String, _ object: ObjectReader, _ expected: String, _ actual: String) -> CaseResult {
    CaseResult(name, at: object.node, expected: expected, actual: actual)
  }

  private func known(_ text: String?) -> Decimal? { text.flatMap(DataReader.decimal) }
  private func text(_ value: Fraction?) -> String { value?.description ?? "unknown" }
}

extension Decimal {
  fileprivate var whole: Int? { Int("\(self)") }
}
