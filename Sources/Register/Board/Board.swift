import GuvenceCore

/// A meeting of the board (İç Kontrol İzleme ve Yönlendirme Kurulu).
public struct BoardMeeting: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<BoardMeeting>
  /// What people may change.
  public var details: BoardMeetingDetails
  /// Counts changes, from 1.
  public var version: Int
  /// When it was entered.
  public let createdAt: Instant

  /// A meeting made of its parts.
  public init(id: Identifier<BoardMeeting>, details: BoardMeetingDetails, version: Int, createdAt: Instant) {
    (self.id, self.details, self.version, self.createdAt) = (id, details, version, createdAt)
  }
}

/// The editable content of a meeting. Texts are empty where nothing was entered.
public struct BoardMeetingDetails: Hashable, Sendable {
  /// The day.
  public var heldOn: Day
  /// The hour as on the clock: `14:00`; empty where not set.
  public var startsAt = ""
  /// Where.
  public var place = ""
  /// Who chairs.
  public var chair = ""
  /// Members present, one a line.
  public var members: [String] = []
  /// How it stands.
  public var state = BoardMeetingState.planned

  /// A meeting on `heldOn`.
  public init(heldOn: Day) { self.heldOn = heldOn }
}

/// How a meeting stands.
public enum BoardMeetingState: String, Sendable, CaseIterable {
  /// To be held.
  case planned
  /// Held; agenda and decisions stand in the minutes.
  case held
  /// Not held.
  case cancelled

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .planned: Localized("Planlandı", "Planned")
    case .held: Localized("Yapıldı", "Held")
    case .cancelled: Localized("Yapılmadı", "Cancelled")
    }
  }
}

/// One item of a meeting's agenda. Rows are appended; an item is withdrawn, never deleted.
public struct BoardAgendaItem: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<BoardAgendaItem>
  /// The meeting.
  public let meetingID: Identifier<BoardMeeting>
  /// Place on the agenda, from 1.
  public let place: Int
  /// What it is about.
  public let title: String
  /// More about it; may be empty.
  public let detail: String
  /// The escalation it came from.
  public let escalationID: Identifier<EscalationEvent>?
  /// When it was put on the agenda.
  public let recordedAt: Instant
  /// Who put it there, display name.
  public let recordedBy: String
  /// When it was withdrawn.
  public var endedAt: Instant?

  /// An item made of its parts.
  public init(
    id: Identifier<BoardAgendaItem>, meetingID: Identifier<BoardMeeting>, place: Int, title: String, detail: String,
    escalationID: Identifier<EscalationEvent>?, recordedAt: Instant, recordedBy: String, endedAt: Instant? = nil
  ) {
    (self.id, self.meetingID, self.place, self.title) = (id, meetingID, place, title)
    (self.detail, self.escalationID) = (detail, escalationID)
    (self.recordedAt, self.recordedBy, self.endedAt) = (recordedAt, recordedBy, endedAt)
  }
}

/// A decision of the board, followed until it is done.
public struct BoardDecision: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<BoardDecision>
  /// The item it was taken on.
  public let itemID: Identifier<BoardAgendaItem>
  /// What was decided.
  public let text: String
  /// The unit that carries it out; `nil` where there is nothing to carry out.
  public let unitID: Identifier<Unit>?
  /// Until when.
  public let dueOn: Day?
  /// How it stands.
  public var state: BoardDecisionState
  /// What became of it, in words.
  public var outcome: String
  /// Counts changes, from 1.
  public var version: Int
  /// When it was recorded.
  public let recordedAt: Instant
  /// Who recorded it, display name.
  public let recordedBy: String

  /// A decision made of its parts.
  public init(
    id: Identifier<BoardDecision>, itemID: Identifier<BoardAgendaItem>, text: String, unitID: Identifier<Unit>?,
    dueOn: Day?, state: BoardDecisionState, outcome: String, version: Int, recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.itemID, self.text, self.unitID) = (id, itemID, text, unitID)
    (self.dueOn, self.state, self.outcome, self.version) = (dueOn, state, outcome, version)
    (self.recordedAt, self.recordedBy) = (recordedAt, recordedBy)
  }

  /// Whether it should have been carried out before `day`.
  public func isOverdue(on day: Day) -> Bool { state == .open && dueOn.map { $0 < day } ?? false }
}

/// How a decision stands.
public enum BoardDecisionState: String, Sendable, CaseIterable {
  /// To be carried out.
  case open
  /// Carried out.
  case done
  /// Given up.
  case dropped

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .open: Localized("Sürüyor", "Open")
    case .done: Localized("Yerine getirildi", "Carried out")
    case .dropped: Localized("Vazgeçildi", "Dropped")
    }
  }
}
