import GuvenceCore

/// What happened (gerçekleşen risk) or nearly happened (ramak kala) in one unit, with its loss and what followed.
public struct RealisedEvent: Hashable, Sendable {
  /// The event's number, never reused.
  public let id: Identifier<RealisedEvent>
  /// Code as printed, unique: `MH.OL.0001`. Given once.
  public let code: String
  /// What people may change.
  public var details: EventDetails
  /// Linked risks, by number; empty where no risk of the register foresaw it.
  public var risks: Set<Identifier<Risk>>
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int
  /// When it was recorded.
  public let createdAt: Instant
  /// The day on which it was closed.
  public var closedOn: Day?
  /// Why nothing more is to be done; empty while open.
  public var closeReason: String

  /// An event made of its parts.
  public init(
    id: Identifier<RealisedEvent>, code: String, details: EventDetails, risks: Set<Identifier<Risk>>, version: Int,
    createdAt: Instant, closedOn: Day? = nil, closeReason: String = ""
  ) {
    (self.id, self.code, self.details, self.risks) = (id, code, details, risks)
    (self.version, self.createdAt) = (version, createdAt)
    (self.closedOn, self.closeReason) = (closedOn, closeReason)
  }

  /// The code of the `number`th event of a unit: `MH.OL.0001`; `number` from 1.
  public static func code(unitCode: String, number: Int) -> String {
    let digits = String(number)
    return "\(unitCode).OL.\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}

/// The editable content of an event. Texts are empty where nothing was entered.
public struct EventDetails: Hashable, Sendable {
  /// The unit in which it happened.
  public var unitID: Identifier<Unit>
  /// Happened or nearly happened.
  public var kind: EventKind
  /// What happened; never empty.
  public var description: String
  /// The day it happened.
  public var occurredOn: Day
  /// The day it was noticed.
  public var detectedOn: Day
  /// The day it was reported.
  public var reportedOn: Day
  /// Why it happened.
  public var cause = ""
  /// What came of it.
  public var consequence = ""
  /// Category id of the risk taxonomy.
  public var category = ""
  /// What was lost, and what of it came back.
  public var loss = EventLoss()
  /// Whether it is a public loss (kamu zararı, 5018 m.71).
  public var isPublicLoss = false
  /// Effects that no money measures.
  public var otherEffects = ""
  /// What was done at once.
  public var measures = ""

  /// Details with the days at which it happened, was noticed and was reported; the remaining texts empty.
  public init(
    unitID: Identifier<Unit>, kind: EventKind, description: String, occurredOn: Day, detectedOn: Day, reportedOn: Day
  ) {
    (self.unitID, self.kind, self.description) = (unitID, kind, description)
    (self.occurredOn, self.detectedOn, self.reportedOn) = (occurredOn, detectedOn, reportedOn)
  }
}

/// Whether an event took place.
public enum EventKind: String, Sendable, CaseIterable {
  /// It happened.
  case realised
  /// It nearly happened (ramak kala): nothing was lost, but only by chance or by the last control.
  case nearMiss = "near-miss"

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .realised: Localized("Gerçekleşen olay", "Realised event")
    case .nearMiss: Localized("Ramak kala", "Near miss")
    }
  }
}

/// Loss in kuruş (1/100 lira), never negative.
public struct EventLoss: Hashable, Sendable {
  /// What was lost.
  public var gross: Int64
  /// What came back: insurance, recourse, collection; at most `gross`.
  public var recovered: Int64

  /// A loss in kuruş.
  public init(gross: Int64 = 0, recovered: Int64 = 0) { (self.gross, self.recovered) = (gross, recovered) }

  /// What stays lost.
  public var net: Int64 { gross - recovered }
}

/// What was learned from an event (öğrenilen ders).
public struct EventLesson: Hashable, Sendable {
  /// The lesson's number.
  public let id: Identifier<EventLesson>
  /// The event it comes from.
  public let eventID: Identifier<RealisedEvent>
  /// The lesson; never empty.
  public var text: String
  /// What it proposes to change in a risk or a control; may be empty.
  public var proposal: String
  /// Whether the proposal was followed; `nil` while undecided.
  public var isFollowed: Bool?
  /// Counts changes, from 1.
  public var version: Int
  /// When it was recorded.
  public let recordedAt: Instant
  /// Who recorded it, display name.
  public let recordedBy: String

  /// A lesson made of its parts.
  public init(
    id: Identifier<EventLesson>, eventID: Identifier<RealisedEvent>, text: String, proposal: String, isFollowed: Bool?,
    version: Int, recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.eventID, self.text, self.proposal) = (id, eventID, text, proposal)
    (self.isFollowed, self.version) = (isFollowed, version)
    (self.recordedAt, self.recordedBy) = (recordedAt, recordedBy)
  }
}
