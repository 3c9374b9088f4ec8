import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension RegisterSnapshot.Entry {
  /// Direction against the end of the previous period: new where the risk is, `nil` where it has no earlier assessment,
  /// none now, or one made under another methodology.
  public var change: ChangeDirection? {
    if isNew { return .new }
    guard let previous, let current else { return nil }
    return ChangeDirection(from: previous, to: current)
  }

  /// Whether the current assessment was made under `methodology`.
  func isJudged(under methodology: Methodology) -> Bool { current?.methodologyID == methodology.id }
}

/// Highest risk first: score, level, impact, likelihood, then the reference number. Risks judged under another
/// methodology follow by level, risks without an assessment come last.
struct RankOrder {
  private let methodologyID: String

  init(_ methodology: Methodology) { methodologyID = methodology.id }

  func precedes(_ left: RegisterSnapshot.Entry, _ right: RegisterSnapshot.Entry) -> Bool {
    let (a, b) = (key(left), key(right))
    if a != b { return a > b }
    let order = TurkishText.compare(left.risk.reference, right.risk.reference)
    return order == 0 ? left.risk.id < right.risk.id : order < 0
  }

  private func key(_ entry: RegisterSnapshot.Entry) -> (Int, Int, Int, Int, Int) {
    guard let current = entry.current else { return (0, 0, 0, 0, 0) }
    let pair = current.effective
    let isComparable = current.methodologyID == methodologyID
    return (isComparable ? 2 : 1, isComparable ? pair.score ?? 0 : 0, pair.levelRank, pair.impact, pair.likelihood)
  }
}
