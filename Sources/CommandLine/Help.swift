import GuvenceCore

/// The program's help pages; golden text in the tests.
enum Help {
  static func overview(_ commands: [Command], _ language: Language) -> String {
    let heading = Localized(
      "güvence — kamu idareleri için risk yönetimi ve iç kontrol",
      "guvence — risk management and internal control for public administrations")
    let width = (commands.map { $0.path.joined(separator: " ").count }.max() ?? 0) + 2
    var lines = [
      heading(language), "",
      Localized("Kullanım: guvence KOMUT [seçenekler]", "Usage: guvence COMMAND [options]")(language), "",
    ]
    for command in commands {
      lines.append("  " + padded(command.path.joined(separator: " "), width) + command.summary(language))
    }
    lines += [
      "", Localized("Her komutun sayfası: guvence help KOMUT", "Each command's page: guvence help COMMAND")(language),
    ]
    lines += ["", Localized("Çıkış kodları:", "Exit codes:")(language)]
    lines += ExitCode.allCases.map { "  \($0.rawValue)  \($0.meaning(language))" }
    return lines.joined(separator: "\n")
  }

  static func page(_ command: Command, _ language: Language) -> String {
    let name = command.path.joined(separator: " ")
    let arguments = command.arguments.map { $0.isOptional ? " [\($0.name)]" : " \($0.name)" }.joined()
    let options = Localized(" [seçenekler]", " [options]")
    let usage = Localized("Kullanım: ", "Usage: ")
    var lines = [command.summary(language), "", "\(usage(language))guvence \(name)\(arguments)\(options(language))"]
    let rows =
      command.arguments.map { ($0.name, $0.help) }
      + (command.options + commonOptions).map { option in
        ("--\(option.name)" + (option.value.map { " \($0)" } ?? ""), option.help)
      }
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    lines.append("")
    lines += rows.map { "  " + padded($0.0, width) + $0.1(language) }
    let notes = command.notes(language)
    if !notes.isEmpty { lines += ["", notes] }
    return lines.joined(separator: "\n")
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
