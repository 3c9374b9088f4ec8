/// Flows: those of the file go on as far as the chart has them, with their conditions; the rest is new or goes.
extension BPMNPatch {
  private struct Ends: Hashable {
    let source: String
    let target: String
    let label: String
  }

  /// Finds for each flow of the chart the one of the file it goes on, leads and names those anew that changed, and
  /// answers with what is left over.
  func matchFlows() -> [XMLElement] {
    var free = Array(base.chart.flows.indices)
    // From the same flow to the same branch with another end; at last the next one that leaves the step.
    let likeness: [(Flow) -> Ends?] = [
      { Ends(source: $0.source, target: $0.target, label: "=" + $0.label) },
      { Ends(source: $0.source, target: $0.target, label: "") },
      { $0.label.isEmpty ? nil : Ends(source: $0.source, target: "", label: $0.label) },
      { Ends(source: $0.source, target: "", label: "") },
    ]
    for key in likeness {
      var queues: [Ends: [Int]] = [:]
      for at in free.reversed() { if let ends = key(base.chart.flows[at]) { queues[ends, default: []].append(at) } }
      var taken: Set<Int> = []
      for (at, flow) in wanted.flows.enumerated() where flows[at] == nil {
        guard steps[flow.target] != nil, let ends = key(flow), let old = queues[ends]?.popLast() else { continue }
        taken.insert(old)
        flows[at] = reading.flows[base.places.flows[old]]
        change(reading.flows[base.places.flows[old]], from: base.chart.flows[old], to: flow)
      }
      free.removeAll { taken.contains($0) }
    }
    return free.map { reading.flows[base.places.flows[$0]] }
  }

  private func change(_ element: XMLElement, from old: Flow, to new: Flow) {
    if old.label != new.label { name(element, new.label) }
    guard old.target != new.target, let target = steps[new.target]?["id"] else { return }
    let id = element["id"] ?? ""
    element.set("targetRef", target)
    for part in steps[old.target]?.parts ?? [] where part.name == "incoming" && BPMNReading.local(part.content) == id {
      part.remove()
    }
    refer("incoming", to: id, from: steps[new.target])
    touched.flows.insert(id)
  }

  private func name(_ element: XMLElement, _ label: String) {
    element.set("name", label)
    if let exact = BPMNOwn.beside(label) {
      extensionOf(element, "flow").set("name", exact)
    } else {
      element.ownElement?.set("name", nil)
    }
  }

  func addFlows() {
    let numbered = flows.count { $0 != nil }
    var number = numbered
    for (at, flow) in wanted.flows.enumerated() where flows[at] == nil {
      guard let source = steps[flow.source], let target = steps[flow.target] else { continue }
      number += 1
      let id = newID("Flow_\(number)")
      let element = process.add(
        "sequenceFlow", [("id", id), ("sourceRef", source["id"]), ("targetRef", target["id"])],
        behind: Self.flowElements)
      name(element, flow.label)
      refer("outgoing", to: id, from: source)
      refer("incoming", to: id, from: target)
      flows[at] = element
      touched.flows.insert(id)
    }
  }

  /// Steps name their flows too, where the file does that at all.
  private func refer(_ name: String, to id: String, from step: XMLElement?) {
    guard namesFlows, let step, !id.isEmpty else { return }
    let before: Set = ["documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef", "incoming"]
    step.add(name, text: id, behind: name == "incoming" ? before : before.union(["outgoing"]))
  }

  private var namesFlows: Bool {
    reading.content.flows.isEmpty
      || process.parts.contains { $0.parts.contains { ["incoming", "outgoing"].contains($0.name) } }
  }
}
