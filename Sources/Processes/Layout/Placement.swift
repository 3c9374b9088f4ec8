/// Where each step stands on the grid: columns run along the flow, rows across it. Rows belong to lanes.
public struct Placement: Hashable, Sendable {
  /// A cell of the grid.
  public struct Cell: Hashable, Sendable {
    /// Along the flow, from 0.
    public var column: Int
    /// Within the lane, from 0.
    public var row: Int

    /// The cell at `column`, and at `row` of its lane.
    public init(column: Int, row: Int) { (self.column, self.row) = (column, row) }
  }

  /// Cell by step id.
  public let cells: [String: Cell]

  /// These cells.
  public init(cells: [String: Cell]) { self.cells = cells }
}

/// The chart as the layouter sees it: numbers only, lanes first to last, steps without a role in a lane of their own.
struct LayoutGraph {
  struct Edge {
    let source: Int
    let target: Int
    /// Index of the flow in the chart.
    let flow: Int
    /// Closes a cycle; may run against the direction of the flow.
    let isBack: Bool
  }

  let count: Int
  let laneCount: Int
  let lane: [Int]
  let kinds: [Step.Kind]
  /// Flows between different steps.
  let edges: [Edge]
  /// Flows of a step to itself.
  let loops: [Edge]
  let incident: [[Int]]
  /// The main path: from a start along first branches that reach an end.
  let isSpine: [Bool]
  /// Steps in an order in which every edge but the feedback ones points forward; the user's order settles ties.
  let order: [Int]

  init(_ chart: Chart) {
    let graph = ChartGraph(chart)
    let back = graph.feedback
    var lanes: [String: Int] = [:]
    for (at, role) in chart.lanes.enumerated() where lanes[role] == nil { lanes[role] = at }
    var laneCount = chart.lanes.count
    if chart.steps.contains(where: { $0.role.flatMap { lanes[$0] } == nil }) || laneCount == 0 { laneCount += 1 }
    lane = chart.steps.map { $0.role.flatMap { lanes[$0] } ?? laneCount - 1 }
    (count, self.laneCount, kinds) = (graph.count, laneCount, chart.steps.map(\.kind))
    let all = graph.edges.enumerated().map { at, edge in
      Edge(source: edge.source, target: edge.target, flow: edge.flow, isBack: back[at])
    }
    edges = all.filter { $0.source != $0.target }
    loops = all.filter { $0.source == $0.target }
    var incident = [[Int]](repeating: [], count: graph.count)
    for (at, edge) in edges.enumerated() {
      incident[edge.source].append(at)
      incident[edge.target].append(at)
    }
    self.incident = incident
    order = LayoutGraph.order(graph.count, edges)
    isSpine = LayoutGraph.spine(graph, back, chart)
  }

  private static func order(_ count: Int, _ edges: [Edge]) -> [Int] {
    var waits = [Int](repeating: 0, count: count)
    var next = [[Int]](repeating: [], count: count)
    for edge in edges where !edge.isBack {
      waits[edge.target] += 1
      next[edge.source].append(edge.target)
    }
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: count)
    while order.count < count {
      guard let step = (0..<count).first(where: { !isPlaced[$0] && waits[$0] == 0 }) else { break }
      isPlaced[step] = true
      order.append(step)
      for target in next[step] { waits[target] -= 1 }
    }
    return order
  }

  private static func spine(_ graph: ChartGraph, _ back: [Bool], _ chart: Chart) -> [Bool] {
    let ends = (0..<graph.count).filter { chart.steps[$0].kind == .end }
    guard let main = ends.last else { return [Bool](repeating: false, count: graph.count) }
    let reaches = graph.reachable(from: [main], backwards: true)
    var isSpine = [Bool](repeating: false, count: graph.count)
    var step = (0..<graph.count).first { chart.steps[$0].kind == .start } ?? 0
    while !isSpine[step] {
      isSpine[step] = true
      let onward = graph.leaving[step].filter { !back[$0] && reaches[graph.edges[$0].target] }
      guard let edge = onward.first else { break }
      step = graph.edges[edge].target
    }
    return isSpine
  }
}
