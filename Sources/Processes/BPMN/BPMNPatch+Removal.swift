/// Taking elements away with all that cannot stand without them.
extension BPMNPatch {
  /// Takes the elements away with what lies in them, boundary events on them, flows and associations that touch them,
  /// their place in lanes, references to them and their drawing.
  func remove(_ elements: [XMLElement]) {
    guard !elements.isEmpty else { return }
    var gone = Gone()
    for element in elements { gone.take(element) }
    while gone.grow(root) {}
    for element in gone.outermost { element.remove() }
    unset(root, gone.ids)
  }

  /// Attributes that may name what is gone.
  private static let references = ["default", "sourceElement", "targetElement", "activityRef"]

  private func unset(_ element: XMLElement, _ ids: Set<String>) {
    for child in element.children where child.name != "extensionElements" {
      for name in Self.references {
        if let value = child[name], ids.contains(BPMNReading.local(value)) { child.set(name, nil) }
      }
      unset(child, ids)
    }
  }
}

/// What goes, growing until nothing more hangs on it.
private struct Gone {
  private(set) var ids: Set<String> = []
  private var elements: Set<XMLElement> = []

  /// What to take away, none of it inside another.
  var outermost: [XMLElement] {
    elements.filter { element in
      !sequence(first: element, next: \.parent).dropFirst().contains(where: elements.contains)
    }
  }

  mutating func take(_ element: XMLElement) {
    if elements.insert(element).inserted { takeIDs(element) }
  }

  private mutating func takeIDs(_ element: XMLElement) {
    if let id = element["id"] { ids.insert(id) }
    for child in element.children where child.name != "extensionElements" { takeIDs(child) }
  }

  /// Takes what hangs on what is gone; whether there was any.
  mutating func grow(_ root: XMLElement) -> Bool {
    let before = elements.count
    visit(root)
    return elements.count > before
  }

  private mutating func visit(_ element: XMLElement) {
    for child in element.children where child.name != "extensionElements" {
      if elements.contains(child) { continue }
      if hangs(child) {
        take(child)
      } else {
        visit(child)
      }
    }
  }

  private func has(_ name: String?) -> Bool { name.map { ids.contains(BPMNReading.local($0)) } ?? false }

  private func hangs(_ element: XMLElement) -> Bool {
    if element.namespace == BPMNNames.diagram {
      if element.name == "BPMNDiagram" {
        return element.children.contains { $0.name == "BPMNPlane" && has($0["bpmnElement"]) }
      }
      return ["BPMNShape", "BPMNEdge"].contains(element.name) && has(element["bpmnElement"])
    }
    guard element.namespace == BPMNNames.model else { return false }
    if BPMNNames.flows.contains(element.name) {
      return has(element["sourceRef"]) || has(element["targetRef"])
        || element.parts.contains { ["sourceRef", "targetRef"].contains($0.name) && has($0.content) }
    }
    if element.name == "boundaryEvent" { return has(element["attachedToRef"]) }
    let isReference = element.name.hasSuffix("Ref") || ["incoming", "outgoing"].contains(element.name)
    return isReference && has(element.content)
  }
}
