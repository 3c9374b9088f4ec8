import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The consolidated risk report (konsolide risk raporu) of one period, worked out from a snapshot.
///
/// Everything here is derived; nothing asks for a clock, a user or a store. Levels and scores are counted and ranked
/// only where the assessment was made under the administration's methodology; what was judged under another one is
/// listed in `otherMethodology` instead of being compared with numbers of another scale.
public struct ConsolidatedReport: Sendable, Hashable {
  /// One risk of the snapshot.
  public typealias Entry = RegisterSnapshot.Entry

  /// What it was worked out from.
  public let snapshot: RegisterSnapshot
  /// Risks that are open at the end of the period, in reference order.
  public let active: [Entry]
  /// Active risks with an assessment, whatever its methodology.
  public let assessed: [Entry]
  /// Active risks assessed under the methodology in force, highest effective score (else level) first.
  public let ranked: [Entry]
  /// How many risks each level holds, highest level first.
  public let levels: [LevelCount]
  /// Active risks above the risk appetite (risk iştahı), highest first.
  public let aboveAppetite: [Entry]
  /// Active risks the management calls key risks (kilit risk), highest first.
  public let keyRisks: [Entry]
  /// Risks that entered the register within the period.
  public let new: [Entry]
  /// Open opportunities, highest first: listed apart, in none of the counts, maps and lists of the threats.
  public let opportunities: [Entry]
  /// Risks retired within the period.
  public let closed: [Entry]
  /// Risks whose effective score (else level) is higher than at the end of the previous period, highest first.
  public let risen: [Entry]
  /// Risks whose effective score (else level) is lower than at the end of the previous period, highest first.
  public let fallen: [Entry]
  /// Active risks whose review day lies before `asOf`, longest overdue first.
  public let reviewOverdue: [Entry]
  /// Active risks without any assessment, in reference order.
  public let notAssessed: [Entry]
  /// Active risks whose latest assessment was made under another methodology, in reference order.
  public let otherMethodology: [Entry]
  /// Likelihood by impact before controls.
  public let inherentMap: HeatMap
  /// Likelihood by impact after controls; risks without a residual assessment are not on it.
  public let residualMap: HeatMap
  /// One line per unit, in the order of the Turkish alphabet.
  public let units: [UnitSummary]

  /// The report on `snapshot`.
  public init(_ snapshot: RegisterSnapshot) {
    let methodology = snapshot.methodology
    let threats = snapshot.entries.filter { $0.risk.details.kind == .threat }
    let active = threats.filter { !$0.isClosed }
    let assessed = active.filter { $0.current != nil }
    let ordered = assessed.sorted { RankOrder(methodology).precedes($0, $1) }
    (self.snapshot, self.active, self.assessed) = (snapshot, active, assessed)
    ranked = ordered.filter { $0.isJudged(under: methodology) }
    levels = LevelCount.count(ranked, methodology)
    aboveAppetite = ordered.filter { $0.current?.verdict == .above }
    keyRisks = active.filter(\.risk.details.isKeyRisk).sorted { RankOrder(methodology).precedes($0, $1) }
    new = active.filter(\.isNew)
    opportunities = snapshot.entries.filter { !$0.isClosed && $0.risk.details.kind == .opportunity }
      .sorted { RankOrder(methodology).precedes($0, $1) }
    closed = threats.filter(\.isClosed)
    risen = ordered.filter { $0.change == .risen }
    fallen = ordered.filter { $0.change == .fallen }
    reviewOverdue = ConsolidatedReport.overdue(assessed, on: snapshot.asOf)
    notAssessed = active.filter { $0.current == nil }
    otherMethodology = assessed.filter { !$0.isJudged(under: methodology) }
    inherentMap = HeatMap(ranked, methodology) { $0.inherent }
    residualMap = HeatMap(ranked, methodology) { $0.residual }
    units = UnitSummary.summaries(active, methodology)
  }

  /// Whether any open risk was assessed by the end of the previous period, so that there is something to compare with.
  public var hasComparison: Bool { active.contains { $0.previous != nil } || closed.contains { $0.previous != nil } }

  /// Whether the methodology gives numbers; otherwise levels are looked up and there is nothing to add or rank but them.
  public var hasNumbers: Bool {
    if case .product = snapshot.methodology.scoring { true } else { false }
  }

  private static func overdue(_ entries: [Entry], on day: Day) -> [Entry] {
    entries.compactMap { entry in entry.reviewOn.map { (entry, $0) } }
      .filter { $0.1 < day }
      .sorted { ($0.1, $0.0.risk.id) < ($1.1, $1.0.risk.id) }
      .map(\.0)
  }
}
