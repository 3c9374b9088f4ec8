import GuvenceCore
import GuvenceRules

/// Something that happened to an escalation. Rows are appended, never changed; the first one opens it.
public struct EscalationEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// The trigger holds; the risk goes to a higher step.
    case opened
    /// Somebody there has taken note.
    case acknowledged
    /// Somebody there, or the board, has decided.
    case decided
    /// It went further up, undecided in time or because the rule now asks for a higher step.
    case raised
    /// The trigger is gone.
    case closed

    /// Name on screen.
    public var name: Localized {
      switch self {
      case .opened: Localized("Açıldı", "Opened")
      case .acknowledged: Localized("Görüldü", "Acknowledged")
      case .decided: Localized("Karara bağlandı", "Decided")
      case .raised: Localized("Üste taşındı", "Carried further up")
      case .closed: Localized("Kapandı", "Closed")
      }
    }
  }

  /// The event's number.
  public let id: Identifier<EscalationEvent>
  /// Number of the event that opened the escalation; `nil` in that one.
  public let openingID: Identifier<EscalationEvent>?
  /// The risk.
  public let riskID: Identifier<Risk>
  /// What happened.
  public let kind: Kind
  /// The happening that opened it.
  public let occasion: EscalationOccasion
  /// Id of the risk's level then; empty where not assessed.
  public let levelID: String
  /// The step it came from.
  public let from: EscalationStep
  /// The step it is at after the event.
  public let to: EscalationStep
  /// Until when that step is to decide.
  public let dueOn: Day
  /// The rule that sent it there.
  public let ruling: EscalationRuling
  /// The note, the decision or the reason; one sentence or more.
  public let text: String
  /// When.
  public let at: Instant
  /// Who, display name.
  public let doneBy: String

  /// An event made of its parts.
  public init(
    id: Identifier<EscalationEvent>, openingID: Identifier<EscalationEvent>?, riskID: Identifier<Risk>, kind: Kind,
    occasion: EscalationOccasion, levelID: String, from: EscalationStep, to: EscalationStep, dueOn: Day,
    ruling: EscalationRuling, text: String, at: Instant, doneBy: String
  ) {
    (self.id, self.openingID, self.riskID, self.kind) = (id, openingID, riskID, kind)
    (self.occasion, self.levelID, self.from, self.to) = (occasion, levelID, from, to)
    (self.dueOn, self.ruling, self.text, self.at, self.doneBy) = (dueOn, ruling, text, at, doneBy)
  }
}

/// How an escalation stands.
public enum EscalationState: String, Sendable, CaseIterable {
  /// Waits for the step it went to.
  case open
  /// That step has taken note; a decision is still owed.
  case acknowledged
  /// Waits for a higher step than the one it first went to.
  case raised
  /// Decided; it ends when the trigger is gone.
  case decided
  /// The trigger is gone.
  case closed

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .open: Localized("Bekliyor", "Waiting")
    case .acknowledged: Localized("Görüldü", "Acknowledged")
    case .raised: Localized("Üste taşındı", "Carried further up")
    case .decided: Localized("Karara bağlandı", "Decided")
    case .closed: Localized("Kapandı", "Closed")
    }
  }

  /// Whether a decision is still owed.
  public var isUnsettled: Bool { self != .decided && self != .closed }

  /// The state after `kind`; `nil` where that cannot happen now.
  public func after(_ kind: EscalationEvent.Kind) -> EscalationState? {
    switch (self, kind) {
    case (.open, .acknowledged), (.raised, .acknowledged): .acknowledged
    case (.open, .decided), (.raised, .decided), (.acknowledged, .decided): .decided
    case (.open, .raised), (.raised, .raised), (.acknowledged, .raised): .raised
    case (.closed, _): nil
    case (_, .closed): .closed
    default: nil
    }
  }
}

/// An escalation: a risk carried up the ladder because of one happening, with all that became of it.
public struct Escalation: Hashable, Sendable {
  /// What happened, oldest first; the first one opened it.
  public private(set) var events: [EscalationEvent]
  /// How it stands.
  public private(set) var state: EscalationState

  /// An escalation of its events in order; `nil` where they are no possible story.
  public init?(_ events: [EscalationEvent]) {
    guard let first = events.first, first.kind == .opened, first.openingID == nil, first.to > first.from else {
      return nil
    }
    (self.events, state) = ([first], .open)
    for event in events.dropFirst() where !take(event) { return nil }
  }

  /// Adds what happened next; false where it cannot: the state does not allow it, or it would go down the ladder.
  public mutating func take(_ event: EscalationEvent) -> Bool {
    guard event.openingID == id, event.id > last.id, let next = state.after(event.kind),
      event.kind == .raised ? event.to > to && event.from == to : event.to == to
    else { return false }
    events.append(event)
    state = next
    return true
  }

  /// Its number: that of the event that opened it.
  public var id: Identifier<EscalationEvent> { first.id }
  /// The risk.
  public var riskID: Identifier<Risk> { first.riskID }
  /// The happening that opened it.
  public var occasion: EscalationOccasion { first.occasion }
  /// The step that looks after the risk's unit.
  public var from: EscalationStep { first.from }
  /// The step it is at.
  public var to: EscalationStep { last.to }
  /// Until when that step is to decide.
  public var dueOn: Day { last.dueOn }
  /// The rule that sent it there.
  public var ruling: EscalationRuling { last.ruling }
  /// The day it was opened.
  public var openedOn: Day { first.at.dayInIstanbul }
  /// The last that happened.
  public var last: EscalationEvent { events[events.count - 1] }
  private var first: EscalationEvent { events[0] }

  /// Whether it waits for a decision longer than it may on `day`.
  public func isOverdue(on day: Day) -> Bool { state.isUnsettled && dueOn < day }

  /// Escalations of a mixed list of events, oldest first. Events that fit no story are left out.
  public static func all(_ events: [EscalationEvent]) -> [Escalation] {
    var order: [Identifier<EscalationEvent>] = []
    var found: [Identifier<EscalationEvent>: Escalation] = [:]
    for event in events.sorted(by: { $0.id < $1.id }) {
      if let opening = event.openingID {
        _ = found[opening]?.take(event)
      } else if let opened = Escalation([event]) {
        order.append(opened.id)
        found[opened.id] = opened
      }
    }
    return order.compactMap { found[$0] }
  }
}
