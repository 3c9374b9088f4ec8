import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// What happens to the open version of a chart, as the last word of its address.
enum ChartDecision: String, Sendable, CaseIterable {
  case submission, approval, refusal, withdrawal
}

/// What the list of processes is narrowed to.
struct ProcessQuery: Hashable, Sendable {
  /// Words of code or name.
  var text = ""
  /// Code of the unit.
  var unit: String?
  /// Class.
  var processClass: ProcessCard.Class?
  /// State of the chart.
  var state: State?

  /// States a list can be narrowed to.
  enum State: String, Sendable, CaseIterable {
    case without, draft, review, approved, overdue
  }

  /// Whether anything narrows the list.
  var isFiltered: Bool { self != ProcessQuery() }

  init() {}

  init(_ values: Values) {
    (text, unit) = (values.text("q"), values.nonEmpty("unit"))
    processClass = values["class"].flatMap(ProcessCard.Class.init(rawValue:))
    state = values["state"].flatMap(State.init(rawValue:))
  }

  var values: Values {
    var values = Values()
    values.add("q", text)
    values.add("unit", unit)
    values.add("class", processClass?.rawValue)
    values.add("state", state?.rawValue)
    return values
  }

  /// The same question with a change.
  func with(_ change: (inout ProcessQuery) -> Void) -> ProcessQuery {
    var copy = self
    change(&copy)
    return copy
  }
}

/// How a chart is shown: which version, which way it runs, on which paper.
struct ChartLook: Hashable, Sendable {
  /// Number of the version; the open draft or the approved one where absent.
  var number: Int?
  /// Which way it runs.
  var orientation = Orientation.horizontal
  /// On pages of paper; the whole picture where absent.
  var paper: Paper?
  /// The chart as it stood on this day.
  var asOf: Day?

  init(number: Int? = nil) { self.number = number }

  init(_ values: Values) {
    number = values.number("version").flatMap { $0 > 0 ? $0 : nil }
    orientation = values["way"] == Orientation.vertical.rawValue ? .vertical : .horizontal
    paper = values["paper"].flatMap(Paper.init(rawValue:))
    asOf = values["as-of"].flatMap(dayFromField)
  }

  var values: Values {
    var values = Values()
    values.add("version", number.map { String($0) })
    values.add("way", orientation == .vertical ? orientation.rawValue : nil)
    values.add("paper", paper?.rawValue)
    values.add("as-of", asOf?.description)
    return values
  }

  /// The same look with a change.
  func with(_ change: (inout ChartLook) -> Void) -> ChartLook {
    var copy = self
    change(&copy)
    return copy
  }
}
