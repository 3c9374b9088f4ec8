import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What a person may ask of the list of escalations.
public struct EscalationQuery: Sendable, Hashable {
  /// Only risks of this unit and below, by code.
  public var unitCode: String?
  /// Only these; what is not settled where `nil`.
  public var filter: EscalationFilter?

  /// Everything that is not settled.
  public init(unitCode: String? = nil, filter: EscalationFilter? = nil) {
    (self.unitCode, self.filter) = (unitCode, filter)
  }
}

/// Ways to choose among escalations.
public enum EscalationFilter: String, Sendable, CaseIterable {
  /// What waits for this person.
  case mine
  /// What should have been decided.
  case overdue
  /// Decided, while the trigger still holds.
  case decided
  /// Ended.
  case closed
}

/// One escalation with its risk.
public struct EscalationLine: Sendable, Hashable {
  /// The escalation.
  public let escalation: Escalation
  /// Reference number of the risk.
  public let reference: String
  /// What the risk says.
  public let statement: String
  /// The risk's unit.
  public let unitID: Identifier<Unit>
  /// Its code.
  public let unitCode: String
  /// Its name.
  public let unitName: String
  /// Whether it waits for this person.
  public let waits: Bool
  /// Whether this person may take note of it and decide.
  public let mayAnswer: Bool
  /// Whether a decision should have been taken.
  public let isOverdue: Bool
  /// The meeting on whose agenda it stands.
  public let meetingID: Identifier<BoardMeeting>?

  /// Whether the line belongs to `filter`; to what is not settled where `nil`.
  public func isIn(_ filter: EscalationFilter?) -> Bool {
    switch filter {
    case nil: escalation.state.isUnsettled
    case .mine: waits && escalation.state.isUnsettled
    case .overdue: isOverdue
    case .decided: escalation.state == .decided
    case .closed: escalation.state == .closed
    }
  }
}

/// The list of escalations.
public struct EscalationList: Sendable {
  /// The query that gave it.
  public let query: EscalationQuery
  /// How many match.
  public let total: Int
  /// The first of them, soonest due first.
  public let lines: [EscalationLine]
  /// Matches per filter.
  public let counts: [EscalationFilter: Int]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// Whether this person may run the escalation.
  public let mayRun: Bool

  /// Lines at most.
  public static let limit = 300
}

/// Everything about one escalation.
public struct EscalationPage: Sendable {
  /// The line of the list.
  public let line: EscalationLine
  /// Units from the administration down to the risk's own.
  public let unitPath: [Unit]
  /// Which rule sent it where, and why.
  public let reasons: [ExplanationStep]
  /// Meetings that it can be put on the agenda of; empty for those who may not.
  public let meetings: [BoardMeeting]
}

/// What a run did.
public struct EscalationRun: Sendable, Hashable {
  /// Escalations opened.
  public var opened = 0
  /// Carried further up.
  public var raised = 0
  /// Ended because the trigger was gone.
  public var closed = 0
  /// Notices made.
  public var notices = 0

  /// Whether the run changed anything.
  public var isEmpty: Bool { self == EscalationRun() }
}

/// Review day and escalations of one risk, for its page.
public struct RiskOversight: Sendable {
  /// When the risk is to be looked at again; `nil` while not assessed.
  public let reviewOn: Day?
  /// The day a person set instead of the rule's, with the reason.
  public let override: ReviewOverride?
  /// Escalations, newest first, with the rule's reason each.
  public let escalations: [(line: EscalationLine, reasons: [ExplanationStep])]
  /// Whether this person may set another review day.
  public let maySetReview: Bool
}

/// What waits for one person.
public struct WaitingEscalations: Sendable {
  /// How many in all.
  public let total: Int
  /// The first ones, soonest due first.
  public let lines: [EscalationLine]
}
