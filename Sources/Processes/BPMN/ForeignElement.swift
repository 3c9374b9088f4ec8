import GuvenceCore

/// An element of a BPMN file that our charts have no place for, or show as a step that cannot be edited. It stays in the
/// file as it came.
public struct ForeignElement: Hashable, Sendable {
  /// Where it is.
  public enum Place: Hashable, Sendable {
    /// A step of the chart stands for it, with this id.
    case step(String)
    /// In a sub-process, or on the edge of a step, of this name.
    case inside(String)
    /// In another process or pool of the file, of this name.
    case elsewhere(String)
    /// Beside the steps of the chart.
    case beside

    /// The place in words.
    public func words(_ language: Language) -> String {
      let text =
        switch self {
        case .step: Localized("şemanın adımı", "a step of the chart")
        case .inside(let name):
          Localized(
            "«\(name.shortened())» adımının içinde ya da üzerinde", "in or on the step «\(name.shortened())»")
        case .elsewhere(let name):
          Localized("«\(name.shortened())» sürecinde", "in the process «\(name.shortened())»")
        case .beside: Localized("adımların yanında", "beside the steps")
        }
      return text(language)
    }
  }

  /// Id in the file; may be empty.
  public let id: String
  /// The element's name in BPMN: `inclusiveGateway`.
  public let element: String
  /// Its name; may be empty.
  public let name: String
  /// Where it is.
  public let place: Place

  /// An element.
  public init(id: String, element: String, name: String, place: Place) {
    (self.id, self.element, self.name, self.place) = (id, element, name, place)
  }

  /// The step that stands for it; `nil` where none does.
  public var step: String? { if case .step(let id) = place { id } else { nil } }

  /// What it is, in words: «Kapsayıcı geçit».
  public var kind: Localized { BPMNKinds.name(element) }

  /// Its name, or its id where it has none.
  public var title: String { name.isEmpty ? id : name }
}

extension BPMNFile {
  /// What the file holds besides the chart that `chart(of:)` gives: read-only steps first, then the rest in the order
  /// of the file. Papers and systems that stand with their steps are not among it.
  public func foreign(of process: String? = nil) -> [ForeignElement] {
    let chart = chart(of: process)
    return ForeignElements(content, chart).all
  }
}

/// Collects what a chart leaves out of a file.
private struct ForeignElements {
  private let content: BPMNContent
  private let chart: BPMNChart?
  private let names: [String: String]
  private let processes: [String: String]

  init(_ content: BPMNContent, _ chart: BPMNChart?) {
    (self.content, self.chart) = (content, chart)
    names = Dictionary(
      content.nodes.map { ($0.id, $0.name.isEmpty ? $0.id : $0.name.collapsed) }, uniquingKeysWith: { a, _ in a }
    )
    processes = Dictionary(
      content.processes.map { ($0.id, $0.name.isEmpty ? $0.id : $0.name.collapsed) },
      uniquingKeysWith: { a, _ in a })
  }

  var all: [ForeignElement] { readOnlySteps + nodes + pools + flows + artifacts }

  private var readOnlySteps: [ForeignElement] {
    guard let chart else { return [] }
    return chart.chart.steps.filter { chart.readOnly.contains($0.id) }.compactMap { step in
      chart.places.steps[step.id].map { at in
        ForeignElement(
          id: content.nodes[at].id, element: content.nodes[at].element, name: step.name, place: .step(step.id))
      }
    }
  }

  private var nodes: [ForeignElement] {
    content.nodes.compactMap { node in
      let place: ForeignElement.Place
      if node.process != chart?.process {
        place = .elsewhere(processes[node.process] ?? node.process)
      } else if !node.parent.isEmpty {
        place = .inside(names[node.parent] ?? node.parent)
      } else if node.element == "boundaryEvent" {
        place = .inside(names[node.host] ?? node.host)
      } else {
        return nil
      }
      return ForeignElement(id: node.id, element: node.element, name: node.name.collapsed, place: place)
    }
  }

  private var pools: [ForeignElement] {
    content.pools.filter { $0.process.isEmpty }.map {
      ForeignElement(id: $0.id, element: "participant", name: $0.name.collapsed, place: .beside)
    }
  }

  private var flows: [ForeignElement] {
    content.flows.filter { $0.element == "messageFlow" || $0.element == "conversationLink" }.map {
      ForeignElement(id: $0.id, element: $0.element, name: $0.name.collapsed, place: .beside)
    }
  }

  /// Notes of ours say again what the chart's risks and controls say.
  private var artifacts: [ForeignElement] {
    let tied = Set(content.flows.filter { !$0.owner.isEmpty }.flatMap { $0.sources + $0.targets })
    return content.artifacts.filter { artifact in
      switch artifact.element {
      case "textAnnotation": !artifact.isOwn
      case "group": true
      case "dataObjectReference", "dataStoreReference": !artifact.isOwn && !tied.contains(artifact.id)
      default: false
      }
    }.map {
      let place: ForeignElement.Place =
        $0.process.isEmpty || $0.process == chart?.process
        ? .beside : .elsewhere(processes[$0.process] ?? $0.process)
      return ForeignElement(id: $0.id, element: $0.element, name: $0.name.collapsed, place: place)
    }
  }
}
