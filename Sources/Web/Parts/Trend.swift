import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension View {
  /// The effective scores of a risk over time as a drawing with direct labels. The table of assessments is its twin.
  /// Nothing is drawn for fewer than two assessments.
  func trend(_ newestFirst: [Assessment], _ methodology: Methodology) -> Node {
    let points = newestFirst.reversed().suffix(12).map { assessment in
      (day: assessment.assessedOn, pair: assessment.effective)
    }
    guard points.count > 1, let first = points.first, let last = points.last else { return .empty }
    let values = points.map { $0.pair.score ?? $0.pair.levelRank }
    let top = max(highest(methodology, usesScores: points.allSatisfy { $0.pair.score != nil }), values.max() ?? 1)
    let (width, height, left, right, above, below) = (640.0, 200.0, 44.0, 44.0, 24.0, 30.0)
    let span = Double(max(1, last.day - first.day))
    let isSpread = points.count > 1 && last.day != first.day
    let places = points.enumerated().map { index, point in
      let share = isSpread ? Double(point.day - first.day) / span : Double(index) / Double(points.count - 1)
      let y = above + (1 - Double(values[index]) / Double(top)) * (height - above - below)
      return (x: left + share * (width - left - right), y: y)
    }
    return figure {
      SVG.svg(width: width, height: height, label: trendTitle(values, first.day, last.day), .class("trend")) {
        title(trendTitle(values, first.day, last.day))
        SVG.line(x1: left, y1: height - below, x2: width - right, y2: height - below, .class("grid"))
        SVG.line(x1: left, y1: above, x2: width - right, y2: above, .class("grid"))
        SVG.text(String(top), x: left - 10, y: above + 4, .textAnchor("end"))
        SVG.text("0", x: left - 10, y: height - below + 4, .textAnchor("end"))
        SVG.polyline(places, .class("line"))
        for (index, place) in places.enumerated() {
          SVG.circle(
            x: place.x, y: place.y, radius: 6,
            title: "\(Figures.day(points[index].day, language)): \(values[index])",
            .class(methodology.level(points[index].pair.levelID).map(Palette.className)))
          SVG.text(String(values[index]), x: place.x, y: place.y - 12, .textAnchor("middle"), .class("value"))
        }
        SVG.text(Figures.day(first.day, language), x: left, y: height - 8, .textAnchor("start"))
        SVG.text(Figures.day(last.day, language), x: width - right, y: height - 8, .textAnchor("end"))
      }
    }
  }

  private func highest(_ methodology: Methodology, usesScores: Bool) -> Int {
    guard usesScores else { return methodology.levels.count }
    return methodology.likelihood.steps.count * methodology.impact.steps.count
  }

  private func trendTitle(_ values: [Int], _ first: Day, _ last: Day) -> String {
    let list = values.map { String($0) }.joined(separator: ", ")
    let days = "\(Figures.day(first, language)) – \(Figures.day(last, language))"
    return language == .turkish ? "Puanın seyri, \(days): \(list)" : "Course of the score, \(days): \(list)"
  }
}
