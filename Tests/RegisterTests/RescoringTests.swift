import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

/// Laws of re-scoring, over every pair of every shipped methodology.
@Suite struct RescoringTests {
  static let ids = ["3x3", "5x5", "10x10", "5x5-a", "5x5-b", "5x5-harf"]
  static let day = Day(daysSinceEpoch: 20_468)

  struct Shipped {
    let library: RuleLibrary
    let mapping: ScaleMapping

    init() throws {
      let folder = try DataLocator.locate()
      library = try RuleLibrary.load(dataFolder: folder)
      mapping = try ScaleMapping.load(dataFolder: folder, on: RescoringTests.day)
    }

    func methodology(_ id: String) throws -> Methodology {
      try #require(library.methodology(id, on: RescoringTests.day))
    }

    func rescoring(_ from: String, _ to: String) throws -> Rescoring {
      Rescoring(under: try methodology(to), from: [1: try methodology(from)], by: mapping)
    }
  }

  private func judged(_ likelihood: Int, _ impact: Int, _ methodology: Methodology) throws -> JudgedPair {
    try score(ScoreInput(likelihood: likelihood, impact: impact), under: methodology, on: RescoringTests.day).pair()
  }

  private func standing(
    _ inherent: JudgedPair, _ residual: JudgedPair? = nil, _ target: JudgedPair? = nil,
    nextReview: Day = RescoringTests.day
  ) -> StandingAssessment {
    StandingAssessment(
      riskID: Identifier(1), unitID: Identifier(1), methodologyID: "x", ruleSetID: 1, assessedOn: RescoringTests.day,
      nextReviewOn: nextReview, inherent: inherent, residual: residual, target: target, verdict: .within)
  }

