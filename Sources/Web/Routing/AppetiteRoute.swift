import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/appetite`; `/istah` reads the same.
enum AppetiteRoute: Hashable, Sendable {
  case list(AppetiteQuery)
  case export(AppetiteQuery)
  case proposeForm
  case propose
  case decideForm(Identifier<AppetiteStatement>)
  case decide(Identifier<AppetiteStatement>)
  case withdraw(Identifier<AppetiteStatement>)
  case breach(String)
  case acknowledge(String)
  case accept(String)
  case settle(String)

  /// Reads what stands behind `/appetite`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): self = .list(AppetiteQuery(query))
    case (.post, nil, _): self = .propose
    case (.get, "new", 1): self = .proposeForm
    case (.get, "appetite.xlsx", 1): self = .export(AppetiteQuery(query))
    case (_, "statements", 2):
      guard let id = Identifier<AppetiteStatement>(parts[1]) else { return nil }
      self = method == .get ? .decideForm(id) : .decide(id)
    case (.post, "statements", 3) where parts[2] == "withdrawal":
      guard let id = Identifier<AppetiteStatement>(parts[1]) else { return nil }
      self = .withdraw(id)
    case (_, "cases", 2...3):
      guard let reference = Route.plain(parts[1]) else { return nil }
      switch (method, parts.count == 3 ? parts[2] : "") {
      case (.get, ""): self = .breach(reference)
      case (.post, "acknowledgement"): self = .acknowledge(reference)
      case (.post, "acceptance"): self = .accept(reference)
      case (.post, "resolution"): self = .settle(reference)
      default: return nil
      }
    default: return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .list(let query): "/appetite" + query.values.query
    case .export(let query): "/appetite/appetite.xlsx" + query.values.query
    case .propose: "/appetite"
    case .proposeForm: "/appetite/new"
    case .decideForm(let id), .decide(let id): "/appetite/statements/\(id)"
    case .withdraw(let id): "/appetite/statements/\(id)/withdrawal"
    case .breach(let reference): AppetiteRoute.base(reference)
    case .acknowledge(let reference): AppetiteRoute.base(reference) + "/acknowledgement"
    case .accept(let reference): AppetiteRoute.base(reference) + "/acceptance"
    case .settle(let reference): AppetiteRoute.base(reference) + "/resolution"
    }
  }

  /// The page on which the form of a `POST` stands.
  var formRoute: AppetiteRoute {
    switch self {
    case .propose: .proposeForm
    case .decide(let id), .withdraw(let id): .decideForm(id)
    case .acknowledge(let reference), .accept(let reference), .settle(let reference): .breach(reference)
    default: self
    }
  }

  private static func base(_ reference: String) -> String { "/appetite/cases/" + Route.segment(reference) }
}

extension AppetiteQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    self.init(unitCode: values.nonEmpty("unit"), state: values["state"].flatMap(BreachCase.State.init(rawValue:)))
  }

  /// The fields of the address.
  var values: Values {
    var values = Values()
    values.add("unit", unitCode)
    values.add("state", state?.rawValue)
    return values
  }
}
