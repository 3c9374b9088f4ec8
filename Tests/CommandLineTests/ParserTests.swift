import GuvenceCore
import Testing

@testable import GuvenceCommandLine

@Suite struct ParserTests {
  private func sorted(_ line: String) throws -> (name: String, arguments: [String], options: [String: [String]]) {
    guard
      case .run(let command, let arguments, let options) = try Parser.parse(
        Transcript.words(line), among: allCommands)
    else { throw Shell.Broken(reason: line) }
    return (command.name, arguments, options)
  }

  @Test func optionsStandAnywhere() throws {
    for line in [
      "score 4 5 --methodology 5x5 --json", "score --methodology=5x5 4 --json 5",
      "--lang tr score --json 4 5 --methodology 5x5",
    ] {
      let found = try sorted(line)
      #expect(found.name == "score")
      #expect(found.arguments == ["4", "5"])
      #expect(found.options["methodology"] == ["5x5"])
      #expect(found.options["json"] == [""])
    }
  }

  @Test func twoDashesEndTheOptions() throws {
    #expect(try sorted("import --dry-run -- -a.csv").arguments == ["-a.csv"])
    #expect(try sorted("import -- --lang").arguments == ["--lang"])
  }

  @Test func valueThatLooksLikeAnOptionNeedsTheEqualsSign() throws {
    #expect(throws: UsageProblem.self) { try sorted("risk add --unit A --statement --owner B") }
    #expect(try sorted("risk add --unit A --statement=--owner").options["statement"] == ["--owner"])
    #expect(try sorted("risk add --unit A --statement '- madde'").options["statement"] == ["- madde"])
  }

  @Test func negativeNumberIsAnArgument() throws { #expect(try sorted("score -1 5").arguments == ["-1", "5"]) }

  @Test func onlyRepeatableOptionsAreRepeated() throws {
    #expect(try sorted("import a.csv --unit A=1 --unit B=2").options["unit"] == ["A=1", "B=2"])
    #expect(throws: UsageProblem.self) { try sorted("score 1 2 --on 2026-01-01 --on 2026-01-02") }
  }

  @Test(arguments: [
    ("risk list --lang en", Language.english), ("--lang=en", .english), ("risk --bogus --lang en", .english),
    ("risk list", .turkish), ("risk list --search en", .turkish), ("import -- --lang en", .turkish),
    ("risk list --lang xx", .turkish), ("risk list --lang", .turkish),
  ]) func languageIsKnownBeforeTheWordsAre(line: String, language: Language) {
    #expect(Parser.language(of: Transcript.words(line)) == language)
  }

  @Test func sameOptionSameKindEverywhere() {
    var kinds: [String: Bool] = [:]
    for option in allCommands.flatMap(\.options) + commonOptions {
      #expect(kinds[option.name, default: option.value != nil] == (option.value != nil), "\(option.name)")
      kinds[option.name] = option.value != nil
    }
  }

  @Test func everyCommandMistypedIsHelped() throws {
    let shell = try Shell()
    for command in allCommands {
      let answer = shell.run(command.path + ["--surely-unknown"])
      #expect(answer.code == .usage)
      #expect(answer.error.contains("guvence help \(command.name)"))
      let english = shell.run(command.path + ["--surely-unknown", "--lang", "en"])
      #expect(english.error.hasPrefix("guvence: --surely-unknown is not known"))
    }
  }
}
