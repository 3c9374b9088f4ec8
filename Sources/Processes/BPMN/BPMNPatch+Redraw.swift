import GuvenceCore

/// The whole process laid out anew, by choice.
extension BPMNPatch {
  /// Draws the process as the layouter does; refuses where the drawing holds what the layouter does not know.
  func redraw(_ orientation: Orientation) {
    let content = BPMNReading(root).content
    let nodes = content.nodes.filter { $0.process == base.process }
    let lanes = content.lanes.filter { $0.process == base.process }
    let pool = content.pools.first { $0.process == base.process }?.id
    let plane =
      BPMNPlane(root, nodes: Set(nodes.filter(\.parent.isEmpty).map(\.id)), lanes: nil)
      ?? newPlane(pool ?? base.process)
    guard let plane else { return }
    let strangers =
      nodes.filter { !$0.parent.isEmpty && $0.process == base.process }.map(\.id)
      + content.pools.map(\.id).filter { $0 != pool }
    guard !strangers.contains(where: { plane.boxes[$0] != nil }), lanes.allSatisfy(\.parent.isEmpty) else {
      return refuse(
        plane.element.line, "redraw",
        Localized(
          "Çizimde başka havuzlar, iç içe kulvarlar ya da açık alt süreçler var; yeniden çizilemez",
          "The drawing holds other pools, nested lanes or open sub-processes; it cannot be drawn anew"),
        Localized(
          "Çizimi olduğu gibi bırakın ya da şemayı yeni bir BPMN dosyası olarak dışa aktarın.",
          "Leave the drawing as it is, or export the chart as a new BPMN file."))
    }
    let options = LayoutOptions(orientation, symbols: .bpmn, seed: base.process)
    guard let layout = ChartLayouter.layout(wanted, options) else {
      return refuse(
        1, "redraw",
        Localized(
          "Şemada \(ChartLayouter.maximumSteps) adımdan çok var; yeniden çizilemez",
          "The chart has more than \(ChartLayouter.maximumSteps) steps; it cannot be drawn anew"),
        Localized("Alt süreçlere bölün.", "Split it into sub-processes."))
    }
    let old = plane.boxes
    drawFrames(layout, plane, pool, Set(lanes.map(\.id)))
    drawSteps(layout, plane)
    carryRest(content, plane, old, but: drawPapers(layout, plane, content))
  }

  private func newPlane(_ element: String) -> BPMNPlane? {
    for (prefix, address) in [("bpmndi", BPMNNames.diagram), ("dc", BPMNNames.bounds), ("di", BPMNNames.waypoint)] {
      tree.declare(prefix, address)
    }
    let diagram = root.append("BPMNDiagram", in: BPMNNames.diagram, [("id", newID("Diagram_1"))])
    let plane = diagram.append(
      "BPMNPlane", in: BPMNNames.diagram, [("id", newID("Plane_1")), ("bpmnElement", element)])
    return BPMNPlane(plane)
  }

  private func drawFrames(_ layout: ChartLayout, _ plane: BPMNPlane, _ pool: String?, _ drawn: Set<String>) {
    let isHorizontal = layout.orientation == .horizontal
    let flag: [(String, String?)] = [("isHorizontal", isHorizontal ? "true" : "false")]
    if let pool {
      let box = BPMNWriter.pool(layout)
      plane.put(pool, newID(pool + "_di"), DrawnBox(box), flag)
      plane.shapes[pool]?.set("isHorizontal", flag[0].1)
    }
    let current = current?.lanes ?? [:]
    for lane in layout.lanes {
      guard let id = current[lane.role], drawn.contains(id) else { continue }
      plane.put(id, newID(id + "_di"), DrawnBox(lane.box), flag)
      plane.shapes[id]?.set("isHorizontal", flag[0].1)
    }
  }

