import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister

/// What a person may ask of the calendar.
public struct CalendarQuery: Sendable, Hashable {
  /// The month; the present one where `nil`.
  public var month: Period?
  /// Only this unit and below, by code.
  public var unitCode: String?
  /// Only entries of this kind.
  public var kind: CalendarEntry.Kind?

  /// A question.
  public init(month: Period? = nil, unitCode: String? = nil, kind: CalendarEntry.Kind? = nil) {
    (self.month, self.unitCode, self.kind) = (month, unitCode, kind)
  }
}

/// Something that falls on a day.
public struct CalendarEntry: Sendable, Hashable {
  /// What kind of thing.
  public enum Kind: String, Sendable, CaseIterable {
    /// A risk is to be looked at again.
    case review
    /// The last day to read an indicator.
    case reading
    /// The last day of an action.
    case action
    /// The chart of a process is to be looked at again.
    case chartReview = "chart-review"
    /// The last day of a statement of appetite, or of a risk accepted for a time.
    case appetite
    /// The last day to decide an escalation.
    case escalation
    /// A meeting of the board.
    case meeting
    /// The last day of a decision of the board.
    case decision
    /// A duty of the catalogue.
    case obligation

    /// Name on screen.
    public var name: Localized {
      switch self {
      case .review: Localized("Gözden geçirme", "Review")
      case .reading: Localized("Gösterge ölçümü", "Indicator reading")
      case .action: Localized("Eylemin son günü", "Action due")
      case .chartReview: Localized("Süreç gözden geçirmesi", "Review of a process")
      case .appetite: Localized("İştah süresinin sonu", "Appetite term ends")
      case .escalation: Localized("Eskalasyon kararı", "Escalation decision")
      case .meeting: Localized("Kurul toplantısı", "Board meeting")
      case .decision: Localized("Kurul kararı", "Board decision")
      case .obligation: Localized("Yükümlülük", "Obligation")
      }
    }
  }

  /// The day.
  public let day: Day
  /// What kind of thing.
  public let kind: Kind
  /// Which one: a risk's reference, an indicator's code, a number, an id of the catalogue.
  public let subject: String
  /// One line.
  public let title: Localized
  /// The unit concerned.
  public let unitID: Identifier<Unit>?
  /// Its code.
  public let unitCode: String
  /// The hour of a meeting as on the clock; empty otherwise.
  public let startsAt: String
  /// Whether the day is past and the thing not done.
  public let isOverdue: Bool

  /// An entry made of its parts.
  public init(
    day: Day, kind: Kind, subject: String, title: Localized, unitID: Identifier<Unit>? = nil, unitCode: String = "",
    startsAt: String = "", isOverdue: Bool
  ) {
    (self.day, self.kind, self.subject, self.title) = (day, kind, subject, title)
    (self.unitID, self.unitCode, self.startsAt, self.isOverdue) = (unitID, unitCode, startsAt, isOverdue)
  }
}

/// A month of the calendar.
public struct CalendarPage: Sendable {
  /// The query that gave it.
  public let query: CalendarQuery
  /// The month shown.
  public let month: Period
  /// What falls into it, by day.
  public let entries: [CalendarEntry]
  /// What should have been done before today, whatever month it was due in; oldest first.
  public let overdue: [CalendarEntry]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// Whether more falls into it than is listed.
  public let isCut: Bool

  /// Entries listed at most of one kind.
  public static let limit = 500
}
