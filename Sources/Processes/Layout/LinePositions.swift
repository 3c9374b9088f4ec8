/// True positions of the lines of a `RouteGrid`, once it is known how much room the cells need and which tracks are
/// used: unused tracks take no room.
struct LinePositions {
  /// Position of each line; unused tracks stand with their neighbour.
  private(set) var lines: [Int]
  /// Position of each lane's two ends, along the axis the lanes are stacked on; empty for the axis of the columns.
  private(set) var lanes: [(start: Int, end: Int)] = []
  /// Where the last line or cell ends.
  private(set) var end = 0

  static let spacing = 10

  /// Room in gutters: where no arrow runs, and before and behind the tracks where some do. Where the flow runs down the
  /// page nothing stands beside an arrow's way between two cells, so it may be shorter.
  private struct Gaps {
    let plain: Int
    let near: Int
    let far: Int

    static func along(_ orientation: Orientation) -> Gaps {
      orientation == .horizontal ? Gaps(plain: 26, near: 13, far: 15) : Gaps(plain: 18, near: 11, far: 12)
    }
    static func across(_ orientation: Orientation) -> Gaps {
      orientation == .horizontal ? Gaps(plain: 20, near: 10, far: 14) : Gaps(plain: 14, near: 9, far: 11)
    }
    /// At the two ends of a row of cells, or of a lane.
    static func edge(_ room: Int, near: Int) -> Gaps { Gaps(plain: room, near: near, far: room) }
  }

  /// Positions along the flow: `before` and `after` are how far the cells reach from the centre lines.
  init(
    columns: Int, tracks: Int, isUsed: [Bool], before: [Int], after: [Int], from: Int, orientation: Orientation
  ) {
    lines = [Int](repeating: 0, count: columns * (tracks + 1) + tracks)
    var at = from
    for column in 0...columns {
      let isEdge = column == 0 || column == columns
      at = gutter(column, tracks, isUsed, at, isEdge ? .edge(8, near: 8) : .along(orientation))
      guard column < columns else { break }
      lines[column * (tracks + 1) + tracks] = at + before[column]
      at += before[column] + after[column]
    }
    end = at
  }

  /// Positions across the flow; `lane` is each row's lane and `least` how long each lane must be for its name.
  init(
    rows: Int, tracks: Int, isUsed: [Bool], before: [Int], after: [Int], lane: [Int], laneCount: Int, least: [Int],
    orientation: Orientation
  ) {
    lines = [Int](repeating: 0, count: rows * (tracks + 1) + tracks)
    var at = 0
    var open = 0
    for row in 0...rows {
      let isNewLane = row == 0 || row == rows || lane[row] != lane[row - 1]
      let gaps = Gaps.across(orientation)
      at = gutter(row, tracks, isUsed, at, isNewLane ? .edge(9, near: gaps.near) : gaps)
      if row == rows || (isNewLane && row > 0) {
        // The lanes between the last row's and this one have no rows; each still gets its band.
        let next = row == rows ? laneCount : lane[row]
        while lanes.count < next {
          at = max(at, open + least[lanes.count], open + 34)
          lanes.append((open, at))
          open = at
        }
        if row < rows { at += 9 }
      } else if row == 0, rows > 0 {
        while lanes.count < lane[0] {
          at = open + max(least[lanes.count], 34)
          lanes.append((open, at))
          open = at
          at += 9
        }
      }
      guard row < rows else { break }
      lines[row * (tracks + 1) + tracks] = at + before[row]
      at += before[row] + after[row]
    }
    end = at
  }

  /// Lays the used tracks of the gutter before `cell`; returns where the next cell may begin.
  private mutating func gutter(
    _ cell: Int, _ tracks: Int, _ isUsed: [Bool], _ from: Int, _ gaps: Gaps
  ) -> Int {
    let first = cell * (tracks + 1)
    let used = (first..<first + tracks).filter { isUsed[$0] }
    guard !used.isEmpty else {
      for line in first..<first + tracks { lines[line] = from + gaps.plain / 2 }
      return from + gaps.plain
    }
    var at = from + gaps.near
    for (order, line) in used.enumerated() {
      lines[line] = at + order * LinePositions.spacing
    }
    at += (used.count - 1) * LinePositions.spacing
    return at + gaps.far
  }
}
