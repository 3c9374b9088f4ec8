import GuvenceCore

/// Where an action stands; derived from its progress and its ending, never stored.
public enum ActionStatus: String, Sendable, CaseIterable {
  /// Nothing done yet.
  case planned
  /// Something is done.
  case inProgress = "in-progress"
  /// Done.
  case completed
  /// Given up.
  case cancelled

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .planned: Localized("Planlandı", "Planned")
    case .inProgress: Localized("Devam ediyor", "In progress")
    case .completed: Localized("Tamamlandı", "Completed")
    case .cancelled: Localized("İptal edildi", "Cancelled")
    }
  }

  /// A shape that survives greyscale print.
  public var shape: String {
    switch self {
    case .planned: "○"
    case .inProgress: "◐"
    case .completed: "●"
    case .cancelled: "✕"
    }
  }

  /// Whether something is still to be done.
  public var isOpen: Bool { self == .planned || self == .inProgress }
}

/// How near an open action is to its last day.
public enum ActionUrgency: String, Sendable, CaseIterable {
  /// The last day is past.
  case overdue
  /// The last day is near.
  case dueSoon = "due-soon"
  /// There is time.
  case inTime = "in-time"

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .overdue: Localized("Gecikmiş", "Overdue")
    case .dueSoon: Localized("Süresi yaklaşıyor", "Due soon")
    case .inTime: Localized("Süresinde", "In time")
    }
  }
}

extension RiskAction {
  /// Days before the last one from which an action counts as due soon: progress is reported monthly at least.
  public static let soonWindow = 30

  /// The status after `progress`, in whatever order.
  public func status(_ progress: [ActionProgress]) -> ActionStatus {
    switch ending?.kind {
    case .completed: .completed
    case .cancelled: .cancelled
    case nil: RiskAction.percent(progress) > 0 ? .inProgress : .planned
    }
  }

  /// How near the last day is on `day`; `nil` for an action that has ended.
  public func urgency(on day: Day) -> ActionUrgency? {
    guard ending == nil else { return nil }
    if details.dueOn < day { return .overdue }
    return details.dueOn - day <= RiskAction.soonWindow ? .dueSoon : .inTime
  }

  /// How much is done after `progress`: what the entry of the latest day says, of those of one day the last; 0 without.
  public static func percent(_ progress: [ActionProgress]) -> Int {
    progress.max { ($0.on, $0.id) < ($1.on, $1.id) }?.percent ?? 0
  }
}
