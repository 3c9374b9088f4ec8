import GuvenceCore
import GuvenceRules

/// How one risk stands against the appetite, and by which statement.
public struct AppetiteStanding: Hashable, Sendable {
  /// The grade of the score.
  public let grade: AppetiteGrade
  /// The score that was compared.
  public let score: Int
  /// Id of the methodology of `score` and `limits`.
  public let methodologyID: String
  /// The statement that decided; `nil` where the methodology's default did.
  public let statement: AppetiteStatement?
  /// Its limits in the risk's own methodology; `nil` for the default, which knows a highest accepted level only.
  public let limits: AppetiteLimits?

  /// A standing by `statement`, whose limits are `limits` in the methodology of `pair`.
  public init(
    _ pair: JudgedPair, methodologyID: String, by statement: AppetiteStatement, limits: AppetiteLimits
  ) {
    (score, self.methodologyID) = (pair.comparable, methodologyID)
    (self.statement, self.limits) = (statement, limits)
    grade = limits.grade(of: pair.comparable)
  }

  /// A standing by the methodology's own default: above its highest accepted level is above the appetite.
  public init(_ pair: JudgedPair, methodologyID: String, byDefault verdict: AppetiteVerdict) {
    (score, self.methodologyID, statement, limits) = (pair.comparable, methodologyID, nil, nil)
    grade = verdict == .above ? .attention : .within
  }

  /// Whether the risk is above its appetite.
  public var isAbove: Bool { grade != .within }

  /// The comparison in one step, to stand among the reasons of the score.
  public func step(in methodology: Methodology) -> ExplanationStep? {
    guard let statement, let limits else { return nil }
    func named(_ value: Int, _ language: Language) -> String {
      methodology.level(ofScore: value).map { "\(value) (\($0.name(language)))" } ?? "\(value)"
    }
    func arithmetic(_ language: Language) -> String {
      let sign = grade == .within ? "≤" : ">"
      let limit = grade == .breach ? limits.tolerance : limits.appetite
      let word =
        grade == .breach ? Localized("tolerans", "tolerance")(language) : Localized("iştah", "appetite")(language)
      return "\(named(score, language)) \(sign) \(word) \(named(limit, language))"
    }
    return ExplanationStep(
      rule: "appetite-statement/\(statement.id)", effective: statement.validFrom,
      title: Localized("İdarenin risk iştahıyla karşılaştırma", "Comparison with the administration's appetite"),
      arithmetic: Localized(arithmetic(.turkish), arithmetic(.english)), result: grade.name,
      citation: Citation(
        source: "İştah beyanı \(statement.id): \(statement.proposedBy) önerdi, \(statement.decidedBy) onayladı",
        checkedOn: statement.decidedAt?.dayInIstanbul, isVerified: true))
  }
}
