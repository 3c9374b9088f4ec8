import GuvenceApplication
import GuvenceCore

/// Changing the methodology of a whole register through the use cases: simulation, publication, taking it back.
enum MethodChange {
  /// Simulates 10x10 over a register of 5x5 (filled by `heat-map-fill`), publishes it and takes it back.
  static func run(_ path: String) throws {
    let app = try App.open(database: path, dataFolder: DataLocator.locate())
    var simulations: [Meter] = []
    var (riskCount, changed) = (0, 0)
    for _ in 0..<5 {
      simulations.append(
        try Meter.time {
          let page = try app.simulateMethod(.id("10x10"), by: .machineOperator)
          (riskCount, changed) = (page.result.riskCount, page.result.changedCount)
        })
    }
    let version = try app.administration().version
    var published = 0
    let publication = try Meter.time {
      published = try app.publishMethod(
        .id("10x10"), reason: "Ölçüm", version: version, by: .machineOperator
      ).assessmentCount
    }
    let undo = try Meter.time { try app.undoMethod(reason: "Ölçüm", by: .machineOperator) }
    guard published == riskCount, riskCount > 0 else { throw Failure("published \(published) of \(riskCount)") }
    report([
      "simulate": Meter.middle(simulations).json, "publish": publication.json, "undo": undo.json,
      "risks": .count(riskCount), "changed": .count(changed),
    ])
  }
}
