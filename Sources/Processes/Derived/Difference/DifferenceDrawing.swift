import GuvenceCore
import GuvenceMarkup

/// Draws two versions of a chart in one picture. What stayed stands as in the earlier version; what was added, removed,
/// changed or moved to another role is told by colour, by the shape of its border and its badge, and in words.
public struct DifferenceDrawing: Sendable {
  let difference: ChartDifference
  let language: Language
  let both: DifferenceChart
  private let card: ProcessCard
  /// Where everything stands; `nil` where both versions together have more steps than a layout takes.
  public let layout: ChartLayout?

  private static let foot = 46
  /// Room for the key.
  private static let leastWidth = 660

  /// A drawing of `difference`, a difference of two versions of the chart of `process`. `previous` is the earlier
  /// version's placement where it is known; without it the earlier version is laid out first.
  public init(
    _ process: WorkProcess, _ difference: ChartDifference, _ language: Language = .turkish,
    orientation: Orientation = .horizontal, previous: Placement? = nil
  ) {
    (self.difference, self.language, card) = (difference, language, process.card)
    both = DifferenceChart(difference, language)
    var options = LayoutOptions(orientation, showsDocuments: false, seed: process.card.code)
    let old = previous ?? ChartLayouter.layout(difference.old, options)?.placement
    (options.showsDocuments, options.documentLines) = (true, 6)
    layout = ChartLayouter.layout(both.chart, options, previous: old.map(both.placement))
  }

  /// The picture as a file; `nil` where there are too many steps.
  public func file() -> Node? { svg().map(SVG.file) }

  /// The picture with its title and key; `nil` where there are too many steps.
  public func svg() -> Node? {
    guard let layout, let drawing else { return nil }
    let margin = ChartDrawing.margin
    let width = max(max(layout.width, drawing.titleWidth(name)) + 2 * margin, DifferenceDrawing.leastWidth)
    let height = layout.height + ChartDrawing.head + DifferenceDrawing.foot
    return drawing.frame(
      Box(x: 0, y: 0, width: width, height: height), id: BPMNNames.process(card.code) + "_difference", title: name,
      description: description
    ) {
      drawing.title(name)
      SVG.g(.transform("translate(\(margin) \(ChartDrawing.head))")) {
        SVG.g(.aria("hidden", true)) {
          layout.lanes.map(drawing.lane)
          layout.edges.filter { $0.points.count > 1 }.map { edge($0, drawing) }
        }
        zip(both.chart.steps, layout.nodes).map { step($0, $1, drawing) }
      }
      key(height)
    }
  }

  /// The picture on pages of `paper`, cut as charts are; none where there are too many steps.
  public func pages(_ paper: Paper) -> [Node] {
    guard let drawing else { return [] }
    let ink = ChartDrawing.Ink(
      title: name, foot: DifferenceDrawing.foot,
      edge: { edge($0, drawing) }, symbol: { step($0, $1, drawing) }, key: key)
    return drawing.pages(paper, ink)
  }

  private var drawing: ChartDrawing? {
    layout.map { ChartDrawing(WorkProcess(card: card, chart: both.chart), $0, language) }
  }

  private var name: String {
    let what = Localized("iki sürümün farkı", "two versions compared")
    return "\(card.code) \(card.name(language)): \(what(language))"
  }

  /// Everything that changed, in sentences.
  private var description: String {
    ([difference.summary(language)] + difference.revisionRows(language).map { $0.sentence(language) })
      .joined(separator: ". ") + "."
  }

  // MARK: steps

  private func step(_ step: Step, _ node: ChartLayout.Node, _ drawing: ChartDrawing) -> Node {
    let fate = both.fates[step.id] ?? DifferenceChart.Fate()
    let kinds = fate.kinds
    let isGone = fate.isRemoved || fate.isGhost
    return SVG.g(.role("graphics-symbol"), .tabindex(0), .aria("label", words(step, fate))) {
      if let papers = node.papers, let kind = kinds.first { note(papers, kind, drawing) }
      drawing.shape(step, node.box)
      if let kind = kinds.first { DifferenceMarks.outline(step.kind, node.box, isGone ? .removed : kind, fate) }
      if let marks = node.marks { drawing.strip(step, marks, struck: both.struck) }
      drawing.words(node.text, size: StepShape.textSize, step: StepShape.lineHeight, isCentered: true)
      if let label = node.label {
        drawing.words(label, size: StepShape.textSize, step: StepShape.lineHeight, isCentered: true)
      }
      if let footer = node.footer {
        drawing.words(footer, size: StepShape.smallSize, step: StepShape.smallLineHeight, isCentered: true)
      }
      if isGone { DifferenceMarks.strike(node.label ?? node.text) }
      for (at, kind) in kinds.enumerated() {
        DifferenceMarks.badge(kind, at: DifferenceMarks.corner(at, of: step.kind, node.box), radius: 8)
      }
    }
  }

