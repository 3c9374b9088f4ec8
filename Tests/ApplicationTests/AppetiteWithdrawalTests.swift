import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// An approved statement of appetite is withdrawn; the review day that people set is the one that is printed.
@Suite struct AppetiteWithdrawalTests {
  let town: Town
  let manager: Actor

  init() throws {
    town = try Town()
    manager = try town.person(.topManager, in: town.root)
  }

  private func form(_ low: Int, from: Day? = nil) -> AppetiteForm {
    var form = AppetiteForm()
    (form.kind, form.rationale, form.validFrom) = ("overall", "Deneme", from)
    (form.appetite, form.tolerance, form.capacity) = ("\(low)", "\(low + 4)", "\(low + 8)")
    return form
  }

  private func approve(_ form: AppetiteForm) throws -> Identifier<AppetiteStatement> {
    town.wait(seconds: 60)
    let made = try town.app.proposeAppetite(form, by: .machineOperator)
    return try town.app.decideAppetite(made.id, .approved, note: "", by: manager).id
  }

  private func standing(_ id: Identifier<AppetiteStatement>) throws -> AppetiteLine {
    try #require(try town.app.appetite(by: manager).lines.first { $0.statement.id == id })
  }

  @Test func withdrawingResolvesTheCasesAndTheDefaultAppliesAgain() throws {
    let id = try approve(form(8))
    #expect(try town.app.appetite(by: manager).cases.count == 3 && standing(id).mayWithdraw)
    town.wait(days: 1)
    #expect(faultyFields { try town.app.withdrawAppetite(id, reason: " ", by: manager) } == ["reason"])
    #expect(refusal { try town.app.withdrawAppetite(id, reason: "x", by: .machineOperator) } == .forbidden)
    let coordinator = try town.person(.administrationCoordinator, in: town.root)
    #expect(refusal { try town.app.withdrawAppetite(id, reason: "x", by: coordinator) } == .forbidden)
    let made = try town.app.withdrawAppetite(id, reason: "Yanlış hesaplandı", by: manager)
    let line = try standing(id)
    #expect(line.standing == .withdrawn && !line.mayWithdraw && line.statement.withdrawal == made)
    let page = try town.app.appetite(by: manager)
    #expect(page.cases.isEmpty && page.counts[.resolved] == 3 && page.grades.isEmpty)
    #expect(try town.page(town.risk(of: town.legal)).appetite?.ownGrade == nil)
    #expect(refusal { try town.app.withdrawAppetite(id, reason: "Yine", by: manager) } == .conflict)
    let yesterday = try town.app.risk(
      town.risk(of: town.legal), by: manager, asOf: town.app.today.adding(days: -1))
    #expect(
      yesterday.appetite?.ownGrade == .breach && yesterday.appetite?.candidates.first?.statement.withdrawal == nil)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func whatItTookThePlaceOfDoesNotComeBackButAnUpcomingOneLeavesItStanding() throws {
    let first = try approve(form(8))
    let second = try approve(form(4))
    #expect(try standing(first).standing == .superseded)
    try town.app.withdrawAppetite(second, reason: "Vazgeçildi", by: manager)
    #expect(try standing(first).standing == .superseded && standing(second).standing == .withdrawn)
    #expect(try town.app.appetite(by: manager).cases.isEmpty)
    let third = try approve(form(8))
    let later = try approve(form(4, from: town.app.today.adding(days: 10)))
    try town.app.withdrawAppetite(later, reason: "Vazgeçildi", by: manager)
    town.wait(days: 20)
    #expect(try standing(third).standing == .inForce && standing(later).standing == .withdrawn)
  }

  @Test func reportAndPageSayTheReviewDayThatPeopleSet() throws {
    let (reference, day) = (town.risk(of: town.finance), town.app.today.adding(days: 5))
    let usual = try #require(try town.page(reference).reviewOn)
    #expect(usual != day)
    _ = try town.app.setReviewDay(reference, on: day, reason: "Sezon", by: .machineOperator)
    #expect(try town.page(reference).reviewOn == day)
    let period = Period(containing: town.app.today, length: .quarter)
    let report = try town.app.consolidatedReport(period: period, unitCode: nil, by: .machineOperator)
    let entry = try #require(report.snapshot.entries.first { $0.risk.reference == reference })
    #expect(entry.reviewOn == day && entry.current?.nextReviewOn == usual)
    town.wait(days: 6)
    let late = try town.app.consolidatedReport(
      period: Period(containing: town.app.today, length: .quarter), unitCode: nil, by: .machineOperator)
    #expect(late.reviewOverdue.contains { $0.risk.reference == reference })
  }
}
