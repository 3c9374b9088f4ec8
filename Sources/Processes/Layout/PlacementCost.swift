/// Weights of the search and of the router, in pixels of arrow: a crossing is as bad as that much more way.
enum Weight {
  static let column = 150
  static let row = 105
  static let bend = 110
  static let crossing = 400
  /// Two flows that would have to share a port or a stretch.
  static let conflict = 130
  /// The main path leaving its row inside a lane.
  static let spine = 80
  /// Going up inside a lane.
  static let upward = 60
  /// One more column or row of paper, per step.
  static let paper = 8
}

/// The way of one flow as the search guesses it: at most four points on the half-cell grid, where odd numbers are
/// centres of cells and even ones gutters.
struct Sketch: Equatable {
  /// Corners; unused ones repeat the last.
  private(set) var x: SIMD4<Int32>
  private(set) var y: SIMD4<Int32>
  /// Segments, 1 to 3.
  let count: Int32
  private(set) var cost = 0
  /// Sides: 0 forward, 1 down, 2 backward, 3 up.
  private(set) var leaves: UInt8 = 0
  private(set) var arrives: UInt8 = 2
  private let low: SIMD2<Int32>
  private let high: SIMD2<Int32>

  @inline(__always)
  static func == (a: Sketch, b: Sketch) -> Bool { a.x == b.x && a.y == b.y && a.cost == b.cost }

  typealias Spot = (Int, Int)

  /// A polyline of two, three or four points.
  init(_ a: Spot, _ b: Spot, bends: Int) { self.init(a, b, b, b, count: 1, bends: bends) }
  init(_ a: Spot, _ b: Spot, _ c: Spot, bends: Int) { self.init(a, b, c, c, count: 2, bends: bends) }
  init(_ a: Spot, _ b: Spot, _ c: Spot, _ d: Spot, bends: Int) { self.init(a, b, c, d, count: 3, bends: bends) }

  private init(_ a: Spot, _ b: Spot, _ c: Spot, _ d: Spot, count: Int32, bends: Int) {
    x = SIMD4(Int32(a.0), Int32(b.0), Int32(c.0), Int32(d.0))
    y = SIMD4(Int32(a.1), Int32(b.1), Int32(c.1), Int32(d.1))
    self.count = count
    low = SIMD2(x.min(), y.min())
    high = SIMD2(x.max(), y.max())
    let across = abs(b.0 - a.0) + abs(c.0 - b.0) + abs(d.0 - c.0)
    let down = abs(b.1 - a.1) + abs(c.1 - b.1) + abs(d.1 - c.1)
    cost = (across * Weight.column + down * Weight.row) / 2 + bends * Weight.bend
    leaves = Sketch.side(from: a, to: b)
    arrives = Sketch.side(from: d, to: count == 1 ? a : count == 2 ? b : c)
  }

  private static func side(from a: Spot, to b: Spot) -> UInt8 {
    b.0 > a.0 ? 0 : b.1 > a.1 ? 1 : b.0 < a.0 ? 2 : 3
  }

  /// Whether the boxes around the two touch; otherwise they cost each other nothing.
  @inline(__always)
  func isNear(_ other: Sketch) -> Bool {
    other.low.x <= high.x && low.x <= other.high.x && other.low.y <= high.y && low.y <= other.high.y
  }

  /// What the two cost each other: crossings, and stretches of cell centres they would both need.
  func clash(_ other: Sketch, sharesEnd: Bool) -> Int {
    var sum = 0
    for i in 0..<Int(count) {
      let (ax, ay, bx, by) = (x[i], y[i], x[i + 1], y[i + 1])
      for j in 0..<Int(other.count) {
        let (cx, cy, dx, dy) = (other.x[j], other.y[j], other.x[j + 1], other.y[j + 1])
        if ay == by {
          if cx == dx, cy != dy {
            if min(ax, bx) < cx, cx < max(ax, bx), min(cy, dy) < ay, ay < max(cy, dy) { sum += Weight.crossing }
          } else if !sharesEnd, cy == dy, ay == cy, ay & 1 == 1,
            max(min(ax, bx), min(cx, dx)) < min(max(ax, bx), max(cx, dx))
          {
            sum += Weight.conflict
          }
        } else if cy == dy {
          if min(cx, dx) < ax, ax < max(cx, dx), min(ay, by) < cy, cy < max(ay, by) { sum += Weight.crossing }
        } else if !sharesEnd, ax == cx, ax & 1 == 1, max(min(ay, by), min(cy, dy)) < min(max(ay, by), max(cy, dy)) {
          sum += Weight.conflict
        }
      }
    }
    return sum
  }
}
