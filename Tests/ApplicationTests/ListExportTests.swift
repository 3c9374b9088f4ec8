import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Shares, relations, origins, estimates, escalations, decisions and votes as tables.
@Suite struct ListExportTests {
  let town: Town
  private let owner = Actor.machineOperator

  init() throws {
    town = try Town()
    let app = town.app
    _ = try app.shareRisk(
      town.risk(of: town.finance), with: town.works.code, reason: "Ortak \"iş\"", by: owner)
    _ = try app.relateRisks(
      town.risk(of: town.finance), to: town.risk(of: town.legal), kind: .triggers, note: "Not", by: owner)
    let entry = try #require(try app.suggestions(unitCode: "MH", by: owner).suggestions.first).entry
    _ = try app.adoptRisks([entry], unitCode: "MH", by: owner)
    var form = EstimateForm()
    (form.frequency, form.minimum, form.mode, form.maximum) = ("0,5", "10.000", "40.000", "250.000")
    form.rationale = "Görüşme"
    try app.setEstimate(town.risk(of: town.works), form, version: 0, by: owner)
    _ = try app.runEscalation(by: owner)
    try ListExportTests.drawChart(town)
  }

  /// A process of the finance directorate with a chart in force, on whose step its risk lies.
  private static func drawChart(_ town: Town) throws {
    let app = town.app
    let (drawer, approver) = (
      try town.person(.processOwner, in: town.finance), try town.person(.unitCoordinator, in: town.finance)
    )
    var form = ProcessForm()
    (form.code, form.unitCode, form.name, form.owner) = ("ÖDE-01", "MH", "Ödeme", "Müdür")
    (form.legalBasis, form.documentNumber, form.isService, form.serviceTime) = (["5018"], "İA-1", true, "15 gün")
    (form.serviceDocuments, form.complaintFirst) = (["Dilekçe", "Tapu"], "Müdürlük")
    let code = try app.addProcess(form, by: drawer).code
    let draft = try app.saveChart(code, ProcessOffice.chart(), note: "", version: nil, by: drawer)
    let open = try app.submitChart(code, version: draft.version, by: drawer)
    _ = try app.approveChart(code, version: open.version, by: approver)
    try app.linkRisk(code, step: "1", point: "R1", reference: town.risk(of: town.finance), by: drawer)
  }

  private func table(_ list: ExportList, unit: String? = nil, by actor: Actor = .machineOperator) throws -> [[String]] {
    let path = town.folder.fresh("csv")
    try town.app.exportList(list, unitCode: unit, format: .csv, to: path, by: actor)
    let sheet = try #require(try Workbook.read(path: path).sheets.first)
    return sheet.rows.dropFirst().map { row in row.columns.map { row.text($0) } }
  }

  @Test func theJournalAndChangesOfMethodAreGivenAwayToWhoMayReadThem() throws {
    try town.app.publishMethod(
      .id("10x10"), reason: "Yeni rehber", version: try town.app.administration().version, by: owner)
    let change = try #require(try table(.methodChanges).first)
    #expect(change.contains("5x5") && change.contains("10x10") && change.contains("Yeni rehber"))
    let lines = try table(.journal)
    #expect(lines.contains { $0.contains("Risk paylaşıldı") && $0.contains(town.risk(of: town.finance)) })
    #expect(lines.contains { $0.contains("Yöntem yayımlandı") })
    let works = try town.person(.unitCoordinator, in: town.works)
    let own = try table(.journal, by: works)
    #expect(!own.isEmpty && !own.contains { $0.contains(town.risk(of: town.finance)) })
    let board = try town.person(.boardMember, in: town.root)
    #expect(throws: Problem.self) { try table(.journal, by: board) }
    #expect(throws: Problem.self) { try table(.methodChanges, by: works) }
  }

  @Test func eachListSaysWhatStands() throws {
    let (finance, legal) = (town.risk(of: town.finance), town.risk(of: town.legal))
    let share = try #require(try table(.shares).first)
    #expect(share[0] == finance && share.contains("FEN") && share.contains("Ortak \"iş\""))
    let relation = try #require(try table(.relations).first)
    #expect(relation[0] == finance && relation.contains("tetikler") && relation.contains(legal))
    #expect(try table(.origins).map { $0.contains("Aynı") } == [true])
    let estimate = try #require(try table(.estimates).first)
    #expect(estimate[0] == town.risk(of: town.works) && estimate.contains("Görüşme") && estimate.contains("0,5"))
    #expect(try table(.escalations).count == town.app.escalations(by: owner).lines.count)
    #expect(try table(.decisions).isEmpty && table(.votes).isEmpty)
    let step = try #require(try table(.steps).first)
    #expect(step[0] == finance && step.contains("ÖDE-01") && step.contains("Ödeme emrinin düzenlenmesi"))
    let process = try #require(try table(.processes).first)
    #expect(process[0] == "ÖDE-01" && process.contains("Ana süreç") && process.contains("5018"))
    let service = try #require(try table(.services).first)
    #expect(service.contains("1. Dilekçe; 2. Tapu") && service.contains("15 gün") && service.contains("Müdürlük"))
    #expect(try table(.duties).map { $0[0] } == ["Müdür", "Şef"])
    #expect(try table(.duties, unit: "FEN").isEmpty && table(.services, unit: "FEN").isEmpty)
    #expect(try table(.relations, unit: "FEN").isEmpty && table(.estimates, unit: "FEN").count == 1)
  }

  @Test(arguments: ExportList.allCases.filter { $0 != .methodChanges && $0 != .journal })
  func aListIsAWorkbookTooAndKeepsToWhatIsInView(list: ExportList) throws {
    let path = town.folder.fresh("xlsx")
    let count = try town.app.exportList(list, format: .xlsx, to: path, by: owner)
    #expect(count == (try table(list)).count)
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(refusal { try town.app.exportList(list, format: .xlsx, to: path, by: owner) } == .conflict)
    let stranger = try town.person(.processOwner, in: town.payroll)
    #expect(try table(list, by: stranger).isEmpty)
    let outsider = try town.person(.systemAdministrator, in: town.root)
    if list != .votes { #expect(refusal { _ = try table(list, by: outsider) } == .forbidden) }
  }

  @Test func theRegistersWorkbookCarriesThemAndComesBackUnchanged() throws {
    let path = town.folder.fresh("xlsx")
    _ = try town.app.exportRegister(RegisterQuery(), format: .xlsx, to: path, by: owner)
    let book = try Workbook.read(path: path)
    let names = book.sheets.map(\.name)
    for list in ExportList.ofRegister { #expect(names.contains(list.name.turkish)) }
    let back = try town.preview(path)
    #expect(back.rows.allSatisfy { $0.action == .unchanged } && back.proposedUnits.isEmpty)
    #expect(!back.problems.contains { $0.code == "no-header" })
    var query = RegisterQuery()
    query.unitCode = town.payroll.code
    let narrow = town.folder.fresh("xlsx")
    _ = try town.app.exportRegister(query, format: .xlsx, to: narrow, by: owner)
    #expect(try Workbook.read(path: narrow).sheets.count == 1)
  }
}