  /// What is read aloud: what became of the step, then the step as its own version tells it.
  private func words(_ step: Step, _ fate: DifferenceChart.Fate) -> String {
    let id = fate.isGhost ? String(step.id.dropLast()) : step.id
    let chart = fate.isRemoved || fate.isGhost ? difference.old : difference.new
    let sentence = chart.step(id).map { ChartReading.sentence($0, in: chart, language) } ?? step.name
    guard !fate.kinds.isEmpty else { return sentence }
    return "\(step.documents.joined(separator: "; ")). \(sentence)"
  }

  /// The remark beside a step: a slip with a folded corner.
  private func note(_ papers: ChartLayout.Papers, _ kind: RevisionRow.Kind, _ drawing: ChartDrawing) -> Node {
    let (box, fold) = (papers.box, 7)
    let style = DifferenceMarks.style(kind)
    return fragment {
      if papers.tie.count == 2 {
        SVG.polyline(
          papers.tie.map { (Double($0.x), Double($0.y)) }, .stroke(style.ink), .strokeDasharray("1 2"))
      }
      SVG.path(
        "M\(box.x) \(box.y)H\(box.right - fold)L\(box.right) \(box.y + fold)V\(box.bottom)H\(box.x)Z",
        .fill(style.ground), .stroke(style.ink))
      for line in papers.documents {
        var line = line
        let _ = line.box.x -= 8
        drawing.words(line, size: StepShape.smallSize, step: StepShape.smallLineHeight)
      }
    }
  }

  // MARK: arrows and key

  private func edge(_ edge: ChartLayout.Edge, _ drawing: ChartDrawing) -> Node {
    guard let kind = both.flowFates[edge.flow]?.kinds.first else { return drawing.edge(edge) }
    let style = DifferenceMarks.style(kind)
    return fragment {
      SVG.polyline(
        ChartDrawing.shortened(edge.points).map { (Double($0.x), Double($0.y)) }, .fill("none"), .stroke(style.ink),
        .strokeWidth(style.width), .strokeDasharray(style.dashes))
      SVG.polygon(ChartDrawing.head(edge.points).map { (Double($0.x), Double($0.y)) }, .fill(style.ink))
      if let middle = DifferenceMarks.middle(edge.points) { DifferenceMarks.badge(kind, at: middle, radius: 6) }
      if let label = edge.label { drawing.words(label, size: StepShape.branchSize, step: 12, isBold: true) }
    }
  }

  /// The key at the foot of a picture so many user units high.
  private func key(_ height: Int) -> Node {
    SVG.g(.transform("translate(\(ChartDrawing.margin) \(height - 26))"), .aria("hidden", true)) { key() }
  }

  private func key() -> Node {
    var x = 8
    var nodes: [Node] = []
    for kind in RevisionRow.Kind.allCases {
      let style = DifferenceMarks.style(kind)
      nodes.append(
        SVG.line(
          x1: Double(x + 12), y1: 8, x2: Double(x + 44), y2: 8, .stroke(style.ink), .strokeWidth(style.width),
          .strokeDasharray(style.dashes)))
      nodes.append(DifferenceMarks.badge(kind, at: Point(x, 8), radius: 8))
      nodes.append(SVG.text(kind.name(language), x: Double(x + 50), y: 12))
      x += 66 + TextMetrics.width(kind.name(language), size: StepShape.textSize)
    }
    let rest = Localized("değişmeyenler ince çizgiyle", "unchanged: thin lines")(language)
    nodes.append(SVG.text(rest, x: Double(x), y: 12, .fill(ChartDrawing.muted)))
    return .fragment(nodes)
  }
}
