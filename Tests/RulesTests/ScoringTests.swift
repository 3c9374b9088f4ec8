import GuvenceCore
import GuvenceRules
import Testing

@Suite struct ScoringTests {
  @Test func theWorkedExample() throws {
    let methodology = try Shipped.methodology("5x5")
    let score = try score(ScoreInput(likelihood: 4, impact: 5), under: methodology, on: Shipped.day)
    #expect(score.value == 20)
    #expect(score.level.id == "very-high")
    #expect(score.verdict == .above)
    #expect(score.nextReview == Day(2026, 2, 15))
    #expect(score.explanation.map(\.rule) == ["5x5/product", "5x5/band", "appetite-verdict", "review-period"])
    #expect(
      score.explanation.map(\.arithmetic.turkish) == [
        "4 × 5 = 20", "20 ≤ 20 ≤ 25", "Çok yüksek (5) > kabul edilen en yüksek düzey: Düşük (2)",
        "Çok yüksek: 15.01.2026 + 1 ay",
      ])
    #expect(
      score.explanation.map(\.result.turkish) == [
        "20", "Çok yüksek", "iştah üstünde, yanıt gerekir", "15.02.2026",
      ])
    #expect(score.explanation.allSatisfy { !$0.citation.source.isEmpty && !$0.citation.isVerified })
  }

  @Test(arguments: Shipped.ids) func higherFactorsNeverJudgeLower(id: String) throws {
    let methodology = try Shipped.methodology(id)
    for l in methodology.likelihood.range {
      for i in methodology.impact.range {
        let here = try #require(methodology.level(likelihood: l, impact: i))
        for (dl, di) in [(1, 0), (0, 1)] {
          guard let above = methodology.level(likelihood: l + dl, impact: i + di) else { continue }
          #expect(above.rank >= here.rank)
        }
      }
    }
  }

  /// The arithmetic text of the explanation gives the same number and level when calculated again by hand.
  @Test(arguments: Shipped.ids) func theExplanationReplays(id: String) throws {
    let methodology = try Shipped.methodology(id)
    var random = Seeded(seed: 7)
    for _ in 0..<300 {
      let input = ScoreInput(
        likelihood: .random(in: methodology.likelihood.range, using: &random),
        impact: .random(in: methodology.impact.range, using: &random))
      let day = Shipped.day.adding(days: .random(in: 0...4000, using: &random))
      let score = try score(input, under: methodology, on: day)
      if let value = score.value {
        let numbers = score.explanation[0].arithmetic.turkish.split(whereSeparator: { !$0.isNumber }).compactMap {
          Int($0)
        }
        #expect(numbers.count == 3 && numbers[0] * numbers[1] == numbers[2] && numbers[2] == value)
        let band = score.explanation[1].arithmetic.turkish.split(whereSeparator: { !$0.isNumber }).compactMap {
          Int($0)
        }
        #expect(band.count == 3 && band[0] <= value && value <= band[2])
      }
      let level = score.explanation.first { $0.rule.hasSuffix("/band") || $0.rule.hasSuffix("/matrix") }
      #expect(level?.result == score.level.name)
      #expect(score.explanation.last?.result.turkish == score.nextReview.turkish)
      #expect(score.nextReview == day.adding(months: score.level.reviewMonths))
    }
  }

  @Test(arguments: Shipped.ids) func theCompiledFormAgrees(id: String) throws {
    let methodology = try Shipped.methodology(id)
    let compiled = CompiledMethodology(methodology)
    let sheet = ScoreSheet(methodology, on: Shipped.day)
    for l in methodology.likelihood.range {
      for i in methodology.impact.range {
        let slow = try score(
          ScoreInput(likelihood: l, impact: i), under: methodology, on: Shipped.day, explained: false)
        let explained = try score(ScoreInput(likelihood: l, impact: i), under: methodology, on: Shipped.day)
        #expect((sheet[l, i] == explained) == true)
        let fast = compiled.scoreFast(likelihood: l, impact: i)
        #expect(slow.explanation.isEmpty)
        #expect(fast.isKnown && Int(fast.value) == slow.value ?? 0 && compiled.levels[Int(fast.level)] == slow.level)
        #expect(fast.isAboveAppetite == (slow.verdict == .above) && Int(fast.reviewMonths) == slow.level.reviewMonths)
      }
    }
    let outside = [(0, 1), (1, 0), (-1, 3), (methodology.likelihood.steps.count + 1, 1), (1, 99), (.max, .max)]
    for (l, i) in outside { #expect(!compiled.scoreFast(likelihood: l, impact: i).isKnown && sheet[l, i] == nil) }
    var known: [Bool] = []
    compiled.forEach(likelihoods: [1, 0, 3], impacts: [1, 1, 255]) { _, cell in known.append(cell.isKnown) }
    #expect(known == [true, false, false])
  }

  @Test func theAdministrationsOwnAppetiteCounts() throws {
    let methodology = try Shipped.methodology("5x5")
    let own = DefaultAppetite(
      highestAcceptedRank: 4, citation: Citation(source: "RSB", checkedOn: nil, isVerified: false))
    let high = try score(ScoreInput(likelihood: 4, impact: 4), under: methodology, on: Shipped.day, appetite: own)
    #expect(high.verdict == .within)
    #expect(
      CompiledMethodology(methodology, appetite: own).scoreFast(likelihood: 4, impact: 4).isAboveAppetite == false)
  }

  @Test func dimensionsTakeTheHighest() throws {
    let methodology = try Shipped.methodology("5x5")
    let values = ["financial": 2, "operational": 1, "reputation": 4, "legal": 3, "strategic": 1]
    let score = try score(ScoreInput(likelihood: 3, dimensions: values), under: methodology, on: Shipped.day)
    #expect(score.impact == 4 && score.value == 12)
    #expect(score.explanation.first?.rule == "5x5/impact-maximum")
    #expect(score.explanation.first?.arithmetic.turkish == "Mali 2, Operasyonel 1, İtibar 4, Yasal 3, Stratejik 1")
  }

  @Test func weightsGiveARoundedMean() throws {
    let data = try TemporaryData()
    let weights = [
      "financial": "0.30", "operational": "0.25", "reputation": "0.20", "legal": "0.15", "strategic": "0.10",
    ]
    for (id, weight) in weights {
      try data.edit("rules/methodologies/5x5.yaml", ("- id: \(id)\n", "- id: \(id)\n    weight: \(weight)\n"))
    }
    try data.edit("rules/methodologies/5x5.yaml", ("combination: maximum", "combination: weighted"))
    let library = try RuleLibrary.load(dataFolder: data.folder)
    let methodology = try #require(library.methodology("5x5", on: Shipped.day))
    func impact(_ values: [Int]) throws -> Int {
      let ids = ["financial", "operational", "reputation", "legal", "strategic"]
      let input = Dictionary(uniqueKeysWithValues: zip(ids, values))
      return try score(ScoreInput(likelihood: 1, dimensions: input), under: methodology, on: Shipped.day).impact
    }
    #expect(try impact([5, 5, 5, 5, 5]) == 5)
    #expect(try impact([1, 1, 1, 1, 1]) == 1)
    #expect(try impact([1, 3, 2, 1, 1]) == 2)  // 0.30 + 0.75 + 0.40 + 0.15 + 0.10 = 1.70
    #expect(try impact([1, 2, 2, 1, 1]) == 1)  // 0.30 + 0.50 + 0.40 + 0.15 + 0.10 = 1.45
    #expect(try impact([2, 2, 1, 1, 1]) == 2)  // 0.60 + 0.50 + 0.20 + 0.15 + 0.10 = 1.55
    #expect(try impact([2, 1, 2, 1, 1]) == 2)  // 1.50, half up
    let values = ["financial": 5, "operational": 4, "reputation": 3, "legal": 2, "strategic": 1]
    let judged = try score(ScoreInput(likelihood: 2, dimensions: values), under: methodology, on: Shipped.day)
    #expect(
      judged.explanation.first?.arithmetic.turkish
        == "0,30 × Mali 5 + 0,25 × Operasyonel 4 + 0,20 × İtibar 3 + 0,15 × Yasal 2 + 0,10 × Stratejik 1")
    #expect(judged.impact == 4)  // 3.50
  }

  @Test func wrongInputsAreRefused() throws {
    let five = try Shipped.methodology("5x5")
    let ten = try Shipped.methodology("10x10")
    func problem(_ input: ScoreInput, _ methodology: Methodology) -> ScoreProblem? {
      do throws(ScoreProblem) {
        _ = try score(input, under: methodology, on: Shipped.day)
        return nil
      } catch { return error }
    }
    #expect(problem(ScoreInput(likelihood: 0, impact: 1), five) == .likelihoodOutOfRange(0, 1...5))
    #expect(problem(ScoreInput(likelihood: 6, impact: 1), five) == .likelihoodOutOfRange(6, 1...5))
    #expect(problem(ScoreInput(likelihood: 5, impact: 11), ten) == .impactOutOfRange(11, 1...10, dimension: ""))
    #expect(problem(ScoreInput(likelihood: 5, dimensions: [:]), ten) == .dimensionsNotUsed)
    #expect(problem(ScoreInput(likelihood: 5, dimensions: ["mali": 1]), five) == .unknownDimension("mali"))
    #expect(problem(ScoreInput(likelihood: 5, dimensions: ["financial": 1]), five) == .missingDimension("operational"))
    #expect(ScoreProblem.likelihoodOutOfRange(6, 1...5).message.turkish.contains("1 ile 5 arasında"))
  }
}
