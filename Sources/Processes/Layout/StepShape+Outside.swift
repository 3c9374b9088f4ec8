extension StepShape {
  /// Places what stands outside the symbol, once the sides used by arrows are known. Sides that no arrow uses are free.
  mutating func addOutside(
    _ step: Step, chart: Chart, options: LayoutOptions, used: Set<Side>,
    leaving: [(edge: Int, side: Side, label: String)]
  ) {
    addBranches(leaving)
    let order: [Side] = options.orientation == .horizontal ? [.up, .down] : [.right, .left]
    var free = order.filter { !used.contains($0) }
    var corner = symbol.bottom + 3
    let isLabelled = step.kind.isGateway || ((step.kind.isEvent || step.kind == .wait) && options.symbols == .bpmn)
    if isLabelled {
      let name = step.number.isEmpty ? step.name : "\(step.number). \(step.name)"
      addLabel(name, step, chart, side: free.first, corner: &corner)
      if !free.isEmpty { free.removeFirst() }
    }
    guard options.showsDocuments, !step.documents.isEmpty else { return }
    // Beside a step they would widen the lanes of a chart that runs downwards; below it they take little.
    let side = options.orientation == .horizontal ? free.last : nil
    var documents = step.documents
    // What there is no room for is counted; lists and tables have all of them. BPMN has a shape for each.
    let most = StepShape.mostDocuments
    if options.symbols == .flowchart, documents.count > most {
      documents = documents.prefix(most - 1) + ["+ \(documents.count - most + 1)"]
    }
    addPapers(documents, side: side, corner: &corner, lines: options.documentLines)
  }

  /// Branch labels beside the first stretch of each arrow.
  private mutating func addBranches(_ leaving: [(edge: Int, side: Side, label: String)]) {
    var taken: [Side: Int] = [:]
    for (edge, side, label) in leaving where !label.isEmpty {
      let lines = [label]
      let width = TextMetrics.width(label, size: StepShape.branchSize) + 2
      // Several arrows leave by one side only where a step has more of them than sides.
      let past = taken[side, default: 0]
      let isAcross = side == .up || side == .down
      let box =
        switch side {
        case .right: Box(x: symbol.right + 4 + past, y: -15, width: width, height: 13)
        case .left: Box(x: symbol.x - 4 - width - past, y: -15, width: width, height: 13)
        case .down: Box(x: 4, y: symbol.bottom + 3 + past, width: width, height: 13)
        case .up: Box(x: 4, y: symbol.y - 16 - past, width: width, height: 13)
        }
      taken[side] = past + (isAcross ? 14 : width + 8)
      branches.append((edge, TextBlock(box: box, lines: lines)))
    }
  }

  /// The question of a decision or the name of an event: on a free side, or else at the lower left.
  private mutating func addLabel(_ name: String, _ step: Step, _ chart: Chart, side: Side?, corner: inout Int) {
    let isBeside = side == .right || side == .left
    let widths = isBeside || side == nil ? [84, 104, 124] : [StepShape.taskWidth + 10, 150]
    var lines: [String] = []
    for width in widths {
      lines = TextMetrics.wrap(name, width: width, size: StepShape.textSize)
      if lines.count <= (isBeside || side == nil ? 4 : 2) { break }
    }
    let list = StepMarks.of(step, in: chart)
    let markWidth = list.reduce(0) { $0 + $1.width }
    let widest = max(1, lines.map { TextMetrics.width($0, size: StepShape.textSize) }.max() ?? 0)
    let (width, height) = (max(widest, markWidth) + 2, lines.count * StepShape.lineHeight)
    let head = list.isEmpty ? 0 : StepShape.markHeight + 1
    let all = height + head
    var (x, y) = (-width / 2, 0)
    switch side {
    case .up: y = symbol.y - 2 - all
    case .down:
      y = symbol.bottom + 2
      corner = y + all + 3
    case .right, .left:
      y = -all / 2
      let reach = branches.map(\.label.box).filter { $0.y < y + all && y < $0.bottom }
      x =
        side == .right
        ? max(symbol.right + 5, (reach.map(\.right).max() ?? 0) + 4)
        : min(symbol.x - 5, (reach.map(\.x).min() ?? 0) - 4) - width
    case nil:
      (x, y) = (-6 - width, corner)
      corner += all + 3
    }
    if head > 0 { marks = Box(x: x, y: y, width: width, height: StepShape.markHeight) }
    label = TextBlock(box: Box(x: x, y: y + head, width: width, height: height), lines: lines)
  }

  /// Documents: one shape with all of them, on a free side or at the lower left.
  private mutating func addPapers(_ documents: [String], side: Side?, corner: inout Int, lines limit: Int) {
    let isBeside = side == .right || side == .left
    let width = side == nil ? 92 : isBeside ? 96 : min(symbol.width, StepShape.taskWidth) - 8
    let texts = documents.map {
      TextMetrics.wrap($0, width: max(width, 84) - 20, size: StepShape.smallSize, limit: limit)
    }
    let lines = texts.reduce(0) { $0 + $1.count }
    let (boxWidth, height) = (max(width, 84), lines * StepShape.smallLineHeight + 8)
    var (x, y) = (-boxWidth / 2, 0)
    var tie: [Point] = []
    switch side {
    case .down:
      y = symbol.bottom + 5
      tie = [Point(0, symbol.bottom), Point(0, y)]
    case .up:
      y = min(symbol.y, label?.box.y ?? 0, marks?.y ?? 0) - 5 - height
      tie = [Point(0, symbol.y), Point(0, y + height)]
    case .right, .left:
      x = side == .right ? symbol.right + 6 : symbol.x - 6 - boxWidth
      y = -height / 2
      tie = side == .right ? [Point(symbol.right, 0), Point(x, 0)] : [Point(symbol.x, 0), Point(x + boxWidth, 0)]
    case nil:
      (x, y) = (-6 - boxWidth, corner + 2)
      // Under a label at the same corner the tie begins below it.
      tie = [Point(-20, corner > symbol.bottom + 3 ? corner - 2 : symbol.bottom), Point(-20, y)]
      corner += height + 5
    }
    var top = y + 3
    let blocks = texts.map { lines in
      defer { top += lines.count * StepShape.smallLineHeight }
      return TextBlock(
        box: Box(x: x + 14, y: top, width: boxWidth - 18, height: lines.count * StepShape.smallLineHeight), lines: lines
      )
    }
    papers = ChartLayout.Papers(
      box: Box(x: x, y: y, width: boxWidth, height: height), documents: Array(blocks), tie: tie)
  }

  /// Everything moved to the cell's centre on the page.
  func moved(to center: Point) -> StepShape {
    var shape = self
    let (x, y) = (center.x, center.y)
    shape.symbol = symbol.moved(x, y)
    shape.text.box = text.box.moved(x, y)
    shape.label?.box = (label?.box ?? symbol).moved(x, y)
    shape.marks = marks?.moved(x, y)
    shape.footer?.box = (footer?.box ?? symbol).moved(x, y)
    if var papers {
      papers.box = papers.box.moved(x, y)
      papers.documents = papers.documents.map { TextBlock(box: $0.box.moved(x, y), lines: $0.lines) }
      papers.tie = papers.tie.map { Point($0.x + x, $0.y + y) }
      shape.papers = papers
    }
    shape.branches = branches.map { ($0.edge, TextBlock(box: $0.label.box.moved(x, y), lines: $0.label.lines)) }
    return shape
  }
}
