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
  /// Room for the letters of cut arrows at an edge of a page.
  private static let connector = 44
  /// From the edge of a page to the middle of a letter's circle, and from there to the next where circles would meet.
  private static let circleAway = 12
  private static let circleStep = 36

  /// How small a chart may become before its lanes are spread over several pages, in thousandths: letters of 11 pixels
  /// are then 5.4 points high.
  private static let smallest = 650

  /// How small it may become to save paper.
  private static let small = 800

  /// The chart on pages of `paper`, each with the title, the names of the lanes and the connectors of cut arrows. The
  /// chart is made smaller where its lanes are wider than the paper, as long as it can be read; then lanes go on on
  /// other pages.
  public func pages(_ paper: Paper) -> [Node] { pages(paper, usual).map { SVG.file($0) } }

  /// The pages with something else drawn in the places of steps and arrows.
  func pages(_ paper: Paper, _ ink: Ink) -> [Node] { pages(room(paper, foot: ink.foot), paper: paper, ink) }

  /// What pages show besides lanes and connectors.
  struct Ink {
    /// Before the number of the page.
    let title: String
    /// Room for the key below the chart.
    let foot: Int
    let edge: (ChartLayout.Edge) -> Node
    let symbol: (Step, ChartLayout.Node) -> Node
    /// The key of a page so many user units high.
    let key: (Int) -> Node
  }

  private var usual: Ink {
    Ink(
      title: "\(process.card.code) \(process.card.name(language))", foot: ChartDrawing.foot, edge: edge, symbol: symbol,
      key: { key(y: $0 - 8) })
  }

  /// Where `pages` cuts the chart, and the connectors at the cuts.
  public func sheets(for paper: Paper) -> [ChartSheet] {
    ChartDrawing.cut(layout, room(paper, foot: ChartDrawing.foot), header: header)
  }

  /// Longest of the lanes' headers.
  private var header: Int {
    let isHorizontal = layout.orientation == .horizontal
    return layout.lanes.map { isHorizontal ? $0.header.box.width : $0.header.box.height }.max() ?? 0
  }

  /// What title and key leave of the paper.
  private func room(_ paper: Paper, foot: Int) -> (length: Int, width: Int) {
    var room = paper.room
    let words = ChartDrawing.head + foot
    if layout.orientation == .horizontal { room.width -= words } else { room.length -= words }
    return room
  }

  /// The chart cut for a form that has its own title: pieces to stand in a page, each for `room` user units along and
  /// across the flow.
  func sheets(_ room: (length: Int, width: Int)) -> [Node] { pages(room, paper: nil, usual) }

  /// `paper` is what the pages fill, with title and key; nil where they stand in a form.
  private func pages(_ room: (length: Int, width: Int), paper: Paper?, _ ink: Ink) -> [Node] {
    let header = header
    let pages = ChartDrawing.cut(layout, room, header: header)
    let farthest = pages.flatMap { distances($0.connectors) }.max() ?? 0
    let gap = ChartDrawing.connector + farthest * ChartDrawing.circleStep
    return pages.map { page($0, of: pages.count, header: header, gap: gap, paper, ink) }
  }

  /// The pages for `room`, in user units of the chart, which the page's view box makes smaller where needed.
  static func cut(_ layout: ChartLayout, _ room: (length: Int, width: Int), header: Int) -> [ChartSheet] {
    let across = layout.orientation == .horizontal ? layout.height : layout.width
    let widest = room.width * 1000 / smallest
    let isSpread = across > widest
    let width = isSpread ? widest - 2 * connector : max(across, 1)
    let bands = ChartSheet.pages(of: layout, room: .max / 4, width: width)
    let used = (bands.map { $0.bottom - $0.top }.max() ?? across) + (isSpread ? 2 * connector : 0)
    func pages(_ used: Int) -> [ChartSheet] {
      let scaled = used > room.width ? room.length * used / max(1, room.width) : room.length
      return ChartSheet.pages(of: layout, room: scaled - header - 2 * connector, width: width)
    }
    // A little smaller where that saves paper.
    let (tight, wide) = (pages(isSpread ? widest : max(used, room.width * 1000 / small)), pages(used))
    return tight.count < wide.count ? tight : wide
  }

  /// The box that holds `content` and has the shape of the paper, and the size it is printed in.
  private static func sheet(_ content: Box, _ paper: Paper, _ isHorizontal: Bool, _ least: Int) -> (box: Box, size: Box)
  {
    let (width, height) =
      isHorizontal ? (paper.room.length, paper.room.width) : (paper.room.width, paper.room.length)
    let scale = max(
      1000, (max(content.width, least) * 1000 + width - 1) / width, (content.height * 1000 + height - 1) / height)
    return (
      Box(x: 0, y: 0, width: width * scale / 1000, height: height * scale / 1000),
      Box(x: 0, y: 0, width: width, height: height)
    )
  }

  private func page(_ page: ChartSheet, of count: Int, header: Int, gap: Int, _ paper: Paper?, _ ink: Ink) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let (length, breadth) = (page.end - page.start, page.bottom - page.top)
    let isSpread = breadth < (isHorizontal ? layout.height : layout.width)
    let side = isSpread ? gap : 0
    let (long, wide) = (header + length + 2 * gap, breadth + 2 * side)
    let (along, across) = (header + gap - page.start, side - page.top)
    let (x, y) = isHorizontal ? (along, across) : (across, along)
    let (top, foot) = paper == nil ? (1, 1) : (ChartDrawing.head, ink.foot)
    let box = Box(
      x: 0, y: 0, width: (isHorizontal ? long : wide) + 2 * ChartDrawing.margin,
      height: (isHorizontal ? wide : long) + top + foot)
    let name = "\(ink.title) (\(page.number)/\(count))"
    let sheet = paper.map { ChartDrawing.sheet(box, $0, isHorizontal, titleWidth(name) + 2 * ChartDrawing.margin) }
    return frame(
      sheet?.box ?? box, id: "\(BPMNNames.process(process.card.code))_\(page.number)", title: name,
      description: ChartReading.summary(process, language), size: sheet?.size
    ) {
      if paper != nil {
        title(name)
        ink.key(box.height)
      }
      SVG.g(.transform("translate(\(ChartDrawing.margin) \(top))")) {
        SVG.g(.aria("hidden", true)) { bands(of: page, length: long, across: across) }
        window(page, x: x, y: y, ink)
        circles(page.connectors, x: x, y: y)
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
  private func window(_ page: ChartSheet, x: Int, y: Int, _ ink: Ink) -> Node {
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
      SVG.g(.aria("hidden", true)) { layout.edges.filter { passes($0, box) }.map(ink.edge) }
      steps.map { ink.symbol($0, $1) }
    }
  }

  private func passes(_ edge: ChartLayout.Edge, _ box: Box) -> Bool {
    zip(edge.points, edge.points.dropFirst()).contains { a, b in
      min(a.x, b.x) <= box.right && box.x <= max(a.x, b.x) && min(a.y, b.y) <= box.bottom && box.y <= max(a.y, b.y)
    }
  }

  /// How far out the letter of each cut arrow stands: 0, or more where two would meet.
  private func distances(_ connectors: [ChartSheet.Connector]) -> [Int] {
    var taken: [ChartSheet.Edge: [[Int]]] = [:]
    return connectors.map { connector in
      let isX = (layout.orientation == .horizontal) == (connector.edge == .before || connector.edge == .after)
      let place = isX ? connector.point.x : connector.point.y
      var levels = taken[connector.edge, default: []]
      let level = levels.firstIndex { $0.allSatisfy { abs($0 - place) >= 22 } } ?? levels.count
      if level == levels.count { levels.append([]) }
      levels[level].append(place)
      taken[connector.edge] = levels
      return level
    }
  }

  private func circles(_ connectors: [ChartSheet.Connector], x: Int, y: Int) -> [Node] {
    zip(connectors, distances(connectors)).map { connector, level in
      circle(connector, x: x, y: y, away: ChartDrawing.circleAway + level * ChartDrawing.circleStep)
    }
  }

  /// A letter in its circle and the page it leads to or comes from.
  private func circle(_ connector: ChartSheet.Connector, x: Int, y: Int, away: Int) -> Node {
    let isHorizontal = layout.orientation == .horizontal
    let (along, across) =
      switch connector.edge {
      case .first: (-1, 0)
      case .last: (1, 0)
      case .before: (0, -1)
      case .after: (0, 1)
      }
    let (dx, dy) = isHorizontal ? (along, across) : (across, along)
    let center = Point(connector.point.x + x + dx * away, connector.point.y + y + dy * away)
    let page = Point(center.x + dx * 20, center.y + (dy == 0 ? 3 : dy < 0 ? -12 : 18))
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
      SVG.text(
        Localized("s. \(connector.otherPage)", "p. \(connector.otherPage)")(language), x: Double(page.x),
        y: Double(page.y), .fontSize(Double(StepShape.smallSize)), .textAnchor("middle"), .aria("hidden", true))
    }
  }
}
