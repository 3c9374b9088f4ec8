import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/controls`.
enum ControlRoute: Hashable, Sendable {
  case list(ControlQuery)
  case export(ExportFormat, ControlQuery)
  case method
  case chooseMethod
  case new(unit: String?, risk: String?, name: String?)
  case add
  case show(String)
  case editForm(String)
  case edit(String)
  case test(String)
  case retireForm(String)
  case retire(String)
  case reinstate(String)
  case linkForm(risk: String, control: String?)
  case link(risk: String)
  case unlinkForm(risk: String, control: String)
  case unlink(risk: String, control: String)
  case adopt(risk: String)

  /// Reads what stands behind `/controls`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    let found: ControlRoute?
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): found = .list(ControlQuery(query))
    case (.post, nil, _): found = .add
    case (.get, "export.csv", 1): found = .export(.csv, ControlQuery(query))
    case (.get, "export.xlsx", 1): found = .export(.xlsx, ControlQuery(query))
    case (.get, "method", 1): found = .method
    case (.post, "method", 1): found = .chooseMethod
    case (.get, "new", 1):
      found = .new(unit: query.nonEmpty("unit"), risk: query.nonEmpty("risk"), name: query.nonEmpty("name"))
    case (_, "of", 2...): found = ControlRoute(method, ofRisk: Array(parts.dropFirst()), query)
    case (_, let first?, _): found = Route.plain(first).flatMap { ControlRoute(method, code: $0, parts.dropFirst()) }
    }
    guard let found else { return nil }
    self = found
  }

  private init?(_ method: Route.Method, ofRisk parts: [String], _ query: Values) {
    guard let risk = parts.first.flatMap(Route.plain) else { return nil }
    switch (method, parts.count) {
    case (.get, 1): self = .linkForm(risk: risk, control: query.nonEmpty("control"))
    case (.post, 1): self = .link(risk: risk)
    case (.post, 2) where parts[1] == "adoption": self = .adopt(risk: risk)
    case (_, 3) where parts[2] == "end":
      guard let code = Route.plain(parts[1]) else { return nil }
      self = method == .get ? .unlinkForm(risk: risk, control: code) : .unlink(risk: risk, control: code)
    default: return nil
    }
  }

  private init?(_ method: Route.Method, code: String, _ rest: ArraySlice<String>) {
    switch (method, rest.joined(separator: "/")) {
    case (.get, ""): self = .show(code)
    case (.post, ""): self = .edit(code)
    case (.get, "edit"): self = .editForm(code)
    case (.post, "tests"): self = .test(code)
    case (.get, "retirement"): self = .retireForm(code)
    case (.post, "retirement"): self = .retire(code)
    case (.post, "reinstatement"): self = .reinstate(code)
    default: return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .list(let query): "/controls" + query.values.query
    case .add: "/controls"
    case .export(let format, let query): "/controls/export.\(format.rawValue)" + query.values.query
    case .method, .chooseMethod: "/controls/method"
    case .new(let unit, let risk, let name):
      "/controls/new" + ControlRoute.query(("unit", unit), ("risk", risk), ("name", name))
    case .show(let code), .edit(let code): ControlRoute.base(code)
    case .editForm(let code): ControlRoute.base(code) + "/edit"
    case .test(let code): ControlRoute.base(code) + "/tests"
    case .retireForm(let code), .retire(let code): ControlRoute.base(code) + "/retirement"
    case .reinstate(let code): ControlRoute.base(code) + "/reinstatement"
    case .linkForm(let risk, let control): ControlRoute.of(risk) + ControlRoute.query(("control", control))
    case .link(let risk): ControlRoute.of(risk)
    case .unlinkForm(let risk, let code), .unlink(let risk, let code):
      ControlRoute.of(risk) + "/\(Route.segment(code))/end"
    case .adopt(let risk): ControlRoute.of(risk) + "/adoption"
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: Route {
    switch self {
    case .add: .control(.new(unit: nil, risk: nil, name: nil))
    case .edit(let code): .control(.editForm(code))
    case .test(let code), .reinstate(let code): .control(.show(code))
    case .retire(let code): .control(.retireForm(code))
    case .chooseMethod: .control(.method)
    case .link(let risk): .control(.linkForm(risk: risk, control: nil))
    case .unlink(let risk, let code): .control(.unlinkForm(risk: risk, control: code))
    case .adopt(let risk): .risk(risk, asOf: nil)
    default: .control(self)
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: Route {
    switch self {
    case .edit(let code), .retire(let code), .reinstate(let code), .test(let code): .control(.show(code))
    case .link(let risk), .unlink(let risk, _), .adopt(let risk): .risk(risk, asOf: nil)
    default: .control(.list(ControlQuery()))
    }
  }

  private static func of(_ risk: String) -> String { "/controls/of/" + Route.segment(risk) }

  /// A code is any text; the words of this table are told from it by escaping their first sign.
  private static func base(_ code: String) -> String {
    guard ["export.csv", "export.xlsx", "method", "of"].contains(code), let first = code.utf8.first else {
      return "/controls/" + Route.segment(code)
    }
    let escaped = [UInt8(ascii: "~"), PercentCode.digit(first >> 4), PercentCode.digit(first & 15)]
    return "/controls/" + String(decoding: escaped, as: UTF8.self) + PercentCode.encode(String(code.dropFirst()))
  }

  private static func query(_ pairs: (String, String?)...) -> String {
    var fields = Values()
    for (name, value) in pairs { fields.add(name, value) }
    return fields.query
  }
}

extension ControlQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    self.init(
      unitCode: values.nonEmpty("unit"), kind: values["kind"].flatMap(ControlKind.init(rawValue:)),
      state: values["state"].flatMap(ControlState.init(rawValue:)), text: values.text("q"))
  }

  /// The fields of the address.
  var values: Values {
    var values = Values()
    values.add("q", text)
    values.add("unit", unitCode)
    values.add("kind", kind?.rawValue)
    values.add("state", state?.rawValue)
    return values
  }

  /// The same question with a change.
  func with(_ change: (inout ControlQuery) -> Void) -> ControlQuery {
    var copy = self
    change(&copy)
    return copy
  }
}
