import GuvenceCore
import GuvenceMarkup

extension FlowStrip {
  private static let track = 9
  /// How far arrows reach over a band's edge, across the line between two rows.
  private static let overlap = 2

  /// The picture of one band with the part of every arrow that runs through it.
  func picture(_ at: Int, _ drawing: ChartDrawing) -> Node {
    let band = bands[at]
    let step = chart.steps[at]
    let words = ChartReading.sentence(step, in: chart, drawing.language)
    return element(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), .role("img"), .aria("label", words),
      Attribute("viewBox", "0 0 \(width) \(band.height)"), Attribute("width", width),
      Attribute("height", band.height), Attribute("overflow", "visible"),
      Attribute("font-family", ChartDrawing.fonts), Attribute("font-size", "11"), .fill(ChartDrawing.ink)
    ) {
      channels(at)
      entry(at)
      exits(at)
      drawing.shape(step, band.symbol)
      inside(step, band, drawing)
    }
  }

  private func inside(_ step: Step, _ band: Band, _ drawing: ChartDrawing) -> Node {
    let hasMarks = !StepMarks.of(step, in: chart).isEmpty
    var box = band.symbol
    let isDiamond = step.kind == .decision
    let marks = Box(
      x: box.x + 4, y: isDiamond ? box.y + 9 : box.y + 3, width: box.width - 8,
      height: StepShape.markHeight)
    if hasMarks, !isDiamond { (box.y, box.height) = (box.y + 13, box.height - 13) }
    if hasMarks, isDiamond { (box.y, box.height) = (box.y + 12, box.height - 12) }
    return fragment {
      if hasMarks, !step.kind.isEvent, step.kind != .split, step.kind != .join { drawing.strip(step, marks) }
      drawing.words(
        TextBlock(box: box, lines: band.lines), size: StepShape.textSize, step: StepShape.lineHeight, isCentered: true)
    }
  }

  // MARK: ways down the page

  private struct Channel {
    let x: Int
    let target: Int
    let first: Int
    let last: Int
    let isRight: Bool
  }

  private func isOnPage(_ jump: Jump) -> Bool { bands[jump.source].page == bands[jump.target].page }

  /// The ways beside the column on one page: one for each target and side, so that arrows to a step join; short ones
  /// inside.
  private func ways(on page: Int, isRight: Bool) -> [Channel] {
    let own = jumps.filter { isOnPage($0) && bands[$0.source].page == page && $0.isRight == isRight }
    let spans = Set(own.map(\.target)).map { target -> (target: Int, first: Int, last: Int) in
      let ends = own.filter { $0.target == target }.map(\.source) + [target]
      return (target, ends.min() ?? target, ends.max() ?? target)
    }
    let ordered = spans.sorted { ($0.last - $0.first, $0.target) < ($1.last - $1.first, $1.target) }
    var tracks: [[(Int, Int)]] = []
    var placed: [(track: Int, target: Int, first: Int, last: Int)] = []
    for span in ordered {
      let free = tracks.firstIndex { track in track.allSatisfy { $0.1 < span.first || span.last < $0.0 } }
      if free == nil { tracks.append([]) }
      tracks[free ?? tracks.count - 1].append((span.first, span.last))
      placed.append((free ?? tracks.count - 1, span.target, span.first, span.last))
    }
    let inner = center - FlowStrip.symbolWidth / 2 - 62
    let step = min(FlowStrip.track, max(2, (inner - 4) / max(1, tracks.count)))
    return placed.map { way in
      let left = inner - way.track * step
      return Channel(
        x: isRight ? width - left : left, target: way.target, first: way.first, last: way.last, isRight: isRight)
    }
  }

  private func line(_ points: [(Int, Int)], isBack: Bool = false) -> Node {
    SVG.polyline(
      points.map { (Double($0.0), Double($0.1)) }, .fill("none"), .stroke(ChartDrawing.ink), .strokeWidth(1.2),
      .strokeDasharray(isBack ? "5 3" : nil))
  }

  /// Where arrows that come from the side meet the way down to the symbol.
  private static let join = 10

  private func channels(_ at: Int) -> Node {
    let band = bands[at]
    let all = ways(on: band.page, isRight: true) + ways(on: band.page, isRight: false)
    return fragment {
      for way in all where way.first <= at && at <= way.last {
        let exit = exits(of: at, to: way.target).map(\.y)
        let own = [way.target == at ? FlowStrip.join : nil, exit.min(), exit.max()].compactMap { $0 }
        let top = way.first == at ? own.min() ?? 0 : -FlowStrip.overlap
        let bottom = way.last == at ? own.max() ?? 0 : band.height + FlowStrip.overlap
        line([(way.x, top), (way.x, bottom)], isBack: !way.isRight)
        if way.target == at {
          line([(way.x, FlowStrip.join), (center, FlowStrip.join)], isBack: !way.isRight)
        }
      }
    }
  }

  /// From the row above, from the sides and from other pages down to the symbol.
  private func entry(_ at: Int) -> Node {
    let band = bands[at]
    let comesDown = at > 0 && down[at - 1] != nil
    let comesFromPage = letters[at] != nil
    guard comesDown || comesFromPage || jumps.contains(where: { $0.target == at }) else { return .empty }
    let isFirst = comesDown && bands[at - 1].page != band.page
    let top = comesDown && !isFirst ? -FlowStrip.overlap : FlowStrip.join
    let hasRight = ways(on: band.page, isRight: true).contains { $0.target == at }
    let x = hasRight ? center - 70 : center + 70
    return fragment {
      line([(center, top), (center, band.symbol.y - 5)])
      head(center, band.symbol.y)
      if let letter = letters[at] {
        line([(x, FlowStrip.join), (center, FlowStrip.join)])
        circle(letter, x, FlowStrip.join, leaves: false)
      }
    }
  }

  private func head(_ x: Int, _ y: Int) -> Node {
    SVG.polygon(
      [(Double(x), Double(y)), (Double(x) + 4, Double(y) - 8), (Double(x) - 4, Double(y) - 8)], .fill(ChartDrawing.ink))
  }

  private func circle(_ letter: String, _ x: Int, _ y: Int, leaves: Bool) -> Node {
    fragment {
      SVG.circle(
        x: Double(x), y: Double(y), radius: 9, .fill(leaves ? "#FFFFFF" : "#E8F1FA"), .stroke(ChartDrawing.ink))
      SVG.text(
        letter, x: Double(x), y: Double(y) + 4, .textAnchor("middle"), Attribute("font-weight", "bold"))
    }
  }

  // MARK: ways out

  /// The ways out to the side that lead to `target`: their height and where they leave the symbol.
  private func exits(of at: Int, to target: Int) -> [(jump: Jump, x: Int, y: Int)] {
    let box = bands[at].symbol
    return jumps.filter { $0.source == at && $0.target == target }.map { jump in
      let shift = jump.port * 14
      let y = min(box.center.y + shift, box.bottom - 3)
      // The side of a diamond draws in towards its lower corner.
      let isDiamond = chart.steps[at].kind.isGateway
      let half = box.width / 2
      let reach = isDiamond ? half - half * abs(y - box.center.y) / max(1, box.height / 2) : half
      return (jump, jump.isRight ? center + reach : center - reach, y)
    }
  }

  private func exits(_ at: Int) -> Node {
    let band = bands[at]
    let targets = Set(jumps.filter { $0.source == at }.map(\.target)).sorted()
    return fragment {
      for target in targets {
        for (jump, x, y) in exits(of: at, to: target) { way(out: jump, x, y, band) }
      }
      if let label = down[at] {
        let isCut = bands[at + 1].page != band.page
        line([(center, band.symbol.bottom), (center, isCut ? band.height - 10 : band.height + FlowStrip.overlap)])
        if !label.isEmpty { word(label, center + 6, band.symbol.bottom + 12, isRight: true) }
        if isCut, let letter = letters[at + 1] { circle(letter, center, band.height - 9, leaves: true) }
      }
    }
  }

  private func way(out jump: Jump, _ x: Int, _ y: Int, _ band: Band) -> Node {
    let side = jump.isRight ? 1 : -1
    let isCut = !isOnPage(jump)
    let channel = ways(on: band.page, isRight: jump.isRight).first { $0.target == jump.target }
    let reach = TextMetrics.width(jump.label, size: StepShape.branchSize) + 22
    let end = isCut ? x + side * max(30, reach) : channel?.x ?? x
    return fragment {
      line([(x, y), (end, y)], isBack: !jump.isRight)
      if !jump.label.isEmpty { word(jump.label, x + side * 4, y - 4, isRight: jump.isRight) }
      if isCut, let letter = letters[jump.target] { circle(letter, end, y, leaves: true) }
    }
  }

  private func word(_ text: String, _ x: Int, _ y: Int, isRight: Bool) -> Node {
    SVG.text(
      text, x: Double(x), y: Double(y), .fontSize(Double(StepShape.branchSize)), .textAnchor(isRight ? nil : "end"),
      Attribute("font-weight", "bold"), .stroke("#FFFFFF"), .strokeWidth(3), Attribute("paint-order", "stroke"))
  }
}
