import GuvenceCore
import Testing

@testable import GuvenceRules

/// Every list of up to four votes on a scale of five, under every rounding.
@Suite struct VoteTests {
  static let scale = Scale(
    steps: (1...5).map { Scale.Step(value: $0, name: Localized("\($0)", "\($0)"), criterion: Localized("", "")) })

  /// All lists of `count` votes in 1…5.
  static func lists(_ count: Int) -> [[Int]] {
    count == 0 ? [[]] : lists(count - 1).flatMap { list in (1...5).map { list + [$0] } }
  }

  @Test(arguments: VoteRounding.allCases, 1...4)
  func resultLiesBetweenTheVotesAndForgetsTheirOrder(rounding: VoteRounding, count: Int) throws {
    for votes in VoteTests.lists(count) {
      let voted = try #require(VotedValue(votes, on: VoteTests.scale, rounding))
      let (low, high) = (try #require(votes.min()), try #require(votes.max()))
      #expect((low...high).contains(voted.value))
      #expect(voted.value == VotedValue(votes.sorted(), on: VoteTests.scale, rounding)?.value)
      if low == high { #expect(voted.value == low && voted.statistics.deviation == Fraction(0)) }
    }
  }

  @Test(arguments: VoteRounding.allCases, 1...4)
  func raisingAVoteNeverLowersTheResult(rounding: VoteRounding, count: Int) throws {
    for votes in VoteTests.lists(count) where votes[0] < 5 {
      var raised = votes
      raised[0] += 1
      let before = try #require(VotedValue(votes, on: VoteTests.scale, rounding))
      let after = try #require(VotedValue(raised, on: VoteTests.scale, rounding))
      #expect(after.value >= before.value)
    }
  }

  @Test(arguments: [
    ([3, 4], VoteRounding.halfUp, 4, "4", "(3 + 4) / 2 = 3,5 → 4"),
    ([3, 4], .none, 4, "3,5", "(3 + 4) / 2 = 3,5 → 4"),
    ([3, 3, 4], .none, 3, "3,33", "(3 + 3 + 4) / 3 = 3,33 → 3"),
    ([3, 3, 4], .oneDecimal, 3, "3,3", "(3 + 3 + 4) / 3 = 3,33 → 3,3 → 3"),
    ([1, 2, 2, 2], .oneDecimal, 2, "1,8", "(1 + 2 + 2 + 2) / 4 = 1,75 → 1,8 → 2"),
  ])
  func fractionsAreShownAndAStepIsScored(
    votes: [Int], rounding: VoteRounding, value: Int, combined: String, arithmetic: String
  ) throws {
    let voted = try #require(VotedValue(votes, on: VoteTests.scale, rounding))
    #expect(voted.value == value && voted.combined.description == combined && voted.arithmetic == arithmetic)
  }

  /// 2,45 is nearest to 2, but a methodology that rounds to one decimal has 2,5, and that goes up.
  @Test func oneDecimalIsRoundedTwice() throws {
    let votes = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3]
    #expect(try #require(VotedValue(votes, on: VoteTests.scale, .oneDecimal)).value == 3)
    #expect(try #require(VotedValue(votes, on: VoteTests.scale, .halfUp)).value == 2)
  }

  @Test func thereIsNoResultWithoutVotesOrOutsideTheScale() {
    #expect(VotedValue([], on: VoteTests.scale, .halfUp) == nil)
    #expect(VotedValue([3, 6], on: VoteTests.scale, .halfUp) == nil)
    #expect(VotedValue([0, 3], on: VoteTests.scale, .none) == nil)
  }

  @Test(arguments: [
    ([4], "4", "4", "0"), ([1, 5], "3", "3", "2"), ([1, 2, 4], "2,33", "2", "1,25"),
    ([2, 3, 3, 5], "3,25", "3", "1,09"),
    ([1, 1, 1, 2], "1,25", "1", "0,43"),
  ])
  func statistics(votes: [Int], mean: String, median: String, deviation: String) throws {
    let found = try #require(VoteStatistics(votes))
    #expect(found.mean.description == mean && found.median.description == median)
    #expect(found.deviation.description == deviation)
    #expect(found.minimum == votes.min() && found.maximum == votes.max() && found.count == votes.count)
  }

  /// The root in hundredths: no hundredth is nearer.
  @Test func deviationIsTheNearestHundredth() throws {
    for votes in VoteTests.lists(4) {
      let found = try #require(VoteStatistics(votes))
      let hundredths = found.deviation.numerator * (100 / found.deviation.denominator)
      let square = 40_000 * found.variance.numerator
      let (low, high) = (2 * hundredths - 1, 2 * hundredths + 1)
      #expect(hundredths == 0 || low * low * found.variance.denominator <= square)
      #expect(high * high * found.variance.denominator > square)
    }
  }
}
