import Testing

@testable import GuvenceProcesses

/// One thing an author does to a chart.
enum LayoutEdit: String, CaseIterable {
  case insert, rename, delete, moveToLane

  /// The chart with the edit made to a task in its middle.
  func applied(to chart: Chart) throws -> Chart {
    var chart = chart
    let tasks = chart.steps.indices.filter { at in
      chart.steps[at].kind == .task && chart.flows(from: chart.steps[at].id).count == 1
    }
    let at = try #require(tasks.dropFirst(tasks.count / 2).first)
    let id = chart.steps[at].id
    let out = try #require(chart.flows.firstIndex { $0.source == id })
    let next = chart.flows[out].target
    switch self {
    case .insert:
      let step = Step(id: "yeni", kind: .task, role: chart.steps[at].role, name: "Listenin basılması")
      chart.steps.insert(step, at: at + 1)
      chart.flows[out].target = "yeni"
      chart.flows.append(Flow("yeni", next))
    case .rename: chart.steps[at].name += " ve ilgililere duyurulması"
    case .delete:
      chart.steps.remove(at: at)
      chart.flows.remove(at: out)
      for flow in chart.flows.indices where chart.flows[flow].target == id { chart.flows[flow].target = next }
      chart.risks.removeAll { $0.step == id }
      chart.controls.removeAll { $0.step == id }
    case .moveToLane: chart.steps[at].role = chart.lanes.first { $0 != chart.steps[at].role }
    }
    return chart
  }

  /// Steps of both placements that stand in another row, or left the steps of their column.
  static func moved(_ before: Placement, _ after: Placement) -> [String] {
    let pairs = before.cells.compactMap { id, cell in after.cells[id].map { (id: id, old: cell, new: $0) } }
    var columns: [Int: [Int: Int]] = [:]
    for pair in pairs { columns[pair.old.column, default: [:]][pair.new.column, default: 0] += 1 }
    return pairs.filter { pair in
      let usual = columns[pair.old.column]?.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
      return pair.old.row != pair.new.row || pair.new.column != usual
    }.map(\.id).sorted()
  }
}
