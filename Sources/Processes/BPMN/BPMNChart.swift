import GuvenceCore

/// A process of a BPMN file as a chart of ours, with the ids that lead back to the file.
public struct BPMNChart: Sendable {
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
  /// The card that our own extension carries; `nil` in files of others.
  public let card: ProcessCard?
  /// Places of the steps, flows and roles among the nodes, flows and lanes of the content.
  let places: (steps: [String: Int], flows: [Int], lanes: [String: Int])
  /// Whether our own extension says in which order the flows come.
  let isOrderedByUs: Bool
}

extension BPMNContent {
  func chart(of process: String?) -> BPMNChart? {
    let top = nodes.filter { $0.parent.isEmpty }
    let counts = Dictionary(grouping: top.filter { $0.element != "boundaryEvent" }, by: \.process).mapValues(\.count)
    let chosen =
      process
      ?? processes.map(\.id).max { left, right in (counts[left] ?? 0) < (counts[right] ?? 0) }
    guard let chosen, counts[chosen] != nil, let process = processes.first(where: { $0.id == chosen }) else {
      return nil
    }
    return ProcessAsChart(self, process).result
  }
}

/// Turns the nodes of one process into steps.
private struct ProcessAsChart {
  private typealias Placed<Value> = (at: Int, value: Value)

  private let content: BPMNContent
  private let process: BPMNContent.Process
  private let nodes: [Placed<BPMNContent.Node>]
  private var steps: [String: String] = [:]
  private var places: [String: Int] = [:]
  private var roles: [String: String] = [:]
  private var lanes: [String: Int] = [:]
  /// Nodes in a lane that stands for nobody.
  private var unassigned: Set<String> = []
  private var order: [String] = []
  private let sequence: [Placed<BPMNContent.Flow>]
  private let leaving: [String: [BPMNContent.Flow]]
  private let data: [String: [BPMNContent.Artifact]]

  init(_ content: BPMNContent, _ process: BPMNContent.Process) {
    (self.content, self.process) = (content, process)
    nodes = content.nodes.enumerated().filter { $1.parent.isEmpty && $1.process == process.id }
      .map { (at: $0.offset, value: $0.element) }
    let flows = content.flows.enumerated().filter { $1.element == "sequenceFlow" && $1.process == process.id }
      .map { (at: $0.offset, value: $0.element) }
    leaving = Dictionary(grouping: flows.map(\.value)) { $0.sources.first ?? "" }
    let own = process.own?.order("flows") ?? [:]
    sequence =
      own.isEmpty ? flows : flows.sorted { (own[$0.value.id] ?? .max, $0.at) < (own[$1.value.id] ?? .max, $1.at) }
    data = Self.data(content)
    nameSteps()
    nameRoles()
  }

  /// Step ids: those of our own extension first, then the file's where they may be ours.
  private mutating func nameSteps() {
    var names = FreeNames()
    for isOwn in [true, false] {
      for (at, node) in nodes where node.element != "boundaryEvent" && steps[node.id] == nil {
        var id = node.own?["id"] ?? ""
        if isOwn, !Step.isID(id) || names.has(id) { continue }
        if !isOwn { id = Self.stepID(node.id) }
        id = names.take(id.isEmpty ? "s" : id) { "\($0).\($1)" }
        steps[node.id] = id
        places[id] = at
      }
    }
  }

  /// An id of ours like one of the file, no longer than it has to be to tell them apart.
  private static func stepID(_ id: String) -> String {
    String(id.unicodeScalars.prefix(1000).map { Step.isID(String($0)) ? Character($0) : "_" })
  }

