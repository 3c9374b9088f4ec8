import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// Where the thing stands that evidence belongs to, and what decides who may see and add it.
struct EvidencePlace {
  /// Its number in its own table.
  let id: Int64
  /// The unit whose readers see the evidence.
  let unitID: Identifier<Unit>
  /// What adding and withdrawing takes in that unit.
  let editing: Permission
  /// What it is called.
  let name: String
  /// Whether evidence may still be added.
  var isOpen = true
}

extension App {
  /// The thing that `target` names, where the actor may read it. A new kind of thing is one case here and one below.
  func place(of target: EvidenceTarget, _ access: Access, _ connection: Connection) throws -> EvidencePlace {
    switch target.kind {
    case .risk:
      let risk = try find(target.key, access, connection)
      return EvidencePlace(
        id: risk.id.rawValue, unitID: risk.details.unitID, editing: .editRisk, name: risk.details.statement,
        isOpen: risk.retiredOn == nil)
    case .event:
      let event = try findEvent(target.key, access, connection)
      return EvidencePlace(
        id: event.id.rawValue, unitID: event.details.unitID, editing: .manageEvents, name: event.details.description,
        isOpen: event.closedOn == nil)
    case .control:
      let control = try findControl(target.key, access, connection)
      return EvidencePlace(
        id: control.id.rawValue, unitID: control.details.unitID, editing: .manageControls, name: control.details.name,
        isOpen: control.retiredOn == nil)
    case .controlTest: return try place(ofTest: target.key, access, connection)
    case .action:
      let action = try findAction(target.key, access, connection)
      return EvidencePlace(
        id: action.id.rawValue, unitID: action.details.unitID, editing: .manageActions, name: action.details.title,
        isOpen: action.ending == nil)
    }
  }

  /// The thing with this number as people name it; nothing where there is none.
  func target(_ kind: EvidenceTarget.Kind, _ id: Int64, _ connection: Connection) throws -> EvidenceTarget {
    let key: String? =
      switch kind {
      case .risk: try RiskTable.find(Identifier(id), connection)?.reference
      case .event: try EventTable.code(of: Identifier(id), connection)
      case .control: try ControlTable.find(Identifier(id), connection)?.code
      case .controlTest:
        try ControlTestTable.find(Identifier(id), connection).flatMap { test in
          try ControlTable.find(test.controlID, connection).map { "\($0.code)/\(id)" }
        }
      case .action: try RiskActionTable.code(of: Identifier(id), connection)
      }
    guard let key else { throw Access.notFound }
    return EvidenceTarget(kind, key)
  }

  private func place(ofTest key: String, _ access: Access, _ connection: Connection) throws -> EvidencePlace {
    guard let slash = key.lastIndex(of: "/"), let id = Identifier<ControlTest>(key[key.index(after: slash)...]),
      let test = try ControlTestTable.find(id, connection)
    else { throw Access.notFound }
    let control = try findControl(String(key[..<slash]), access, connection)
    guard control.id == test.controlID else { throw Access.notFound }
    return EvidencePlace(
      id: id.rawValue, unitID: control.details.unitID, editing: .manageControls,
      name: "\(control.details.name), \(test.testedOn.turkish)", isOpen: control.retiredOn == nil)
  }
}

extension EvidenceTarget.Kind {
  /// Name on screen.
  public var name: Localized {
    switch self {
    case .risk: Localized("Risk", "Risk")
    case .event: Localized("Olay", "Event")
    case .control: Localized("Kontrol", "Control")
    case .controlTest: Localized("Kontrol testi", "Control test")
    case .action: Localized("Eylem", "Action")
    }
  }
}
