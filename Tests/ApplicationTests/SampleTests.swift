import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// The sample municipality has something to show on every page, whatever the day.
struct SampleTests {
  @Test(
    "41 risks in 18 directorates, an intact journal, and two quarters to compare",
    arguments: ["2026-01-05", "2026-05-31", "2026-11-23"])
  func sample(start: String) throws {
    let folder = try Folder()
    let now = Instant.startInIstanbul(of: day(start)).adding(seconds: 9 * 3600)
    let app = try App.create(
      database: folder.file("a.db"), administration: "Örnek Belediyesi", sample: true,
      dataFolder: try DataLocator.locate(), clock: { now })
    #expect(try app.administration().isSample)
    #expect(try app.everything(by: .machineOperator).count == 41)
    #expect(try app.units(by: .machineOperator).count == 19)
    #expect(try app.verifyJournal(expectedHead: nil).isIntact)
    let board = try app.dashboard(by: .machineOperator)
    #expect(board.aboveAppetite.total > 0 && board.reviewsDue.total > 0 && board.notAssessed.total > 0)
    let current = Period(containing: now.dayInIstanbul, length: .quarter)
    for period in [current, current.previous] {
      let report = try app.consolidatedReport(period: period, unitCode: nil, by: .machineOperator)
      #expect(report.active.count == 41 && report.hasComparison && report.hasNumbers)
      #expect(report.units.count == 18)
    }
    let quarters = [current, current.previous, current.previous.previous]
    #expect(
      try quarters.contains { period in
        let report = try app.consolidatedReport(period: period, unitCode: nil, by: .machineOperator)
        return !report.risen.isEmpty && !report.fallen.isEmpty
      })
  }

  @Test("A period that has not begun has no report; one that ended is reported as it ended")
  func periods() throws {
    let town = try Town()
    let current = Period(containing: Town.today, length: .quarter)
    let report = { (period: Period) in
      try town.app.consolidatedReport(period: period, unitCode: nil, by: .machineOperator)
    }
    #expect(faultyFields { _ = try report(current.next) } == ["period"])
    #expect(try report(current.previous).snapshot.entries.isEmpty)
    #expect(try report(current).new.count == 5)
    town.wait(days: 60)
    try town.retire(town.works)
    let risk = try town.page(town.risk(of: town.legal)).row.risk
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 1, impact: 1))
    _ = try town.app.assess(risk.reference, input, version: risk.version, by: .machineOperator)
    let (then, now) = (try report(current), try report(current.next))
    #expect(then.active.count == 5 && then.closed.isEmpty && then.fallen.isEmpty)
    #expect(now.active.count == 4 && now.closed.count == 1 && now.fallen.count == 1 && now.new.isEmpty)
  }
}
