extension BPMNWriter {
  /// Width of the pool's own header, left of or above the lanes.
  private static let poolHeader = 30

  /// The diagram interchange.
  func addDiagram(to root: XMLElement) {
    let diagram = root.append("BPMNDiagram", in: BPMNNames.diagram, [("id", "Diagram_1")])
    let plane = diagram.append(
      "BPMNPlane", in: BPMNNames.diagram, [("id", "Plane_1"), ("bpmnElement", names.collaboration)])
    addPool(to: plane)
    for (node, step) in zip(layout.nodes, chart.steps) { add(node, step, to: plane) }
    for edge in layout.edges where edge.points.count > 1 { add(edge, to: plane) }
    for (node, step) in zip(layout.nodes, chart.steps) { addPapers(node, step, to: plane) }
  }

  private func addPool(to plane: XMLElement) {
    let pool = BPMNWriter.pool(layout)
    let flag = layout.orientation == .horizontal ? "true" : "false"
    add(pool, to: shape(names.participant, plane, [("isHorizontal", flag)]))
    for (at, lane) in layout.lanes.enumerated() {
      add(lane.box, to: shape(names.lane(at), plane, [("isHorizontal", flag)]))
    }
  }

  /// The pool around the lanes of a layout.
  static func pool(_ layout: ChartLayout) -> Box {
    layout.orientation == .horizontal
      ? Box(x: -poolHeader, y: 0, width: layout.width + poolHeader, height: layout.height)
      : Box(x: 0, y: -poolHeader, width: layout.width, height: layout.height + poolHeader)
  }

  private func shape(_ id: String, _ plane: XMLElement, _ more: [(String, String?)] = []) -> XMLElement {
    plane.append("BPMNShape", in: BPMNNames.diagram, [("id", names.shape(id)), ("bpmnElement", id)] + more)
  }

  private func add(_ node: ChartLayout.Node, _ step: Step, to plane: XMLElement) {
    let isMarked = step.kind == .decision ? "true" : nil
    let element = shape(names.step(step.id), plane, [("isMarkerVisible", isMarked)])
    add(node.box, to: element)
    if let label = node.label { add(label.box, to: element.append("BPMNLabel", in: BPMNNames.diagram)) }
  }

  private func add(_ edge: ChartLayout.Edge, to plane: XMLElement) {
    let id = names.flow(edge.flow)
    let element = plane.append("BPMNEdge", in: BPMNNames.diagram, [("id", names.shape(id)), ("bpmnElement", id)])
    for point in edge.points { add(point, to: element) }
    if let label = edge.label { add(label.box, to: element.append("BPMNLabel", in: BPMNNames.diagram)) }
  }

  /// Each document as a small sheet left of its name.
  private func addPapers(_ node: ChartLayout.Node, _ step: Step, to plane: XMLElement) {
    guard let papers = node.papers else { return }
    for (at, text) in papers.documents.enumerated() {
      guard at < step.documents.count else {
        addNote(step, at - step.documents.count, text, tie: papers.tie, to: plane)
        continue
      }
      let id = names.paper(step.id, at)
      let element = shape(id, plane)
      add(Box(x: papers.box.x + 2, y: text.box.y, width: 10, height: text.box.height), to: element)
      add(text.box, to: element.append("BPMNLabel", in: BPMNNames.diagram))
      guard carriesPapers(step), papers.tie.count == 2 else { continue }
      let tie = names.tie(step.id, at)
      let edge = plane.append("BPMNEdge", in: BPMNNames.diagram, [("id", names.shape(tie)), ("bpmnElement", tie)])
      for point in papers.tie { add(point, to: edge) }
    }
  }

  private func addNote(_ step: Step, _ at: Int, _ text: TextBlock, tie: [Point], to plane: XMLElement) {
    add(text.box, to: shape(names.note(step.id, at), plane))
    guard tie.count == 2 else { return }
    let id = names.noteTie(step.id, at)
    let edge = plane.append("BPMNEdge", in: BPMNNames.diagram, [("id", names.shape(id)), ("bpmnElement", id)])
    for point in tie { add(point, to: edge) }
  }

  private func add(_ box: Box, to element: XMLElement) {
    element.append(
      "Bounds", in: BPMNNames.bounds,
      [("x", String(box.x)), ("y", String(box.y)), ("width", String(box.width)), ("height", String(box.height))])
  }

  private func add(_ point: Point, to element: XMLElement) {
    element.append("waypoint", in: BPMNNames.waypoint, [("x", String(point.x)), ("y", String(point.y))])
  }
}
