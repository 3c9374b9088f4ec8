import GuvenceCore
import GuvenceRules
import Testing

@Suite struct ShippedRulesTests {
  @Test func loadsWithoutAFinding() throws {
    let library = try Shipped.library()
    #expect(library.methodologyIDs == Shipped.ids)
    #expect(library.findings.map(\.rendered) == [])
    #expect(library.methodology(RuleLibrary.defaultMethodologyID, on: Shipped.day)?.citation.isVerified == false)
  }

  @Test func everyCaseHolds() throws {
    let results = RuleCases.run(try Shipped.library())
    #expect(results.count >= 25 * 4 + 100 + 9)
    for result in results { #expect(result.passed, "\(result.diagnostic?.rendered ?? "")") }
  }

  @Test(arguments: Shipped.ids) func everyCellHasACase(id: String) throws {
    let methodology = try Shipped.methodology(id)
    let names = Set(RuleCases.run(try Shipped.library()).map(\.name))
    for likelihood in methodology.likelihood.range {
      for impact in methodology.impact.range { #expect(names.contains("\(id) \(likelihood) × \(impact)")) }
    }
    for level in methodology.levels { #expect(names.contains("\(id) cells with level \(level.id)")) }
  }

  @Test func aWrongExpectationFailsWithItsPlace() throws {
    let library = try Shipped.library()
    let text = """
      methodology: 3x3
      on: 2026-01-01
      grid:
        3: [medium, high, critical]
        2: [low, medium, low]
        1: [negligible, low, medium]
      counts: {medium: 4}
      """
    let failed = RuleCases.run(text, file: "c.yaml", library).compactMap(\.diagnostic)
    #expect(failed.map(\.placeText) == ["c.yaml:5:20", "c.yaml:7:18"])
    #expect(
      failed.map(\.message) == [
        "3x3 2 × 3: expected low, the rules say high", "3x3 cells with level medium: expected 4, the rules say 3",
      ])
  }

  @Test func aGridWithHolesFails() throws {
    let text = "methodology: 3x3\non: 2026-01-01\ngrid:\n  1: [negligible]\ncounts: {}\n"
    let failed = RuleCases.run(text, file: "c.yaml", try Shipped.library()).compactMap(\.diagnostic)
    #expect(failed.map(\.message) == ["3x3 cells in the grid: expected 1, the rules say 9"])
  }

  @Test(arguments: Shipped.ids) func oneIsTheSameAsInAll(id: String) throws {
    let one = try RuleLibrary.loadOne(id: id, dataFolder: Shipped.folder())
    #expect(one.all.map(\.id) == [id])
    #expect(try (one.all.first == Shipped.methodology(id)) == true)
  }

  @Test func anUnknownMethodologyNamesTheNearest() throws {
    let folder = try Shipped.folder()
    let error = #expect(throws: Diagnostics.self) { try RuleLibrary.loadOne(id: "5x5-harp", dataFolder: folder) }
    #expect(error?.all.map(\.code) == ["unknown-methodology"])
    #expect(error?.all.first?.remedy.hasPrefix("did you mean 5x5-harf?") == true)
  }

  @Test(arguments: Shipped.ids) func theCanonicalTextRebuildsIt(id: String) throws {
    let methodology = try Shipped.methodology(id)
    let rebuilt = RuleLibrary.rebuild(canonicalText: methodology.canonicalText)
    #expect((rebuilt == methodology) == true)
  }

  @Test func nothingHoldsBeforeItsDay() throws {
    let library = try Shipped.library()
    let before = try #require(Day(2013, 12, 31))
    #expect(library.methodologies(on: before).isEmpty)
    #expect(library.methodology("10x10", on: before.adding(days: 1)) != nil)
  }
}
