import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func consolidatedReport(period: Period, unitCode: String?, by: Actor) throws -> ConsolidatedReport {
    throw Fault(reference: "", detail: "not built")
  }
}
