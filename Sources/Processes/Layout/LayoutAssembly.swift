/// Turns cells and ways into positions.
struct LayoutAssembly {
  private let chart: Chart
  private let graph: LayoutGraph
  private let options: LayoutOptions
  private let cells: GridCells
  private let router: Router
  private let isHorizontal: Bool
  /// Corners of each edge's way, as points of the line grid, from centre to centre.
  private let corners: [[Int]]
  private let shapes: [StepShape]

  static let headerLine = 14

  init(_ chart: Chart, _ graph: LayoutGraph, _ options: LayoutOptions, _ cells: GridCells, _ router: Router) {
    (self.chart, self.graph, self.options, self.cells, self.router) = (chart, graph, options, cells, router)
    isHorizontal = options.orientation == .horizontal
    let lines = router.lines
    corners = router.paths.map { LayoutAssembly.corners($0, lines) }
    shapes = LayoutAssembly.shapes(chart, graph, options, router)
  }

  private static func corners(_ path: [Int], _ lines: RouteGrid) -> [Int] {
    guard path.count > 1 else { return path }
    var corners = [path[0]]
    for at in 1..<path.count - 1
    where lines.direction(path[at - 1], path[at]) != lines.direction(path[at], path[at + 1]) {
      corners.append(path[at])
    }
    return corners + [path[path.count - 1]]
  }

  private static func shapes(
    _ chart: Chart, _ graph: LayoutGraph, _ options: LayoutOptions, _ router: Router
  ) -> [StepShape] {
    let edges = graph.edges + graph.loops
    var used = [Set<StepShape.Side>](repeating: [], count: graph.count)
    var leaving = [[(edge: Int, side: StepShape.Side, label: String)]](repeating: [], count: graph.count)
    for (at, edge) in edges.enumerated() where router.paths[at].count > 1 {
      let path = router.paths[at]
      let out = side(router.lines.direction(path[0], path[1]), options.orientation)
      let back = side(router.lines.direction(path[path.count - 1], path[path.count - 2]), options.orientation)
      used[edge.source].insert(out)
      used[edge.target].insert(back)
      leaving[edge.source].append((at, out, chart.flows[edge.flow].label))
    }
    return chart.steps.enumerated().map { at, step in
      var shape = StepShape(step, chart: chart, options: options)
      shape.addOutside(step, chart: chart, options: options, used: used[at], leaving: leaving[at])
      return shape
    }
  }

  /// The side of a step on the page that lies in a direction of the grid.
  private static func side(_ direction: Int, _ orientation: Orientation) -> StepShape.Side {
    let sides: [StepShape.Side] =
      orientation == .horizontal ? [.right, .down, .left, .up] : [.down, .right, .up, .left]
    return sides[direction]
  }

  // MARK: positions

  func layout() -> ChartLayout {
    let across = acrossPositions()
    let header = headerSize(across)
    let along = alongPositions(from: header)
    let nodes = nodes(along, across)
    let lanes = lanes(along.end, across, header)
    let edges = edges(along, across, nodes.shapes)
    // Right behind the longest cell of a column, before any track of the gutter.
    let after = reach(along: true, cells.columns, least: 20).after
    let cuts = (0..<max(0, cells.columns - 1)).map { along.lines[router.lines.center($0)] + after[$0] + 6 }
    let end = lanes.last.map { isHorizontal ? $0.box.bottom : $0.box.right } ?? across.end
    return ChartLayout(
      orientation: options.orientation, width: isHorizontal ? along.end : end,
      height: isHorizontal ? end : along.end, lanes: lanes, nodes: nodes.nodes, edges: edges,
      placement: placement(), cuts: cuts)
  }

  private func placement() -> Placement {
    var first: [Int: Int] = [:]
    for (row, lane) in cells.lane.enumerated() where first[lane] == nil { first[lane] = row }
    var map: [String: Placement.Cell] = [:]
    for (at, step) in chart.steps.enumerated() {
      let (column, row) = cells.cells[at]
      map[step.id] = Placement.Cell(column: column, row: row - first[graph.lane[at], default: 0])
    }
    return Placement(cells: map)
  }

