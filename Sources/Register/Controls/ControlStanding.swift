import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// What is known of a control on one day: design quality, test score, strength. What is unknown stays unknown, with the
/// reason; it never becomes 0 or 100.
public struct ControlStanding: Hashable, Sendable {
  /// The test that counts.
  public let test: ControlTest?
  /// Test score (KTS) 0–100.
  public let testScore: Decimal?
  /// Design quality (KYP) 0–100.
  public let quality: Fraction?
  /// Strength (KEP) 0–100.
  public let strength: Fraction?
  /// Operating effectiveness 1–5, from the test score.
  public let operating: Int?
  /// Mean of design and operating effectiveness, 1–5.
  public let mean: Fraction?
  /// Why the design quality is unknown.
  public let qualityGap: Localized?
  /// Why the test score is unknown.
  public let testGap: Localized?

  /// The standing of `control` with these tests under `rules` on `day`.
  public init(_ control: Control, tests: [ControlTest], rules: ControlEffectRules, on day: Day) {
    let last = ControlTest.latest(tests, on: day)
    let counts = last.map { day < rules.testScore.expiry(of: $0.testedOn) } ?? false
    test = counts ? last : nil
    testScore = test?.score(rules.testScore)
    quality = rules.tierReduction.quality(answers: control.details.allAnswers)
    strength = rules.tierReduction.strength(quality: quality, testScore: testScore)
    operating = testScore.flatMap(rules.testScore.operating)
    mean = rules.fivePoint.mean(design: control.details.design, operating: operating)
    qualityGap = quality == nil ? ControlStanding.openQuestions(control, rules) : nil
    testGap = testScore == nil ? ControlStanding.noTest(last, rules) : nil
  }

  /// Everything that is unknown, in words.
  public var gaps: [Localized] { [qualityGap, testGap].compactMap { $0 } }

  private static func openQuestions(_ control: Control, _ rules: ControlEffectRules) -> Localized {
    let answers = control.details.allAnswers
    let open = rules.tierReduction.questions.filter { question in
      !question.answers.contains { $0.id == answers[question.id] }
    }
    return Localized(
      "tasarım soruları yanıtlanmamış: \(open.map(\.name.turkish).joined(separator: ", "))",
      "design questions are open: \(open.map(\.name.english).joined(separator: ", "))")
  }

  private static func noTest(_ last: ControlTest?, _ rules: ControlEffectRules) -> Localized {
    guard let last else { return Localized("test edilmemiş", "never tested") }
    let months = rules.testScore.validMonths
    return Localized(
      "son testi (\(last.testedOn.turkish)) \(months) aydan eski",
      "its last test (\(last.testedOn)) is over \(months) months old")
  }
}

/// How effective a control is known to be, by its test score.
public enum ControlEffectiveness: String, Sendable, CaseIterable {
  /// The test score lies in the highest range.
  case effective
  /// It lies between.
  case partial
  /// It lies in the lowest range.
  case ineffective
  /// No test counts.
  case unknown

  /// The effectiveness of a test score under the ranges of the percentage method.
  public init(_ score: Decimal?, _ rules: PercentageEffect) {
    guard let score, let word = rules.word(for: score) else {
      self = .unknown
      return
    }
    self = word.id == rules.words.first?.id ? .ineffective : word.id == rules.words.last?.id ? .effective : .partial
  }

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .effective: Localized("Etkin", "Effective")
    case .partial: Localized("Kısmen etkin", "Partially effective")
    case .ineffective: Localized("Etkin değil", "Not effective")
    case .unknown: Localized("Bilinmiyor", "Unknown")
    }
  }
}
