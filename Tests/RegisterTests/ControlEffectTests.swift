import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@Suite("Controls and the residual risk they suggest")
struct ControlEffectTests {
  static let today = Day(iso: "2026-11-10") ?? Day(daysSinceEpoch: 0)
  let rules: ControlEffectRules

  init() throws {
    let library = try RuleLibrary.load(dataFolder: try DataLocator.locate())
    rules = try #require(library.controlEffect(on: ControlEffectTests.today))
  }

  static let best = ["trace": "e-signature", "approval": "both", "oversight": "other-unit"]

  private func control(
    _ kind: ControlKind = .preventive, _ nature: ControlNature = .automatic, design: Int? = 4,
    answers: [String: String] = best
  ) -> Control {
    var details = ControlDetails(
      unitID: Identifier(1), name: "Çift onay", kind: kind, nature: nature, frequency: .daily)
    (details.design, details.answers) = (design, answers)
    return Control(
      id: Identifier(1), code: "MH.KN.0001", details: details, version: 1, createdAt: Instant(milliseconds: 0))
  }

  private func test(
    _ size: Int, _ exceptions: Int, on day: Day = today.adding(days: -1), _ conclusion: ControlTestConclusion? = nil,
    id: Int64 = 1
  ) -> ControlTest {
    ControlTest(
      id: Identifier(id), controlID: Identifier(1), testedOn: day, tester: "Denetçi", sampleSize: size,
      exceptions: exceptions, conclusion: conclusion ?? (exceptions == 0 ? .passed : .passedWithExceptions), notes: "",
      recordedAt: Instant(milliseconds: 0), recordedBy: "Denetçi")
  }

  private func standing(_ control: Control, _ tests: [ControlTest]) -> ControlStanding {
    ControlStanding(control, tests: tests, rules: rules, on: ControlEffectTests.today)
  }

  private func part(
    _ score: Int?, share: Int = 100, _ factor: ControlFactor = .both, answers: [String: String] = best, design: Int? = 4
  ) -> EffectiveControl {
    let tests = score.map { [test(100, 100 - $0, $0 == 0 ? .failed : nil)] } ?? []
    return EffectiveControl(
      code: "K", share: share, factor: factor, standing: standing(control(design: design, answers: answers), tests))
  }

  private func suggest(
    _ likelihood: Int, _ impact: Int, _ controls: [EffectiveControl], _ method: ControlEffectMethod = .tierReduction
  ) -> ResidualSuggestion {
    ResidualSuggestion(likelihood: likelihood, impact: impact, controls: controls, method: method, rules: rules)
  }

  @Test func theWorkedExampleOfTheMethodComesOut() {
    let first = control(answers: ["trace": "record", "approval": "other-team", "oversight": "regular"])
    let a = standing(first, [test(10, 1)])
    #expect(a.quality == Fraction(80) && a.testScore == 90 && a.strength == Fraction(86) && a.operating == 5)
    let second = control(
      .detective, .manual, answers: ["trace": "personal", "approval": "same-team", "oversight": "occasional"])
    let b = standing(second, [test(10, 4)])
    #expect(b.strength?.description == "49,33")
    let both = [a, b].map { EffectiveControl(code: "K", share: 50, factor: .likelihood, standing: $0) }
    let found = suggest(4, 5, both)
    #expect(found.text == "2 × 5" && found.unknown.isEmpty)
    #expect(found.reasons.map(\.result.turkish).contains("67,67, Güçlü"))
    #expect(found.reasons.allSatisfy { !$0.rule.isEmpty && !$0.arithmetic.turkish.isEmpty })
  }

  @Test func theLastTestThatCouldBeMadeCounts() {
    let day = ControlEffectTests.today
    let tests = [
      test(10, 0, on: day.adding(days: -20), id: 1), test(10, 5, on: day.adding(days: -10), id: 2),
      test(10, 2, on: day.adding(days: -10), id: 3), test(0, 0, on: day.adding(days: -1), .notTested, id: 4),
      test(10, 0, on: day.adding(days: 1), id: 5),
    ]
    #expect(standing(control(), tests).testScore == 80)
    #expect(standing(control(), [test(3, 1)]).testScore?.description == "66.67")
    #expect(standing(control(), [test(10, 1, .failed)]).testScore == 0)
  }

