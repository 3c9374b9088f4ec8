import GuvenceCore

/// Ids of a BPMN file. They follow from the chart's own ids, so two exports of a chart differ only where the chart does.
struct BPMNNames {
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
  func shape(_ id: String) -> String { id + "_di" }
}

extension Step.Kind {
  /// The BPMN element it becomes.
  var bpmnElement: StaticString {
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
}