  private func usedTracks(along: Bool, _ count: Int) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: count)
    let width = router.lines.width
    for corners in corners {
      for (a, b) in zip(corners, corners.dropFirst()) {
        if along, a % width == b % width { isUsed[a % width] = true }
        if !along, a / width == b / width { isUsed[a / width] = true }
      }
    }
    return isUsed
  }

  /// How far cells reach before and after their centres, along or across the flow.
  private func reach(along: Bool, _ count: Int, least: Int) -> (before: [Int], after: [Int]) {
    var (before, after) = ([Int](repeating: least, count: count), [Int](repeating: least, count: count))
    for (at, cell) in cells.cells.enumerated() {
      let bounds = shapes[at].bounds
      let isX = along == isHorizontal
      let index = along ? cell.column : cell.row
      before[index] = max(before[index], isX ? -bounds.x : -bounds.y)
      after[index] = max(after[index], isX ? bounds.right : bounds.bottom)
    }
    return (before, after)
  }

  private func alongPositions(from: Int) -> LinePositions {
    let reach = reach(along: true, cells.columns, least: 20)
    return LinePositions(
      columns: cells.columns, tracks: router.lines.tracks, isUsed: usedTracks(along: true, router.lines.width),
      before: reach.before, after: reach.after, from: from, orientation: options.orientation)
  }

  private func acrossPositions() -> LinePositions {
    let reach = reach(along: false, cells.rows, least: 18)
    return LinePositions(
      rows: cells.rows, tracks: router.lines.tracks, isUsed: usedTracks(along: false, router.lines.height),
      before: reach.before, after: reach.after, lane: cells.lane, laneCount: graph.laneCount,
      least: (0..<graph.laneCount).map(leastLane), orientation: options.orientation)
  }

  /// Names of lanes; the last is empty where steps have no role.
  private func role(_ lane: Int) -> String { lane < chart.lanes.count ? chart.lanes[lane] : "" }

  /// The shortest lane whose name fits in three lines without cutting a word.
  private func leastLane(_ lane: Int) -> Int {
    let words = role(lane).split(separator: " ").map { TextMetrics.boldWidth(String($0), size: StepShape.textSize) }
    var width = max(40, words.max() ?? 0)
    while TextMetrics.wrapBold(role(lane), width: width, size: StepShape.textSize).count > 3 { width += 8 }
    return width + 14
  }

  private func headerSize(_ across: LinePositions) -> Int {
    let most = across.lanes.enumerated().map { at, lane in headerLines(at, lane.end - lane.start).count }.max() ?? 1
    return max(1, most) * LayoutAssembly.headerLine + 12
  }

  /// The lines of a lane's name; three at most, by `leastLane`.
  private func headerLines(_ lane: Int, _ length: Int) -> [String] {
    TextMetrics.wrapBold(role(lane), width: length - 10, size: StepShape.textSize)
  }

  private func lanes(_ end: Int, _ across: LinePositions, _ header: Int) -> [ChartLayout.Lane] {
    across.lanes.enumerated().map { at, lane in
      let length = lane.end - lane.start
      let lines = headerLines(at, length)
      let box =
        isHorizontal
        ? Box(x: 0, y: lane.start, width: end, height: length) : Box(x: lane.start, y: 0, width: length, height: end)
      let head =
        isHorizontal
        ? Box(x: 0, y: lane.start, width: header, height: length)
        : Box(x: lane.start, y: 0, width: length, height: header)
      return ChartLayout.Lane(role: role(at), box: box, header: TextBlock(box: head, lines: lines))
    }
  }

  private func point(_ along: Int, _ across: Int) -> Point {
    isHorizontal ? Point(along, across) : Point(across, along)
  }

  private func nodes(_ along: LinePositions, _ across: LinePositions) -> (
    nodes: [ChartLayout.Node], shapes: [StepShape]
  ) {
    let lines = router.lines
    let placed = shapes.enumerated().map { at, shape in
      let cell = cells.cells[at]
      return shape.moved(to: point(along.lines[lines.center(cell.column)], across.lines[lines.center(cell.row)]))
    }
    let nodes = placed.enumerated().map { at, shape in
      ChartLayout.Node(
        id: chart.steps[at].id, box: shape.symbol, text: shape.text, label: shape.label, marks: shape.marks,
        footer: shape.footer, papers: shape.papers)
    }
    return (nodes, placed)
  }

  private func edges(_ along: LinePositions, _ across: LinePositions, _ shapes: [StepShape]) -> [ChartLayout.Edge] {
    let all = graph.edges + graph.loops
    let width = router.lines.width
    let edges = all.enumerated().map { at, edge in
      var points = corners[at].map { point(along.lines[$0 % width], across.lines[$0 / width]) }
      if points.count > 1 {
        points[0] = border(shapes[edge.source].symbol, points[0], towards: points[1])
        let last = points.count - 1
        points[last] = border(shapes[edge.target].symbol, points[last], towards: points[last - 1])
      }
      return ChartLayout.Edge(
        flow: edge.flow, points: points, label: shapes[edge.source].branches.first { $0.edge == at }?.label,
        isBack: edge.isBack)
    }
    return edges.sorted { $0.flow < $1.flow }
  }

  /// Where an arrow from the centre leaves the symbol.
  private func border(_ box: Box, _ center: Point, towards next: Point) -> Point {
    if next.x > center.x { return Point(box.right, center.y) }
    if next.x < center.x { return Point(box.x, center.y) }
    return Point(center.x, next.y > center.y ? box.bottom : box.y)
  }
}
