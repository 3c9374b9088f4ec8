import GuvenceCore
import GuvenceRules

/// What publishing a methodology would do to the register: levels, appetite and heat map before and after. Counts the
/// effective pair of each assessed active risk.
public struct MethodSimulation: Sendable {
  /// A risk whose level or verdict would change.
  public struct Change: Hashable, Sendable {
    /// The risk.
    public let riskID: Identifier<Risk>
    /// The version it was assessed under.
    public let ruleSetID: Int64
    /// The effective pair today.
    public let before: JudgedPair
    /// The effective pair after.
    public let after: JudgedPair
    /// Whether it is above appetite today.
    public let wasAbove: Bool
    /// Whether it would be above appetite.
    public let isAbove: Bool
  }

  /// How many risks go from one level to another.
  public struct Transition: Hashable, Sendable {
    /// Level id today.
    public let from: String
    /// Level id after.
    public let to: String
    /// Risks.
    public let count: Int
  }

  /// Re-scored risks.
  public private(set) var riskCount = 0
  /// Risks that cannot be re-scored; the publication is refused while there are any.
  public private(set) var unreadableCount = 0
  /// Risks of which a pair is set right on the way.
  public private(set) var adjustedCount = 0
  /// Risks assessed under another methodology than the one in use; not on `mapBefore`.
  public private(set) var elsewhereCount = 0
  /// Risks above appetite today.
  public private(set) var aboveBefore = 0
  /// Risks above appetite after.
  public private(set) var aboveAfter = 0
  /// Risks that go above appetite.
  public private(set) var newlyAbove = 0
  /// Risks that come within appetite.
  public private(set) var newlyWithin = 0
  /// Risks by level id today.
  public private(set) var levelsBefore: [String: Int] = [:]
  /// Risks by level id after.
  public private(set) var levelsAfter: [String: Int] = [:]
  /// Heat map of the threats today: `[likelihood − 1][impact − 1]`.
  public var mapBefore: [[Int]] { mapsBefore[.threat] ?? [] }
  /// Heat map of the threats after.
  public var mapAfter: [[Int]] { mapsAfter[.threat] ?? [] }
  /// Heat maps today; threats and opportunities stand on none together.
  public private(set) var mapsBefore: [RiskKind: [[Int]]] = [:]
  /// Heat maps after.
  public private(set) var mapsAfter: [RiskKind: [[Int]]] = [:]
  /// Re-scored opportunities; no appetite bounds them.
  public private(set) var opportunityCount = 0
  /// Risks whose level or verdict changes: those going above appetite first, then by level after, highest first. Cut to
  /// `limit`; `changedCount` counts all.
  public private(set) var changes: [Change] = []
  /// How many risks change level or verdict.
  public private(set) var changedCount = 0
  private let currentID: String
  private let appetite: [Identifier<Risk>: AppetiteLimits]
  private var passages: [String: [String: Int]] = [:]

  /// The outcome of re-scoring `standing` while `current` is in use; at most `limit` changes are listed. `appetite` are
  /// the limits, in the new methodology, of the risks for which a statement of the administration's own holds.
  public init(
    _ standing: [StandingAssessment], under rescoring: Rescoring, current: Methodology, limit: Int,
    appetite: [Identifier<Risk>: AppetiteLimits] = [:]
  ) {
    (currentID, self.appetite) = (current.id, appetite)
    for kind in RiskKind.allCases {
      mapsBefore[kind] = MethodSimulation.grid(current)
      mapsAfter[kind] = MethodSimulation.grid(rescoring.methodology)
    }
    for assessment in standing {
      guard let rescored = rescoring.rescored(assessment) else {
        unreadableCount += 1
        continue
      }
      count(assessment, rescored)
    }
    changedCount = changes.count
    changes = Array(changes.sorted { $0.urgency > $1.urgency }.prefix(max(0, limit)))
  }

  /// Risks by level before and after, the largest numbers first.
  public var transitions: [Transition] {
    passages.flatMap { from, entries in entries.map { Transition(from: from, to: $0.key, count: $0.value) } }
      .sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
  }

  private mutating func count(_ standing: StandingAssessment, _ rescored: RescoredAssessment) {
    let (before, after) = (standing.effective, rescored.effective)
    let isBound = standing.kind == .threat
    let wasAbove = isBound && standing.verdict == .above
    let isAbove =
      isBound
      && (appetite[standing.riskID].map { $0.grade(of: after.comparable) != .within } ?? (rescored.verdict == .above))
    riskCount += 1
    if !isBound { opportunityCount += 1 }
    if !rescored.adjustments.isEmpty { adjustedCount += 1 }
    if wasAbove { aboveBefore += 1 }
    if isAbove { aboveAfter += 1 }
    if isAbove, !wasAbove { newlyAbove += 1 }
    if wasAbove, !isAbove { newlyWithin += 1 }
    levelsBefore[before.levelID, default: 0] += 1
    levelsAfter[after.levelID, default: 0] += 1
    if standing.methodologyID == currentID, contains(mapBefore, before) {
      mapsBefore[standing.kind]?[before.likelihood - 1][before.impact - 1] += 1
    } else {
      elsewhereCount += 1
    }
    mapsAfter[standing.kind]?[after.likelihood - 1][after.impact - 1] += 1
    guard before.levelID != after.levelID || wasAbove != isAbove else { return }
    passages[before.levelID, default: [:]][after.levelID, default: 0] += 1
    changes.append(
      Change(
        riskID: standing.riskID, ruleSetID: standing.ruleSetID, before: before, after: after, wasAbove: wasAbove,
        isAbove: isAbove))
  }

  private func contains(_ grid: [[Int]], _ pair: JudgedPair) -> Bool {
    grid.indices.contains(pair.likelihood - 1) && grid[pair.likelihood - 1].indices.contains(pair.impact - 1)
  }

  private static func grid(_ methodology: Methodology) -> [[Int]] {
    let row = [Int](repeating: 0, count: methodology.impact.steps.count)
    return [[Int]](repeating: row, count: methodology.likelihood.steps.count)
  }
}

extension MethodSimulation.Change {
  /// The order of the list as one number, so that sorting many is cheap.
  fileprivate var urgency: Int64 {
    let rises = isAbove && !wasAbove ? 1 : 0
    return Int64(rises) << 56 | Int64(after.levelRank) << 48 | Int64(after.score ?? 0) << 34
      | (Int64(1) << 33 - riskID.rawValue & (Int64(1) << 33 - 1))
  }
}
