/// A process of a BPMN file as a chart of ours, with the ids that lead back to the file.
public struct BPMNChart: Hashable, Sendable {
  /// The chart: the steps at the top of the process; what lies inside a sub-process stays in the file.
  public var chart: Chart
  /// Id of the process in the file.
  public let process: String
  /// Id of the element each step stands for.
  public let elements: [String: String]
  /// Id of the element each flow of the chart stands for, by position; `nil` where it leaves a boundary event, which
  /// has no step of its own.
  public let flows: [String?]
  /// Id of the lane each role stands for.
  public let lanes: [String: String]
  /// Steps whose element has no kind of step here: shown and kept, not edited.
  public let readOnly: Set<String>
}

extension BPMNFile {
  /// The process with the most nodes at its top, or the one with this id, as a chart; `nil` where there is none.
  public func chart(of process: String? = nil) -> BPMNChart? {
    let top = content.nodes.filter { $0.parent.isEmpty }
    let counts = Dictionary(grouping: top.filter { $0.element != "boundaryEvent" }, by: \.process).mapValues(\.count)
    let chosen =
      process
      ?? content.processes.map(\.id).max { left, right in (counts[left] ?? 0) < (counts[right] ?? 0) }
    guard let chosen, counts[chosen] != nil else { return nil }
    return ProcessAsChart(content, chosen, top.filter { $0.process == chosen }).result
  }
}

/// Turns the nodes of one process into steps.
private struct ProcessAsChart {
  private let content: BPMNContent
  private let process: String
  private let nodes: [BPMNContent.Node]
  private var steps: [String: String] = [:]
  private var roles: [String: String] = [:]
  private var lanes: [String: String] = [:]
  private var order: [String] = []
  private let sequence: [BPMNContent.Flow]
  private let leaving: [String: [BPMNContent.Flow]]
  private let data: [String: [BPMNContent.Artifact]]

  init(_ content: BPMNContent, _ process: String, _ nodes: [BPMNContent.Node]) {
    (self.content, self.process, self.nodes) = (content, process, nodes)
    sequence = content.flows.filter { $0.element == "sequenceFlow" && $0.process == process }
    leaving = Dictionary(grouping: sequence) { $0.sources.first ?? "" }
    data = Self.data(content)
    nameSteps()
    nameRoles()
  }

  /// Step ids: the file's own where they may be ours.
  private mutating func nameSteps() {
    var taken: Set<String> = []
    for node in nodes where node.element != "boundaryEvent" {
      var id = Step.isID(node.id) ? node.id : String(node.id.unicodeScalars.map(Self.asID))
      if id.isEmpty { id = "s" }
      let base = id
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(base).\(number)"
        number += 1
      }
      if steps[node.id] == nil { steps[node.id] = id }
    }
  }

  private static func asID(_ scalar: Unicode.Scalar) -> Character {
    Step.isID(String(scalar)) ? Character(scalar) : "_"
  }

  /// Roles: the innermost lanes by name, or the pool's name where there are no lanes.
  private mutating func nameRoles() {
    let own = content.lanes.filter { $0.process == process }
    let outer = Set(own.map(\.parent))
    let pool = content.pools.first { $0.process == process }?.name ?? ""
    var taken: Set<String> = []
    for lane in own where !outer.contains(lane.id) {
      let base = oneLine([lane.name, pool, lane.id].first { !$0.isEmpty } ?? "")
      var role = base
      var number = 2
      while !taken.insert(role).inserted {
        role = "\(base) (\(number))"
        number += 1
      }
      order.append(role)
      lanes[role] = lane.id
      for member in lane.members { roles[member] = role }
    }
    if own.isEmpty, !pool.isEmpty {
      order = [oneLine(pool)]
      for node in nodes { roles[node.id] = oneLine(pool) }
    }
  }

  var result: BPMNChart {
    let known = inReadingOrder(nodes.filter { $0.element != "boundaryEvent" })
    let hosts = Dictionary(nodes.map { ($0.id, $0.host) }) { first, _ in first }
    var flows: [Flow] = []
    var elements: [String?] = []
    for flow in sequence {
      guard let from = flow.sources.first, let to = flow.targets.first, let target = steps[to] else { continue }
      if let source = steps[from] {
        flows.append(Flow(source, target, label: oneLine(flow.name)))
        elements.append(flow.id)
      } else if let host = hosts[from], let source = steps[host] {
        let event = nodes.first { $0.id == from }?.name ?? ""
        flows.append(Flow(source, target, label: oneLine(flow.name.isEmpty ? event : flow.name)))
        elements.append(nil)
      }
    }
    return BPMNChart(
      chart: Chart(lanes: order, steps: known.compactMap(step), flows: flows), process: process,
      elements: Dictionary(steps.map { ($0.value, $0.key) }) { first, _ in first }, flows: elements, lanes: lanes,
      readOnly: Set(known.filter { !BPMNNames.editable.contains($0.element) }.compactMap { steps[$0.id] }))
  }

  /// Breadth first from the starts along the flows; what cannot be reached follows in the file's order.
  private func inReadingOrder(_ known: [BPMNContent.Node]) -> [BPMNContent.Node] {
    let byID = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    var sorted: [BPMNContent.Node] = []
    for root in known.filter({ $0.element == "startEvent" }) + known where seen.insert(root.id).inserted {
      var at = sorted.count
      sorted.append(root)
      while at < sorted.count {
        for flow in leaving[sorted[at].id] ?? [] {
          if let target = flow.targets.first.flatMap({ byID[$0] }), seen.insert(target.id).inserted {
            sorted.append(target)
          }
        }
        at += 1
      }
    }
    return sorted
  }

  private func step(_ node: BPMNContent.Node) -> Step? {
    guard let id = steps[node.id] else { return nil }
    let documents = data(of: node.id, ["dataObjectReference", "dataObject"])
    let systems = data(of: node.id, ["dataStoreReference", "dataStore"])
    return Step(
      id: id, kind: kind(node), role: roles[node.id], name: oneLine(node.name), documents: documents,
      system: systems.first, calls: node.calls.isEmpty ? nil : node.calls)
  }

  /// The data each node reads or writes, in the order of the associations.
  private static func data(_ content: BPMNContent) -> [String: [BPMNContent.Artifact]] {
    let artifacts = Dictionary(content.artifacts.map { ($0.id, $0) }) { first, _ in first }
    var data: [String: [BPMNContent.Artifact]] = [:]
    for flow in content.flows where !flow.owner.isEmpty {
      data[flow.owner, default: []] += (flow.sources + flow.targets).compactMap { artifacts[$0] }
    }
    return data
  }

  private func data(of node: String, _ elements: Set<String>) -> [String] {
    (data[node] ?? []).filter { elements.contains($0.element) && !$0.name.isEmpty }.map { oneLine($0.name) }.uniqued
  }

  private func kind(_ node: BPMNContent.Node) -> Step.Kind {
    Step.Kind(bpmnElement: node.element, leaving: leaving[node.id]?.count ?? 0)
  }

  /// Names are often broken over lines to fit their box.
  private func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
