import GuvenceCore
import GuvenceRules

/// The rules of this repository.
enum Shipped {
  static func folder() throws -> String { try DataLocator.locate() }
  static func library() throws -> RuleLibrary { try RuleLibrary.load(dataFolder: folder()) }
  static func methodology(_ id: String) throws -> Methodology {
    guard let found = try library().methodology(id, on: day) else { throw Missing(id: id) }
    return found
  }
  static let ids = ["3x3", "5x5", "10x10", "5x5-a", "5x5-b", "5x5-harf"]
  static let day = Day(daysSinceEpoch: 20_468)  // 2026-01-15

  struct Missing: Error { let id: String }
}

/// SplitMix64: the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
  var seed: UInt64
  mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
