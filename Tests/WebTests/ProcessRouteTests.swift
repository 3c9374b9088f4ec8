import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Addresses of the processes print and read back")
struct ProcessRouteTests {
  static let codes =
    RouteTests.references + ["SAT-01.02", "TŞN-01", "adoptions", "coverage", "duties", "linking", "chart"]

  static let query: ProcessQuery = {
    var query = ProcessQuery()
    (query.text, query.unit, query.processClass, query.state) = ("satın & alma?", "İŞ/K", .support, .overdue)
    return query
  }()

  static let look: ChartLook = {
    var look = ChartLook(number: 3)
    (look.orientation, look.paper, look.asOf) = (.vertical, .a3, Day(2026, 9, 30))
    return look
  }()

  static let asked: [ProcessRoute] =
    [
      .list(ProcessQuery()), .list(query), .new(unit: nil, parent: nil), .new(unit: "MH", parent: "SAT-01"),
      .adoptions, .coverage, .linking(risk: "MH.RA.0002"), .duties(role: nil), .duties(role: "Şube Müdürü"), .services,
    ]
    + codes.flatMap { code -> [ProcessRoute] in
      [
        .show(code, asOf: nil), .show(code, asOf: Day(2026, 9, 30)), .editForm(code), .retireForm(code),
        .chart(code, ChartLook()), .chart(code, look), .export(code, number: nil, "bpmn"),
        .export(code, number: 2, "svg"), .editor(code), .importForm(code), .versions(code),
        .differences(code, from: nil, to: nil), .differences(code, from: 1, to: 2), .papers(code, number: nil),
        .papers(code, number: 2), .papers(code, number: 1, form: "lanes"),
      ] + ChartDecision.allCases.map { .decideForm(code, $0) }
    }

  static let posted: [ProcessRoute] =
    [.add, .adopt]
    + codes.flatMap { code -> [ProcessRoute] in
      [
        .edit(code), .retire(code), .reinstate(code), .saveChart(code), .preview(code), .importFile(code),
        .link(code), .endLink(code, 7),
      ] + ChartDecision.allCases.map { .decide(code, $0) }
    }

  @Test(arguments: asked) func getReadsWhatItPrints(_ route: ProcessRoute) {
    #expect(Route(.get, address: Route.process(route).path) == .process(route))
    #expect(route.path.utf8.allSatisfy { (0x21...0x7E).contains($0) })
  }

  @Test(arguments: posted) func postReadsWhatItPrints(_ route: ProcessRoute) {
    #expect(Route(.post, address: Route.process(route).path) == .process(route))
  }

  @Test(arguments: [
    "/processes/X/chart/other", "/processes/X/versions/yok", "/processes/X/links", "/processes/coverage/x",
    "/processes/linking",
    "/services/x", "/processes/X/edit/", "/processes/X/chart/chart.",
  ])
  func unknownAddressesAreRefused(_ path: String) {
    if path != "/processes/X/chart/chart." { #expect(Route(.get, path: path) == nil) }
  }
}

@Suite("The editor's form becomes rows")
struct ChartInputTests {
  private func values(_ rows: [[String: String]], _ more: [(name: String, value: String)] = []) -> Values {
    let names = ChartInput.fields.map(\.name) + ["step-calls", "step-action", "step-flag"]
    return Values(rows.flatMap { row in names.map { (name: $0, value: row[$0] ?? "") } } + more)
  }

  @Test func fieldsOfOneNameAreRowsInOrder() {
    let input = ChartInput(
      values(
        [
          ["step-no": "1", "step-name": " Talep\ngeldi ", "step-kind": "başla", "step-action": "K"],
          [
            "step-no": "2", "step-name": "Ödeme", "step-kind": "alt süreç", "step-calls": "MAL-01",
            "step-flag": "dönülmez",
          ],
        ], [("lanes", "Masa; Şef")]))
    #expect(input.table.rows.map(\.name) == ["Talep geldi", "Ödeme"])
    #expect(input.table.rows.map(\.kind) == ["başla", "alt süreç MAL-01"])
    #expect(input.table.rows.map(\.marks) == ["K", "dönülmez"])
    #expect(input.table.lanes == ["Masa", "Şef"])
  }

  @Test func buttonsMoveAddAndDeleteRows() {
    var input = ChartInput(values([["step-no": "1", "step-name": "A"], ["step-no": "2", "step-name": "B"]]))
    input.perform("down:0", pasted: "", at: nil, column: nil)
    #expect(input.table.rows.map(\.name) == ["B", "A"])
    input.perform("add:0", pasted: "", at: nil, column: nil)
    #expect(input.table.rows.map(\.number) == ["2", "2a", "1"])
    input.perform("delete:0", pasted: "", at: nil, column: nil)
    input.perform("delete:9", pasted: "", at: nil, column: nil)
    input.perform("renumber", pasted: "", at: nil, column: nil)
    #expect(input.table.rows.count == 2)
  }

  @Test func cellsPastedIntoAnEmptyRowTakeItsPlace() {
    var input = ChartInput(values([["step-no": "1", "step-name": "A"], ["step-no": "2"]]))
    input.perform("paste", pasted: "Kayıt\tişlem\tMasa\nBitti\tbitir\tMasa\n", at: 1, column: .name)
    #expect(input.table.rows.map(\.name) == ["A", "Kayıt", "Bitti"])
    #expect(input.table.rows.map(\.number) == ["1", "2", "3"])
    #expect(input.table.rows.map(\.role) == ["", "Masa", "Masa"])
  }

  @Test func rowsThatWaitForTheirTextAreNoSteps() {
    var input = ChartInput(values([["step-no": "1", "step-name": "A"], ["step-no": "2"]]))
    let chart = input.read(taken: ["1"])
    #expect(chart.steps.map(\.id) == ["s1"])
    #expect(input.table.rows.map(\.number) == ["1", "2"])
    #expect(input.table.rows.map(\.id) == ["s1", ""])
  }
}
