import GuvenceCore

/// A risk that concerns a second unit too (ortak risk): that unit sees it in its register, the lead unit goes on to answer
/// for it. Rows are appended and ended, never deleted.
public struct RiskShare: Hashable, Sendable {
  /// The share's number.
  public let id: Identifier<RiskShare>
  /// The shared risk; its own unit leads.
  public let riskID: Identifier<Risk>
  /// The unit that shares it.
  public let unitID: Identifier<Unit>
  /// Why it concerns that unit.
  public let reason: String
  /// When and by whom it was shared.
  public let recorded: RecordStamp
  /// When and by whom it was ended; `nil` while it stands.
  public var ended: RecordStamp?

  /// A share made of its parts.
  public init(
    id: Identifier<RiskShare>, riskID: Identifier<Risk>, unitID: Identifier<Unit>, reason: String,
    recorded: RecordStamp, ended: RecordStamp? = nil
  ) {
    (self.id, self.riskID, self.unitID, self.reason) = (id, riskID, unitID, reason)
    (self.recorded, self.ended) = (recorded, ended)
  }
}

/// When something was recorded, and by whom.
public struct RecordStamp: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// Display name of the person, as it was.
  public let by: String

  /// A stamp.
  public init(at: Instant, by: String) { (self.at, self.by) = (at, by) }
}
