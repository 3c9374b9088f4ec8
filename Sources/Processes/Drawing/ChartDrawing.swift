import GuvenceCore
import GuvenceMarkup

/// Draws a laid-out process as SVG: self-contained, no style sheet, no script, no fonts of its own, the same bytes for
/// the same chart. Steps stand in the order of the chart and say in words what the arrows show, so the picture can be
/// read aloud; nothing is said by colour alone.
public struct ChartDrawing {
  let process: WorkProcess
  let layout: ChartLayout
  let language: Language
  /// Levels of the risks linked to steps, by the step's id; drawn at the upper left corner of each.
  public var levels: [String: LevelMark] = [:]

  /// A level as it is drawn: a word with the sign that survives greyscale, on its colour.
  public struct LevelMark: Sendable {
    let text: String
    let background: String
    let foreground: String

    /// `◕ Yüksek` on `#F59E42`; colours as `#RRGGBB`.
    public init(text: String, background: String, foreground: String) {
      (self.text, self.background, self.foreground) = (text, background, foreground)
    }
  }

  static let ink = "#1F2933"
  static let muted = "#52606D"
  static let line = "#7B8794"
  static let ground = "#F5F7FA"
  static let fonts = "DejaVu Sans, Liberation Sans, Arial, sans-serif"
  static let head = 34
  static let foot = 24
  static let margin = 8

  /// A drawing of `process` as laid out.
  public init(_ process: WorkProcess, _ layout: ChartLayout, _ language: Language = .turkish) {
    (self.process, self.layout, self.language) = (process, layout, language)
  }

  /// The whole chart with its title and the key of its marks, as a file that carries the chart's outline text as its
  /// metadata, so that the picture is also the model.
  public func file() -> Node { SVG.file(picture(metadata)) }

  /// The whole chart with its title and the key of its marks.
  public func svg() -> Node { picture(.empty) }

  private func picture(_ metadata: Node) -> Node {
    let titles = TextMetrics.wrapBold(name, width: max(layout.width, ChartDrawing.narrow), size: 15)
    let keys = keyLines
    let head = ChartDrawing.head + (max(1, titles.count) - 1) * ChartDrawing.titleLine
    let foot = ChartDrawing.foot + (keys.count - 1) * ChartDrawing.keyLine
    let widest = (titles.map(titleWidth) + keys.map(ChartDrawing.keyWidth)).max() ?? 0
    let (width, height) = (
      max(layout.width, widest) + 2 * ChartDrawing.margin, layout.height + head + foot + ChartDrawing.margin
    )
    return frame(Box(x: 0, y: 0, width: width, height: height)) {
      metadata
      for (at, line) in titles.enumerated() { title(line, y: 22 + at * ChartDrawing.titleLine) }
      SVG.g(.transform("translate(\(ChartDrawing.margin) \(head))")) { content() }
      for (at, line) in keys.enumerated() {
        key(line, y: height - 10 - (keys.count - 1 - at) * ChartDrawing.keyLine)
      }
    }
  }

