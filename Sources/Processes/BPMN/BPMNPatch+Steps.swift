import GuvenceCore

/// Steps: new ones, new names, new kinds, documents.
extension BPMNPatch {
  private static let heads: Set = ["documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef"]
  /// What comes before data associations in an activity.
  private static let beforeData = heads.union([
    "incoming", "outgoing", "ioSpecification", "property", "dataInputAssociation", "dataOutputAssociation",
  ])
  /// What activities keep when they change their kind.
  private static let ofActivities = beforeData.union([
    "resourceRole", "performer", "humanPerformer", "potentialOwner", "standardLoopCharacteristics",
    "multiInstanceLoopCharacteristics",
  ])
  private static let attributesOfActivities: Set = [
    "isForCompensation", "startQuantity", "completionQuantity", "default",
  ]
  /// What stands in a process before what may be added at its end.
  static let flowElements = BPMNNames.nodes.union([
    "documentation", "extensionElements", "auditing", "monitoring", "ioSpecification", "ioBinding", "property",
    "laneSet",
    "sequenceFlow", "dataObject", "dataObjectReference", "dataStoreReference",
  ])

  func addSteps() {
    let isOurs = base.elements.values.allSatisfy { $0.hasPrefix("Step_") }
    for step in wanted.steps where steps[step.id] == nil {
      let isName = step.id.first.map { $0.isLetter || $0 == "_" } ?? false
      let id = newID(isName && !isOurs ? step.id : "Step_\(step.id)")
      let element = process.add(
        step.kind.bpmnElement, [("id", id), ("name", step.name)], behind: Self.flowElements)
      if step.kind == .wait { element.append("timerEventDefinition", [("id", newID(id + "_timer"))]) }
      if step.kind == .subprocess { element.set("calledElement", step.calls.map(BPMNNames.process)) }
      steps[step.id] = element
      touched.moved.insert(id)
    }
  }

  func changeSteps() {
    for step in wanted.steps {
      guard let old = old[step.id], let element = steps[step.id] else { continue }
      if base.readOnly.contains(step.id), old.kind != step.kind || old.name != step.name {
        refuse(
          element.line, "read-only",
          BPMNKinds.cannotBeEdited(old.name.isEmpty ? old.id : old.name, element.name),
          Localized(
            "Adımı olduğu gibi bırakın ya da silip yenisini ekleyin.",
            "Leave the step as it is, or delete it and add a new one."))
        continue
      }
      if old.name != step.name { element.set("name", step.name) }
      if old.kind != step.kind, !step.kind.fits(element.name) { change(element, to: step.kind) }
      if old.calls != step.calls, element.name == "callActivity" {
        element.set("calledElement", step.calls.map(BPMNNames.process))
      }
    }
  }

  /// Gives the element the name of another kind and takes from it what the other has no place for.
  private func change(_ element: XMLElement, to kind: Step.Kind) {
    let (before, after) = (element.name, kind.bpmnElement)
    let id = element["id"] ?? ""
    let isActivity = BPMNNames.activities.contains(after)
    let hasInside = element.parts.contains { BPMNNames.nodes.contains($0.name) }
    let isHost = process.parts.contains { BPMNReading.local($0["attachedToRef"] ?? "") == id && !id.isEmpty }
    guard !hasInside, isActivity || !isHost else {
      let name = (element["name"] ?? id).shortened()
      return refuse(
        element.line, "inner",
        Localized(
          "«\(name)» adımının türü değiştirilemez: içinde ya da üzerinde öğeler var",
          "The kind of the step «\(name)» cannot be changed: there are elements in it or on it"),
        Localized("Adımı silip yenisini ekleyin.", "Delete the step and add a new one."))
    }
    let staysActivity = isActivity && BPMNNames.activities.contains(before)
    var keep = Self.heads.union(["incoming", "outgoing"])
    if staysActivity { keep = Self.ofActivities }
    remove(element.parts.filter { !keep.contains($0.name) })
    for (name, _) in element.attributes where !["id", "name"].contains(name) {
      let stays =
        staysActivity && Self.attributesOfActivities.contains(name)
        || name == "gatewayDirection" && BPMNNames.gateways.contains(before) && BPMNNames.gateways.contains(after)
      if !stays { element.set(name, nil) }
    }
    element.rename(after)
    if kind == .wait { element.append("timerEventDefinition", [("id", newID(id + "_timer"))]) }
    touched.resized.insert(id)
  }

  // MARK: Documents

  /// Ids of data that flows in or out somewhere.
  var dataUsed: Set<String> {
    var used: Set<String> = []
    for flow in BPMNReading(root).content.flows where !flow.owner.isEmpty {
      used.formUnion(flow.sources + flow.targets)
    }
    return used
  }

  /// Takes data away that nothing uses any more, and the objects only it stood for.
  func removeData(_ unused: Set<String>) {
    let papers = looseOwnPapers
    let references = process.parts.filter { part in
      guard part.name == "dataObjectReference", let id = part["id"] else { return false }
      return unused.contains(id) || papers.contains(id)
    }
    let objects = Set(references.compactMap { $0["dataObjectRef"] })
    remove(references)
    let left = Set(process.parts.compactMap { $0["dataObjectRef"] }).union(dataUsed)
    remove(process.parts.filter { $0.name == "dataObject" && objects.subtracting(left).contains($0["id"] ?? "") })
  }

  /// Our own papers of documents that went, at steps whose papers are not tied to them.
  private var looseOwnPapers: Set<String> {
    var papers: Set<String> = []
    for old in base.chart.steps {
      let step = new[old.id]
      if let step, let element = steps[step.id], BPMNNames.activities.contains(element.name) { continue }
      for (at, name) in old.documents.enumerated() where step?.documents.contains(name) != true {
        papers.insert("Paper_\(old.id)_\(at + 1)")
      }
    }
    return papers
  }

  func changeDocuments() {
    let names = Dictionary(
      reading.content.artifacts.map { ($0.id, $0.name.collapsed) }
    ) { first, _ in first }
    for step in wanted.steps {
      guard let element = steps[step.id], BPMNNames.activities.contains(element.name) else { continue }
      let old = Set((old[step.id]?.documents ?? []).map(\.collapsed))
      let new = step.documents.map(\.collapsed).uniqued
      let lost = old.subtracting(new)
      remove(
        element.parts.filter { part in
          guard part.name == "dataOutputAssociation" || part.name == "dataInputAssociation" else { return false }
          let ends = part.parts.filter { $0.name == "sourceRef" || $0.name == "targetRef" }.map(\.content)
          return ends.contains { names[$0].map(lost.contains) ?? false }
        })
      for name in new where !old.contains(name) && !name.isEmpty { addDocument(name, to: element) }
    }
  }

  private func addDocument(_ name: String, to element: XMLElement) {
    let known = process.parts.first { $0.name == "dataObject" && ($0["name"] ?? "").collapsed == name }
    var object = known?["id"]
    if object == nil {
      let id = newID("Document_1")
      process.add("dataObject", [("id", id), ("name", name)], behind: Self.flowElements)
      object = id
    }
    let id = newID("Paper_\(element["id"] ?? "")_1")
    process.add(
      "dataObjectReference", [("id", id), ("name", name), ("dataObjectRef", object)], behind: Self.flowElements)
    let tie = newID("Tie_\(element["id"] ?? "")_1")
    element.add("dataOutputAssociation", [("id", tie)], behind: Self.beforeData).append("targetRef", text: id)
    touched.moved.insert(id)
  }
}
