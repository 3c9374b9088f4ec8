import GuvenceCore
import GuvenceRules
import Testing

@Suite struct RuleLibraryTests {
  @Test func theNewestVersionWhoseDayHasComeHolds() throws {
    let data = try TemporaryData()
    try data.edit(
      "rules/methodologies/5x5.yaml", as: "rules/methodologies/5x5@2027-01-01.yaml",
      ("effective: 2020-01-01", "effective: 2027-01-01"),
      ("{from: 10, through: 16, level: high}", "{from: 10, through: 12, level: high}"),
      ("{from: 20, through: 25,", "{from: 15, through: 25,"))
    let library = try RuleLibrary.load(dataFolder: data.folder)
    let (old, new) = (Day(2026, 12, 31), Day(2027, 1, 1))
    let (before, after) = (try #require(old), try #require(new))
    #expect(library.methodology("5x5", on: before)?.level(likelihood: 4, impact: 4)?.id == "high")
    #expect(library.methodology("5x5", on: after)?.level(likelihood: 4, impact: 4)?.id == "very-high")
    let changes = library.changes(from: before, to: after)
    #expect(changes.map(\.id) == ["5x5"] && changes.map(\.kind) == [.changed])
    #expect(
      changes[0].details.map(\.turkish) == [
        "3 × 5: Yüksek → Çok yüksek", "4 × 4: Yüksek → Çok yüksek", "5 × 3: Yüksek → Çok yüksek",
      ])
    #expect(library.changes(from: before, to: before).isEmpty)
    let one = try RuleLibrary.loadOne(id: "5x5", dataFolder: data.folder)
    #expect(one.all.map(\.effective.description) == ["2020-01-01", "2027-01-01"])
  }

  @Test func aNewReviewTableMakesNewVersions() throws {
    let data = try TemporaryData()
    try data.edit(
      "rules/tables/review-period.yaml", as: "rules/tables/review-period@2028-06-01.yaml",
      ("effective: 2007-12-26", "effective: 2028-06-01"), ("[6]", "[4]"))
    let library = try RuleLibrary.load(dataFolder: data.folder)
    let day = try #require(Day(2028, 6, 1))
    let (old, new) = (library.methodology("5x5", on: day.adding(days: -1)), library.methodology("5x5", on: day))
    #expect(old?.level("medium")?.reviewMonths == 6 && new?.level("medium")?.reviewMonths == 4)
    #expect(new?.effective == day && old?.canonicalText != new?.canonicalText)
    let details = library.changes(from: day.adding(days: -1), to: day).first { $0.id == "5x5" }?.details
    #expect(details?.map(\.turkish) == ["Orta: gözden geçirme 6 ay → 4 ay"])
  }

  @Test func addedRulesAreChangesToo() throws {
    let library = try Shipped.library()
    let (from, to) = (try #require(Day(2013, 1, 1)), try #require(Day(2015, 1, 1)))
    #expect(library.changes(from: from, to: to).map { "\($0.id) \($0.kind.rawValue)" } == ["10x10 added"])
    #expect(library.changes(from: to, to: from).map { "\($0.id) \($0.kind.rawValue)" } == ["10x10 removed"])
  }

  @Test func staleRulesAreThoseNotCheckedLately() throws {
    let library = try Shipped.library()
    let never = library.stale(on: Shipped.day, olderThan: 100_000).map(\.id)
    #expect(never.contains("5x5") && !never.contains("5x5-b"))
    let later = Shipped.day.adding(days: 3650)
    #expect(library.stale(on: later, olderThan: 365).map(\.id).contains("5x5-b"))
  }

  @Test func twoVersionsOfOneDayAreRefused() throws {
    let data = try TemporaryData()
    try data.write(
      "rules/methodologies/5x5@2020-01-01.yaml", data.read("rules/methodologies/5x5.yaml"))
    let error = #expect(throws: Diagnostics.self) { try RuleLibrary.load(dataFolder: data.folder) }
    #expect(error?.all.map(\.code) == ["duplicate-version"])
  }

  @Test(
    arguments: [
      (nil, 5, "new"), (4, 5, "risen"), (5, 4, "fallen"), (5, 5, "same"),
    ] as [(Int?, Int, String)])
  func directionOfARisk(before: Int?, now: Int, expected: String) throws {
    let library = try Shipped.library()
    let direction = library.changeDirection(
      from: before.map { (value: $0, rank: 1) }, to: (value: now, rank: 1), on: Shipped.day)
    #expect(direction == expected)
    let byRank = library.changeDirection(
      from: before.map { (value: nil, rank: $0) }, to: (value: 9, rank: now), on: Shipped.day)
    #expect(byRank == expected)
  }

  @Test func theShippedRulesAreClean() throws {
    #expect(RuleLibrary.check(dataFolder: try Shipped.folder()).map(\.rendered) == [])
  }

  @Test func everyLevelOfEveryMethodologyIsInTheReviewTable() throws {
    let library = try Shipped.library()
    for methodology in library.methodologies(on: Shipped.day) {
      #expect(methodology.levels.allSatisfy { (1...12).contains($0.reviewMonths) })
      #expect(methodology.tables.map(\.id) == ["appetite-verdict", "review-period"])
    }
  }

  @Test func glossaryBridgesBothLanguages() throws {
    let glossary = try Glossary.load(dataFolder: Shipped.folder())
    #expect(glossary.terms.count >= 80)
    #expect(glossary["residual-risk"]?.name == Localized("artık risk", "residual risk"))
    #expect(glossary.search("ARTIK").map(\.id) == ["residual-risk"])
    for id in ["likelihood", "impact", "inherent-risk", "residual-risk", "appetite", "control"] {
      #expect(glossary[id] != nil)
    }
  }
}
