import GuvenceCore
import GuvenceRules

/// What the rules make of an assessment input: the scores, what blocks it and what to think about.
///
/// The comparisons: residual above inherent is refused and residual equal to inherent is a caution (the controls look
/// ineffective); target above residual is refused.
public struct Judgement: Sendable, Hashable {
  /// Score before controls; `nil` where the pair does not fit the scales.
  public let inherent: Score?
  /// Score after controls; `nil` where not entered or not fitting.
  public let residual: Score?
  /// Score aimed at; `nil` where not entered or not fitting.
  public let target: Score?
  /// What blocks the assessment, by form field.
  public let problems: [Problem]
  /// What to think about; does not block.
  public let cautions: [Caution]

  /// Something that blocks.
  public struct Problem: Sendable, Hashable {
    /// Form field: `likelihood`, `impact`, `residual-likelihood` …
    public let field: String
    /// One sentence.
    public let message: Localized
  }

  /// Something to think about.
  public struct Caution: Sendable, Hashable {
    /// Stable word.
    public let code: String
    /// One sentence.
    public let message: Localized
  }

  /// Judges `input` under `methodology` on `day`, with the administration's own appetite where it has one.
  public init(
    _ input: AssessmentInput, under methodology: Methodology, on day: Day, appetite: DefaultAppetite? = nil,
    explained: Bool = true
  ) {
    var problems: [Problem] = []
    func judged(_ pair: ScoreInput?, _ prefix: String) -> Score? {
      guard let pair else { return nil }
      do throws(ScoreProblem) {
        return try score(pair, under: methodology, on: day, appetite: appetite, explained: explained)
      } catch {
        problems.append(Problem(field: prefix + error.factor, message: error.message))
        return nil
      }
    }
    let inherent = judged(input.inherent, "")
    let residual = judged(input.residual, "residual-")
    let target = judged(input.target, "target-")
    var cautions: [Caution] = []
    if let inherent, let residual {
      if residual.order > inherent.order { problems.append(Judgement.residualAbove) }
      if residual.order == inherent.order { cautions.append(Judgement.residualEqual) }
    }
    if let inherent, let residual {
      let hasRisen = residual.likelihood > inherent.likelihood || residual.impact > inherent.impact
      if hasRisen, residual.order <= inherent.order { cautions.append(Judgement.factorRisen) }
    }
    if let target, let above = residual ?? inherent, target.order > above.order {
      problems.append(Judgement.targetAbove)
    }
    (self.inherent, self.residual, self.target) = (inherent, residual, target)
    (self.problems, self.cautions) = (problems, cautions)
  }

  /// The score that counts: residual where there is one, else inherent.
  public var effective: Score? { residual ?? inherent }

  private static let residualAbove = Problem(
    field: "residual-likelihood",
    message: Localized(
      "Artık risk doğal riskten yüksek olamaz: kontroller riski artırmaz. Değerleri gözden geçirin.",
      "The residual risk cannot be above the inherent risk. Check the values."))
  /// The residual score equals the inherent one.
  public static let residualEqual = Caution(
    code: "residual-equals-inherent",
    message: Localized(
      "Artık risk doğal riske eşit: mevcut kontroller etkisiz görünüyor.",
      "The residual risk equals the inherent risk: the existing controls look ineffective."))
  /// One residual factor lies above its inherent one, while the score does not.
  public static let factorRisen = Caution(
    code: "residual-factor-above",
    message: Localized(
      "Artık olasılık ya da etki doğal değerinden yüksek: kontrol bir etmeni artırmaz. Değerleri gözden geçirin.",
      "The residual likelihood or impact is above the inherent one: a control raises no factor. Check the values."))
  private static let targetAbove = Problem(
    field: "target-likelihood",
    message: Localized(
      "Hedef risk bugünkü riskten yüksek olamaz. Değerleri gözden geçirin.",
      "The target risk cannot be above today's risk. Check the values."))
}

extension Score {
  /// By what two scores of one methodology are compared: the product, or the level's rank where there is no number.
  fileprivate var order: Int { value ?? level.rank }

  /// The pair as an assessment keeps it; `dimensions` as they were entered.
  public func pair(dimensions: [String: Int] = [:]) -> JudgedPair {
    JudgedPair(
      likelihood: likelihood, impact: impact, impactByDimension: dimensions, score: value, levelID: level.id,
      levelRank: level.rank)
  }
}

extension ScoreInput {
  /// Impacts by dimension, empty where one overall impact was given.
  public var dimensions: [String: Int] {
    if case .dimensions(let values) = impact { values } else { [:] }
  }
}

extension ScoreProblem {
  fileprivate var factor: String {
    if case .likelihoodOutOfRange = self { "likelihood" } else { "impact" }
  }
}
