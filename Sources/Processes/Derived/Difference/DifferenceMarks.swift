import GuvenceMarkup

/// How added, removed, changed and moved parts look: colour, line and badge each say it alone, so that the picture
/// holds in greyscale and in print.
enum DifferenceMarks {
  struct Style {
    let ink: String
    let ground: String
    let width: Double
    let dashes: String?
  }

  static func style(_ kind: RevisionRow.Kind) -> Style {
    switch kind {
    case .added: Style(ink: "#1E7A3C", ground: "#EDF7EF", width: 3, dashes: nil)
    case .removed: Style(ink: "#C62828", ground: "#FDEFEF", width: 1.8, dashes: "3 4")
    case .changed: Style(ink: "#0B5CAD", ground: "#EAF2FB", width: 2.2, dashes: "10 2")
    case .moved: Style(ink: "#6A3D9A", ground: "#F3EEF8", width: 2.2, dashes: "8 3 2 3")
    }
  }

  /// The border of a symbol over its usual one. A ghost has the lines of what is gone in the colour of what moved.
  static func outline(_ step: Step.Kind, _ box: Box, _ kind: RevisionRow.Kind, _ fate: DifferenceChart.Fate) -> Node {
    let style = style(kind)
    let ink = fate.isGhost ? DifferenceMarks.style(.moved).ink : style.ink
    let attributes = Attribute.group([
      .fill("none"), .stroke(ink), .strokeWidth(style.width), .strokeDasharray(style.dashes),
    ])
    if step.isGateway {
      let center = box.center
      let corners = [
        Point(center.x, box.y), Point(box.right, center.y), Point(center.x, box.bottom), Point(box.x, center.y),
      ]
      return SVG.polygon(corners.map { (Double($0.x), Double($0.y)) }, attributes)
    }
    return SVG.rect(
      x: Double(box.x), y: Double(box.y), width: Double(box.width), height: Double(box.height),
      .rx(step.isEvent ? Double(box.height) / 2 : step == .wait ? 16 : 3), attributes)
  }

  /// Lines through the words of what is gone.
  static func strike(_ block: TextBlock) -> Node {
    let height = block.lines.count * StepShape.lineHeight
    let top = block.box.y + (block.box.height - height) / 2
    return fragment {
      for (at, line) in block.lines.enumerated() {
        let half = Double(TextMetrics.width(line, size: StepShape.textSize)) / 2
        let y = Double(top + at * StepShape.lineHeight) + 7.5
        SVG.line(
          x1: Double(block.box.center.x) - half, y1: y, x2: Double(block.box.center.x) + half, y2: y,
          .stroke(style(.removed).ink))
      }
    }
  }

  /// A sign on a disc, a square, a diamond or a hexagon.
  static func badge(_ kind: RevisionRow.Kind, at center: Point, radius: Int) -> Node {
    let (x, y, r) = (Double(center.x), Double(center.y), Double(radius))
    let look = Attribute.group([.fill(style(kind).ink), .stroke("#FFFFFF"), .strokeWidth(1.2)])
    let s = radius * 10 / 8
    return SVG.g(.transform("translate(\(center.x) \(center.y))")) {
      switch kind {
      case .added: SVG.circle(x: x - Double(center.x), y: y - Double(center.y), radius: r, look)
      case .removed: SVG.rect(x: -r + 1, y: -r + 1, width: 2 * r - 2, height: 2 * r - 2, look)
      case .changed: SVG.polygon([(0, -Double(s)), (Double(s), 0), (0, Double(s)), (-Double(s), 0)], look)
      case .moved: SVG.polygon([(-r - 2, 0), (-r / 2, -r), (r / 2, -r), (r + 2, 0), (r / 2, r), (-r / 2, r)], look)
      }
      SVG.path(sign(kind), .fill("none"), .stroke("#FFFFFF"), .strokeWidth(1.8))
    }
  }

  /// The sign as lines, so that it needs no font.
  private static func sign(_ kind: RevisionRow.Kind) -> String {
    switch kind {
    case .added: "M-4 0H4M0 -4V4"
    case .removed: "M-4 0H4"
    case .changed: "M-3 -1.5H3M0 -4.5V1.5M-3 4H3"
    case .moved: "M-4 -2H4M2 -4L4 -2M4 2H-4M-2 4L-4 2"
    }
  }

  /// Where the badges of a step stand: over the upper border, clear of the marks inside, or beside the upper corner of
  /// a diamond, clear of its arrows and its question.
  static func corner(_ at: Int, of kind: Step.Kind, _ box: Box) -> Point {
    guard kind.isGateway else { return Point(box.x + 2 + at * 17, box.y - 5) }
    return Point(at == 0 ? box.x + 5 : box.right - 5, box.y + 8)
  }

  /// The middle of the longest stretch; `nil` where a badge would cover all of it.
  static func middle(_ points: [Point]) -> Point? {
    let stretches = zip(points, points.dropFirst())
    guard
      let (a, b) = stretches.max(by: {
        abs($0.0.x - $0.1.x) + abs($0.0.y - $0.1.y) < abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
      })
    else { return nil }
    guard abs(a.x - b.x) + abs(a.y - b.y) >= 28 else { return nil }
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)
  }
}
