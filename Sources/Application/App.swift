import GuvenceCatalogs
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// The administration a database belongs to.
public typealias Administration = GuvenceStorage.StoredAdministration

/// The one door to an administration's database: one function per use case. Each permits, runs one transaction, calls
/// the domain, stores and appends to the journal. Thread-safe.
public final class App: Sendable {
  /// The data folder with rules, catalogs and report definitions.
  public let dataFolder: String
  /// The shipped methodologies and tables.
  public let rules: RuleLibrary
  let database: Database
  /// Asked for the present moment; tests hand in a fixed one.
  let clock: @Sendable () -> Instant
  let failures = Locked(Throttle())
  /// Slows down the confidential register's public pages as a whole, so that no address need be remembered.
  let concernGate = Locked(ConcernGate())
  /// Methodology versions rebuilt from the store, by digest.
  let versions = Locked<[String: Methodology]>([:])
  /// The day for which acceptances and statements of appetite were looked through last.
  let lookedThrough = Locked<Day?>(nil)
  /// The shipped catalogues once they were asked for.
  let shelf = Locked<Catalogs?>(nil)
  /// The checks on charts once they were asked for.
  let chartChecks = Locked<WorkflowChecks?>(nil)
  /// What BPMN files say besides the charts read from them, by digest.
  let chartOrigins = Locked<[String: ChartOrigin]>([:])

  init(database: Database, dataFolder: String, rules: RuleLibrary, clock: @escaping @Sendable () -> Instant) {
    (self.database, self.dataFolder, self.rules, self.clock) = (database, dataFolder, rules, clock)
  }

  /// Today in Europe/Istanbul.
  public var today: Day { clock().dayInIstanbul }
}

/// What is typed to add or change an account.
public struct AccountForm: Sendable, Hashable {
  /// Name typed at sign-in.
  public var login: String
  /// Name on screen.
  public var displayName: String
  /// Address for the daily digest; may be empty.
  public var email: String
  /// Roles and where they hold.
  public var grants: [RoleGrant]

  /// A form.
  public init(login: String, displayName: String, email: String = "", grants: [RoleGrant]) {
    (self.login, self.displayName, self.email, self.grants) = (login, displayName, email, grants)
  }
}

/// What is typed to add or change a unit.
public struct UnitForm: Sendable, Hashable {
  /// Code of the unit above; the administration where `nil`.
  public var parentCode: String?
  /// Short code.
  public var code: String
  /// Full name.
  public var name: String

  /// A form.
  public init(parentCode: String?, code: String, name: String) {
    (self.parentCode, self.code, self.name) = (parentCode, code, name)
  }
}

/// Formats of a register export.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// The Risk Kayıt Formu as a workbook, one sheet per unit.
  case xlsx
  /// One flat table, `;` between fields, UTF-8 with byte-order mark.
  case csv
}

/// How far an import has come.
public struct ImportProgress: Sendable, Hashable {
  /// What is being done.
  public let step: Localized
  /// Rows done.
  public let done: Int
  /// Rows in all; 0 where unknown.
  public let total: Int

  /// A state of progress.
  public init(step: Localized, done: Int, total: Int) { (self.step, self.done, self.total) = (step, done, total) }
}

/// Result of checking the journal.
public struct JournalVerdict: Sendable, Hashable {
  /// Whether the chain and the live rows agree.
  public let isIntact: Bool
  /// Entries checked.
  public let entries: Int64
  /// `<sequence>:<hex>` of the last entry.
  public let head: String
  /// What was found, one sentence each.
  public let findings: [Finding]

  /// A verdict.
  public init(isIntact: Bool, entries: Int64, head: String, findings: [Finding]) {
    (self.isIntact, self.entries, self.head, self.findings) = (isIntact, entries, head, findings)
  }
}
