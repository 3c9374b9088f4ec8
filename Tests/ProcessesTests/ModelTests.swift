import GuvenceCore
import GuvenceDataFiles
import Testing

@testable import GuvenceProcesses

@Suite struct ModelTests {
  @Test func theCatalogueIsWhole() {
    let charts = Shipped.processes.map(\.chart)
    #expect(charts.count == 20)
    #expect(charts.reduce(0) { $0 + $1.steps.count } == 316)
    #expect(charts.reduce(0) { $0 + $1.flows.count } == 342)
    #expect(charts.reduce(0) { $0 + $1.steps.filter { $0.kind == .decision }.count } == 56)
    #expect(charts.reduce(0) { $0 + $1.risks.count } == 45)
    #expect(charts.reduce(0) { $0 + $1.controls.count } == 46)
  }

  /// Numbers of norms stand as dated parameters, and nobody has compared one with its norm yet.
  @Test(arguments: Shipped.processes) func parametersAreDatedAndUnverified(process: WorkProcess) {
    for value in process.parameters.flatMap(\.values) {
      #expect(!value.citation.isVerified)
      #expect(value.citation.source.isEmpty == false)
    }
    for step in process.chart.steps { #expect(step.limit.map { process.parameter($0) != nil } ?? true) }
  }

  @Test func parameterByDay() throws {
    let parameter = Parameter(
      id: "limit", name: Localized("Sınır", "Limit"), unit: .lira,
      values: [
        Parameter.Value(from: try day(2024), amount: 100_000, citation: unverified),
        Parameter.Value(from: try day(2025), amount: 266_618, citation: unverified),
      ])
    #expect(parameter.value(on: try day(2024).adding(days: -1)) == nil)
    #expect(parameter.value(on: try day(2025).adding(days: -1))?.amount == 100_000)
    #expect(parameter.value(on: try day(2026))?.amount == 266_618)
    #expect(parameter.text(266_618, .turkish) == "266.618 TL")
  }

  private let unverified = Citation(source: "örnek", checkedOn: nil, isVerified: false)
  private func day(_ year: Int) throws -> Day { try #require(Day(year, 1, 1)) }

  @Test(arguments: [
    ("b > 1 > k0", ["b>1", "1>k0"]), ("k0 [Hayır] > 2 > 3", ["k0>2 Hayır", "2>3"]),
    ("a[Evet, imzalı]>b", ["a>b Evet, imzalı"]),
  ]) func flowLines(text: String, flows: [String]) {
    let read = FlowLine.read(text)?.map { "\($0.source)>\($0.target)" + ($0.label.isEmpty ? "" : " \($0.label)") }
    #expect(read == flows)
  }

  @Test(arguments: ["", "a", "a >", "> a", "a [x] ", "a > b [x]", "a b > c", "a [x > b", "ş > b"])
  func noFlowLine(text: String) { #expect(FlowLine.read(text) == nil) }

  @Test(arguments: Shipped.processes) func flowLinesRoundTrip(process: WorkProcess) {
    let lines = FlowLine.write(process.chart.flows)
    #expect(lines.compactMap(FlowLine.read).flatMap { $0 } == process.chart.flows)
  }

  @Test(arguments: [("2 workday", 960), ("1 hour", 60), ("3 months", 30_240), ("2 işgünü", 960)])
  func durations(text: String, minutes: Int) { #expect(StepDuration(text)?.minutes == minutes) }

  @Test(arguments: ["", "2", "x day", "0 day", "2 fortnights", "10000 day"])
  func noDuration(text: String) { #expect(StepDuration(text) == nil) }

  @Test func feedbackClosesLoops() {
    let steps = ["a", "b", "c"].map { Step(id: $0, kind: .task, role: "R", name: $0) }
    let graph = ChartGraph(
      Chart(steps: steps, flows: [Flow("a", "b"), Flow("b", "c"), Flow("c", "a"), Flow("a", "x")]))
    #expect(graph.edges.count == 3)
    #expect(graph.feedback == [false, false, true])
  }

  /// What is wrong with a file is said with its place, all at once.
  @Test func wrongFileIsReported() {
    let text = """
      code: X-01
      name: {tr: Deneme, en: Trial}
      class: support
      unit: Birim
      owner: Kişi
      purpose: {tr: a, en: b}
      scope: s
      inputs: []
      outputs: []
      suppliers: []
      customers: []
      basis: [Kanun]
      source: örnek
      verified: false
      steps:
        - {id: a, kind: start, role: R, name: Başla}
        - {id: a, kind: stepp, role: R, name: Bitir, limit: none}
      flows: [a > q, a b]
      """
    let reader = DataReader()
    let process = reader.text(text, file: "x.yaml") { reader.object($0) { ProcessReader(reader).process($0) } }
    #expect(process == nil)
    let codes = reader.diagnostics.map { "\($0.placeText) \($0.code)" }
    #expect(
      codes == [
        "x.yaml:17:10 duplicate-id", "x.yaml:17:19 not-allowed", "x.yaml:17:55 unknown-id", "x.yaml:18:9 unknown-id",
        "x.yaml:18:16 bad-flow",
      ])
  }
}
