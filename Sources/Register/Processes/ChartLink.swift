import GuvenceCore

/// That a risk or a control of the register belongs to a step, or to a risk or control point on it. Independent of the
/// chart's versions, because the ids of steps and points stay. Links are ended, never deleted.
public struct ChartLink: Hashable, Sendable {
  /// What is linked.
  public enum Target: Hashable, Sendable {
    /// A risk of the register.
    case risk(Identifier<Risk>)
    /// A control of the library.
    case control(Identifier<Control>)
  }

  /// The link's number.
  public let id: Identifier<ChartLink>
  /// The process.
  public let processID: Identifier<ProcessRecord>
  /// Id of the step within the chart.
  public let stepID: String
  /// Id of the risk or control point on it (`R1`, `C1`); empty for the step as a whole.
  public let pointID: String
  /// What is linked.
  public let target: Target
  /// When it was made.
  public let linkedAt: Instant
  /// Who made it, display name.
  public let linkedBy: String
  /// When it ended; `nil` while it holds.
  public var endedAt: Instant?
  /// Who ended it, display name; empty while it holds.
  public var endedBy: String

  /// A link made of its parts.
  public init(
    id: Identifier<ChartLink>, processID: Identifier<ProcessRecord>, stepID: String, pointID: String, target: Target,
    linkedAt: Instant, linkedBy: String, endedAt: Instant? = nil, endedBy: String = ""
  ) {
    (self.id, self.processID, self.stepID, self.pointID) = (id, processID, stepID, pointID)
    (self.target, self.linkedAt, self.linkedBy) = (target, linkedAt, linkedBy)
    (self.endedAt, self.endedBy) = (endedAt, endedBy)
  }

  /// Number of the risk; `nil` for a control.
  public var riskID: Identifier<Risk>? { if case .risk(let id) = target { id } else { nil } }
  /// Number of the control; `nil` for a risk.
  public var controlID: Identifier<Control>? { if case .control(let id) = target { id } else { nil } }

  /// Whether the link held just before `moment`; whether it holds now where `nil`.
  public func held(before moment: Instant?) -> Bool {
    guard let moment else { return endedAt == nil }
    return linkedAt < moment && endedAt.map { $0 >= moment } ?? true
  }
}
