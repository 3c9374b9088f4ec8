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

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
  func letters(number: Int, letter: String) { #expect(ChartSheet.letter(number) == letter) }

  @Test(arguments: Paper.allCases) func pagesAreDrawn(paper: Paper) throws {
    let process = try Shipped.process("SAT-01")
    let layout = try #require(Shipped.layouts["SAT-01"])
    let pages = ChartDrawing(process, layout).pages(paper).map(\.markup)
    #expect(pages.count >= 1)
    let symbols = pages.reduce(0) { $0 + $1.ranges(of: "aria-label=\"Adım").count }
    #expect(symbols == process.chart.steps.count)
    for page in pages { #expect(page.contains("Harcama Yetkilisi") || page.contains("Harcama")) }
  }
}
