import GuvenceApplication
import GuvenceCore

/// The program behind the word `guvence`: words → one use case → text or JSON.
public enum Program {
  /// Version printed by `guvence version` and by the pages.
  public static let version = "0.1.0"

  /// Runs the command in `words` (without the program's own name) and returns the exit code. Never throws: every
  /// failure is said in the user's language on the error stream.
  public static func run(_ words: [String], console: Console, serve: @escaping Serve) -> ExitCode {
    let language: Language =
      words.contains("en") && words.contains("--lang") || words.contains("--lang=en") ? .english : .turkish
    do {
      switch try Parser.parse(words, among: allCommands) {
      case .overview: console.out(Help.overview(allCommands, language))
      case .help(let command): console.out(Help.page(command, language))
      case .run(let command, let arguments, let options):
        return try command.run(
          Invocation(command: command, arguments: arguments, options: options, console: console, serve: serve))
      }
      return .done
    } catch {
      return Failure.report(error, to: console, language)
    }
  }
}
