import GuvenceCatalogs
import GuvenceCore
import Testing

@Suite struct ObligationTests {
  let obligations: [Obligation]

  init() throws { obligations = try Catalogs.load(dataFolder: DataLocator.locate()).obligations }

  private func days(_ id: String, _ from: String, _ through: String) throws -> [String] {
    let obligation = try #require(obligations.first { $0.id == id })
    let (from, through) = (try #require(Day(iso: from)), try #require(Day(iso: through)))
    return obligation.occurrences(from: from, through: through).map(\.description)
  }

  @Test func endOfFebruaryKnowsLeapYears() throws {
    #expect(
      try days("unit-activity-report", "2023-01-01", "2028-12-31") == [
        "2023-02-28", "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29",
      ])
  }

  @Test func halfYearsAndQuartersRepeatWithinTheYear() throws {
    #expect(try days("action-plan-progress", "2026-01-01", "2026-12-31") == ["2026-06-30", "2026-12-31"])
    #expect(
      try days("unit-risk-report", "2026-01-01", "2026-12-31") == [
        "2026-01-15", "2026-04-15", "2026-07-15", "2026-10-15",
      ])
    #expect(try days("ex-ante-control-report", "2026-01-01", "2026-12-31").count == 12)
  }

  @Test func bothEndsOfTheRangeCount() throws {
    #expect(try days("action-plan-progress", "2026-06-30", "2026-12-31") == ["2026-06-30", "2026-12-31"])
    #expect(try days("action-plan-progress", "2026-07-01", "2026-12-30") == [])
    #expect(try days("action-plan-progress", "2026-12-31", "2026-06-30") == [])
  }

  @Test func everyFifthYearStartsWithTheFirst() throws {
    #expect(try days("strategic-plan", "2015-01-01", "2036-01-01") == ["2024-09-30", "2029-09-30", "2034-09-30"])
  }

  @Test func shortMonthsPullTheDayBack() throws {
    let monthly = try #require(obligations.first { $0.id == "ex-ante-control-report" }).recurrence
    #expect(monthly.every == .month && monthly.day == 10)
    let year = (try #require(Day(2026, 1, 1)), try #require(Day(2026, 3, 31)))
    #expect(monthly.occurrences(from: year.0, through: year.1).map(\.day) == [10, 10, 10])
  }

  @Test func windowsOpenBeforeTheyClose() throws {
    let board = try #require(obligations.first { $0.id == "board-meeting" })
    let due = try #require(Day(2026, 12, 31))
    #expect(board.opening(of: due) == Day(2026, 7, 1))
    for obligation in obligations {
      let from = try #require(Day(2024, 1, 1))
      let through = try #require(Day(2029, 12, 31))
      let dues = obligation.occurrences(from: from, through: through)
      #expect(!dues.isEmpty && dues == dues.sorted(), "\(obligation.id)")
      #expect(dues.allSatisfy { obligation.opening(of: $0) <= $0 }, "\(obligation.id)")
    }
  }

  @Test(arguments: [(50_000, false), (50_001, true)])
  func smallMunicipalitiesOweNoActionPlan(population: Int, owes: Bool) throws {
    let progress = try #require(obligations.first { $0.id == "action-plan-progress" })
    let report = try #require(obligations.first { $0.id == "activity-report" })
    #expect(progress.applies(toPopulation: population, isProvinceOrDistrict: true) == owes)
    #expect(report.applies(toPopulation: population, isProvinceOrDistrict: true))
  }

  @Test(arguments: [(9_000, true, true), (9_000, false, false), (10_000, false, false), (10_001, false, true)])
  func districtsElectAnAuditCommissionWhateverTheirSize(population: Int, district: Bool, owes: Bool) throws {
    let commission = try #require(obligations.first { $0.id == "audit-commission-election" })
    #expect(commission.applies(toPopulation: population, isProvinceOrDistrict: district) == owes)
  }

  @Test func saysWhoSetsTheTime() {
    #expect(obligations.first { $0.id == "final-account-council" }?.timing == .norm)
    #expect(obligations.first { $0.id == "unit-risk-report" }?.timing == .practice)
  }
}
