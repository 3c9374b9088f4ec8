import Foundation
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// A completed action becomes a control in one step.
@Suite struct ControlOfActionTests {
  let town: Town
  private let owner = Actor.machineOperator

  init() throws { town = try Town() }

  private func action() throws -> String {
    var form = ActionForm()
    form.unitCode = town.finance.code
    form.risks = [town.finance, town.legal].map(town.risk(of:))
    (form.title, form.owner, form.outcome) = ("Çift onay kurulması", "Müdür", "Her ödemede iki onay")
    form.dueOn = Town.today.adding(days: 9)
    return try town.app.addAction(form, by: owner).code
  }

  private func complete(_ code: String) throws {
    let path = town.folder.fresh("txt")
    try Data("Tutanak\n".utf8).write(to: URL(fileURLWithPath: path))
    _ = try town.app.attachEvidence(file: path, name: "tutanak.txt", to: EvidenceTarget(.action, code), by: owner)
    _ = try town.app.completeAction(code, note: "Kuruldu", version: 1, by: owner)
  }

  private func lines(_ unit: GuvenceRegister.Unit) throws -> [RiskControls.Line] {
    try town.app.controls(ofRisk: town.risk(of: unit), by: owner).lines
  }

  @Test func itTakesTitleOwnerAndOutcomeAndServesTheSameRisks() throws {
    let code = try action()
    #expect(refusal { _ = try town.app.makeControl(ofAction: code, by: owner) } == .conflict, "not completed")
    try complete(code)
    let made = try town.app.makeControl(ofAction: code, by: owner)
    #expect(made.details.name == "Çift onay kurulması" && made.details.owner == "Müdür")
    #expect(made.details.description == "Her ödemede iki onay" && made.details.origin == code)
    #expect(made.details.unitID == town.finance.id && made.details.kind == .preventive)
    for unit in [town.finance, town.legal] {
      #expect(try lines(unit).map(\.control.code) == [made.code] && lines(unit).map(\.link.share) == [100])
    }
    #expect(try town.page(town.risk(of: town.finance)).findings.contains { $0.message.turkish.contains(code) })
    let again = problem { _ = try town.app.makeControl(ofAction: code, by: owner) }
    #expect(again?.kind == .conflict && again?.message.turkish.contains(made.code) == true)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func closedRisksAreLeftOutAndAFullShareIsNotExceeded() throws {
    let other = try town.app.addControl(ControlUseTests.form("MH", "Başka"), by: owner).code
    try town.app.linkControl(
      other, to: town.risk(of: town.finance), ControlLinkInput(share: 70, factor: .both), by: owner)
    let code = try action()
    try complete(code)
    try town.retire(town.legal)
    let made = try town.app.makeControl(ofAction: code, by: owner)
    #expect(try lines(town.finance).map(\.link.share) == [70, 30])
    #expect(try lines(town.legal).allSatisfy { $0.control.code != made.code })
  }

  @Test func itTakesTheRightToManageControls() throws {
    let code = try action()
    try complete(code)
    let reader = try town.person(.boardMember, in: town.root)
    #expect(refusal { _ = try town.app.makeControl(ofAction: code, by: reader) } == .forbidden)
    let outsider = try town.person(.unitCoordinator, in: town.payroll)
    #expect(refusal { _ = try town.app.makeControl(ofAction: code, by: outsider) } == .notFound)
  }
}
