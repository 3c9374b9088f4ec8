import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// Who is told of charts, and where their yearly review stands.
@Suite struct ProcessNoticeTests {
  private func texts(_ office: ProcessOffice, _ person: Actor) throws -> [String] {
    try office.app.notices(by: person).filter { $0.kind == .process }.map(\.text.turkish)
  }

  @Test func whoseTurnItIsIsTold() throws {
    let office = try ProcessOffice()
    let app = office.app
    let draft = try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner)
    #expect(try texts(office, office.coordinator).isEmpty)
    var open = try app.submitChart(office.code, version: draft.version, by: office.owner)
    #expect(try texts(office, office.coordinator).count == 1)
    #expect(try texts(office, office.coordinator).first?.contains("onay bekliyor") == true)
    open = try app.returnChart(office.code, reason: "Kontrol eksik", version: open.version, by: office.coordinator)
    #expect(try texts(office, office.owner).first?.contains("iade edildi: Kontrol eksik") == true)
    open = try app.submitChart(office.code, version: open.version, by: office.owner)
    _ = try app.approveChart(office.code, version: open.version, by: office.coordinator)
    #expect(try texts(office, office.owner).first?.contains("onaylandı") == true)
    #expect(try texts(office, office.coordinator).count == 2)
    let stranger = try office.town.person(.unitCoordinator, in: office.town.works)
    #expect(try texts(office, stranger).isEmpty)
  }

  @Test func aCoordinatorsOwnChartWaitsForTheNextUpwards() throws {
    let office = try ProcessOffice()
    let chief = try office.town.person(.administrationCoordinator, in: office.town.root)
    let draft = try office.app.saveChart(
      office.code, ProcessOffice.chart(), note: "", version: nil, by: office.coordinator)
    _ = try office.app.submitChart(office.code, version: draft.version, by: office.coordinator)
    #expect(try texts(office, office.coordinator).isEmpty)
    #expect(try texts(office, chief).count == 1)
  }

  @Test func theYearlyReviewStandsInTheCalendarAndIsRemindedOf() throws {
    let office = try ProcessOffice()
    let approved = try office.approve()
    let due = try #require(approved.reviewDueOn)
    let query = CalendarQuery(month: Period(containing: due, length: .month), kind: .chartReview)
    let entries = try office.app.calendar(query, by: office.owner).entries
    #expect(entries.map(\.day) == [due] && entries.map(\.subject) == [office.code])
    let stranger = try office.town.person(.unitCoordinator, in: office.town.works)
    #expect(try office.app.calendar(query, by: stranger).entries.isEmpty)
    let before = try texts(office, office.owner)
    _ = try office.app.runEscalation(by: .machineOperator)
    #expect(try texts(office, office.owner) == before)
    office.town.wait(days: due.daysSinceEpoch - office.app.today.daysSinceEpoch - 3)
    _ = try office.app.runEscalation(by: .machineOperator)
    _ = try office.app.runEscalation(by: .machineOperator)
    #expect(try texts(office, office.owner).count == before.count + 1)
    #expect(try texts(office, office.coordinator).first?.contains(due.turkish) == true)
    office.town.wait(days: 5)
    _ = try office.app.runEscalation(by: .machineOperator)
    #expect(try texts(office, office.owner).first?.contains("idi") == true)
    let late = try office.app.calendar(by: office.owner).overdue
    #expect(late.contains { $0.kind == .chartReview })
    // A newer chart moves the day.
    try office.approve(ProcessOffice.chart("Yeni"))
    #expect(try !office.app.calendar(by: office.owner).overdue.contains { $0.kind == .chartReview })
  }
}
