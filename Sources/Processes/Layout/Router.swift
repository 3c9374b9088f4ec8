/// Finds the ways of the arrows on the lines of a `RouteGrid`: cheapest way by length, bends and crossings (A*), the
/// straight ones first, then twice each again with all others in place.
struct Router {
  private let graph: LayoutGraph
  private var grid: RouteGrid
  private let start: [Int]
  /// Neighbouring points from step to step, by edge; empty where no way was found.
  private(set) var paths: [[Int]]
  private(set) var costs: [Int]
  /// Steps with more flows leaving than sides, and others named so: their flows may share a stretch at first.
  private let isCrowded: [Bool]

  /// Whether the search may go over others' stretches, at `pushing` each.
  private var mayPush = false
  private static let pushing = 3_000

  private var marks: [Mark]
  private var round: Int32 = 0
  private var heap = Queue()
  /// Points settled so far: how long all took, the same on every machine.
  private(set) var work = 0

  init(
    _ graph: LayoutGraph, columns: Int, rows: Int, cells: [(column: Int, row: Int)], tracks: Int, crowded: Set<Int>
  ) {
    self.graph = graph
    isCrowded = (0..<graph.count).map { step in
      if crowded.contains(step) { return true }
      let loops = graph.loops.count { $0.source == step }
      let leaving = graph.incident[step].count { graph.edges[$0].source == step }
      return leaving + loops + (leaving < graph.incident[step].count + loops ? 1 : 0) > 4
    }
    var grid = RouteGrid(columns: columns, rows: rows, tracks: tracks)
    for (step, cell) in cells.enumerated() { grid.occupy(column: cell.column, row: cell.row, step: step) }
    start = cells.map { grid.point(grid.center($0.column), grid.center($0.row)) }
    paths = [[Int]](repeating: [], count: graph.edges.count + graph.loops.count)
    costs = [Int](repeating: 0, count: paths.count)
    marks = [Mark](repeating: Mark(), count: grid.width * grid.height * 4)
    self.grid = grid
  }

  private func edge(_ at: Int) -> LayoutGraph.Edge {
    at < graph.edges.count ? graph.edges[at] : graph.loops[at - graph.edges.count]
  }

  /// What all ways cost together; nil where one is missing.
  var total: Int? { paths.contains { $0.isEmpty } ? nil : costs.reduce(0, +) }

  /// The steps at the ends of arrows without a way.
  var stuck: Set<Int> {
    Set(paths.indices.filter { paths[$0].isEmpty }.flatMap { [edge($0).source, edge($0).target] })
  }

  /// The grid the paths lie on.
  var lines: RouteGrid { grid }

