import GuvenceRegister
import GuvenceRules

/// How many risks one level holds.
public struct LevelCount: Sendable, Hashable {
  /// The level.
  public let level: Level
  /// By the assessment before controls (doğal).
  public let inherent: Int
  /// By the assessment after controls (artık); risks without one are not counted.
  public let residual: Int
  /// By the pair that counts: residual where there is one, else inherent.
  public let effective: Int

  /// Counts of every level of `methodology`, highest first, over entries judged under it.
  static func count(_ entries: [RegisterSnapshot.Entry], _ methodology: Methodology) -> [LevelCount] {
    let current = entries.compactMap(\.current)
    let inherent = tally(current.map(\.inherent))
    let residual = tally(current.compactMap(\.residual))
    let effective = tally(current.map(\.effective))
    return methodology.levels.sorted { $0.rank > $1.rank }.map { level in
      LevelCount(
        level: level, inherent: inherent[level.id] ?? 0, residual: residual[level.id] ?? 0,
        effective: effective[level.id] ?? 0)
    }
  }

  private static func tally(_ pairs: [JudgedPair]) -> [String: Int] {
    pairs.reduce(into: [:]) { counts, pair in counts[pair.levelID, default: 0] += 1 }
  }
}
