import GuvenceCore

/// Every name of a BPMN 2.0 file (OMG formal/2011-01-03): namespaces, elements, and the ids our own files use. Those
/// follow from the chart's own ids, so two exports of a chart differ only where the chart does.
struct BPMNNames {
  static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
  static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"
  static let bounds = "http://www.omg.org/spec/DD/20100524/DC"
  static let waypoint = "http://www.omg.org/spec/DD/20100524/DI"
  static let own = "urn:guvence:internal-control:1"

  static let subProcesses: Set = ["subProcess", "adHocSubProcess", "transaction"]
  static let tasks: Set = [
    "task", "userTask", "serviceTask", "scriptTask", "manualTask", "sendTask", "receiveTask", "businessRuleTask",
  ]
  static let events: Set = [
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
  ]
  static let gateways: Set = [
    "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway",
  ]
  static let nodes = tasks.union(events).union(gateways).union(subProcesses).union(["callActivity"])
  static let flows: Set = [
    "sequenceFlow", "messageFlow", "association", "dataInputAssociation", "dataOutputAssociation", "conversationLink",
  ]
  static let artifacts: Set = [
    "dataObject", "dataObjectReference", "dataStoreReference", "dataStore", "dataInput", "dataOutput",
    "textAnnotation", "group",
  ]
  static let activities = tasks.union(subProcesses).union(["callActivity"])
  /// What our charts have a step for. The rest is shown as it came and cannot be edited.
  static let editable = tasks.union([
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "exclusiveGateway",
    "parallelGateway", "callActivity", "subProcess",
  ])

  let process: String
  let collaboration = "Collaboration_1"
  let participant = "Participant_1"

  init(code: String) { process = BPMNNames.process(code) }

  /// `TŞN-01` → `Process_tsn-01`: ASCII, as an XML name wants it.
  static func process(_ code: String) -> String {
    let folded = TurkishText.fold(code).map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
    return "Process_" + String(folded)
  }

  func lane(_ at: Int) -> String { "Lane_\(at + 1)" }
  func step(_ id: String) -> String { "Step_\(id)" }
  func flow(_ at: Int) -> String { "Flow_\(at + 1)" }
  func document(_ at: Int) -> String { "Document_\(at + 1)" }
  func paper(_ step: String, _ at: Int) -> String { "Paper_\(step)_\(at + 1)" }
  func tie(_ step: String, _ at: Int) -> String { "Tie_\(step)_\(at + 1)" }
  func note(_ step: String, _ at: Int) -> String { "Note_\(step)_\(at + 1)" }
  func noteTie(_ step: String, _ at: Int) -> String { "NoteTie_\(step)_\(at + 1)" }
  func shape(_ id: String) -> String { id + "_di" }
}

extension Step.Kind {
  /// The BPMN element it becomes.
  var bpmnElement: String {
    switch self {
    case .start: "startEvent"
    case .end: "endEvent"
    case .task, .document: "userTask"
    case .decision: "exclusiveGateway"
    case .split, .join: "parallelGateway"
    case .subprocess: "callActivity"
    case .wait: "intermediateCatchEvent"
    }
  }

  /// What a BPMN element becomes here; one with several arrows leaving may split.
  init(bpmnElement element: String, leaving: Int) {
    switch element {
    case "startEvent": self = .start
    case "endEvent": self = .end
    case "intermediateCatchEvent", "receiveTask": self = .wait
    case "parallelGateway": self = leaving > 1 ? .split : .join
    case let gateway where BPMNNames.gateways.contains(gateway): self = .decision
    case let activity where activity == "callActivity" || BPMNNames.subProcesses.contains(activity): self = .subprocess
    default: self = .task
    }
  }
}
