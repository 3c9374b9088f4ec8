import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func register(_ query: RegisterQuery, by: Actor) throws -> RegisterPage {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func risk(_ reference: String, by: Actor, asOf: Day? = nil) throws -> RiskPage {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func addRisk(_ details: RiskDetails, assessment: AssessmentInput?, by: Actor) throws -> Risk {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func editRisk(_ reference: String, _ details: RiskDetails, version: Int, by: Actor) throws -> Risk {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func assess(_ reference: String, _ input: AssessmentInput, version: Int, by: Actor) throws -> Assessment {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func previewScore(_ input: AssessmentInput, for reference: String?, by: Actor) throws -> ScorePreview {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func retireRisk(_ reference: String, reason: String, version: Int, by: Actor) throws -> Risk {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func reinstateRisk(_ reference: String, version: Int, by: Actor) throws -> Risk {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func methodology(on day: Day? = nil) throws -> Methodology {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func setMethodology(_ id: String, by: Actor) throws {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func resolve(unitCode: String, by: Actor) throws -> Unit {
    throw Fault(reference: "", detail: "not built")
  }
}
