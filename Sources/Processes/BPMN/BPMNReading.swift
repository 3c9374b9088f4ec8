import GuvenceCore

/// One walk over the tree of a BPMN file: the content, and the elements by id for whoever patches them.
struct BPMNReading {
  private(set) var content = BPMNContent()
  /// Every element with an id, outside of extensions; of a repeated id the first.
  private(set) var elements: [String: XMLElement] = [:]
  /// Elements of the nodes, flows and lanes of `content`, by position.
  private(set) var nodes: [XMLElement] = []
  private(set) var flows: [XMLElement] = []
  private(set) var lanes: [XMLElement] = []
  /// Processes by id.
  private(set) var processes: [String: XMLElement] = [:]
  /// Ids met more than once, with the line of the repetition.
  private(set) var repeated: [(id: String, line: Int)] = []
  /// Points or rectangles that are no numbers, with their line.
  private(set) var unreadable: [(id: String, line: Int)] = []

  init(_ root: XMLElement) {
    register(inside: root)
    for child in root.children {
      switch (child.namespace, child.name) {
      case (BPMNNames.model, "process"): process(child)
      case (BPMNNames.model, "collaboration"): collaboration(child)
      case (BPMNNames.model, "dataStore"): artifact(child, "")
      case (BPMNNames.diagram, "BPMNDiagram"): diagram(child)
      default: break
      }
    }
    nameProcesses()
  }

  private mutating func register(inside element: XMLElement) {
    for child in element.children where child.name != "extensionElements" {
      if let id = child["id"] {
        if elements[id] == nil { elements[id] = child } else { repeated.append((id, child.line)) }
      }
      register(inside: child)
    }
  }

  private mutating func nameProcesses() {
    let pools = Dictionary(content.pools.map { ($0.process, $0.name) }) { first, _ in first }
    content.processes = content.processes.map { process in
      guard process.name.isEmpty else { return process }
      return .init(
        id: process.id, name: pools[process.id] ?? "", documentation: process.documentation, own: process.own)
    }
  }

  // MARK: Process

  private mutating func process(_ element: XMLElement) {
    let id = element["id"] ?? ""
    let documentation = element.children.first { $0.namespace == BPMNNames.model && $0.name == "documentation" }
    content.processes.append(
      .init(id: id, name: element["name"] ?? "", documentation: documentation?.text ?? "", own: element.own))
    if processes[id] == nil { processes[id] = element }
    parts(of: element, process: id, parent: "")
  }

  private mutating func parts(of container: XMLElement, process: String, parent: String) {
    for child in container.children where child.namespace == BPMNNames.model {
      switch child.name {
      case "laneSet": lanes(child, process: process, parent: "")
      case let name where BPMNNames.nodes.contains(name): node(child, process: process, parent: parent)
      case let name where BPMNNames.flows.contains(name):
        flow(child, process, owner: name.hasPrefix("data") ? parent : "")
      case let name where BPMNNames.artifacts.contains(name): artifact(child, process)
      default: break
      }
    }
  }

  private mutating func lanes(_ set: XMLElement, process: String, parent: String) {
    for lane in set.children where lane.namespace == BPMNNames.model && lane.name == "lane" {
      let id = lane["id"] ?? ""
      let inside = lane.children.filter { $0.namespace == BPMNNames.model }
      let members = inside.filter { $0.name == "flowNodeRef" }.map { Self.local($0.content) }
      content.lanes.append(
        .init(id: id, name: lane["name"] ?? "", process: process, parent: parent, members: members, own: lane.own))
      self.lanes.append(lane)
      for set in inside where set.name == "childLaneSet" { lanes(set, process: process, parent: id) }
    }
  }

  private mutating func node(_ element: XMLElement, process: String, parent: String) {
    let id = element["id"] ?? ""
    let inside = element.children.filter { $0.namespace == BPMNNames.model }
    content.nodes.append(
      .init(
        id: id, element: element.name, name: element["name"] ?? "", process: process, parent: parent,
        triggers: inside.map(\.name).filter { $0.hasSuffix("EventDefinition") },
        link: inside.first { $0.name == "linkEventDefinition" }.map { $0["name"] ?? "" },
        host: Self.local(element["attachedToRef"] ?? ""), calls: Self.local(element["calledElement"] ?? ""),
        line: element.line, own: element.own))
    nodes.append(element)
    if BPMNNames.subProcesses.contains(element.name) {
      parts(of: element, process: process, parent: id)
    } else {
      for child in inside where BPMNNames.flows.contains(child.name) {
        flow(child, process, owner: id)
      }
    }
  }

