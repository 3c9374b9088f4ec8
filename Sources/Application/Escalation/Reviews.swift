import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Sets another review day for an assessed risk, until it is assessed again: from today on, and at the latest a year
  /// after the assessment (KİKS, RDS 6.2).
  public func setReviewDay(_ reference: String, on day: Day?, reason: String, by actor: Actor) throws -> ReviewOverride
  {
    let (today, reason) = (today, String(reason.tidy.prefix(2000)))
    return try write("review-set", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      try access.require(.assess, in: risk.details.unitID)
      guard risk.retiredOn == nil else { throw App.retiredRisk }
      guard let assessment = try risk.currentAssessmentID.flatMap({ try AssessmentTable.find($0, connection) }) else {
        throw Problem(
          .conflict,
          Localized("Risk değerlendirilmemiş; önce değerlendirin.", "The risk is not assessed; assess it first."))
      }
      let latest = ReviewOverride.latest(after: assessment.assessedOn)
      var problems: [FieldProblem] = []
      if day.map({ $0 < today || $0 > latest }) ?? true {
        problems.append(
          FieldProblem(
            "reviewOn",
            Localized(
              "Bugün ile \(latest.turkish) arasında bir gün yazın; riskler yılda en az bir kez gözden geçirilir.",
              "Enter a day from today to \(latest); risks are reviewed at least once a year.")))
      }
      if reason.isEmpty {
        problems.append(FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason.")))
      }
      try Problem.throwIfAny(problems)
      guard let day else { throw Access.notFound }
      let made = try ReviewOverrideTable.insert(
        ReviewOverride(
          id: Identifier(0), riskID: risk.id, assessmentID: assessment.id, reviewOn: day, reason: reason,
          recordedAt: stamp.at, recordedBy: stamp.actor), connection)
      try Journal.append(stamp, after: .reviewOverride(made, unitID: risk.details.unitID), connection)
      return made
    }
  }

  /// Review day and escalations of a risk, now or as they were known at the end of `asOf`.
  public func oversight(ofRisk reference: String, asOf: Day? = nil, by actor: Actor) throws -> RiskOversight {
    let today = today
    return try read { connection in
      let moment = asOf?.endInIstanbul
      let access = try Access(actor, before: moment, connection)
      let risk = try find(reference, access, connection)
      let current = try assessment(of: risk, asOf: asOf, connection)
      let override = try current.flatMap { try ReviewOverrideTable.current(of: $0.id, before: moment, connection) }
      let all = try EscalationEventTable.all(ofRisk: risk.id, before: moment, connection)
      let lines = try lines(all, access, asOf ?? today, asOf: asOf, connection)
      return RiskOversight(
        reviewOn: override?.reviewOn ?? current?.nextReviewOn, override: override,
        escalations: try lines.sorted { $0.escalation.id > $1.escalation.id }
          .map { ($0, try reasons(of: $0.escalation, connection)) },
        maySetReview: asOf == nil && current != nil && risk.retiredOn == nil
          && access.allows(.assess, in: risk.details.unitID))
    }
  }
}
