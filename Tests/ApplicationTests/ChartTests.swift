import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceApplication

@Suite struct ChartTests {
  @Test func aChartGoesFromDraftToApproval() throws {
    let office = try ProcessOffice()
    let approved = try office.approve()
    #expect(approved.state == .approved)
    #expect(approved.number == 1)
    #expect(approved.effectiveOn == Town.today)
    #expect(approved.reviewDueOn == Town.today.adding(months: 12))
    let page = try office.app.process(office.code, by: office.owner)
    #expect(page.approved?.chart == ProcessOffice.chart())
    #expect(page.open == nil)
    #expect(try office.isIntact())
  }

  @Test func aLaterApprovalSupersedes() throws {
    let office = try ProcessOffice()
    try office.approve()
    office.town.wait(days: 10)
    let second = try office.approve(ProcessOffice.chart("Ödeme emrinin hazırlanması"))
    #expect(second.number == 2)
    let page = try office.app.process(office.code, by: office.owner)
    #expect(page.versions.map(\.state) == [.approved, .superseded])
    let comparison = try office.app.compareCharts(office.code, by: office.owner)
    #expect(comparison.old?.number == 1)
    #expect(comparison.new.number == 2)
    #expect(try office.isIntact())
  }

  @Test func pastChartsAreThoseThatWereInForce() throws {
    let office = try ProcessOffice()
    try office.approve()
    office.town.wait(days: 10)
    try office.approve(ProcessOffice.chart("Ödeme emrinin hazırlanması"))
    let then = try office.app.chart(office.code, by: office.owner, asOf: Town.today.adding(days: 9))
    #expect(then.version?.number == 1)
    #expect(then.version?.state == .approved)
    #expect(then.may == ProcessAbilities())
    let now = try office.app.chart(office.code, by: office.owner, asOf: Town.today.adding(days: 10))
    #expect(now.version?.number == 2)
    #expect(try office.app.process(office.code, by: office.owner, asOf: Town.today).versions.count == 1)
  }