  private func drawSteps(_ layout: ChartLayout, _ plane: BPMNPlane) {
    let read = current
    for node in layout.nodes {
      guard let id = read?.elements[node.id], let kind = steps[node.id]?.name ?? element(node.id)?.name else {
        continue
      }
      plane.put(id, newID(id + "_di"), DrawnBox(node.box))
      plane.shapes[id]?.set("isMarkerVisible", kind == "exclusiveGateway" ? "true" : nil)
      plane.label(id, node.label.map { DrawnBox($0.box) })
    }
    for edge in layout.edges where edge.points.count > 1 {
      guard let id = read?.flows[edge.flow] else { continue }
      plane.lead(id, newID(id + "_di"), edge.points.map(DrawnPoint.init))
      plane.label(id, edge.label.map { DrawnBox($0.box) })
    }
  }

  /// Documents where the layouter kept room for them; answers with their ids.
  private func drawPapers(_ layout: ChartLayout, _ plane: BPMNPlane, _ content: BPMNContent) -> Set<String> {
    let elements = current?.elements ?? [:]
    let names = Dictionary(content.artifacts.map { ($0.id, $0.name.collapsed) }) { first, _ in first }
    let ties = Dictionary(grouping: content.flows.filter { $0.element == "dataOutputAssociation" }, by: \.owner)
    var drawn: Set<String> = []
    for (node, step) in zip(layout.nodes, wanted.steps) {
      guard let papers = node.papers, let id = elements[step.id] else { continue }
      for (name, text) in zip(step.documents, papers.documents) {
        let tie = ties[id]?.first { names[$0.targets.first ?? ""] == name.collapsed }
        guard let tie, let paper = tie.targets.first, drawn.insert(paper).inserted else { continue }
        let box = Box(x: papers.box.x + 2, y: text.box.y, width: 10, height: text.box.height)
        plane.put(paper, newID(paper + "_di"), DrawnBox(box))
        plane.label(paper, DrawnBox(text.box))
        if papers.tie.count == 2 { plane.lead(tie.id, newID(tie.id + "_di"), papers.tie.map(DrawnPoint.init)) }
        drawn.insert(tie.id)
      }
    }
    return drawn
  }

  private func element(_ step: String) -> XMLElement? { base.places.steps[step].map { reading.nodes[$0] } }

  /// What the layouter does not know moves with the step it belongs to; its arrows are led anew.
  private func carryRest(_ content: BPMNContent, _ plane: BPMNPlane, _ old: [String: DrawnBox], but drawn: Set<String>)
  {
    var moved = drawn
    var riders: [String: Double] = [:]
    for node in content.nodes where !node.host.isEmpty && node.process == base.process {
      guard let host = plane.boxes[node.host] else { continue }
      riders[node.host, default: 0] += 1
      let x = host.right - 8 - 40 * (riders[node.host] ?? 1)
      plane.put(node.id, newID(node.id + "_di"), DrawnBox(x: x, y: host.bottom - 18, width: 36, height: 36))
      moved.insert(node.id)
    }
    let read = current
    let steps = Set(wanted.steps.compactMap { read?.elements[$0.id] })
    for flow in content.flows where flow.element != "sequenceFlow" {
      let ends = (flow.sources + flow.targets + [flow.owner]).filter { plane.boxes[$0] != nil }
      guard let step = ends.first(where: steps.contains), let now = plane.boxes[step] else { continue }
      for other in ends where !steps.contains(other) && moved.insert(other).inserted {
        guard let box = old[other], let before = old[step] else { continue }
        let (x, y) = (box.x + now.middle.x - before.middle.x, box.y + now.middle.y - before.middle.y)
        plane.put(other, other, DrawnBox(x: x, y: y, width: box.width, height: box.height))
      }
    }
    let known = Set(read?.flows.compactMap(\.self) ?? [])
    for flow in content.flows where plane.edges[flow.id] != nil && !known.contains(flow.id) && !drawn.contains(flow.id)
    {
      guard let from = plane.boxes[flow.sources.first ?? flow.owner],
        let to = plane.boxes[flow.targets.first ?? flow.owner]
      else { continue }
      plane.lead(flow.id, flow.id, BPMNRoute(source: from, target: to, obstacles: [], others: []).points)
    }
  }
}

extension DrawnBox {
  init(_ box: Box) {
    self.init(x: Double(box.x), y: Double(box.y), width: Double(box.width), height: Double(box.height))
  }
}

extension DrawnPoint {
  init(_ point: Point) { self.init(x: Double(point.x), y: Double(point.y)) }
}
