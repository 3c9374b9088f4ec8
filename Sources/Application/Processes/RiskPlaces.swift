import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

/// The processes to whose steps a risk may be linked by this person.
public struct RiskPlaces: Sendable {
  /// Reference of the risk.
  public let reference: String
  /// What it says.
  public let statement: String
  /// The process that the risk's own text names, where it is among `lines`.
  public let named: ProcessLine?
  /// Processes with a chart, those of the risk's unit first, otherwise in the order of the tree.
  public let lines: [ProcessLine]
}

extension App {
  /// Where a risk may be linked: processes this person manages that have a chart.
  public func places(forRisk reference: String, by actor: Actor) throws -> RiskPlaces {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageProcesses)
      let risk = try find(reference, access, connection)
      let book = try ProcessBook(access, connection)
      let lines = book.lines(today: today).filter {
        $0.record.retiredOn == nil && $0.stepCount > 0
          && access.allows(.manageProcesses, in: $0.record.details.unitID)
      }
      let named = ProcessNames(book.tree.records.values).process(risk.details.process)
      let isOwn = { (line: ProcessLine) in line.record.details.unitID == risk.details.unitID }
      return RiskPlaces(
        reference: risk.reference, statement: risk.details.statement,
        named: named.flatMap { found in lines.first { $0.record.id == found.id } },
        lines: lines.filter(isOwn) + lines.filter { !isOwn($0) })
    }
  }
}
