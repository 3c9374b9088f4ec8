/// Finds cells for the steps: greedy in the order of the flow, then a local search that accepts small losses at first
/// and none at the end. The same seed gives the same cells.
struct PlacementSearch {
  private let graph: LayoutGraph
  private(set) var grid: PlacementGrid
  private(set) var cost = 0
  private var numbers: SeededNumbers
  private var columnUse: [Int]
  private var rowUse: [Int]
  /// Cells to keep where that costs little (from an earlier version of the chart).
  private var kept: [(column: Int, row: Int)?]
  private var keepWeight = 0
  /// What the cells cost without the ways; part of `cost`.
  private var fixedCost = 0
  /// What each two edges cost each other.
  private var clashes: [Int32]
  /// Flows that ought to run along or down inside a lane.
  private let inLane: [LayoutGraph.Edge]
  /// Edges whose way a move changes, their other sketches, and the clashes these would have.
  private var changed: [Int] = []
  private var fresh: [Sketch] = []
  private var news: [Int32] = []
  /// Steps at the ends of the changed edges.
  private var touched: [Int] = []
  /// For a moment: edges or steps that had their turn.
  private var isMarked: [Bool]

  init(_ graph: LayoutGraph, seed: UInt64) {
    self.graph = graph
    grid = PlacementGrid(graph)
    numbers = SeededNumbers(seed: seed)
    columnUse = [Int](repeating: 0, count: grid.columns)
    rowUse = [Int](repeating: 0, count: grid.rows)
    kept = [(column: Int, row: Int)?](repeating: nil, count: graph.count)
    clashes = [Int32](repeating: 0, count: graph.edges.count * graph.edges.count)
    inLane = graph.edges.filter { !$0.isBack && graph.lane[$0.source] == graph.lane[$0.target] }
    isMarked = [Bool](repeating: false, count: max(graph.count, graph.edges.count))
  }

  /// Greedy placement; `spread` lets later starts differ.
  mutating func start(spread: Int, previous: [(column: Int, row: Int)?]? = nil) {
    if let previous {
      kept = previous
      keepWeight = 700
    }
    for step in graph.order { place(step, spread: spread) }
    for step in 0..<graph.count {
      columnUse[grid.column[step]] += 1
      rowUse[grid.row[step]] += 1
    }
    grid.sketches = graph.edges.map(grid.sketch)
    count()
  }

  private mutating func place(_ step: Int, spread: Int) {
    let before = graph.incident[step].map { graph.edges[$0] }.filter {
      $0.target == step && grid.column[$0.source] >= 0
    }
    let lane = graph.lane[step]
    let lowest = before.filter { !$0.isBack }.map { grid.column[$0.source] }.max() ?? 0
    pushKept(step, lowest)
    if let kept = kept[step], kept.column >= lowest, kept.column < grid.columns, kept.row < grid.rowsOfLane[lane],
      grid.occupant(kept.column, grid.firstRow[lane] + kept.row) < 0
    {
      return grid.put(step, kept.column, grid.firstRow[lane] + kept.row)
    }
    var best = (cost: Int.max, column: 0, row: 0)
    for column in lowest..<grid.columns {
      for row in grid.firstRow[lane]..<grid.firstRow[lane] + grid.rowsOfLane[lane] where grid.occupant(column, row) < 0
      {
        var cost = (column - lowest) * Weight.column + (row - grid.firstRow[lane]) * 25 + numbers.below(spread + 1)
        grid.put(step, column, row)
        for edge in before { cost += grid.sketch(edge).cost }
        grid.remove(step)
        if cost < best.cost { best = (cost, column, row) }
      }
      if best.cost < Int.max, column > lowest + 2 { break }
    }
    grid.put(step, best.column, best.row)
  }

  /// Where a step cannot keep its column, because of what comes before it or of a new step there, all that is to follow
  /// moves on with it, so that the picture only grows by a column.
  private mutating func pushKept(_ step: Int, _ lowest: Int) {
    guard let own = kept[step], own.column < grid.columns, own.row < grid.rowsOfLane[graph.lane[step]] else { return }
    let there = grid.occupant(own.column, grid.firstRow[graph.lane[step]] + own.row)
    let isTaken = there >= 0 && kept[there] == nil
    guard own.column < lowest || isTaken else { return }
    let by = max(lowest - own.column, isTaken ? 1 : 0)
    for other in 0..<graph.count where grid.column[other] < 0 {
      guard let place = kept[other], place.column >= own.column else { continue }
      kept[other] = (place.column + by, place.row)
    }
  }

  /// `rounds` tries, accepting a loss of at most `heat` at the beginning and 0 at the end.
  mutating func improve(rounds: Int, heat: Int) {
    guard graph.count > 1, !graph.edges.isEmpty else { return }
    var best = (cost: cost, column: grid.column, row: grid.row)
    for round in 0..<rounds {
      let limit = heat * (rounds - round) / rounds
      let allowed = limit <= 0 ? 0 : numbers.below(limit + 1)
      guard let move = propose() else { continue }
      attempt(move, allowed: allowed)
      if cost < best.cost { best = (cost, grid.column, grid.row) }
    }
    if cost > best.cost { restore(best.column, best.row) }
  }

