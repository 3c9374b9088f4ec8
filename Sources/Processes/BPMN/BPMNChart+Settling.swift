/// Charts are kept with their flows in the order of the steps and with tidy texts; a file says the same otherwise.
extension BPMNChart {
  /// `wanted` with everything said as the file says it that differs from the file by nothing but how charts are kept.
  func settled(_ wanted: Chart) -> Chart {
    let kept = chart.tidied
    var settled = wanted
    let steps = Dictionary(zip(kept.steps, chart.steps).map { ($0.id, ($0, $1)) }) { first, _ in first }
    settled.steps = wanted.steps.map { step in steps[step.id].flatMap { $0.0 == step ? $0.1 : nil } ?? step }
    if wanted.risks == kept.risks { settled.risks = chart.risks }
    if wanted.controls == kept.controls { settled.controls = chart.controls }
    func branches(_ chart: Chart) -> [String: Int] {
      Dictionary(grouping: chart.flows, by: \.source).mapValues(\.count)
    }
    let isReordered = branches(wanted) == branches(chart)
    if isReordered || !isOrderedByUs { settled.flows = ordered(wanted.flows) }
    return settled
  }

  /// What leaves one step keeps its order; between steps the order is the file's, and what is new comes last.
  private func ordered(_ flows: [Flow]) -> [Flow] {
    var waiting = Dictionary(grouping: flows.indices) { flows[$0].source }.mapValues { Array($0.reversed()) }
    var taken: Set<Int> = []
    var sorted: [Flow] = []
    for flow in chart.flows {
      guard let at = waiting[flow.source]?.popLast() else { continue }
      taken.insert(at)
      sorted.append(flows[at] == flow.tidied ? flow : flows[at])
    }
    return sorted + flows.indices.filter { !taken.contains($0) }.map { flows[$0] }
  }
}
