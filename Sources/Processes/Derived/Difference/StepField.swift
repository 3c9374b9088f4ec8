import GuvenceCore

/// What a step can differ in besides its role and its number.
public enum StepField: String, Sendable, CaseIterable {
  case kind, name, documents, system, duration, limit, action, sensitive, irrevocable, calls

  /// `Süre`, `Duration`.
  public var name: Localized {
    switch self {
    case .kind: Localized("Tür", "Kind")
    case .name: Localized("Ad", "Name")
    case .documents: Localized("Belgeler", "Documents")
    case .system: Localized("Sistem", "System")
    case .duration: Localized("Süre", "Duration")
    case .limit: Localized("Yasal süre", "Time limit")
    case .action: Localized("K-P-İ-O", "K-P-İ-O")
    case .sensitive: Localized("Hassas görev", "Sensitive duty")
    case .irrevocable: Localized("Geri dönülmez", "Irrevocable")
    case .calls: Localized("Alt süreç", "Sub-process")
    }
  }

  /// What the step says in this field; empty where it says nothing.
  func value(of step: Step) -> Localized {
    func same(_ text: String?) -> Localized { Localized(text ?? "", text ?? "") }
    func mark(_ isSet: Bool) -> Localized { isSet ? Localized("evet", "yes") : Localized("hayır", "no") }
    switch self {
    case .kind: return step.kind.name
    case .name: return same(step.name)
    case .documents: return same(step.documents.joined(separator: ", "))
    case .system: return same(step.system)
    case .duration: return step.duration.map { Localized($0.text(.turkish), $0.text(.english)) } ?? same(nil)
    case .limit: return same(step.limit)
    case .action: return step.action.map(\.tag) ?? same(nil)
    case .sensitive: return mark(step.isSensitive)
    case .irrevocable: return mark(step.isIrrevocable)
    case .calls: return same(step.calls)
    }
  }

  private func differs(_ old: Step, _ new: Step) -> Bool {
    switch self {
    case .kind: old.kind != new.kind
    case .name: old.name != new.name
    case .documents: old.documents != new.documents
    case .system: old.system != new.system
    case .duration: old.duration != new.duration
    case .limit: old.limit != new.limit
    case .action: old.action != new.action
    case .sensitive: old.isSensitive != new.isSensitive
    case .irrevocable: old.isIrrevocable != new.isIrrevocable
    case .calls: old.calls != new.calls
    }
  }

  static func changes(from old: Step, to new: Step) -> [ChartDifference.FieldChange] {
    allCases.filter { $0.differs(old, new) }.map {
      ChartDifference.FieldChange(field: $0, old: $0.value(of: old), new: $0.value(of: new))
    }
  }
}
