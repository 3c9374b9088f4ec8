import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public static func create(
    database path: String, administration name: String, sample: Bool, dataFolder: String,
    clock: @escaping @Sendable () -> Instant = Instant.now
  ) throws -> App {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public static func open(
    database path: String, dataFolder: String, clock: @escaping @Sendable () -> Instant = Instant.now
  ) throws -> App {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func ping() throws {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func administration() throws -> Administration {
    throw Fault(reference: "", detail: "not built")
  }
}
