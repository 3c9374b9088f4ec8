import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension View {
  /// A state: colour, shape and word; the words that there is no reading where `nil`.
  func statusBadge(_ status: IndicatorStatus?, _ rules: IndicatorRules) -> Node {
    guard let status else { return span(t(Text.Indicators.unread), .class("no-level")) }
    let label = rules.label(status)
    return span(.class("st st-" + status.rawValue)) {
      span(label.shape, .aria("hidden", true))
      t(label.name)
    }
  }

  /// Arrow and word.
  func trendText(_ movement: IndicatorMovement?) -> String {
    movement.map { "\($0.trend.arrow) \(t($0.trend.name))" } ?? ""
  }

  /// `12,5 %` in the language of the page.
  func valueText(_ reading: IndicatorReading, _ indicator: Indicator) -> String {
    let measure = indicator.details.measure
    return t(IndicatorReasons.number(reading.value)) + (measure.isEmpty ? "" : " " + measure)
  }

  /// The next period with the last day to record it, and how many are overdue.
  func dueNode(_ schedule: IndicatorSchedule?) -> Node {
    guard let schedule else { return .empty }
    return fragment {
      schedule.next.text + " · "
      dayNode(schedule.dueOn)
      if schedule.overdueCount > 0 {
        " "
        span("! \(count(schedule.overdueCount)) \(t(Text.Indicators.overdue))", .class("overdue"))
      } else {
        span(" (" + Figures.distance(schedule.dueOn, from: frame.shown, language) + ")", .class("muted"))
      }
    }
  }

  /// The last readings as a small drawing; the page of the indicator has the table.
  func sparkline(_ series: [IndicatorReading], _ name: String) -> Node {
    let shown = Array(series.suffix(12))
    guard shown.count > 1, let last = shown.last else { return .empty }
    let scale = ValueScale(shown.map(\.value), height: 28, above: 5, below: 5)
    let points = shown.enumerated().map { index, reading in
      (x: 5 + Double(index) / Double(shown.count - 1) * 108, y: scale.y(reading.value))
    }
    let values = shown.map { t(IndicatorReasons.number($0.value)) }.joined(separator: "; ")
    return SVG.svg(width: 120, height: 28, label: "\(name): \(values)", .class("spark")) {
      SVG.polyline(points)
      if let end = points.last { statusMark(last.status, x: end.x, y: end.y, size: 4) }
    }
  }

  /// The shape of a state: circle, diamond, triangle.
  func statusMark(_ status: IndicatorStatus, x: Double, y: Double, size: Double, title: String? = nil) -> Node {
    let kind = Attribute.class("mark-" + status.rawValue)
    switch status {
    case .normal: return SVG.circle(x: x, y: y, radius: size, title: title, kind)
    case .warning:
      return SVG.polygon(
        [(x, y - size * 1.3), (x + size * 1.3, y), (x, y + size * 1.3), (x - size * 1.3, y)], title: title, kind)
    case .alarm:
      return SVG.polygon(
        [(x, y - size * 1.3), (x + size * 1.3, y + size), (x - size * 1.3, y + size)], title: title, kind)
    }
  }
}
