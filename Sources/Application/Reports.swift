import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import GuvenceStorage

extension App {
  /// The consolidated risk report of `period` for a unit and everything below it, or for all in view. A period that still
  /// runs is reported as of today.
  public func consolidatedReport(period: Period, unitCode: String?, by actor: Actor) throws -> ConsolidatedReport {
    let now = clock()
    guard period.start <= now.dayInIstanbul else {
      throw Problem(
        .invalid,
        Localized("«\(period)» dönemi henüz başlamadı.", "The period «\(period)» has not begun."),
        fields: [FieldProblem("period", Localized("Başlamış bir dönem seçin.", "Choose a period that has begun."))])
    }
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let unit = try unitCode.flatMap { $0.isEmpty ? nil : try access.unit($0, connection) }
      let asOf = min(period.end, now.dayInIstanbul)
      var scope = access.scope(.read)
      if let unit { scope = scope.intersection(.units(access.tree.subtree(of: unit.id))) }
      let past = try RegisterHistory.risks(
        at: .day(asOf), comparedWith: period.previous.end, in: scope, connection)
      let owner = try administration(connection)
      let reviews = try ReviewOverrideTable.days(before: asOf.endInIstanbul, connection)
      return ConsolidatedReport(
        RegisterSnapshot(
          administration: owner.name, isSample: owner.isSample, period: period, unitName: unit?.name, asOf: asOf,
          takenAt: now, takenBy: actor.displayName, journalHead: try Journal.head(connection).description,
          methodology: try self.methodology(connection, on: asOf),
          entries: try ownVerdicts(past, asOf, connection)
            .filter { $0.risk.retiredOn.map { $0 >= period.start } ?? true }
            .map { try entry($0, period, reviews, connection) }))
    }
  }

  private func entry(
    _ past: PastRisk, _ period: Period, _ reviews: [Identifier<Assessment>: Day], _ connection: Connection
  ) throws -> RegisterSnapshot.Entry {
    RegisterSnapshot.Entry(
      risk: past.risk, unitCode: past.unitCode, unitName: past.unitName, current: past.assessment,
      previous: past.earlier, level: try past.assessment.flatMap { try level(of: $0, connection) },
      previousLevel: try past.earlier.flatMap { try level(of: $0, connection) },
      isNew: period.contains(past.risk.createdAt.dayInIstanbul), isClosed: past.risk.retiredOn != nil,
      reviewOn: past.assessment.flatMap { reviews[$0.id] })
  }
}
