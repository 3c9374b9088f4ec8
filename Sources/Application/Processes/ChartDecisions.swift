import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Hands the draft in for review; findings of level error block that.
  public func submitChart(_ code: String, version: Int, by actor: Actor) throws -> ChartVersion {
    try decide(code, version: version, "chart-submit", needs: .manageProcesses, by: actor) { chart, change in
      guard chart.state == .draft else { throw App.inReview }
      try refuseErrors(chart, change)
      (chart.state, chart.submittedBy, chart.submittedAt) = (.inReview, change.stamp.actor, change.stamp.at)
      (chart.returnReason, chart.decidedBy) = ("", "")
    }
  }

  /// Gives a version in review back to be changed.
  public func returnChart(_ code: String, reason: String, version: Int, by actor: Actor) throws -> ChartVersion {
    let reason = String(reason.tidy.prefix(2000))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return try decide(code, version: version, "chart-return", needs: .approveProcesses, by: actor) { chart, change in
      guard chart.state == .inReview else { throw App.notInReview }
      (chart.state, chart.returnReason, chart.decidedBy) = (.draft, reason, change.stamp.actor)
      (chart.submittedBy, chart.submittedAt) = ("", nil)
    }
  }

  /// Approves the version in review: it is in force from now on, the former one is superseded, the review is due a year
  /// later. Takes a person with an account who has not prepared it; findings of level error block it.
  public func approveChart(
    _ code: String, effectiveOn: Day? = nil, version: Int, by actor: Actor
  ) throws -> ChartVersion {
    let today = today
    if let effectiveOn, effectiveOn < today {
      try Problem.throwIfAny([
        FieldProblem(
          "effectiveOn", Localized("Yürürlük günü geçmişte olamaz.", "It cannot come into force in the past."))
      ])
    }
    return try decide(code, version: version, "chart-approve", needs: .approveProcesses, by: actor) { chart, change in
      guard chart.state == .inReview else { throw App.notInReview }
      if let why = try whyNotApprove(chart, actor, change.connection) { throw Problem(.forbidden, why) }
      try refuseErrors(chart, change)
      try supersede(change)
      (chart.state, chart.decidedBy, chart.approvedAt) = (.approved, change.stamp.actor, change.stamp.at)
      chart.effectiveOn = effectiveOn ?? today
      chart.reviewDueOn = today.adding(months: try checks().limits.reviewMonths)
    }
  }

  /// Gives up the open version; it stays in the history.
  public func discardChart(_ code: String, version: Int, by actor: Actor) throws -> ChartVersion {
    try decide(code, version: version, "chart-discard", needs: .manageProcesses, by: actor) { chart, change in
      (chart.state, chart.decidedBy) = (.discarded, change.stamp.actor)
    }
  }

  /// Why this person cannot approve a version their rank would let them approve; `nil` where they can.
  func whyNotApprove(_ chart: ChartVersion, _ actor: Actor, _ connection: Connection) throws -> Localized? {
    guard let account = actor.accountID else {
      return Localized(
        "Onay, hesabı olan bir kişinin işidir; komut satırında --as ile kişiyi belirtin.",
        "Approving takes a person with an account; name one with --as at the command line.")
    }
    let saving = ["chart-save", "chart-import", "process-adopt"]
    let prepared = try ChartVersionTable.wasPrepared(chart.id, by: account, useCases: saving, connection)
    return prepared || chart.preparerID == account
      ? Localized("Şemayı hazırlayan onu onaylayamaz.", "Who prepared a chart cannot approve it.") : nil
  }

  /// What runs while a version changes its state.
  private struct Change {
    let record: ProcessRecord
    let book: ProcessBook
    let stamp: JournalStamp
    let connection: Connection
  }

  private func decide(
    _ code: String, version: Int, _ useCase: String, needs permission: Permission, by actor: Actor,
    _ body: (inout ChartVersion, Change) throws -> Void
  ) throws -> ChartVersion {
    try write(useCase, by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      let record = try book.record(code)
      let unit = record.details.unitID
      try book.access.require(permission, in: unit)
      guard record.retiredOn == nil else { throw App.retiredProcess }
      guard let before = try book.versions(of: record.id, connection).first(where: { $0.state.isOpen }) else {
        throw App.nothingOpen
      }
      guard before.version == version else {
        throw try stale([], .chartVersion, before.id.rawValue, before.version, connection)
      }
      var after = before
      try body(&after, Change(record: record, book: book, stamp: stamp, connection: connection))
      after.version = before.version + 1
      guard try ChartVersionTable.update(&after, basedOn: version, connection) else { throw App.nothingOpen }
      try Journal.append(
        stamp, before: .chartVersion(before, unitID: unit), after: .chartVersion(after, unitID: unit), connection)
      try tellOfChart(after, of: record, book.access.tree, stamp, connection)
      return after
    }
  }

  private func supersede(_ change: Change) throws {
    let versions = try change.book.versions(of: change.record.id, change.connection)
    guard let before = versions.first(where: { $0.state == .approved }) else { return }
    var after = before
    (after.state, after.version) = (.superseded, before.version + 1)
    guard try ChartVersionTable.update(&after, basedOn: before.version, change.connection) else {
      throw App.nothingOpen
    }
    let unit = change.record.details.unitID
    try Journal.append(
      change.stamp, before: .chartVersion(before, unitID: unit), after: .chartVersion(after, unitID: unit),
      change.connection)
  }

  private func refuseErrors(_ chart: ChartVersion, _ change: Change) throws {
    let origin = try origin(of: chart, change.connection)
    let errors = try findings(on: chart, of: change.record, origin, change.book).filter { $0.level == .error }
    guard !errors.isEmpty else { return }
    throw Problem(
      .conflict,
      Localized(
        "Şemada \(errors.count) hata var; önce düzeltin.",
        errors.count == 1 ? "The chart has an error; correct it first." : "The chart has \(errors.count) errors."),
      fields: errors.map { FieldProblem($0.step.map { "step-\($0)" } ?? "chart", $0.text) })
  }

  static let notInReview = Problem(
    .conflict, Localized("Şema incelemede değil.", "The chart is not in review."))
  static let nothingOpen = Problem(
    .conflict, Localized("Açık bir taslak yok.", "There is no open draft."))
}
