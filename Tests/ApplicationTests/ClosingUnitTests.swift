import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// A unit is closed only when nothing lives in it, and the refusal says what does.
@Suite struct ClosingUnitTests {
  let town: Town
  private let owner = Actor.machineOperator

  init() throws { town = try Town() }

  private func close(_ unit: Unit) throws {
    let version = try town.app.resolve(unitCode: unit.code, by: owner).version
    _ = try town.app.retireUnit(unit.code, reason: "Birleşti", version: version, by: owner)
  }

  @Test func theRefusalListsWhatStandsInTheWay() throws {
    var indicator = GaugeOffice.form()
    indicator.unitCode = town.works.code
    let gauge = try town.app.addIndicator(indicator, by: owner).code
    let control = try town.app.addControl(ControlUseTests.form(town.works.code), by: owner).code
    var action = ActionForm()
    (action.unitCode, action.risks, action.title) = (town.works.code, [town.risk(of: town.legal)], "İş")
    (action.owner, action.outcome, action.dueOn) = ("Müdür", "Rapor", Town.today.adding(days: 9))
    let plan = try town.app.addAction(action, by: owner).code
    let refused = try #require(problem { try close(town.works) })
    let text = refused.message.turkish
    #expect(refused.kind == .conflict)
    for name in [town.risk(of: town.works), gauge, control, plan] { #expect(text.contains(name), "\(name)") }
    #expect(refused.message.english.contains("1 active indicators"))
    try town.retire(town.works)
    _ = try town.app.retireIndicator(gauge, reason: "x", version: 1, by: owner)
    _ = try town.app.retireControl(control, reason: "x", version: 1, by: owner)
    #expect(problem { try close(town.works) }?.message.turkish.contains("1 açık eylem (\(plan))") == true)
    _ = try town.app.cancelAction(plan, reason: "x", version: 1, by: owner)
    try close(town.works)
    #expect(try town.app.resolve(unitCode: town.works.code, by: owner).retiredOn == Town.today)
  }

  @Test func unitsBelowAndTheAdministrationItselfKeepItOpen() throws {
    try town.retire(town.finance)
    #expect(problem { try close(town.finance) }?.message.turkish.contains("1 açık alt birim (MHT)") == true)
    #expect(refusal { try close(town.root) } == .conflict)
  }

  @Test func anEventWithoutRiskGetsTheOneDefinedFromIt() throws {
    var form = EventForm()
    (form.unitCode, form.description, form.occurredOn) = (town.finance.code, "Fatura iki kez ödendi", Town.today)
    let code = try town.app.addEvent(form, by: owner).code
    let details = RiskDetails(unitID: town.finance.id, statement: "Yinelenen ödeme")
    let risk = try town.app.addRisk(details, assessment: nil, ofEvent: code, by: owner)
    let page = try town.app.event(code, by: owner)
    #expect(page.risks.map(\.reference) == [risk.reference] && page.line.event.version == 2)
    #expect(try town.page(risk.reference).findings.contains { $0.code == "review-due-event" })
    let version = page.line.event.version
    _ = try town.app.closeEvent(code, reason: "Bitti", version: version, by: owner)
    let count = try town.everything().count
    #expect(refusal { _ = try town.app.addRisk(details, assessment: nil, ofEvent: code, by: owner) } == .conflict)
    #expect(try town.everything().count == count, "nothing is added where the event is closed")
  }
}
