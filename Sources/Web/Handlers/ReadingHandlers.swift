import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// Pages that only read.
  func reading(_ visit: Visit) throws -> Response {
    let (frame, actor) = (visit.frame, try visit.actor)
    switch visit.route {
    case .register(let query):
      return visit.page(RegisterView(frame: frame, page: try app.register(query, by: actor)).node)
    case .exportRegister(let format, let query): return try export(format, query, visit)
    case .exportList(let list, let format, let unit): return try export(list, format, unit, visit)
    case .heatMap(let unit, let process, let kind):
      let map = try app.heatMap(unitCode: unit, processCode: process, kind: kind, by: actor)
      let processes = try app.processTree(by: actor).filter { $0.riskCount > 0 || $0.record.code == process }
      return visit.page(HeatMapView(frame: frame, map: map, processes: processes).node)
    case .journal(let entity, let key, let before): return try journal(entity, key, before, visit)
    case .rules: return try rulesPage(visit)
    case .about: return visit.page(AboutView(frame: frame).node)
    default:
      guard frame.permissions.contains(.read) else { return .redirect(Route.units.path) }
      let waiting = try app.waitingEscalations(limit: 6, by: actor)
      return visit.page(DashboardView(frame: frame, board: try app.dashboard(by: actor), waiting: waiting).node)
    }
  }

  private func journal(_ entity: String?, _ key: String?, _ before: Int64?, _ visit: Visit) throws -> Response {
    let limit = 100
    let lines = try app.journal(entity: entity, key: key, before: before, limit: limit, by: try visit.actor)
    return visit.page(
      JournalView(
        frame: visit.frame, lines: lines, entity: entity, key: key, isFirst: before == nil, limit: limit
      ).node)
  }

  private func rulesPage(_ visit: Visit) throws -> Response {
    let mine = visit.administration.methodologyID
    let shipped = try rules().methodologies(on: visit.now.dayInIstanbul)
    let own = try app.ownMethodologies(by: try visit.actor)
    let all = shipped + own.filter { mine in !shipped.contains { $0.id == mine.id } }
    let ordered = all.filter { $0.id == mine } + all.filter { $0.id != mine }
    return visit.page(RulesView(frame: visit.frame, methodologies: ordered, own: Set(own.map(\.id))).node)
  }

  private func export(_ format: ExportFormat, _ query: RegisterQuery, _ visit: Visit) throws -> Response {
    var query = query
    query.page = 1
    return try download("risk-kaydi", format, visit) {
      _ = try app.exportRegister(query, format: format, to: $0, by: try visit.actor)
    }
  }

  private func export(
    _ list: ExportList, _ format: ExportFormat, _ unit: String?, _ visit: Visit
  ) throws -> Response {
    let name = TurkishText.fold(list.name.turkish).split(separator: " ").joined(separator: "-")
    return try download(name, format, visit) {
      try app.exportList(list, unitCode: unit, format: format, to: $0, by: try visit.actor)
    }
  }

  private func download(
    _ name: String, _ format: ExportFormat, _ visit: Visit, _ write: (String) throws -> Void
  ) throws -> Response {
    let file = try TemporaryFile(ending: format.rawValue)
    defer { file.remove() }
    try write(file.path)
    let name = "\(name)-\(visit.now.dayInIstanbul).\(format.rawValue)"
    return .download(.bytes(try file.contents()), name: name, contentType: format.contentType)
  }
}

extension ExportFormat {
  /// Type of the file for browsers.
  var contentType: String {
    switch self {
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8"
    }
  }
}
