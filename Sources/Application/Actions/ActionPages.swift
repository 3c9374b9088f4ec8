import GuvenceCore
import GuvenceRegister

/// What is typed to add or change an action.
public struct ActionForm: Sendable, Hashable {
  /// Code of the unit that does it.
  public var unitCode = ""
  /// Reference numbers of the risks it serves; at least one.
  public var risks: [String] = []
  /// What is done.
  public var title = ""
  /// The post that answers for it.
  public var owner = ""
  /// Codes of units that help.
  public var partners: [String] = []
  /// What it costs in lira, as people type it; nothing where nobody has said.
  public var cost = ""
  /// First day; today where `nil`.
  public var startsOn: Day?
  /// Last day.
  public var dueOn: Day?
  /// What is there when it is done.
  public var outcome = ""

  /// An empty form.
  public init() {}
}

/// States by which actions are chosen.
public enum ActionState: String, Sendable, CaseIterable {
  /// Nothing done yet.
  case planned
  /// Something is done.
  case inProgress = "in-progress"
  /// Open, its last day past.
  case overdue
  /// Open, its last day near.
  case dueSoon = "due-soon"
  /// Done.
  case completed
  /// Given up.
  case cancelled

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .planned: ActionStatus.planned.name
    case .inProgress: ActionStatus.inProgress.name
    case .overdue: ActionUrgency.overdue.name
    case .dueSoon: ActionUrgency.dueSoon.name
    case .completed: ActionStatus.completed.name
    case .cancelled: ActionStatus.cancelled.name
    }
  }
}

/// What may be asked of the action plan.
public struct ActionQuery: Sendable, Hashable {
  /// Only actions of this unit and below, by code.
  public var unitCode: String?
  /// Only actions in this state; all but the cancelled where `nil`.
  public var state: ActionState?

  /// All actions in view.
  public init(unitCode: String? = nil, state: ActionState? = nil) { (self.unitCode, self.state) = (unitCode, state) }
}

/// One action with what lists say of it.
public struct ActionLine: Sendable, Hashable {
  /// The action.
  public let action: RiskAction
  /// Its unit.
  public let unitCode: String
  /// Its unit's name.
  public let unitName: String
  /// Where it stands.
  public let status: ActionStatus
  /// How much is done, 0…100; 100 where completed.
  public let percent: Int
  /// How near its last day is; `nil` where it has ended.
  public let urgency: ActionUrgency?
  /// References of the linked risks this person may see.
  public let risks: [String]
  /// Codes of the units that help.
  public let partners: [String]

  /// Whether the line belongs to `state`.
  public func isIn(_ state: ActionState) -> Bool {
    switch state {
    case .planned: status == .planned
    case .inProgress: status == .inProgress
    case .overdue: urgency == .overdue
    case .dueSoon: urgency == .dueSoon
    case .completed: status == .completed
    case .cancelled: status == .cancelled
    }
  }
}

/// The action plan.
public struct ActionList: Sendable {
  /// The query that gave it.
  public let query: ActionQuery
  /// The actions that match, those that end first at the top.
  public let lines: [ActionLine]
  /// Matches per state, whatever state was asked for.
  public let counts: [ActionState: Int]
  /// What the actions shown cost together, in kuruş.
  public let cost: Int64
  /// The day of the list.
  public let today: Day
  /// Units this person may see.
  public let units: [UnitLine]
  /// Whether this person may add actions somewhere.
  public let mayWrite: Bool
}

/// Everything about one action.
public struct ActionPage: Sendable {
  /// The line of the list.
  public let line: ActionLine
  /// Units from the administration down to its own.
  public let unitPath: [Unit]
  /// The linked risks this person may see.
  public let risks: [IndicatorPage.LinkedRisk]
  /// Progress, newest first.
  public let progress: [ActionProgress]
  /// How many files of evidence stand.
  public let evidenceCount: Int
  /// What was done to it, newest first; empty where this person may not read the journal.
  public let journal: [JournalLine]
  /// Whether this person may change it.
  public let mayWrite: Bool
}

/// The actions of one risk.
public struct RiskActions: Sendable {
  /// Actions, those that end first at the top.
  public let lines: [ActionLine]
  /// Whether this person may add one.
  public let mayAdd: Bool
}

/// What is near or past its last day, for the dashboard.
public struct ActionBoard: Sendable {
  /// Overdue actions, the oldest first, at most 6, then those due soon.
  public let lines: [ActionLine]
  /// Overdue in all.
  public let overdue: Int
  /// Due soon in all.
  public let dueSoon: Int
  /// Open in all.
  public let open: Int
}
