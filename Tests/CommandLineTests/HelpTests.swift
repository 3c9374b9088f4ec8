import GuvenceCore
import Testing

@testable import GuvenceCommandLine

/// Help pages are golden text in Tests/Golden/help: the overview, and the pages of the commands that share a first word,
/// eight to a file: `risk`, `risk-2`.
@Suite struct HelpTests {
  private static let perFile = 8
  private static let commands: [String: [Command]] = {
    var files: [String: [Command]] = ["overview": []]
    for (word, list) in Dictionary(grouping: allCommands, by: { $0.path[0] }) {
      for start in stride(from: 0, to: list.count, by: perFile) {
        files[start == 0 ? word : "\(word)-\(start / perFile + 1)"] = Array(list[start...].prefix(perFile))
      }
    }
    return files
  }()
  private static let groups = commands.keys.sorted()

  @Test(arguments: groups, Language.allCases) func pageIsTheGoldenFile(group: String, language: Language) throws {
    let commands = HelpTests.commands[group] ?? []
    let pages = commands.isEmpty ? [["help"]] : commands.map { ["help"] + $0.path }
    let shell = try Shell()
    let text = pages.map { page in
      "$ guvence \(page.joined(separator: " "))\n\(shell.run(page + ["--lang", language.rawValue]).out)\n"
    }.joined(separator: "\n")
    let path = "Tests/Golden/help/\(group).\(language.rawValue).txt"
    if Repository.updatesGolden { try Repository.write(text, to: path) }
    #expect(text == Repository.text(path))
  }

  @Test func everyGoldenFileIsCompared() {
    let known = HelpTests.groups.flatMap { group in Language.allCases.map { "\(group).\($0.rawValue).txt" } }
    #expect(Set(Repository.files("Tests/Golden/help")) == Set(known))
  }

  @Test(arguments: allCommands.map(\.path), Language.allCases) func pageFitsALine(path: [String], language: Language)
    throws
  {
    let shell = try Shell()
    let asked = shell.run(path + ["--help", "--lang=\(language.rawValue)"])
    #expect(asked.code == .done)
    #expect(asked.out == shell.run(["--lang", language.rawValue, "help"] + path).out)
    for line in asked.out.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test func everyExitCodeIsExplained() throws {
    let overview = try Shell().run([]).out
    for code in ExitCode.allCases { #expect(overview.contains("  \(code.rawValue)  \(code.meaning(.turkish))")) }
  }

  @Test func groupListsItsCommands() throws {
    let answer = try Shell().run(["help", "risk"])
    #expect(answer.code == .done)
    for command in allCommands where command.path[0] == "risk" { #expect(answer.out.contains(command.name)) }
  }
}
