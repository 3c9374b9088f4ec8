import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// Actions as bars over months, with a line for today. The table below is its twin.
struct ActionTimeline: View {
  let frame: Frame
  let lines: [ActionLine]
  let today: Day

  private static let (left, row, head, most) = (104.0, 40.0, 34.0, 60)

  /// The drawing; nothing without actions.
  var node: Node {
    guard let first = shown.map(\.action.details.startsOn).min(), let last = shown.map(end).max() else { return .empty }
    let scale = MonthScale(from: min(first, today), through: max(last, today), left: ActionTimeline.left)
    let height = ActionTimeline.head + Double(shown.count) * ActionTimeline.row + 10
    return figure(.class("gantt"), .role("region"), .aria("label", t(Text.Actions.chart)), .tabindex(0)) {
      SVG.svg(width: scale.width, height: height, label: t(Text.Actions.chart)) {
        title(t(Text.Actions.chart))
        months(scale, height)
        for (index, line) in shown.enumerated() { bar(line, index, scale) }
        SVG.line(x1: scale.x(today), y1: 18, x2: scale.x(today), y2: height - 4, .class("now"))
        SVG.text(t(Text.Actions.today), x: scale.x(today), y: 14, .textAnchor("middle"))
      }
    }
  }

  private var shown: [ActionLine] {
    Array(
      lines.sorted { ($0.action.details.startsOn, $0.action.code) < ($1.action.details.startsOn, $1.action.code) }
        .prefix(ActionTimeline.most))
  }

  private func end(_ line: ActionLine) -> Day { max(line.action.details.dueOn, line.action.details.startsOn) }

  private func months(_ scale: MonthScale, _ height: Double) -> Node {
    fragment {
      for month in scale.months {
        SVG.line(x1: scale.x(month), y1: 20, x2: scale.x(month), y2: height - 4, .class("month"))
        SVG.text(
          "\(month.month < 10 ? "0" : "")\(month.month).\(month.year)", x: scale.x(month) + 3, y: 30,
          .textAnchor("start"))
      }
    }
  }

  private func bar(_ line: ActionLine, _ index: Int, _ scale: MonthScale) -> Node {
    let details = line.action.details
    let y = ActionTimeline.head + Double(index) * ActionTimeline.row
    let (start, stop) = (scale.x(details.startsOn), scale.x(details.dueOn.adding(days: 1)))
    let kind = line.urgency.flatMap { $0 == .inTime ? nil : $0.rawValue } ?? line.status.rawValue
    let words = [t(line.status.name)] + (line.urgency.map { $0 == .inTime ? [] : [t($0.name)] } ?? [])
    let text =
      "\(line.action.code) \(details.title): \(Figures.day(details.startsOn, language)) – "
      + "\(Figures.day(details.dueOn, language)), \(words.joined(separator: ", ")), %\(line.percent)"
    let name = shortened(details.title)
    return SVG.g {
      SVG.text("\(line.status.shape) \(line.action.code)", x: 4, y: y + 28, .textAnchor("start"))
      // Above its bar, so that a telephone shows bars and names together; never beyond the right edge.
      SVG.text(
        name, x: max(ActionTimeline.left, min(start, scale.width - 8 - ActionTimeline.width(of: name))), y: y + 14,
        .textAnchor("start"))
      SVG.rect(
        x: start, y: y + 18, width: max(4, stop - start), height: 13, title: text, .class("bar bar-\(kind)"))
      SVG.rect(
        x: start, y: y + 18, width: max(0, (stop - start) * Double(line.percent) / 100), height: 13,
        .class("done bar-\(kind)"))
      SVG.text(
        (line.urgency == .overdue ? "! " : "") + "%\(line.percent)", x: stop + 4, y: y + 29, .textAnchor("start"))
    }
  }

  /// About how wide a text of twelve pixels is.
  private static func width(of text: String) -> Double { Double(text.count) * 6.4 }

  private func shortened(_ text: String) -> String { text.count <= 46 ? text : String(text.prefix(45)) + "…" }
}

/// Where a day stands on an axis of months.
struct MonthScale {
  /// The first day of every month on the axis.
  let months: [Day]
  /// Width of the drawing.
  let width: Double
  private let left: Double
  private let perDay: Double

  /// An axis over whole months from that of `first` through that of `last`.
  init(from first: Day, through last: Day, left: Double) {
    let start = first.adding(days: 1 - first.day)
    var months = [start]
    while let latest = months.last, latest.adding(months: 1) <= last, months.count < 240 {
      months.append(latest.adding(months: 1))
    }
    let days = max(1, (months.last ?? start).adding(months: 1) - start)
    // Wide enough for the name of a month, as wide as the page where there are few.
    perDay = max(1.6, 640 / Double(days))
    (self.months, self.left) = (months, left)
    width = left + Double(days) * perDay + 70
  }

  /// Distance from the left.
  func x(_ day: Day) -> Double { left + Double(day - (months.first ?? day)) * perDay }
}
