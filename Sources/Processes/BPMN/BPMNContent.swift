/// What a BPMN 2.0 file says, as values: elements, flows, lanes, and where they are drawn. Ids are those of the file.
public struct BPMNContent: Hashable, Sendable {
  /// A process, or a pool's view of one.
  public struct Process: Hashable, Sendable {
    /// Id in the file.
    public let id: String
    /// Its name; that of its pool where it has none.
    public let name: String
    /// Its documentation; may be empty.
    public let documentation: String
    let own: BPMNOwn?
  }

  /// A pool (participant).
  public struct Pool: Hashable, Sendable {
    /// Id in the file.
    public let id: String
    /// Its name; may be empty.
    public let name: String
    /// The process it contains; empty for a closed pool.
    public let process: String
  }

  /// A lane.
  public struct Lane: Hashable, Sendable {
    /// Id in the file.
    public let id: String
    /// Its name; may be empty.
    public let name: String
    /// The process it belongs to.
    public let process: String
    /// The lane around it; empty for an outermost one.
    public let parent: String
    /// Ids of the nodes in it, in the file's order.
    public let members: [String]
    let own: BPMNOwn?
  }

  /// A flow node: event, task, gateway, sub-process.
  public struct Node: Hashable, Sendable {
    /// Id in the file.
    public let id: String
    /// The element's name in BPMN: `userTask`.
    public let element: String
    /// Its name; may be empty.
    public let name: String
    /// The process it belongs to.
    public let process: String
    /// The sub-process it lies in; empty at the top.
    public let parent: String
    /// Event definitions of an event: `timerEventDefinition`.
    public let triggers: [String]
    /// Name of the link of an event that goes on at another event of that name; `nil` for other nodes.
    public let link: String?
    /// The node a boundary event sits on; empty elsewhere.
    public let host: String
    /// The process a call activity calls; empty elsewhere.
    public let calls: String
    /// Line in the file.
    public let line: Int
    let own: BPMNOwn?
  }

  /// An arrow.
  public struct Flow: Hashable, Sendable {
    /// Id in the file.
    public let id: String
    /// The element's name in BPMN: `sequenceFlow`, `messageFlow`, `association`, `dataInputAssociation` …
    public let element: String
    /// Its label; may be empty.
    public let name: String
    /// The process it belongs to; empty for what joins pools.
    public let process: String
    /// The node that holds a data association; empty elsewhere.
    public let owner: String
    /// Ids it starts from.
    public let sources: [String]
    /// Ids it reaches.
    public let targets: [String]
    /// Line in the file.
    public let line: Int
    let own: BPMNOwn?
  }

  /// A data object, data store, text annotation or group.
  public struct Artifact: Hashable, Sendable {
    /// Id in the file.
    public let id: String
    /// The element's name in BPMN: `dataObjectReference`.
    public let element: String
    /// Its name or text.
    public let name: String
    /// The process it belongs to; empty outside of one.
    public let process: String
    /// Whether it stands for a paper, a risk or a control of ours.
    let isOwn: Bool
  }

  /// A rectangle as the file has it.
  public struct Bounds: Hashable, Sendable {
    /// Left side.
    public let x: Double
    /// Upper side.
    public let y: Double
    /// Width.
    public let width: Double
    /// Height.
    public let height: Double
  }

  /// Where an element is drawn.
  public struct Shape: Hashable, Sendable {
    /// Id of the shape.
    public let id: String
    /// Id of the element.
    public let element: String
    /// Its rectangle.
    public let bounds: Bounds
    /// Whether a pool or lane lies; `nil` where the file does not say.
    public let isHorizontal: Bool?
    /// Where its label stands; `nil` where the file does not say.
    public let label: Bounds?
  }

  /// How an arrow is drawn.
  public struct Edge: Hashable, Sendable {
    /// Id of the edge.
    public let id: String
    /// Id of the flow.
    public let element: String
    /// Its points, x and y in turn.
    public let waypoints: [Double]
    /// Where its label stands; `nil` where the file does not say.
    public let label: Bounds?
  }

  /// Processes in the file's order.
  public var processes: [Process] = []
  /// Pools.
  public var pools: [Pool] = []
  /// Lanes, an outer one before the ones inside.
  public var lanes: [Lane] = []
  /// Flow nodes, a sub-process before what lies in it.
  public var nodes: [Node] = []
  /// Arrows of every kind.
  public var flows: [Flow] = []
  /// Data and notes.
  public var artifacts: [Artifact] = []
  /// Drawn shapes, over all diagrams.
  public var shapes: [Shape] = []
  /// Drawn arrows, over all diagrams.
  public var edges: [Edge] = []
  /// Number of diagrams.
  public var diagrams = 0
}
