import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/votes`.
enum VoteRoute: Hashable, Sendable {
  case list
  case export
  case new(unit: String?, risk: String?)
  case add
  case show(Identifier<VoteSession>)
  /// What changes on the session's page; nothing where it still has the stamp.
  case live(Identifier<VoteSession>, stamp: String?)
  case editForm(Identifier<VoteSession>)
  case edit(Identifier<VoteSession>)
  case close(Identifier<VoteSession>)
  case form(Identifier<VoteSession>)
  case item(VotePlace)
  /// What changes on the item's page; nothing where it still has the stamp.
  case itemLive(VotePlace, stamp: String?)
  case cast(VotePlace)
  case round(VotePlace)
  case open(VotePlace)
  case accept(VotePlace)

  /// Reads what stands behind `/votes`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): self = .list
    case (.post, nil, _): self = .add
    case (.get, "votes.csv", 1): self = .export
    case (.get, "new", 1): self = .new(unit: query.nonEmpty("unit"), risk: query.nonEmpty("risk"))
    case (_, let first?, _):
      guard let id = Identifier<VoteSession>(first) else { return nil }
      self.init(method, id, Array(parts.dropFirst()), query)
    }
  }

  private init?(_ method: Route.Method, _ id: Identifier<VoteSession>, _ rest: [String], _ query: Values) {
    switch (method, rest.first, rest.count) {
    case (.get, nil, _): self = .show(id)
    case (.post, nil, _): self = .edit(id)
    case (.get, "live", 1): self = .live(id, stamp: query.nonEmpty("stamp"))
    case (.get, "edit", 1): self = .editForm(id)
    case (.post, "close", 1): self = .close(id)
    case (.get, "form", 1): self = .form(id)
    case (_, "items", 2...):
      guard let position = Identifier<VoteItem>(rest[1])?.rawValue, position < 100_000 else { return nil }
      self.init(method, VotePlace(id, Int(position)), Array(rest.dropFirst(2)), query)
    default: return nil
    }
  }

  private init?(_ method: Route.Method, _ place: VotePlace, _ rest: [String], _ query: Values) {
    switch (method, rest.first, rest.count) {
    case (.get, nil, _): self = .item(place)
    case (.get, "live", 1): self = .itemLive(place, stamp: query.nonEmpty("stamp"))
    case (.post, "votes", 1): self = .cast(place)
    case (.post, "rounds", 1): self = .round(place)
    case (.post, "opening", 1): self = .open(place)
    case (.post, "acceptance", 1): self = .accept(place)
    default: return nil
    }
  }

  /// The address, with its query.
  var path: String {
    switch self {
    case .list, .add: "/votes"
    case .export: "/votes/votes.csv"
    case .new(let unit, let risk): "/votes/new" + VoteRoute.query(("unit", unit), ("risk", risk))
    case .show(let id), .edit(let id): "/votes/\(id)"
    case .live(let id, let stamp): "/votes/\(id)/live" + VoteRoute.query(("stamp", stamp))
    case .editForm(let id): "/votes/\(id)/edit"
    case .close(let id): "/votes/\(id)/close"
    case .form(let id): "/votes/\(id)/form"
    case .item(let place): VoteRoute.base(place)
    case .itemLive(let place, let stamp): VoteRoute.base(place) + "/live" + VoteRoute.query(("stamp", stamp))
    case .cast(let place): VoteRoute.base(place) + "/votes"
    case .round(let place): VoteRoute.base(place) + "/rounds"
    case .open(let place): VoteRoute.base(place) + "/opening"
    case .accept(let place): VoteRoute.base(place) + "/acceptance"
    }
  }

  /// The page on which the form of a `POST` stands, or to which a part of a page belongs.
  var formRoute: VoteRoute {
    switch self {
    case .add: .new(unit: nil, risk: nil)
    case .edit(let id): .editForm(id)
    case .close(let id), .live(let id, _): .show(id)
    case .cast(let place), .round(let place), .open(let place), .accept(let place), .itemLive(let place, _):
      .item(place)
    default: self
    }
  }

  private static func base(_ place: VotePlace) -> String { "/votes/\(place.session)/items/\(place.position)" }

  private static func query(_ pairs: (String, String?)...) -> String {
    var fields = Values()
    for (name, value) in pairs { fields.add(name, value) }
    return fields.query
  }
}
