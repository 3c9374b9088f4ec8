import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/events`.
enum EventRoute: Hashable, Sendable {
  case list(EventQuery)
  case export(ExportFormat, EventQuery)
  case new(unit: String?, risk: String?)
  case add
  case show(String, asOf: Day? = nil)
  case editForm(String)
  case edit(String)
  case closeForm(String)
  case close(String)
  case reopen(String)
  case addLesson(String)
  case lessonForm(String, Identifier<EventLesson>)
  case editLesson(String, Identifier<EventLesson>)

  /// Reads what stands behind `/events`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    let found: EventRoute?
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): found = .list(EventQuery(query))
    case (.post, nil, _): found = .add
    case (.get, "events.csv", 1): found = .export(.csv, EventQuery(query))
    case (.get, "events.xlsx", 1): found = .export(.xlsx, EventQuery(query))
    case (.get, "new", 1): found = .new(unit: query.nonEmpty("unit"), risk: query.nonEmpty("risk"))
    case (_, let first?, _):
      found = Route.plain(first).flatMap { EventRoute(method, code: $0, parts.dropFirst(), query) }
    }
    guard let found else { return nil }
    self = found
  }

  private init?(_ method: Route.Method, code: String, _ rest: ArraySlice<String>, _ query: Values) {
    let words = Array(rest)
    switch (method, words.first, words.count) {
    case (.get, nil, _): self = .show(code, asOf: query["as-of"].flatMap(dayFromField))
    case (.post, nil, _): self = .edit(code)
    case (.get, "edit", 1): self = .editForm(code)
    case (.get, "closing", 1): self = .closeForm(code)
    case (.post, "closing", 1): self = .close(code)
    case (.post, "reopening", 1): self = .reopen(code)
    case (.post, "lessons", 1): self = .addLesson(code)
    case (_, "lessons", 2):
      guard let id = Identifier<EventLesson>(words[1]) else { return nil }
      self = method == .get ? .lessonForm(code, id) : .editLesson(code, id)
    default: return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .list(let query): "/events" + query.values.query
    case .add: "/events"
    case .export(let format, let query): "/events/events.\(format.rawValue)" + query.values.query
    case .new(let unit, let risk): "/events/new" + EventRoute.query([("unit", unit), ("risk", risk)])
    case .show(let code, let day): EventRoute.base(code) + EventRoute.query([("as-of", day?.description)])
    case .edit(let code): EventRoute.base(code)
    case .editForm(let code): EventRoute.base(code) + "/edit"
    case .closeForm(let code), .close(let code): EventRoute.base(code) + "/closing"
    case .reopen(let code): EventRoute.base(code) + "/reopening"
    case .addLesson(let code): EventRoute.base(code) + "/lessons"
    case .lessonForm(let code, let id), .editLesson(let code, let id): EventRoute.base(code) + "/lessons/\(id)"
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: EventRoute {
    switch self {
    case .add: .new(unit: nil, risk: nil)
    case .edit(let code): .editForm(code)
    case .close(let code): .closeForm(code)
    case .reopen(let code), .addLesson(let code): .show(code)
    case .editLesson(let code, let id): .lessonForm(code, id)
    default: self
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: EventRoute {
    switch self {
    case .edit(let code), .close(let code), .reopen(let code), .addLesson(let code), .editLesson(let code, _):
      .show(code)
    default: .list(EventQuery())
    }
  }

  private static func query(_ pairs: [(String, String?)]) -> String {
    var values = Values()
    for (name, value) in pairs { values.add(name, value) }
    return values.query
  }

  /// A code is any text; the words of this table are told from it by escaping their first sign.
  private static func base(_ code: String) -> String {
    let isWord = ["events.csv", "events.xlsx"].contains(code)
    guard isWord, let first = code.utf8.first else { return "/events/" + Route.segment(code) }
    let escaped = [UInt8(ascii: "~"), PercentCode.digit(first >> 4), PercentCode.digit(first & 15)]
    return "/events/" + String(decoding: escaped, as: UTF8.self) + PercentCode.encode(String(code.dropFirst()))
  }
}

extension EventQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    self.init(unitCode: values.nonEmpty("unit"))
    kind = values["kind"].flatMap(EventKind.init(rawValue:))
    isOpen = values["state"] == "open" ? true : values["state"] == "closed" ? false : nil
    year = values.number("year").flatMap { (1...9999).contains($0) ? $0 : nil }
    category = values.nonEmpty("category")
    isPublicLoss = values["public-loss"] == "1"
    asOf = values["as-of"].flatMap(dayFromField)
  }

  /// The fields of the address.
  var values: Values {
    var values = Values()
    values.add("unit", unitCode)
    values.add("kind", kind?.rawValue)
    values.add("state", isOpen.map { $0 ? "open" : "closed" })
    values.add("year", year.map { String($0) })
    values.add("category", category)
    values.add("public-loss", isPublicLoss ? "1" : nil)
    values.add("as-of", asOf?.description)
    return values
  }
}
