/// Our extension written: the same for a new file and for one that is patched.
extension XMLElement {
  /// Makes this, our extension of a step, say what the step says.
  func fill(_ step: Step, isInLane: Bool = true) {
    for (name, value) in BPMNOwn.attributes(step, isInLane: isInLane) { set(name, value) }
    replace(["document"], step.documents.map { ("document", [], $0) })
  }

  /// Makes this, our extension of a process, say what the card says.
  func fill(_ card: ProcessCard) {
    for (name, value) in BPMNOwn.attributes(card) { set(name, value) }
    replace(
      Set(BPMNOwn.lists.map(\.name)),
      BPMNOwn.lists.flatMap { list in card[keyPath: list.path].map { (list.name, [], $0) } })
  }

  /// Makes this, our extension of a process, hold the risks and controls, and the order of lanes,
  /// steps and flows by their ids.
  func fill(_ chart: Chart, order: (lanes: [String], steps: [String], flows: [String])) {
    replace(["risk"], chart.risks.map { ("risk", BPMNOwn.attributes($0), "") })
    replace(["control"], chart.controls.map { ("control", BPMNOwn.attributes($0), "") })
    replace(["lanes"], order.lanes.isEmpty ? [] : [("lanes", [], order.lanes.joined(separator: " "))])
    replace(["steps"], [("steps", [], order.steps.joined(separator: " "))])
    replace(["flows"], [("flows", [], order.flows.joined(separator: " "))])
  }

  private func replace(_ names: Set<String>, _ parts: [(name: String, attributes: [(String, String?)], text: String)]) {
    for old in children where old.isOwn && names.contains(old.name) { old.remove() }
    for part in parts { append(part.name, in: BPMNNames.own, part.attributes, text: part.text) }
  }
}
