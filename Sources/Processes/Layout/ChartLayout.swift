import GuvenceCore

/// Which way a chart runs.
public enum Orientation: String, Sendable, CaseIterable {
  /// Lanes one below the other, the flow to the right.
  case horizontal
  /// Lanes side by side, the flow downwards.
  case vertical
}

/// How a chart is laid out.
public struct LayoutOptions: Sendable {
  /// The symbols whose sizes count.
  public enum Symbols: Sendable {
    /// Ovals with their text inside, as on Turkish charts.
    case flowchart
    /// Circles with their text outside, as BPMN draws them.
    case bpmn
  }

  /// Which way the chart runs.
  public var orientation: Orientation
  /// Which symbols are drawn.
  public var symbols: Symbols
  /// Whether document shapes are drawn.
  public var showsDocuments: Bool
  /// Tries of the local search per start; more is slower and better.
  public var effort: Int
  /// Starts of the local search.
  public var starts: Int
  /// What the choices hang on besides the chart; the process code.
  public var seed: String
  /// Time limits to print on steps, by parameter id.
  public var limits: [String: String]
  /// The most lines one document takes in the document shape.
  var documentLines = 3

  /// The usual layout.
  public init(
    _ orientation: Orientation = .horizontal, symbols: Symbols = .flowchart, showsDocuments: Bool = true,
    effort: Int = 3_000, starts: Int = 8, seed: String = "", limits: [String: String] = [:]
  ) {
    (self.orientation, self.symbols, self.showsDocuments) = (orientation, symbols, showsDocuments)
    (self.effort, self.starts, self.seed, self.limits) = (effort, starts, seed, limits)
  }
}

/// A text at its place: a box and the lines in it.
public struct TextBlock: Hashable, Sendable {
  /// Where it stands.
  public var box: Box
  /// Its lines from top to bottom.
  public var lines: [String]
}

/// Where everything of a chart is drawn; all numbers are whole user units, the same for the same chart and options.
public struct ChartLayout: Hashable, Sendable {
  /// One lane.
  public struct Lane: Hashable, Sendable {
    /// The role.
    public var role: String
    /// The whole lane with its header.
    public var box: Box
    /// The header: at the left (name turned) or at the top.
    public var header: TextBlock
  }

  /// A document shape beside a step; one line or more for each document.
  public struct Papers: Hashable, Sendable {
    /// The shape.
    public var box: Box
    /// The lines of each document.
    public var documents: [TextBlock]
    /// Where it is tied to its step: the end at the step, then the end at the shape.
    public var tie: [Point]
  }

  /// One step.
  public struct Node: Hashable, Sendable {
    /// Step id.
    public var id: String
    /// The symbol.
    public var box: Box
    /// Text inside the symbol.
    public var text: TextBlock
    /// Text beside the symbol, for decisions and BPMN events.
    public var label: TextBlock?
    /// The strip of tag, risk and control marks inside a task or above a label; nil where there are none.
    public var marks: Box?
    /// The small line with system and time limit; nil where there is none.
    public var footer: TextBlock?
    /// Documents.
    public var papers: Papers?
  }

  /// One arrow.
  public struct Edge: Hashable, Sendable {
    /// Index of the flow in the chart.
    public var flow: Int
    /// Corners from the source's border to the target's.
    public var points: [Point]
    /// Branch label.
    public var label: TextBlock?
    /// Whether it closes a loop.
    public var isBack: Bool
  }

  /// Which way it runs.
  public var orientation: Orientation
  /// Total width.
  public var width: Int
  /// Total height.
  public var height: Int
  /// Lanes in order.
  public var lanes: [Lane]
  /// Steps in the chart's order.
  public var nodes: [Node]
  /// Flows in the chart's order; flows with a missing end are left out.
  public var edges: [Edge]
  /// The cells, to start the next version's layout from.
  public var placement: Placement
  /// Positions along the flow, between columns, where a page may be cut.
  public var cuts: [Int]
}

extension LayoutOptions {
  /// The usual layout of a process, with its statutory time limits as they are on `day`.
  public init(_ process: WorkProcess, _ orientation: Orientation = .horizontal, on day: Day, _ language: Language) {
    self.init(orientation, seed: process.card.code)
    for parameter in process.parameters {
      limits[parameter.id] = parameter.value(on: day).map { parameter.text($0.amount, language) }
    }
  }
}
