import Glibc
import GuvenceApplication
import GuvenceCore

/// One call of a command, its words sorted into arguments and options.
struct Invocation: Sendable {
  let command: Command
  let arguments: [String]
  /// Values by option, in the order given; a flag has one empty value.
  let options: [String: [String]]
  let language: Language
  let console: Console
  let serve: Serve

  var wantsJSON: Bool { has("json") }
  func has(_ name: String) -> Bool { options[name] != nil }
  func text(_ name: String) -> String? { options[name]?.last }
  func all(_ name: String) -> [String] { options[name] ?? [] }

  /// The argument at `index`, which the parser has seen to be there.
  func argument(_ index: Int) throws -> String {
    guard index < arguments.count else { throw UsageProblem(Localized("sözcük eksik", "a word is missing")) }
    return arguments[index]
  }

  /// The option `name` as a whole number; `nil` where absent.
  func integer(_ name: String) throws -> Int? { try text(name).map { try integer($0, named: "--\(name)") } }

  /// `value` as a whole number, or a usage problem that names it.
  func integer(_ value: String, named name: String) throws -> Int {
    guard let number = Int(value) else {
      throw UsageProblem(
        Localized("\(name) tam sayı olmalı: «\(value)»", "\(name) must be a whole number: «\(value)»"))
    }
    return number
  }

  /// The option `name` as a day, `2026-11-23` or `23.11.2026`; `nil` where absent.
  func day(_ name: String) throws -> Day? { try text(name).map { try day($0, named: "--\(name)") } }

  /// `value` as a day, or a usage problem that names it.
  func day(_ value: String, named name: String) throws -> Day {
    guard let day = Day(iso: value) ?? Day(turkish: value) else {
      throw UsageProblem(
        Localized(
          "\(name) bir gün olmalı (2026-11-23 veya 23.11.2026): «\(value)»",
          "\(name) must be a day (2026-11-23 or 23.11.2026): «\(value)»"))
    }
    return day
  }

  /// The option `name` as a word out of a closed list; a usage problem shows the list.
  func choices<Value: RawRepresentable & CaseIterable>(_ name: String) throws -> [Value]
  where Value.RawValue == String {
    try all(name).map { word in
      if let value = Value(rawValue: word) { return value }
      let list = Value.allCases.map(\.rawValue)
      throw UsageProblem.unknown(
        Localized("--\(name) için «\(word)» bilinmiyor", "--\(name) does not know «\(word)»"), word, among: list)
    }
  }

  /// The data folder, from `--data`, GUVENCE_DATA or near the program.
  func dataFolder() throws -> String {
    let named = console.environment("GUVENCE_DATA").flatMap { $0.isEmpty ? nil : $0 }
    return try DataLocator.locate(explicit: text("data") ?? named)
  }

  /// The database's path from `--db` or GUVENCE_DB.
  func databasePath() throws -> String {
    guard let path = text("db") ?? console.environment("GUVENCE_DB"), !path.isEmpty else {
      throw UsageProblem(
        Localized(
          "veri tabanı belirtilmedi: --db DOSYA yazın veya GUVENCE_DB değişkenini tanımlayın",
          "no database named: give --db FILE or set GUVENCE_DB"))
    }
    return path
  }

  /// The path of a database that must be there.
  func existingDatabase() throws -> String {
    let path = try databasePath()
    guard access(path, F_OK) == 0 else {
      throw Problem(
        .notFound,
        Localized(
          "Veri tabanı yok: \(path)\nYenisini oluşturmak için: guvence init --db \(path)",
          "There is no database: \(path)\nTo make a new one: guvence init --db \(path)"))
    }
    return path
  }

  /// `path` as the place of a new file: refused where there is a file already, or a folder that cannot be written.
  func newFile(_ path: String) throws -> String {
    guard access(path, F_OK) != 0 else {
      throw Problem(
        .conflict, Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else {
      throw Problem(
        .notFound,
        Localized("Klasör yok veya yazılamıyor: \(folder)", "The folder does not exist or cannot be written: \(folder)")
      )
    }
    return path
  }

  /// The application on that database.
  func app() throws -> App {
    try App.open(database: existingDatabase(), dataFolder: dataFolder(), clock: console.clock)
  }

  /// Who acts: the account named by `--as`, or the operator of the machine.
  func actor(_ app: App) throws -> Actor {
    guard let login = text("as") else {
      var actor = Actor.machineOperator
      actor.language = language
      return actor
    }
    let accounts = try app.accounts(by: .machineOperator)
    guard let account = accounts.first(where: { $0.login == TurkishText.fold(login) && !$0.isDisabled }) else {
      throw Problem(.notFound, Localized("«\(login)» adlı kullanıcı yok.", "There is no user «\(login)»."))
    }
    return Actor(accountID: account.id, displayName: account.displayName, grants: account.grants, language: language)
  }
}

/// The words were off; `message` says how, without full stop.
struct UsageProblem: Error, Sendable {
  let message: Localized

  init(_ message: Localized) { self.message = message }

  /// `what` is not known; says which word comes near and which there are.
  static func unknown(_ what: Localized, _ word: String, among known: [String]) -> UsageProblem {
    let (turkish, english) = (what.turkish, what.english)
    let list = known.joined(separator: ", ")
    guard let near = nearest(to: word, among: known) else {
      return UsageProblem(Localized("\(turkish); bilinenler: \(list)", "\(english); known: \(list)"))
    }
    return UsageProblem(
      Localized(
        "\(turkish); şunu mu demek istediniz: «\(near)»? Bilinenler: \(list)",
        "\(english); did you mean «\(near)»? Known: \(list)"))
  }
}