  /// Finds all ways, then improves each in up to `passes` rounds, none of which starts after `patience` points.
  mutating func routeAll(passes: Int, patience: Int) {
    let order = paths.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    for at in order { route(at) }
    for at in order where paths[at].isEmpty { force(at) }
    for _ in 0..<passes where work < patience {
      for at in order.reversed() where costs[at] > straightCost(at) || paths[at].isEmpty {
        grid.release(paths[at])
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
        grid.release(paths[other])
        paths[other] = []
        waiting.insert(other, at: 0)
      }
      // Alone on its stretches now, so they are claimed anew under its own name.
      grid.release(paths[at])
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
        grid.resent(path[at])
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
    grid.distance(start[edge(at).source], start[edge(at).target])
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
    let target = Goal(grid.spots[to])
    for direction in 0..<4 where isOpen(from, direction, edge) {
      advance(from, direction, Router.leaving[direction], parent: -1, target, edge, to)
    }
    while let state = heap.pop() {
      let (point, direction) = (state >> 2, state & 3)
      if marks[state].stamp == -round { continue }
      if point == to {
        found = Int(marks[state].best)
        return trace(state, from)
      }
      marks[state].stamp = -round
      work += 1
      expand(point, direction, state, target, edge, to)
    }
    return nil
  }

  private mutating func expand(
    _ point: Int, _ direction: Int, _ state: Int, _ target: Goal, _ edge: LayoutGraph.Edge, _ to: Int
  ) {
    let cost = Int(marks[state].best)
    if isOpen(point, direction, edge) {
      advance(point, direction, cost + crossing(point, direction), parent: state, target, edge, to)
    }
    let (right, left) = ((direction + 1) & 3, (direction + 3) & 3)
    let (mayTurnRight, mayTurnLeft) = (isOpen(point, right, edge), isOpen(point, left, edge))
    guard mayTurnRight || mayTurnLeft else { return }
    let isFree = isFreeToBend(point, edge)
    guard isFree || mayPush else { return }
    let bent = cost + Weight.bend + (isFree ? 0 : Router.pushing)
    if mayTurnRight { advance(point, right, bent, parent: state, target, edge, to) }
    if mayTurnLeft { advance(point, left, bent, parent: state, target, edge, to) }
  }

  /// Takes the stretch from `point`, where getting so far costs `cost`.
  @inline(__always)
  private mutating func advance(
    _ point: Int, _ direction: Int, _ cost: Int, parent: Int, _ target: Goal, _ edge: LayoutGraph.Edge, _ to: Int
  ) {
    let there = grid.step(point, direction)
    var cost = cost + grid.distance(point, there) + price(point, direction, edge)
    if there == to { cost += Router.arriving[direction] }
    let state = there * 4 + direction
    let mark = marks[state]
    if mark.stamp == -round || (mark.stamp == round && Int(mark.best) <= cost) { return }
    marks[state] = Mark(best: Int32(cost), stamp: round, parent: Int32(parent))
    heap.push(cost + target.estimate(grid.spots[there], direction), state)
  }

  /// How a point was reached from a direction, in the search numbered `stamp`; negative once it is settled.
  private struct Mark {
    var best: Int32 = 0
    var stamp: Int32 = 0
    var parent: Int32 = -1
  }

  /// Where an arrow is going, and the least it still costs to get there.
  private struct Goal {
    let x, y: Int32
    init(_ spot: RouteGrid.Spot) { (x, y) = (spot.x, spot.y) }

    @inline(__always)
    func estimate(_ spot: RouteGrid.Spot, _ direction: Int) -> Int {
      let (dx, dy) = (abs(spot.x - x), abs(spot.y - y))
      let mustTurn = direction & 1 == 0 ? dy > 0 : dx > 0
      return Int(dx + dy) + (mustTurn ? Weight.bend : 0)
    }
  }

  private func trace(_ state: Int, _ from: Int) -> [Int] {
    var (path, at): ([Int], Int) = ([], state)
    while at >= 0 {
      path.append(at >> 2)
      at = Int(marks[at].parent)
    }
    path.append(from)
    return path.reversed()
  }

  /// What a stretch costs besides its length.
  @inline(__always)
  private func price(_ point: Int, _ direction: Int, _ edge: LayoutGraph.Edge) -> Int {
    let stretch = grid.stretches[grid.stretch(point, direction)]
    guard mayPush, stretch.load > 0, !isFriend(stretch, edge) else { return Int(stretch.grudge) }
    return Router.pushing + Int(stretch.grudge)
  }

  /// Whether the stretch exists, is nobody else's and does not end in a foreign step.
  @inline(__always)
  private func isOpen(_ point: Int, _ direction: Int, _ edge: LayoutGraph.Edge) -> Bool {
    guard grid.goesOn(point, direction) else { return false }
    let there = grid.spots[grid.step(point, direction)].center
    if there >= 0, there != edge.target { return false }
    if mayPush { return true }
    let stretch = grid.stretches[grid.stretch(point, direction)]
    if stretch.load == 0 { return true }
    return isFriend(stretch, edge) && stretch.isReversed == (direction > 1)
  }

  /// Whether the stretch is used by arrows this one may join: to the same step, or from the same crowded one.
  @inline(__always)
  private func isFriend(_ stretch: RouteGrid.Stretch, _ edge: LayoutGraph.Edge) -> Bool {
    stretch.net == edge.target || (stretch.origin == edge.source && isCrowded[edge.source])
  }

  /// No foreign arrow bends or passes at the point.
  @inline(__always)
  private func isFreeToBend(_ point: Int, _ edge: LayoutGraph.Edge) -> Bool {
    for direction in 0..<4 where direction < 2 || grid.goesOn(point, direction) {
      let stretch = grid.stretches[grid.stretch(point, direction)]
      if stretch.load > 0, !isFriend(stretch, edge) { return false }
    }
    return true
  }

  /// The cost of going straight through a point where others pass across. Where they come from one side only they turn
  /// here, which only those may do that share the way: no crossing.
  @inline(__always)
  private func crossing(_ point: Int, _ direction: Int) -> Int {
    let (before, after) = direction & 1 == 0 ? (3, 1) : (2, 0)
    guard grid.goesOn(point, before) else { return 0 }
    let (come, go) = (
      grid.stretches[grid.stretch(point, before)].load, grid.stretches[grid.stretch(point, after)].load
    )
    return come > 0 && go > 0 ? Int(max(come, go)) * Weight.crossing : 0
  }
}

/// States by cost, for costs that never fall below the last one taken out (a radix heap): a state lies in the bucket of
/// the highest bit in which its cost differs from that one. Of equal costs the latest comes out first.
private struct Queue {
  private var buckets = [[UInt64]](repeating: [], count: 34)
  private var last: UInt32 = 0

  mutating func removeAll() {
    for at in buckets.indices { buckets[at].removeAll(keepingCapacity: true) }
    last = 0
  }

  @inline(__always)
  private func bucket(_ cost: UInt32) -> Int { 32 - (cost ^ last).leadingZeroBitCount }

  mutating func push(_ cost: Int, _ state: Int) {
    let cost = max(UInt32(cost), last)
    buckets[bucket(cost)].append(UInt64(cost) << 32 | UInt64(state))
  }

  /// The cheapest state.
  mutating func pop() -> Int? {
    if let item = buckets[0].popLast() { return Int(item & 0xFFFF_FFFF) }
    guard let at = buckets.indices.first(where: { !buckets[$0].isEmpty }) else { return nil }
    var items: [UInt64] = []
    swap(&items, &buckets[at])
    last = UInt32((items.min() ?? 0) >> 32)
    for item in items { buckets[bucket(UInt32(item >> 32))].append(item) }
    items.removeAll(keepingCapacity: true)
    swap(&items, &buckets[at])
    return buckets[0].popLast().map { Int($0 & 0xFFFF_FFFF) }
  }
}
