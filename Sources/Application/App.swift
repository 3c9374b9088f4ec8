import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The one door to an administration's database: one function per use case. Each permits, runs one transaction, calls
/// the domain, stores and appends to the journal. Thread-safe.
public final class App: Sendable {
  /// The data folder with rules, catalogs and report definitions.
  public let dataFolder: String
  /// The shipped methodologies and tables.
  public let rules: RuleLibrary
  /// Asked for the present moment; tests hand in a fixed one.
  let clock: @Sendable () -> Instant

  init(dataFolder: String, rules: RuleLibrary, clock: @escaping @Sendable () -> Instant) {
    (self.dataFolder, self.rules, self.clock) = (dataFolder, rules, clock)
  }
}
