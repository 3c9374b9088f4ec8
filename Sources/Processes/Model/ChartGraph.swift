/// The chart as numbers, for algorithms: steps and flows by index, in the user's order. Flows whose ends are missing
/// are left out.
public struct ChartGraph: Sendable {
  /// Number of steps.
  public let count: Int
  /// Index of each step id; of steps with the same id the first.
  public let index: [String: Int]
  /// Flows as indexes of steps, with the index of the flow in the chart.
  public let edges: [(source: Int, target: Int, flow: Int)]
  /// Edges that leave each step, in order.
  public let leaving: [[Int]]
  /// Edges that reach each step, in order.
  public let reaching: [[Int]]

  /// The graph of `chart`.
  public init(_ chart: Chart) {
    var index: [String: Int] = [:]
    for (at, step) in chart.steps.enumerated() where index[step.id] == nil { index[step.id] = at }
    var edges: [(source: Int, target: Int, flow: Int)] = []
    for (at, flow) in chart.flows.enumerated() {
      if let source = index[flow.source], let target = index[flow.target] { edges.append((source, target, at)) }
    }
    var leaving = [[Int]](repeating: [], count: chart.steps.count)
    var reaching = leaving
    for (at, edge) in edges.enumerated() {
      leaving[edge.source].append(at)
      reaching[edge.target].append(at)
    }
    (count, self.index, self.edges) = (chart.steps.count, index, edges)
    (self.leaving, self.reaching) = (leaving, reaching)
  }

  /// Edges that close a cycle when the chart is walked depth first from its starts in the user's order: rework loops.
  public var feedback: [Bool] {
    var isBack = [Bool](repeating: false, count: edges.count)
    var state = [UInt8](repeating: 0, count: count)
    for root in (0..<count).filter({ reaching[$0].isEmpty }) + Array(0..<count) where state[root] == 0 {
      var stack = [(step: root, next: 0)]
      state[root] = 1
      while let (step, next) = stack.last {
        if next == leaving[step].count {
          state[step] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = edges[leaving[step][next]].target
        if state[target] == 0 {
          state[target] = 1
          stack.append((target, 0))
        } else if state[target] == 1 {
          isBack[leaving[step][next]] = true
        }
      }
    }
    return isBack
  }

  /// Steps that can be reached from `roots`, along the flows or, `backwards`, against them.
  public func reachable(from roots: [Int], backwards: Bool = false) -> [Bool] {
    var seen = [Bool](repeating: false, count: count)
    var waiting = roots
    for root in roots { seen[root] = true }
    while let step = waiting.popLast() {
      for edge in backwards ? reaching[step] : leaving[step] {
        let next = backwards ? edges[edge].source : edges[edge].target
        if !seen[next] {
          seen[next] = true
          waiting.append(next)
        }
      }
    }
    return seen
  }
}
