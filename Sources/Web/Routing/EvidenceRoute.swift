import GuvenceCore
import GuvenceRegister

/// Addresses below `/evidence`.
enum EvidenceRoute: Hashable, Sendable {
  case list(EvidenceTarget)
  case attach(EvidenceTarget)
  case content(Identifier<Evidence>)
  case withdrawForm(Identifier<Evidence>)
  case withdraw(Identifier<Evidence>)

  /// Reads what stands behind `/evidence`: a number, or a kind of thing and its key; `nil` where there is none.
  init?(_ method: Route.Method, _ parts: [String]) {
    guard let first = parts.first, parts.count <= 2 else { return nil }
    if let id = Identifier<Evidence>(first) {
      switch (method, parts.count) {
      case (.get, 1): self = .content(id)
      case (.get, 2) where parts[1] == "withdrawal": self = .withdrawForm(id)
      case (.post, 2) where parts[1] == "withdrawal": self = .withdraw(id)
      default: return nil
      }
      return
    }
    guard parts.count == 2, let kind = EvidenceTarget.Kind(rawValue: first), let key = Route.plain(parts[1]) else {
      return nil
    }
    self = method == .get ? .list(EvidenceTarget(kind, key)) : .attach(EvidenceTarget(kind, key))
  }

  /// The address, percent-encoded.
  var path: String {
    switch self {
    case .list(let target), .attach(let target): "/evidence/\(target.kind.rawValue)/" + Route.segment(target.key)
    case .content(let id): "/evidence/\(id)"
    case .withdrawForm(let id), .withdraw(let id): "/evidence/\(id)/withdrawal"
    }
  }

  /// The page on which the form of a `POST` stands.
  var formRoute: EvidenceRoute {
    switch self {
    case .attach(let target): .list(target)
    case .withdraw(let id): .withdrawForm(id)
    default: self
    }
  }
}

extension EvidenceTarget {
  /// The page of the thing itself.
  var page: Route {
    switch kind {
    case .risk: .risk(key, asOf: nil)
    case .event: .event(.show(key))
    case .action: .action(.show(key))
    }
  }

  /// The room that page belongs to.
  var room: Room {
    switch kind {
    case .risk: .risks
    case .event: .events
    case .action: .actions
    }
  }
}
