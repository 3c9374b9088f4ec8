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
  /// What is known of each point; `y * width + x`.
  private(set) var spots: [Spot]
  /// The stretches from each point to the next along (even) and across (odd).
  private(set) var stretches: [Stretch]

  /// A point where two lines meet.
  struct Spot {
    /// Pixels for the costs.
    let x: Int32
    let y: Int32
    /// Step whose centre is here; -1 for none.
    var center: Int32 = -1
    /// Bit per direction in which the lines go on.
    let exits: UInt8
  }

  /// A piece of a line between two neighbouring points.
  struct Stretch {
    /// Target of the arrows on it; -1 for none, -2 for several.
    var net: Int32 = -1
    /// Source of the arrows on it; -1 for none, -2 for several.
    var origin: Int32 = -1
    /// How many arrows use it.
    var load: Int32 = 0
    /// What it costs more because of quarrels about it.
    var grudge: Int32 = 0
    /// Whether they run against the direction of the lines.
    var isReversed = false
  }

  init(columns: Int, rows: Int, tracks: Int) {
    (self.columns, self.rows, self.tracks) = (columns, rows, tracks)
    let (width, height) = (columns * (tracks + 1) + tracks, rows * (tracks + 1) + tracks)
    (self.width, self.height) = (width, height)
    let across = RouteGrid.positions(columns, tracks, half: 66)
    let down = RouteGrid.positions(rows, tracks, half: 46)
    spots = (0..<width * height).map { point in
      let (x, y) = (point % width, point / width)
      let exits = (x + 1 < width ? 1 : 0) | (y + 1 < height ? 2 : 0) | (x > 0 ? 4 : 0) | (y > 0 ? 8 : 0)
      return Spot(x: Int32(across[x]), y: Int32(down[y]), exits: UInt8(exits))
    }
    stretches = [Stretch](repeating: Stretch(), count: width * height * 2)
  }

  /// Distances in pixels for the costs; the true ones come later.
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
    spots[point(center(column), center(row))].center = Int32(step)
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

  /// The next point in a direction that goes on.
  @inline(__always)
  func step(_ point: Int, _ direction: Int) -> Int {
    switch direction {
    case 0: point + 1
    case 1: point + width
    case 2: point - 1
    default: point - width
    }
  }

  /// Whether the lines go on from the point in the direction.
  @inline(__always)
  func goesOn(_ point: Int, _ direction: Int) -> Bool { spots[point].exits >> UInt8(direction) & 1 == 1 }

  /// Pixels between two points.
  @inline(__always)
  func distance(_ a: Int, _ b: Int) -> Int {
    Int(abs(spots[a].x - spots[b].x) + abs(spots[a].y - spots[b].y))
  }

  mutating func resent(_ point: Int) {
    for direction in 0..<4 where goesOn(point, direction) { stretches[stretch(point, direction)].grudge += 600 }
  }

  mutating func claim(_ points: [Int], target: Int, origin source: Int) {
    for (from, to) in zip(points, points.dropFirst()) {
      let direction = self.direction(from, to)
      let at = stretch(from, direction)
      let old = stretches[at]
      stretches[at].net = old.load > 0 && old.net != target ? -2 : Int32(target)
      stretches[at].origin = old.load > 0 && old.origin != source ? -2 : Int32(source)
      stretches[at].load += 1
      stretches[at].isReversed = direction > 1
    }
  }

  mutating func release(_ points: [Int]) {
    for (from, to) in zip(points, points.dropFirst()) {
      let at = stretch(from, direction(from, to))
      stretches[at].load -= 1
      if stretches[at].load == 0 { (stretches[at].net, stretches[at].origin) = (-1, -1) }
    }
  }

  func direction(_ from: Int, _ to: Int) -> Int {
    to == from + 1 ? 0 : to == from - 1 ? 2 : to > from ? 1 : 3
  }
}