  @Test func oldTestsAndOpenQuestionsLeaveTheStrengthUnknown() {
    let day = ControlEffectTests.today
    #expect(standing(control(), [test(10, 0, on: day.adding(months: -12).adding(days: 1))]).testScore == 100)
    let old = standing(control(), [test(10, 0, on: day.adding(months: -12))])
    #expect(old.testScore == nil && old.strength == nil && old.operating == nil && old.gaps.count == 1)
    let directive = standing(control(.directive), [test(10, 0)])
    #expect(directive.quality == nil && directive.strength == nil)
    #expect(
      standing(control(.directive, answers: ControlEffectTests.best.merging(["type": "preventive"]) { $1 }), [])
        .quality == Fraction(100))
  }

  @Test(arguments: [ControlEffectMethod.tierReduction, .percentage, .fivePoint])
  func unknownStaysUnknownAndSaysWhy(_ method: ControlEffectMethod) {
    let found = suggest(4, 4, [part(nil, share: 50, .likelihood)], method)
    #expect(found.likelihood == nil && found.impact == 4)
    #expect(found.unknown.contains { $0.turkish.contains("test edilmemiş") })
    #expect(!found.differs(fromLikelihood: 1, impact: 4) && found.differs(fromLikelihood: 1, impact: 3))
  }

  @Test func scoringAgainSuggestsNothing() {
    let found = suggest(4, 4, [part(100)], .rescored)
    #expect(found.likelihood == nil && found.impact == nil && found.unknown == [ControlEffectMethod.rescored.summary])
  }

  @Test func sharesAboveTheWholeAreNotGuessed() {
    let found = suggest(5, 5, [part(100, share: 80), part(100, share: 80)])
    #expect(!found.isComplete && found.unknown.count == 2)
  }

  @Test func fivePointsJudgeButDoNotMeasure() {
    #expect(suggest(4, 4, [part(10, design: 2)], .fivePoint).text == "4 × 4")
    #expect(suggest(4, 4, [part(100, .likelihood, design: 5)], .fivePoint).text == "? × 4")
  }

  @Test func percentagesAreRoundedUp() {
    #expect(suggest(5, 5, [part(55, .likelihood)], .percentage).text == "3 × 5")
    #expect(suggest(5, 5, [part(100)], .percentage).text == "1 × 1")
  }

  /// For random controls and every pair: no factor rises, the suggestion stays on the scale, and a control that tests
  /// better never leaves a higher residual.
  @Test(arguments: [ControlEffectMethod.tierReduction, .percentage, .fivePoint])
  func theResidualLawHolds(_ method: ControlEffectMethod) throws {
    var generator = SplitMix(state: 20_261_110)
    for _ in 0..<60 {
      let count = Int.random(in: 1...4, using: &generator)
      let parts = (0..<count).map { _ in random(share: 100 / count, &generator) }
      var better = parts
      let index = Int.random(in: 0..<count, using: &generator)
      let score = wholePart(parts[index].standing.testScore)
      better[index] = part(
        min(100, score + Int.random(in: 0...40, using: &generator)), share: parts[index].share, parts[index].factor)
      for likelihood in 1...10 {
        for impact in 1...10 {
          let found = suggest(likelihood, impact, parts, method)
          let improved = suggest(likelihood, impact, better, method)
          #expect(found.likelihood.map { (1...likelihood).contains($0) } ?? (method == .fivePoint))
          #expect(found.impact.map { (1...impact).contains($0) } ?? (method == .fivePoint))
          if let before = found.likelihood, let after = improved.likelihood { #expect(after <= before) }
          if let before = found.impact, let after = improved.impact { #expect(after <= before) }
        }
      }
    }
  }

  private func random(share: Int, _ generator: inout SplitMix) -> EffectiveControl {
    let factor = ControlFactor.allCases.randomElement(using: &generator) ?? .both
    return part(Int.random(in: 0...100, using: &generator), share: share, factor)
  }
}

/// The whole part of a decimal; 0 where there is none.
private func wholePart(_ value: Decimal?) -> Int { Int((value?.description ?? "0").prefix { $0 != "." }) ?? 0 }

/// A small seeded generator, so that runs repeat.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
