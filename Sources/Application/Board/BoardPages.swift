import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What is typed to add or change a meeting.
public struct BoardMeetingForm: Sendable, Hashable {
  /// The day.
  public var heldOn: Day?
  /// The hour: `14:00`; may be empty.
  public var startsAt = ""
  /// Where.
  public var place = ""
  /// Who chairs.
  public var chair = ""
  /// Members present, one a line.
  public var members = ""
  /// How it stands.
  public var state = BoardMeetingState.planned

  /// An empty form.
  public init() {}

  /// The form of a stored meeting.
  public init(_ details: BoardMeetingDetails) {
    (heldOn, startsAt, place, chair) = (details.heldOn, details.startsAt, details.place, details.chair)
    (members, state) = (details.members.joined(separator: "\n"), details.state)
  }
}

/// What is typed to record a decision.
public struct BoardDecisionForm: Sendable, Hashable {
  /// What was decided.
  public var text = ""
  /// Code of the unit that carries it out; empty where there is nothing to carry out.
  public var unitCode = ""
  /// Until when; required with a unit.
  public var dueOn: Day?

  /// An empty form.
  public init() {}
}

/// The meetings, newest first, and the decisions still to be carried out.
public struct BoardPage: Sendable {
  /// Meetings with the number of items and decisions; empty for those who do not see the whole administration.
  public let meetings: [Meeting]
  /// Decisions in view, overdue ones first.
  public let decisions: [BoardDecisionLine]
  /// Whether this person keeps the board's papers.
  public let mayManage: Bool
  /// Whether this person sees meetings and not only decisions of their units.
  public let seesMeetings: Bool

  /// One meeting in the list.
  public struct Meeting: Sendable, Hashable {
    /// The meeting.
    public let meeting: BoardMeeting
    /// Items on its agenda.
    public let itemCount: Int
    /// Decisions taken.
    public let decisionCount: Int
  }
}

/// A decision with where it was taken and who carries it out.
public struct BoardDecisionLine: Sendable, Hashable {
  /// The decision.
  public let decision: BoardDecision
  /// Code of the unit that carries it out; empty where none.
  public let unitCode: String
  /// Its name.
  public let unitName: String
  /// The item it was taken on.
  public let itemTitle: String
  /// The meeting.
  public let meetingID: Identifier<BoardMeeting>
  /// Its day.
  public let meetingOn: Day
  /// Whether it should have been carried out.
  public let isOverdue: Bool
  /// Whether this person may say what became of it.
  public let mayFollow: Bool
}

/// Everything about one meeting.
public struct BoardMeetingPage: Sendable {
  /// The meeting.
  public let meeting: BoardMeeting
  /// The agenda in order.
  public let items: [Item]
  /// Escalations that wait at the board or may be brought before it.
  public let proposals: [EscalationLine]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// Whether this person keeps the board's papers.
  public let mayManage: Bool

  /// An item with what was decided on it.
  public struct Item: Sendable {
    /// The item.
    public let item: BoardAgendaItem
    /// The escalation it came from.
    public let escalation: EscalationLine?
    /// Decisions taken on it.
    public let decisions: [BoardDecisionLine]
  }
}
