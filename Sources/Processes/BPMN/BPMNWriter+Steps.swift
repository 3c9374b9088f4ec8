extension BPMNWriter {
  /// One step; children in the order the schema wants: extension, incoming, outgoing, associations, event.
  func add(_ step: Step, to process: XMLElement) {
    let element = process.append(
      step.kind.bpmnElement, [("id", names.step(step.id)), ("name", step.name)])
    if step.kind == .subprocess { element.set("calledElement", step.calls.map(BPMNNames.process)) }
    addOwn(step, to: element)
    let flows = drawnFlows
    for (at, flow) in flows where flow.target == step.id {
      element.append("incoming", text: names.flow(at))
    }
    for (at, flow) in flows where flow.source == step.id {
      element.append("outgoing", text: names.flow(at))
    }
    if carriesPapers(step) {
      for at in step.documents.indices {
        let tie = element.append("dataOutputAssociation", [("id", names.tie(step.id, at))])
        tie.append("targetRef", text: names.paper(step.id, at))
      }
    }
    if step.kind == .wait {
      element.append("timerEventDefinition", [("id", names.step(step.id) + "_timer")])
    }
  }

  private func addOwn(_ step: Step, to element: XMLElement) {
    let isInLane = step.role.map(chart.lanes.contains) ?? true
    element.append("extensionElements").append("step", in: BPMNNames.own).fill(step, isInLane: isInLane)
  }

  /// Only tasks and sub-processes have data associations in BPMN; documents of other steps are data objects alone.
  func carriesPapers(_ step: Step) -> Bool {
    switch step.kind {
    case .task, .document, .subprocess: true
    default: false
    }
  }

  /// A data object for each document, and a reference to it for each step that uses it.
  func addDocuments(to process: XMLElement) {
    let all = chart.documents
    for (at, name) in all.enumerated() {
      process.append("dataObject", [("id", names.document(at)), ("name", name)])
    }
    for step in chart.steps {
      for (at, name) in step.documents.enumerated() {
        guard let document = all.firstIndex(of: name) else { continue }
        process.append(
          "dataObjectReference",
          [("id", names.paper(step.id, at)), ("name", name), ("dataObjectRef", names.document(document))])
      }
    }
  }
}