  @Test(arguments: ids, ids) func givesWhatTheRulesGive(from: String, to: String) throws {
    let shipped = try Shipped()
    let (old, new, rescoring) = (
      try shipped.methodology(from), try shipped.methodology(to), try shipped.rescoring(from, to)
    )
    for likelihood in old.likelihood.range {
      for impact in old.impact.range {
        let rescored = try #require(rescoring.rescored(standing(try judged(likelihood, impact, old))))
        let pair = ScoreInput(
          likelihood: shipped.mapping.map(
            likelihood, from: old.likelihood.steps.count, to: new.likelihood.steps.count),
          impact: shipped.mapping.map(impact, from: old.impact.steps.count, to: new.impact.steps.count))
        let expected = try score(pair, under: new, on: RescoringTests.day)
        #expect(rescored.inherent == expected.pair())
        #expect(rescored.verdict == expected.verdict)
        if from == to { #expect(rescored.inherent == (try judged(likelihood, impact, old))) }
      }
    }
  }

  @Test(arguments: ids, ids) func keepsTheLawsOfAssessments(from: String, to: String) throws {
    let shipped = try Shipped()
    let (old, rescoring) = (try shipped.methodology(from), try shipped.rescoring(from, to))
    var pairs: [JudgedPair] = []
    for likelihood in old.likelihood.range {
      for impact in old.impact.range where (likelihood + impact) % 3 != 0 || old.impact.steps.count < 6 {
        pairs.append(try judged(likelihood, impact, old))
      }
    }
    func order(_ pair: JudgedPair) -> Int { pair.score ?? pair.levelRank }
    for inherent in pairs {
      for residual in pairs where order(residual) <= order(inherent) {
        let new = try #require(rescoring.rescored(standing(inherent, residual, residual)))
        let (after, target) = (try #require(new.residual), try #require(new.target))
        #expect(order(after) <= order(new.inherent))
        #expect(order(target) <= order(after))
        let alone = try #require(rescoring.rescored(standing(residual)))
        #expect(after == alone.inherent, "the effective pair is never set right")
        let isOrdered = residual.likelihood <= inherent.likelihood && residual.impact <= inherent.impact
        if isOrdered, to != "5x5-harf" { #expect(new.adjustments.isEmpty) }
      }
    }
  }

  @Test func theReviewNeverMovesBack() throws {
    let shipped = try Shipped()
    let (old, rescoring) = (try shipped.methodology("5x5"), try shipped.rescoring("5x5", "10x10"))
    for days in [-400, -1, 0, 20, 90, 200, 400] {
      let due = RescoringTests.day.adding(days: days)
      let before = standing(try judged(4, 4, old), nextReview: due)
      let after = try #require(rescoring.rescored(before))
      #expect(after.nextReview(after: before, on: RescoringTests.day) <= due)
    }
  }

  @Test func dimensionsMoveWhereTheNewMethodHasThem() throws {
    let shipped = try Shipped()
    let source = try shipped.methodology("5x5")
    let entered = Dictionary(uniqueKeysWithValues: source.dimensions.enumerated().map { ($1.id, $0 % 5 + 1) })
    let input = ScoreInput(likelihood: 3, dimensions: entered)
    let pair = try score(input, under: source, on: RescoringTests.day).pair(dimensions: entered)
    let kept = try #require(try shipped.rescoring("5x5", "5x5").rescored(standing(pair)))
    #expect(kept.inherent == pair)
    let single = try #require(try shipped.rescoring("5x5", "10x10").rescored(standing(pair)))
    #expect(single.inherent.impactByDimension.isEmpty && single.inherent.impact == 10)
  }

  @Test func whatItCannotReadItLeaves() throws {
    let shipped = try Shipped()
    let rescoring = try shipped.rescoring("3x3", "5x5")
    let outside = JudgedPair(likelihood: 4, impact: 1, score: nil, levelID: "low", levelRank: 1)
    #expect(rescoring.rescored(standing(outside)) == nil)
  }
}

@Suite struct MethodSimulationTests {
  @Test func opportunitiesHaveMapsOfTheirOwnAndNoAppetite() throws {
    let shipped = try RescoringTests.Shipped()
    let old = try shipped.methodology("5x5")
    let judged = try score(ScoreInput(likelihood: 5, impact: 5), under: old, on: RescoringTests.day)
    let standing = RiskKind.allCases.enumerated().map { index, kind in
      StandingAssessment(
        riskID: Identifier(Int64(index + 1)), unitID: Identifier(1), methodologyID: "5x5", ruleSetID: 1,
        assessedOn: RescoringTests.day, nextReviewOn: RescoringTests.day, inherent: judged.pair(), residual: nil,
        target: nil, verdict: judged.verdict, kind: kind)
    }
    let result = MethodSimulation(standing, under: try shipped.rescoring("5x5", "3x3"), current: old, limit: 9)
    for kind in RiskKind.allCases {
      #expect(result.mapsBefore[kind]?.joined().reduce(0, +) == 1 && result.mapsBefore[kind]?[4][4] == 1)
      #expect(result.mapsAfter[kind]?.joined().reduce(0, +) == 1 && result.mapsAfter[kind]?[2][2] == 1)
    }
    #expect(result.mapBefore == result.mapsBefore[.threat] && result.opportunityCount == 1)
    #expect(result.riskCount == 2 && result.aboveBefore == 1 && result.aboveAfter == 1)
  }

  @Test func countsAddUp() throws {
    let shipped = try RescoringTests.Shipped()
    let (old, new) = (try shipped.methodology("5x5"), try shipped.methodology("3x3"))
    var standing: [StandingAssessment] = []
    for likelihood in 1...5 {
      for impact in 1...5 {
        let judged = try score(
          ScoreInput(likelihood: likelihood, impact: impact), under: old, on: RescoringTests.day)
        standing.append(
          StandingAssessment(
            riskID: Identifier(Int64(standing.count + 1)), unitID: Identifier(1), methodologyID: "5x5", ruleSetID: 1,
            assessedOn: RescoringTests.day, nextReviewOn: RescoringTests.day, inherent: judged.pair(), residual: nil,
            target: nil, verdict: judged.verdict))
      }
    }
    let rescoring = try shipped.rescoring("5x5", "3x3")
    let result = MethodSimulation(standing, under: rescoring, current: old, limit: 4)
    #expect(result.riskCount == 25 && result.unreadableCount == 0 && result.elsewhereCount == 0)
    #expect(result.levelsBefore.values.reduce(0, +) == 25 && result.levelsAfter.values.reduce(0, +) == 25)
    #expect(result.mapBefore.joined().reduce(0, +) == 25 && result.mapAfter.joined().reduce(0, +) == 25)
    #expect(result.mapAfter.count == new.likelihood.steps.count)
    #expect(result.aboveAfter == result.aboveBefore + result.newlyAbove - result.newlyWithin)
    #expect(result.transitions.map(\.count).reduce(0, +) == result.changedCount)
    #expect(result.changes.count == 4)
    let all = MethodSimulation(standing, under: rescoring, current: old, limit: .max)
    #expect(all.changes.count == all.changedCount)
    #expect(all.changes.prefix(all.newlyAbove).allSatisfy { $0.isAbove && !$0.wasAbove })
  }
}
