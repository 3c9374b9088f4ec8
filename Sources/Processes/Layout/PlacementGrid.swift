/// Steps on the grid during the search, with the guessed ways of all flows.
struct PlacementGrid {
  let graph: LayoutGraph
  /// Rows each lane may use while searching.
  let rowsOfLane: [Int]
  let firstRow: [Int]
  let rows: Int
  let columns: Int
  private(set) var column: [Int]
  /// Global row.
  private(set) var row: [Int]
  private(set) var cells: [Int]
  var sketches: [Sketch] = []

  init(_ graph: LayoutGraph) {
    self.graph = graph
    var counts = [Int](repeating: 0, count: graph.laneCount)
    for lane in graph.lane { counts[lane] += 1 }
    rowsOfLane = counts.map { min(max(1, $0), $0 > 16 ? 6 : 4) }
    firstRow = rowsOfLane.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    rows = max(1, rowsOfLane.reduce(0, +))
    columns = graph.count + 4
    column = [Int](repeating: -1, count: graph.count)
    row = column
    cells = [Int](repeating: -1, count: rows * columns)
  }

  func occupant(_ column: Int, _ row: Int) -> Int { cells[row * columns + column] }

  mutating func put(_ step: Int, _ newColumn: Int, _ newRow: Int) {
    remove(step)
    (column[step], row[step]) = (newColumn, newRow)
    cells[newRow * columns + newColumn] = step
  }

  /// Takes the step off the grid; its column and row stay known until it is put again.
  mutating func remove(_ step: Int) {
    if column[step] >= 0, occupant(column[step], row[step]) == step { cells[row[step] * columns + column[step]] = -1 }
  }

  /// Whether the row is free strictly between two columns.
  @inline(__always)
  private func isRowFree(_ row: Int, _ a: Int, _ b: Int) -> Bool {
    var at = min(a, b) + 1
    let end = max(a, b)
    while at < end {
      if cells[row * columns + at] >= 0 { return false }
      at += 1
    }
    return true
  }

  @inline(__always)
  private func isColumnFree(_ column: Int, _ a: Int, _ b: Int) -> Bool {
    var at = min(a, b) + 1
    let end = max(a, b)
    while at < end {
      if cells[at * columns + column] >= 0 { return false }
      at += 1
    }
    return true
  }

  /// The likely way of an edge over the grid as it stands.
  func sketch(_ edge: LayoutGraph.Edge) -> Sketch {
    let (c1, r1, c2, r2) = (column[edge.source], row[edge.source], column[edge.target], row[edge.target])
    let (a, b) = ((2 * c1 + 1, 2 * r1 + 1), (2 * c2 + 1, 2 * r2 + 1))
    if r1 == r2 {
      if c2 > c1, isRowFree(r1, c1, c2) { return Sketch(a, b, bends: 0) }
      let y = graph.lane[edge.source] == 0 && r1 == 0 || edge.isBack ? 2 * r1 : 2 * r1 + 2
      return Sketch(a, (a.0, y), (b.0, y), b, bends: 2)
    }
    if c1 == c2 {
      if isColumnFree(c1, r1, r2) { return Sketch(a, b, bends: 0) }
      return Sketch(a, (2 * c1 + 2, a.1), (2 * c1 + 2, b.1), b, bends: 2)
    }
    return bent(edge, a, b, (c1, r1), (c2, r2))
  }

  private func bent(
    _ edge: LayoutGraph.Edge, _ a: (Int, Int), _ b: (Int, Int), _ from: (Int, Int), _ to: (Int, Int)
  ) -> Sketch {
    let ((c1, r1), (c2, r2)) = (from, to)
    let isForward = c2 > c1
    let alongFirst = isForward && cells[r1 * columns + c2] < 0 && isRowFree(r1, c1, c2) && isColumnFree(c2, r1, r2)
    let acrossFirst = isForward && cells[r2 * columns + c1] < 0 && isColumnFree(c1, r1, r2) && isRowFree(r2, c1, c2)
    if acrossFirst, !alongFirst || graph.kinds[edge.source].isGateway {
      return Sketch(a, (a.0, b.1), b, bends: 1)
    }
    if alongFirst { return Sketch(a, (b.0, a.1), b, bends: 1) }
    if isForward {
      if isRowFree(r1, c1, c2) { return Sketch(a, (2 * c2, a.1), (2 * c2, b.1), b, bends: 2) }
      if isRowFree(r2, c1, c2) { return Sketch(a, (2 * c1 + 2, a.1), (2 * c1 + 2, b.1), b, bends: 2) }
    }
    let down = r2 > r1
    if isColumnFree(c2, r1, r2), cells[r1 * columns + c2] < 0 || !isForward {
      let y = down ? 2 * r1 + 2 : 2 * r1
      return Sketch(a, (a.0, y), (b.0, y), b, bends: 2)
    }
    let y = down ? 2 * r2 : 2 * r2 + 2
    return Sketch(a, (a.0, y), (b.0, y), b, bends: isColumnFree(c1, r1, r2) ? 2 : 4)
  }
}
