import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses of the confidential register: the public ones below `/ihbar`, the officers' below `/concerns`.
enum ConcernRoute: Hashable, Sendable {
  // Public: answered without looking at the session
  case form
  case submit
  case followForm
  case follow
  case reply
  // Officers
  case list
  case unlock
  case lock
  case log
  case officers
  case nameOfficer
  case dismissOfficer
  case changeKey
  case show(Identifier<Concern>)
  case write(Identifier<Concern>)
  case status(Identifier<Concern>)
  case turn(Identifier<Concern>)

  /// Reads a whole path; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String]) {
    let found: ConcernRoute? =
      switch (method, parts.first, parts.count) {
      case (.get, "ihbar", 1): .form
      case (.post, "ihbar", 1): .submit
      case (_, "ihbar", 2): ConcernRoute(reporter: method, parts[1])
      case (.get, "concerns", 1): .list
      case (.post, "concerns", 2) where parts[1] == "unlock": .unlock
      case (.post, "concerns", 2) where parts[1] == "lock": .lock
      case (.get, "concerns", 2) where parts[1] == "log": .log
      case (.get, "concerns", 2) where parts[1] == "officers": .officers
      case (.post, "concerns", 2) where parts[1] == "officers": .nameOfficer
      case (.post, "concerns", 3) where parts[1] == "officers" && parts[2] == "dismissals": .dismissOfficer
      case (.post, "concerns", 2) where parts[1] == "keys": .changeKey
      case (_, "concerns", 2...3):
        Identifier<Concern>(parts[1]).flatMap { ConcernRoute(method, $0, parts.count == 3 ? parts[2] : "") }
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  private init?(reporter method: Route.Method, _ word: String) {
    switch (method, word) {
    case (.get, "follow"): self = .followForm
    case (.post, "follow"): self = .follow
    case (.post, "reply"): self = .reply
    default: return nil
    }
  }

  private init?(_ method: Route.Method, _ id: Identifier<Concern>, _ word: String) {
    switch (method, word) {
    case (.get, ""): self = .show(id)
    case (.post, "messages"): self = .write(id)
    case (.post, "status"): self = .status(id)
    case (.post, "turning"): self = .turn(id)
    default: return nil
    }
  }

  /// The address.
  var path: String {
    switch self {
    case .form, .submit: "/ihbar"
    case .followForm, .follow: "/ihbar/follow"
    case .reply: "/ihbar/reply"
    case .list: "/concerns"
    case .unlock: "/concerns/unlock"
    case .lock: "/concerns/lock"
    case .log: "/concerns/log"
    case .officers, .nameOfficer: "/concerns/officers"
    case .dismissOfficer: "/concerns/officers/dismissals"
    case .changeKey: "/concerns/keys"
    case .show(let id): "/concerns/\(id)"
    case .write(let id): "/concerns/\(id)/messages"
    case .status(let id): "/concerns/\(id)/status"
    case .turn(let id): "/concerns/\(id)/turning"
    }
  }

  /// Whether it belongs to reporters: neither session nor address may be looked at or logged.
  var isForReporters: Bool {
    switch self {
    case .form, .submit, .followForm, .follow, .reply: true
    default: false
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: ConcernRoute {
    switch self {
    case .submit: .form
    case .follow, .reply: .followForm
    case .unlock, .lock: .list
    case .nameOfficer, .dismissOfficer, .changeKey: .officers
    case .write(let id), .status(let id), .turn(let id): .show(id)
    default: self
    }
  }

  /// Whether a path is one of the reporters', so that no log takes it.
  static func isForReporters(path: String) -> Bool { path == "/ihbar" || path.hasPrefix("/ihbar/") }
}
