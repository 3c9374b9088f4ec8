/// Measures a layout: what must not happen (gates, 0 in every legal picture) and how good it is otherwise.
///
/// Worked example: two tasks joined by one straight arrow of 40 units score 0 crossings, 0 bends per edge, a mean
/// length of 40 and all gates 0.
public struct LayoutScore: Hashable, Sendable {
  /// Steps and flows drawn.
  public var nodes = 0
  /// Flows of the chart.
  public var edges = 0
  /// Pairs of symbols, labels or document shapes of different steps that share an area.
  public var nodeOverlaps = 0
  /// Arrows through foreign symbols or document shapes.
  public var edgesThroughNodes = 0
  /// Symbols whose centre lies in another lane's band.
  public var laneIntrusions = 0
  /// Length of stretches shared by arrows without a common end.
  public var edgeOverlap = 0
  /// Corners of arrows that lie on a foreign arrow and look like a junction.
  public var touches = 0
  /// Labels over labels, foreign symbols or foreign arrows.
  public var labelConflicts = 0
  /// Flows without a way.
  public var unrouted = 0
  /// Proper crossings of two arrows.
  public var crossings = 0
  /// Corners of all arrows.
  public var bends = 0
  /// Length of all arrows.
  public var length = 0
  /// Width times height of what steps and arrows take.
  public var area = 0
  /// Flows that run backwards without closing a loop.
  public var flowViolations = 0

  /// Arrows without a corner.
  public var straight = 0

  /// All gates together; 0 in a legal picture.
  public var gates: Int {
    nodeOverlaps + edgesThroughNodes + laneIntrusions + edgeOverlap + touches + labelConflicts + unrouted
  }
  /// Whether every gate is 0.
  public var isLegal: Bool { gates == 0 }

  /// Corners per arrow, in hundredths.
  public var bendsPerEdgeHundredths: Int { bends * 100 / max(1, edges) }
  /// Mean length of an arrow.
  public var meanLength: Int { length / max(1, edges) }
  /// Area per step.
  public var areaPerNode: Int { area / max(1, nodes) }

  /// The score of `layout`.
  public init(_ layout: ChartLayout, of chart: Chart) {
    let graph = ChartGraph(chart)
    let lines = layout.edges.map { LayoutScore.simplified($0.points) }
    let ends = layout.edges.map { (chart.flows[$0.flow].source, chart.flows[$0.flow].target) }
    (nodes, edges) = (layout.nodes.count, layout.edges.count)
    unrouted = graph.edges.count - lines.filter { $0.count > 1 }.count
    bends = lines.reduce(0) { $0 + max(0, $1.count - 2) }
    straight = lines.count { $0.count == 2 }
    length = lines.reduce(0) { $0 + LayoutScore.length($1) }
    area = LayoutScore.area(layout)
    measurePairs(lines, ends)
    measureNodes(layout, lines, ends)
    measureLabels(layout, lines)
    measureLanes(layout, chart)
    flowViolations = LayoutScore.violations(layout, graph, chart)
  }

  private mutating func measurePairs(_ lines: [[Point]], _ ends: [(String, String)]) {
    for i in lines.indices {
      for j in lines.indices where j > i {
        let sharesEnd =
          ends[i].0 == ends[j].0 || ends[i].0 == ends[j].1 || ends[i].1 == ends[j].0 || ends[i].1 == ends[j].1
        for (a, b) in zip(lines[i], lines[i].dropFirst()) {
          for (c, d) in zip(lines[j], lines[j].dropFirst()) {
            if LayoutScore.cross(a, b, c, d) { crossings += 1 }
            if !sharesEnd { edgeOverlap += LayoutScore.shared(a, b, c, d) }
          }
        }
        guard !sharesEnd else { continue }
        touches += LayoutScore.corners(of: lines[i], on: lines[j]) + LayoutScore.corners(of: lines[j], on: lines[i])
      }
    }
  }

  private mutating func measureNodes(_ layout: ChartLayout, _ lines: [[Point]], _ ends: [(String, String)]) {
    for (at, node) in layout.nodes.enumerated() {
      let own = [node.box, node.papers?.box].compactMap { $0 }
      for other in layout.nodes.dropFirst(at + 1) {
        for box in own where [other.box, other.papers?.box].compactMap({ $0 }).contains(where: box.overlaps) {
          nodeOverlaps += 1
        }
      }
      if let papers = node.papers?.box, papers.overlaps(node.box) { nodeOverlaps += 1 }
      for (edge, line) in lines.enumerated() {
        let isOwn = ends[edge].0 == node.id || ends[edge].1 == node.id
        if !isOwn, LayoutScore.passes(line, node.box, by: 2) { edgesThroughNodes += 1 }
        if let papers = node.papers?.box, LayoutScore.passes(line, papers, by: 1) { edgesThroughNodes += 1 }
      }
    }
  }

