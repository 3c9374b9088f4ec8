@testable import GuvenceProcesses

/// Edits as a user makes them, drawn from a seed.
struct FileEdits {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// The chart after `count` edits.
  mutating func edit(_ chart: Chart, count: Int) -> Chart {
    var chart = chart
    for _ in 0..<count { edit(&chart) }
    return chart
  }

  private mutating func edit(_ chart: inout Chart) {
    let at = numbers.below(chart.steps.count)
    switch numbers.below(12) {
    case 0: chart.steps[at].name = "Yeni ad \(numbers.below(99))"
    case 1: chart.steps[at].role = chart.lanes[numbers.below(chart.lanes.count)]
    case 2: remove(at, &chart)
    case 3, 4: insert(at, &chart)
    case 5: chart.steps[at].kind = [.task, .decision, .wait, .document, .subprocess, .split][numbers.below(6)]
    case 6: chart.risks.append(RiskPoint(id: "X\(numbers.below(999))", step: chart.steps[at].id, text: "a < b"))
    case 7: chart.steps[at].documents.append("Ek belge \(numbers.below(9))")
    case 8: chart.steps[at].documents = []
    case 9: addLane(at, &chart)
    case 10: renameLane(&chart)
    default: flow(at, &chart)
    }
  }

  private func remove(_ at: Int, _ chart: inout Chart) {
    guard chart.steps.count > 3 else { return }
    let id = chart.steps.remove(at: at).id
    chart.flows.removeAll { $0.source == id || $0.target == id }
  }

  /// A step in the middle of a flow.
  private mutating func insert(_ at: Int, _ chart: inout Chart) {
    let id = "n\(numbers.below(100_000))"
    guard !chart.flows.isEmpty, chart.step(id) == nil else { return }
    let flow = numbers.below(chart.flows.count)
    let step = Step(
      id: id, kind: [.task, .decision, .wait, .document][numbers.below(4)], role: chart.steps[at].role,
      name: "Ek \(id)",
      documents: ["Yeni belge"], duration: StepDuration(2, .workday))
    chart.steps.insert(step, at: at)
    chart.flows.append(Flow(id, chart.flows[flow].target, label: "Evet"))
    chart.flows[flow].target = id
  }

  private mutating func addLane(_ at: Int, _ chart: inout Chart) {
    let role = "Yeni rol \(numbers.below(9))"
    guard !chart.lanes.contains(role) else { return }
    chart.lanes.insert(role, at: numbers.below(chart.lanes.count + 1))
    chart.steps[at].role = role
  }

  private mutating func renameLane(_ chart: inout Chart) {
    let at = numbers.below(chart.lanes.count)
    let (old, new) = (chart.lanes[at], "Ad \(numbers.below(999))")
    guard !chart.lanes.contains(new) else { return }
    chart.lanes[at] = new
    for step in chart.steps.indices where chart.steps[step].role == old { chart.steps[step].role = new }
  }

  private mutating func flow(_ at: Int, _ chart: inout Chart) {
    guard !chart.flows.isEmpty else { return }
    let flow = numbers.below(chart.flows.count)
    switch numbers.below(3) {
    case 0: chart.flows[flow].label = "Etiket \(numbers.below(9))"
    case 1: chart.flows.remove(at: flow)
    default: chart.flows.append(Flow(chart.steps[at].id, chart.flows[flow].target, label: "Ek"))
    }
  }
}
