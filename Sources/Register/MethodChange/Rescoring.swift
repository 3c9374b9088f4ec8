import GuvenceCore
import GuvenceRules

/// Re-scores assessments under another methodology: values move by the scale mapping, the methodology judges them.
///
/// Impacts by dimension move one by one where the methodology has the same dimensions, and are combined by it; else the
/// one combined impact moves. What is derived keeps the laws of assessments: residual not above inherent, target not
/// above today's risk.
public struct Rescoring: Sendable {
  /// The methodology to re-score under.
  public let methodology: Methodology
  /// How values move.
  public let mapping: ScaleMapping
  private let compiled: CompiledMethodology
  private let dimensionIDs: Set<String>
  private let routes: [Int64: Route]

  /// New values of the old ones of one source, at their index.
  private struct Route {
    let likelihoods: [Int]
    let impacts: [Int]

    func impact(_ value: Int) -> Int? { impacts.indices.contains(value - 1) ? impacts[value - 1] : nil }
    func likelihood(_ value: Int) -> Int? { likelihoods.indices.contains(value - 1) ? likelihoods[value - 1] : nil }
  }

  /// Re-scoring under `methodology` of assessments made under `sources`, by the number of the stored version.
  public init(under methodology: Methodology, from sources: [Int64: Methodology], by mapping: ScaleMapping) {
    (self.methodology, self.mapping) = (methodology, mapping)
    compiled = CompiledMethodology(methodology)
    dimensionIDs = methodology.combination == .single ? [] : Set(methodology.dimensions.map(\.id))
    let (likelihoods, impacts) = (methodology.likelihood.steps.count, methodology.impact.steps.count)
    routes = sources.mapValues { source in
      Route(
        likelihoods: mapping.values(from: source.likelihood.steps.count, to: likelihoods),
        impacts: mapping.values(from: source.impact.steps.count, to: impacts))
    }
  }

  /// The assessment under the new methodology; `nil` where its version is not among the sources or a value lies outside
  /// the scales it was made with.
  public func rescored(_ standing: StandingAssessment) -> RescoredAssessment? {
    guard let route = routes[standing.ruleSetID], var inherent = judged(standing.inherent, route) else { return nil }
    let residual = standing.residual.flatMap { judged($0, route) }
    var target = standing.target.flatMap { judged($0, route) }
    if (residual == nil) != (standing.residual == nil) || (target == nil) != (standing.target == nil) { return nil }
    var adjustments: [RescoredAssessment.Adjustment] = []
    if let residual, residual.pair.order > inherent.pair.order {
      inherent = residual
      adjustments.append(.inherentRaised)
    }
    let effective = residual ?? inherent
    if let aim = target, aim.pair.order > effective.pair.order {
      target = effective
      adjustments.append(.targetLowered)
    }
    return RescoredAssessment(
      inherent: inherent.pair, residual: residual?.pair, target: target?.pair,
      verdict: effective.cell.isAboveAppetite ? .above : .within, reviewMonths: Int(effective.cell.reviewMonths),
      adjustments: adjustments)
  }

  private typealias Judged = (pair: JudgedPair, cell: CompiledMethodology.Cell)

  private func judged(_ pair: JudgedPair, _ route: Route) -> Judged? {
    guard let likelihood = route.likelihood(pair.likelihood), let (impact, dimensions) = impact(of: pair, route) else {
      return nil
    }
    let cell = compiled.scoreFast(likelihood: likelihood, impact: impact)
    guard cell.isKnown else { return nil }
    let level = compiled.levels[Int(cell.level)]
    let judged = JudgedPair(
      likelihood: likelihood, impact: impact, impactByDimension: dimensions,
      score: cell.value == 0 ? nil : Int(cell.value), levelID: level.id, levelRank: level.rank)
    return (judged, cell)
  }

  private func impact(of pair: JudgedPair, _ route: Route) -> (impact: Int, dimensions: [String: Int])? {
    let entered = pair.impactByDimension
    if !entered.isEmpty, Set(entered.keys) == dimensionIDs {
      let moved = entered.compactMapValues(route.impact)
      guard let combined = try? methodology.combinedImpact(of: .dimensions(moved)) else { return nil }
      return (combined, moved)
    }
    return route.impact(pair.impact).map { ($0, [:]) }
  }
}

extension JudgedPair {
  /// By what two pairs of one methodology are compared: the product, or the level's rank where there is no number.
  var order: Int { score ?? levelRank }
}
