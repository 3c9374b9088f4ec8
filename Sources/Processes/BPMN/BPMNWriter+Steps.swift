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
  /// Risks and controls as notes tied to their steps.
  func addNotes(to process: XMLElement) {
    for step in chart.steps {
      for (at, note) in BPMNNote.of(step, in: chart).enumerated() {
        let element = process.append("textAnnotation", [("id", names.note(step.id, at))])
        element.append("extensionElements").append("note", in: BPMNNames.own, [("points", note.points)])
        element.append("text", text: note.text)
        process.append(
          "association",
          [
            ("id", names.noteTie(step.id, at)), ("sourceRef", names.step(step.id)),
            ("targetRef", names.note(step.id, at)),
          ])
      }
    }
  }
}

/// Risks or controls of a step as a note for programs that do not know our extension.
struct BPMNNote {
  /// Ids of the points: `R1 R2`.
  let points: String
  let text: String

  /// Most shapes beside a step.
  private static let most = 6

  /// One note for each point; where they and the documents are too many, the last has what is left.
  static func of(_ step: Step, in chart: Chart) -> [BPMNNote] {
    let risks = chart.risks(of: step.id).map { BPMNNote(points: $0.id, text: "\($0.id) \($0.text)") }
    let all = risks + chart.controls(of: step.id).map { BPMNNote(points: $0.id, text: "\($0.id) \($0.text)") }
    let room = max(0, most - step.documents.count)
    guard all.count > room else { return all }
    guard room > 0 else { return [] }
    let rest = all[(room - 1)...]
    return all[..<(room - 1)] + [
      BPMNNote(points: rest.map(\.points).joined(separator: " "), text: rest.map(\.text).joined(separator: "; "))
    ]
  }

  /// What a note about these points says; `nil` where none of them is left.
  static func text(_ points: String, in chart: Chart) -> String? {
    let texts = points.split(separator: " ").compactMap { id in
      chart.risks.first { $0.id == id }.map { "\($0.id) \($0.text)" }
        ?? chart.controls.first { $0.id == id }.map { "\($0.id) \($0.text)" }
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
