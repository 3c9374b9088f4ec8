/// Finds the ways of the arrows on the lines of a `RouteGrid`: cheapest way by length, bends and crossings (A*), the
/// straight ones first, then twice each again with all others in place.
struct Router {
  private let graph: LayoutGraph
  private var grid: RouteGrid
  private let start: [Int]
  /// Neighbouring points from step to step, by edge; empty where no way was found.
  private(set) var paths: [[Int]]
  private(set) var costs: [Int]
  /// Steps with more flows leaving than sides: these may share a stretch at first.
  private let isCrowded: [Bool]

  /// What stretches cost more because of quarrels about them.
  private var grudge: [Int32]
  /// Whether the search may go over others' stretches, at `pushing` each.
  private var mayPush = false
  private static let pushing = 3_000

  private var best: [Int32]
  private var stamp: [Int32]
  private var parent: [Int32]
  private var round: Int32 = 0
  private var heap = Heap()

  init(_ graph: LayoutGraph, columns: Int, rows: Int, cells: [(column: Int, row: Int)], tracks: Int) {
    self.graph = graph
    isCrowded = (0..<graph.count).map { step in
      let loops = graph.loops.count { $0.source == step }
      let leaving = graph.incident[step].count { graph.edges[$0].source == step }
      return leaving + loops + (leaving < graph.incident[step].count + loops ? 1 : 0) > 4
    }
    var grid = RouteGrid(columns: columns, rows: rows, tracks: tracks)
    for (step, cell) in cells.enumerated() { grid.occupy(column: cell.column, row: cell.row, step: step) }
    start = cells.map { grid.point(grid.center($0.column), grid.center($0.row)) }
    paths = [[Int]](repeating: [], count: graph.edges.count + graph.loops.count)
    costs = [Int](repeating: 0, count: paths.count)
    let states = grid.width * grid.height * 4
    best = [Int32](repeating: 0, count: states)
    stamp = [Int32](repeating: 0, count: states)
    parent = [Int32](repeating: -1, count: states)
    grudge = [Int32](repeating: 0, count: grid.width * grid.height * 2)
    self.grid = grid
  }

  private func edge(_ at: Int) -> LayoutGraph.Edge {
    at < graph.edges.count ? graph.edges[at] : graph.loops[at - graph.edges.count]
  }

  /// What all ways cost together; nil where one is missing.
  var total: Int? { paths.contains { $0.isEmpty } ? nil : costs.reduce(0, +) }

  /// The grid the paths lie on.
  var lines: RouteGrid { grid }

  mutating func routeAll(passes: Int) {
    let order = paths.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    for at in order { route(at) }
    for at in order where paths[at].isEmpty { force(at) }
    for _ in 0..<passes {
      for at in order.reversed() where costs[at] > straightCost(at) || paths[at].isEmpty {
        grid.release(paths[at], origin: edge(at).source)
        route(at)
      }
    }
  }

  /// Finds a way for an arrow that found none: goes through others at a price, takes these away and looks for new ways
  /// for them; where two want the same stretch again and again its price rises.
  private mutating func force(_ first: Int) {
    var waiting = [first]
    var tries = 0
    while let at = waiting.popLast(), tries < 24 {
      tries += 1
      route(at)
      if !paths[at].isEmpty { continue }
      mayPush = true
      route(at)
      mayPush = false
      for other in paths.indices where other != at && !paths[other].isEmpty && disturbs(at, other) {
        grid.release(paths[other], origin: edge(other).source)
        paths[other] = []
        waiting.insert(other, at: 0)
      }
      // Alone on its stretches now, so they are claimed anew under its own name.
      grid.release(paths[at], origin: edge(at).source)
      grid.claim(paths[at], target: edge(at).target, origin: edge(at).source)
    }
  }

  /// Whether two ways to different steps share a stretch or a corner; prices of what they share rise.
  private mutating func disturbs(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (edge(a), edge(b))
    if first.target == second.target || (first.source == second.source && isCrowded[first.source]) { return false }
    let mine = Set(paths[a].dropFirst().dropLast())
    let path = paths[b]
    var isShared = false
    for at in 1..<max(1, path.count - 1) where mine.contains(path[at]) {
      let isBend = grid.direction(path[at - 1], path[at]) != grid.direction(path[at], path[at + 1])
      if isBend || bends(a, at: path[at]) || mine.contains(path[at - 1]) || mine.contains(path[at + 1]) {
        isShared = true
        for direction in 0..<4 where exists(path[at], direction) { grudge[grid.stretch(path[at], direction)] += 150 }
      }
    }
    // Stretches next to a step both use, out of it and into it.
    let ends = [(path[0], path[1]), (path[path.count - 2], path[path.count - 1])]
    let own = [(paths[a][0], paths[a][1]), (paths[a][paths[a].count - 2], paths[a][paths[a].count - 1])]
    for end in ends where own.contains(where: { $0 == end || $0 == (end.1, end.0) }) { isShared = true }
    return isShared
  }

