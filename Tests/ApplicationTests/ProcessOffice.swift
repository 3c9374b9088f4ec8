import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// A town with a process of its finance directorate, and the people who draw and approve its chart.
struct ProcessOffice {
  let town: Town
  let owner: Actor
  let coordinator: Actor
  let code: String

  init() throws {
    town = try Town()
    owner = try town.person(.processOwner, in: town.finance)
    coordinator = try town.person(.unitCoordinator, in: town.finance)
    var form = ProcessForm()
    (form.code, form.unitCode, form.name) = ("ÖDE-01", "MH", "Ödeme")
    (form.owner, form.legalBasis, form.documentNumber) = ("Mali Hizmetler Müdürü", ["5018 s.K. m.33"], "İA-1")
    code = try town.app.addProcess(form, by: owner).code
  }

  var app: App { town.app }

  /// A chart without findings of level error, with `name` on its task.
  static func chart(_ name: String = "Ödeme emrinin düzenlenmesi") -> Chart {
    Chart(
      steps: [
        Step(id: "b", kind: .start, role: "Şef", name: "Fatura geldi"),
        Step(id: "1", number: "1", kind: .task, role: "Şef", name: name, documents: ["Ödeme emri"]),
        Step(
          id: "2", number: "2", kind: .task, role: "Müdür", name: "Ödeme emrinin onaylanması",
          documents: ["Ödeme emri"], action: .approve),
        Step(id: "s", kind: .end, role: "Müdür", name: "Ödeme yapıldı"),
      ], flows: [Flow("b", "1"), Flow("1", "2"), Flow("2", "s")],
      risks: [RiskPoint(id: "R1", step: "1", text: "Mükerrer ödeme")],
      controls: [ControlPoint(id: "C1", step: "2", risk: "R1", kind: .preventive, text: "İkinci imza")])
  }

  /// A chart with findings of level error: its end is not reached.
  static var broken: Chart {
    var chart = chart()
    chart.flows.removeLast()
    return chart
  }

  /// Saves, hands in and approves a chart.
  @discardableResult
  func approve(_ chart: Chart = ProcessOffice.chart()) throws -> ChartVersion {
    let open = try app.process(code, by: owner).open
    let draft = try app.saveChart(code, chart, note: "", version: open?.version, by: owner)
    let submitted = try app.submitChart(code, version: draft.version, by: owner)
    return try app.approveChart(code, version: submitted.version, by: coordinator)
  }

  /// The journal and the live rows agree.
  func isIntact() throws -> Bool {
    let verdict = try app.verifyJournal(expectedHead: nil)
    for finding in verdict.findings { Issue.record("\(finding)") }
    return verdict.isIntact
  }
}