  private mutating func measureLabels(_ layout: ChartLayout, _ lines: [[Point]]) {
    var labels: [(node: Int, edge: Int, box: Box)] = []
    for (at, node) in layout.nodes.enumerated() {
      if let box = node.label?.box { labels.append((at, -1, box)) }
    }
    for (at, edge) in layout.edges.enumerated() {
      if let box = edge.label?.box { labels.append((-1, at, box)) }
    }
    for (at, label) in labels.enumerated() {
      labelConflicts += labels.dropFirst(at + 1).filter { $0.box.overlaps(label.box) }.count
      for (index, node) in layout.nodes.enumerated() {
        if index != label.node, node.box.overlaps(label.box) { labelConflicts += 1 }
        if let papers = node.papers?.box, papers.overlaps(label.box) { labelConflicts += 1 }
      }
      for (index, line) in lines.enumerated() where index != label.edge {
        if LayoutScore.passes(line, label.box, by: 1) { labelConflicts += 1 }
      }
    }
  }

  private mutating func measureLanes(_ layout: ChartLayout, _ chart: Chart) {
    for lane in layout.lanes {
      for (step, node) in zip(chart.steps, layout.nodes) where (step.role ?? "") != lane.role {
        let center = node.box.center
        let isInside =
          layout.orientation == .horizontal
          ? lane.box.y < center.y && center.y < lane.box.bottom : lane.box.x < center.x && center.x < lane.box.right
        if isInside, chart.lanes.contains(step.role ?? "") || lane.role.isEmpty { laneIntrusions += 1 }
      }
    }
  }

  private static func violations(_ layout: ChartLayout, _ graph: ChartGraph, _ chart: Chart) -> Int {
    let isBack = graph.feedback
    let isHorizontal = layout.orientation == .horizontal
    func along(_ step: Int) -> Int {
      isHorizontal ? layout.nodes[step].box.center.x : layout.nodes[step].box.center.y
    }
    return graph.edges.enumerated().filter { at, edge in
      !isBack[at] && edge.source != edge.target && along(edge.target) < along(edge.source) - 2
    }.count
  }
}

extension LayoutScore {
  private static func simplified(_ points: [Point]) -> [Point] {
    var out: [Point] = []
    for point in points {
      if out.last == point { continue }
      if out.count > 1 {
        let (a, b) = (out[out.count - 2], out[out.count - 1])
        if a.x == b.x && b.x == point.x || a.y == b.y && b.y == point.y { out.removeLast() }
      }
      out.append(point)
    }
    return out
  }

  private static func length(_ line: [Point]) -> Int {
    zip(line, line.dropFirst()).reduce(0) { $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y) }
  }

  private static func area(_ layout: ChartLayout) -> Int {
    let points =
      layout.edges.flatMap(\.points)
      + layout.nodes.flatMap { [Point($0.box.x, $0.box.y), Point($0.box.right, $0.box.bottom)] }
    guard let first = points.first else { return 0 }
    let (left, right) = (points.reduce(first.x) { min($0, $1.x) }, points.reduce(first.x) { max($0, $1.x) })
    let (top, bottom) = (points.reduce(first.y) { min($0, $1.y) }, points.reduce(first.y) { max($0, $1.y) })
    return (right - left) * (bottom - top)
  }

  private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Int {
      ((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)).signum()
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  private static func shared(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Int {
    if a.y == b.y, c.y == d.y, a.y == c.y {
      return max(0, min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)))
    }
    if a.x == b.x, c.x == d.x, a.x == c.x {
      return max(0, min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y)))
    }
    return 0
  }

  private static func corners(of line: [Point], on other: [Point]) -> Int {
    guard line.count > 2 else { return 0 }
    return line[1..<line.count - 1].filter { corner in
      zip(other, other.dropFirst()).contains { a, b in
        min(a.x, b.x) - 1 <= corner.x && corner.x <= max(a.x, b.x) + 1 && min(a.y, b.y) - 1 <= corner.y
          && corner.y <= max(a.y, b.y) + 1
      }
    }.count
  }

  /// Whether a line runs through a box made smaller by `margin` on each side.
  private static func passes(_ line: [Point], _ box: Box, by margin: Int) -> Bool {
    let (left, right, top, bottom) = (box.x + margin, box.right - margin, box.y + margin, box.bottom - margin)
    return zip(line, line.dropFirst()).contains { a, b in
      max(a.x, b.x) > left && min(a.x, b.x) < right && max(a.y, b.y) > top && min(a.y, b.y) < bottom
    }
  }
}
