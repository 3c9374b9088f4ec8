import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Appends an assessment to a risk. `version` is the risk's, so that two people do not assess past each other.
  public func assess(_ reference: String, _ input: AssessmentInput, version: Int, by actor: Actor) throws -> Assessment
  {
    let input = input.tidy
    return try write("risk-assess", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try find(reference, access, connection)
      guard access.allows(.assess, in: before.details.unitID) else { throw Access.forbidden }
      guard before.retiredOn == nil else { throw App.retiredRisk }
      var after = before
      (after.version, after.updatedAt) = (before.version + 1, stamp.at)
      guard before.version == version, try RiskTable.update(after, basedOn: version, connection) else {
        throw try staleAssessment(before, input, connection)
      }
      try Journal.append(stamp, before: .risk(before), after: .risk(after), connection)
      let methodology = try self.methodology(connection, on: input.assessedOn ?? today)
      if let edition = input.edition, edition != methodology.edition { throw App.otherScales }
      try requireReason(input, of: after, under: methodology, access, connection)
      return try append(input, to: after, under: methodology, origin: .entered, stamp, connection)
    }
  }

  /// What the rules would make of `input`, for showing beside the form before saving.
  public func previewScore(_ input: AssessmentInput, for reference: String?, by actor: Actor) throws -> ScorePreview {
    let day = input.assessedOn ?? today
    let (methodology, limits, statement, suggested) = try read { connection in
      let access = try Access(actor, connection)
      let risk = try reference.map { try find($0, access, connection) }
      let methodology = try self.methodology(connection, on: day)
      let own = try governing(risk?.details, methodology, connection)
      let pair = Judgement(input, under: methodology, on: day, explained: false).inherent?.pair()
      let suggested = try risk.flatMap { risk in
        try pair.flatMap { try suggestion(for: risk, $0, on: day, access, connection) }
      }
      return (methodology, own?.limits, own?.statement, suggested)
    }
    let judgement = Judgement(input, under: methodology, on: day)
    func own(_ score: Score?) -> Score? {
      guard let score, let limits, let statement else { return score }
      return score.compared(
        AppetiteStanding(score.pair(), methodologyID: methodology.id, by: statement, limits: limits), methodology)
    }
    return ScorePreview(
      inherent: own(judgement.inherent), residual: own(judgement.residual), target: own(judgement.target),
      problems: judgement.problems.map { FieldProblem($0.field, $0.message) } + dayProblems(input),
      findings: judgement.cautions.map { Finding(code: $0.code, severity: .warning, message: $0.message) }
        + App.findings(suggested, beside: judgement.residual))
  }

  /// People may judge otherwise than the controls suggest, but then say why.
  private func requireReason(
    _ input: AssessmentInput, of risk: Risk, under methodology: Methodology, _ access: Access, _ connection: Connection
  ) throws {
    guard input.reason.isEmpty, let suggested = try departure(of: input, risk, methodology, access, connection) else {
      return
    }
    throw App.unexplained(suggested)
  }

  /// What the controls of `risk` suggest, where the residual pair of `input` is another; else `nil`.
  func departure(
    of input: AssessmentInput, _ risk: Risk, _ methodology: Methodology, _ access: Access, _ connection: Connection
  ) throws -> ResidualSuggestion? {
    guard input.residual != nil, try !ControlLinkTable.all(ofRisk: risk.id, connection).isEmpty else { return nil }
    let day = input.assessedOn ?? today
    let judgement = Judgement(input, under: methodology, on: day, explained: false)
    guard judgement.problems.isEmpty, let inherent = judgement.inherent, let residual = judgement.residual,
      let suggested = try suggestion(for: risk, inherent.pair(), on: day, access, connection),
      suggested.differs(fromLikelihood: residual.likelihood, impact: residual.impact)
    else { return nil }
    return suggested
  }

  /// That a residual pair departs from what the controls suggest without a reason.
  static func unexplained(_ suggested: ResidualSuggestion) -> Problem {
    Problem.invalid([
      FieldProblem(
        "reason",
        Localized(
          "Artık risk kontrollerin önerdiğinden (\(suggested.text)) farklı; gerekçesini yazın.",
          "The residual risk differs from what the controls suggest (\(suggested.text)); give the reason."))
    ])
  }

  /// What the controls suggest, beside what is being entered.
  private static func findings(_ suggested: ResidualSuggestion?, beside residual: Score?) -> [Finding] {
    guard let suggested, suggested.likelihood != nil || suggested.impact != nil else { return [] }
    let differs = residual.map { suggested.differs(fromLikelihood: $0.likelihood, impact: $0.impact) } ?? false
    let more = differs ? Localized("; farklı puanlarsanız gerekçesini yazın", "; give the reason if you differ") : nil
    return [
      Finding(
        code: "control-suggestion", severity: .note,
        message: Localized(
          "Kontrollerin önerdiği artık risk: \(suggested.text)\(more?.turkish ?? "").",
          "The controls suggest a residual risk of \(suggested.text)\(more?.english ?? "")."))
    ]
  }

  /// Judges and stores an assessment of a risk already in the register; throws with the fields at fault.
  @discardableResult
  func append(
    _ input: AssessmentInput, to risk: Risk, under methodology: Methodology, origin: AssessmentOrigin,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Assessment {
    let (judged, ruleSet) = try judged(input, of: risk.id, under: methodology, origin: origin, stamp, connection)
    let (stored, unitID) = try AssessmentTable.insert(judged, ruleSet: ruleSet, connection)
    try Journal.append(stamp, after: .assessment(stored, ruleSetID: ruleSet.id, unitID: unitID), connection)
    try compareWithAppetite(risk.id, stamp, connection)
    return stored
  }

  /// Stores a new risk, with its first assessment where there is one, and journals both.
  func insert(
    reference: String, _ details: RiskDetails, assessment input: AssessmentInput?, under methodology: Methodology,
    origin: AssessmentOrigin, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Risk {
    guard let input else {
      let risk = try RiskTable.insert(reference: reference, details, at: stamp.at, connection)
      try Journal.append(stamp, after: .risk(risk), connection)
      return risk
    }
    let (judged, ruleSet) = try judged(
      input, of: Identifier(0), under: methodology, origin: origin, stamp, connection)
    let (risk, stored) = try RiskTable.insert(
      reference: reference, details, assessment: judged, ruleSet: ruleSet, at: stamp.at, connection)
    try Journal.append(stamp, after: .risk(risk), connection)
    try Journal.append(stamp, after: .assessment(stored, ruleSetID: ruleSet.id, unitID: details.unitID), connection)
    try compareWithAppetite(risk.id, stamp, connection)
    return risk
  }

  private func judged(
    _ input: AssessmentInput, of risk: Identifier<Risk>, under methodology: Methodology, origin: AssessmentOrigin,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> (Assessment, RuleSet) {
    let day = input.assessedOn ?? stamp.at.dayInIstanbul
    let judgement = Judgement(input, under: methodology, on: day, explained: false)
    try Problem.throwIfAny(judgement.problems.map { FieldProblem($0.field, $0.message) } + dayProblems(input))
    guard let inherent = judgement.inherent, let effective = judgement.effective else { throw Access.notFound }
    let ruleSet = try RuleSetTable.ensure(methodology, stamp, connection)
    let assessment = Assessment(
      id: Identifier(0), riskID: risk, assessedOn: day, recordedAt: stamp.at, recordedBy: stamp.actor,
      methodologyID: methodology.id, ruleDigest: ruleSet.digest,
      inherent: inherent.pair(dimensions: input.inherent.dimensions),
      residual: judgement.residual?.pair(dimensions: input.residual?.dimensions ?? [:]),
      target: judgement.target?.pair(dimensions: input.target?.dimensions ?? [:]), verdict: effective.verdict,
      nextReviewOn: effective.nextReview, reason: input.tidy.reason, origin: origin)
    return (assessment, ruleSet)
  }

  private static let otherScales = Problem(
    .conflict,
    Localized(
      "Siz formu doldururken yöntem değişti; değerler başka bir ölçekte. Formu yeniden açıp değerleri seçin.",
      "The methodology changed while you filled in the form; the values are of another scale. Open the form again."))

  private func dayProblems(_ input: AssessmentInput) -> [FieldProblem] {
    guard let day = input.assessedOn, day > today else { return [] }
    return [
      FieldProblem(
        "assessedOn",
        Localized("Değerlendirme günü gelecekte olamaz.", "The day of the assessment cannot be in the future."))
    ]
  }

  private func staleAssessment(_ risk: Risk, _ input: AssessmentInput, _ connection: Connection) throws -> Problem {
    let current = try risk.currentAssessmentID.flatMap { try AssessmentTable.find($0, connection) }
    func text(_ pair: JudgedPair?) -> String { pair.map { "\($0.likelihood) × \($0.impact)" } ?? "" }
    func text(_ pair: ScoreInput?) -> String {
      guard let pair else { return "" }
      if case .overall(let impact) = pair.impact { return "\(pair.likelihood) × \(impact)" }
      return "\(pair.likelihood) × …"
    }
    let differences = StaleSave.compare([
      ("likelihood", Localized("Doğal olasılık × etki", "Inherent"), text(current?.inherent), text(input.inherent)),
      (
        "residual-likelihood", Localized("Artık olasılık × etki", "Residual"), text(current?.residual),
        text(input.residual)
      ),
      ("target-likelihood", Localized("Hedef olasılık × etki", "Target"), text(current?.target), text(input.target)),
      ("reason", Localized("Gerekçe", "Reason"), current?.reason ?? "", input.reason),
    ])
    let last = try Journal.entries(ofRisk: risk.id, limit: 1, connection).first
    return stale(differences, changedBy: last?.stamp, risk.version)
  }
}

extension AssessmentInput {
  var tidy: AssessmentInput {
    var input = self
    input.reason = String(reason.tidy.prefix(4000)).trimmed
    return input
  }
}
