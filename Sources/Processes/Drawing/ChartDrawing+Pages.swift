import GuvenceCore
import GuvenceMarkup

/// A sheet of paper a chart is printed on, lying or standing so that it is longer along the flow.
public enum Paper: String, Sendable, CaseIterable {
  /// 297 × 210 mm.
  case a4
  /// 420 × 297 mm.
  case a3

  /// Length and width in user units, without margins of 10 mm.
  var room: (length: Int, width: Int) {
    switch self {
    case .a4: (1047, 718)
    case .a3: (1512, 1047)
    }
  }
}

extension ChartDrawing {
  private static let connector = 26

  /// The chart on pages of `paper`, each with the title, the names of the lanes and the connectors of cut arrows. The
  /// chart is made smaller where its lanes are wider than the paper, and the pages hold more of it then.
  public func pages(_ paper: Paper) -> [Node] {
    let (length, width) = (paper.room.length, paper.room.width - ChartDrawing.head - ChartDrawing.foot)
    return pages((length, width), hasTitle: true).map { SVG.file($0) }
  }

  /// The chart cut for a form that has its own title: pieces to stand in a page, each for `room` user units along and
  /// across the flow.
  func sheets(_ room: (length: Int, width: Int)) -> [Node] { pages(room, hasTitle: false) }

  private func pages(_ room: (length: Int, width: Int), hasTitle: Bool) -> [Node] {
    let isHorizontal = layout.orientation == .horizontal
    let header = layout.lanes.map { isHorizontal ? $0.header.box.width : $0.header.box.height }.max() ?? 0
    let across = isHorizontal ? layout.height : layout.width
    // In user units of the chart, which the page's view box makes smaller where needed.
    let scaled = across > room.width ? room.length * across / max(1, room.width) : room.length
    let pages = ChartSheet.pages(of: layout, room: scaled - header - 3 * ChartDrawing.connector)
    return pages.map { page($0, of: pages.count, header: header, hasTitle: hasTitle) }
  }

  private func page(_ page: ChartSheet, of count: Int, header: Int, hasTitle: Bool) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let (gap, length) = (ChartDrawing.connector, page.end - page.start)
    let (width, height) =
      isHorizontal ? (header + length + 2 * gap, layout.height) : (layout.width, header + length + 2 * gap)
    let (x, y) = isHorizontal ? (header + gap - page.start, 0) : (0, header + gap - page.start)
    let (top, foot) = hasTitle ? (ChartDrawing.head, ChartDrawing.foot) : (1, 1)
    let box = Box(x: 0, y: 0, width: width + 2 * ChartDrawing.margin, height: height + top + foot)
    let name = "\(process.card.code) \(process.card.name(language)) (\(page.number)/\(count))"
    return frame(
      box, id: "\(BPMNNames.process(process.card.code))_\(page.number)", title: name,
      description: ChartReading.summary(process, language)
    ) {
      if hasTitle {
        SVG.text(
          "\(process.card.code)  \(process.card.name(language))  (\(page.number)/\(count))",
          x: Double(ChartDrawing.margin), y: 22, .fontSize(15), Attribute("font-weight", "bold"), .aria("hidden", true))
      }
      SVG.g(.transform("translate(\(ChartDrawing.margin) \(top))")) {
        SVG.g(.aria("hidden", true)) { layout.lanes.map { band($0, length: header + length + 2 * gap) } }
        window(page, x: x, y: y)
        page.connectors.map { circle($0, page, x: x, y: y) }
      }
    }
  }

  /// A lane as long as the page, with its name.
  private func band(_ lane: ChartLayout.Lane, length: Int) -> Node {
    var lane = lane
    if layout.orientation == .horizontal { lane.box.width = length } else { lane.box.height = length }
    return self.lane(lane)
  }

  /// The part of the chart on the page. Steps lie on one page only; arrows are cut at its edges.
  private func window(_ page: ChartSheet, x: Int, y: Int) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let steps = zip(process.chart.steps, layout.nodes).filter { _, node in
      let along = isHorizontal ? node.box.center.x : node.box.center.y
      return page.start <= along && along < page.end
    }
    let box =
      isHorizontal
      ? Box(x: page.start, y: 0, width: page.end - page.start, height: layout.height)
      : Box(x: 0, y: page.start, width: layout.width, height: page.end - page.start)
    return element(
      "svg", Attribute("x", box.x + x), Attribute("y", box.y + y), Attribute("width", box.width),
      Attribute("height", box.height), Attribute("viewBox", "\(box.x) \(box.y) \(box.width) \(box.height)"),
      Attribute("overflow", "hidden")
    ) {
      SVG.g(.aria("hidden", true)) {
        layout.edges.filter { edge in
          edge.points.contains { isHorizontal ? $0.x >= page.start : $0.y >= page.start }
            && edge.points.contains { isHorizontal ? $0.x <= page.end : $0.y <= page.end }
        }.map { self.edge($0) }
      }
      steps.map { symbol($0, $1) }
    }
  }

  private func circle(_ connector: ChartSheet.Connector, _ page: ChartSheet, x: Int, y: Int) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let isEnd = (isHorizontal ? connector.point.x : connector.point.y) == page.end
    let shift = isEnd ? 12 : -12
    let center = Point(
      connector.point.x + x + (isHorizontal ? shift : 0), connector.point.y + y + (isHorizontal ? 0 : shift))
    let words = Localized(
      "Bağlantı \(connector.letter): sayfa \(connector.otherPage)",
      "Connector \(connector.letter): page \(connector.otherPage)")
    return SVG.g(.role("graphics-symbol"), .aria("label", words(language))) {
      SVG.circle(
        x: Double(center.x), y: Double(center.y), radius: 9, .fill(connector.leaves ? "#FFFFFF" : "#E8F1FA"),
        .stroke(ChartDrawing.ink))
      SVG.text(
        connector.letter, x: Double(center.x), y: Double(center.y) + 4, .textAnchor("middle"),
        Attribute("font-weight", "bold"))
    }
  }
}
