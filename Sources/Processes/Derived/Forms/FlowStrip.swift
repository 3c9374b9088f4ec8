import GuvenceCore
import GuvenceMarkup

/// A chart drawn down one column, a band for each step in the user's order, so that a table can stand beside it. Flows
/// to the next step run straight down; others run beside the column, and by letters in circles where another page is
/// between.
struct FlowStrip {
  /// A band: which step, how high, on which page.
  struct Band {
    let step: Int
    var height: Int
    let page: Int
    let symbol: Box
    let lines: [String]
  }

  /// A flow that does not simply run down to the next step.
  struct Jump {
    let source: Int
    let target: Int
    let isRight: Bool
    let label: String
    /// Which of its side's ways out of the source it is, from 0.
    let port: Int
  }

  let chart: Chart
  let width: Int
  let bands: [Band]
  /// Steps whose flow to the next one runs straight down, with its label.
  let down: [Int: String]
  let jumps: [Jump]
  /// Letter by target of a jump between pages.
  let letters: [Int: String]
  var center: Int { width / 2 }
  var pages: Int { (bands.last?.page ?? 0) + 1 }

  static let symbolWidth = 176
  private static let above = 26
  private static let below = 18
  /// More room below the last band of a page, for the letter of the flow that goes on.
  private static let circle = 18

  /// The strip of `chart`, `width` wide; `room` is what the pages hold, the first one `taken` less, and `least` how
  /// high each step's row must be for its other cells.
  init(_ chart: Chart, width: Int, room: Int, taken: Int = 0, least: [Int]) {
    (self.chart, self.width) = (chart, width)
    (down, jumps) = FlowStrip.ways(chart, ChartGraph(chart))
    var (bands, page, used) = ([Band](), 0, taken)
    for (at, step) in chart.steps.enumerated() {
      let (symbol, lines) = FlowStrip.symbol(step, in: chart, center: width / 2)
      let below = down[at].map { $0.isEmpty ? FlowStrip.below : FlowStrip.below + 10 } ?? 12
      let height = max(symbol.bottom + below, least[at])
      if used + height + FlowStrip.circle > room, !bands.isEmpty, bands.last?.page == page {
        if down[at - 1] != nil { bands[at - 1].height += FlowStrip.circle }
        (page, used) = (page + 1, 0)
      }
      used += height
      bands.append(Band(step: at, height: height, page: page, symbol: symbol, lines: lines))
    }
    self.bands = bands
    letters = FlowStrip.letters(bands, down, jumps)
  }

  private static func ways(_ chart: Chart, _ graph: ChartGraph) -> (down: [Int: String], jumps: [Jump]) {
    var down: [Int: String] = [:]
    var jumps: [Jump] = []
    var ports: [Int: [Bool: Int]] = [:]
    for edge in graph.edges {
      let label = chart.flows[edge.flow].label
      if edge.target == edge.source + 1, down[edge.source] == nil {
        down[edge.source] = label
        continue
      }
      let isRight = edge.target > edge.source
      let port = ports[edge.source, default: [:]][isRight, default: 0]
      ports[edge.source, default: [:]][isRight] = port + 1
      jumps.append(Jump(source: edge.source, target: edge.target, isRight: isRight, label: label, port: port))
    }
    return (down, jumps)
  }

  private static func letters(_ bands: [Band], _ down: [Int: String], _ jumps: [Jump]) -> [Int: String] {
    var targets = jumps.filter { bands[$0.source].page != bands[$0.target].page }.map(\.target)
    targets += down.keys.filter { bands[$0].page != bands[$0 + 1].page }.map { $0 + 1 }
    let ordered = Set(targets).sorted()
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, ChartSheet.letter($0)) })
  }

  /// The symbol in its band and the lines in it. A diamond is as high as its text asks for at its width.
  private static func symbol(_ step: Step, in chart: Chart, center: Int) -> (Box, [String]) {
    let hasMarks = !StepMarks.of(step, in: chart).isEmpty
    let isDiamond = step.kind == .decision
    let width = isDiamond ? symbolWidth + 40 : step.kind.isGateway ? 44 : symbolWidth
    let name = step.kind == .split || step.kind == .join ? "" : step.titled
    let lines = TextMetrics.wrap(
      name, width: isDiamond ? 110 : width - 14, size: StepShape.textSize, limit: isDiamond ? 5 : 6)
    let text = lines.count * StepShape.lineHeight
    let marks = hasMarks ? StepShape.markHeight + 2 : 0
    let height =
      switch step.kind {
      case .decision: max(46, lines.count * 27 + marks)
      case .split, .join: 44
      default: max(30, text + marks + 12)
      }
    return (Box(x: center - width / 2, y: above, width: width, height: height), lines)
  }
}
