import GuvenceCore

/// Writes a process as BPMN 2.0 (OMG formal/2011-01-03): pool, lanes, steps, flows, data objects and their diagram
/// interchange. What BPMN has no place for — numbers, systems, tags, risks, controls — goes to `extensionElements`
/// under our own namespace, which other tools keep and ignore.
public struct BPMNWriter {
  /// Address of our extension.
  public static let namespace = BPMNNames.own

  let process: WorkProcess
  let layout: ChartLayout
  let names: BPMNNames
  let chart: Chart

  private init(_ process: WorkProcess, _ layout: ChartLayout) {
    (self.process, self.layout, chart) = (process, layout, process.chart)
    names = BPMNNames(code: process.card.code)
  }

  /// The file's bytes; `nil` where the chart has more steps than are laid out. Steps or flows whose ends are missing
  /// are left out of the file.
  ///
  /// With `annotations` risks and controls also stand beside their steps as notes, for programs that do not know our
  /// extension.
  public static func bytes(
    _ process: WorkProcess, _ orientation: Orientation = .horizontal, annotations: Bool = false
  ) -> [UInt8]? {
    let options = LayoutOptions(orientation, symbols: .bpmn, seed: process.card.code)
    let chart = annotations ? withNotes(process.chart) : process.chart
    guard let layout = ChartLayouter.layout(chart, options) else { return nil }
    return bytes(process, layout, annotations: annotations)
  }

  /// Notes take room as documents do.
  private static func withNotes(_ chart: Chart) -> Chart {
    var chart = chart
    for at in chart.steps.indices {
      chart.steps[at].documents += BPMNNote.of(chart.steps[at], in: chart).map(\.text)
    }
    return chart
  }

  /// The file's bytes for a layout made with BPMN symbols.
  public static func bytes(_ process: WorkProcess, _ layout: ChartLayout) -> [UInt8]? {
    bytes(process, layout, annotations: false)
  }

  private static func bytes(_ process: WorkProcess, _ layout: ChartLayout, annotations: Bool) -> [UInt8]? {
    let writer = BPMNWriter(process, layout)
    let tree = XMLTree(
      "definitions",
      namespaces: [
        ("", BPMNNames.model), ("bpmndi", BPMNNames.diagram), ("dc", BPMNNames.bounds), ("di", BPMNNames.waypoint),
        ("guvence", BPMNNames.own),
      ])
    guard let tree, let root = tree.root else { return nil }
    root.set("id", "Definitions_1")
    root.set("name", process.card.name.turkish)
    root.set("targetNamespace", "urn:guvence:process")
    root.set("exporter", "Güvence")
    writer.addCollaboration(to: root)
    writer.addProcess(to: root, annotations)
    writer.addDiagram(to: root)
    return tree.bytes(indented: true)
  }

  private func addCollaboration(to root: XMLElement) {
    let collaboration = root.append("collaboration", [("id", names.collaboration)])
    collaboration.append(
      "participant",
      [("id", names.participant), ("name", process.card.name.turkish), ("processRef", names.process)])
  }

  private func addProcess(to root: XMLElement, _ annotations: Bool) {
    let element = root.append(
      "process",
      [("id", names.process), ("name", process.card.name.turkish), ("isExecutable", "false")])
    if !process.card.purpose.turkish.isEmpty {
      element.append("documentation", text: process.card.purpose.turkish)
    }
    addCard(to: element)
    addLanes(to: element)
    for step in chart.steps { add(step, to: element) }
    for (at, flow) in drawnFlows {
      let arrow = element.append(
        "sequenceFlow",
        [
          ("id", names.flow(at)), ("name", flow.label), ("sourceRef", names.step(flow.source)),
          ("targetRef", names.step(flow.target)),
        ])
      if let exact = BPMNOwn.beside(flow.label) {
        arrow.append("extensionElements").append("flow", in: BPMNNames.own, [("name", exact)])
      }
    }
    addDocuments(to: element)
    if annotations { addNotes(to: element) }
  }

  /// The card, the order of the steps, risks and controls.
  private func addCard(to element: XMLElement) {
    let own = element.append("extensionElements").append("process", in: BPMNNames.own)
    own.fill(process.card)
    own.fill(
      chart, order: (chart.lanes.indices.map(names.lane), chart.steps.map(\.id), drawnFlows.map { names.flow($0.at) }))
  }

  private func addLanes(to element: XMLElement) {
    let set = element.append("laneSet", [("id", "LaneSet_1")])
    for (at, lane) in layout.lanes.enumerated() {
      let own = set.append("lane", [("id", names.lane(at)), ("name", lane.role)])
      let isNobody = at >= chart.lanes.count
      if isNobody || BPMNOwn.beside(lane.role) != nil {
        own.append("extensionElements").append(
          "lane", in: BPMNNames.own, [("unassigned", isNobody ? "true" : nil), ("name", BPMNOwn.beside(lane.role))])
      }
      for step in chart.steps where laneIndex(step) == at {
        own.append("flowNodeRef", text: names.step(step.id))
      }
    }
  }

  /// The lane of a step: its role's, or the nameless last one.
  private func laneIndex(_ step: Step) -> Int {
    step.role.flatMap { role in chart.lanes.firstIndex(of: role) } ?? layout.lanes.count - 1
  }

  /// Flows both of whose ends are there, with their place in the chart.
  var drawnFlows: [(at: Int, flow: Flow)] {
    let ids = Set(chart.steps.map(\.id))
    return chart.flows.enumerated().filter { ids.contains($1.source) && ids.contains($1.target) }
      .map { (at: $0.offset, flow: $0.element) }
  }
}
