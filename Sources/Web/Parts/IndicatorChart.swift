import Foundation
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// Where a value stands in a drawing. Drawing is the only place where values lose their exactness.
struct ValueScale {
  let low: Double
  let high: Double
  private let height: Double
  private let above: Double
  private let below: Double

  /// A scale that shows all `values` with a tenth of room at both ends.
  init(_ values: [Decimal], height: Double, above: Double, below: Double) {
    let doubles = values.map(ValueScale.double)
    let (least, most) = (doubles.min() ?? 0, doubles.max() ?? 1)
    let room = most > least ? (most - least) / 10 : max(1, abs(most) / 10)
    (low, high) = (least - room, most + room)
    (self.height, self.above, self.below) = (height, above, below)
  }

  /// Distance from the top.
  func y(_ value: Decimal) -> Double { y(ValueScale.double(value)) }

  func y(_ value: Double) -> Double {
    above + (1 - (min(max(value, low), high) - low) / (high - low)) * (height - above - below)
  }

  static func double(_ value: Decimal) -> Double { NSDecimalNumber(decimal: value).doubleValue }
}

/// The readings of an indicator over bands of its thresholds. The table of readings is its twin.
struct IndicatorChart: View {
  let frame: Frame
  let indicator: Indicator
  let series: [IndicatorReading]
  let rules: IndicatorRules

  private static let (width, height, left, right, above, below) = (680.0, 260.0, 56.0, 84.0, 22.0, 30.0)

  /// The drawing; nothing for fewer than two readings.
  var node: Node {
    let shown = Array(series.suffix(24))
    guard shown.count > 1, let first = shown.first, let last = shown.last else { return .empty }
    let (width, height) = (IndicatorChart.width, IndicatorChart.height)
    let scale = ValueScale(
      shown.map(\.value) + edges, height: height, above: IndicatorChart.above, below: IndicatorChart.below)
    let places = places(shown, scale)
    let name = title(shown)
    return figure {
      SVG.svg(width: width, height: height, label: name, .class("trend")) {
        GuvenceMarkup.title(name)
        bands(scale)
        for edge in edges { threshold(edge, scale) }
        SVG.polyline(places, .class("line"))
        for (place, reading) in zip(places, shown) {
          statusMark(reading.status, x: place.x, y: place.y, size: 5, title: "\(reading.period): \(value(reading))")
        }
        if let end = places.last {
          SVG.text(value(last), x: end.x, y: end.y - 12, .textAnchor("middle"), .class("value"))
        }
        SVG.text(first.period, x: IndicatorChart.left, y: height - 8, .textAnchor("start"))
        SVG.text(last.period, x: width - IndicatorChart.right, y: height - 8, .textAnchor("end"))
      }
    }
  }

  private var limits: IndicatorThresholds { indicator.details.thresholds }

  /// The values at which the state changes, falling.
  private var edges: [Decimal] {
    guard limits.direction == .target else { return [limits.green, limits.yellow].sorted(by: >) }
    let red = limits.red ?? limits.yellow
    return [limits.green + red, limits.green + limits.yellow, limits.green - limits.yellow, limits.green - red]
  }

  /// The states between the edges, from the top.
  private var states: [IndicatorStatus] {
    switch limits.direction {
    case .lower: [.alarm, .warning, .normal]
    case .higher: [.normal, .warning, .alarm]
    case .target: [.alarm, .warning, .normal, .warning, .alarm]
    }
  }

  private func places(_ shown: [IndicatorReading], _ scale: ValueScale) -> [(x: Double, y: Double)] {
    let room = IndicatorChart.width - IndicatorChart.left - IndicatorChart.right
    let start = shown.first?.readOn ?? frame.shown
    let days = Double(max(1, (shown.last?.readOn ?? start) - start))
    return shown.map { reading in
      (x: IndicatorChart.left + Double(reading.readOn - start) / days * room, y: scale.y(reading.value))
    }
  }

  private func bands(_ scale: ValueScale) -> Node {
    let heights = [scale.y(scale.high)] + edges.map { scale.y($0) } + [scale.y(scale.low)]
    let room = IndicatorChart.width - IndicatorChart.left - IndicatorChart.right
    return fragment {
      for (index, state) in states.enumerated() {
        let (top, bottom) = (heights[index], heights[index + 1])
        SVG.rect(
          x: IndicatorChart.left, y: top, width: room, height: max(0, bottom - top),
          .class("band-" + state.rawValue))
        if bottom - top >= 14 {
          SVG.text(
            "\(rules.label(state).shape) \(t(rules.label(state).name))",
            x: IndicatorChart.width - IndicatorChart.right + 8,
            y: (top + bottom) / 2 + 4, .textAnchor("start"))
        }
      }
    }
  }

  private func threshold(_ edge: Decimal, _ scale: ValueScale) -> Node {
    let y = scale.y(edge)
    return fragment {
      SVG.line(
        x1: IndicatorChart.left, y1: y, x2: IndicatorChart.width - IndicatorChart.right, y2: y, .class("grid"),
        .strokeDasharray("4 3"))
      SVG.text(t(IndicatorReasons.number(edge)), x: IndicatorChart.left - 8, y: y + 4, .textAnchor("end"))
    }
  }

  private func value(_ reading: IndicatorReading) -> String { valueText(reading, indicator) }

  private func title(_ shown: [IndicatorReading]) -> String {
    let list = shown.map { "\($0.period) \(t(IndicatorReasons.number($0.value)))" }.joined(separator: "; ")
    return "\(t(Text.Indicators.chart)): \(list)"
  }
}
