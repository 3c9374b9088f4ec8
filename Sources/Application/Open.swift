import GuvenceCatalogs
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Makes a new database at `path` for `administration` and opens it; with `sample` it is filled with the fictional
  /// Örnek Belediyesi. Throws `Problem` (conflict) where a file exists, `Diagnostics` where the data folder is wrong.
  public static func create(
    database path: String, administration name: String, sample: Bool, dataFolder: String,
    clock: @escaping @Sendable () -> Instant = Instant.now
  ) throws -> App {
    let name = name.trimmed
    guard !name.isEmpty else {
      throw Problem(.invalid, Localized("İdarenin adı boş olamaz.", "The administration needs a name."))
    }
    let rules = try RuleLibrary.load(dataFolder: dataFolder)
    let app = App(
      database: try opened(path, mode: .create), dataFolder: dataFolder, rules: rules, clock: clock)
    try app.setUp(name: name, isSample: sample)
    if sample { try app.fillSample() }
    return app
  }

  /// Opens the database at `path`, upgrading it where it is of an older version.
  public static func open(
    database path: String, dataFolder: String, clock: @escaping @Sendable () -> Instant = Instant.now
  ) throws -> App {
    let rules = try RuleLibrary.load(dataFolder: dataFolder)
    return App(database: try opened(path, mode: .open), dataFolder: dataFolder, rules: rules, clock: clock)
  }

  /// Answers where the database can be read.
  public func ping() throws { _ = try read { connection in try AdministrationTable.find(connection)?.version ?? 0 } }

  /// The administration whose work this is.
  public func administration() throws -> Administration {
    try read { connection in try administration(connection) }
  }

  private static func opened(_ path: String, mode: Database.Mode) throws -> Database {
    do {
      return try Database(path, mode: mode, readers: 8)
    } catch {
      throw translated(error)
    }
  }

  private func setUp(name: String, isSample: Bool) throws {
    try write("set-up", by: .machineOperator) { connection, stamp in
      let made = Administration(
        name: name, methodologyID: RuleLibrary.defaultMethodologyID, isSample: isSample, createdAt: stamp.at)
      try AdministrationTable.insert(made, connection)
      try Journal.append(stamp, after: .administration(made), connection)
      let root = try UnitTable.insert(parentID: nil, code: App.initials(name), name: name, connection)
      try Journal.append(stamp, after: .unit(root), connection)
    }
  }

  /// First letters of the words of a name, for the root unit's code: `Örnek Belediyesi` → `ÖB`.
  static func initials(_ name: String) -> String {
    let letters = name.split { !$0.isLetter && !$0.isNumber }.compactMap(\.first)
    return letters.isEmpty ? "İDARE" : TurkishText.uppercase(String(letters.prefix(6)))
  }
}

extension String {
  /// Trimmed, with line ends as `\n` and without control characters, as texts from files are too.
  var tidy: String { TextCleaning.clean(self).trimmed }
}