  /// The key in lines that a narrow window shows whole: charts that run down stand beside their table.
  private var keyLines: [String] {
    let isDown = layout.orientation == .vertical
    let width = isDown ? ChartDrawing.narrow : max(layout.width, ChartDrawing.narrow)
    var lines: [String] = []
    for part in ChartDrawing.keyWords.map({ $0(language) }) {
      let longer = (lines.last.map { $0 + " · " } ?? "") + part
      if lines.isEmpty || ChartDrawing.keyWidth(longer) > width {
        lines.append(part)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines
  }

  private var metadata: Node {
    element("metadata") {
      element("outline", Attribute("xmlns", BPMNNames.own), Attribute("digest", process.digest)) {
        OutlineWriter.text(process)
      }
    }
  }

  /// Lanes, arrows and steps, without title and key, for a page that has its own.
  public func content() -> Node {
    fragment {
      SVG.g(.aria("hidden", true)) {
        layout.lanes.map(lane)
        layout.edges.filter { $0.points.count > 1 }.map(edge)
      }
      zip(process.chart.steps, layout.nodes).map { symbol($0, $1) }
    }
  }

  func frame(_ box: Box, @MarkupBuilder content: () -> Node) -> Node {
    frame(
      box, id: BPMNNames.process(process.card.code), title: "\(process.card.code) \(process.card.name(language))",
      description: ChartReading.summary(process, language), content: content)
  }

  /// The picture's outermost element with its accessible name and description.
  /// `size` is how large it is printed, in user units; as large as its box where nil.
  func frame(
    _ box: Box, id: String, title: String, description: String, size: Box? = nil, @MarkupBuilder content: () -> Node
  ) -> Node {
    element(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "graphics-document document"),
      Attribute("viewBox", "\(box.x) \(box.y) \(box.width) \(box.height)"),
      Attribute("width", ChartDrawing.millimetres((size ?? box).width)),
      Attribute("height", ChartDrawing.millimetres((size ?? box).height)),
      .lang(language.rawValue), .aria("labelledby", "\(id)_title \(id)_desc"),
      Attribute("font-family", ChartDrawing.fonts), Attribute("font-size", "11"), .fill(ChartDrawing.ink)
    ) {
      element("title", .id("\(id)_title")) { title }
      element("desc", .id("\(id)_desc")) { description }
      SVG.rect(
        x: Double(box.x), y: Double(box.y), width: Double(box.width), height: Double(box.height), .fill("#FFFFFF"))
      content()
    }
  }

  /// User units are pixels of 1/96 inch.
  private static func millimetres(_ units: Int) -> String {
    let tenths = (units * 2540 + 480) / 960
    return "\(tenths / 10).\(tenths % 10)mm"
  }

  /// No title and no key is broken into lines shorter than this.
  private static let narrow = 380
  private static let titleLine = 18
  private static let keyLine = 13

  private var name: String { "\(process.card.code)  \(process.card.name(language))" }

  func titleWidth(_ text: String) -> Int { TextMetrics.boldWidth(text, size: 15) }

  func title(_ text: String, y: Int = 22) -> Node {
    SVG.text(
      text, x: Double(ChartDrawing.margin), y: Double(y), .fontSize(15), Attribute("font-weight", "bold"),
      .aria("hidden", true))
  }

  private static let keyWords = [
    Localized("K kontrol", "K control"), Localized("P paraf", "P initials"), Localized("İ imza", "İ signature"),
    Localized("O onay", "O approval"), Localized("H hassas görev", "H sensitive duty"), Localized("▲ risk", "▲ risk"),
    Localized("◆ kontrol", "◆ control"), Localized("kesikli ok: geri dönüş", "dashed: back"),
  ]

  private static func keyWidth(_ text: String) -> Int { TextMetrics.width(text, size: 9) }

  /// The key in one line.
  func key(y: Int) -> Node { key(ChartDrawing.keyWords.map { $0(language) }.joined(separator: " · "), y: y) }

  private func key(_ text: String, y: Int) -> Node {
    SVG.text(
      text, x: Double(ChartDrawing.margin), y: Double(y), .fontSize(9),
      .fill(ChartDrawing.muted), .aria("hidden", true))
  }

  // MARK: lanes and arrows

  func lane(_ lane: ChartLayout.Lane) -> Node {
    let head = lane.header.box
    return fragment {
      rect(lane.box, .fill("none"), .stroke(ChartDrawing.line))
      rect(head, .fill(ChartDrawing.ground), .stroke(ChartDrawing.line))
      laneName(lane.header)
    }
  }

  private func laneName(_ header: TextBlock) -> Node {
    let center = header.box.center
    let isTurned = layout.orientation == .horizontal
    let first = Double(-(header.lines.count - 1) * LayoutAssembly.headerLine) / 2 + 4
    return SVG.g(
      .transform("translate(\(center.x) \(center.y))\(isTurned ? " rotate(-90)" : "")"), .textAnchor("middle"),
      Attribute("font-weight", "bold")
    ) {
      header.lines.enumerated().map { at, line in
        SVG.text(line, x: 0, y: first + Double(at * LayoutAssembly.headerLine))
      }
    }
  }

  func edge(_ edge: ChartLayout.Edge) -> Node {
    fragment {
      SVG.polyline(
        ChartDrawing.shortened(edge.points).map { (Double($0.x), Double($0.y)) }, .fill("none"),
        .stroke(ChartDrawing.ink), .strokeWidth(1.2), .strokeDasharray(edge.isBack ? "5 3" : nil))
      SVG.polygon(ChartDrawing.head(edge.points).map { (Double($0.x), Double($0.y)) }, .fill(ChartDrawing.ink))
      if let label = edge.label { words(label, size: StepShape.branchSize, step: 12, isBold: true) }
    }
  }

  /// The line without the part the arrowhead covers.
  static func shortened(_ points: [Point]) -> [Point] {
    guard points.count > 1 else { return points }
    let (tip, before) = (points[points.count - 1], points[points.count - 2])
    var points = points
    points[points.count - 1] = Point(
      tip.x - (tip.x - before.x).signum() * 6, tip.y - (tip.y - before.y).signum() * 6)
    return points
  }

  static func head(_ points: [Point]) -> [Point] {
    guard points.count > 1 else { return [] }
    let (tip, before) = (points[points.count - 1], points[points.count - 2])
    let (x, y) = ((tip.x - before.x).signum(), (tip.y - before.y).signum())
    return [
      tip, Point(tip.x - 8 * x - 4 * y, tip.y - 8 * y + 4 * x), Point(tip.x - 8 * x + 4 * y, tip.y - 8 * y - 4 * x),
    ]
  }

  // MARK: parts

  func rect(_ box: Box, rx: Double = 0, _ attributes: Attribute...) -> Node {
    SVG.rect(
      x: Double(box.x), y: Double(box.y), width: Double(box.width), height: Double(box.height), .rx(rx),
      .group(attributes))
  }

  /// Lines of text, centred in their box both ways, or from its upper left.
  func words(_ block: TextBlock, size: Int, step: Int, isCentered: Bool = false, isBold: Bool = false) -> Node {
    let height = block.lines.count * step
    let top = isCentered ? block.box.y + (block.box.height - height) / 2 : block.box.y
    let x = isCentered ? block.box.center.x : block.box.x
    return fragment {
      for (at, line) in block.lines.enumerated() {
        SVG.text(
          line, x: Double(x), y: Double(top + at * step + size - (step - size > 2 ? 0 : 1)),
          size == StepShape.textSize ? .absent : .fontSize(Double(size)), isCentered ? .textAnchor("middle") : .absent,
          isBold ? Attribute("font-weight", "bold") : .absent)
      }
    }
  }
}
