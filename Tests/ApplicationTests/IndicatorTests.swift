import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@Suite("Indicators and their readings")
struct IndicatorUseTests {
  let office: GaugeOffice

  init() throws { office = try GaugeOffice() }

  private func page() throws -> IndicatorPage { try office.app.indicator(office.code, by: .machineOperator) }

  private func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error as? Problem
    }
  }

  @Test func readingsAreJudgedExplainedAndListed() throws {
    #expect(office.code == "MH.G.0001")
    #expect(try office.record("2026-08", "4").status == .normal)
    #expect(try office.record("30.09.2026", "10,4").status == .warning)
    #expect(try office.record("2026-10", "10,5").status == .alarm)
    let page = try page()
    #expect(page.line.series.map(\.period) == ["2026-08", "2026-09", "2026-10"])
    #expect(page.line.series.map(\.value.description) == ["4", "10.4", "10.5"])
    #expect(page.line.movement?.trend == .rising)
    #expect(page.reasons.map(\.arithmetic.turkish).first == "10,5 ≥ 10,5")
    #expect(page.risks.map(\.reference) == [office.risk])
    #expect(page.line.schedule?.overdueCount == 0 && page.line.schedule?.next.text == "2026-11")
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func aPeriodIsReadOnceAndCorrectedWithAReason() throws {
    let first = try office.record("2026-10", "20")
    #expect(problem { _ = try office.record("15.10.2026", "3") }?.fields.map(\.field) == ["when"])
    var input = ReadingInput(value: "3", corrects: first.id)
    #expect(
      problem { _ = try office.app.recordReading(office.code, input, by: .machineOperator) }?.fields.map(\.field)
        == ["reason"])
    input.reason = "Yanlış satır okunmuş"
    let second = try office.app.recordReading(office.code, input, by: .machineOperator)
    #expect(second.period == "2026-10" && second.supersedesID == first.id && second.status == .normal)
    let page = try page()
    #expect(page.readings.count == 2 && page.line.series.map(\.id) == [second.id])
    #expect(page.readings.first { $0.reading.id == first.id }?.replacedBy == second.id)
    #expect(problem { _ = try office.app.recordReading(office.code, input, by: .machineOperator) }?.kind == .conflict)
  }

  @Test(arguments: [
    ("", "yirmi", "value"), ("2026-12", "3", "when"), ("dün", "3", "when"), ("2026-Q3", "3", "when"),
    ("2026-10", "1234567890123456789", "value"),
  ]) func badInputNamesItsField(when: String, value: String, field: String) {
    #expect(problem { _ = try office.record(when, value) }?.fields.map(\.field) == [field])
  }

  @Test func redReadingOpensAReviewUntilTheNextAssessment() throws {
    _ = try office.record("2026-08", "4")
    #expect(try office.reviews() == [])
    _ = try office.record("2026-09", "11")
    #expect(
      try office.reviews()
        == ["Gözden geçirme gerekli: MH.G.0001 göstergesi alarm verdi: Geciken dosya, 2026-09, 11 adet."])
    #expect(try office.reviews(office.otherRisk) == [])
    try office.assess()
    #expect(try office.reviews() == [])
    _ = try office.record("2026-10", "12")
    #expect(try office.reviews().count == 1)
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func aCorrectedRedReadingAsksNoMore() throws {
    let red = try office.record("2026-10", "12")
    #expect(try office.reviews().count == 1)
    let input = ReadingInput(value: "2", corrects: red.id, reason: "Mükerrer sayılmış")
    _ = try office.app.recordReading(office.code, input, by: .machineOperator)
    #expect(try office.reviews() == [])
  }

  @Test func theRegisterListsWhatARedReadingPutsUnderReview() throws {
    var query = RegisterQuery()
    query.states = [.reviewDue]
    func due() throws -> [String] {
      let page = try office.app.register(query, by: .machineOperator)
      #expect(page.countsByState[.reviewDue] == page.rows.count)
      return page.rows.map(\.risk.reference)
    }
    #expect(try due() == [])
    _ = try office.record("2026-10", "12")
    #expect(try due() == [office.risk])
    try office.assess()
    #expect(try due() == [])
  }

  @Test func anOldRedReadingBehindANewerOneOpensNothing() throws {
    _ = try office.record("2026-10", "1")
    _ = try office.record("2026-08", "50")
    #expect(try office.reviews() == [])
  }

  @Test func aPastDayShowsTheReviewsThatWereOpenThen() throws {
    _ = try office.record("2026-10", "12")
    let then = office.app.today
    office.time.withLock { $0 = Instant(milliseconds: $0.milliseconds + 3 * 86_400_000) }
    try office.assess()
    #expect(try office.reviews() == [])
    #expect(try office.reviews(asOf: then).count == 1)
  }

  @Test(arguments: Role.allCases) func coordinatorsOfTheUnitWriteAuditorsRead(role: Role) throws {
    let root = try #require(try office.app.units(by: .machineOperator).first).unit
    let actor = office.person(role, in: role.isAdministrationWide ? root : office.finance)
    let writers: Set<Role> = [.administrationCoordinator, .unitCoordinator, .subUnitCoordinator]
    let refusal = problem { _ = try office.record("2026-10", "1", by: actor) }
    #expect((refusal == nil) == writers.contains(role))
    #expect((problem { _ = try office.app.indicators(by: actor) } == nil) == role.permissions.contains(.read))
    if role.permissions.contains(.read) {
      #expect(try office.app.indicator(office.code, by: actor).mayWrite == writers.contains(role))
    }
  }

  @Test func anotherUnitsIndicatorLooksLikeNone() throws {
    let actor = office.person(.unitCoordinator, in: office.works)
    let form = GaugeOffice.form()
    let asks: [(String) throws -> Void] = [
      { _ = try office.app.indicator($0, by: actor) },
      { _ = try office.app.recordReading($0, ReadingInput(value: "1"), by: actor) },
      { _ = try office.app.editIndicator($0, form, version: 1, by: actor) },
      { _ = try office.app.retireIndicator($0, reason: "x", version: 1, by: actor) },
    ]
    for ask in asks {
      let (hidden, missing) = (problem { try ask(office.code) }, problem { try ask("YOK.G.0001") })
      #expect(hidden?.kind == .notFound && missing?.kind == .notFound)
    }
    #expect(try office.app.indicators(by: actor).lines.isEmpty)
    let line = try office.load("Kod;Dönem;Değer\nMH.G.0001;2026-10;1\n", by: actor)
    #expect(line.hasErrors && line.created == 0)
  }

  @Test func editsKeepCodeAndHiddenLinksAndRefuseStaleSaves() throws {
    let wide = GaugeOffice.form(risks: [office.risk, office.otherRisk])
    _ = try office.app.editIndicator(office.code, wide, version: 1, by: .machineOperator)
    let actor = office.person(.unitCoordinator, in: office.finance)
    var form = GaugeOffice.form(risks: [])
    form.green = "4"
    let edited = try office.app.editIndicator(office.code, form, version: 2, by: actor)
    #expect(edited.code == office.code && edited.risks.count == 1)
    #expect(try page().risks.map(\.reference) == [office.otherRisk])
    form.name = "Başka"
    let stale = problem { _ = try office.app.editIndicator(office.code, form, version: 2, by: actor) }
    #expect(stale?.kind == .stale && stale?.stale?.differences.map(\.field) == ["name"])
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func formsNameEveryFieldAtFault() {
    var form = GaugeOffice.form(risks: ["YOK.RA.1"])
    (form.unitCode, form.name, form.green, form.yellow) = ("YOK", " ", "10", "x")
    let found = problem { _ = try office.app.addIndicator(form, by: .machineOperator) }?.fields.map(\.field)
    #expect(found == ["name", "unit", "yellow", "risks"])
    var order = GaugeOffice.form()
    (order.direction, order.green, order.yellow) = (.higher, "5", "10")
    #expect(
      problem { _ = try office.app.addIndicator(order, by: .machineOperator) }?.fields.map(\.field) == ["yellow"])
  }

  @Test func closedIndicatorsExpectNothing() throws {
    let closed = try office.app.retireIndicator(office.code, reason: "Gerek yok", version: 1, by: .machineOperator)
    #expect(closed.retiredOn == office.app.today)
    #expect(try office.app.indicators(by: .machineOperator).lines.isEmpty)
    #expect(problem { _ = try office.record("2026-10", "1") }?.kind == .conflict)
    _ = try office.app.reinstateIndicator(office.code, version: 2, by: .machineOperator)
    #expect(try office.app.indicators(IndicatorQuery(state: .overdue), by: .machineOperator).lines.count == 1)
  }

  @Test func examplesAreAdoptedWithTheirOrigin() throws {
    let templates = try office.app.indicatorTemplates(by: .machineOperator)
    #expect(templates.count >= 13 && templates.allSatisfy { !$0.citation.isVerified })
    for template in templates {
      let made = try office.app.adoptIndicator(template.id, unitCode: "MH", by: .machineOperator)
      #expect(made.details.origin == template.id && made.details.thresholds.problems.isEmpty)
    }
    #expect(problem { _ = try office.app.adoptIndicator("collection-rat", by: .machineOperator) }?.kind == .notFound)
  }
}