  @Test func errorsBlockReviewAndApproval() throws {
    let office = try ProcessOffice()
    let draft = try office.app.saveChart(office.code, ProcessOffice.broken, note: "", version: nil, by: office.owner)
    #expect(draft.figures.errors > 0)
    #expect(try office.app.processTree(by: office.owner).first?.errorCount == draft.figures.errors)
    let refused = problem { _ = try office.app.submitChart(office.code, version: draft.version, by: office.owner) }
    #expect(refused?.kind == .conflict)
    #expect(refused?.fields.count == draft.figures.errors)
    // A card that loses its owner after review blocks the approval too.
    let mended = try office.app.saveChart(
      office.code, ProcessOffice.chart(), note: "", version: draft.version, by: office.owner)
    let submitted = try office.app.submitChart(office.code, version: mended.version, by: office.owner)
    let record = try office.app.process(office.code, by: office.owner).record
    var form = ProcessForm(record, unitCode: "MH", parentCode: nil)
    form.owner = ""
    _ = try office.app.editProcess(office.code, form, version: 1, by: office.owner)
    #expect(
      refusal { _ = try office.app.approveChart(office.code, version: submitted.version, by: office.coordinator) }
        == .conflict)
  }

  @Test func whoPreparedDoesNotApprove() throws {
    let office = try ProcessOffice()
    let app = office.app
    let draft = try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.coordinator)
    // Somebody else saves last; the first preparer remains one.
    let again = try app.saveChart(
      office.code, ProcessOffice.chart("Düzenleme"), note: "", version: draft.version, by: office.owner)
    let submitted = try app.submitChart(office.code, version: again.version, by: office.owner)
    let refused = problem { _ = try app.approveChart(office.code, version: submitted.version, by: office.coordinator) }
    #expect(refused?.kind == .forbidden)
    #expect(try app.process(office.code, by: office.coordinator).may.whyNotApprove != nil)
    #expect(
      refusal { _ = try app.approveChart(office.code, version: submitted.version, by: office.owner) } == .forbidden)
    #expect(
      refusal { _ = try app.approveChart(office.code, version: submitted.version, by: .machineOperator) } == .forbidden)
    let other = try office.town.person(.topManager, in: office.town.root)
    #expect(try app.process(office.code, by: other).may.approve)
    #expect(try app.approveChart(office.code, version: submitted.version, by: other).decidedBy == other.displayName)
  }

  @Test func versionsInReviewAreReturnedBeforeTheyChange() throws {
    let office = try ProcessOffice()
    let app = office.app
    let draft = try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner)
    let submitted = try app.submitChart(office.code, version: draft.version, by: office.owner)
    #expect(
      refusal {
        _ = try app.saveChart(
          office.code, ProcessOffice.chart("x"), note: "", version: submitted.version, by: office.owner)
      } == .conflict)
    #expect(
      refusal { _ = try app.returnChart(office.code, reason: "Eksik", version: submitted.version, by: office.owner) }
        == .forbidden)
    let back = try app.returnChart(
      office.code, reason: "Eksik", version: submitted.version, by: office.coordinator)
    #expect(back.state == .draft)
    #expect(back.returnReason == "Eksik")
    let gone = try app.discardChart(office.code, version: back.version, by: office.owner)
    #expect(gone.state == .discarded)
    #expect(try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner).number == 2)
    #expect(try office.isIntact())
  }

  @Test func twoWhoDrawAreTold() throws {
    let office = try ProcessOffice()
    let app = office.app
    let draft = try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner)
    _ = try app.saveChart(
      office.code, ProcessOffice.chart("Yeni ad"), note: "", version: draft.version, by: office.coordinator)
    let stale = problem {
      _ = try app.saveChart(
        office.code, ProcessOffice.chart("Başka ad"), note: "", version: draft.version, by: office.owner)
    }?.stale
    #expect(stale?.currentVersion == 2)
    #expect(stale?.differences.map(\.field) == ["step-1"])
    // A second first draft meets the one that is open.
    #expect(
      refusal { _ = try app.saveChart(office.code, ProcessOffice.chart(), note: "", version: nil, by: office.owner) }
        == .stale)
  }

  @Test func previewsSaveNothing() throws {
    let office = try ProcessOffice()
    let preview = try office.app.previewChart(office.code, ProcessOffice.broken, by: office.owner)
    #expect(!preview.errors.isEmpty)
    #expect(try office.app.chart(office.code, by: office.owner).version == nil)
  }

  @Test func chartsThatCannotBeKeptAreRefused() throws {
    let office = try ProcessOffice()
    var twice = ProcessOffice.chart()
    twice.steps.append(twice.steps[0])
    #expect(
      faultyFields { _ = try office.app.saveChart(office.code, twice, note: "", version: nil, by: office.owner) }
        == ["chart"])
  }

  @Test func risksAndControlsAreLinkedToSteps() throws {
    let office = try ProcessOffice()
    let app = office.app
    try office.approve()
    let reference = office.town.risk(of: office.town.finance)
    let link = try app.linkRisk(office.code, step: "1", point: "R1", reference: reference, by: office.owner)
    #expect(try app.linkRisk(office.code, step: "1", point: "R1", reference: reference, by: office.owner) == link)
    let page = try app.process(office.code, by: office.owner)
    #expect(page.links.map(\.reference) == [reference])
    #expect(page.links.first?.pointText == "Mükerrer ödeme")
    #expect(page.links.first?.level != nil)
    let steps = try app.steps(ofRisk: reference, by: office.owner)
    #expect(steps.map(\.stepName) == ["Ödeme emrinin düzenlenmesi"])
    #expect(
      faultyFields { _ = try app.linkRisk(office.code, step: "9", reference: reference, by: office.owner) } == ["step"])
    #expect(
      faultyFields {
        _ = try app.linkRisk(office.code, step: "2", point: "R1", reference: reference, by: office.owner)
      } == ["point"])
    let foreign = office.town.risk(of: office.town.works)
    #expect(
      faultyFields { _ = try app.linkRisk(office.code, step: "1", reference: foreign, by: office.owner) }
        == ["reference"])
    office.town.wait(days: 1)
    try app.endLink(office.code, id: link.id.rawValue, by: office.owner)
    #expect(try app.process(office.code, by: office.owner).links.isEmpty)
    #expect(try app.steps(ofRisk: reference, by: office.owner, asOf: Town.today).count == 1)
    #expect(try office.isIntact())
  }
}
