import GuvenceCore

/// Every pair of a methodology judged once for one day, with reasons: for judging a whole register, where the same
/// pairs come again and again. Gives what `score(_:under:on:)` gives.
public struct ScoreSheet: Sendable {
  private let scores: [Score]
  private let likelihoods: Int
  private let impacts: Int

  /// Judges all pairs of `methodology` on `day`, with the administration's own appetite where it has one.
  public init(_ methodology: Methodology, on day: Day, appetite: DefaultAppetite? = nil) {
    let pairs = methodology.likelihood.range.flatMap { likelihood in
      methodology.impact.range.map { ScoreInput(likelihood: likelihood, impact: $0) }
    }
    let judged = pairs.compactMap { try? score($0, under: methodology, on: day, appetite: appetite) }
    // A loaded methodology judges every pair; one made by hand may not, and then the sheet is empty.
    scores = judged.count == pairs.count ? judged : []
    (likelihoods, impacts) = (methodology.likelihood.steps.count, methodology.impact.steps.count)
  }

  /// The judged pair; `nil` outside the scales.
  public subscript(likelihood: Int, impact: Int) -> Score? {
    guard likelihood >= 1, likelihood <= likelihoods, impact >= 1, impact <= impacts, !scores.isEmpty else {
      return nil
    }
    return scores[(likelihood - 1) * impacts + impact - 1]
  }
}
