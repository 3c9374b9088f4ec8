import GuvenceCore

/// What only our own extension can say.
extension BPMNPatch {
  /// Our extension of an element, made where it has none.
  func extensionOf(_ element: XMLElement, _ name: String) -> XMLElement {
    if let own = element.ownElement { return own }
    tree.declare("guvence", BPMNNames.own)
    let home =
      element.parts.first { $0.name == "extensionElements" }
      ?? element.add("extensionElements", behind: ["documentation"])
    return home.append(name, in: BPMNNames.own)
  }

  /// Compares what the tree says with what is wanted and says the difference.
  func extend(_ card: ProcessCard?) {
    // Once more, for the order of the steps is told by the ids that the first time settles.
    for _ in 0..<2 {
      guard let read = current else { return }
      let ids = Dictionary(read.elements.map { ($0.value, $0.key) }) { first, _ in first }
      let said = Dictionary(read.chart.steps.map { ($0.id, $0) }) { first, _ in first }
      for step in wanted.steps {
        guard let element = steps[step.id] else { continue }
        let said = said[ids[element["id"] ?? ""] ?? ""]
        if said != step {
          extensionOf(element, "step").fill(step, isInLane: step.role == nil || said?.role == step.role)
        }
      }
      if card != nil || !isOrdered(read.chart) {
        let own = extensionOf(process, "process")
        if let card { own.fill(card) }
        own.fill(wanted, order: order)
      }
    }
  }

  private var order: (lanes: [String], steps: [String], flows: [String]) {
    (wanted.lanes.compactMap { lanes[$0]?["id"] }, wanted.steps.map(\.id), flows.compactMap { $0?["id"] })
  }

  private func isOrdered(_ read: Chart) -> Bool {
    read.lanes == wanted.lanes && read.steps.map(\.id) == wanted.steps.map(\.id) && read.flows == wanted.flows
      && read.risks == wanted.risks
      && read.controls == wanted.controls
  }

  /// Notes we wrote about risks and controls follow them.
  func changeNotes() {
    guard base.chart.risks != wanted.risks || base.chart.controls != wanted.controls else { return }
    for note in process.parts where note.name == "textAnnotation" {
      guard let points = note.own?["points"], let text = note.parts.first(where: { $0.name == "text" }) else {
        continue
      }
      guard let says = BPMNNote.text(points, in: wanted) else {
        remove([note])
        continue
      }
      if text.text != says { text.setContent(says) }
    }
  }

  /// The card's name and purpose, where BPMN has a place for them.
  func change(_ card: ProcessCard) {
    let old = reading.content.processes.first { $0.id == base.process }
    if let old, old.name.collapsed != card.name.turkish.collapsed {
      if process["name"] != nil { process.set("name", card.name.turkish) }
      let pools = root.parts.filter { $0.name == "collaboration" }.flatMap(\.parts)
      for pool in pools where pool["processRef"].map(BPMNReading.local) == base.process {
        let hadItsName = process["name"] == nil || pool["name"] == old.name
        if hadItsName { pool.set("name", card.name.turkish) }
      }
      if process["name"] == nil,
        BPMNReading(root).content.processes.first(where: { $0.id == base.process })?.name != card.name.turkish
      {
        process.set("name", card.name.turkish)
      }
    }
    guard let old, old.documentation != card.purpose.turkish else { return }
    let documentation = process.parts.first { $0.name == "documentation" } ?? process.add("documentation", behind: [])
    documentation.setContent(card.purpose.turkish)
  }
}
