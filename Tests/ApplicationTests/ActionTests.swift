import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// The action plan: adding, progress, evidence before completion, reviews, scope, past days.
@Suite struct ActionTests {
  private func form(_ town: Town, _ unit: Unit, due: Int = 60) -> ActionForm {
    var form = ActionForm()
    (form.unitCode, form.risks, form.title) = (unit.code, [town.risk(of: unit)], "Takip ekranı kurulması")
    (form.owner, form.cost, form.partners) = ("Müdür", "12.500,75", ["HUK"])
    (form.dueOn, form.outcome) = (Town.today.adding(days: due), "Rapor")
    return form
  }

  private func prove(_ town: Town, _ code: String) throws -> Evidence {
    let path = town.folder.fresh("txt")
    try Data("Tutanak\n".utf8).write(to: URL(fileURLWithPath: path))
    return try town.app.attachEvidence(
      file: path, name: "tutanak.txt", to: EvidenceTarget(.action, code), by: .machineOperator)
  }

  @Test func costIsExactAndStatusFollowsProgressAndDay() throws {
    let town = try Town()
    let made = try town.app.addAction(form(town, town.finance), by: .machineOperator)
    #expect(made.code == "MH.EY.0001" && made.details.cost == 1_250_075)
    func line() throws -> ActionLine { try town.app.action(made.code, by: .machineOperator).line }
    #expect(try line().status == .planned && line().urgency == .inTime)
    try town.app.recordProgress(made.code, percent: 40, note: "Başladı", by: .machineOperator)
    #expect(try line().status == .inProgress && line().percent == 40)
    town.wait(days: 30)
    #expect(try line().urgency == .dueSoon)
    town.wait(days: 31)
    #expect(try line().urgency == .overdue)
    #expect(try town.app.dashboard(by: .machineOperator).actions?.overdue == 1)
    #expect(try town.app.actions(ActionQuery(state: .overdue), by: .machineOperator).lines.count == 1)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func withoutStandingEvidenceNothingIsCompletedAndThenTheRiskIsReviewed() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let code = try town.app.addAction(form(town, town.works), by: .machineOperator).code
    func complete() throws { _ = try town.app.completeAction(code, note: "Bitti", version: 1, by: .machineOperator) }
    #expect(faultyFields { try complete() } == ["evidence"])
    let file = try prove(town, code)
    _ = try town.app.withdrawEvidence(file.id, reason: "Yanlış dosya", by: .machineOperator)
    #expect(faultyFields { try complete() } == ["evidence"], "withdrawn evidence does not count")
    let kept = try prove(town, code)
    town.wait(days: 1)
    try complete()
    let reviews = try town.page(reference).findings.filter { $0.code.hasPrefix("review-due") }
    #expect(reviews.count == 1 && reviews[0].message.turkish.contains(code))
    #expect(refusal { _ = try town.app.withdrawEvidence(kept.id, reason: "x", by: .machineOperator) } == .conflict)
    #expect(refusal { try town.app.recordProgress(code, percent: 5, note: "", by: .machineOperator) } == .conflict)
    let version = try town.page(reference).row.risk.version
    town.wait(seconds: 60)
    _ = try town.app.assess(
      reference, AssessmentInput(inherent: ScoreInput(likelihood: 2, impact: 2)), version: version,
      by: .machineOperator)
    #expect(try town.page(reference).findings.allSatisfy { !$0.code.hasPrefix("review-due") })
    let then = try town.app.actions(ofRisk: reference, asOf: Town.today, by: .machineOperator).lines
    #expect(then.map(\.status) == [.planned], "a past day shows what stood then")
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func formNamesEveryFieldAtFaultAndOldVersionsAreRefused() throws {
    let town = try Town()
    var wrong = form(town, town.works, due: -1)
    (wrong.unitCode, wrong.risks, wrong.title) = ("YOK", ["YOK.RA.0001"], " ")
    (wrong.partners, wrong.cost) = (["YOK"], "çok")
    let fields = faultyFields { _ = try town.app.addAction(wrong, by: .machineOperator) }
    #expect(Set(fields) == ["title", "unit", "risks", "partners", "dueOn", "cost"])
    let code = try town.app.addAction(form(town, town.works), by: .machineOperator).code
    _ = try town.app.editAction(code, form(town, town.works, due: 90), version: 1, by: .machineOperator)
    #expect(
      refusal { _ = try town.app.editAction(code, form(town, town.works), version: 1, by: .machineOperator) } == .stale)
    #expect(
      faultyFields { try town.app.recordProgress(code, percent: 101, note: "", by: .machineOperator) } == ["percent"])
    _ = try town.app.cancelAction(code, reason: "Ödenek yok", version: 2, by: .machineOperator)
    #expect(try town.app.actions(by: .machineOperator).lines.isEmpty)
    #expect(try town.app.actions(ActionQuery(state: .cancelled), by: .machineOperator).lines.count == 1)
  }

  @Test func seenByItsUnitAndByThatOfItsRiskWrittenByItsUnitOnly() throws {
    let town = try Town()
    var shared = form(town, town.works)
    shared.risks = [town.risk(of: town.legal)]
    let code = try town.app.addAction(shared, by: .machineOperator).code
    let works = try town.person(.unitCoordinator, in: town.works)
    let legal = try town.person(.unitCoordinator, in: town.legal)
    let finance = try town.person(.unitCoordinator, in: town.finance)
    try town.app.recordProgress(code, percent: 10, note: "", by: works)
    #expect(try town.app.action(code, by: legal).line.percent == 10)
    #expect(refusal { try town.app.recordProgress(code, percent: 20, note: "", by: legal) } == .forbidden)
    #expect(refusal { _ = try town.app.action(code, by: finance) } == .notFound)
    #expect(try town.app.actions(by: finance).lines.isEmpty)
    let auditor = try town.person(.internalAuditor, in: town.root)
    #expect(refusal { _ = try town.app.addAction(form(town, town.works), by: auditor) } == .forbidden)
  }

  @Test func exportsThePlan() throws {
    let town = try Town()
    _ = try town.app.addAction(form(town, town.works), by: .machineOperator)
    #expect(try town.app.exportActions(ActionQuery(), to: town.folder.fresh("xlsx"), by: .machineOperator) == 1)
  }
}
