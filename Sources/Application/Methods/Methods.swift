import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The methodologies to choose from. Only for roles that choose the methodology of the whole administration.
  public func methods(by actor: Actor) throws -> MethodsPage {
    try read { connection in
      try Access(actor, connection).requireEverywhere(.chooseMethodology)
      let owner = try administration(connection)
      let current = try self.methodology(connection, on: today)
      let counts = try riskCounts(connection)
      let shipped = rules.methodologies(on: today)
      let own = try ownMethodologies(connection)
      let all = [current] + (shipped + own).filter { $0.id != current.id }
      let lines = all.map { methodology in
        MethodLine(
          methodology: methodology, digest: RuleSetTable.digest(of: methodology),
          isInUse: methodology.id == owner.methodologyID,
          isOwn: !rules.methodologyIDs.contains(methodology.id), riskCount: counts[methodology.id] ?? 0)
      }
      return MethodsPage(lines: lines, changes: try changeLines(connection))
    }
  }

  /// The methodologies that the administration has written itself, the newest version of each, for reading.
  public func ownMethodologies(by actor: Actor) throws -> [Methodology] {
    try read { connection in
      _ = try Access(actor, connection)
      return try ownMethodologies(connection)
    }
  }

  /// Keeps a methodology that the administration has written itself, to be simulated and published by its id. Throws
  /// `Diagnostics` with all findings where the rules loader refuses it.
  public func addMethodology(text: String, file: String, by actor: Actor) throws -> Methodology {
    try write("methodology-add", by: actor) { connection, stamp in
      try Access(actor, connection).requireEverywhere(.chooseMethodology)
      let methodology = try own(text: text, file: file, connection)
      _ = try RuleSetTable.ensure(methodology, stamp, connection)
      return methodology
    }
  }

  /// The text of a methodology's file, from which an edited copy starts.
  public func methodologyText(_ id: String, by actor: Actor) throws -> String {
    try read { connection in
      try Access(actor, connection).requireEverywhere(.chooseMethodology)
      return RuleLibrary.ownText(of: try chosen(.id(id), connection))
    }
  }

  /// The methodology that is meant, in force today.
  func chosen(_ selection: MethodSelection, _ connection: Connection) throws -> Methodology {
    switch selection {
    case .text(let text, let file): return try own(text: text, file: file, connection)
    case .id(let id):
      if let shipped = rules.methodology(id, on: today) { return shipped }
      let own = try ownMethodologies(connection)
      if let found = own.first(where: { $0.id == id }) { return found }
      let near = nearest(to: id, among: rules.methodologyIDs + own.map(\.id))
      throw Problem(
        .notFound,
        Localized(
          "«\(id)» adlı bir yöntem yok." + (near.map { " «\($0)» mı demek istediniz?" } ?? ""),
          "There is no methodology «\(id)»." + (near.map { " Did you mean «\($0)»?" } ?? "")))
    }
  }

  /// The version of a methodology of the administration's own that the newest change before `moment` put in force.
  func methodologyInForce(
    _ id: String, before moment: Instant? = nil, _ connection: Connection
  ) throws -> Methodology? {
    guard let ruleSet = try MethodologyChangeTable.ruleSet(inForceOf: id, before: moment, connection) else {
      return nil
    }
    return try methodology(digest: ruleSet.digest, connection)
  }

  /// The methodologies of the administration's own, the newest version of each.
  private func ownMethodologies(_ connection: Connection) throws -> [Methodology] {
    var newest: [String: RuleSet] = [:]
    var order: [String] = []
    for ruleSet in try RuleSetTable.all(connection) where !rules.methodologyIDs.contains(ruleSet.methodologyID) {
      if newest.updateValue(ruleSet, forKey: ruleSet.methodologyID) == nil { order.append(ruleSet.methodologyID) }
    }
    return try order.compactMap { id in
      try newest[id].flatMap { try methodology(digest: $0.digest, connection) }
    }
  }

  private func own(text: String, file: String, _ connection: Connection) throws -> Methodology {
    let methodology = try rules.methodology(fromText: text, file: file, on: today)
    let digest = RuleSetTable.digest(of: methodology)
    for known in try RuleSetTable.all(connection)
    where known.methodologyID == methodology.id && known.digest != digest && known.effectiveOn >= methodology.effective
    {
      guard try RuleSetTable.isUsed(known.id, connection) else { continue }
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(file), code: "version-in-use",
          text: Localized(
            "riskler \(known.methodologyID) yönteminin \(known.effectiveOn.turkish) sürümüyle değerlendirilmiş",
            "risks are assessed under \(known.methodologyID) effective \(known.effectiveOn)"),
          advice: Localized(
            "yeni sürüme daha sonraki bir yürürlük günü ya da başka bir kod verin",
            "give the new version a later effective day, or another id"))
      ])
    }
    return methodology
  }

  private func riskCounts(_ connection: Connection) throws -> [String: Int] {
    let byVersion = try RuleSetTable.riskCounts(connection)
    var counts: [String: Int] = [:]
    for ruleSet in try RuleSetTable.all(connection) {
      counts[ruleSet.methodologyID, default: 0] += byVersion[ruleSet.id] ?? 0
    }
    return counts
  }

  private func changeLines(_ connection: Connection) throws -> [MethodChangeLine] {
    let changes = try MethodologyChangeTable.all(connection)
    let undone = Set(changes.compactMap(\.undoesID))
    let sets = try RuleSetTable.all(connection).map { ($0.id, $0.methodologyID) }
    let names = Dictionary(sets) { first, _ in first }
    let newest = try changes.first.flatMap { try obstacle(toUndoing: $0, connection) == nil ? $0.id : nil }
    return changes.map { change in
      MethodChangeLine(
        change: change, from: names[change.fromRuleSetID] ?? "", to: names[change.ruleSetID] ?? "",
        isUndone: undone.contains(change.id), mayUndo: change.id == newest)
    }
  }
}

extension Access {
  /// Throws where the actor does not hold `permission` in the whole administration.
  func requireEverywhere(_ permission: Permission) throws {
    guard scope(permission) == .all else { throw Access.forbidden }
  }
}
