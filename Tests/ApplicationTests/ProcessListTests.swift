import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

@Suite struct ProcessListTests {
  @Test func coverageNamesWhatIsMissing() throws {
    let office = try ProcessOffice()
    let app = office.app
    let empty = try app.processCoverage(by: office.owner)
    #expect((empty.processCount, empty.chartedCount) == (1, 0))
    #expect(empty.withoutChart.map(\.record.code) == [office.code])
    #expect(empty.unplaced.map(\.reference).sorted() == ["MH", "MHT"].compactMap { office.town.risks[$0] }.sorted())
    var bare = ProcessOffice.chart()
    (bare.risks, bare.controls) = ([], [])
    try office.approve(bare)
    #expect(try app.processCoverage(by: office.owner).withoutRisks.count == 1)
    let reference = office.town.risk(of: office.town.finance)
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 5, impact: 5))
    let risk = try office.town.page(reference).row.risk
    _ = try app.assess(reference, input, version: risk.version, by: .machineOperator)
    try app.linkRisk(office.code, step: "1", reference: reference, by: office.owner)
    let linked = try app.processCoverage(by: office.owner)
    #expect(linked.withoutRisks.isEmpty && linked.withoutChart.isEmpty)
    #expect(linked.uncontrolled.map(\.reference) == [reference])
    #expect(linked.unplacedCount == 1)
    office.town.wait(days: 366)
    #expect(try app.processCoverage(by: office.owner).overdue.map(\.record.code) == [office.code])
  }

  @Test func heatMapsAndListsShowTheRisksOfAProcess() throws {
    let office = try ProcessOffice()
    try office.approve()
    let reference = office.town.risk(of: office.town.finance)
    try office.app.linkRisk(office.code, step: "1", reference: reference, by: office.owner)
    let map = try office.app.heatMap(unitCode: nil, processCode: office.code, by: .machineOperator)
    #expect(map.inherent.joined().reduce(0, +) == 1)
    #expect(map.inherent[4][1] == 1 && map.residual[3][1] == 1)
    #expect(try office.app.heatMap(unitCode: nil, by: .machineOperator).inherent.joined().reduce(0, +) == 5)
    var query = RegisterQuery()
    query.processCode = office.code
    #expect(try office.app.register(query, by: .machineOperator).rows.map(\.risk.reference) == [reference])
    let stranger = try office.town.person(.unitCoordinator, in: office.town.works)
    #expect(refusal { _ = try office.app.heatMap(unitCode: nil, processCode: office.code, by: stranger) } == .notFound)
  }

  @Test func rolesHaveTheirSteps() throws {
    let office = try ProcessOffice()
    var chart = ProcessOffice.chart()
    chart.steps[1].isSensitive = true
    try office.approve(chart)
    #expect(try office.app.chartRoles(by: office.owner).map(\.role) == ["Müdür", "Şef"])
    let job = try office.app.jobDescription(role: "sef", by: office.owner)
    #expect(job.role == "Şef")
    #expect(job.lines.map(\.step.id) == ["1"])
    let duties = try office.app.sensitiveDuties(by: office.owner)
    #expect(duties.map(\.step.id) == ["1"])
    #expect(duties.first?.controls.map(\.id) == ["C1"])
    let stranger = try office.town.person(.unitCoordinator, in: office.town.works)
    #expect(try office.app.sensitiveDuties(by: stranger).isEmpty)
  }

  @Test func servicesTakeTheirDocumentsFromTheChart() throws {
    let office = try ProcessOffice()
    try office.approve()
    #expect(try office.app.serviceInventory(by: office.owner).isEmpty)
    let record = try office.app.process(office.code, by: office.owner).record
    var form = ProcessForm(record, unitCode: "MH", parentCode: nil)
    (form.isService, form.serviceTime) = (true, "5 iş günü")
    _ = try office.app.editProcess(office.code, form, version: 1, by: office.owner)
    let lines = try office.app.serviceInventory(by: office.owner)
    #expect(lines.map(\.documents) == [["Ödeme emri"]])
    #expect(lines.map(\.time) == ["5 iş günü"])
  }

  @Test(arguments: [ChartFormat.outline, .csv, .xlsx, .bpmn]) func filesComeBack(_ format: ChartFormat) throws {
    let office = try ProcessOffice()
    try office.approve()
    let bytes = try office.app.exportChart(office.code, format: format, by: office.owner)
    let (version, _) = try office.app.importChart(
      office.code, bytes: bytes, name: "a.\(format.ending)", by: office.owner)
    #expect(version.number == 2)
    #expect(version.chart.steps.map(\.name) == ProcessOffice.chart().steps.map(\.name))
    #expect(version.chart.lanes == ProcessOffice.chart().lanes)
    #expect(version.chart.flows.count == 3)
    #expect(version.sourceDigest.isEmpty == (format != .bpmn))
    #expect(try office.isIntact())
  }

  @Test func bpmnThatWasNotChangedIsGivenBackByteForByte() throws {
    let office = try ProcessOffice()
    try office.approve()
    var bytes = try office.app.exportChart(office.code, format: .bpmn, by: office.owner)
    bytes += Array("<!-- başka bir aracın notu -->\n".utf8)
    let (version, _) = try office.app.importChart(office.code, bytes: bytes, name: "x/a.bpmn", by: office.owner)
    #expect(version.sourceName == "a.bpmn")
    #expect(try office.app.exportChart(office.code, number: 2, format: .bpmn, by: office.owner) == bytes)
    var chart = version.chart
    chart.steps[1].name = "Başka ad"
    _ = try office.app.saveChart(office.code, chart, note: "", version: version.version, by: office.owner)
    #expect(try office.app.exportChart(office.code, number: 2, format: .bpmn, by: office.owner) != bytes)
    #expect(try office.isIntact())
  }

  @Test(arguments: [
    ("a.txt", "bu bir şema değil"), ("a.visio", "x"), ("a.bpmn", "<x/>"), ("a.csv", "\n"), ("a.mmd", "\u{0}"),
    ("a.mmd", "graph TD\nsubgraph Şef\nend\n"), ("a.txt", "kod: X\n"),
  ])
  func otherFilesAreRefused(name: String, text: String) throws {
    let office = try ProcessOffice()
    let refusal = #expect(throws: (any Error).self) {
      _ = try office.app.importChart(office.code, bytes: Array(text.utf8), name: name, by: office.owner)
    }
    let said = (refusal as? Diagnostics)?.all.map(\.text) ?? (refusal as? Problem)?.fields.map(\.message) ?? []
    #expect(!said.isEmpty && said.allSatisfy { $0.turkish != $0.english && $0.turkish.utf8.count < 500 })
    #expect(try office.app.process(office.code, by: office.owner).versions.isEmpty)
  }

  /// Refused before anything is made of them, and said in a line.
  @Test(arguments: [
    ("a.txt", "//%"), ("a.mmd", "graph TD\na[%]"), ("a.csv", "No;Adım;Sonraki\n1;%;2\n2;B;\n"), ("a.bpmn", ""),
  ])
  func textsOfMegabytesAreRefused(name: String, text: String) throws {
    let office = try ProcessOffice()
    let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    let file =
      text.isEmpty ? "<definitions xmlns=\"\(model)\"><process><task name=\"%\"/></process></definitions>" : text
    let bytes = Array(
      file.replacing("%", with: String(repeating: "uzun ad ", count: name == "a.csv" ? 80_000 : 200_000)).utf8)
    let refusal = #expect(throws: (any Error).self) {
      _ = try office.app.importChart(office.code, bytes: bytes, name: name, by: office.owner)
    }
    let said = (refusal as? Diagnostics)?.all.map(\.text) ?? (refusal as? Problem)?.fields.map(\.message) ?? []
    #expect(!said.isEmpty && said.allSatisfy { $0.turkish != $0.english && $0.turkish.utf8.count < 500 })
  }

  /// A table of hundreds of thousands of rows is no chart; empty ones behind the steps do no harm.
  @Test(arguments: [("2;B;\n", false), (";;\n", true)])
  func tablesOfTooManyRows(row: String, isTaken: Bool) throws {
    let office = try ProcessOffice()
    let text = "No;Adım;Sonraki\n1;A;2\n2;B;\n" + String(repeating: row, count: 5_000)
    let taken = { try office.app.importChart(office.code, bytes: Array(text.utf8), name: "a.csv", by: office.owner) }
    if isTaken {
      #expect(try taken().version.chart.steps.count == 2)
    } else {
      let refusal = #expect(throws: Diagnostics.self) { try taken() }
      #expect(refusal?.all.map(\.code) == ["too-long"])
    }
  }

  @Test func theSampleHasProcesses() throws {
    let folder = try Folder()
    let now = Town.now
    let app = try App.create(
      database: folder.file("a.db"), administration: "Örnek Belediyesi", sample: true,
      dataFolder: try DataLocator.locate(), clock: { now })
    let lines = try app.processTree(by: .machineOperator)
    #expect(lines.count == 26)
    #expect(lines.count { $0.approvedNumber != nil } == 20)
    #expect(lines.filter { $0.draftState == .draft }.map(\.record.code) == ["SAT-01"])
    #expect(lines.filter(\.isReviewOverdue).map(\.record.code) == ["İMR-04"])
    #expect(lines.allSatisfy { $0.errorCount == 0 })
    let coverage = try app.processCoverage(by: .machineOperator)
    #expect(coverage.withoutChart.map(\.record.code) == ["MAL-04"])
    #expect(try app.serviceInventory(by: .machineOperator).count == 6)
    for line in lines where line.approvedNumber != nil {
      let page = try app.chart(line.record.code, by: .machineOperator)
      #expect(page.errors.isEmpty, "\(line.record.code)")
    }
    #expect(try app.process("SAT-01", by: .machineOperator).links.count == 3)
    #expect(try app.steps(ofRisk: "MH.RA.0003", by: .machineOperator).map(\.record.code) == ["MAL-01"])
    #expect(try app.verifyJournal(expectedHead: nil).isIntact)
  }
}
