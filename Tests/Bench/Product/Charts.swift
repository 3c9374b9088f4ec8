import Glibc
import GuvenceCatalogs
import GuvenceCore
import GuvenceProcesses

/// Workflow charts laid out: the shipped ones and as many made up, each timed, measured and written as BPMN.
enum Charts {
  /// Writes `folder/catalogue/CODE.bpmn` and `folder/random/NNN.bpmn`.
  static func run(_ folder: String, count: Int) throws {
    let catalogs = try Catalogs.load(dataFolder: DataLocator.locate())
    let random = (0..<count).map { seed in
      let code = String("\(10_000 + seed)".dropFirst())
      return WorkProcess(
        card: ProcessCard(code: code, name: Localized("Rastgele şema \(seed)", "Random chart \(seed)")),
        chart: RandomChart.make(seed: UInt64(seed)))
    }
    report([
      "catalogue": try measure(catalogs.processes, folder + "/catalogue"),
      "random": try measure(random, folder + "/random"),
    ])
  }

  private static func measure(_ processes: [WorkProcess], _ folder: String) throws -> JSON {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Failure("cannot make \(folder)") }
    return .array(try processes.map { try measure($0, folder) })
  }

  private static func measure(_ process: WorkProcess, _ folder: String) throws -> JSON {
    let code = process.card.code
    var layouts: [ChartLayout?] = []
    // The chart as it is shown; the others are only measured for what must not happen.
    let time = Meter.time { layouts.append(ChartLayouter.layout(process.chart, LayoutOptions(seed: code))) }
    layouts.append(ChartLayouter.layout(process.chart, LayoutOptions(.vertical, seed: code)))
    layouts.append(ChartLayouter.layout(process.chart, LayoutOptions(symbols: .bpmn, seed: code)))
    let all = layouts.compactMap { $0 }
    guard all.count == 3, let bytes = BPMNWriter.bytes(process, all[2]) else { throw Failure("no layout of \(code)") }
    try write(bytes, "\(folder)/\(code).bpmn")
    let scores = all.map { LayoutScore($0, of: process.chart) }
    let score = scores[2]
    return .members([
      "code": .text(code), "time": time.json, "gates": .array(scores.map { .count($0.gates) }),
      "backward": .count(scores.reduce(0) { $0 + $1.flowViolations }), "nodes": .count(score.nodes),
      "edges": .count(score.edges), "crossings": .count(score.crossings), "bends": .count(score.bends),
      "straight": .count(score.straight), "length": .count(score.length), "area": .count(score.area),
    ])
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure("cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure("cannot write \(path)") }
  }
}
