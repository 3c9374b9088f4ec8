import GuvenceApplication
import GuvenceCore

/// Where the program's words go; tests collect them.
public struct Console: Sendable {
  let out: @Sendable (String) -> Void
  let error: @Sendable (String) -> Void
  let environment: @Sendable (String) -> String?
  let clock: @Sendable () -> Instant

  /// A console that writes through these closures, each handed whole lines without the line break.
  public init(
    out: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void,
    environment: @escaping @Sendable (String) -> String?, clock: @escaping @Sendable () -> Instant = Instant.now
  ) {
    (self.out, self.error, self.environment, self.clock) = (out, error, environment, clock)
  }
}

/// One call of a command, its words sorted into arguments and options.
struct Invocation: Sendable {
  let command: Command
  let arguments: [String]
  let options: [String: String]
  let console: Console
  let serve: Serve

  /// The words were off; `message` says how.
  struct UsageProblem: Error, Sendable {
    let message: Localized
  }

  var language: Language { options["lang"] == "en" ? .english : .turkish }
  var wantsJSON: Bool { options["json"] != nil }
  func has(_ name: String) -> Bool { options[name] != nil }
  func text(_ name: String) -> String? { options[name] }
  func argument(_ index: Int) -> String? { index < arguments.count ? arguments[index] : nil }
  func say(_ text: String) { console.out(text) }
  func say(_ text: Localized) { console.out(text(language)) }

  /// The argument at `index`, which the command's page says is required.
  func required(_ index: Int) throws -> String {
    guard let value = argument(index) else {
      let name = index < command.arguments.count ? command.arguments[index].name : "?"
      throw UsageProblem(message: Localized("\(name) eksik", "\(name) is missing"))
    }
    return value
  }

  /// The option `name` as a whole number; `nil` where absent.
  func integer(_ name: String) throws -> Int? {
    guard let value = options[name] else { return nil }
    return try integer(value, named: "--\(name)")
  }

  /// `value` as a whole number, or a usage problem that names it.
  func integer(_ value: String, named name: String) throws -> Int {
    guard let number = Int(value) else {
      throw UsageProblem(
        message: Localized("\(name) tam sayı olmalı: «\(value)»", "\(name) must be a whole number: «\(value)»"))
    }
    return number
  }

  /// The option `name` as a day, `2026-11-23` or `23.11.2026`; `nil` where absent.
  func day(_ name: String) throws -> Day? {
    guard let value = options[name] else { return nil }
    return try day(value, named: "--\(name)")
  }

  /// `value` as a day, or a usage problem that names it.
  func day(_ value: String, named name: String) throws -> Day {
    guard let day = Day(iso: value) ?? Day(turkish: value) else {
      throw UsageProblem(
        message: Localized(
          "\(name) bir gün olmalı (2026-11-23): «\(value)»", "\(name) must be a day (2026-11-23): «\(value)»"))
    }
    return day
  }

  /// The data folder, from `--data`, GUVENCE_DATA or near the program.
  func dataFolder() throws -> String { try DataLocator.locate(explicit: options["data"]) }

  /// The database's path from `--db` or GUVENCE_DB.
  func databasePath() throws -> String {
    guard let path = options["db"] ?? console.environment("GUVENCE_DB"), !path.isEmpty else {
      throw UsageProblem(message: Localized("--db DOSYA eksik", "--db FILE is missing"))
    }
    return path
  }

  /// The application on that database.
  func app() throws -> App { try App.open(database: databasePath(), dataFolder: dataFolder(), clock: console.clock) }

  /// Who acts: the account named by `--as`, or the operator of the machine.
  func actor(_ app: App) throws -> Actor {
    guard let login = options["as"] else {
      var actor = Actor.machineOperator
      actor.language = language
      return actor
    }
    let accounts = try app.accounts(by: .machineOperator)
    guard let account = accounts.first(where: { $0.login == login && !$0.isDisabled }) else {
      throw Problem(.notFound, Localized("«\(login)» adlı kullanıcı yok.", "There is no user «\(login)»."))
    }
    return Actor(accountID: account.id, displayName: account.displayName, grants: account.grants, language: language)
  }
}

/// Serves the web application until stopped; handed in by the main program, since faces do not know each other.
public typealias Serve = @Sendable (ServeOptions) throws -> Void

/// How `guvence serve` was called.
public struct ServeOptions: Sendable {
  /// The database's path.
  public let database: String
  /// The data folder.
  public let dataFolder: String
  /// Address to bind; loopback unless told otherwise.
  public let address: String
  /// Port; 0 takes a free one.
  public let port: UInt16
  /// PEM certificate file; with `keyFile` switches TLS on.
  public let certificateFile: String?
  /// PEM key file.
  public let keyFile: String?
  /// Whether requests are logged.
  public let isVerbose: Bool
  /// Writes a line to the user.
  public let say: @Sendable (String) -> Void
}
