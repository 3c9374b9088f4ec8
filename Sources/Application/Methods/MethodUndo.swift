import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Takes the newest publication back: the methodology before returns, and each risk that was re-scored gets another
  /// derived assessment with what was in force before. Refused once anybody has assessed since.
  @discardableResult
  public func undoMethod(
    _ id: Identifier<MethodologyChange>? = nil, reason: String, by actor: Actor
  ) throws -> MethodologyChange {
    let reason = try App.given(reason)
    return try write("methodology-undo", by: actor) { connection, stamp in
      try Access(actor, connection).requireEverywhere(.chooseMethodology)
      guard let change = try MethodologyChangeTable.latest(connection) else { throw Access.notFound }
      if let id, id != change.id { throw App.notNewest }
      if let text = try obstacle(toUndoing: change, connection) { throw Problem(.conflict, text) }
      let formers = try StandingAssessments.formers(of: change, connection)
      guard formers.count == change.assessmentCount,
        let before = try RuleSetTable.find(change.fromRuleSetID, connection)
      else { throw Fault(reference: "METHOD", detail: "assessments before change \(change.id) are missing") }
      let undo = try record(
        MethodologyChange(
          id: Identifier(0), kind: .undo, changedAt: stamp.at, changedBy: stamp.actor, reason: reason,
          fromRuleSetID: change.ruleSetID, ruleSetID: before.id, mappingText: "",
          firstAssessmentID: try DerivedAssessments.nextID(connection), assessmentCount: formers.count,
          undoesID: change.id),
        stamp, connection)
      try restore(formers, undo, stamp, connection)
      try compareAllWithAppetite(stamp, connection)
      try use(before.methodologyID, basedOn: try administration(connection).version, stamp, connection)
      return undo
    }
  }

  /// Why `change` cannot be taken back; `nil` where it can.
  func obstacle(toUndoing change: MethodologyChange, _ connection: Connection) throws -> Localized? {
    guard change.kind == .publication else {
      return Localized("Geri alınacak bir yöntem değişikliği yok.", "There is no change of methodology to take back.")
    }
    if try StandingAssessments.isAnyAfter(change.lastAssessmentID, connection) {
      return Localized(
        "Yayımdan sonra değerlendirme yapıldı; değişiklik artık geri alınamaz. Eski yöntemi yeniden yayımlayabilirsiniz.",
        "Risks were assessed after the publication; it can no longer be taken back. You can publish the old one again.")
    }
    let owner = try administration(connection)
    if try RuleSetTable.find(change.ruleSetID, connection)?.methodologyID != owner.methodologyID {
      return Localized("Yöntem bu arada değişti.", "The methodology has changed in the meantime.")
    }
    return nil
  }

  private func restore(
    _ formers: [StandingAssessments.Former], _ undo: MethodologyChange, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    var ruleSets: [String: RuleSet] = [:]
    for entry in formers {
      let former = entry.former
      let ruleSet = try ruleSets[former.ruleDigest] ?? RuleSetTable.find(digest: former.ruleDigest, connection)
      guard let ruleSet else { throw Fault(reference: "METHOD", detail: "a methodology version is missing") }
      ruleSets[former.ruleDigest] = ruleSet
      let undone = undo.undoesID?.description ?? ""
      let restored = Assessment(
        id: Identifier(0), riskID: former.riskID, assessedOn: max(stamp.at.dayInIstanbul, entry.derived.assessedOn),
        recordedAt: stamp.at, recordedBy: stamp.actor, methodologyID: former.methodologyID,
        ruleDigest: former.ruleDigest, inherent: former.inherent, residual: former.residual, target: former.target,
        verdict: former.verdict, nextReviewOn: former.nextReviewOn,
        reason: "Yöntem değişikliği \(undone) geri alındı (değişiklik \(undo.id)): "
          + "\(former.assessedOn.turkish) günlü değerlendirme yeniden yürürlükte.",
        origin: .derived)
      let place = DerivedAssessments.Place(
        unitID: entry.unitID, isRetired: entry.isRetired, methodologyID: entry.derived.methodologyID,
        inherent: entry.derived.inherent, residual: entry.derived.residual)
      try DerivedAssessments.append(restored, replacing: place, ruleSet: ruleSet, stamp, connection)
    }
  }

  private static let notNewest = Problem(
    .conflict,
    Localized(
      "Yalnız son yöntem değişikliği geri alınabilir.", "Only the newest change of methodology can be taken back."))
}
