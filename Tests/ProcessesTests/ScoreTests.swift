import Testing

@testable import GuvenceProcesses

/// The measures on pictures small enough to check by hand.
@Suite struct ScoreTests {
  private let chart = Chart(
    lanes: ["R"], steps: ["a", "b", "c", "d"].map { Step(id: $0, kind: .task, role: "R", name: $0) },
    flows: [Flow("a", "b"), Flow("c", "d")])

  private func layout(_ boxes: [Box], _ lines: [[Point]], label: Box? = nil) -> ChartLayout {
    let nodes = zip(chart.steps, boxes).map { step, box in
      ChartLayout.Node(id: step.id, box: box, text: TextBlock(box: box, lines: []))
    }
    var edges = lines.enumerated().map { ChartLayout.Edge(flow: $0, points: $1, isBack: false) }
    edges[0].label = label.map { TextBlock(box: $0, lines: ["Evet"]) }
    let lane = ChartLayout.Lane(
      role: "R", box: Box(x: 0, y: -100, width: 400, height: 400),
      header: TextBlock(box: Box(x: 0, y: 0, width: 0, height: 0), lines: []))
    return ChartLayout(
      orientation: .horizontal, width: 400, height: 400, lanes: [lane], nodes: nodes, edges: edges,
      placement: Placement(cells: [:]), cuts: [])
  }

  private let boxes = [
    Box(x: 0, y: 0, width: 20, height: 20), Box(x: 100, y: 0, width: 20, height: 20),
    Box(x: 50, y: -60, width: 20, height: 20), Box(x: 50, y: 60, width: 20, height: 20),
  ]

  @Test func crossingLinesCross() {
    let score = LayoutScore(
      layout(boxes, [[Point(20, 10), Point(100, 10)], [Point(60, -40), Point(60, 60)]]), of: chart)
    #expect(score.crossings == 1)
    #expect(score.isLegal)
    #expect((score.length, score.bends, score.area) == (180, 0, 120 * 140))
  }

  @Test func sharedStretchAndTouch() {
    let score = LayoutScore(
      layout(
        boxes, [[Point(20, 10), Point(100, 10)], [Point(60, -40), Point(60, 10), Point(80, 10), Point(80, 60)]]),
      of: chart)
    #expect(score.edgeOverlap == 20)
    #expect(score.touches == 2)
    #expect(!score.isLegal)
  }

  @Test func lineThroughStepAndLabel() {
    let wide = [boxes[0], boxes[1], Box(x: 50, y: 0, width: 20, height: 20), boxes[3]]
    let score = LayoutScore(
      layout(
        wide, [[Point(20, 10), Point(100, 10)], [Point(60, 20), Point(60, 60)]],
        label: Box(x: 55, y: 30, width: 20, height: 12)),
      of: chart)
    #expect(score.edgesThroughNodes == 1)
    #expect(score.labelConflicts == 1)
  }

  @Test func overlappingSteps() {
    let close = [boxes[0], Box(x: 10, y: 10, width: 20, height: 20), boxes[2], boxes[3]]
    #expect(LayoutScore(layout(close, [[], []]), of: chart).nodeOverlaps == 1)
    #expect(LayoutScore(layout(close, [[], []]), of: chart).unrouted == 2)
  }
}