  private func bends(_ at: Int, at point: Int) -> Bool {
    let path = paths[at]
    guard let place = path.firstIndex(of: point), place > 0, place < path.count - 1 else { return false }
    return grid.direction(path[place - 1], point) != grid.direction(point, path[place + 1])
  }

  /// What the way would cost without a bend or a crossing.
  private func straightCost(_ at: Int) -> Int {
    let (a, b) = (start[edge(at).source], start[edge(at).target])
    return abs(grid.positionX[a % grid.width] - grid.positionX[b % grid.width])
      + abs(grid.positionY[a / grid.width] - grid.positionY[b / grid.width])
  }

  private func rank(_ at: Int) -> Int {
    let edge = edge(at)
    let (a, b) = (start[edge.source], start[edge.target])
    let isAligned = a % grid.width == b % grid.width || (a / grid.width == b / grid.width && b > a)
    return straightCost(at) + (isAligned ? 0 : 5_000) + (edge.isBack ? 20_000 : 0)
  }

  private mutating func route(_ at: Int) {
    let edge = edge(at)
    paths[at] = search(edge) ?? []
    costs[at] = paths[at].isEmpty ? 0 : found
    grid.claim(paths[at], target: edge.target, origin: edge.source)
  }

  private var found = 0

  private static let leaving = [0, 14, 90, 14]
  private static let arriving = [0, 12, 80, 12]

  private mutating func search(_ edge: LayoutGraph.Edge) -> [Int]? {
    round += 1
    heap.removeAll()
    let (from, to) = (start[edge.source], start[edge.target])
    let target = Goal(grid, to)
    for direction in 0..<4 where isOpen(from, direction, edge) {
      let next = step(from, direction)
      push(
        next, direction, cost: Router.leaving[direction] + length(from, direction) + price(from, direction, edge),
        parent: -1, target, edge, to)
    }
    while let (_, state) = heap.pop() {
      let (point, direction) = (state >> 2, state & 3)
      if stamp[state] == -round { continue }
      if point == to {
        found = Int(best[state])
        return trace(state, from)
      }
      stamp[state] = -round
      expand(point, direction, Int(best[state]), state, target, edge, to)
    }
    return nil
  }

  private mutating func expand(
    _ point: Int, _ direction: Int, _ cost: Int, _ state: Int, _ target: Goal, _ edge: LayoutGraph.Edge, _ to: Int
  ) {
    for next in [direction, (direction + 1) & 3, (direction + 3) & 3] {
      guard isOpen(point, next, edge) else { continue }
      var cost = cost
      if next == direction {
        cost += crossing(point, direction, edge)
      } else {
        if !isFreeToBend(point, edge) {
          guard mayPush else { continue }
          cost += Router.pushing
        }
        cost += Weight.bend
      }
      let there = step(point, next)
      push(there, next, cost: cost + length(point, next) + price(point, next, edge), parent: state, target, edge, to)
    }
  }

  private mutating func push(
    _ point: Int, _ direction: Int, cost: Int, parent from: Int, _ target: Goal, _ edge: LayoutGraph.Edge, _ to: Int
  ) {
    let cost = point == to ? cost + Router.arriving[direction] : cost
    let state = point * 4 + direction
    if stamp[state] == -round { return }
    if stamp[state] == round, Int(best[state]) <= cost { return }
    stamp[state] = round
    best[state] = Int32(cost)
    parent[state] = Int32(from)
    heap.push(cost + target.estimate(grid, point, direction), state)
  }

  /// Where an arrow is going, and the least it still costs to get there.
  private struct Goal {
    let x, y: Int
    init(_ grid: RouteGrid, _ point: Int) {
      (x, y) = (grid.positionX[point % grid.width], grid.positionY[point / grid.width])
    }
    @inline(__always)
    func estimate(_ grid: RouteGrid, _ point: Int, _ direction: Int) -> Int {
      let (dx, dy) = (abs(grid.positionX[point % grid.width] - x), abs(grid.positionY[point / grid.width] - y))
      let mustTurn = direction & 1 == 0 ? dy > 0 : dx > 0
      return dx + dy + (mustTurn ? Weight.bend : 0)
    }
  }

