/// Cuts a layout into pages where the fewest arrows are cut, and names the ends of cut arrows by letters in circles, as
/// printed Turkish charts do.
///
/// Worked example: a chart 1,800 units long on pages with room for 1,000 is cut once; of the gutters between the 800th
/// and the 1,000th unit the one with the fewest arrows is taken.
public struct ChartSheet: Hashable, Sendable {
  /// The end of a cut arrow.
  public struct Connector: Hashable, Sendable {
    /// `A`, `B`, …, `Z`, `AA`; the same on both pages.
    public var letter: String
    /// Where the arrow meets the edge of the page.
    public var point: Point
    /// Whether the arrow goes on elsewhere; false where it comes from elsewhere.
    public var leaves: Bool
    /// The page it goes to or comes from, from 1.
    public var otherPage: Int
  }

  /// From 1.
  public var number: Int
  /// Where the page begins along the flow.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// Ends of cut arrows.
  public var connectors: [Connector]

  /// The pages of `layout`, each with at most `room` units of chart along the flow. A column longer than that has its
  /// page to itself.
  public static func pages(of layout: ChartLayout, room: Int) -> [ChartSheet] {
    let isHorizontal = layout.orientation == .horizontal
    let first = layout.lanes.map { isHorizontal ? $0.header.box.right : $0.header.box.bottom }.max() ?? 0
    let end = isHorizontal ? layout.width : layout.height
    let marks = [first] + layout.cuts.filter { $0 > first && $0 < end } + [end]
    let chosen = cuts(marks, layout, room: max(1, room))
    var pages = zip(chosen, chosen.dropFirst()).enumerated().map { at, range in
      ChartSheet(number: at + 1, start: range.0, end: range.1, connectors: [])
    }
    connect(&pages, layout)
    return pages
  }

  /// The cheapest row of cuts from the first mark to the last (dynamic programme over the marks).
  private static func cuts(_ marks: [Int], _ layout: ChartLayout, room: Int) -> [Int] {
    var best = [(cost: Int, from: Int)](repeating: (Int.max, 0), count: marks.count)
    best[0] = (0, 0)
    for to in 1..<max(1, marks.count) {
      for from in 0..<to where best[from].cost < Int.max {
        guard marks[to] - marks[from] <= room || from == to - 1 else { continue }
        let cut = to == marks.count - 1 ? 0 : crossings(marks[to], layout).count
        let cost = best[from].cost + 100 + cut
        if cost < best[to].cost { best[to] = (cost, from) }
      }
    }
    var (chosen, at) = ([marks[marks.count - 1]], marks.count - 1)
    while at > 0 {
      at = best[at].from
      chosen.append(marks[at])
    }
    return chosen.reversed()
  }

  /// Where arrows run over a cut: how far across, and whether forward. Arrows that have joined count once.
  private static func crossings(_ cut: Int, _ layout: ChartLayout) -> [(across: Int, isForward: Bool)] {
    let isHorizontal = layout.orientation == .horizontal
    var found: [(across: Int, isForward: Bool)] = []
    for edge in layout.edges {
      for (a, b) in zip(edge.points, edge.points.dropFirst()) {
        let (from, to, across) = isHorizontal ? (a.x, b.x, a.y) : (a.y, b.y, a.x)
        guard min(from, to) < cut, cut < max(from, to) else { continue }
        if !found.contains(where: { $0.across == across }) { found.append((across, to > from)) }
      }
    }
    return found.sorted { $0.across < $1.across }
  }

  private static func connect(_ pages: inout [ChartSheet], _ layout: ChartLayout) {
    let isHorizontal = layout.orientation == .horizontal
    var count = 0
    for at in pages.indices.dropLast() {
      let cut = pages[at].end
      for (across, isForward) in crossings(cut, layout) {
        let (letter, point) = (letter(count), isHorizontal ? Point(cut, across) : Point(across, cut))
        count += 1
        pages[at].connectors.append(
          Connector(letter: letter, point: point, leaves: isForward, otherPage: at + 2))
        pages[at + 1].connectors.append(
          Connector(letter: letter, point: point, leaves: !isForward, otherPage: at + 1))
      }
    }
  }

  /// 0 → A, 25 → Z, 26 → AA.
  static func letter(_ number: Int) -> String {
    let own = String(UnicodeScalar(UInt8(65 + number % 26)))
    return number < 26 ? own : letter(number / 26 - 1) + own
  }
}
