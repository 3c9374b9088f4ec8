/// Names of BPMN 2.0 (OMG formal/2011-01-03) and of the namespaces its files use.
enum BPMNWords {
  static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
  static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"
  static let bounds = "http://www.omg.org/spec/DD/20100524/DC"
  static let waypoint = "http://www.omg.org/spec/DD/20100524/DI"

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
  /// What our charts have a step for. The rest is shown as it came and cannot be edited.
  static let editable = tasks.union([
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "exclusiveGateway",
    "parallelGateway", "callActivity", "subProcess",
  ])
}
