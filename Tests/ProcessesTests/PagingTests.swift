import Testing

@testable import GuvenceProcesses

@Suite struct PagingTests {
  @Test(arguments: ["SAT-01", "RUH-01", "TŞN-02"], [500, 900, 5_000]) func pagesHoldEverythingOnce(
    code: String, room: Int
  )
    throws
  {
    let layout = try #require(Shipped.layouts[code])
    let pages = ChartSheet.pages(of: layout, room: room)
    #expect(pages.map(\.number) == Array(1...pages.count))
    for node in layout.nodes {
      let homes = pages.filter { $0.start <= node.box.x && node.box.right <= $0.end }
      #expect(homes.count == 1, "\(node.id)")
    }
    for (before, after) in zip(pages, pages.dropFirst()) { #expect(before.end == after.start) }
    if room == 5_000 { #expect(pages.count == 1) }
    let connectors = pages.flatMap(\.connectors)
    for letter in Set(connectors.map(\.letter)) {
      let pair = connectors.filter { $0.letter == letter }
      #expect(pair.count == 2)
      #expect(pair.filter(\.leaves).count == 1)
    }
  }

  /// Lanes that do not fit together are spread over pages; what is cut between them is told by letters too.
  @Test(arguments: ["SAT-01", "SAT-02", "RUH-01"], [Orientation.horizontal, .vertical]) func lanesAreSpread(
    code: String, orientation: Orientation
  ) throws {
    let chart = try Shipped.process(code).chart
    let options = LayoutOptions(orientation, effort: 300, starts: 1, seed: code)
    let layout = try #require(ChartLayouter.layout(chart, options))
    let isHorizontal = orientation == .horizontal
    let pages = ChartSheet.pages(of: layout, room: 900, width: 600)
    #expect(pages.contains { $0.top > 0 } && pages.map(\.number) == Array(1...pages.count))
    for node in layout.nodes {
      let (from, to) = isHorizontal ? (node.box.x, node.box.right) : (node.box.y, node.box.bottom)
      let (top, bottom) = isHorizontal ? (node.box.y, node.box.bottom) : (node.box.x, node.box.right)
      let homes = pages.filter { $0.start <= from && to <= $0.end && $0.top <= top && bottom <= $0.bottom }
      #expect(homes.count == 1, "\(node.id)")
    }
    let connectors = pages.flatMap { page in page.connectors.map { (page: page.number, connector: $0) } }
    for letter in Set(connectors.map(\.connector.letter)) {
      let pair = connectors.filter { $0.connector.letter == letter }
      #expect(pair.count == 2 && pair.filter(\.connector.leaves).count == 1)
      #expect(pair.first?.connector.otherPage == pair.last?.page && pair.last?.connector.otherPage == pair.first?.page)
    }
  }

  /// Every place where an arrow crosses the edge of a page has its letter.
  @Test(arguments: 0..<6) func everyCutHasItsLetter(seed: UInt64) throws {
    let chart = RandomChart.make(seed: seed)
    let options = LayoutOptions(seed % 2 == 0 ? .horizontal : .vertical, effort: 30, starts: 1)
    let layout = try #require(ChartLayouter.layout(chart, options))
    let isHorizontal = layout.orientation == .horizontal
    for page in ChartSheet.pages(of: layout, room: 700, width: 500) {
      for edge in layout.edges {
        for (a, b) in zip(edge.points, edge.points.dropFirst()) {
          let (from, to, across) = isHorizontal ? (a.x, b.x, a.y) : (a.y, b.y, a.x)
          guard min(from, to) < page.end, page.end < max(from, to), page.top <= across, across < page.bottom,
            page.end < (isHorizontal ? layout.width : layout.height)
          else { continue }
          let point = isHorizontal ? Point(page.end, across) : Point(across, page.end)
          #expect(page.connectors.contains { $0.point == point && $0.edge == .last })
        }
      }
    }
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
  func letters(number: Int, letter: String) { #expect(ChartSheet.letter(number) == letter) }

  /// Lanes are shared out so that the fullest page is as empty as can be.
  @Test func lanesAreSharedOutEqually() throws {
    let layout = try #require(Shipped.layouts["SAT-01"])
    let pages = ChartSheet.pages(of: layout, room: .max / 4, width: layout.height * 2 / 3)
    let widths = pages.map { $0.bottom - $0.top }
    #expect(widths.count == 2 && (widths.max() ?? 0) - (widths.min() ?? 0) < layout.height / 3)
  }

  /// A page is as large as its paper without margins, whatever is on it.
  @Test(arguments: ["SAT-01", "YAZ-02"], [Orientation.horizontal, .vertical]) func pagesAreOfPaperSize(
    code: String, orientation: Orientation
  ) throws {
    let process = try Shipped.process(code)
    let options = LayoutOptions(orientation, effort: 300, starts: 1, seed: code)
    let layout = try #require(ChartLayouter.layout(process.chart, options))
    for (paper, sides) in [(Paper.a4, ("277.0mm", "190.0mm")), (.a3, ("400.1mm", "277.0mm"))] {
      let (width, height) = orientation == .horizontal ? sides : (sides.1, sides.0)
      for page in ChartDrawing(process, layout).pages(paper).map(\.markup) {
        #expect(page.contains("width=\"\(width)\" height=\"\(height)\""), "\(page.prefix(300))")
        #expect(page.contains("K kontrol ·"))
      }
    }
  }

  @Test(arguments: Paper.allCases) func pagesAreDrawn(paper: Paper) throws {
    let process = try Shipped.process("SAT-01")
    let layout = try #require(Shipped.layouts["SAT-01"])
    let pages = ChartDrawing(process, layout).pages(paper).map(\.markup)
    #expect(pages.count >= 1)
    let symbols = pages.reduce(0) { $0 + $1.ranges(of: "aria-label=\"Adım").count }
    #expect(symbols == process.chart.steps.count)
    for lane in process.chart.lanes { #expect(pages.contains { $0.contains(lane.prefix(5)) }) }
  }
}
