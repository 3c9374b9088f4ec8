/// Cuts a layout into pages where the fewest arrows are cut, and names the ends of cut arrows by letters in circles, as
/// printed Turkish charts do.
///
/// Worked example: a chart 1,800 units long on pages with room for 1,000 is cut once; of the gutters between the 800th
/// and the 1,000th unit the one with the fewest arrows is taken.
/// Lanes that do not fit together are cut apart between two of them.
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
    /// Which edge of its own page it stands at.
    public var edge: Edge
  }

  /// An edge of a page, as the flow runs: where it comes in and goes on, and its two sides.
  public enum Edge: Sendable { case first, last, before, after }

  /// From 1.
  public var number: Int
  /// Where the page begins along the flow.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// Where its lanes begin across the flow.
  public var top: Int
  /// Where its lanes end.
  public var bottom: Int
  /// Ends of cut arrows.
  public var connectors: [Connector]

  /// The pages of `layout`, each with at most `room` units of chart along the flow and `width` across it. A column
  /// longer than that, or a lane wider than that, has its page to itself; lanes are never cut.
  public static func pages(of layout: ChartLayout, room: Int, width: Int = .max) -> [ChartSheet] {
    let isHorizontal = layout.orientation == .horizontal
    let first = layout.lanes.map { isHorizontal ? $0.header.box.right : $0.header.box.bottom }.max() ?? 0
    let end = isHorizontal ? layout.width : layout.height
    let marks = [first] + layout.cuts.filter { $0 > first && $0 < end } + [end]
    let chosen = cuts(marks, layout, room: max(1, room))
    let bands = bands(layout, width)
    var pages: [ChartSheet] = []
    for range in zip(chosen, chosen.dropFirst()) {
      for band in bands {
        pages.append(
          ChartSheet(
            number: pages.count + 1, start: range.0, end: range.1, top: band.lowerBound, bottom: band.upperBound,
            connectors: []))
      }
    }
    connect(&pages, layout, bands.count)
    return withoutBlanks(pages, layout)
  }

  /// Pages on which nothing stands are left out, the others numbered anew.
  private static func withoutBlanks(_ pages: [ChartSheet], _ layout: ChartLayout) -> [ChartSheet] {
    let isHorizontal = layout.orientation == .horizontal
    let used = pages.filter { page in
      !page.connectors.isEmpty
        || layout.nodes.contains { node in
          let center = node.box.center
          let (along, across) = isHorizontal ? (center.x, center.y) : (center.y, center.x)
          return page.start <= along && along < page.end && page.top <= across && across < page.bottom
        }
    }
    guard used.count < pages.count, !used.isEmpty else { return pages }
    let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1.number, $0 + 1) })
    return used.map { page in
      var page = page
      page.number = numbers[page.number] ?? page.number
      for at in page.connectors.indices {
        page.connectors[at].otherPage = numbers[page.connectors[at].otherPage] ?? page.connectors[at].otherPage
      }
      return page
    }
  }

  /// Neighbouring lanes that fit one page together, on as few pages as can be and these as equal as can be.
  private static func bands(_ layout: ChartLayout, _ width: Int) -> [Range<Int>] {
    let isHorizontal = layout.orientation == .horizontal
    let across = isHorizontal ? layout.height : layout.width
    let lanes = layout.lanes.map { isHorizontal ? $0.box.y..<$0.box.bottom : $0.box.x..<$0.box.right }
    guard across > width, !lanes.isEmpty else { return [0..<across] }
    let least = bands(lanes, width)
    let widths = Set(lanes.indices.flatMap { first in lanes[first...].map { $0.upperBound - lanes[first].lowerBound } })
    let equal = widths.sorted().first { $0 <= width && bands(lanes, $0).count == least.count }
    return bands(lanes, equal ?? width)
  }

  private static func bands(_ lanes: [Range<Int>], _ width: Int) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    for lane in lanes {
      if let last = bands.last, lane.upperBound - last.lowerBound <= width {
        bands[bands.count - 1] = last.lowerBound..<lane.upperBound
      } else {
        bands.append(lane)
      }
    }
    return bands
  }

  /// The cheapest row of cuts from the first mark to the last (dynamic programme over the marks).
  private static func cuts(_ marks: [Int], _ layout: ChartLayout, room: Int) -> [Int] {
    var best = [(cost: Int, from: Int)](repeating: (Int.max, 0), count: marks.count)
    best[0] = (0, 0)
    let full = max(1, min(room, marks[marks.count - 1] - marks[0]))
    for to in 1..<max(1, marks.count) {
      for from in 0..<to where best[from].cost < Int.max {
        guard marks[to] - marks[from] <= room || from == to - 1 else { continue }
        let cut = to == marks.count - 1 ? 0 : crossings(marks[to], layout).count
        // Pages first, then cut arrows; an empty page is as bad as six of these, so that pages are shared out evenly.
        let empty = max(0, full - marks[to] + marks[from]) * 1000 / full
        let cost = best[from].cost + 10_000 + cut * 100 + empty * empty / 1000 * 6 / 10
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

  /// Where arrows run over a cut: how far across, and whether forward. Arrows that have joined count once. `isAlong` is
  /// false for a cut between lanes; then the places are along the flow.
  private static func crossings(
    _ cut: Int, _ layout: ChartLayout, isAlong: Bool = true
  ) -> [(across: Int, isForward: Bool)] {
    let isX = (layout.orientation == .horizontal) == isAlong
    var found: [(across: Int, isForward: Bool)] = []
    for edge in layout.edges {
      for (a, b) in zip(edge.points, edge.points.dropFirst()) {
        let (from, to, across) = isX ? (a.x, b.x, a.y) : (a.y, b.y, a.x)
        guard min(from, to) < cut, cut < max(from, to) else { continue }
        if !found.contains(where: { $0.across == across }) { found.append((across, to > from)) }
      }
    }
    return found.sorted { $0.across < $1.across }
  }

  private static func connect(_ pages: inout [ChartSheet], _ layout: ChartLayout, _ bands: Int) {
    var count = 0
    func join(_ from: Int, _ to: Int, _ crossing: (across: Int, isForward: Bool), isAlong: Bool) {
      let isX = (layout.orientation == .horizontal) == isAlong
      let cut = isAlong ? pages[from].end : pages[from].bottom
      let point = isX ? Point(cut, crossing.across) : Point(crossing.across, cut)
      let letter = letter(count)
      count += 1
      pages[from].connectors.append(
        Connector(
          letter: letter, point: point, leaves: crossing.isForward, otherPage: to + 1, edge: isAlong ? .last : .after))
      pages[to].connectors.append(
        Connector(
          letter: letter, point: point, leaves: !crossing.isForward, otherPage: from + 1,
          edge: isAlong ? .first : .before))
    }
    for at in pages.indices {
      if at + bands < pages.count {
        let own = pages[at].top..<pages[at].bottom
        for crossing in crossings(pages[at].end, layout) where own.contains(crossing.across) {
          join(at, at + bands, crossing, isAlong: true)
        }
      }
      if (at + 1) % bands != 0 {
        let own = pages[at].start..<pages[at].end
        for crossing in crossings(pages[at].bottom, layout, isAlong: false) where own.contains(crossing.across) {
          join(at, at + 1, crossing, isAlong: false)
        }
      }
    }
  }

  /// 0 → A, 25 → Z, 26 → AA.
  static func letter(_ number: Int) -> String {
    let own = String(UnicodeScalar(UInt8(65 + number % 26)))
    return number < 26 ? own : letter(number / 26 - 1) + own
  }
}
