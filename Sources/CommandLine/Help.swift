import GuvenceCore
import GuvenceReporting

/// The program's help pages; golden text in the tests.
enum Help {
  /// Characters of a line.
  private static let width = 100

  static func overview(_ commands: [Command], _ language: Language) -> String {
    let heading = Localized(
      "güvence — kamu idareleri için risk yönetimi ve iç kontrol",
      "güvence — risk management and internal control for public administrations")
    var lines = [heading(language), ""]
    lines += [Localized("Kullanım: guvence KOMUT [seçenekler]", "Usage: guvence COMMAND [options]")(language), ""]
    lines += list(commands.map { ($0.name, $0.summary(language)) })
    lines += ["", Localized("Her komutun seçenekleri:", "Options of every command:")(language)]
    lines += list(commonOptions.map { ($0.usage(language), $0.help(language)) })
    lines += ["", Localized("Çıkış kodları:", "Exit codes:")(language)]
    lines += list(ExitCode.allCases.map { (String($0.rawValue), $0.meaning(language)) })
    lines += [
      "", Localized("Bir komutun sayfası: guvence help KOMUT", "A command's page: guvence help COMMAND")(language),
    ]
    return lines.joined(separator: "\n")
  }

  /// The commands that share a first word.
  static func group(_ commands: [Command], _ language: Language) -> String {
    let word = commands[0].path[0]
    let tail = Localized("Bir komutun sayfası: guvence help \(word) …", "A command's page: guvence help \(word) …")
    return (list(commands.map { ($0.name, $0.summary(language)) }) + ["", tail(language)]).joined(separator: "\n")
  }

  static func page(_ command: Command, _ language: Language) -> String {
    let usage = Localized("Kullanım: guvence", "Usage: guvence")(language)
    let required = command.options.filter(\.isRequired).map { $0.usage(language) }
    let words = [usage, command.name] + command.arguments.map { $0.name(language) } + required
    let rest = Localized("[seçenekler]", "[options]")(language)
    var lines = [command.summary(language), "", (words + [rest]).joined(separator: " "), ""]
    let arguments = command.arguments.map { ($0.name(language), $0.help(language)) }
    let options = (command.options + commonOptions).map { option in
      (option.usage(language), option.help(language) + mark(option, language))
    }
    lines += list(arguments + options)
    let notes = command.notes(language)
    if !notes.isEmpty { lines += [""] + notes.split(separator: "\n").flatMap { TextLine.wrapped(String($0), width) } }
    return lines.joined(separator: "\n")
  }

  private static func mark(_ option: Command.Option, _ language: Language) -> String {
    option.isRepeatable ? Localized("; birden çok kez yazılabilir", "; may be given more than once")(language) : ""
  }

  /// Words and what they mean, in two columns.
  private static func list(_ rows: [(word: String, meaning: String)]) -> [String] {
    let column = (rows.map(\.word.count).max() ?? 0) + 4
    return rows.flatMap { word, meaning in
      hanging("  " + TextLine.fitted(word, column - 2, .start), meaning, width, indent: column)
    }
  }
}
