import GuvenceCore
import GuvenceRegister

/// Addresses of wording, sharing, relations and suggestions. What belongs to one risk stands behind `/risks/<reference>`.
enum IdentificationRoute: Hashable, Sendable {
  case statements(unit: String?)
  case checkStatement
  case relations(unit: String?)
  case suggestions(unit: String?, directorate: String?)
  case adopt
  case share(String)
  case unshare(String)
  case relate(String)
  case unrelate(String)
  case dismiss(String)

  /// Reads an address with a first part of its own; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    switch (method, parts.first, parts.count) {
    case (.get, "statements", 1): self = .statements(unit: query.nonEmpty("unit"))
    case (.post, "statements", 1): self = .checkStatement
    case (.get, "relations", 1): self = .relations(unit: query.nonEmpty("unit"))
    case (.get, "suggestions", 1):
      self = .suggestions(unit: query.nonEmpty("unit"), directorate: query.nonEmpty("directorate"))
    case (.post, "suggestions", 1): self = .adopt
    default: return nil
    }
  }

  /// Reads what stands behind a risk's address.
  init?(_ method: Route.Method, risk reference: String, _ rest: String) {
    guard method == .post else { return nil }
    switch rest {
    case "shares": self = .share(reference)
    case "shares/end": self = .unshare(reference)
    case "relations": self = .relate(reference)
    case "relations/end": self = .unrelate(reference)
    case "dismissals": self = .dismiss(reference)
    default: return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .statements(let unit): "/statements" + IdentificationRoute.query(("unit", unit))
    case .checkStatement: "/statements"
    case .relations(let unit): "/relations" + IdentificationRoute.query(("unit", unit))
    case .suggestions(let unit, let directorate):
      "/suggestions" + IdentificationRoute.query(("unit", unit), ("directorate", directorate))
    case .adopt: "/suggestions"
    case .share(let reference): Route.path(ofRisk: reference) + "/shares"
    case .unshare(let reference): Route.path(ofRisk: reference) + "/shares/end"
    case .relate(let reference): Route.path(ofRisk: reference) + "/relations"
    case .unrelate(let reference): Route.path(ofRisk: reference) + "/relations/end"
    case .dismiss(let reference): Route.path(ofRisk: reference) + "/dismissals"
    }
  }

  /// The page on which the form of a `POST` stands.
  var formRoute: Route {
    switch self {
    case .share(let reference), .unshare(let reference), .relate(let reference), .unrelate(let reference),
      .dismiss(let reference):
      .risk(reference, asOf: nil)
    case .adopt: .identification(.suggestions(unit: nil, directorate: nil))
    case .checkStatement: .identification(.statements(unit: nil))
    case .statements, .relations, .suggestions: .identification(self)
    }
  }

  private static func query(_ pairs: (String, String?)...) -> String {
    var fields = Values()
    for (name, value) in pairs { fields.add(name, value) }
    return fields.query
  }
}
