import GuvenceCore
import GuvenceRules

/// That the administration calculates residual risks by a method from a day on. Rows are appended, never changed.
public struct ControlEffectChoice: Hashable, Sendable {
  /// The choice's number.
  public let id: Identifier<ControlEffectChoice>
  /// The method.
  public let method: ControlEffectMethod
  /// First day on which it holds.
  public let effectiveOn: Day
  /// Why it was chosen; never empty.
  public let reason: String
  /// When it was recorded.
  public let recordedAt: Instant
  /// Who recorded it, display name.
  public let recordedBy: String

  /// A choice made of its parts.
  public init(
    id: Identifier<ControlEffectChoice>, method: ControlEffectMethod, effectiveOn: Day, reason: String,
    recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.method, self.effectiveOn, self.reason) = (id, method, effectiveOn, reason)
    (self.recordedAt, self.recordedBy) = (recordedAt, recordedBy)
  }

  /// The choice that holds on `day` as known before `moment`: the latest day, and for one day the later record.
  public static func inForce(
    _ all: [ControlEffectChoice], on day: Day, before moment: Instant
  ) -> ControlEffectChoice? {
    all.filter { $0.effectiveOn <= day && $0.recordedAt < moment }
      .max { ($0.effectiveOn, $0.id) < ($1.effectiveOn, $1.id) }
  }
}
