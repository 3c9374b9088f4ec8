/// A workflow chart (iş akış şeması) as a table: who does which step and what follows. The drawing is derived from it;
/// nobody places boxes.
public struct Chart: Hashable, Sendable {
  /// Roles in the order of their lanes. A role without steps still has its lane.
  public var lanes: [String]
  /// Steps in the user's order, which settles every tie.
  public var steps: [Step]
  /// What follows what.
  public var flows: [Flow]
  /// Risk points.
  public var risks: [RiskPoint]
  /// Control points.
  public var controls: [ControlPoint]

  /// A chart; `lanes` empty takes the roles of the steps in the order they first appear.
  public init(
    lanes: [String] = [], steps: [Step], flows: [Flow], risks: [RiskPoint] = [], controls: [ControlPoint] = []
  ) {
    (self.steps, self.flows, self.risks, self.controls) = (steps, flows, risks, controls)
    self.lanes = lanes
    var known = Set(lanes)
    for role in steps.compactMap(\.role) where known.insert(role).inserted { self.lanes.append(role) }
  }

  /// The step with this id.
  public func step(_ id: String) -> Step? { steps.first { $0.id == id } }

  /// Flows that leave the step, in order.
  public func flows(from id: String) -> [Flow] { flows.filter { $0.source == id } }

  /// Flows that reach the step, in order.
  public func flows(to id: String) -> [Flow] { flows.filter { $0.target == id } }

  /// Risk points of the step.
  public func risks(of id: String) -> [RiskPoint] { risks.filter { $0.step == id } }

  /// Control points of the step.
  public func controls(of id: String) -> [ControlPoint] { controls.filter { $0.step == id } }

  /// Every document named on a step, in order, once.
  public var documents: [String] { steps.flatMap(\.documents).uniqued }

  /// Every system named on a step, in order, once.
  public var systems: [String] { steps.compactMap(\.system).uniqued }
}

extension Sequence where Element: Hashable {
  /// Without repetitions, in the order first met.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
