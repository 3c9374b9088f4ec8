import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func verifyJournal(expectedHead: String?) throws -> JournalVerdict {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func backup(to path: String, by: Actor) throws {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func journalHead() throws -> String {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public static func restore(from backup: String, to path: String, dataFolder: String) throws {
    throw Fault(reference: "", detail: "not built")
  }
}