  private mutating func restore(_ column: [Int], _ row: [Int]) {
    for step in 0..<graph.count { grid.remove(step) }
    columnUse = columnUse.map { _ in 0 }
    rowUse = rowUse.map { _ in 0 }
    for step in 0..<graph.count {
      grid.put(step, column[step], row[step])
      columnUse[column[step]] += 1
      rowUse[row[step]] += 1
    }
    grid.sketches = graph.edges.map(grid.sketch)
    count()
  }

  // MARK: moves

  /// Steps with their new cells.
  private typealias Move = [(step: Int, column: Int, row: Int)]

  private mutating func propose() -> Move? {
    let step = numbers.below(graph.count)
    let (column, row) = (grid.column[step], grid.row[step])
    let lane = graph.lane[step]
    var (newColumn, newRow) = (column, row)
    switch numbers.below(10) {
    case 0...2: newRow = grid.firstRow[lane] + numbers.below(grid.rowsOfLane[lane])
    case 3...4: newColumn += numbers.below(2) == 0 ? 1 : -1
    case 5...7:
      let edge = graph.edges[
        graph.incident[step].isEmpty ? 0 : graph.incident[step][numbers.below(graph.incident[step].count)]]
      let other = edge.source == step ? edge.target : edge.source
      let isSameLane = graph.lane[other] == lane
      newColumn =
        grid.column[other]
        + (isSameLane ? (edge.source == step ? -1 : 1) : numbers.below(2) * (edge.source == step ? -1 : 1))
      newRow = isSameLane ? grid.row[other] : grid.firstRow[lane] + numbers.below(grid.rowsOfLane[lane])
    case 8: return shift(from: column)
    default: return swapRows(lane)
    }
    guard newColumn >= 0, newColumn < grid.columns, newColumn != column || newRow != row else { return nil }
    let other = grid.occupant(newColumn, newRow)
    return other < 0
      ? [(step, newColumn, newRow)] : [(step, newColumn, newRow), (other, column, row)]
  }

  /// All steps from a column on, one column further or nearer.
  private mutating func shift(from column: Int) -> Move? {
    let by = numbers.below(2) == 0 ? 1 : -1
    let rows = numbers.below(2) == 0
    let lane = numbers.below(graph.laneCount)
    var move: Move = []
    for step in 0..<graph.count where grid.column[step] >= column && (!rows || graph.lane[step] == lane) {
      let new = grid.column[step] + by
      guard new >= 0, new < grid.columns else { return nil }
      let there = grid.occupant(new, grid.row[step])
      if there >= 0, grid.column[there] < column { return nil }
      move.append((step, new, grid.row[step]))
    }
    return move.isEmpty ? nil : move
  }

  private mutating func swapRows(_ lane: Int) -> Move? {
    guard grid.rowsOfLane[lane] > 1 else { return nil }
    let a = grid.firstRow[lane] + numbers.below(grid.rowsOfLane[lane])
    let b = grid.firstRow[lane] + numbers.below(grid.rowsOfLane[lane])
    guard a != b else { return nil }
    var move: Move = []
    for step in 0..<graph.count where graph.lane[step] == lane {
      if grid.row[step] == a { move.append((step, grid.column[step], b)) }
      if grid.row[step] == b { move.append((step, grid.column[step], a)) }
    }
    return move.isEmpty ? nil : move
  }

  /// Makes the move and takes it back where it loses more than `allowed`.
  private mutating func attempt(_ move: Move, allowed: Int) {
    let undo: Move = move.map { ($0.step, grid.column[$0.step], grid.row[$0.step]) }
    carry(out: move)
    guard isOrdered(move) else { return carry(out: undo) }
    sketchAgain(around: move, undo)
    let before = ways() + ports() + fixedCost
    exchange()
    let fixedAfter = fixed()
    let most = before + allowed
    var after = ways(withoutClashes: true) + ports() + fixedAfter
    // Clashes only add, so a move already lost without them needs no look at them.
    if after <= most, let clashes = freshClashes(atMost: most - after) {
      after += clashes
      keepClashes()
      cost += after - before
      fixedCost = fixedAfter
      return
    }
    exchange()
    carry(out: undo)
  }

