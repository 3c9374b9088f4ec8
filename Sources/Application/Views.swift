import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func dashboard(by: Actor) throws -> Dashboard {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func heatMap(unitCode: String?, by: Actor) throws -> HeatMapPage {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func journal(entity: String?, key: String?, before: Int64?, limit: Int, by: Actor) throws -> [JournalLine] {
    throw Fault(reference: "", detail: "not built")
  }
}
