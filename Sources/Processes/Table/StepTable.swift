import GuvenceCore

/// A chart as rows of text. What the rows say is the chart, both ways and without loss:
/// `StepTable(chart).chart().chart == chart.inTableOrder`.
public struct StepTable: Hashable, Sendable {
  /// Roles in the order of their lanes.
  public var lanes: [String]
  /// Steps in order.
  public var rows: [StepRow]

  /// Something in a cell that could not be read; what could is kept.
  public struct Remark: Hashable, Sendable {
    /// Index of the row.
    public let row: Int
    /// The column.
    public let column: StepColumn
    /// What is wrong and what to write instead.
    public let text: Localized
  }

  /// A table of `rows`; `lanes` empty takes the roles in the order they first appear.
  public init(lanes: [String] = [], rows: [StepRow] = []) { (self.lanes, self.rows) = (lanes, rows) }

  /// The table that says what `chart` says, with the words of `language`.
  public init(_ chart: Chart, _ language: Language = .turkish) {
    let writing = StepTableWriting(chart, language)
    self.init(lanes: chart.lanes, rows: chart.steps.indices.map(writing.row))
  }

  /// The chart the rows say. Rows without an id get one that is not among `taken`, the ids of earlier versions;
  /// empty rows are left out.
  public func chart(taken: Set<String> = []) -> (chart: Chart, remarks: [Remark]) {
    var reading = StepTableReading(self, taken: taken)
    return reading.chart()
  }

  /// The same table with the ids that `chart(taken:)` gives, so that they stay when rows are moved and saved again.
  public func withIDs(taken: Set<String> = []) -> StepTable {
    var copy = self
    let ids = StepTableReading(self, taken: taken).ids
    for at in copy.rows.indices { copy.rows[at].id = ids[at] }
    return copy
  }

  /// The same table with numbers 1, 2, 3 … in the order of the rows; rows without a number stay so, and what they say
  /// comes next is said with the new numbers.
  public func renumbered(_ language: Language = .turkish) -> StepTable {
    let old = withIDs()
    var chart = old.chart().chart
    var number = 0
    for at in chart.steps.indices where !chart.steps[at].number.isEmpty {
      number += 1
      chart.steps[at].number = String(number)
    }
    var table = StepTable(chart, language)
    let kept = old.rows.filter { !$0.isEmpty }
    guard kept.count == table.rows.count else { return self }
    // Cells that could not be read are kept as they were typed.
    for remark in old.chart().remarks where remark.column != .number {
      guard let at = kept.firstIndex(of: old.rows[remark.row]) else { continue }
      table.rows[at][remark.column] = kept[at][remark.column]
    }
    return table
  }

  /// A number for a new row below the row at `index`: the next whole one at the end, `5a` between 5 and 6.
  public func freeNumber(below index: Int) -> String {
    let used = Set(rows.map(\.number))
    let above = rows.prefix(index + 1).last { !$0.number.isEmpty }?.number ?? ""
    let isLast = rows.dropFirst(index + 1).allSatisfy(\.number.isEmpty)
    if isLast { return String((rows.compactMap { Int($0.number) }.max() ?? 0) + 1) }
    let stem = above.isEmpty ? "0" : above
    return "abcdefghijklmnopqrstuvwxyz".map { stem + String($0) }.first { !used.contains($0) } ?? ""
  }
}

extension Chart {
  /// The same chart with arrows in the order of the steps they leave, and risks and controls in the order of their
  /// ids (`R2` before `R10`); the order a table keeps.
  public var inTableOrder: Chart {
    var index: [String: Int] = [:]
    for (at, step) in steps.enumerated() where index[step.id] == nil { index[step.id] = at }
    func order(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (index[flows[left].source] ?? steps.count, index[flows[right].source] ?? steps.count)
      return first == second ? left < right : first < second
    }
    var copy = self
    copy.flows = flows.indices.sorted(by: order).map { flows[$0] }
    copy.risks = risks.sorted { PointID($0.id) < PointID($1.id) }
    copy.controls = controls.sorted { PointID($0.id) < PointID($1.id) }
    return copy
  }
}

/// `R10` as letters and number, for order.
struct PointID: Comparable {
  let stem: String
  let number: Int
  let text: String

  init(_ text: String) {
    let digits = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    self.text = text
    number = Int(text.suffix(min(digits, 15))) ?? 0
    stem = String(text.dropLast(digits))
  }

  static func < (left: PointID, right: PointID) -> Bool {
    (left.stem, left.number, left.text) < (right.stem, right.number, right.text)
  }
}
