import Foundation
import GuvenceRules
import Testing

@Suite struct FractionTests {
  @Test(arguments: [(5, 2, 3), (-5, 2, -2), (-7, 2, -3), (7, 3, 2), (-7, 3, -2), (8, 3, 3), (-8, 3, -3), (0, 5, 0)])
  func roundsHalvesUp(numerator: Int, denominator: Int, expected: Int) {
    #expect(Fraction(numerator, denominator)?.roundedHalfUp == expected)
  }

  @Test(arguments: [(11, 3, "3,67"), (7, 2, "3,5"), (-7, 2, "-3,5"), (301, 100, "3,01"), (6, 2, "3"), (1, 3, "0,33")])
  func prints(numerator: Int, denominator: Int, expected: String) {
    #expect(Fraction(numerator, denominator)?.description == expected)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let huge = try #require(Fraction(.max, 1))
    #expect(huge.times(huge) == nil && huge.plus(huge) == nil)
    #expect(
      Fraction(1, 0) == nil && Fraction(.min, 1) == nil
        && Fraction(Decimal(sign: .plus, exponent: -7, significand: 1)) == nil)
    let (a, b) = (try #require(Fraction(.max, .max - 1)), try #require(Fraction(.max - 1, .max - 2)))
    #expect(a < b && !(b < a))
  }

  /// Rounding moves a mean by less than the step; the mean lies between the smallest and the largest vote.
  @Test func votesStayWhereTheyWereCast() throws {
    var random = Seeded(seed: 11)
    for _ in 0..<500 {
      let votes = (0..<Int.random(in: 1...20, using: &random)).map { _ in Int.random(in: 1...10, using: &random) }
      let (low, high) = (try #require(votes.min()), try #require(votes.max()))
      let exact = try #require(combineVotes(votes, .none))
      let whole = try #require(combineVotes(votes, .halfUp))
      let tenth = try #require(combineVotes(votes, .oneDecimal))
      #expect(exact.numerator * votes.count == votes.reduce(0, +) * exact.denominator)
      for mean in [exact, whole, tenth] {
        #expect(mean >= Fraction(low, 1) ?? mean && mean <= Fraction(high, 1) ?? mean)
      }
      #expect(whole.denominator == 1 && 10 % tenth.denominator == 0)
      #expect(whole.numerator == exact.roundedHalfUp)
    }
    #expect(combineVotes([], .none) == nil && combineVotes([.max, .max], .none) == nil)
  }
}