  private func trace(_ state: Int, _ from: Int) -> [Int] {
    var (path, at): ([Int], Int) = ([], state)
    while at >= 0 {
      path.append(at >> 2)
      at = Int(parent[at])
    }
    path.append(from)
    return path.reversed()
  }

  @inline(__always)
  private func step(_ point: Int, _ direction: Int) -> Int {
    switch direction {
    case 0: point + 1
    case 1: point + grid.width
    case 2: point - 1
    default: point - grid.width
    }
  }

  private func length(_ point: Int, _ direction: Int) -> Int {
    let (x, y) = (point % grid.width, point / grid.width)
    switch direction {
    case 0: return grid.positionX[x + 1] - grid.positionX[x]
    case 1: return grid.positionY[y + 1] - grid.positionY[y]
    case 2: return grid.positionX[x] - grid.positionX[x - 1]
    default: return grid.positionY[y] - grid.positionY[y - 1]
    }
  }

  /// What a stretch costs besides its length.
  @inline(__always)
  private func price(_ point: Int, _ direction: Int, _ edge: LayoutGraph.Edge) -> Int {
    let at = grid.stretch(point, direction)
    guard mayPush, grid.load[at] > 0, !isFriend(at, edge) else { return Int(grudge[at]) }
    return Router.pushing + Int(grudge[at])
  }

  /// Whether the stretch exists, is nobody else's and does not end in a foreign step.
  @inline(__always)
  private func isOpen(_ point: Int, _ direction: Int, _ edge: LayoutGraph.Edge) -> Bool {
    guard exists(point, direction) else { return false }
    let there = grid.centers[step(point, direction)]
    if there >= 0, there != edge.target { return false }
    if mayPush { return true }
    let at = grid.stretch(point, direction)
    if grid.load[at] == 0 { return true }
    return isFriend(at, edge) && grid.isReversed[at] == (direction > 1)
  }

  @inline(__always)
  private func exists(_ point: Int, _ direction: Int) -> Bool {
    switch direction {
    case 0: point % grid.width + 1 < grid.width
    case 1: point / grid.width + 1 < grid.height
    case 2: point % grid.width > 0
    default: point >= grid.width
    }
  }

  /// Whether the stretch is used by arrows this one may join: to the same step, or from the same crowded one.
  @inline(__always)
  private func isFriend(_ at: Int, _ edge: LayoutGraph.Edge) -> Bool {
    grid.net[at] == edge.target || (isCrowded[edge.source] && grid.origin[at] == edge.source)
  }

  /// No foreign arrow bends or passes at the point.
  @inline(__always)
  private func isFreeToBend(_ point: Int, _ edge: LayoutGraph.Edge) -> Bool {
    let (x, y) = (point % grid.width, point / grid.width)
    for direction in 0..<4 {
      if direction == 2 && x == 0 || direction == 3 && y == 0 { continue }
      let at = grid.stretch(point, direction)
      if grid.load[at] > 0, !isFriend(at, edge) { return false }
    }
    return true
  }

  /// The cost of going straight through a point where others pass across.
  @inline(__always)
  private func crossing(_ point: Int, _ direction: Int, _ edge: LayoutGraph.Edge) -> Int {
    let (before, after) = direction & 1 == 0 ? (3, 1) : (2, 0)
    var worst = 0
    if before == 3 ? point >= grid.width : point % grid.width > 0 {
      let at = grid.stretch(point, before)
      if grid.load[at] > 0 { worst = Int(grid.load[at]) }
    }
    let at = grid.stretch(point, after)
    if grid.load[at] > 0 { worst = max(worst, Int(grid.load[at])) }
    return worst * Weight.crossing
  }
}

/// A binary heap of states by cost; equal costs come out by state, so the order never depends on anything else.
private struct Heap {
  private var items: [UInt64] = []

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ cost: Int, _ state: Int) {
    items.append(UInt64(cost) << 32 | UInt64(state))
    var at = items.count - 1
    while at > 0, items[at] < items[(at - 1) / 2] {
      items.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func pop() -> (cost: Int, state: Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if !items.isEmpty {
      items[0] = last
      var at = 0
      while true {
        var child = 2 * at + 1
        if child >= items.count { break }
        if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
        if items[at] <= items[child] { break }
        items.swapAt(at, child)
        at = child
      }
    }
    return (Int(first >> 32), Int(first & 0xFFFF_FFFF))
  }
}
