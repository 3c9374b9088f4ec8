/// What is drawn in the cell of one step, around the cell's centre: symbol, label, documents, branch labels. Only the
/// step's own arrows enter its cell, on the centre lines and through the sides given; all else keeps clear of them.
struct StepShape {
  /// Sides of a step on the page.
  enum Side: Int, CaseIterable { case right, down, left, up }

  static let textSize = 11
  static let lineHeight = 13
  static let smallSize = 9
  static let smallLineHeight = 11
  static let branchSize = 10
  static let taskWidth = 122
  static let eventSize = 36
  static let gatewaySize = 50
  static let markHeight = 13
  /// Documents named in the shape beside a step.
  static let mostDocuments = 6

  var symbol = Box(x: 0, y: 0, width: 0, height: 0)
  var text = TextBlock(box: Box(x: 0, y: 0, width: 0, height: 0), lines: [])
  var label: TextBlock?
  var marks: Box?
  var footer: TextBlock?
  var papers: ChartLayout.Papers?
  /// By edge of the layout graph.
  var branches: [(edge: Int, label: TextBlock)] = []

  /// Everything together.
  var bounds: Box {
    var (left, top, right, bottom) = (symbol.x, symbol.y, symbol.right, symbol.bottom)
    let boxes = [label?.box, marks, papers?.box].compactMap { $0 } + branches.map(\.label.box)
    for box in boxes {
      (left, top) = (min(left, box.x), min(top, box.y))
      (right, bottom) = (max(right, box.right), max(bottom, box.bottom))
    }
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The symbol of a step and the text in it; what stands outside follows with `addOutside`.
  init(_ step: Step, chart: Chart, options: LayoutOptions) {
    let name = step.number.isEmpty ? step.name : "\(step.number). \(step.name)"
    let hasMarks = StepMarks.of(step, in: chart).isEmpty == false
    switch step.kind {
    case .decision, .split, .join:
      symbol = Box(x: -25, y: -25, width: StepShape.gatewaySize, height: StepShape.gatewaySize)
    case .start, .end:
      if options.symbols == .bpmn {
        symbol = Box(x: -18, y: -18, width: StepShape.eventSize, height: StepShape.eventSize)
      } else {
        oval(name)
      }
    case .wait where options.symbols == .bpmn:
      symbol = Box(x: -18, y: -18, width: StepShape.eventSize, height: StepShape.eventSize)
    case .task, .subprocess, .wait, .document:
      box(name, step, hasMarks: hasMarks, options)
    }
  }

  private mutating func oval(_ name: String) {
    let lines = TextMetrics.wrap(name, width: StepShape.taskWidth - 26, size: StepShape.textSize)
    let widest = lines.map { TextMetrics.width($0, size: StepShape.textSize) }.max() ?? 0
    let width = (max(64, widest + 28) + 1) / 2 * 2
    let height = (lines.count * StepShape.lineHeight + 15) / 2 * 2
    symbol = Box(x: -width / 2, y: -height / 2, width: width, height: height)
    text = TextBlock(box: Box(x: symbol.x + 6, y: symbol.y + 7, width: width - 12, height: height - 14), lines: lines)
  }

  private mutating func box(_ name: String, _ step: Step, hasMarks: Bool, _ options: LayoutOptions) {
    let width = StepShape.taskWidth
    // The bars of a sub-process stand inside its box.
    let margin = step.kind == .subprocess ? 16 : 6
    let lines = TextMetrics.wrap(name, width: width - 2 * margin, size: StepShape.textSize)
    var details = [step.system].compactMap { $0 }
    if let duration = step.duration { details.append(duration.text(.turkish)) }
    if let limit = step.limit.flatMap({ options.limits[$0] }) { details.append("≤ \(limit)") }
    let foot =
      details.isEmpty
      ? [] : TextMetrics.wrap(details.joined(separator: " · "), width: width - 12, size: StepShape.smallSize, limit: 2)
    let head = hasMarks ? StepShape.markHeight + 2 : 0
    let base = foot.isEmpty ? 0 : foot.count * StepShape.smallLineHeight + 1
    let needed = head + lines.count * StepShape.lineHeight + base + 10
    let height = (max(46, needed) + 1) / 2 * 2
    symbol = Box(x: -width / 2, y: -height / 2, width: width, height: height)
    if hasMarks {
      marks = Box(x: symbol.x + 4, y: symbol.y + 3, width: width - 8, height: StepShape.markHeight)
    }
    text = TextBlock(
      box: Box(
        x: symbol.x + margin, y: symbol.y + 4 + head, width: width - 2 * margin, height: height - head - base - 8),
      lines: lines)
    if !foot.isEmpty {
      footer = TextBlock(
        box: Box(x: symbol.x + 6, y: symbol.bottom - base - 3, width: width - 12, height: base), lines: foot)
    }
  }
}

/// The marks on a step: tag letter, sensitive duty, risks, controls; shape and letter, so that they survive greyscale.
public enum StepMarks {
  /// One mark: its kind and its word.
  public struct Mark: Hashable, Sendable {
    /// What it says.
    public enum Kind: Sendable { case action, sensitive, risk, control }
    /// What it says.
    public let kind: Kind
    /// `K`, `H`, `R1`, `C1`.
    public let text: String
    /// Width it takes in the strip.
    public var width: Int {
      kind == .action || kind == .sensitive ? 14 : TextMetrics.width(text, size: StepShape.smallSize) + 11
    }
  }

  /// The marks of `step`, as many as fit a task's width; what does not fit is counted in the last one.
  public static func of(_ step: Step, in chart: Chart) -> [Mark] {
    var marks: [Mark] = []
    if let action = step.action { marks.append(Mark(kind: .action, text: action.rawValue)) }
    if step.isSensitive { marks.append(Mark(kind: .sensitive, text: "H")) }
    marks += chart.risks(of: step.id).map { Mark(kind: .risk, text: $0.id) }
    marks += chart.controls(of: step.id).map { Mark(kind: .control, text: $0.id) }
    var room = StepShape.taskWidth - 8
    var shown: [Mark] = []
    for mark in marks {
      guard mark.width > room else {
        room -= mark.width
        shown.append(mark)
        continue
      }
      func rest() -> Mark { Mark(kind: mark.kind, text: "+\(marks.count - shown.count)") }
      while rest().width > room, let last = shown.popLast() { room += last.width }
      shown.append(rest())
      break
    }
    return shown
  }
}
