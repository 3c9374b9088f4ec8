import GuvenceCore

/// Words → command, arguments and options. Options may stand anywhere after the command's words; `--` ends them;
/// `--name=value` and `--name value` are the same.
enum Parser {
  /// What the words asked for.
  enum Outcome {
    case run(Command, arguments: [String], options: [String: String])
    case help(Command)
    case overview
  }

  static func parse(_ words: [String], among commands: [Command]) throws -> Outcome {
    let words = words.first == "help" ? Array(words.dropFirst()) + ["--help"] : words
    guard let first = words.first, first != "--help", first != "-h" else { return .overview }
    guard let command = find(words, among: commands) else { throw unknown(words, among: commands) }
    let (arguments, options) = try sort(Array(words.dropFirst(command.path.count)), for: command)
    if options["help"] != nil { return .help(command) }
    try check(arguments, options, for: command)
    return .run(command, arguments: arguments, options: options)
  }

  private static func find(_ words: [String], among commands: [Command]) -> Command? {
    commands.filter { words.starts(with: $0.path) }.max { $0.path.count < $1.path.count }
  }

  private static func unknown(_ words: [String], among commands: [Command]) -> Invocation.UsageProblem {
    let group = commands.filter { $0.path.first == words[0] && $0.path.count > 1 }
    if !group.isEmpty {
      let names = group.map { $0.path.joined(separator: " ") }.joined(separator: ", ")
      return .init(
        message: Localized("«\(words[0])» tek başına bir komut değil: \(names)", "«\(words[0])» needs one of: \(names)")
      )
    }
    let near = nearest(to: words[0], among: commands.map { $0.path[0] })
    let hint = near.map { Localized(" «\($0)» mı demek istediniz?", " Did you mean «\($0)»?") } ?? Localized("", "")
    return .init(
      message: Localized(
        "«\(words[0])» diye bir komut yok.\(hint(.turkish))", "There is no command «\(words[0])».\(hint(.english))"))
  }

  private static func sort(_ words: [String], for command: Command) throws -> ([String], [String: String]) {
    var arguments: [String] = []
    var options: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      guard word.hasPrefix("--") || word == "-h" else {
        arguments.append(word)
        continue
      }
      let (name, inline) = split(word == "-h" ? "--help" : word)
      let option = try option(name, of: command)
      guard options[name] == nil else { throw once(name) }
      options[name] = try value(of: option, inline: inline, rest: &rest)
    }
    return (arguments, options)
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    let body = word.dropFirst(2)
    guard let equals = body.firstIndex(of: "=") else { return (String(body), nil) }
    return (String(body[..<equals]), String(body[body.index(after: equals)...]))
  }

  private static func option(_ name: String, of command: Command) throws -> Command.Option {
    let known = command.options + commonOptions
    if let option = known.first(where: { $0.name == name }) { return option }
    let near = nearest(to: name, among: known.map(\.name))
    let hint = near.map { Localized(" «--\($0)» mı demek istediniz?", " Did you mean «--\($0)»?") } ?? Localized("", "")
    throw Invocation.UsageProblem(
      message: Localized("--\(name) bilinmiyor.\(hint(.turkish))", "--\(name) is not known.\(hint(.english))"))
  }

  private static func value(
    of option: Command.Option, inline: String?, rest: inout ArraySlice<String>
  ) throws -> String {
    guard let placeholder = option.value else {
      guard inline == nil else {
        throw Invocation.UsageProblem(
          message: Localized("--\(option.name) değer almaz", "--\(option.name) takes no value"))
      }
      return ""
    }
    guard let value = inline ?? rest.popFirst() else {
      throw Invocation.UsageProblem(
        message: Localized("--\(option.name) \(placeholder) değeri eksik", "--\(option.name) needs \(placeholder)"))
    }
    return value
  }

  private static func once(_ name: String) -> Invocation.UsageProblem {
    .init(message: Localized("--\(name) iki kez yazılmış", "--\(name) is given twice"))
  }

  private static func check(_ arguments: [String], _ options: [String: String], for command: Command) throws {
    let required = command.arguments.filter { !$0.isOptional }
    if arguments.count < required.count {
      let name = required[arguments.count].name
      throw Invocation.UsageProblem(message: Localized("\(name) eksik", "\(name) is missing"))
    }
    if arguments.count > command.arguments.count {
      let extra = arguments[command.arguments.count]
      throw Invocation.UsageProblem(message: Localized("fazladan sözcük: «\(extra)»", "one word too many: «\(extra)»"))
    }
    for option in command.options where option.isRequired && options[option.name] == nil {
      throw Invocation.UsageProblem(message: Localized("--\(option.name) eksik", "--\(option.name) is missing"))
    }
    if let language = options["lang"], Language(rawValue: language) == nil {
      throw Invocation.UsageProblem(message: Localized("--lang tr veya en olmalı", "--lang must be tr or en"))
    }
  }
}
