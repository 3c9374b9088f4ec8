import Foundation
import Testing

@testable import GuvenceProcesses

@Suite struct LayoutTests {
  @Test(arguments: Shipped.processes) func shippedChartsAreLegal(process: WorkProcess) throws {
    let layout = try #require(Shipped.layouts[process.card.code])
    let score = LayoutScore(layout, of: process.chart)
    #expect(score.isLegal, "\(score)")
    #expect(score.flowViolations == 0)
    #expect(layout.nodes.count == process.chart.steps.count)
    #expect(layout.edges.count == process.chart.flows.count)
  }

  /// The figures the drawing promises over the whole catalogue.
  @Test func shippedChartsAreGood() throws {
    let scores = try Shipped.processes.map { process in
      LayoutScore(try #require(Shipped.layouts[process.card.code]), of: process.chart)
    }
    let (nodes, edges) = (scores.reduce(0) { $0 + $1.nodes }, scores.reduce(0) { $0 + $1.edges })
    #expect(scores.reduce(0) { $0 + $1.crossings } * 100 <= 40 * scores.count)
    #expect(scores.reduce(0) { $0 + $1.bends } * 100 <= 60 * edges)
    #expect(scores.reduce(0) { $0 + $1.length } <= 200 * edges)
    #expect(scores.reduce(0) { $0 + $1.area } <= 45_000 * nodes)
  }

  /// How many random charts are tried: few where nothing is optimised, all 500 with GUVENCE_CHARTS=500 in a release
  /// build (`swift test -c release -Xswiftc -enable-testing --filter LayoutTests`).
  private static let tried = ProcessInfo.processInfo.environment["GUVENCE_CHARTS"].flatMap { Int($0) } ?? 30

  /// Little search, so that many charts can be tried: gates hold whatever the search finds.
  @Test(arguments: 0..<10) func randomChartsAreLegal(first: Int) throws {
    for seed in stride(from: first, to: LayoutTests.tried, by: 10) {
      let chart = RandomChart.make(seed: UInt64(seed))
      let symbols: LayoutOptions.Symbols = seed % 3 == 0 ? .bpmn : .flowchart
      let options = LayoutOptions(
        seed % 2 == 0 ? .horizontal : .vertical, symbols: symbols, effort: 30, starts: 1, seed: "\(seed)")
      let score = LayoutScore(try #require(ChartLayouter.layout(chart, options)), of: chart)
      #expect(score.isLegal, "seed \(seed): \(score)")
      #expect(score.flowViolations == 0, "seed \(seed)")
    }
  }

  @Test(arguments: [Orientation.horizontal, .vertical]) func sameChartSamePicture(orientation: Orientation) throws {
    let chart = try Shipped.process("RUH-01").chart
    let options = LayoutOptions(orientation, effort: 300, starts: 2, seed: "RUH-01")
    #expect(ChartLayouter.layout(chart, options) == ChartLayouter.layout(chart, options))
  }

  @Test func laneNamesFit() {
    for layout in Shipped.layouts.values {
      for lane in layout.lanes {
        let room = layout.orientation == .horizontal ? lane.header.box.height : lane.header.box.width
        #expect(lane.header.lines.joined(separator: " ") == lane.role)
        for line in lane.header.lines { #expect(TextMetrics.boldWidth(line, size: StepShape.textSize) <= room - 8) }
      }
    }
  }

  @Test func textFitsItsSymbol() {
    for node in Shipped.layouts.values.flatMap(\.nodes) {
      for line in node.text.lines { #expect(TextMetrics.width(line, size: StepShape.textSize) <= node.text.box.width) }
      #expect(node.text.lines.count * StepShape.lineHeight <= node.text.box.height + 2)
      #expect(node.text.lines.last?.hasSuffix("…") != true)
    }
  }

  /// One step more: the others stay where they were.
  @Test func newStepMovesFewOthers() throws {
    var chart = try Shipped.process("MAL-01").chart
    let options = LayoutOptions(effort: 600, starts: 2, seed: "MAL-01")
    let before = try #require(ChartLayouter.layout(chart, options))
    let at = try #require(chart.steps.firstIndex { $0.id == "9" })
    chart.steps.insert(Step(id: "9a", kind: .task, role: "Muhasebe Birimi", name: "Listenin basılması"), at: at + 1)
    let flow = try #require(chart.flows.firstIndex { $0.source == "9" })
    chart.flows[flow].target = "9a"
    chart.flows.append(Flow("9a", "10"))
    let after = try #require(ChartLayouter.layout(chart, options, previous: before.placement))
    #expect(LayoutScore(after, of: chart).isLegal)
    let moved = before.placement.cells.filter { after.placement.cells[$0.key] != $0.value }
    #expect(moved.count <= 3, "\(moved.keys)")
  }

  @Test func oddChartsAreLaidOut() throws {
    let task = { (id: String) in Step(id: id, kind: .task, role: nil, name: id) }
    let charts = [
      Chart(steps: [], flows: []), Chart(lanes: ["A", "B"], steps: [], flows: []), Chart(steps: [task("a")], flows: []),
      Chart(steps: [task("a")], flows: [Flow("a", "a")]),
      Chart(steps: [task("a"), task("b")], flows: [Flow("a", "b"), Flow("b", "a"), Flow("a", "b"), Flow("a", "x")]),
      Chart(lanes: ["A", "B", "C"], steps: [Step(id: "a", kind: .end, role: "B", name: "")], flows: []),
      Chart(
        steps: [Step(id: "k", kind: .decision, role: "R", name: "Türü?")] + (0..<8).map { task("t\($0)") },
        flows: (0..<8).map { Flow("k", "t\($0)", label: "Seçenek \($0)") } + [Flow("t0", "k")]),
    ]
    for (at, chart) in charts.enumerated() {
      let layout = try #require(ChartLayouter.layout(chart, LayoutOptions(effort: 60, starts: 1)))
      let score = LayoutScore(layout, of: chart)
      #expect(
        score.nodeOverlaps + score.edgesThroughNodes + score.unrouted + score.labelConflicts == 0, "\(at): \(score)")
    }
  }

  @Test func tooManyStepsAreRefused() {
    let steps = (0...ChartLayouter.maximumSteps).map { Step(id: "s\($0)", kind: .task, role: "R", name: "x") }
    #expect(ChartLayouter.layout(Chart(steps: steps, flows: []), LayoutOptions()) == nil)
  }
}
