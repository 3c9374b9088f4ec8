import GuvenceCore
import GuvenceMarkup

extension ChartDrawing {
  /// One step with all that belongs to it; what it says in words is its accessible name.
  func symbol(_ step: Step, _ node: ChartLayout.Node) -> Node {
    let level = levels[step.id]
    let words = ChartReading.sentence(step, in: process.chart, language) + (level.map { "; \($0.text)" } ?? "")
    return SVG.g(.role("graphics-symbol"), .tabindex(0), .aria("label", words)) {
      if let papers = node.papers { sheet(papers) }
      shape(step, node.box)
      if let marks = node.marks { strip(step, marks) }
      self.words(node.text, size: StepShape.textSize, step: StepShape.lineHeight, isCentered: true)
      if let label = node.label {
        self.words(label, size: StepShape.textSize, step: StepShape.lineHeight, isCentered: true)
      }
      if let footer = node.footer {
        SVG.g(.fill(ChartDrawing.muted)) {
          self.words(footer, size: StepShape.smallSize, step: StepShape.smallLineHeight, isCentered: true)
        }
      }
      if let level { pill(level, node, step) }
    }
  }

  func shape(_ step: Step, _ box: Box) -> Node {
    let stroke = Attribute.stroke(ChartDrawing.ink)
    switch step.kind {
    case .start: return rect(box, rx: Double(box.height) / 2, .fill("#E8F1FA"), stroke, .strokeWidth(1.2))
    case .end: return rect(box, rx: Double(box.height) / 2, .fill("#E8F1FA"), stroke, .strokeWidth(2.4))
    case .task: return rect(box, rx: 3, .fill("#FFFFFF"), stroke, .strokeWidth(1.2))
    case .wait: return rect(box, rx: 16, .fill("#FFFFFF"), stroke, .strokeWidth(1.2), .strokeDasharray("2 2"))
    case .document: return paper(box)
    case .subprocess:
      return fragment {
        rect(box, .fill(ChartDrawing.ground), stroke, .strokeWidth(1.2))
        bar(x: box.x + 5, box)
        bar(x: box.right - 5, box)
      }
    case .decision: return diamond(box, .fill("#FFF8E1"))
    case .split, .join:
      let (center, reach) = (box.center, box.width / 4)
      return fragment {
        diamond(box, .fill("#FFFFFF"))
        SVG.path(
          "M\(center.x - reach) \(center.y)H\(center.x + reach)M\(center.x) \(center.y - reach)V\(center.y + reach)",
          stroke, .strokeWidth(3))
      }
    }
  }

  private func bar(x: Int, _ box: Box) -> Node {
    SVG.line(
      x1: Double(x), y1: Double(box.y), x2: Double(x), y2: Double(box.bottom), .stroke(ChartDrawing.ink),
      .strokeWidth(1.2))
  }

  private func diamond(_ box: Box, _ fill: Attribute) -> Node {
    let center = box.center
    let corners = [
      Point(center.x, box.y), Point(box.right, center.y), Point(center.x, box.bottom), Point(box.x, center.y),
    ]
    return SVG.polygon(
      corners.map { (Double($0.x), Double($0.y)) }, fill, .stroke(ChartDrawing.ink), .strokeWidth(1.2))
  }

  // MARK: documents

  private func sheet(_ papers: ChartLayout.Papers) -> Node {
    fragment {
      if papers.tie.count == 2 {
        SVG.polyline(
          papers.tie.map { (Double($0.x), Double($0.y)) }, .stroke(ChartDrawing.muted), .strokeDasharray("1 2"))
      }
      paper(papers.box)
      for document in papers.documents {
        SVG.text("–", x: Double(document.box.x - 9), y: Double(document.box.y + 9), .fontSize(9))
        words(document, size: StepShape.smallSize, step: StepShape.smallLineHeight)
      }
    }
  }

  /// The document symbol: a sheet whose lower side is a wave.
  private func paper(_ box: Box) -> Node {
    let (left, right, top, bottom) = (box.x, box.right, box.y, box.bottom)
    let (third, wave) = (box.width / 3, 3)
    return SVG.path(
      "M\(left) \(top)H\(right)V\(bottom - wave)"
        + "C\(right - third) \(bottom - 3 * wave) \(left + third) \(bottom + 2 * wave) \(left) \(bottom - wave)Z",
      .fill("#FFFFFF"), .stroke(ChartDrawing.muted))
  }

  // MARK: marks

  /// Marks side by side; those of points in `struck` are struck out.
  func strip(_ step: Step, _ box: Box, struck: Set<String> = []) -> Node {
    var x = box.x
    let list = StepMarks.of(step, in: process.chart)
    if step.kind.isGateway { x += max(0, (box.width - list.reduce(0) { $0 + $1.width }) / 2) }
    var nodes: [Node] = []
    for mark in list {
      nodes.append(self.mark(mark, x: x, y: box.y))
      if struck.contains(mark.text), mark.kind == .risk || mark.kind == .control {
        let y = Double(box.y) + 6.5
        nodes.append(
          SVG.line(
            x1: Double(x), y1: y, x2: Double(x + mark.width) - 2, y2: y, .stroke(ChartDrawing.ink), .strokeWidth(1.2)))
      }
      x += mark.width
    }
    return .fragment(nodes)
  }

  private func mark(_ mark: StepMarks.Mark, x: Int, y: Int) -> Node {
    let (small, middle) = (Double(StepShape.smallSize), Double(y) + 6.5)
    switch mark.kind {
    case .action, .sensitive:
      let isDark = mark.kind == .sensitive
      return fragment {
        SVG.circle(
          x: Double(x) + 6.5, y: middle, radius: 6, .fill(isDark ? ChartDrawing.ink : "#FFFFFF"),
          .stroke(ChartDrawing.ink))
        SVG.text(
          mark.text, x: Double(x) + 6.5, y: middle + 3.2, .fontSize(small), .textAnchor("middle"),
          Attribute("font-weight", "bold"), .fill(isDark ? "#FFFFFF" : ChartDrawing.ink))
      }
    case .risk:
      return fragment {
        SVG.polygon(
          [(Double(x), middle + 4), (Double(x) + 8, middle + 4), (Double(x) + 4, middle - 4)], .fill("#C62828"))
        SVG.text(mark.text, x: Double(x) + 9, y: middle + 3.5, .fontSize(small))
      }
    case .control:
      return fragment {
        SVG.polygon(
          [(Double(x), middle), (Double(x) + 4, middle - 4), (Double(x) + 8, middle), (Double(x) + 4, middle + 4)],
          .fill("#0B5CAD"))
        SVG.text(mark.text, x: Double(x) + 9, y: middle + 3.5, .fontSize(small))
      }
    }
  }
}
