import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/actions`; `/eylem` reads the same.
enum ActionRoute: Hashable, Sendable {
  case list(ActionQuery)
  case timeline(ActionQuery)
  case export(ActionQuery)
  case new(risk: String?)
  case add
  case show(String)
  case editForm(String)
  case edit(String)
  case progress(String)
  case complete(String)
  case cancel(String)
  case control(String)

  /// Reads what stands behind `/actions`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): self = .list(ActionQuery(query))
    case (.post, nil, _): self = .add
    case (.get, "timeline", 1): self = .timeline(ActionQuery(query))
    case (.get, "actions.xlsx", 1): self = .export(ActionQuery(query))
    case (.get, "new", 1): self = .new(risk: query.nonEmpty("risk"))
    case (_, let first?, 1...2):
      guard let code = Route.plain(first) else { return nil }
      switch (method, parts.count == 2 ? parts[1] : "") {
      case (.get, ""): self = .show(code)
      case (.post, ""): self = .edit(code)
      case (.get, "edit"): self = .editForm(code)
      case (.post, "progress"): self = .progress(code)
      case (.post, "completion"): self = .complete(code)
      case (.post, "cancellation"): self = .cancel(code)
      case (.post, "control"): self = .control(code)
      default: return nil
      }
    default: return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .list(let query): "/actions" + query.values.query
    case .timeline(let query): "/actions/timeline" + query.values.query
    case .export(let query): "/actions/actions.xlsx" + query.values.query
    case .add: "/actions"
    case .new(let risk):
      {
        var values = Values()
        values.add("risk", risk)
        return "/actions/new" + values.query
      }()
    case .show(let code), .edit(let code): ActionRoute.base(code)
    case .editForm(let code): ActionRoute.base(code) + "/edit"
    case .progress(let code): ActionRoute.base(code) + "/progress"
    case .complete(let code): ActionRoute.base(code) + "/completion"
    case .cancel(let code): ActionRoute.base(code) + "/cancellation"
    case .control(let code): ActionRoute.base(code) + "/control"
    }
  }

  /// The page on which the form of a `POST` stands.
  var formRoute: ActionRoute {
    switch self {
    case .add: .new(risk: nil)
    case .edit(let code): .editForm(code)
    case .progress(let code), .complete(let code), .cancel(let code), .control(let code): .show(code)
    default: self
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: ActionRoute {
    switch self {
    case .edit(let code), .progress(let code), .complete(let code), .cancel(let code), .control(let code):
      .show(code)
    default: .list(ActionQuery())
    }
  }

  /// A code is any text; the words of this table are told from it by escaping their first sign.
  private static func base(_ code: String) -> String {
    let isWord = ["timeline", "actions.xlsx"].contains(code)
    guard isWord, let first = code.utf8.first else { return "/actions/" + Route.segment(code) }
    let escaped = [UInt8(ascii: "~"), PercentCode.digit(first >> 4), PercentCode.digit(first & 15)]
    return "/actions/" + String(decoding: escaped, as: UTF8.self) + PercentCode.encode(String(code.dropFirst()))
  }
}

extension ActionQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    self.init(unitCode: values.nonEmpty("unit"), state: values["state"].flatMap(ActionState.init(rawValue:)))
  }

  /// The fields of the address.
  var values: Values {
    var values = Values()
    values.add("unit", unitCode)
    values.add("state", state?.rawValue)
    return values
  }
}
