/// The lines arrows may run on: the centre line of every column and row, and some tracks in each gutter between them.
/// Each stretch between two neighbouring lines belongs to one target at most, so arrows to different steps never share
/// a stretch; those to the same step may join.
struct RouteGrid {
  let columns: Int
  let rows: Int
  /// Tracks in each gutter.
  let tracks: Int
  /// Lines across the flow, one after the other along it.
  let width: Int
  let height: Int
  /// Distances in pixels for the costs; the true ones come later.
  let positionX: [Int]
  let positionY: [Int]
  /// Step whose centre is at a point; -1 for none.
  private(set) var centers: [Int32]
  /// Target of the arrows on the stretch from a point to the next along (0) or across (1); -1 for none.
  private(set) var net: [Int32]
  /// Source of the arrows on it; -2 where they come from several.
  private(set) var origin: [Int32]
  /// How many arrows use it.
  private(set) var load: [Int32]
  /// Whether they run against the direction of the lines.
  private(set) var isReversed: [Bool]

  init(columns: Int, rows: Int, tracks: Int) {
    (self.columns, self.rows, self.tracks) = (columns, rows, tracks)
    (width, height) = (columns * (tracks + 1) + tracks, rows * (tracks + 1) + tracks)
    positionX = RouteGrid.positions(columns, tracks, half: 66)
    positionY = RouteGrid.positions(rows, tracks, half: 46)
    centers = [Int32](repeating: -1, count: width * height)
    net = [Int32](repeating: -1, count: width * height * 2)
    origin = net
    load = [Int32](repeating: 0, count: width * height * 2)
    isReversed = [Bool](repeating: false, count: width * height * 2)
  }

  private static func positions(_ count: Int, _ tracks: Int, half: Int) -> [Int] {
    var (positions, at): ([Int], Int) = ([], 0)
    for _ in 0..<count {
      for _ in 0..<tracks {
        positions.append(at)
        at += 7
      }
      at += half
      positions.append(at)
      at += half
    }
    for _ in 0..<tracks {
      positions.append(at)
      at += 7
    }
    return positions
  }

  /// The line through the middle of a column or row.
  func center(_ cell: Int) -> Int { cell * (tracks + 1) + tracks }
  func point(_ x: Int, _ y: Int) -> Int { y * width + x }

  mutating func occupy(column: Int, row: Int, step: Int) {
    centers[point(center(column), center(row))] = Int32(step)
  }

  /// Index of the stretch that leaves `point` in `direction` (0 along, 1 across, 2 back, 3 up).
  @inline(__always)
  func stretch(_ point: Int, _ direction: Int) -> Int {
    switch direction {
    case 0: point * 2
    case 1: point * 2 + 1
    case 2: (point - 1) * 2
    default: (point - width) * 2 + 1
    }
  }

  mutating func claim(_ points: [Int], target: Int, origin source: Int) {
    for (from, to) in zip(points, points.dropFirst()) {
      let direction = self.direction(from, to)
      let at = stretch(from, direction)
      net[at] = load[at] > 0 && net[at] != target ? -2 : Int32(target)
      origin[at] = load[at] > 0 && origin[at] != source ? -2 : Int32(source)
      load[at] += 1
      isReversed[at] = direction > 1
    }
  }

  mutating func release(_ points: [Int], origin source: Int) {
    for (from, to) in zip(points, points.dropFirst()) {
      let at = stretch(from, direction(from, to))
      load[at] -= 1
      if load[at] == 0 { (net[at], origin[at]) = (-1, -1) }
    }
  }

  func direction(_ from: Int, _ to: Int) -> Int {
    to == from + 1 ? 0 : to == from - 1 ? 2 : to > from ? 1 : 3
  }
}
