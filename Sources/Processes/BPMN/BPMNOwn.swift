import GuvenceCore

/// An element of our own extension as it stands in a file: what BPMN has no place for.
struct BPMNOwn: Hashable, Sendable {
  let name: String
  let attributes: [String: String]
  /// Text inside, as it is.
  let text: String
  let parts: [BPMNOwn]

  /// Reads an element and what is in it; nothing of ours is nested deeper than twice.
  init(_ element: XMLElement, depth: Int = 2) {
    name = element.name
    attributes = Dictionary(element.attributes) { first, _ in first }
    parts = depth == 0 ? [] : element.children.filter(\.isOwn).map { BPMNOwn($0, depth: depth - 1) }
    text = element.text
  }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// Texts of the parts with this name, in order.
  func texts(_ name: String) -> [String] { parts.filter { $0.name == name }.map(\.text) }

  /// Words of the part with this name: ids in the chart's order.
  func order(_ name: String) -> [String: Int] {
    let words =
      texts(name).first?.utf8.split(separator: 0x20, maxSplits: BPMNFile.mostElements)
      .map { String(Substring($0)) } ?? []
    return Dictionary(words.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// What goes into our extension of a name that BPMN holds too: `nil` where that one says it all.
  static func beside(_ name: String) -> String? { name.collapsed == name ? nil : name }

  /// The name BPMN holds, or our own spelling of it.
  static func name(_ own: BPMNOwn?, _ name: String) -> String {
    let plain = name.collapsed
    guard let exact = own?["name"], exact.collapsed == plain else { return plain }
    return exact
  }
}

extension XMLElement {
  var isOwn: Bool { namespace == BPMNNames.own }

  /// Our extension of this element.
  var own: BPMNOwn? { ownElement.map { BPMNOwn($0) } }

  var ownElement: XMLElement? {
    let extensions = children.first { $0.namespace == BPMNNames.model && $0.name == "extensionElements" }
    return extensions?.children.first(where: \.isOwn)
  }
}

// MARK: Steps

extension BPMNOwn {
  /// Attributes of our extension of a step.
  static func attributes(_ step: Step, isInLane: Bool = true) -> [(String, String?)] {
    [
      ("id", step.id), ("name", beside(step.name)), ("kind", step.kind.rawValue), ("number", step.number),
      ("role", isInLane ? nil : step.role), ("system", step.system), ("duration", step.duration?.code),
      ("limit", step.limit), ("action", step.action?.rawValue), ("sensitive", step.isSensitive ? "true" : nil),
      ("irrevocable", step.isIrrevocable ? "true" : nil), ("calls", step.calls),
    ]
  }

  /// What our extension adds to a step read from BPMN. Where another program changed what BPMN itself holds — kind,
  /// documents, called process — its word counts.
  func complete(_ step: inout Step, element: String) {
    step.number = self["number"] ?? ""
    step.system = self["system"]
    step.duration = self["duration"].flatMap { StepDuration($0) }
    step.limit = self["limit"]
    step.action = self["action"].flatMap(Step.Action.init)
    step.isSensitive = self["sensitive"] == "true"
    step.isIrrevocable = self["irrevocable"] == "true"
    if let kind = self["kind"].flatMap(Step.Kind.init), kind.fits(element) { step.kind = kind }
    let called = self["calls"]
    if step.calls == nil || step.calls == called.map(BPMNNames.process) { step.calls = called }
    let listed = texts("document")
    let drawn = Set(step.documents)
    let new = step.documents.filter { !Set(listed.map(\.collapsed)).contains($0) }
    // Gateways and some events cannot be tied to documents in BPMN.
    step.documents =
      listed.filter {
        !BPMNNames.activities.contains(element) || drawn.contains($0.collapsed) || $0.collapsed == ""
      }
      + new
  }
}

extension Step.Kind {
  /// Whether a step of this kind may stand for the element; what more there is to say is in our extension.
  func fits(_ element: String) -> Bool {
    switch self {
    case .start, .end: element == bpmnElement
    case .task, .document: BPMNNames.tasks.contains(element) || element == "intermediateThrowEvent"
    case .wait: element == bpmnElement || element == "receiveTask"
    case .decision: BPMNNames.gateways.contains(element) && element != "parallelGateway"
    case .split, .join: element == bpmnElement
    case .subprocess: element == bpmnElement || BPMNNames.subProcesses.contains(element)
    }
  }
}

// MARK: Risks and controls

extension BPMNOwn {
  static func attributes(_ risk: RiskPoint) -> [(String, String?)] {
    [
      ("id", risk.id), ("step", risk.step), ("text", risk.text), ("cause", risk.cause), ("effect", risk.effect),
      ("level", risk.level?.rawValue),
    ]
  }

  static func attributes(_ control: ControlPoint) -> [(String, String?)] {
    [
      ("id", control.id), ("step", control.step), ("risk", control.risk), ("kind", control.kind.rawValue),
      ("text", control.text), ("basis", control.basis),
    ]
  }

  var risks: [RiskPoint] {
    parts.filter { $0.name == "risk" }.map {
      RiskPoint(
        id: $0["id"] ?? "", step: $0["step"] ?? "", text: $0["text"] ?? "", cause: $0["cause"] ?? "",
        effect: $0["effect"] ?? "", level: $0["level"].flatMap(RiskPoint.Level.init))
    }
  }

  var controls: [ControlPoint] {
    parts.filter { $0.name == "control" }.map {
      ControlPoint(
        id: $0["id"] ?? "", step: $0["step"] ?? "", risk: $0["risk"] ?? "",
        kind: $0["kind"].flatMap(ControlPoint.Kind.init) ?? .preventive, text: $0["text"] ?? "",
        basis: $0["basis"] ?? "")
    }
  }
}

// MARK: Card

extension BPMNOwn {
  static func attributes(_ card: ProcessCard) -> [(String, String?)] {
    [
      ("code", card.code), ("name", beside(card.name.turkish)), ("nameEnglish", card.name.english),
      ("class", card.processClass.rawValue), ("unit", card.unit), ("owner", card.owner),
      ("purposeEnglish", card.purpose.english), ("scope", card.scope), ("documentNumber", card.documentNumber),
      ("filePlanCode", card.filePlanCode), ("detsis", card.detsisNumber),
      ("financial", card.isFinancial ? "true" : nil),
    ]
  }

  /// Lists of the card with the name of their elements.
  static let lists: [(name: String, path: WritableKeyPath<ProcessCard, [String]> & Sendable)] = [
    ("basis", \.legalBasis), ("reference", \.legalReferences), ("input", \.inputs), ("output", \.outputs),
    ("supplier", \.suppliers), ("customer", \.customers),
  ]

  /// The card, with the name and the purpose that BPMN holds; `nil` where no card of ours is in the file.
  func card(_ process: BPMNContent.Process) -> ProcessCard? {
    guard let code = self["code"] else { return nil }
    var card = ProcessCard(
      code: code, name: Localized(Self.name(self, process.name), self["nameEnglish"] ?? ""),
      processClass: self["class"].flatMap(ProcessCard.Class.init) ?? .operational, unit: self["unit"] ?? "",
      owner: self["owner"] ?? "")
    card.purpose = Localized(process.documentation, self["purposeEnglish"] ?? "")
    card.scope = self["scope"] ?? ""
    card.documentNumber = self["documentNumber"] ?? ""
    card.filePlanCode = self["filePlanCode"] ?? ""
    card.detsisNumber = self["detsis"] ?? ""
    card.isFinancial = self["financial"] == "true"
    for list in Self.lists { card[keyPath: list.path] = texts(list.name) }
    return card
  }
}
