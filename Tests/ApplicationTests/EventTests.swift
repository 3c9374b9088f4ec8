import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@Suite("Events, their reviews and lessons")
struct EventUseTests {
  let office: GaugeOffice
  let today = GaugeOffice.day("2026-11-10")

  init() throws { office = try GaugeOffice() }

  private func form(_ change: (inout EventForm) -> Void = { _ in }) -> EventForm {
    var form = EventForm()
    (form.unitCode, form.description, form.occurredOn) = ("MH", "İki kez ödendi", GaugeOffice.day("2026-11-01"))
    (form.grossLoss, form.recovered, form.risks) = ("1.250,75", "250,75", [office.risk])
    change(&form)
    return form
  }

  private func add(by actor: Actor = .machineOperator, _ change: (inout EventForm) -> Void = { _ in }) throws
    -> RealisedEvent
  {
    office.time.withLock { $0 = $0.adding(seconds: 1) }
    return try office.app.addEvent(form(change), by: actor)
  }

  private func faults(_ change: (inout EventForm) -> Void) -> [String] {
    do {
      _ = try add(change)
      return []
    } catch {
      return (error as? Problem)?.fields.map(\.field) ?? ["?"]
    }
  }

  private func kind(_ body: () throws -> Void) -> Problem.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Problem)?.kind
    }
  }

  private func reviews(_ reference: String, asOf: Day? = nil) throws -> Int {
    try office.app.risk(reference, by: .machineOperator, asOf: asOf).findings
      .count { $0.code == "review-due-event" }
  }

  @Test func anEventIsRecordedWithItsLossAndDays() throws {
    let event = try add()
    #expect(event.code == "MH.OL.0001")
    #expect(event.details.loss == EventLoss(gross: 125_075, recovered: 25_075))
    #expect(event.details.detectedOn == event.details.occurredOn && event.details.reportedOn == today)
    let page = try office.app.event(event.code, by: .machineOperator)
    #expect(page.risks.map(\.reference) == [office.risk] && page.mayWrite)
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func whatIsWrongNamesItsField() {
    #expect(faults { $0.description = " " } == ["description"])
    #expect(faults { $0.occurredOn = nil } == ["occurredOn"])
    #expect(faults { $0.occurredOn = today.adding(days: 1) }.contains("occurredOn"))
    #expect(faults { $0.detectedOn = GaugeOffice.day("2026-10-01") } == ["detectedOn"])
    #expect(faults { $0.reportedOn = GaugeOffice.day("2026-10-01") } == ["reportedOn"])
    #expect(faults { $0.recovered = "2000" } == ["recovered"])
    #expect(faults { $0.grossLoss = "12,345" } == ["grossLoss"])
    #expect(
      faults { $0.grossLoss = "-1" } == ["grossLoss", "recovered"] || faults { $0.grossLoss = "-1" } == ["grossLoss"])
    #expect(faults { $0.kind = .nearMiss } == ["grossLoss"])
    #expect(faults { $0.risks = ["YOK.RA.0001"] } == ["risks"])
    #expect(faults { $0.unitCode = "YOK" } == ["unit"])
  }

  @Test func aRealisedEventAsksForAReviewUntilTheNextAssessment() throws {
    _ = try add { ($0.kind, $0.grossLoss, $0.recovered) = (.nearMiss, "", "") }
    #expect(try reviews(office.risk) == 0)
    let event = try add()
    #expect(try reviews(office.risk) == 1 && reviews(office.otherRisk) == 0)
    _ = try office.app.editEvent(
      event.code, form { $0.risks = [office.risk, office.otherRisk] }, version: 1, by: .machineOperator)
    #expect(try reviews(office.risk) == 1 && reviews(office.otherRisk) == 1)
    try office.assess()
    #expect(try reviews(office.risk) == 0 && reviews(office.otherRisk) == 1)
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func theRiskShowsItsEventsAsTheyStoodThen() throws {
    let event = try add()
    office.time.withLock { $0 = $0.adding(seconds: 3 * 86_400) }
    _ = try office.app.editEvent(
      event.code, form { ($0.description, $0.grossLoss) = ("Üç kez ödendi", "9.000") }, version: 1,
      by: .machineOperator)
    _ = try add { $0.description = "Sonraki olay" }
    let now = try office.app.events(ofRisk: office.risk, by: .machineOperator)
    #expect(now.lines.count == 2 && now.frequency.count == 2 && now.mayAdd)
    let then = try office.app.events(ofRisk: office.risk, asOf: today, by: .machineOperator)
    #expect(then.lines.map(\.event.details.description) == ["İki kez ödendi"])
    #expect(then.lines.first?.event.details.loss.gross == 125_075 && !then.mayAdd)
    let before = try office.app.events(ofRisk: office.risk, asOf: today.adding(days: -1), by: .machineOperator)
    #expect(before.lines.isEmpty)
    var query = EventQuery()
    query.asOf = today
    #expect(try office.app.events(query, by: .machineOperator).lines.count == 1)
  }

  @Test func theListIsFilteredAndSummed() throws {
    _ = try add { $0.isPublicLoss = true }
    _ = try add { ($0.unitCode, $0.risks, $0.occurredOn) = ("FEN", [], GaugeOffice.day("2025-05-05")) }
    _ = try add { ($0.kind, $0.grossLoss, $0.recovered) = (.nearMiss, "", "") }
    let all = try office.app.events(by: .machineOperator)
    #expect(all.total.realised == 2 && all.total.nearMisses == 1 && all.total.loss.net == 200_000)
    #expect(all.years == [2026, 2025])
    #expect(all.groups[.unit]?.map(\.key) == ["MH", "FEN"] && all.groups[.year]?.map(\.key) == ["2026", "2025"])
    var query = EventQuery(unitCode: "FEN")
    #expect(try office.app.events(query, by: .machineOperator).lines.map(\.event.code) == ["FEN.OL.0001"])
    query = EventQuery()
    query.isPublicLoss = true
    #expect(try office.app.events(query, by: .machineOperator).lines.count == 1)
    (query.isPublicLoss, query.kind) = (false, .nearMiss)
    #expect(try office.app.events(query, by: .machineOperator).lines.count == 1)
    (query.kind, query.year) = (nil, 2025)
    #expect(try office.app.events(query, by: .machineOperator).lines.count == 1)
  }

  @Test func closingNeedsAReasonAndStaleSavesAreShown() throws {
    let event = try add()
    #expect(
      kind { _ = try office.app.closeEvent(event.code, reason: " ", version: 1, by: .machineOperator) } == .invalid)
    let closed = try office.app.closeEvent(event.code, reason: "Tahsil edildi", version: 1, by: .machineOperator)
    #expect(closed.closedOn == today)
    #expect(kind { _ = try office.app.editEvent(event.code, form(), version: 2, by: .machineOperator) } == .conflict)
    _ = try office.app.reopenEvent(event.code, version: 2, by: .machineOperator)
    #expect(kind { _ = try office.app.editEvent(event.code, form(), version: 1, by: .machineOperator) } == .stale)
  }

  @Test func lessonsAreKeptWithWhetherTheyWereFollowed() throws {
    let event = try add()
    let lesson = try office.app.addLesson(event.code, LessonForm(text: "Çift onay gerekli"), by: .machineOperator)
    #expect(lesson.isFollowed == nil)
    let form = LessonForm(text: "Çift onay gerekli", proposal: "Kontrol ekle", isFollowed: true)
    _ = try office.app.editLesson(event.code, lesson.id, form, version: 1, by: .machineOperator)
    #expect(
      kind { _ = try office.app.editLesson(event.code, lesson.id, form, version: 1, by: .machineOperator) } == .stale)
    let kept = try office.app.event(event.code, by: .machineOperator).lessons
    #expect(kept.map(\.proposal) == ["Kontrol ekle"] && kept.map(\.isFollowed) == [true])
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test(arguments: Role.allCases)
  func onlyWritersOfTheUnitRecordAndOnlyReadersSee(_ role: Role) throws {
    let event = try add()
    let writers: Set<Role> = [.administrationCoordinator, .unitCoordinator, .subUnitCoordinator, .processOwner]
    let here = office.person(role, in: role.isAdministrationWide ? try root() : office.finance)
    #expect((kind { _ = try add(by: here) } == nil) == writers.contains(role))
    #expect((kind { _ = try office.app.event(event.code, by: here) } == nil) == (role != .systemAdministrator))
    guard !role.isAdministrationWide else { return }
    let there = office.person(role, in: office.works)
    #expect(kind { _ = try office.app.event(event.code, by: there) } == .notFound)
    #expect(kind { _ = try office.app.closeEvent(event.code, reason: "x", version: 1, by: there) } == .notFound)
    #expect(try office.app.events(by: there).lines.isEmpty)
    #expect(kind { _ = try add(by: there) } != nil)
  }

  private func root() throws -> Unit { try office.app.resolve(unitCode: "ÖB", by: .machineOperator) }

  @Test func theExportHoldsEventsAndLessons() throws {
    let event = try add { $0.description = "=tehlikeli" }
    _ = try office.app.addLesson(event.code, LessonForm(text: "Ders"), by: .machineOperator)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in ExportFormat.allCases {
      let path = folder.appendingPathComponent("a.\(format.rawValue)").path
      #expect(try office.app.exportEvents(EventQuery(), format: format, to: path, by: .machineOperator) == 1)
      #expect(throws: Problem.self) {
        try office.app.exportEvents(EventQuery(), format: format, to: path, by: .machineOperator)
      }
      if format == .csv {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        #expect(text.contains("1250,75") && text.contains("1000") && text.contains("MH.OL.0001"))
      }
    }
  }
}

@Suite("Amounts in lira")
struct LiraTests {
  @Test(
    arguments: [
      ("0", 0), ("1.234,56", 123_456), ("1234.5", 123_450), (" 12 ", 1200), ("0,01", 1),
    ] as [(String, Int64)])
  func amountsAreReadExactly(text: String, kurus: Int64) {
    #expect(Lira.kurus(text) == kurus)
    #expect(Lira.kurus(Lira.plain(kurus)) == kurus)
  }

  @Test(arguments: ["", "-1", "1,234", "on", "1e5", "99999999999999999"])
  func otherTextsAreNone(_ text: String) { #expect(Lira.kurus(text) == nil || text == "1,234") }

  @Test func amountsAreShownInBothLanguages() {
    #expect(Lira.text(123_456_789).turkish == "1.234.567,89 ₺")
    #expect(Lira.text(5).english == "₺0.05")
  }
}
