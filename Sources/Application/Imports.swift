import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func previewImport(
    file path: String, name: String, options: ImportOptions, by: Actor,
    progress: (@Sendable (ImportProgress) -> Void)? = nil
  ) throws -> ImportPreview {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func previewImport(run id: Int64, options: ImportOptions, by: Actor) throws -> ImportPreview {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func confirmImport(run id: Int64, options: ImportOptions, by: Actor) throws -> ImportResult {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func discardImport(run id: Int64, by: Actor) throws {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func exportRegister(_ query: RegisterQuery, format: ExportFormat, to path: String, by: Actor) throws -> Int {
    throw Fault(reference: "", detail: "not built")
  }
}
