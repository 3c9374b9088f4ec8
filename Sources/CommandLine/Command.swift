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

  /// A positional argument.
  struct Argument: Sendable {
    let name: String
    let help: Localized
    var isOptional = false
  }

  /// An option `--name VALUE`, or a flag `--name` where `value` is nil.
  struct Option: Sendable {
    let name: String
    let value: String?
    let help: Localized
    var isRequired = false
  }
}

/// What the program's exit code means; printed by `guvence help`.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Done.
  case done = 0
  /// Done, and something was found that asks for attention (check, verify, rules test).
  case findings = 1
  /// The words of the command are off.
  case usage = 2
  /// Refused: not allowed, not valid, or changed in between. Nothing was written.
  case refused = 3
  /// A data file or an imported file is wrong. Nothing was written.
  case badFile = 4
  /// Disk, database or program failed.
  case fault = 5

  var meaning: Localized {
    switch self {
    case .done: Localized("tamamlandı", "done")
    case .findings: Localized("tamamlandı, ilgilenilmesi gereken bulgular var", "done, with findings to look at")
    case .usage: Localized("komut yanlış yazılmış", "the command is mistyped")
    case .refused: Localized("reddedildi, hiçbir şey yazılmadı", "refused, nothing was written")
    case .badFile: Localized("dosya hatalı, hiçbir şey yazılmadı", "a file is wrong, nothing was written")
    case .fault: Localized("disk, veri tabanı veya program hatası", "disk, database or program failure")
    }
  }
}

/// Options that every command has.
let commonOptions: [Command.Option] = [
  Command.Option(
    name: "data", value: "DIR",
    help: Localized("kural, katalog ve rapor klasörü", "folder with rules, catalogs and reports")),
  Command.Option(name: "lang", value: "tr|en", help: Localized("çıktının dili (tr)", "language of the output (tr)")),
  Command.Option(name: "help", value: nil, help: Localized("bu sayfa", "this page")),
]

/// Shorthands for the option that many commands share.
extension Command.Option {
  static let database = Command.Option(
    name: "db", value: "FILE", help: Localized("veri tabanı dosyası (GUVENCE_DB)", "database file (GUVENCE_DB)"))
  static let json = Command.Option(name: "json", value: nil, help: Localized("JSON yaz", "print JSON"))
  static let asUser = Command.Option(
    name: "as", value: "LOGIN",
    help: Localized("bu kullanıcının yetkisiyle", "with this person's permissions"))
}
