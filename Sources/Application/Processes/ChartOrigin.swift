import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

/// What the BPMN file of a version says besides its chart.
struct ChartOrigin: Sendable {
  /// Elements that cannot be edited here.
  var foreign: [ForeignElement] = []
  /// Its link events.
  var connectors: [FlowConnector] = []

  /// Nothing: the chart was drawn here.
  init() {}

  /// What a file says.
  init(_ file: BPMNFile) {
    (foreign, connectors) = (file.foreign(), file.connectors())
  }
}

extension App {
  /// Files remembered at most.
  private static let mostOrigins = 64

  /// What the file of a version says besides its chart; read once for each file.
  func origin(of version: ChartVersion?, _ connection: Connection) throws -> ChartOrigin {
    guard let version, !version.sourceDigest.isEmpty else { return ChartOrigin() }
    if let known = chartOrigins.withLock({ $0[version.sourceDigest] }) { return known }
    guard let bytes = try ChartVersionTable.source(of: version.id, connection) else { return ChartOrigin() }
    let read = (try? BPMNFile(bytes, name: version.sourceName)).map { ChartOrigin($0) } ?? ChartOrigin()
    chartOrigins.withLock { known in
      if known.count >= Self.mostOrigins { known.removeAll() }
      known[version.sourceDigest] = read
    }
    return read
  }

  /// What the file a draft comes from says besides its chart; nothing where it cannot be read. Refuses a draft that
  /// changes what the file keeps read-only; everything else the file cannot hold is told when it is written.
  func origin(ofDraft chart: Chart, from kept: (name: String, bytes: [UInt8])?) throws -> ChartOrigin {
    guard let kept, let file = try? BPMNFile(kept.bytes, name: kept.name) else { return ChartOrigin() }
    let origin = ChartOrigin(file)
    if let base = file.chart() { try refuseReadOnly(chart, base, origin) }
    return origin
  }

  private func refuseReadOnly(_ chart: Chart, _ base: BPMNChart, _ origin: ChartOrigin) throws {
    let wanted = Dictionary(chart.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = base.chart.tidied.steps.filter { step in
      guard base.readOnly.contains(step.id), let now = wanted[step.id] else { return false }
      return now.kind != step.kind || now.name != step.name
    }
    let kinds = Dictionary(
      origin.foreign.compactMap { element in element.step.map { ($0, element.kind) } },
      uniquingKeysWith: { first, _ in first })
    try Problem.throwIfAny(
      changed.map { step in
        let (name, kind) = (step.name.isEmpty ? step.id : step.name, kinds[step.id] ?? Localized("", ""))
        return FieldProblem(
          "chart",
          Localized(
            "«\(name)» BPMN dosyasından gelir (\(kind.turkish)); adı ve türü değiştirilemez. Silip yenisini ekleyin.",
            "«\(name)» comes from the BPMN file (\(kind.english)); its name and kind stay. Delete it and add another."))
      })
  }
}