  /// Roles: the innermost lanes by name, or the pool's name where there are no lanes.
  private mutating func nameRoles() {
    let places = process.own?.order("lanes") ?? [:]
    let own = content.lanes.enumerated().filter { $1.process == process.id }
      .sorted { (places[$0.element.id] ?? .max, $0.offset) < (places[$1.element.id] ?? .max, $1.offset) }
    let outer = Set(own.map(\.element.parent))
    let pool = (content.pools.first { $0.process == process.id }?.name ?? "").collapsed
    var names = FreeNames()
    for (at, lane) in own where !outer.contains(lane.id) {
      if lane.own?["unassigned"] == "true" {
        unassigned.formUnion(lane.members)
        continue
      }
      let name = BPMNOwn.name(lane.own, lane.name)
      let role = names.take([name, pool, lane.id].first { !$0.isEmpty } ?? "") { "\($0) (\($1))" }
      order.append(role)
      lanes[role] = at
      for member in lane.members { roles[member] = role }
    }
    if own.isEmpty, !pool.isEmpty {
      order = [pool]
      for node in nodes { roles[node.value.id] = pool }
    }
  }

  var result: BPMNChart {
    let known = inOrder
    let (flows, ends) = flows
    let chart = Chart(
      lanes: order, steps: known.compactMap(step), flows: flows.map(\.flow), risks: process.own?.risks ?? [],
      controls: process.own?.controls ?? [])
    return BPMNChart(
      chart: chart, process: process.id, elements: places.mapValues { content.nodes[$0].id },
      flows: zip(flows, ends).map { $1 ? content.flows[$0.at].id : nil },
      lanes: lanes.mapValues { content.lanes[$0].id },
      readOnly: Set(known.filter { !BPMNNames.editable.contains($0.element) }.compactMap { steps[$0.id] }),
      card: process.own?.card(process), places: (places, flows.map(\.at), lanes),
      isOrderedByUs: process.own?.order("flows").isEmpty == false)
  }

  /// Flows between steps, and whether each leaves a step rather than a boundary event.
  private var flows: ([(at: Int, flow: Flow)], [Bool]) {
    let hosts = Dictionary(nodes.map { ($0.value.id, $0.value) }) { first, _ in first }
    var flows: [(at: Int, flow: Flow)] = []
    var isOfStep: [Bool] = []
    for (at, flow) in sequence {
      guard let from = flow.sources.first, let to = flow.targets.first, let target = steps[to] else { continue }
      let label = BPMNOwn.name(flow.own, flow.name)
      if let source = steps[from] {
        flows.append((at, Flow(source, target, label: label)))
        isOfStep.append(true)
      } else if let event = hosts[from], let source = steps[event.host] {
        flows.append((at, Flow(source, target, label: label.isEmpty ? event.name.collapsed : label)))
        isOfStep.append(false)
      }
    }
    return (flows, isOfStep)
  }

  /// In the order our own extension gives; else, or what it does not name, in reading order.
  private var inOrder: [BPMNContent.Node] {
    let known = inReadingOrder(nodes.map(\.value).filter { $0.element != "boundaryEvent" })
    guard let own = process.own?.order("steps"), !own.isEmpty else { return known }
    return known.enumerated().sorted { left, right in
      (own[steps[left.element.id] ?? ""] ?? .max, left.offset) < (
        own[steps[right.element.id] ?? ""] ?? .max, right.offset
      )
    }.map(\.element)
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
    var step = Step(
      id: id, kind: Step.Kind(bpmnElement: node.element, leaving: leaving[node.id]?.count ?? 0),
      role: unassigned.contains(node.id) ? node.own?["role"] : roles[node.id], name: BPMNOwn.name(node.own, node.name),
      documents: data(of: node.id, ["dataObjectReference", "dataObject"]),
      system: data(of: node.id, ["dataStoreReference", "dataStore"]).first, calls: node.calls.isEmpty ? nil : node.calls
    )
    node.own?.complete(&step, element: node.element)
    return step
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
    (data[node] ?? []).filter { elements.contains($0.element) && !$0.name.isEmpty }.map { $0.name.collapsed }
      .uniqued
  }
}

/// Names given once each: the second of a kind gets a number.
private struct FreeNames {
  private var taken: Set<String> = []
  private var last: [String: Int] = [:]

  func has(_ name: String) -> Bool { taken.contains(name) }

  mutating func take(_ base: String, _ numbered: (String, Int) -> String) -> String {
    var name = base
    while !taken.insert(name).inserted {
      last[base, default: 1] += 1
      name = numbered(base, last[base, default: 2])
    }
    return name
  }
}
