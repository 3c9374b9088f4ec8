import GuvenceMarkup

extension ChartDrawing {
  /// The level at a corner of a step: where it covers no words, or at least no arrows.
  func pill(_ level: LevelMark, _ node: ChartLayout.Node, _ step: Step) -> Node {
    let pill = pillBox(level, node, step)
    return fragment {
      rect(pill, rx: 6, .fill(level.background), .stroke(ChartDrawing.ink), .strokeWidth(0.6))
      SVG.text(
        level.text, x: Double(pill.center.x), y: Double(pill.y) + 10, .fontSize(Double(StepShape.smallSize)),
        .fill(level.foreground), .textAnchor("middle"), Attribute("font-weight", "bold"))
    }
  }

  /// Where the level stands: at the place where it hides least, at the usual one where that is free. Words and other
  /// steps weigh more than arrows.
  func pillBox(_ level: LevelMark, _ node: ChartLayout.Node, _ step: Step) -> Box {
    // Bold letters are a seventh wider at most.
    let width = TextMetrics.boldWidth(level.text, size: StepShape.smallSize) + 8
    let places = step.kind.isGateway ? Self.placesAtDiamond(node.box, width) : Self.placesAtBox(node.box, width)
    let (words, arrows) = (words(around: node), arrows)
    let costs = places.map { place in
      10 * words.count { $0.overlaps(place) } + arrows.count { $0.overlaps(place) }
    }
    return places[costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0]
  }

  private static let pillHeight = 13

  /// On the corners of a box, the upper right one first, then on its sides.
  private static func placesAtBox(_ box: Box, _ width: Int) -> [Box] {
    let (left, middle, right) = (box.x - 6, box.center.x - width / 2, box.right - width + 6)
    let (top, bottom) = (box.y - 8, box.bottom - 5)
    return [(right, top), (left, top), (right, bottom), (left, bottom), (middle, top), (middle, bottom)].map {
      Box(x: $0.0, y: $0.1, width: width, height: pillHeight)
    }
  }

  /// On the sides of a diamond, the upper left one first, then beside the arrows above and below it.
  private static func placesAtDiamond(_ box: Box, _ width: Int) -> [Box] {
    let (left, right, top, bottom) = (box.x - width + 14, box.right - 14, box.y + 1, box.bottom - pillHeight - 1)
    let (before, after) = (box.center.x - width - 4, box.center.x + 4)
    let (above, below) = (box.y - pillHeight, box.bottom)
    return [
      (left, top), (right, top), (left, bottom), (right, bottom), (before, above), (after, above), (before, below),
      (after, below),
    ].map { Box(x: $0.0, y: $0.1, width: width, height: pillHeight) }
  }

  /// Everything to read on the chart, and the steps besides `node`.
  private func words(around node: ChartLayout.Node) -> [Box] {
    var words = layout.edges.compactMap(\.label?.box) + layout.lanes.map(\.header.box)
    for other in layout.nodes {
      words += [other.label?.box, other.papers?.box, other.marks].compactMap { $0 }
      if other.id == node.id {
        words += [other.text.box, other.footer?.box].compactMap { $0 }
      } else {
        words.append(other.box)
      }
    }
    return words
  }

  private var arrows: [Box] {
    layout.edges.flatMap { edge in
      zip(edge.points, edge.points.dropFirst()).map { a, b in
        Box(x: min(a.x, b.x) - 1, y: min(a.y, b.y) - 1, width: abs(a.x - b.x) + 2, height: abs(a.y - b.y) + 2)
      }
    }
  }
}
