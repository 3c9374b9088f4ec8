import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceApplication

@Suite struct ProcessTests {
  @Test func aProcessStandsInItsTree() throws {
    let office = try ProcessOffice()
    var form = ProcessForm()
    (form.parentCode, form.unitCode, form.name) = (office.code, "MHT", "Maaş ödemesi")
    let first = try office.app.addProcess(form, by: office.owner)
    let second = try office.app.addProcess(form, by: office.owner)
    #expect([first.code, second.code] == ["ÖDE-01.01", "ÖDE-01.02"])
    let lines = try office.app.processTree(by: office.owner)
    #expect(lines.map(\.record.code) == ["ÖDE-01", "ÖDE-01.01", "ÖDE-01.02"])
    #expect(lines.map(\.depth) == [1, 2, 2])
    #expect(lines.map(\.level) == [.main, .process, .process])
    #expect(lines.map(\.hasChildren) == [true, false, false])
    let page = try office.app.process("ode-01.02", by: office.owner)
    #expect(page.path.map(\.code) == ["ÖDE-01", "ÖDE-01.02"])
    #expect(try office.isIntact())
  }

  @Test func aProcessIsNotMovedBelowItself() throws {
    let office = try ProcessOffice()
    var form = ProcessForm()
    (form.parentCode, form.unitCode, form.name) = (office.code, "MH", "Alt")
    let child = try office.app.addProcess(form, by: office.owner)
    form.parentCode = child.code
    #expect(
      faultyFields { _ = try office.app.editProcess(office.code, form, version: 1, by: office.owner) } == ["parent"])
  }

  @Test(arguments: ["öde-01", "ODE-01", "iki sözcük", ""]) func codesAreGivenOnce(_ code: String) throws {
    let office = try ProcessOffice()
    var form = ProcessForm()
    (form.code, form.unitCode, form.name) = (code, "MH", "Başka")
    if code.isEmpty {
      #expect(try office.app.addProcess(form, by: office.owner).code == "MH-01")
    } else {
      #expect(faultyFields { _ = try office.app.addProcess(form, by: office.owner) } == ["code"])
    }
  }

  @Test func twoWhoEditAreTold() throws {
    let office = try ProcessOffice()
    let record = try office.app.process(office.code, by: office.owner).record
    var form = ProcessForm(record, unitCode: "MH", parentCode: nil)
    form.owner = "Bir başkası"
    _ = try office.app.editProcess(office.code, form, version: 1, by: office.owner)
    form.owner = "Üçüncü"
    let stale = problem { _ = try office.app.editProcess(office.code, form, version: 1, by: office.coordinator) }?.stale
    #expect(stale?.currentVersion == 2)
    #expect(stale?.differences.map(\.field) == ["owner"])
    #expect(stale?.differences.first?.theirs == "Bir başkası")
  }

  @Test func closedProcessesAreReadOnly() throws {
    let office = try ProcessOffice()
    let app = office.app
    #expect(
      faultyFields { _ = try app.retireProcess(office.code, reason: " ", version: 1, by: office.owner) } == ["reason"])
    _ = try app.retireProcess(office.code, reason: "Devredildi", version: 1, by: office.owner)
    #expect(
      refusal { _ = try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner) }
        == .conflict)
    #expect(try app.process(office.code, by: office.owner).may.draw == false)
    _ = try app.reinstateProcess(office.code, version: 2, by: office.owner)
    #expect(try app.process(office.code, by: office.owner).may.draw)
    #expect(try office.isIntact())
  }

  @Test func peopleSeeTheirUnitsOnly() throws {
    let office = try ProcessOffice()
    let stranger = try office.town.person(.unitCoordinator, in: office.town.works)
    #expect(try office.app.processTree(by: stranger).isEmpty)
    #expect(refusal { _ = try office.app.process(office.code, by: stranger) } == .notFound)
    #expect(refusal { _ = try office.app.chart(office.code, by: stranger) } == .notFound)
    let auditor = try office.town.person(.internalAuditor, in: office.town.root)
    #expect(try office.app.processTree(by: auditor).count == 1)
    #expect(
      refusal { _ = try office.app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: auditor) }
        == .forbidden)
  }

  @Test(arguments: Role.allCases) func rolesMayWhatTheyShould(_ role: Role) throws {
    let office = try ProcessOffice()
    let person = try office.town.person(role, in: role.isAdministrationWide ? office.town.root : office.town.finance)
    var form = ProcessForm()
    (form.unitCode, form.name) = ("MH", "Yeni")
    let mayManage: Set<Role> = [.administrationCoordinator, .unitCoordinator, .subUnitCoordinator, .processOwner]
    #expect((refusal { _ = try office.app.addProcess(form, by: person) } == nil) == mayManage.contains(role))
    let draft = try office.app.saveChart(
      office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner)
    let submitted = try office.app.submitChart(office.code, version: draft.version, by: office.owner)
    let mayApprove: Set<Role> = [.topManager, .administrationCoordinator, .unitCoordinator]
    let refused = refusal {
      _ = try office.app.approveChart(office.code, version: submitted.version, by: person)
    }
    #expect((refused == nil) == mayApprove.contains(role))
  }

  @Test func thePastIsSeenByTheUnitThatOwnsItToday() throws {
    let office = try ProcessOffice()
    office.town.wait(days: 2)
    let record = try office.app.process(office.code, by: office.owner).record
    var form = ProcessForm(record, unitCode: "FEN", parentCode: nil)
    form.name = "Ödeme (devredildi)"
    _ = try office.app.editProcess(office.code, form, version: 1, by: .machineOperator)
    #expect(refusal { _ = try office.app.process(office.code, by: office.owner, asOf: Town.today) } == .notFound)
    let works = try office.town.person(.processOwner, in: office.town.works)
    let past = try office.app.process(office.code, by: works, asOf: Town.today)
    #expect(past.record.details.name == "Ödeme")
  }

  @Test func unitsWithProcessesStayOpen() throws {
    let office = try ProcessOffice()
    try office.town.retire(office.town.works)
    var form = ProcessForm()
    (form.unitCode, form.name) = ("FEN", "Yol yapımı")
    let code = try office.app.addProcess(form, by: .machineOperator).code
    let close = {
      try office.app.retireUnit("FEN", reason: "x", version: office.town.works.version, by: .machineOperator)
    }
    #expect(problem { _ = try close() }?.message.turkish.contains("1 açık süreç (\(code))") == true)
  }

  @Test func catalogueProcessesAreAdoptedOncePerUnit() throws {
    let office = try ProcessOffice()
    let app = office.app
    let record = try app.adoptProcess("mal-02", unitCode: "MH", by: office.owner)
    #expect(record.code == "MAL-02")
    #expect(record.origin == "MAL-02")
    let page = try app.process("MAL-02", by: office.owner)
    let shipped = try app.catalogueProcesses(by: office.owner).first { $0.process.card.code == "MAL-02" }
    #expect(page.open?.number == 1)
    #expect(page.open?.chart == shipped?.process.chart.tidied)
    #expect(shipped?.adopted == ["MAL-02"])
    #expect(refusal { _ = try app.adoptProcess("MAL-02", unitCode: "MH", by: office.owner) } == .conflict)
    let other = try app.adoptProcess("MAL-02", unitCode: "FEN", by: .machineOperator)
    #expect(other.code == "MAL-02-FEN")
    #expect(try office.isIntact())
  }

  @Test func pastTreesAreSeen() throws {
    let office = try ProcessOffice()
    office.town.wait(days: 3)
    let then = Town.today.adding(days: 1)
    var form = ProcessForm()
    (form.unitCode, form.name) = ("MH", "Yeni süreç")
    _ = try office.app.addProcess(form, by: office.owner)
    let record = try office.app.process(office.code, by: office.owner).record
    var edited = ProcessForm(record, unitCode: "MH", parentCode: nil)
    edited.name = "Ödeme ve muhasebe"
    _ = try office.app.editProcess(office.code, edited, version: 1, by: office.owner)
    #expect(try office.app.processTree(by: office.owner).count == 2)
    let past = try office.app.processTree(by: office.owner, asOf: then)
    #expect(past.map(\.record.details.name) == ["Ödeme"])
    #expect(try office.app.processTree(by: office.owner, asOf: Town.today.adding(days: -1)).isEmpty)
  }
}
