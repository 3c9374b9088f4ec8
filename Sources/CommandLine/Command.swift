import GuvenceCore

/// One command of the program: its words, what it takes and what it does.
struct Command: Sendable {
  /// Words that call it: `["risk", "show"]`.
  let path: [String]
  /// One line for the list of commands.
  let summary: Localized
  /// Positional arguments in order.
  let arguments: [Argument]
  /// Options, besides those every command has.
  let options: [Option]
  /// Further text under the help page; may be empty.
  let notes: Localized
  /// Does it; returns the exit code.
  let run: @Sendable (Invocation) throws -> ExitCode

  init(
    _ path: String, _ summary: Localized, arguments: [Argument] = [], options: [Option] = [],
    notes: Localized = Localized("", ""), run: @escaping @Sendable (Invocation) throws -> ExitCode
  ) {
    self.path = path.split(separator: " ").map(String.init)
    (self.summary, self.arguments, self.options) = (summary, arguments, options)
    (self.notes, self.run) = (notes, run)
  }

  /// The words that call it, with blanks between.
  var name: String { path.joined(separator: " ") }

  /// A positional argument, always required.
  struct Argument: Sendable {
    /// What stands for it on the help page: `DOSYA`, `FILE`.
    let name: Localized
    let help: Localized
  }

  /// An option `--name VALUE`, or a flag `--name` where `value` is nil.
  struct Option: Sendable {
    let name: String
    /// What stands for the value on the help page; `nil` for a flag.
    let value: Localized?
    let help: Localized
    var isRequired = false
    /// Whether it may be given more than once.
    var isRepeatable = false

    /// `--name VALUE`.
    func usage(_ language: Language) -> String { "--\(name)" + (value.map { " \($0(language))" } ?? "") }
  }
}

/// Options that every command has; they may also stand before the command.
let commonOptions: [Command.Option] = [
  Command.Option(
    name: "data", value: .folder,
    help: Localized(
      "kural, katalog ve rapor klasörü (GUVENCE_DATA)", "folder of rules, catalogs, reports (GUVENCE_DATA)")),
  Command.Option(
    name: "lang", value: Localized("tr|en", "tr|en"),
    help: Localized("çıktının dili (tr)", "language of the output (tr)")),
  Command.Option(name: "help", value: nil, help: Localized("bu sayfa", "this page")),
]

/// Options that many commands share.
extension Command.Option {
  static let database = Command.Option(
    name: "db", value: .file, help: Localized("veri tabanı dosyası (GUVENCE_DB)", "database file (GUVENCE_DB)"))
  static let json = Command.Option(name: "json", value: nil, help: Localized("JSON yaz", "print JSON"))
  static let asUser = Command.Option(
    name: "as", value: .login, help: Localized("bu kullanıcının yetkisiyle", "with this person's permissions"))
  static let unit = Command.Option(
    name: "unit", value: .code, help: Localized("yalnızca bu birim ve altı", "only this unit and below"))
}

/// What stands for a value on the help pages.
extension Localized {
  static let file = Localized("DOSYA", "FILE")
  static let folder = Localized("KLASÖR", "FOLDER")
  static let day = Localized("GÜN", "DAY")
  static let number = Localized("SAYI", "NUMBER")
  static let text = Localized("METİN", "TEXT")
  static let name = Localized("AD", "NAME")
  static let code = Localized("KOD", "CODE")
  static let login = Localized("KULLANICI", "LOGIN")
  static let word = Localized("SÖZCÜK", "WORD")
}