  private mutating func flow(_ element: XMLElement, _ process: String, owner: String = "") {
    let inside = element.children.filter { $0.namespace == BPMNNames.model }
    func ends(_ name: String) -> [String] {
      let value = [element[name]].compactMap { $0 } + inside.filter { $0.name == name }.map(\.content)
      return value.map(Self.local).filter { !$0.isEmpty }
    }
    content.flows.append(
      .init(
        id: element["id"] ?? "", element: element.name, name: element["name"] ?? "", process: process, owner: owner,
        sources: ends("sourceRef"), targets: ends("targetRef"), line: element.line, own: element.own))
    flows.append(element)
  }

  private mutating func artifact(_ element: XMLElement, _ process: String) {
    let text = element.children.first { $0.namespace == BPMNNames.model && $0.name == "text" }?.content
    let id = element["id"] ?? ""
    content.artifacts.append(
      .init(
        id: id, element: element.name, name: element["name"] ?? text ?? "", process: process,
        isOwn: element.own != nil || id.hasPrefix("Paper_")))
  }

  private mutating func collaboration(_ element: XMLElement) {
    for child in element.children where child.namespace == BPMNNames.model {
      if child.name == "participant" {
        content.pools.append(
          .init(
            id: child["id"] ?? "", name: child["name"] ?? "", process: Self.local(child["processRef"] ?? "")))
      } else if BPMNNames.flows.contains(child.name) {
        flow(child, "")
      } else if BPMNNames.artifacts.contains(child.name) {
        artifact(child, "")
      }
    }
  }

  // MARK: Diagram

  private mutating func diagram(_ element: XMLElement) {
    content.diagrams += 1
    for plane in element.children where plane.namespace == BPMNNames.diagram && plane.name == "BPMNPlane" {
      for child in plane.children where child.namespace == BPMNNames.diagram {
        if child.name == "BPMNShape" { shape(child) } else if child.name == "BPMNEdge" { edge(child) }
      }
    }
  }

  private mutating func shape(_ element: XMLElement) {
    guard let bounds = bounds(element) else {
      return unreadable.append((element["id"] ?? "", element.line))
    }
    content.shapes.append(
      .init(
        id: element["id"] ?? "", element: Self.local(element["bpmnElement"] ?? ""), bounds: bounds,
        isHorizontal: element["isHorizontal"].map { $0 == "true" || $0 == "1" }, label: label(element)))
  }

  private mutating func edge(_ element: XMLElement) {
    let points = element.children.filter { $0.namespace == BPMNNames.waypoint && $0.name == "waypoint" }
    let numbers = points.flatMap { [Self.number($0["x"]), Self.number($0["y"])] }
    if numbers.contains(nil) { unreadable.append((element["id"] ?? "", element.line)) }
    content.edges.append(
      .init(
        id: element["id"] ?? "", element: Self.local(element["bpmnElement"] ?? ""),
        waypoints: numbers.contains(nil) ? [] : numbers.compactMap { $0 }, label: label(element)))
  }

  private func label(_ element: XMLElement) -> BPMNContent.Bounds? {
    element.children.first { $0.namespace == BPMNNames.diagram && $0.name == "BPMNLabel" }.flatMap(bounds)
  }

  private func bounds(_ element: XMLElement) -> BPMNContent.Bounds? {
    guard let box = element.children.first(where: { $0.namespace == BPMNNames.bounds && $0.name == "Bounds" }),
      let x = Self.number(box["x"]), let y = Self.number(box["y"]), let width = Self.number(box["width"]),
      let height = Self.number(box["height"])
    else { return nil }
    return .init(x: x, y: y, width: width, height: height)
  }

  private static func number(_ text: String?) -> Double? {
    text.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The part of a qualified name after its prefix.
  static func local(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
