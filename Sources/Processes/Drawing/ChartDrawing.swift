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
    let (width, height) = (
      max(layout.width, ChartDrawing.keyWidth(language), titleWidth(name)) + 2 * ChartDrawing.margin,
      layout.height + ChartDrawing.head + ChartDrawing.foot + ChartDrawing.margin
    )
    return frame(Box(x: 0, y: 0, width: width, height: height)) {
      metadata
      title(name)
      SVG.g(.transform("translate(\(ChartDrawing.margin) \(ChartDrawing.head))")) { content() }
      key(y: height - 10)
    }
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

  private var name: String { "\(process.card.code)  \(process.card.name(language))" }

  func titleWidth(_ text: String) -> Int { TextMetrics.boldWidth(text, size: 15) }

  func title(_ text: String) -> Node {
    SVG.text(
      text, x: Double(ChartDrawing.margin), y: 22, .fontSize(15), Attribute("font-weight", "bold"),
      .aria("hidden", true))
  }

  private static let keyWords = Localized(
    "K kontrol · P paraf · İ imza · O onay · H hassas görev · ▲ risk · ◆ kontrol · kesikli ok: geri dönüş",
    "K control · P initials · İ signature · O approval · H sensitive duty · ▲ risk · ◆ control · dashed: back")

  static func keyWidth(_ language: Language) -> Int { TextMetrics.width(keyWords(language), size: 9) }

  func key(y: Int) -> Node {
    SVG.text(
      ChartDrawing.keyWords(language), x: Double(ChartDrawing.margin), y: Double(y), .fontSize(9),
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
