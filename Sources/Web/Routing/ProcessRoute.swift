import GuvenceApplication
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// Addresses below `/processes`, and `/services`, which is made from them.
enum ProcessRoute: Hashable, Sendable {
  case list(ProcessQuery)
  case add
  case new(unit: String?, parent: String?)
  case adoptions
  case adopt
  case coverage
  case linking(risk: String)
  case duties(role: String?)
  case services
  case show(String, asOf: Day?, risk: String? = nil)
  case editForm(String)
  case edit(String)
  case retireForm(String)
  case retire(String)
  case reinstate(String)
  case chart(String, ChartLook)
  case export(String, number: Int?, String)
  case editor(String)
  case saveChart(String)
  case preview(String)
  case importForm(String)
  case importFile(String)
  case versions(String)
  case decideForm(String, ChartDecision)
  case decide(String, ChartDecision)
  case differences(String, from: Int?, to: Int?)
  case papers(String, number: Int?, form: String? = nil)
  case link(String)
  case endLink(String, Int64)

  /// The first words of its addresses.
  static let words: Set<String> = ["processes", "services"]

  /// Reads a path; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    let rest = Array(parts.dropFirst())
    if parts.first == "services" {
      guard method == .get, rest.isEmpty else { return nil }
      self = .services
      return
    }
    let found: ProcessRoute?
    switch (method, rest.first, rest.count) {
    case (.get, nil, _): found = .list(ProcessQuery(query))
    case (.post, nil, _): found = .add
    case (.get, "new", 1): found = .new(unit: query.nonEmpty("unit"), parent: query.nonEmpty("parent"))
    case (_, "adoptions", 1): found = method == .get ? .adoptions : .adopt
    case (.get, "coverage", 1): found = .coverage
    case (.get, "linking", 1): found = query.nonEmpty("risk").map { .linking(risk: $0) }
    case (.get, "duties", 1): found = .duties(role: query.nonEmpty("role"))
    case (_, let first?, _):
      found = Route.plain(first).flatMap { ProcessRoute(method, code: $0, Array(rest.dropFirst()), query) }
    }
    guard let found else { return nil }
    self = found
  }

  private init?(_ method: Route.Method, code: String, _ rest: [String], _ query: Values) {
    let number = query.number("version").flatMap { $0 > 0 ? $0 : nil }
    switch (method, rest.joined(separator: "/")) {
    case (.get, ""):
      self = .show(code, asOf: query["as-of"].flatMap(dayFromField), risk: query.nonEmpty("risk"))
    case (.post, ""): self = .edit(code)
    case (.get, "edit"): self = .editForm(code)
    case (.get, "retirement"): self = .retireForm(code)
    case (.post, "retirement"): self = .retire(code)
    case (.post, "reinstatement"): self = .reinstate(code)
    case (.get, "chart"): self = .chart(code, ChartLook(query))
    case (.post, "chart"): self = .saveChart(code)
    case (.get, "chart/edit"): self = .editor(code)
    case (.post, "chart/preview"): self = .preview(code)
    case (.get, "chart/import"): self = .importForm(code)
    case (.post, "chart/import"): self = .importFile(code)
    case (.get, "versions"): self = .versions(code)
    case (.get, "differences"): self = .differences(code, from: query.number("from"), to: query.number("to"))
    case (.get, "papers"): self = .papers(code, number: number, form: query.nonEmpty("form"))
    case (.post, "links"): self = .link(code)
    default: self.init(method, code: code, nested: rest, number)
    }
  }

  private init?(_ method: Route.Method, code: String, nested rest: [String], _ number: Int?) {
    if method == .post, rest.count == 3, rest[0] == "links", rest[2] == "end" {
      guard let id = Identifier<ChartLink>(rest[1])?.rawValue else { return nil }
      self = .endLink(code, id)
    } else if rest.count == 2, rest[0] == "versions", let decision = ChartDecision(rawValue: rest[1]) {
      self = method == .get ? .decideForm(code, decision) : .decide(code, decision)
    } else if method == .get, rest.count == 2, rest[0] == "chart", let ending = rest[1].after("chart.") {
      self = .export(code, number: number, ending)
    } else {
      return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .list(let query): "/processes" + query.values.query
    case .add: "/processes"
    case .new(let unit, let parent): "/processes/new" + ProcessRoute.query(("unit", unit), ("parent", parent))
    case .adoptions, .adopt: "/processes/adoptions"
    case .coverage: "/processes/coverage"
    case .linking(let risk): "/processes/linking" + ProcessRoute.query(("risk", risk))
    case .duties(let role): "/processes/duties" + ProcessRoute.query(("role", role))
    case .services: "/services"
    default: ofOne
    }
  }

  private var ofOne: String {
    switch self {
    case .show(let code, let asOf, let risk):
      ProcessRoute.base(code) + ProcessRoute.query(("as-of", asOf?.description), ("risk", risk))
    case .edit(let code): ProcessRoute.base(code)
    case .editForm(let code): ProcessRoute.base(code) + "/edit"
    case .retireForm(let code), .retire(let code): ProcessRoute.base(code) + "/retirement"
    case .reinstate(let code): ProcessRoute.base(code) + "/reinstatement"
    case .chart(let code, let look): ProcessRoute.base(code) + "/chart" + look.values.query
    case .saveChart(let code): ProcessRoute.base(code) + "/chart"
    case .export(let code, let number, let ending):
      ProcessRoute.base(code) + "/chart/chart." + PercentCode.encode(ending)
        + ProcessRoute.query(("version", number.map(String.init)))
    case .editor(let code): ProcessRoute.base(code) + "/chart/edit"
    case .preview(let code): ProcessRoute.base(code) + "/chart/preview"
    case .importForm(let code), .importFile(let code): ProcessRoute.base(code) + "/chart/import"
    case .versions(let code): ProcessRoute.base(code) + "/versions"
    case .decideForm(let code, let decision), .decide(let code, let decision):
      ProcessRoute.base(code) + "/versions/" + decision.rawValue
    case .differences(let code, let from, let to):
      ProcessRoute.base(code) + "/differences"
        + ProcessRoute.query(("from", from.map(String.init)), ("to", to.map(String.init)))
    case .papers(let code, let number, let form):
      ProcessRoute.base(code) + "/papers"
        + ProcessRoute.query(("version", number.map(String.init)), ("form", form))
    case .link(let code): ProcessRoute.base(code) + "/links"
    case .endLink(let code, let id): ProcessRoute.base(code) + "/links/\(id)/end"
    default: "/processes"
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: ProcessRoute {
    switch self {
    case .add: .new(unit: nil, parent: nil)
    case .adopt: .adoptions
    case .edit(let code): .editForm(code)
    case .retire(let code): .retireForm(code)
    case .saveChart(let code), .preview(let code): .editor(code)
    case .importFile(let code): .importForm(code)
    case .decide(let code, let decision): .decideForm(code, decision)
    case .reinstate(let code), .link(let code), .endLink(let code, _): .show(code, asOf: nil)
    default: self
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: ProcessRoute {
    switch self {
    case .edit(let code), .retire(let code), .reinstate(let code), .decide(let code, _): .show(code, asOf: nil)
    case .saveChart(let code), .importFile(let code): .editor(code)
    default: .list(ProcessQuery())
    }
  }

  /// A code is any text; the words of this table are told from it by escaping their first sign.
  private static func base(_ code: String) -> String {
    guard ["adoptions", "coverage", "duties", "linking"].contains(code), let first = code.utf8.first else {
      return "/processes/" + Route.segment(code)
    }
    let escaped = [UInt8(ascii: "~"), PercentCode.digit(first >> 4), PercentCode.digit(first & 15)]
    return "/processes/" + String(decoding: escaped, as: UTF8.self) + PercentCode.encode(String(code.dropFirst()))
  }

  private static func query(_ pairs: (String, String?)...) -> String {
    var fields = Values()
    for (name, value) in pairs { fields.add(name, value) }
    return fields.query
  }
}
