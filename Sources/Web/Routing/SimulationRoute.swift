import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Addresses below `/simulations`: estimates of risks, simulations and their runs.
enum SimulationRoute: Hashable, Sendable {
  case portfolio(unit: String?)
  case run
  case compareForm(unit: String?)
  case compare
  case show(Identifier<SimulationRun>, isLogarithmic: Bool)
  case replay(Identifier<SimulationRun>)
  case export(ExportFormat, Identifier<SimulationRun>)
  case estimateForm(String)
  case estimate(String)
  case clearForm(String)
  case clear(String)

  /// Reads what stands behind `/simulations`; `nil` where there is no such address.
  init?(_ method: Route.Method, _ parts: [String], _ query: Values) {
    let unit = query.nonEmpty("unit")
    switch (method, parts.first, parts.count) {
    case (.get, nil, _): self = .portfolio(unit: unit)
    case (.post, nil, _): self = .run
    case (.get, "comparison", 1): self = .compareForm(unit: unit)
    case (.post, "comparison", 1): self = .compare
    case (_, "risks", 2...3):
      guard let reference = Route.plain(parts[1]) else { return nil }
      switch (method, parts.dropFirst(2).first) {
      case (.get, nil): self = .estimateForm(reference)
      case (.post, nil): self = .estimate(reference)
      case (.get, "withdrawal"): self = .clearForm(reference)
      case (.post, "withdrawal"): self = .clear(reference)
      default: return nil
      }
    default:
      guard let id = parts.first.flatMap({ Identifier<SimulationRun>($0) }) else { return nil }
      switch (method, parts.dropFirst().joined(separator: "/")) {
      case (.get, ""): self = .show(id, isLogarithmic: query["scale"] == "log")
      case (.post, "replays"): self = .replay(id)
      case (.get, "curve.xlsx"): self = .export(.xlsx, id)
      case (.get, "curve.csv"): self = .export(.csv, id)
      default: return nil
      }
    }
  }

  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .portfolio(let unit): "/simulations" + SimulationRoute.query(unit)
    case .run: "/simulations"
    case .compareForm(let unit): "/simulations/comparison" + SimulationRoute.query(unit)
    case .compare: "/simulations/comparison"
    case .show(let id, let isLogarithmic): "/simulations/\(id)" + (isLogarithmic ? "?scale=log" : "")
    case .replay(let id): "/simulations/\(id)/replays"
    case .export(let format, let id): "/simulations/\(id)/curve.\(format.rawValue)"
    case .estimateForm(let reference), .estimate(let reference): "/simulations/risks/" + Route.segment(reference)
    case .clearForm(let reference), .clear(let reference):
      "/simulations/risks/" + Route.segment(reference) + "/withdrawal"
    }
  }

  /// The page on which the form of a `POST` stands, or where its result is shown.
  var formRoute: SimulationRoute {
    switch self {
    case .run: .portfolio(unit: nil)
    case .compare: .compareForm(unit: nil)
    case .replay(let id): .show(id, isLogarithmic: false)
    case .estimate(let reference): .estimateForm(reference)
    case .clear(let reference): .clearForm(reference)
    default: self
    }
  }

  private static func query(_ unit: String?) -> String {
    var values = Values()
    values.add("unit", unit)
    return values.query
  }
}
