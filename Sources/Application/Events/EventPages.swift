import GuvenceCore
import GuvenceRegister

/// What a person may ask of the list of events.
public struct EventQuery: Sendable, Hashable {
  /// Only this unit and below, by code.
  public var unitCode: String?
  /// Only this kind.
  public var kind: EventKind?
  /// Only open or only closed ones.
  public var isOpen: Bool?
  /// Only those that happened in this year.
  public var year: Int?
  /// Only those of this category id.
  public var category: String?
  /// Only those marked as public loss.
  public var isPublicLoss = false
  /// The list as it stood at the end of this day.
  public var asOf: Day?

  /// All events in view.
  public init(unitCode: String? = nil) { self.unitCode = unitCode }

  /// Whether `event` matches, the unit aside.
  func matches(_ event: RealisedEvent) -> Bool {
    (kind == nil || event.details.kind == kind) && (isOpen == nil || (event.closedOn == nil) == isOpen)
      && (year == nil || event.details.occurredOn.year == year)
      && (category == nil || event.details.category == category) && (!isPublicLoss || event.details.isPublicLoss)
  }
}

/// One event with what a list says of it.
public struct EventLine: Sendable, Hashable {
  /// The event.
  public let event: RealisedEvent
  /// Code of its unit.
  public let unitCode: String
  /// Name of its unit.
  public let unitName: String
  /// References of the linked risks that this person may see.
  public let risks: [String]
}

/// Total of one group.
public struct EventGroup: Sendable, Hashable {
  /// Unit code, category id or year; empty where there is none.
  public let key: String
  /// Unit name where the groups are units, else the key.
  public let name: String
  /// Its total.
  public let total: EventTotal
}

/// The list of events with its totals.
public struct EventList: Sendable {
  /// The query that gave it.
  public let query: EventQuery
  /// The lines that match, the latest first.
  public let lines: [EventLine]
  /// Total of the lines.
  public let total: EventTotal
  /// Totals by unit, category and year, the largest net loss first; years the latest first.
  public let groups: [EventGrouping: [EventGroup]]
  /// Years in which something happened, the latest first.
  public let years: [Int]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// Whether this person may record events somewhere.
  public let mayWrite: Bool
}

/// Everything about one event.
public struct EventPage: Sendable {
  /// A linked risk that this person may see.
  public struct LinkedRisk: Sendable, Hashable {
    /// Its reference number.
    public let reference: String
    /// What it says.
    public let statement: String
  }

  /// The line of the list.
  public let line: EventLine
  /// Units from the administration down to the event's own.
  public let unitPath: [Unit]
  /// Linked risks in view, by reference.
  public let risks: [LinkedRisk]
  /// What was learned, oldest first.
  public let lessons: [EventLesson]
  /// What was done to the event, newest first; empty where this person may not read the journal.
  public let journal: [JournalLine]
  /// Whether this person may change it.
  public let mayWrite: Bool
}

/// Events on the page of a risk.
public struct RiskEvents: Sendable {
  /// Linked events in view, the latest first.
  public let lines: [EventLine]
  /// How often it came true.
  public let frequency: EventFrequency
  /// Sum of the losses.
  public let total: EventTotal
  /// Whether this person may record one for the risk.
  public let mayAdd: Bool
}

/// What is typed to record or change an event.
public struct EventForm: Sendable, Hashable {
  /// Code of the unit.
  public var unitCode = ""
  /// Happened or nearly happened.
  public var kind = EventKind.realised
  /// What happened.
  public var description = ""
  /// The day it happened.
  public var occurredOn: Day?
  /// The day it was noticed; the day it happened where `nil`.
  public var detectedOn: Day?
  /// The day it was reported; today where `nil`.
  public var reportedOn: Day?
  /// Why it happened.
  public var cause = ""
  /// What came of it.
  public var consequence = ""
  /// Category id.
  public var category = ""
  /// Loss in lira as people in Türkiye type it: `1.234,56`; empty for none.
  public var grossLoss = ""
  /// What came back, likewise.
  public var recovered = ""
  /// Whether it is a public loss (5018 m.71).
  public var isPublicLoss = false
  /// Effects that no money measures.
  public var otherEffects = ""
  /// What was done.
  public var measures = ""
  /// Reference numbers of the linked risks.
  public var risks: [String] = []

  /// An empty form.
  public init() {}

  /// The form of a stored event; `risks` are the references its editor may see.
  public init(_ event: RealisedEvent, unitCode: String, risks: [String]) {
    let details = event.details
    (self.unitCode, kind, description) = (unitCode, details.kind, details.description)
    (occurredOn, detectedOn, reportedOn) = (details.occurredOn, details.detectedOn, details.reportedOn)
    (cause, consequence, category) = (details.cause, details.consequence, details.category)
    grossLoss = details.loss.gross == 0 ? "" : Lira.plain(details.loss.gross)
    recovered = details.loss.recovered == 0 ? "" : Lira.plain(details.loss.recovered)
    (isPublicLoss, otherEffects, measures) = (details.isPublicLoss, details.otherEffects, details.measures)
    self.risks = risks
  }
}

/// What is typed to record or change a lesson.
public struct LessonForm: Sendable, Hashable {
  /// The lesson.
  public var text: String
  /// What it proposes to change in a risk or a control.
  public var proposal: String
  /// Whether it was followed; `nil` while undecided.
  public var isFollowed: Bool?

  /// A form.
  public init(text: String, proposal: String = "", isFollowed: Bool? = nil) {
    (self.text, self.proposal, self.isFollowed) = (text, proposal, isFollowed)
  }
}
