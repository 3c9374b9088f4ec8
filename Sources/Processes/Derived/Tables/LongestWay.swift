/// The longest way through a chart by working minutes, from a start to an end, without going back.
struct LongestWay {
  /// Minutes of the steps on the way.
  let minutes: Int
  /// Indexes of its steps, in order.
  let path: [Int]
  /// Minutes of every rework loop that returns to a step of the way, each walked once.
  let rework: Int

  /// The way through `chart`, whose steps take `minutes`. Where no end can be reached the longest way altogether.
  init(_ chart: Chart, _ minutes: [Int]) {
    let graph = ChartGraph(chart)
    let isBack = graph.feedback
    let ends = (0..<graph.count).filter { chart.steps[$0].kind == .end }
    let starts = (0..<graph.count).filter { chart.steps[$0].kind == .start }
    let all = LongestWay.ways(graph, isBack, minutes, to: ends)
    let first = LongestWay.first(starts, all)
    let best = first == nil ? LongestWay.ways(graph, isBack, minutes, to: Array(0..<graph.count)) : all
    var (path, at) = ([Int](), first ?? LongestWay.first(starts.isEmpty ? Array(0..<graph.count) : starts, best))
    while let step = at {
      path.append(step)
      at = best[step]?.next
    }
    self.path = path
    self.minutes = path.first.flatMap { best[$0]?.minutes } ?? 0
    let onWay = Set(path)
    let loops = graph.edges.indices.filter { isBack[$0] && onWay.contains(graph.edges[$0].target) }
    rework = loops.reduce(0) { sum, edge in
      let (from, to) = (graph.edges[edge].target, graph.edges[edge].source)
      return sum + (LongestWay.ways(graph, isBack, minutes, to: [to])[from]?.minutes ?? 0)
    }
  }

  private static func first(_ starts: [Int], _ best: [(minutes: Int, next: Int?)?]) -> Int? {
    starts.filter { best[$0] != nil }.max { (best[$0]?.minutes ?? 0, $1) < (best[$1]?.minutes ?? 0, $0) }
  }

  /// The longest way from each step to one of `goals`; `nil` where none is reached.
  private static func ways(
    _ graph: ChartGraph, _ isBack: [Bool], _ minutes: [Int], to goals: [Int]
  ) -> [(minutes: Int, next: Int?)?] {
    var best = [(minutes: Int, next: Int?)?](repeating: nil, count: graph.count)
    let goals = Set(goals)
    for step in lastFirst(graph, isBack) {
      var found: (minutes: Int, next: Int?)? = goals.contains(step) ? (0, nil) : nil
      for edge in graph.leaving[step] where !isBack[edge] {
        let target = graph.edges[edge].target
        guard let onward = best[target], found.map({ onward.minutes > $0.minutes }) ?? true else { continue }
        found = (onward.minutes, target)
      }
      best[step] = found.map { ($0.minutes + minutes[step], $0.next) }
    }
    return best
  }

  /// Steps so that every step comes after all that follow it, feedback flows not counted.
  private static func lastFirst(_ graph: ChartGraph, _ isBack: [Bool]) -> [Int] {
    var open = (0..<graph.count).map { step in graph.leaving[step].count { !isBack[$0] } }
    var ready = (0..<graph.count).filter { open[$0] == 0 }
    var order: [Int] = []
    while let step = ready.popLast() {
      order.append(step)
      for edge in graph.reaching[step] where !isBack[edge] {
        let source = graph.edges[edge].source
        open[source] -= 1
        if open[source] == 0 { ready.append(source) }
      }
    }
    return order
  }
}
