import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The open risks of one unit, counted.
public struct UnitSummary: Sendable, Hashable {
  /// Code of the unit.
  public let code: String
  /// Name of the unit.
  public let name: String
  /// Open risks.
  public let count: Int
  /// Risks by effective level, highest level first.
  public let levels: [LevelCount]
  /// Open risks without an assessment.
  public let notAssessed: Int
  /// Open risks above the appetite.
  public let aboveAppetite: Int
  /// The unit's highest risk under the methodology in force; `nil` where none is assessed under it.
  public let highest: RegisterSnapshot.Entry?

  /// One summary per unit, by name in the order of the Turkish alphabet, then by code.
  static func summaries(_ entries: [RegisterSnapshot.Entry], _ methodology: Methodology) -> [UnitSummary] {
    Dictionary(grouping: entries, by: \.unitCode)
      .map { code, entries in summary(code, entries, methodology) }
      .sorted { left, right in
        let order = TurkishText.compare(left.name, right.name)
        return order == 0 ? TurkishText.precedes(left.code, right.code) : order < 0
      }
  }

  private static func summary(
    _ code: String, _ entries: [RegisterSnapshot.Entry], _ methodology: Methodology
  ) -> UnitSummary {
    let comparable = entries.filter { $0.isJudged(under: methodology) }
    return UnitSummary(
      code: code, name: entries.first?.unitName ?? code, count: entries.count,
      levels: LevelCount.count(comparable, methodology),
      notAssessed: entries.count { $0.current == nil },
      aboveAppetite: entries.count { $0.current?.verdict == .above },
      highest: comparable.min { RankOrder(methodology).precedes($0, $1) })
  }
}
