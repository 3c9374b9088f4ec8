import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/indicators`.
enum IndicatorRoute: Hashable, Sendable {
  case list(IndicatorQuery)
  case export(IndicatorQuery)
  case catalog
  case adopt
  case importForm
  case importFile
  case new(unit: String?, risk: String?)
  case add
  case show(String, asOf: Day? = nil)
  case editForm(String)
  case edit(String)
  case record(String)
  case correctForm(String, Identifier<IndicatorReading>)
  case correct(String, Identifier<IndicatorReading>)
  case retireForm(String)
  case retire(String)
  case reinstate(String)

  /// Reads what stands behind `/indicators`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    let found: IndicatorRoute?
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): found = .list(IndicatorQuery(query))
    case (.post, nil, _): found = .add
    case (.get, "readings.csv", 1): found = .export(IndicatorQuery(query))
    case (.get, "catalog", 1): found = .catalog
    case (.post, "catalog", 1): found = .adopt
    case (.get, "import", 1): found = .importForm
    case (.post, "import", 1): found = .importFile
    case (.get, "new", 1): found = .new(unit: query.nonEmpty("unit"), risk: query.nonEmpty("risk"))
    case (_, let first?, _):
      found = Route.plain(first).flatMap { IndicatorRoute(method, code: $0, parts.dropFirst(), query) }
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
    case (.post, "readings", 1): self = .record(code)
    case (_, "readings", 3) where words[2] == "correction":
      guard let id = Identifier<IndicatorReading>(words[1]) else { return nil }
      self = method == .get ? .correctForm(code, id) : .correct(code, id)
    case (.get, "retirement", 1): self = .retireForm(code)
    case (.post, "retirement", 1): self = .retire(code)
    case (.post, "reinstatement", 1): self = .reinstate(code)
    default: return nil
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .list(let query): "/indicators" + query.values.query
    case .add: "/indicators"
    case .export(let query): "/indicators/readings.csv" + query.values.query
    case .catalog, .adopt: "/indicators/catalog"
    case .importForm, .importFile: "/indicators/import"
    case .new(let unit, let risk): "/indicators/new" + Values([("unit", unit), ("risk", risk)].known).query
    case .show(let code, let day): IndicatorRoute.base(code) + Values([("as-of", day?.description)].known).query
    case .edit(let code): IndicatorRoute.base(code)
    case .editForm(let code): IndicatorRoute.base(code) + "/edit"
    case .record(let code): IndicatorRoute.base(code) + "/readings"
    case .correctForm(let code, let id), .correct(let code, let id):
      IndicatorRoute.base(code) + "/readings/\(id)/correction"
    case .retireForm(let code), .retire(let code): IndicatorRoute.base(code) + "/retirement"
    case .reinstate(let code): IndicatorRoute.base(code) + "/reinstatement"
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: IndicatorRoute {
    switch self {
    case .add: .new(unit: nil, risk: nil)
    case .edit(let code): .editForm(code)
    case .record(let code), .reinstate(let code): .show(code)
    case .correct(let code, let id): .correctForm(code, id)
    case .retire(let code): .retireForm(code)
    case .adopt: .catalog
    case .importFile: .importForm
    default: self
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: IndicatorRoute {
    switch self {
    case .edit(let code), .retire(let code), .reinstate(let code), .record(let code), .correct(let code, _):
      .show(code)
    default: .list(IndicatorQuery())
    }
  }

  /// A code is any text; the words of this table are told from it by escaping their first sign.
  private static func base(_ code: String) -> String {
    let isWord = ["readings.csv", "catalog", "import"].contains(code)
    guard isWord, let first = code.utf8.first else { return "/indicators/" + Route.segment(code) }
    let escaped = [UInt8(ascii: "~"), PercentCode.digit(first >> 4), PercentCode.digit(first & 15)]
    return "/indicators/" + String(decoding: escaped, as: UTF8.self) + PercentCode.encode(String(code.dropFirst()))
  }
}

extension IndicatorQuery {
  /// Reads the fields of an address; what is not known is left out.
  init(_ values: Values) {
    self.init(unitCode: values.nonEmpty("unit"), state: values["state"].flatMap(IndicatorState.init(rawValue:)))
  }

  /// The fields of the address.
  var values: Values { Values([("unit", unitCode), ("state", state?.rawValue)].known) }
}

extension [(String, String?)] {
  /// The pairs that have a value.
  fileprivate var known: [(name: String, value: String)] {
    compactMap { pair in pair.1.map { (name: pair.0, value: $0) } }
  }
}
