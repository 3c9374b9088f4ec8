import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Records that one risk works on another: it triggers, increases or decreases it. One relation each way; the person
  /// must be allowed to change the first risk and to see the second.
  public func relateRisks(
    _ reference: String, to other: String, kind: RelationKind, note: String = "", by actor: Actor
  ) throws -> RiskRelation {
    let note = note.tidy
    return try write("risk-relate", by: actor) { connection, stamp in
      let (risk, access) = try editable(reference, by: actor, connection)
      let target = try relationTarget(other, of: risk, note, access, connection)
      if let known = try RelationTable.find(from: risk.id, to: target.id, connection) {
        throw Problem(
          .conflict,
          Localized(
            "Bu yönde bir ilişki zaten var: \(risk.reference) \(target.reference) riskini \(known.kind.name.turkish).",
            "There is a relation this way already: \(risk.reference) \(known.kind.name.english) \(target.reference)."))
      }
      let relation = try RelationTable.insert(
        RiskRelation(
          id: Identifier(0), fromID: risk.id, toID: target.id, kind: kind, note: note,
          recorded: RecordStamp(at: stamp.at, by: stamp.actor)), connection)
      try Journal.append(stamp, after: .riskRelation(relation, unitID: risk.details.unitID), connection)
      return relation
    }
  }

  /// Ends the relation from one risk to another.
  public func unrelateRisks(_ reference: String, to other: String, by actor: Actor) throws -> RiskRelation {
    try write("risk-unrelate", by: actor) { connection, stamp in
      let (risk, access) = try editable(reference, by: actor, connection)
      let target = try find(other, access, connection)
      guard let relation = try RelationTable.find(from: risk.id, to: target.id, connection) else {
        throw Access.notFound
      }
      var ended = relation
      let end = RecordStamp(at: max(stamp.at, relation.recorded.at), by: stamp.actor)
      ended.ended = end
      guard try RelationTable.end(relation.id, end, connection) else { throw Access.notFound }
      try Journal.append(
        stamp, before: .riskRelation(relation, unitID: risk.details.unitID),
        after: .riskRelation(ended, unitID: risk.details.unitID), connection)
      return ended
    }
  }

  /// All relations that touch the risks of a unit and everything below it, or of all in view.
  public func relations(unitCode: String?, by actor: Actor) throws -> RelationsPage {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let scope = try narrowed(access.scope(.read), to: unitCode, access, connection)
      return RelationsPage(
        map: try relationMap(RelationTable.standing(in: scope, connection), access, connection),
        units: try access.lines(.read, connection), unitCode: unitCode)
    }
  }

  /// `scope` within the unit with this code and everything below it.
  func narrowed(
    _ scope: Scope, to unitCode: String?, _ access: Access, _ connection: Connection
  ) throws -> Scope {
    guard let unitCode, !unitCode.isEmpty else { return scope }
    let unit = try access.unit(unitCode, connection)
    return scope.intersection(.units(access.tree.subtree(of: unit.id)))
  }

  private func relationTarget(
    _ other: String, of risk: Risk, _ note: String, _ access: Access, _ connection: Connection
  ) throws -> Risk {
    func refuse(_ field: String, _ message: Localized) throws { try Problem.throwIfAny([FieldProblem(field, message)]) }
    if note.utf8.count > 2000 { try refuse("note", Localized("Metin çok uzun.", "The text is too long.")) }
    let reference = other.trimmed
    if reference == risk.reference {
      try refuse("other", Localized("Bir risk kendisiyle ilişkilendirilemez.", "A risk cannot relate to itself."))
    }
    guard let target = try? find(reference, access, connection), target.retiredOn == nil else {
      try refuse(
        "other",
        Localized(
          "«\(reference)» diye etkin bir risk bulunamadı; referans numarasını yazın.",
          "There is no active risk «\(reference)»; enter its reference number."))
      throw Access.notFound
    }
    return target
  }
}
