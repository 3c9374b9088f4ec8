import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The consolidated risk report (konsolide risk raporu) of one period, worked out from a snapshot.
public struct ConsolidatedReport: Sendable {
  /// What it was worked out from.
  public let snapshot: RegisterSnapshot

  /// The report on `snapshot`.
  public init(_ snapshot: RegisterSnapshot) { self.snapshot = snapshot }
}
