import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Takes note of the case of a risk above its appetite, with what will be done. `version` is the case's, `nil` for
  /// whatever it is now.
  @discardableResult
  public func acknowledgeBreach(
    _ reference: String, plan: String, version: Int? = nil, by actor: Actor
  ) throws -> BreachCase {
    let plan = try App.given(plan, field: "plan")
    return try act(
      .acknowledge, on: reference, useCase: "breach-acknowledge", needs: .manageBreaches, text: plan, version, by: actor
    )
  }

  /// Accepts a risk above its appetite until the day `until`, after which the case reopens. A higher role does it, and
  /// not who acknowledged the case.
  @discardableResult
  public func acceptBreach(
    _ reference: String, reason: String, until: Day?, version: Int? = nil, by actor: Actor
  ) throws -> BreachCase {
    let reason = String(reason.trimmed.prefix(2000))
    var problems: [FieldProblem] = []
    if reason.isEmpty { problems.append(FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))) }
    let last = today.adding(months: App.longestAcceptance)
    if until.map({ $0 <= today || $0 > last }) ?? true {
      problems.append(
        FieldProblem(
          "until",
          Localized(
            "Yarından \(last.turkish) gününe kadar bir gün seçin; kabul en çok bir yıl sürer.",
            "Choose a day from tomorrow to \(last); an acceptance lasts a year at most.")))
    }
    try Problem.throwIfAny(problems)
    return try act(
      .accept, on: reference, useCase: "breach-accept", needs: .approveAppetite, text: reason, until: until, version,
      by: actor)
  }

  /// Closes a case by hand; only within the tolerance.
  @discardableResult
  public func settleBreach(
    _ reference: String, reason: String, version: Int? = nil, by actor: Actor
  ) throws -> BreachCase {
    let reason = try App.given(reason)
    return try act(
      .settle, on: reference, useCase: "breach-settle", needs: .manageBreaches, text: reason, version, by: actor)
  }

  /// Months an acceptance lasts at most: risks are reviewed once a year at least (KİKS, risk değerlendirme 6.2).
  static var longestAcceptance: Int { 12 }

  private func act(
    _ act: BreachCase.Act, on reference: String, useCase: String, needs permission: Permission, text: String,
    until: Day? = nil, _ version: Int?, by actor: Actor
  ) throws -> BreachCase {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      try access.require(permission, in: risk.details.unitID)
      if act == .accept, actor.accountID == nil { throw App.acceptanceNeedsAccount }
      try compareWithAppetite(risk.id, stamp, connection)
      guard var breach = BreachCase.all(try BreachEventTable.all(ofRisk: risk.id, connection)).last,
        let last = breach.last
      else { throw App.noCase }
      if let version, version != breach.version { throw staleCase(breach, last, text) }
      if let obstacle = breach.obstacle(to: act, by: actor.accountID) { throw Problem(.conflict, obstacle) }
      let event = try append(
        BreachEvent(
          id: Identifier(0), caseID: breach.id, riskID: risk.id, kind: act.event, at: stamp.at, by: stamp.actor,
          accountID: stamp.accountID, grade: last.grade, score: last.score, methodologyID: last.methodologyID,
          statementID: last.statementID, text: text, until: until),
        unitID: risk.details.unitID, stamp, connection)
      breach.take(event)
      return breach
    }
  }

  private func staleCase(_ breach: BreachCase, _ last: BreachEvent, _ text: String) -> Problem {
    let label = Localized("Son durum", "State")
    return stale(
      StaleSave.compare([("text", label, "\(last.kind.name.turkish): \(last.text)", text)]),
      changedBy: JournalStamp(at: last.at, accountID: last.accountID, actor: last.by, useCase: ""), breach.version)
  }

  private static let noCase = Problem(
    .conflict,
    Localized("Bu riskin iştah aşımı kaydı yok.", "There is no case of this risk being above its appetite."))
  private static let acceptanceNeedsAccount = Problem(
    .forbidden,
    Localized(
      "Kabul, hesabı olan bir kişinin işidir; komut satırında --as ile kişiyi belirtin.",
      "Accepting takes a person with an account; name one with --as at the command line."))
}

extension BreachCase.Act {
  fileprivate var event: BreachEvent.Kind {
    switch self {
    case .acknowledge: .acknowledged
    case .accept: .accepted
    case .settle: .settled
    }
  }
}
