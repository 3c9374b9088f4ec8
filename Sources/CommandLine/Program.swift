import GuvenceCore

/// The program behind the word `guvence`: words → one use case → text or JSON.
public enum Program {
  /// Version printed by `guvence version` and by the pages.
  public static let version = "0.1.0"

  /// Runs the command in `words` (without the program's own name) and returns the exit code. Never throws: every
  /// failure is said in the user's language on the error stream.
  public static func run(_ words: [String], console: Console, serve: @escaping Serve) -> ExitCode {
    let language = Parser.language(of: words)
    do throws(Failure) {
      switch try outcome(words) {
      case .overview: console.out(Help.overview(allCommands, language))
      case .group(let commands): console.out(Help.group(commands, language))
      case .help(let command): console.out(Help.page(command, language))
      case .run(let command, let arguments, let options):
        let call = Invocation(
          command: command, arguments: arguments, options: options, language: language, console: console, serve: serve)
        return try perform(call)
      }
      return .done
    } catch {
      return error.report(to: console, language)
    }
  }

  private static func outcome(_ words: [String]) throws(Failure) -> Parser.Outcome {
    do throws(UsageProblem) {
      return try Parser.parse(words, among: allCommands)
    } catch {
      throw Failure(error, Parser.command(words, among: allCommands))
    }
  }

  private static func perform(_ call: Invocation) throws(Failure) -> ExitCode {
    do { return try call.command.run(call) } catch { throw Failure(error, call.command) }
  }
}
