import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func units(by: Actor) throws -> [UnitLine] {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func addUnit(_ form: UnitForm, by: Actor) throws -> Unit {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func editUnit(_ code: String, _ form: UnitForm, version: Int, by: Actor) throws -> Unit {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func retireUnit(_ code: String, reason: String, version: Int, by: Actor) throws -> Unit {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func reinstateUnit(_ code: String, version: Int, by: Actor) throws -> Unit {
    throw Fault(reference: "", detail: "not built")
  }
}
