import GuvenceRegister
import GuvenceRules

/// Risks by likelihood and impact (risk haritası).
public struct HeatMap: Sendable, Hashable {
  /// One cell of the map.
  public struct Cell: Sendable, Hashable {
    /// Value of the likelihood scale.
    public let likelihood: Int
    /// Value of the impact scale.
    public let impact: Int
    /// The level the methodology gives this pair; `nil` where it gives none.
    public let level: Level?
    /// Reference numbers of the risks in the cell, highest ranked first.
    public let references: [String]
    /// Number of risks in the cell.
    public var count: Int { references.count }
  }

  /// Rows by likelihood from 1, each by impact from 1.
  public let rows: [[Cell]]
  /// The likelihood scale.
  public let likelihood: Scale
  /// The impact scale.
  public let impact: Scale
  /// Number of risks on the map.
  public let counted: Int

  /// Puts the pair that `pair` picks from each current assessment on the map; where it picks none the risk is left out.
  init(
    _ entries: [RegisterSnapshot.Entry], _ methodology: Methodology, pair: (Assessment) -> JudgedPair?
  ) {
    (likelihood, impact) = (methodology.likelihood, methodology.impact)
    var placed: [[Int]: [String]] = [:]
    for entry in entries {
      guard let judged = entry.current.flatMap(pair) else { continue }
      placed[[judged.likelihood, judged.impact], default: []].append(entry.risk.reference)
    }
    rows = likelihood.steps.map { row in
      methodology.impact.steps.map { column in
        Cell(
          likelihood: row.value, impact: column.value,
          level: methodology.level(likelihood: row.value, impact: column.value),
          references: placed[[row.value, column.value]] ?? [])
      }
    }
    counted = rows.joined().reduce(0) { $0 + $1.count }
  }
}
