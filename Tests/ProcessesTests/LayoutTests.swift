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

  /// An edit of one step; the others stay where they were, up to columns that came or went for all.
  @Test(arguments: Shipped.processes) func editsLeaveTheOthersInPlace(process: WorkProcess) throws {
    let before = try #require(Shipped.layouts[process.card.code]).placement
    for edit in LayoutEdit.allCases {
      let chart = try edit.applied(to: process.chart)
      let options = LayoutOptions(effort: 400, seed: process.card.code)
      let after = try #require(ChartLayouter.layout(chart, options, previous: before))
      #expect(LayoutScore(after, of: chart).isLegal, "\(edit)")
      let moved = LayoutEdit.moved(before, after.placement)
      #expect(moved.count <= (edit == .rename ? 0 : 5), "\(edit) \(moved)")
    }
  }

  /// A third version starts from the second as it was shown, not from the second drawn anew.
  @Test func versionsFollowEachOther() throws {
    let first = try Shipped.process("RUH-01").chart
    let second = try LayoutEdit.moveToLane.applied(to: first)
    let third = try LayoutEdit.rename.applied(to: second)
    let options = LayoutOptions(effort: 300, starts: 2, seed: "RUH-01")
    let shown = try #require(ChartLayouter.layout(second, options, after: [first])).placement
    let after = try #require(ChartLayouter.layout(third, options, after: [first, second])).placement
    #expect(after == ChartLayouter.layout(third, options, previous: shown)?.placement)
    #expect(shown.cells.count { after.cells[$0.key] == $0.value } >= shown.cells.count - 3)
  }

  /// Marks stay inside their box; what does not fit is counted, however long the ids are.
  @Test(arguments: [["R1"], ["R1", "R2", "R3", "R4", "R5", "R6"], [String(repeating: "R", count: 40)], []])
  func marksFitTheBox(ids: [String]) {
    let step = Step(id: "a", kind: .task, role: "A", name: "İş", action: .approve, isSensitive: true)
    let risks = ids.map { RiskPoint(id: $0, step: "a", text: "x") }
    let controls = ids.map { ControlPoint(id: "C" + $0.dropFirst(), step: "a", risk: $0, kind: .preventive, text: "x") }
    let chart = Chart(lanes: ["A"], steps: [step], flows: [], risks: risks, controls: controls)
    let marks = StepMarks.of(step, in: chart)
    #expect(marks.reduce(0) { $0 + $1.width } <= StepShape.taskWidth - 8)
    let counted = marks.last.flatMap { $0.text.hasPrefix("+") ? Int($0.text.dropFirst()) : nil }
    #expect((counted ?? 1) + marks.count - 1 == 2 + 2 * ids.count)
    #expect(StepMarks.of(Step(id: "b", kind: .task, role: "A", name: ""), in: chart).isEmpty)
  }

  /// Every document of a step is named or counted; BPMN has a shape for each.
  @Test func documentsAreCounted() throws {
    let documents = (1...9).map { "Belge \($0)" }
    let chart = Chart(
      lanes: ["A"], steps: [Step(id: "a", kind: .task, role: "A", name: "İş", documents: documents)], flows: [])
    let layout = try #require(ChartLayouter.layout(chart, LayoutOptions()))
    #expect(layout.nodes.first?.papers?.documents.map { $0.lines.joined() } == Array(documents.prefix(5)) + ["+ 4"])
    let bpmn = try #require(ChartLayouter.layout(chart, LayoutOptions(symbols: .bpmn)))
    #expect(bpmn.nodes.first?.papers?.documents.count == 9)
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

  /// A decision that leads back to itself beside its other branches: each arrow finds its way.
  @Test(arguments: 1...6) func loopsFindTheirWay(branches: Int) throws {
    let tasks = (0..<branches).map { Step(id: "t\($0)", kind: .task, role: "A", name: "İş \($0)") }
    let chart = Chart(
      lanes: ["A"],
      steps: [
        Step(id: "a", kind: .start, role: "A", name: "Geldi"), Step(id: "k", kind: .decision, role: "A", name: "Türü?"),
      ] + tasks,
      flows: [Flow("a", "k"), Flow("k", "k", label: "Düzelt")] + tasks.map { Flow("k", $0.id, label: $0.name) })
    let layout = try #require(ChartLayouter.layout(chart, LayoutOptions(effort: 100, starts: 1)))
    #expect(LayoutScore(layout, of: chart).isLegal, "\(LayoutScore(layout, of: chart))")
  }

  @Test func tooManyStepsAreRefused() {
    let steps = (0...ChartLayouter.maximumSteps).map { Step(id: "s\($0)", kind: .task, role: "R", name: "x") }
    #expect(ChartLayouter.layout(Chart(steps: steps, flows: []), LayoutOptions()) == nil)
  }
}
