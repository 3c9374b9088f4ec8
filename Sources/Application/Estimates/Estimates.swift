import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Estimates a risk's frequency and loss. `version` is the one the form was based on, 0 where there was none.
  @discardableResult
  public func setEstimate(
    _ reference: String, _ form: EstimateForm, version: Int, by actor: Actor
  ) throws -> RiskEstimation {
    try appendEstimate(reference, version: version, useCase: "estimate-set", by: actor) {
      let checked = try form.checked()
      return (checked.estimate, checked.rationale)
    }
  }

  /// Takes a risk's estimate back, with a reason; its history stays.
  @discardableResult
  public func clearEstimate(
    _ reference: String, reason: String, version: Int, by actor: Actor
  ) throws -> RiskEstimation {
    try appendEstimate(reference, version: version, useCase: "estimate-clear", by: actor) {
      (nil, try App.given(reason))
    }
  }

  /// The estimate of a risk with its history, now or as it was known at the end of `asOf`.
  public func estimate(ofRisk reference: String, asOf: Day? = nil, by actor: Actor) throws -> EstimatePage {
    try read { connection in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      var history = try EstimateTable.all(of: risk.id, connection)
      if let asOf {
        let end = Instant.startInIstanbul(of: asOf.adding(days: 1))
        history = history.filter { $0.recordedAt < end }
      }
      return EstimatePage(
        reference: risk.reference, statement: risk.details.statement, history: history,
        mayWrite: asOf == nil && risk.retiredOn == nil && access.allows(.estimateLoss, in: risk.details.unitID))
    }
  }

  private func appendEstimate(
    _ reference: String, version: Int, useCase: String, by actor: Actor,
    _ body: () throws -> (estimate: RiskEstimate?, rationale: String)
  ) throws -> RiskEstimation {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      try access.require(.estimateLoss, in: risk.details.unitID)
      guard risk.retiredOn == nil else { throw App.closedForEstimates }
      let wanted = try body()
      let last = try EstimateTable.all(of: risk.id, connection).first
      guard (last?.version ?? 0) == version else {
        throw try staleEstimate(last, wanted, connection)
      }
      if wanted.estimate == nil, last?.estimate == nil { throw Access.notFound }
      let made = try EstimateTable.insert(
        RiskEstimation(
          id: Identifier(0), riskID: risk.id, version: version + 1, estimate: wanted.estimate,
          rationale: wanted.rationale, recordedAt: stamp.at, recordedBy: stamp.actor), connection)
      try Journal.append(stamp, after: .riskEstimate(made, unitID: risk.details.unitID), connection)
      return made
    }
  }

  private func staleEstimate(
    _ last: RiskEstimation?, _ wanted: (estimate: RiskEstimate?, rationale: String), _ connection: Connection
  ) throws -> Problem {
    func words(_ estimate: RiskEstimate?) -> (String, String) {
      (estimate?.frequency.words.turkish ?? "", estimate?.loss.words.turkish ?? "")
    }
    let (theirs, yours) = (words(last?.estimate), words(wanted.estimate))
    return try stale(
      StaleSave.compare([
        ("frequency", Localized("Sıklık", "Frequency"), theirs.0, yours.0),
        ("lossKind", Localized("Olay başına kayıp", "Loss per event"), theirs.1, yours.1),
        ("rationale", Localized("Dayanak", "Rationale"), last?.rationale ?? "", wanted.rationale),
      ]), .riskEstimate, last?.id.rawValue ?? 0, last?.version ?? 0, connection)
  }

  private static let closedForEstimates = Problem(
    .conflict, Localized("Risk kapatılmış; önce yeniden açın.", "The risk is closed; reopen it first."))
}
