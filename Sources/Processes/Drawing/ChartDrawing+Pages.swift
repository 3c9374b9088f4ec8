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

  /// How small a chart may become before its lanes are spread over several pages, in thousandths: letters of 11 pixels
  /// are then 5.4 points high.
  private static let smallest = 650

  /// The chart on pages of `paper`, each with the title, the names of the lanes and the connectors of cut arrows. The
  /// chart is made smaller where its lanes are wider than the paper, as long as it can be read; then lanes go on on
  /// other pages.
  public func pages(_ paper: Paper) -> [Node] {
    pages(ChartDrawing.room(paper), hasTitle: true).map { SVG.file($0) }
  }

  /// Where `pages` cuts the chart, and the connectors at the cuts.
  public func sheets(for paper: Paper) -> [ChartSheet] {
    ChartDrawing.cut(layout, ChartDrawing.room(paper), header: header)
  }

  /// Longest of the lanes' headers.
  private var header: Int {
    let isHorizontal = layout.orientation == .horizontal
    return layout.lanes.map { isHorizontal ? $0.header.box.width : $0.header.box.height }.max() ?? 0
  }

  private static func room(_ paper: Paper) -> (length: Int, width: Int) {
    (paper.room.length, paper.room.width - head - foot)
  }

  /// The chart cut for a form that has its own title: pieces to stand in a page, each for `room` user units along and
  /// across the flow.
  func sheets(_ room: (length: Int, width: Int)) -> [Node] { pages(room, hasTitle: false) }

  private func pages(_ room: (length: Int, width: Int), hasTitle: Bool) -> [Node] {
    let header = header
    let pages = ChartDrawing.cut(layout, room, header: header)
    return pages.map { page($0, of: pages.count, header: header, hasTitle: hasTitle) }
  }

  /// The pages for `room`, in user units of the chart, which the page's view box makes smaller where needed.
  static func cut(_ layout: ChartLayout, _ room: (length: Int, width: Int), header: Int) -> [ChartSheet] {
    let across = layout.orientation == .horizontal ? layout.height : layout.width
    let widest = room.width * 1000 / smallest
    let isSpread = across > widest
    let width = isSpread ? widest - 2 * connector : max(across, 1)
    let bands = ChartSheet.pages(of: layout, room: .max / 4, width: width)
    let used = (bands.map { $0.bottom - $0.top }.max() ?? across) + (isSpread ? 2 * connector : 0)
    let scaled = used > room.width ? room.length * used / max(1, room.width) : room.length
    return ChartSheet.pages(of: layout, room: scaled - header - 3 * connector, width: width)
  }

  private func page(_ page: ChartSheet, of count: Int, header: Int, hasTitle: Bool) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let (gap, length, breadth) = (ChartDrawing.connector, page.end - page.start, page.bottom - page.top)
    let isSpread = breadth < (isHorizontal ? layout.height : layout.width)
    let side = isSpread ? gap : 0
    let (long, wide) = (header + length + 2 * gap, breadth + 2 * side)
    let (along, across) = (header + gap - page.start, side - page.top)
    let (x, y) = isHorizontal ? (along, across) : (across, along)
    let (top, foot) = hasTitle ? (ChartDrawing.head, ChartDrawing.foot) : (1, 1)
    let box = Box(
      x: 0, y: 0, width: (isHorizontal ? long : wide) + 2 * ChartDrawing.margin,
      height: (isHorizontal ? wide : long) + top + foot)
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
        SVG.g(.aria("hidden", true)) { bands(of: page, length: long, across: across) }
        window(page, x: x, y: y)
        page.connectors.map { circle($0, x: x, y: y) }
      }
    }
  }

  /// The lanes of a page, as long as the page, with their names.
  private func bands(of page: ChartSheet, length: Int, across: Int) -> [Node] {
    let isHorizontal = layout.orientation == .horizontal
    let own = layout.lanes.filter {
      let middle = isHorizontal ? $0.box.center.y : $0.box.center.x
      return page.top <= middle && middle < page.bottom
    }
    return own.map { lane in
      var lane = lane
      let (x, y) = isHorizontal ? (0, across) : (across, 0)
      (lane.box, lane.header.box) = (lane.box.moved(x, y), lane.header.box.moved(x, y))
      if isHorizontal { lane.box.width = length } else { lane.box.height = length }
      return self.lane(lane)
    }
  }

  /// The part of the chart on the page. Steps lie on one page only; arrows are cut at its edges.
  private func window(_ page: ChartSheet, x: Int, y: Int) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let (length, breadth) = (page.end - page.start, page.bottom - page.top)
    let box =
      isHorizontal
      ? Box(x: page.start, y: page.top, width: length, height: breadth)
      : Box(x: page.top, y: page.start, width: breadth, height: length)
    let steps = zip(process.chart.steps, layout.nodes).filter { _, node in
      let center = node.box.center
      return box.x <= center.x && center.x < box.right && box.y <= center.y && center.y < box.bottom
    }
    return element(
      "svg", Attribute("x", box.x + x), Attribute("y", box.y + y), Attribute("width", box.width),
      Attribute("height", box.height), Attribute("viewBox", "\(box.x) \(box.y) \(box.width) \(box.height)"),
      Attribute("overflow", "hidden")
    ) {
      SVG.g(.aria("hidden", true)) { layout.edges.filter { passes($0, box) }.map { self.edge($0) } }
      steps.map { symbol($0, $1) }
    }
  }

  private func passes(_ edge: ChartLayout.Edge, _ box: Box) -> Bool {
    zip(edge.points, edge.points.dropFirst()).contains { a, b in
      min(a.x, b.x) <= box.right && box.x <= max(a.x, b.x) && min(a.y, b.y) <= box.bottom && box.y <= max(a.y, b.y)
    }
  }

  private func circle(_ connector: ChartSheet.Connector, x: Int, y: Int) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let (along, across) =
      switch connector.edge {
      case .first: (-12, 0)
      case .last: (12, 0)
      case .before: (0, -12)
      case .after: (0, 12)
      }
    let center = Point(
      connector.point.x + x + (isHorizontal ? along : across), connector.point.y + y + (isHorizontal ? across : along))
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
