import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses of the calendar, the escalation, the board and the notices.
enum OversightRoute: Hashable, Sendable {
  case calendar(CalendarQuery)
  case calendarFile(CalendarQuery)
  case reviewForm(String)
  case setReview(String)
  case escalations(EscalationQuery)
  case runEscalation
  case escalation(Int64)
  case acknowledge(Int64)
  case decide(Int64)
  case toAgenda(Int64)
  case board
  case newMeeting
  case addMeeting
  case meeting(Int64)
  case editMeetingForm(Int64)
  case editMeeting(Int64)
  case minutes(Int64)
  case addItem(Int64)
  case decideItem(Int64, item: Int64)
  case withdrawItem(Int64, item: Int64)
  case decisionForm(Int64)
  case followDecision(Int64)
  case notices(unread: Bool)
  case readNotices
  case readNotice(Int64)

  /// First parts of the addresses.
  static let words: Set<String> = ["calendar", "escalations", "meetings", "notices"]

  /// Reads an address whose first part is one of `words`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    let rest = Array(parts.dropFirst())
    let found: OversightRoute?
    switch parts.first {
    case "calendar": found = OversightRoute.calendar(method, rest, query)
    case "escalations": found = OversightRoute.escalations(method, rest, query)
    case "meetings": found = OversightRoute.board(method, rest)
    case "notices": found = OversightRoute.notices(method, rest, query)
    default: found = nil
    }
    guard let found else { return nil }
    self = found
  }

  private static func calendar(_ method: Route.Method, _ parts: [String], _ query: Values) -> OversightRoute? {
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): return .calendar(CalendarQuery(query))
    case (.get, "guvence.ics", 1): return .calendarFile(CalendarQuery(query))
    case (_, "risk", 2):
      return Route.plain(parts[1]).map { method == .get ? .reviewForm($0) : .setReview($0) }
    default: return nil
    }
  }

  private static func escalations(_ method: Route.Method, _ parts: [String], _ query: Values) -> OversightRoute? {
    guard let first = parts.first else {
      return method == .get ? .escalations(EscalationQuery(query)) : .runEscalation
    }
    guard let id = Identifier<EscalationEvent>(first)?.rawValue else { return nil }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.get, ""): return .escalation(id)
    case (.post, "acknowledgement"): return .acknowledge(id)
    case (.post, "decision"): return .decide(id)
    case (.post, "agenda"): return .toAgenda(id)
    default: return nil
    }
  }

  private static func board(_ method: Route.Method, _ parts: [String]) -> OversightRoute? {
    guard let first = parts.first else { return method == .get ? .board : .addMeeting }
    if first == "new" { return method == .get && parts.count == 1 ? .newMeeting : nil }
    if first == "decisions" {
      guard parts.count == 2, let id = Identifier<BoardDecision>(parts[1])?.rawValue else { return nil }
      return method == .get ? .decisionForm(id) : .followDecision(id)
    }
    guard let id = Identifier<BoardMeeting>(first)?.rawValue else { return nil }
    if parts.count == 4, parts[1] == "items", method == .post,
      let item = Identifier<BoardAgendaItem>(parts[2])?.rawValue
    {
      switch parts[3] {
      case "decisions": return .decideItem(id, item: item)
      case "withdrawal": return .withdrawItem(id, item: item)
      default: return nil
      }
    }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.get, ""): return .meeting(id)
    case (.post, ""): return .editMeeting(id)
    case (.get, "edit"): return .editMeetingForm(id)
    case (.get, "minutes"): return .minutes(id)
    case (.post, "items"): return .addItem(id)
    default: return nil
    }
  }

  private static func notices(_ method: Route.Method, _ parts: [String], _ query: Values) -> OversightRoute? {
    guard let first = parts.first else {
      return method == .get ? .notices(unread: query["unread"] == "1") : .readNotices
    }
    guard method == .post, parts.count == 1, let id = Identifier<Notice>(first)?.rawValue else { return nil }
    return .readNotice(id)
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .calendar(let query): "/calendar" + query.values.query
    case .calendarFile(let query): "/calendar/guvence.ics" + query.values.query
    case .reviewForm(let reference), .setReview(let reference): "/calendar/risk/" + Route.segment(reference)
    case .escalations(let query): "/escalations" + query.values.query
    case .runEscalation: "/escalations"
    case .escalation(let id): "/escalations/\(id)"
    case .acknowledge(let id): "/escalations/\(id)/acknowledgement"
    case .decide(let id): "/escalations/\(id)/decision"
    case .toAgenda(let id): "/escalations/\(id)/agenda"
    case .board, .addMeeting: "/meetings"
    case .newMeeting: "/meetings/new"
    case .meeting(let id), .editMeeting(let id): "/meetings/\(id)"
    case .editMeetingForm(let id): "/meetings/\(id)/edit"
    case .minutes(let id): "/meetings/\(id)/minutes"
    case .addItem(let id): "/meetings/\(id)/items"
    case .decideItem(let id, let item): "/meetings/\(id)/items/\(item)/decisions"
    case .withdrawItem(let id, let item): "/meetings/\(id)/items/\(item)/withdrawal"
    case .decisionForm(let id), .followDecision(let id): "/meetings/decisions/\(id)"
    case .notices(let unread): "/notices" + (unread ? "?unread=1" : "")
    case .readNotices: "/notices"
    case .readNotice(let id): "/notices/\(id)"
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: OversightRoute {
    switch self {
    case .setReview(let reference): .reviewForm(reference)
    case .runEscalation: .escalations(EscalationQuery())
    case .acknowledge(let id), .decide(let id), .toAgenda(let id): .escalation(id)
    case .addMeeting: .newMeeting
    case .editMeeting(let id): .editMeetingForm(id)
    case .addItem(let id), .decideItem(let id, _), .withdrawItem(let id, _): .meeting(id)
    case .followDecision(let id): .decisionForm(id)
    case .readNotices, .readNotice: .notices(unread: false)
    default: self
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: Route {
    switch self {
    case .editMeeting(let id): .oversight(.meeting(id))
    case .setReview(let reference): .risk(reference, asOf: nil)
    default: .oversight(formRoute)
    }
  }
}

extension CalendarQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    let month = values["month"].flatMap { Period($0) }.flatMap { $0.length == .month ? $0 : nil }
    self.init(
      month: month, unitCode: values.nonEmpty("unit"), kind: values["kind"].flatMap(CalendarEntry.Kind.init(rawValue:)))
  }

  /// The fields of the address.
  var values: Values {
    var values = Values()
    values.add("month", month?.description)
    values.add("unit", unitCode)
    values.add("kind", kind?.rawValue)
    return values
  }
}

extension EscalationQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    self.init(unitCode: values.nonEmpty("unit"), filter: values["state"].flatMap(EscalationFilter.init(rawValue:)))
  }

  /// The fields of the address.
  var values: Values {
    var values = Values()
    values.add("unit", unitCode)
    values.add("state", filter?.rawValue)
    return values
  }
}
