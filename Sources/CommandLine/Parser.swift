import GuvenceCore

/// Words → command, arguments and options. Options may stand anywhere; `--` ends them; `--name=value` and
/// `--name value` are the same. A value that begins with `--` is written with the equals sign.
enum Parser {
  /// What the words asked for.
  enum Outcome {
    case run(Command, arguments: [String], options: [String: [String]])
    case help(Command)
    case group([Command])
    case overview
  }

  /// The language asked for by `--lang`, wherever it stands; Turkish where it is absent or unknown. Read before the
  /// words are sorted, so that also a mistyped command is answered in it.
  static func language(of words: [String]) -> Language {
    let words = words.prefix { $0 != "--" }
    var language = Language.turkish
    for (word, next) in zip(words, words.dropFirst().map(Optional.some) + [nil]) {
      let value = word == "--lang" ? next : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : nil
      if let found = value.flatMap(Language.init(rawValue:)) { language = found }
    }
    return language
  }

  static func parse(_ words: [String], among commands: [Command]) throws(UsageProblem) -> Outcome {
    var rest = words[...]
    var options: [String: [String]] = [:]
    while let word = rest.first, isOption(word), word != "--version" {
      rest.removeFirst()
      try take(word, &rest, known: commonOptions, into: &options)
    }
    if rest.first == "help" {
      rest.removeFirst()
      options["help"] = [""]
    }
    guard let first = rest.first else { return .overview }
    let spoken = first == "--version" ? ["version"] + rest.dropFirst() : Array(rest)
    guard let command = command(spoken, among: commands) else {
      return .group(try group(spoken, isHelp: options["help"] != nil, among: commands))
    }
    let arguments = try sort(spoken.dropFirst(command.path.count), for: command, into: &options)
    try check(language: options["lang"]?.last)
    if options["help"] != nil { return .help(command) }
    try check(arguments, options, for: command)
    return .run(command, arguments: arguments, options: options)
  }

  /// The command that the first words name.
  static func command(_ words: [String], among commands: [Command]) -> Command? {
    commands.filter { words.starts(with: $0.path) }.max { $0.path.count < $1.path.count }
  }

  /// The commands whose first word this is, where their help was asked for; else a problem that leads on.
  private static func group(
    _ words: [String], isHelp: Bool, among commands: [Command]
  ) throws(UsageProblem) -> [Command] {
    let group = commands.filter { $0.path.first == words[0] }
    let names = group.map(\.name)
    if group.isEmpty { throw unknown(words[0], among: commands) }
    if words.count > 1, !isOption(words[1]) {
      let name = "\(words[0]) \(words[1])"
      throw .unknown(Localized("«\(name)» diye bir komut yok", "there is no command «\(name)»"), name, among: names)
    }
    if isHelp || words.contains("--help") || words.contains("-h") { return group }
    let list = names.joined(separator: ", ")
    throw UsageProblem(
      Localized("«\(words[0])» tek başına bir komut değil: \(list)", "«\(words[0])» needs one of: \(list)"))
  }

  private static func unknown(_ word: String, among commands: [Command]) -> UsageProblem {
    let what = Localized("«\(word)» diye bir komut yok", "there is no command «\(word)»")
    guard let near = nearest(to: word, among: commands.map { $0.path[0] }) else { return UsageProblem(what) }
    return UsageProblem(
      Localized(
        what.turkish + "; şunu mu demek istediniz: «\(near)»?", what.english + "; did you mean «\(near)»?"))
  }

  /// Whether a word is written like an option; a negative number is not, nor is `-` alone.
  private static func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word.dropFirst().first.map { !$0.isNumber } ?? false
  }

  private static func sort(
    _ words: ArraySlice<String>, for command: Command, into options: inout [String: [String]]
  ) throws(UsageProblem) -> [String] {
    var arguments: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" { return arguments + rest }
      if isOption(word) {
        try take(word, &rest, known: command.options + commonOptions, into: &options)
      } else {
        arguments.append(word)
      }
    }
    return arguments
  }

  /// Takes one option, and its value from `rest` where it has none of its own.
  private static func take(
    _ word: String, _ rest: inout ArraySlice<String>, known: [Command.Option], into options: inout [String: [String]]
  ) throws(UsageProblem) {
    let (name, inline) = split(word == "-h" ? "--help" : word)
    guard let option = known.first(where: { "--" + $0.name == name }) else {
      throw unknownOption(name, among: known)
    }
    if options[option.name] != nil, !option.isRepeatable {
      throw UsageProblem(Localized("\(name) iki kez yazılmış", "\(name) is given twice"))
    }
    options[option.name, default: []].append(try value(of: option, inline: inline, rest: &rest))
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func unknownOption(_ name: String, among known: [Command.Option]) -> UsageProblem {
    let what = Localized("\(name) bilinmiyor", "\(name) is not known")
    guard let near = nearest(to: name, among: known.map { "--" + $0.name }) else { return UsageProblem(what) }
    return UsageProblem(
      Localized(what.turkish + "; şunu mu demek istediniz: \(near)?", what.english + "; did you mean \(near)?"))
  }

  private static func value(
    of option: Command.Option, inline: String?, rest: inout ArraySlice<String>
  ) throws(UsageProblem) -> String {
    guard let placeholder = option.value else {
      guard inline == nil else {
        throw UsageProblem(Localized("--\(option.name) değer almaz", "--\(option.name) takes no value"))
      }
      return ""
    }
    if let inline { return inline }
    guard let next = rest.first, !next.hasPrefix("--") else {
      throw UsageProblem(
        Localized(
          "--\(option.name) \(placeholder.turkish): değer eksik",
          "--\(option.name) \(placeholder.english): the value is missing"))
    }
    rest.removeFirst()
    return next
  }

  private static func check(language: String?) throws(UsageProblem) {
    if let language, Language(rawValue: language) == nil {
      throw UsageProblem(Localized("--lang tr veya en olmalı", "--lang must be tr or en"))
    }
  }

  private static func check(
    _ arguments: [String], _ options: [String: [String]], for command: Command
  ) throws(UsageProblem) {
    if arguments.count < command.arguments.count {
      let name = command.arguments[arguments.count].name
      throw UsageProblem(Localized("\(name.turkish) eksik", "\(name.english) is missing"))
    }
    if arguments.count > command.arguments.count {
      let extra = arguments[command.arguments.count]
      throw UsageProblem(Localized("fazladan sözcük: «\(extra)»", "one word too many: «\(extra)»"))
    }
    for option in command.options where option.isRequired && options[option.name] == nil {
      throw UsageProblem(
        Localized("\(option.usage(.turkish)) eksik", "\(option.usage(.english)) is missing"))
    }
  }
}