  /// Fills `changed` and `fresh`. A way depends on the cells between its ends alone, so only those are looked at that
  /// reach into what the move covers.
  private mutating func sketchAgain(around move: Move, _ undo: Move) {
    var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)
    for cells in [move, undo] {
      for (_, column, row) in cells {
        (left, right, top, bottom) = (min(left, column), max(right, column), min(top, row), max(bottom, row))
      }
    }
    changed.removeAll(keepingCapacity: true)
    fresh.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
    for at in graph.edges.indices {
      let edge = graph.edges[at]
      let (c1, c2, r1, r2) = (
        grid.column[edge.source], grid.column[edge.target], grid.row[edge.source], grid.row[edge.target]
      )
      if max(c1, c2) < left || min(c1, c2) > right || max(r1, r2) < top || min(r1, r2) > bottom { continue }
      let sketch = grid.sketch(edge)
      guard sketch != grid.sketches[at] else { continue }
      changed.append(at)
      fresh.append(sketch)
      for step in [edge.source, edge.target] where !isMarked[step] {
        isMarked[step] = true
        touched.append(step)
      }
    }
    for step in touched { isMarked[step] = false }
  }

  private mutating func exchange() {
    for (place, at) in changed.enumerated() { swap(&fresh[place], &grid.sketches[at]) }
  }

  private mutating func carry(out move: Move) {
    for (step, _, _) in move {
      columnUse[grid.column[step]] -= 1
      rowUse[grid.row[step]] -= 1
      grid.remove(step)
    }
    for (step, column, row) in move {
      columnUse[column] += 1
      rowUse[row] += 1
      grid.put(step, column, row)
    }
  }

  private func isOrdered(_ move: Move) -> Bool {
    for (step, _, _) in move {
      for at in graph.incident[step] where !graph.edges[at].isBack {
        if grid.column[graph.edges[at].target] < grid.column[graph.edges[at].source] { return false }
      }
    }
    return true
  }

  // MARK: cost

  /// What all costs as it stands.
  private mutating func count() {
    changed = Array(graph.edges.indices)
    touched = Array(0..<graph.count)
    fixedCost = fixed()
    cost = ways(withoutClashes: true) + (freshClashes(atMost: .max) ?? 0) + ports() + fixedCost
    keepClashes()
  }

  /// Ways of the changed edges and the clashes known of them.
  private func ways(withoutClashes: Bool = false) -> Int {
    let count = graph.edges.count
    var sum = 0
    for (place, at) in changed.enumerated() {
      sum += grid.sketches[at].cost
      if withoutClashes { continue }
      for other in 0..<count { sum += Int(clashes[at * count + other]) }
      for earlier in 0..<place { sum -= Int(clashes[at * count + changed[earlier]]) }
    }
    return sum
  }

  /// Clashes of the changed edges as they are now, each pair once; kept in `news` until accepted. `nil` where they cost
  /// more than `most`.
  private mutating func freshClashes(atMost most: Int) -> Int? {
    let count = graph.edges.count
    news.removeAll(keepingCapacity: true)
    defer { for at in changed { isMarked[at] = false } }
    var sum = 0
    for at in changed {
      isMarked[at] = true
      let (edge, sketch) = (graph.edges[at], grid.sketches[at])
      for other in 0..<count {
        guard !isMarked[other], sketch.isNear(grid.sketches[other]) else {
          news.append(0)
          continue
        }
        let foreign = graph.edges[other]
        let value = sketch.clash(
          grid.sketches[other], sharesEnd: edge.target == foreign.target || edge.source == foreign.source)
        news.append(Int32(value))
        sum += value
      }
      if sum > most { return nil }
    }
    return sum
  }

  private mutating func keepClashes() {
    let count = graph.edges.count
    for (place, at) in changed.enumerated() {
      isMarked[at] = true
      for other in 0..<count where !isMarked[other] {
        clashes[at * count + other] = news[place * count + other]
        clashes[other * count + at] = news[place * count + other]
      }
    }
    for at in changed { isMarked[at] = false }
  }

  /// Sides of a step that are wanted twice: two flows may arrive at one, but not leave there.
  private func ports() -> Int {
    var sum = 0
    for step in touched {
      var (arriving, leaving): (UInt8, UInt8) = (0, 0)
      for at in graph.incident[step] where graph.edges[at].target == step { arriving |= 1 << grid.sketches[at].arrives }
      for at in graph.incident[step] where graph.edges[at].source == step {
        let side: UInt8 = 1 << grid.sketches[at].leaves
        if (arriving | leaving) & side != 0 { sum += Weight.conflict }
        leaving |= side
      }
    }
    return sum
  }

  /// Paper, main path and reading order, cells to keep.
  private func fixed() -> Int {
    var (columns, rows, sum) = (0, 0, 0)
    for use in columnUse where use > 0 { columns += 1 }
    for use in rowUse where use > 0 { rows += 1 }
    sum += columns * rows * Weight.paper * 4
    for edge in inLane {
      let down = grid.row[edge.target] - grid.row[edge.source]
      if down != 0, graph.isSpine[edge.source], graph.isSpine[edge.target] { sum += Weight.spine }
      if down < 0 { sum += Weight.upward }
    }
    if keepWeight > 0 {
      for step in 0..<graph.count {
        guard let kept = kept[step] else { continue }
        if grid.column[step] != kept.column || grid.row[step] - grid.firstRow[graph.lane[step]] != kept.row {
          sum += keepWeight
        }
      }
    }
    return sum
  }
}
