import GuvenceCore

/// Checks B1 to B7: roles, separation of duties, documents, times.
enum DutyChecks {
  static func roles(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.steps.filter { $0.role?.trimmed.isEmpty ?? true }.map {
      .init("\(s.name($0)) adımının sorumlusu yok", "Nobody answers for \(s.name($0))", step: $0.id)
    }
  }

  static func knownRoles(_ s: CheckSubject) -> [CheckSubject.Found] {
    let used = s.chart.steps.compactMap(\.role).uniqued
    let unknown = s.context.roles.map { known in used.filter { !known.contains($0) } } ?? []
    return unknown.map { .init("«\($0)» rol kataloğunda yok", "«\($0)» is not in the catalogue of roles") }
      + used.filter(s.context.vacantRoles.contains).map {
        .init("«\($0)» görevinde bugün kimse yok", "Nobody holds «\($0)» today")
      }
  }

  /// Who prepares a paper must not approve it, and nobody may prepare, control and approve.
  static func separation(_ s: CheckSubject) -> [CheckSubject.Found] {
    var found: [CheckSubject.Found] = []
    var users: [String: [Step]] = [:]
    for step in s.chart.steps { for document in Set(step.documents) { users[document, default: []].append(step) } }
    for document in s.chart.documents {
      let steps = users[document] ?? []
      guard let first = steps.first, let role = first.role else { continue }
      for step in steps.dropFirst() where step.action == .approve && step.role == role && first.action != .control {
        found.append(
          .init(
            "«\(document)» belgesini hazırlayan da onaylayan da «\(role)»",
            "«\(role)» both prepares and approves «\(document)»", step: step.id))
      }
    }
    for role in s.chart.lanes {
      let actions = Set(s.chart.steps.filter { $0.role == role }.compactMap(\.action))
      if actions.contains(.control), actions.contains(.approve), actions.contains(.sign) || actions.contains(.initial) {
        found.append(
          .init(
            "«\(role)» hem hazırlıyor hem kontrol ediyor hem onaylıyor", "«\(role)» prepares, controls and approves"))
      }
    }
    return found
  }

  static func card(_ s: CheckSubject) -> [CheckSubject.Found] {
    var found: [CheckSubject.Found] = []
    if s.card.unit.trimmed.isEmpty || s.card.owner.trimmed.isEmpty {
      found.append(.init("Sürecin sahibi yazılmamış", "The process has no owner"))
    }
    if s.card.legalBasis.isEmpty {
      found.append(.init("Sürecin yasal dayanağı yazılmamış", "The process has no legal basis"))
    }
    if s.context.isForApproval, s.card.documentNumber.isEmpty {
      found.append(.init("Onay için doküman numarası gerekir", "Approval needs a document number"))
    }
    return found
  }

  static func records(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.steps.indices.filter { at in
      let step = s.step(at)
      guard step.action == .approve || step.action == .control, step.documents.isEmpty, step.system == nil else {
        return false
      }
      // The record of a question is what its branches produce.
      return step.kind != .decision
    }.map {
      .init(
        "\(s.name(s.step($0))) adımı yapıldığını gösteren bir belge bırakmıyor",
        "\(s.name(s.step($0))) leaves no record behind", step: s.step($0).id)
    }
  }

  static func inputs(_ s: CheckSubject) -> [CheckSubject.Found] {
    let known = Set(s.chart.documents.map(TurkishText.fold))
    return (s.card.inputs + s.card.outputs).uniqued.filter { paper in
      let wanted = TurkishText.fold(paper)
      return !known.contains { $0.contains(wanted) || wanted.contains($0) }
    }.map {
      .init("Kartta geçen «\($0)» hiçbir adımda yok", "«\($0)» of the card is on no step")
    }
  }

  static func times(_ s: CheckSubject) -> [CheckSubject.Found] {
    let hasLimit = s.process.parameters.contains { if case .time = $0.unit { true } else { false } }
    let isTimed = s.chart.steps.contains { $0.limit != nil || $0.duration != nil }
    return hasLimit && !isTimed
      ? [
        .init(
          "Sürecin yasal süresi var, ama hiçbir adımda süre yok", "There is a statutory time, but no step carries one")
      ] : []
  }
}
