@testable import GuvenceProcesses

/// Random edits of a chart that keep count of what they did, each step and flow touched once at most.
struct ChartEdits {
  private(set) var chart: Chart
  private(set) var added: Set<String> = []
  private(set) var removed: Set<String> = []
  private(set) var renamed: Set<String> = []
  private(set) var documented: Set<String> = []
  private(set) var moved: Set<String> = []
  private(set) var flowsAdded: [Flow] = []
  private(set) var flowsRemoved: [Flow] = []
  private(set) var relabelled: [String] = []
  private(set) var risksAdded: Set<String> = []
  private(set) var risksRemoved: Set<String> = []
  private(set) var controlsChanged: Set<String> = []
  private var touched: Set<String> = []
  private var numbers: SeededNumbers

  init(_ chart: Chart, seed: UInt64) {
    self.chart = chart
    numbers = SeededNumbers(seed: seed)
    for _ in 0..<(2 + numbers.below(8)) { edit() }
  }

  private mutating func edit() {
    let untouched = chart.steps.indices.filter { !touched.contains(chart.steps[$0].id) }
    guard untouched.count > 3 else { return }
    let at = untouched[numbers.below(untouched.count)]
    let id = chart.steps[at].id
    touched.insert(id)
    switch numbers.below(8) {
    case 0: add(after: at)
    case 1: remove(at)
    case 2:
      chart.steps[at].name += " yeniden"
      renamed.insert(id)
    case 3:
      chart.steps[at].documents.append("Yeni belge")
      documented.insert(id)
    case 4: move(at)
    case 5: relabel(id)
    case 6:
      let risk = "R\(90 + risksAdded.count)"
      chart.risks.append(RiskPoint(id: risk, step: id, text: "Yeni risk"))
      risksAdded.insert(risk)
    default: changePoints(id)
    }
  }

  private mutating func add(after at: Int) {
    let id = "n\(added.count)"
    let step = Step(id: id, kind: .task, role: chart.lanes[numbers.below(chart.lanes.count)], name: "Yeni iş")
    let flow = Flow(chart.steps[at].id, id, label: "yeni")
    chart.steps.insert(step, at: at + 1)
    chart.flows.append(flow)
    flowsAdded.append(flow)
    added.insert(id)
    touched.insert(id)
  }

  private mutating func remove(_ at: Int) {
    let id = chart.steps[at].id
    let gone = chart.flows.filter { $0.source == id || $0.target == id }
    // What another edit made or renamed must stay.
    guard gone.allSatisfy({ !flowsAdded.contains($0) && !relabelled.contains($0.source) }),
      !chart.risks.contains(where: { $0.step == id }), !chart.controls.contains(where: { $0.step == id })
    else { return }
    chart.flows.removeAll { $0.source == id || $0.target == id }
    chart.steps.remove(at: at)
    flowsRemoved += gone
    removed.insert(id)
  }

  private mutating func move(_ at: Int) {
    guard let lane = chart.lanes.first(where: { $0 != chart.steps[at].role }) else { return }
    chart.steps[at].role = lane
    moved.insert(chart.steps[at].id)
  }

  private mutating func relabel(_ id: String) {
    guard let at = chart.flows.firstIndex(where: { $0.source == id && !flowsAdded.contains($0) }) else { return }
    chart.flows[at].label += " (yeni)"
    relabelled.append(id)
  }

  private mutating func changePoints(_ id: String) {
    if let at = chart.controls.firstIndex(where: { $0.step == id }) {
      chart.controls[at].text += " yeniden"
      controlsChanged.insert(chart.controls[at].id)
    } else if let at = chart.risks.firstIndex(where: { $0.step == id && !risksAdded.contains($0.id) }) {
      risksRemoved.insert(chart.risks.remove(at: at).id)
    }
  }
}
