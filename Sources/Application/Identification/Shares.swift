import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Shares a risk with a further unit (ortak risk): people who read that unit read the risk too. The risk's own unit
  /// leads: only there is it changed and assessed.
  public func shareRisk(_ reference: String, with unitCode: String, reason: String, by actor: Actor) throws -> RiskShare
  {
    let reason = reason.tidy
    return try write("risk-share", by: actor) { connection, stamp in
      let (risk, access) = try editable(reference, needs: .shareRisk, by: actor, connection)
      // The administration's units are no secret to those who share; what lies in them is.
      let unit = access.tree.units.values.first { $0.code == unitCode }
      try Problem.throwIfAny(shareProblems(unit, reason, of: risk))
      guard let unit else { throw Access.notFound }
      let known = try ShareTable.standing(ofRisk: risk.id, connection)
      guard !known.contains(where: { $0.unitID == unit.id }) else {
        throw Problem(
          .conflict,
          Localized(
            "Risk \(unit.name) ile zaten paylaşılıyor.", "The risk is shared with \(unit.name) already."))
      }
      let share = try ShareTable.insert(
        RiskShare(
          id: Identifier(0), riskID: risk.id, unitID: unit.id, reason: reason,
          recorded: RecordStamp(at: stamp.at, by: stamp.actor)), connection)
      try Journal.append(stamp, after: .riskShare(share, unitID: risk.details.unitID), connection)
      return share
    }
  }

  /// Ends the sharing of a risk with a unit; that unit no longer sees it.
  public func unshareRisk(_ reference: String, with unitCode: String, by actor: Actor) throws -> RiskShare {
    try write("risk-unshare", by: actor) { connection, stamp in
      let (risk, access) = try editable(reference, needs: .shareRisk, by: actor, connection)
      let unit = access.tree.units.values.first { $0.code == unitCode }
      let shares = try ShareTable.standing(ofRisk: risk.id, connection)
      guard let share = shares.first(where: { $0.unitID == unit?.id }) else { throw Access.notFound }
      var ended = share
      let end = RecordStamp(at: max(stamp.at, share.recorded.at), by: stamp.actor)
      ended.ended = end
      guard try ShareTable.end(share.id, end, connection) else { throw Access.notFound }
      try Journal.append(
        stamp, before: .riskShare(share, unitID: risk.details.unitID),
        after: .riskShare(ended, unitID: risk.details.unitID), connection)
      return ended
    }
  }

  /// An active risk on which the actor holds `permission`.
  func editable(
    _ reference: String, needs permission: Permission = .editRisk, by actor: Actor, _ connection: Connection
  ) throws -> (risk: Risk, access: Access) {
    let access = try Access(actor, connection)
    let risk = try find(reference, access, connection)
    guard access.allows(permission, in: risk.details.unitID) else { throw Access.forbidden }
    guard risk.retiredOn == nil else { throw App.retiredRisk }
    return (risk, access)
  }

  private func shareProblems(_ unit: Unit?, _ reason: String, of risk: Risk) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if unit == nil || unit?.retiredOn != nil {
      problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit.")))
    } else if unit?.id == risk.details.unitID {
      problems.append(
        FieldProblem(
          "unit", Localized("Bu birim riskin sorumlusu; başka bir birim seçin.", "This unit leads; choose another.")))
    }
    if reason.isEmpty {
      problems.append(
        FieldProblem(
          "reason", Localized("Riskin o birimi neden ilgilendirdiğini yazın.", "Say why it concerns that unit.")))
    }
    if reason.utf8.count > 2000 {
      problems.append(FieldProblem("reason", Localized("Metin çok uzun.", "The text is too long.")))
    }
    return problems
  }
}
