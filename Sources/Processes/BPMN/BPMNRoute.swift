/// A way for one arrow through a drawing that is there already: the cheapest of the plain ones, with few bends.
struct BPMNRoute {
  let source: DrawnBox
  let target: DrawnBox
  /// Shapes to keep off, besides the two.
  let obstacles: [DrawnBox]
  /// Arrows that are drawn.
  let others: [[DrawnPoint]]

  /// Distance to keep from shapes.
  private static let gap = 20.0

  var points: [DrawnPoint] {
    let candidates = source == target ? [loop] : straight + ahead + behind + around
    var best: (cost: Double, points: [DrawnPoint])?
    for points in candidates {
      let cost = cost(points)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, points) }
    }
    return best?.points ?? [source.middle, target.middle]
  }

  private var loop: [DrawnPoint] {
    let (x, y) = (source.right + Self.gap, source.bottom + Self.gap)
    return [
      DrawnPoint(x: source.right, y: source.middle.y), DrawnPoint(x: x, y: source.middle.y), DrawnPoint(x: x, y: y),
      DrawnPoint(x: source.middle.x, y: y), DrawnPoint(x: source.middle.x, y: source.bottom),
    ]
  }

  /// One stroke, where the two face each other.
  private var straight: [[DrawnPoint]] {
    let (a, b) = (source.middle, target.middle)
    if abs(a.y - b.y) < 1 {
      return [
        [
          DrawnPoint(x: b.x > a.x ? source.right : source.x, y: a.y),
          DrawnPoint(x: b.x > a.x ? target.x : target.right, y: a.y),
        ]
      ]
    }
    if abs(a.x - b.x) < 1 {
      return [
        [
          DrawnPoint(x: a.x, y: b.y > a.y ? source.bottom : source.y),
          DrawnPoint(x: a.x, y: b.y > a.y ? target.y : target.bottom),
        ]
      ]
    }
    return []
  }

  /// With one corner, or two between the shapes, towards a target further on.
  private var ahead: [[DrawnPoint]] {
    let (a, b) = (source.middle, target.middle)
    let isBelow = b.y > a.y
    var list: [[DrawnPoint]] = []
    if b.x > source.right || b.x < source.x {
      let out = DrawnPoint(x: b.x > a.x ? source.right : source.x, y: a.y)
      list.append([out, DrawnPoint(x: b.x, y: a.y), DrawnPoint(x: b.x, y: isBelow ? target.y : target.bottom)])
    }
    if a.x < target.x || a.x > target.right {
      let end = DrawnPoint(x: a.x < b.x ? target.x : target.right, y: b.y)
      list.append([DrawnPoint(x: a.x, y: isBelow ? source.bottom : source.y), DrawnPoint(x: a.x, y: b.y), end])
    }
    if target.x > source.right {
      for share in [0.5, 0.25, 0.75, 0.1, 0.9] {
        let x = source.right + (target.x - source.right) * share
        list.append([
          DrawnPoint(x: source.right, y: a.y), DrawnPoint(x: x, y: a.y), DrawnPoint(x: x, y: b.y),
          DrawnPoint(x: target.x, y: b.y),
        ])
      }
    }
    return list
  }

  /// Out at the lower or upper side and in at the facing one.
  private var behind: [[DrawnPoint]] {
    let (a, b) = (source.middle, target.middle)
    let (from, to) = b.y > a.y ? (source.bottom, target.y) : (source.y, target.bottom)
    guard b.y > a.y ? to > from : from > to else { return [] }
    return [0.5, 0.25, 0.75].map { share in
      let y = from + (to - from) * share
      return [
        DrawnPoint(x: a.x, y: from), DrawnPoint(x: a.x, y: y), DrawnPoint(x: b.x, y: y), DrawnPoint(x: b.x, y: to),
      ]
    }
  }

  /// Past the two, above or below, further out with each try.
  private var around: [[DrawnPoint]] {
    let (a, b) = (source.middle, target.middle)
    return (1...10).flatMap { step -> [[DrawnPoint]] in
      let under = max(source.bottom, target.bottom) + Double(step) * Self.gap
      let over = min(source.y, target.y) - Double(step) * Self.gap
      return [(under, source.bottom, target.bottom), (over, source.y, target.y)].flatMap { y, from, to in
        let up = [
          DrawnPoint(x: a.x, y: from), DrawnPoint(x: a.x, y: y), DrawnPoint(x: b.x, y: y), DrawnPoint(x: b.x, y: to),
        ]
        let (out, end) = (source.right + Self.gap / 2, target.x - Self.gap / 2)
        let side = [
          DrawnPoint(x: source.right, y: a.y), DrawnPoint(x: out, y: a.y), DrawnPoint(x: out, y: y),
          DrawnPoint(x: end, y: y), DrawnPoint(x: end, y: b.y), DrawnPoint(x: target.x, y: b.y),
        ]
        return [up, side]
      }
    }
  }

  // MARK: Cost

  private func cost(_ points: [DrawnPoint]) -> Double {
    let inner = [source, target].map { DrawnBox(x: $0.x + 1, y: $0.y + 1, width: $0.width - 2, height: $0.height - 2) }
    // Counted in whole numbers: the order in which a dictionary gives the others must not matter.
    var (hits, length) = ((points.count - 2) * 25, 0.0)
    for (a, b) in zip(points, points.dropFirst()) {
      let stroke = Self.stroke(a, b)
      length += stroke.width + stroke.height
      hits += 1_000 * (inner.count { $0.overlaps(stroke) } + obstacles.count { $0.overlaps(stroke, by: 3) })
      for other in others {
        hits += zip(other, other.dropFirst()).reduce(0) { $0 + Self.conflict(stroke, Self.stroke($1.0, $1.1)) }
      }
    }
    return Double(hits) + length * 0.2
  }

  private static func stroke(_ a: DrawnPoint, _ b: DrawnPoint) -> DrawnBox {
    DrawnBox(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
  }

  /// Lying on each other is worse than crossing.
  private static func conflict(_ one: DrawnBox, _ other: DrawnBox) -> Int {
    guard one.overlaps(other, by: 2) else { return 0 }
    return (one.width > one.height) == (other.width > other.height) ? 300 : 60
  }
}
