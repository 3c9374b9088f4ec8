import Testing

@testable import GuvenceCommandLine

@Suite struct ScenarioTests {
  static let names = Repository.files("Tests/Scenarios")

  @Test func thereAreScenarios() { #expect(ScenarioTests.names.count >= 5) }

  @Test(arguments: names) func printsWhatIsWritten(name: String) throws {
    let path = "Tests/Scenarios/\(name)"
    let (text, differences) = try Transcript(Repository.text(path)).play(in: Shell())
    if Repository.updatesGolden { try Repository.write(text, to: path) }
    for difference in differences { Issue.record("\(path)\n\(difference)") }
  }
}
