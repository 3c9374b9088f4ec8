import GuvenceCore
import GuvenceRegister

/// What a write closure has put aside: written once before the closure's changes are kept, dropped when they are not.
struct PendingWrites {
  /// Changes of the heat map's cells.
  var heat: [HeatCell.Key: Int] = [:]
  /// Last link of the journal's chain as this transaction sees it; `nil` until asked for.
  var journalHead: JournalHead?
  /// Number of the next assessment as this transaction sees it; `nil` until one was stored.
  var nextAssessmentID: Int64?
  /// Running numbers of units that count as given up to the value.
  var usedNumbers: [Identifier<Unit>: Int] = [:]
  /// Methodology versions known to be stored, by their text.
  var ruleSets: [(text: String, ruleSet: RuleSet)] = []
}

extension Connection {
  /// Writes what is pending, so that it can be read.
  func flushPending() throws {
    if !pending.heat.isEmpty { try HeatTable.flush(self) }
    if !pending.usedNumbers.isEmpty { try ReferenceCounterTable.flush(self) }
  }

  /// Forgets what is pending, after a rollback.
  func dropPending() { pending = PendingWrites() }
}
