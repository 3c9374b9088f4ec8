import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Everything about one risk, today or as it was known at the end of `asOf`.
  public func risk(_ reference: String, by actor: Actor, asOf: Day? = nil) throws -> RiskPage {
    try startDay()
    return try read { connection in
      let access = try Access(actor, before: asOf?.endInIstanbul, connection)
      let live = try find(reference, access, connection)
      if let asOf { try requireSight(of: live, on: asOf, access, connection) }
      let past = try asOf.map { day in try stateAt(day, of: live, connection) }
      let risk = past?.risk ?? live
      let history = try past?.history ?? AssessmentTable.history(of: live.id, connection)
      return try page(risk, history, asOf: asOf, access, connection)
    }
  }

  private func stateAt(_ day: Day, of risk: Risk, _ connection: Connection) throws -> (
    risk: Risk, history: [Assessment]
  ) {
    guard var then = try RegisterHistory.risk(risk.id, at: .day(day), connection) else {
      throw Problem(
        .notFound,
        Localized(
          "Risk \(day.turkish) gününde henüz kayıtlı değildi.", "The risk was not in the register yet on \(day)."))
    }
    let end = day.endInIstanbul
    let known = try RegisterHistory.assessments(of: risk.id, at: .day(day), connection).filter { $0.recordedAt < end }
    // What was entered later about an earlier day was not known then.
    then.currentAssessmentID = known.first?.id
    return (then, known)
  }

  private func page(
    _ risk: Risk, _ history: [Assessment], asOf: Day?, _ access: Access, _ connection: Connection
  ) throws -> RiskPage {
    let (isPast, current) = (asOf != nil, history.first)
    let unit = access.tree.units[risk.details.unitID]
    let methodology =
      try current.flatMap { try self.methodology(digest: $0.ruleDigest, connection) }
      ?? self.methodology(connection, on: asOf ?? today, before: asOf?.endInIstanbul)
    let change = current.flatMap { now in
      history.count > 1
        ? ChangeDirection(from: history.dropFirst().first, to: now) : risk.details.declaredChange ?? .new
    }
    let appetite = try appetite(of: risk, current, methodology, asOf: asOf, access, connection)
    let mayReadJournal = access.allows(.readJournal, in: risk.details.unitID)
    var page = RiskPage(
      row: RegisterRow(
        risk: risk, unitCode: unit?.code ?? "", unitName: unit?.name ?? "", assessment: current,
        level: current.flatMap { methodology.level($0.effective.levelID) },
        inherentLevel: current.flatMap { methodology.level($0.inherent.levelID) }, change: change),
      unitPath: access.tree.path(to: risk.details.unitID),
      inherentReasons: reasons(current?.inherent, current, methodology, appetite),
      residualReasons: reasons(current?.residual, current, methodology, appetite), methodology: methodology,
      history: history,
      journal: mayReadJournal && !isPast
        ? try Journal.entries(ofRisk: risk.id, limit: 200, connection).map { try line($0, connection) }
        : [],
      findings: try reviewFindings(risk, asOf: asOf, connection) + findings(risk, current, methodology, appetite)
        + actionFindings(risk, appetite, asOf: asOf, connection),
      permissions: isPast ? [] : permissions(risk, access))
    let override = try current.flatMap {
      try ReviewOverrideTable.current(of: $0.id, before: asOf?.endInIstanbul, connection)
    }
    for digest in Set(history.map(\.ruleDigest)) {
      page.methodologies[digest] = try self.methodology(digest: digest, connection)
    }
    page.reviewOn = override?.reviewOn ?? current?.nextReviewOn
    page.appetite = appetite
    page.row.appetite = appetite.ownGrade
    page.identification = try identification(of: risk, asOf: asOf, access, connection)
    return page
  }

  /// The reasoning of a stored pair, replayed under the version it was made with.
  private func reasons(
    _ pair: JudgedPair?, _ assessment: Assessment?, _ methodology: Methodology, _ appetite: RiskAppetite?
  ) -> [ExplanationStep] {
    guard let pair, let assessment else { return [] }
    let input =
      pair.impactByDimension.isEmpty
      ? ScoreInput(likelihood: pair.likelihood, impact: pair.impact)
      : ScoreInput(likelihood: pair.likelihood, dimensions: pair.impactByDimension)
    let steps = (try? score(input, under: methodology, on: assessment.assessedOn))?.explanation ?? []
    let own = appetite?.standing(of: pair).step(in: methodology)
    return steps.compared(own) + keptReview(assessment)
  }

  /// Why a derived assessment has another review day than its level gives: re-scoring never moves a review back.
  private func keptReview(_ assessment: Assessment) -> [ExplanationStep] {
    guard assessment.origin == .derived,
      let mapping = try? ScaleMapping.load(dataFolder: dataFolder, on: assessment.assessedOn)
    else { return [] }
    return [mapping.reviewStep(assessment.nextReviewOn)]
  }

  private func findings(
    _ risk: Risk, _ assessment: Assessment?, _ methodology: Methodology, _ appetite: RiskAppetite?
  ) -> [Finding] {
    var findings: [Finding] = []
    if let residual = assessment?.residual, let inherent = assessment?.inherent {
      var cautions: [Judgement.Caution] = []
      if (residual.score ?? residual.levelRank) == (inherent.score ?? inherent.levelRank) {
        cautions.append(Judgement.residualEqual)
      }
      if residual.likelihood > inherent.likelihood || residual.impact > inherent.impact {
        cautions.append(Judgement.factorRisen)
      }
      findings += cautions.map { Finding(code: $0.code, severity: .warning, message: $0.message) }
    }
    if let declared = risk.details.declaredScore, let score = assessment?.inherent.score, declared != score {
      findings.append(
        Finding(
          code: "declared-score-differs", severity: .warning,
          message: Localized(
            "Dosyadaki puan \(declared), kurallara göre \(score).",
            "The file declared \(declared); the rules give \(score).")))
    }
    findings += responseFindings(risk.details)
    return findings + (appetite?.findings(risk.details) ?? [])
  }

  /// A risk above its own appetite that is to be controlled asks for an action.
  private func actionFindings(
    _ risk: Risk, _ appetite: RiskAppetite, asOf: Day?, _ connection: Connection
  ) throws -> [Finding] {
    guard let grade = appetite.ownGrade, grade != .within, risk.details.response == .control,
      try !hasOpenAction(risk.id, before: asOf?.endInIstanbul, connection)
    else { return [] }
    return [
      Finding(
        code: "action-missing", severity: .warning,
        message: Localized(
          "Risk iştahın üstünde ve kontrol edilecek; açık eylemi yok. Bir eylem ekleyin.",
          "The risk is above appetite and is to be controlled, but has no open action. Add one."))
    ]
  }

  /// Responses that belong to the other kind of uncertainty.
  private func responseFindings(_ details: RiskDetails) -> [Finding] {
    switch (details.kind, details.response) {
    case (.opportunity, .control), (.opportunity, .transfer), (.opportunity, .avoid):
      [
        Finding(
          code: "response-for-threats", severity: .warning,
          message: Localized(
            "Bu bir fırsat; seçilen cevap tehditler içindir. «Fırsatı değerlendirmek» veya «Kabul etmek» seçin.",
            "This is an opportunity and the response chosen is for threats. Choose «Exploit» or «Accept»."))
      ]
    case (.threat, .exploit):
      [
        Finding(
          code: "response-for-opportunities", severity: .warning,
          message: Localized(
            "Bu bir tehdit; «Fırsatı değerlendirmek» fırsatlar içindir. Türü ya da cevabı düzeltin.",
            "This is a threat; «Exploit» is for opportunities. Correct the kind or the response."))
      ]
    default: []
    }
  }

  private func permissions(_ risk: Risk, _ access: Access) -> Set<RiskPermission> {
    var allowed: Set<RiskPermission> = []
    let unit = risk.details.unitID
    if access.allows(.editRisk, in: unit), risk.retiredOn == nil { allowed.insert(.edit) }
    if access.allows(.assess, in: unit), risk.retiredOn == nil { allowed.insert(.assess) }
    if access.allows(.retireRisk, in: unit) { allowed.insert(.retire) }
    if access.allows(.readJournal, in: unit) { allowed.insert(.journal) }
    return allowed
  }
}
