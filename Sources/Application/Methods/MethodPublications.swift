import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Publishes a methodology: it becomes the administration's, and each assessed active risk gets one derived assessment
  /// under it. The assessments before stay. `digest` and `version` are those of the simulation that was looked at, so
  /// that nothing else is published; `nil` for `digest` where none was looked at.
  @discardableResult
  public func publishMethod(
    _ selection: MethodSelection, digest: String? = nil, reason: String, version: Int, by actor: Actor
  ) throws -> MethodologyChange {
    let reason = try App.given(reason)
    return try write("methodology-publish", by: actor) { connection, stamp in
      try Access(actor, connection).requireEverywhere(.chooseMethodology)
      let chosen = try self.chosen(selection, connection)
      if let digest, digest != RuleSetTable.digest(of: chosen) { throw App.otherText }
      let current = try self.methodology(connection, on: today)
      let standing = try StandingAssessments.all(connection)
      let rescoring = try rescoring(of: standing, under: chosen, connection)
      let rescored = standing.map(rescoring.rescored)
      let unreadable = rescored.count { $0 == nil }
      if let text = try obstacle(toPublishing: chosen, standing, unreadable: unreadable, connection) {
        throw Problem(.conflict, text)
      }
      let from = try RuleSetTable.ensure(current, stamp, connection)
      let to = try RuleSetTable.ensure(chosen, stamp, connection)
      let change = try record(
        MethodologyChange(
          id: Identifier(0), kind: .publication, changedAt: stamp.at, changedBy: stamp.actor, reason: reason,
          fromRuleSetID: from.id, ruleSetID: to.id, mappingText: rescoring.mapping.canonicalText,
          firstAssessmentID: try DerivedAssessments.nextID(connection), assessmentCount: standing.count),
        stamp, connection)
      var writer = DerivationWriter(change: change, ruleSet: to, rescoring: rescoring, stamp: stamp)
      for (old, new) in zip(standing, rescored) {
        if let new { try writer.append(new, replacing: old, connection) }
      }
      try compareAllWithAppetite(stamp, connection)
      try use(chosen.id, basedOn: version, stamp, connection)
      return change
    }
  }

  /// Appends the row of a change and journals it.
  func record(
    _ change: MethodologyChange, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> MethodologyChange {
    let stored = try MethodologyChangeTable.insert(change, connection)
    try Journal.append(stamp, after: .methodologyChange(stored), connection)
    return stored
  }

  /// Makes `id` the administration's methodology where its record is still at `version`.
  func use(_ id: String, basedOn version: Int, _ stamp: JournalStamp, _ connection: Connection) throws {
    let before = try administration(connection)
    var after = before
    (after.methodologyID, after.version) = (id, before.version + 1)
    guard before.version == version, try AdministrationTable.update(after, basedOn: version, connection) else {
      let label = Localized("Yöntem", "Methodology")
      let differences = StaleSave.compare([("methodology", label, before.methodologyID, id)])
      throw try stale(differences, .administration, 1, before.version, connection)
    }
    try Journal.append(stamp, before: .administration(before), after: .administration(after), connection)
  }

  /// The reason of a change without white space around it; throws where there is none.
  static func given(_ reason: String, field: String = "reason") throws -> String {
    let reason = String(reason.trimmed.prefix(2000))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem(field, Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return reason
  }

  private static let otherText = Problem(
    .conflict,
    Localized(
      "Yöntemin metni denemeden sonra değişti. Yeniden deneyin, sonra yayımlayın.",
      "The methodology's text changed after the simulation. Simulate again, then publish."))
}

/// Appends the derived assessments of a publication, each with how its values moved.
private struct DerivationWriter {
  let change: MethodologyChange
  let ruleSet: RuleSet
  let rescoring: Rescoring
  let stamp: JournalStamp
  /// The same pairs come again and again, and with them the same reasons.
  private var reasons: [Moves: String] = [:]

  private struct Moves: Hashable {
    let methodologyID: String
    let pairs: [Int]
    let adjustments: [RescoredAssessment.Adjustment]
  }

  init(change: MethodologyChange, ruleSet: RuleSet, rescoring: Rescoring, stamp: JournalStamp) {
    (self.change, self.ruleSet, self.rescoring, self.stamp) = (change, ruleSet, rescoring, stamp)
  }

  mutating func append(
    _ new: RescoredAssessment, replacing old: StandingAssessment, _ connection: Connection
  ) throws {
    let today = stamp.at.dayInIstanbul
    let assessment = Assessment(
      id: Identifier(0), riskID: old.riskID, assessedOn: max(today, old.assessedOn), recordedAt: stamp.at,
      recordedBy: stamp.actor, methodologyID: ruleSet.methodologyID, ruleDigest: ruleSet.digest,
      inherent: new.inherent, residual: new.residual, target: new.target, verdict: new.verdict,
      nextReviewOn: new.nextReview(after: old, on: today), reason: reason(old, new), origin: .derived)
    try DerivedAssessments.append(
      assessment,
      replacing: DerivedAssessments.Place(
        unitID: old.unitID, isRetired: false, methodologyID: old.methodologyID, inherent: old.inherent,
        residual: old.residual),
      ruleSet: ruleSet, stamp, connection)
  }

  private mutating func reason(_ old: StandingAssessment, _ new: RescoredAssessment) -> String {
    let pairs = [old.inherent, old.residual, old.target, new.inherent, new.residual, new.target]
    let moves = Moves(
      methodologyID: old.methodologyID,
      pairs: pairs.flatMap { pair in [pair?.likelihood ?? 0, pair?.impact ?? 0] }, adjustments: new.adjustments)
    if let known = reasons[moves] { return known }
    let text = text(old, new)
    reasons[moves] = text
    return text
  }

  private func text(_ old: StandingAssessment, _ new: RescoredAssessment) -> String {
    var parts = [
      "Yöntem değişikliği \(change.id): \(old.methodologyID) → \(ruleSet.methodologyID). "
        + "Olasılık × etki: doğal \(move(old.inherent, new.inherent))"
    ]
    if let from = old.residual, let to = new.residual { parts.append("artık \(move(from, to))") }
    if let from = old.target, let to = new.target { parts.append("hedef \(move(from, to))") }
    var text =
      parts.joined(separator: ", ") + ". Kural: \(rescoring.mapping.id), \(rescoring.mapping.effective.turkish)."
    if new.adjustments.contains(.inherentRaised) {
      text += " Doğal risk artık riskin altında kaldığı için ona eşitlendi; yeniden değerlendirin."
    }
    if new.adjustments.contains(.targetLowered) {
      text += " Hedef bugünkü riskin üstünde kaldığı için ona eşitlendi; yeniden değerlendirin."
    }
    return text
  }

  private func move(_ from: JudgedPair, _ to: JudgedPair) -> String {
    "\(from.likelihood) × \(from.impact) → \(to.likelihood) × \(to.impact)"
  }
}
