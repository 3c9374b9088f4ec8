import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Indicators of the units in view, with their latest readings and what is due.
  public func indicators(_ query: IndicatorQuery = IndicatorQuery(), by actor: Actor) throws -> IndicatorList {
    let (today, rules) = (today, try indicatorRules(on: today))
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var scope = access.scope(.read)
      if let code = query.unitCode, !code.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
      }
      let all = try IndicatorTable.all(in: scope, connection)
        .map { try line($0, access.tree, rules, today, connection) }
      var counts: [IndicatorState: Int] = [:]
      for state in IndicatorState.allCases { counts[state] = all.count { $0.isIn(state) } }
      let lines = all.filter { line in query.state.map(line.isIn) ?? (line.indicator.retiredOn == nil) }
      return IndicatorList(
        query: query, lines: lines, counts: counts, units: try access.lines(.read, connection), rules: rules,
        mayWrite: access.allowsAnywhere(.manageIndicators))
    }
  }

  /// Everything about one indicator.
  public func indicator(_ code: String, by actor: Actor) throws -> IndicatorPage {
    let (today, rules) = (today, try indicatorRules(on: today))
    return try read { connection in
      let access = try Access(actor, connection)
      let indicator = try findIndicator(code, access, connection)
      let line = try line(indicator, access.tree, rules, today, connection)
      let readings = try readings(indicator, line.series, rules, connection)
      let reasons = line.last.flatMap { last in
        line.movement.map { IndicatorReasons.steps(last, $0, under: rules) }
      }
      return IndicatorPage(
        line: line, unitPath: access.tree.path(to: indicator.details.unitID), readings: readings,
        reasons: reasons ?? [], risks: try linkedRisks(indicator, access, connection), rules: rules,
        journal: try indicatorJournal(indicator, access, connection),
        mayWrite: access.allows(.manageIndicators, in: indicator.details.unitID))
    }
  }

  /// Indicators in view that are linked to a risk in view.
  public func indicators(ofRisk reference: String, by actor: Actor) throws -> [IndicatorLine] {
    let (today, rules) = (today, try indicatorRules(on: today))
    return try read { connection in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      return try IndicatorTable.all(ofRisk: risk.id, in: access.scope(.read), connection)
        .map { try line($0, access.tree, rules, today, connection) }
    }
  }

  /// The shipped example indicators.
  public func indicatorTemplates(by actor: Actor) throws -> [IndicatorTemplate] {
    try read { connection in try Access(actor, connection).requireAnywhere(.read) }
    return try Catalogs.load(dataFolder: dataFolder).indicators
  }

  /// The rules of indicators in force on `day`.
  public func indicatorRules(on day: Day) throws -> IndicatorRules {
    guard let found = rules.indicatorRules(on: day) else {
      throw Problem(
        .conflict,
        Localized("Gösterge kuralları kural klasöründe yok.", "The rules folder has no rules for indicators."))
    }
    return found
  }

  /// The indicator, where the actor may read it.
  func findIndicator(_ code: String, _ access: Access, _ connection: Connection) throws -> Indicator {
    guard let found = try IndicatorTable.find(code: code, in: access.scope(.read), connection) else {
      throw Access.notFound
    }
    return found
  }

  func line(
    _ indicator: Indicator, _ tree: UnitTree, _ rules: IndicatorRules, _ today: Day, _ connection: Connection
  ) throws -> IndicatorLine {
    let series = IndicatorReading.effective(try ReadingTable.all(of: indicator.id, connection))
    let details = indicator.details
    let read = Set(series.map { ReadingPeriod(details.frequency, containing: $0.readOn).start })
    let unit = tree.units[details.unitID]
    return IndicatorLine(
      indicator: indicator, unitCode: unit?.code ?? "", unitName: unit?.name ?? "", series: series,
      movement: IndicatorMovement.all(series, under: rules).last,
      schedule: indicator.retiredOn == nil
        ? IndicatorSchedule(details.frequency, from: details.startsOn, read: read, today: today, under: rules) : nil)
  }

  private func readings(
    _ indicator: Indicator, _ series: [IndicatorReading], _ rules: IndicatorRules, _ connection: Connection
  ) throws -> [IndicatorPage.Reading] {
    let all = try ReadingTable.all(of: indicator.id, connection)
    let movements = Dictionary(
      zip(series.map(\.id), IndicatorMovement.all(series, under: rules)), uniquingKeysWith: { first, _ in first })
    let replaced = Dictionary(
      all.compactMap { reading in reading.supersedesID.map { ($0, reading.id) } }, uniquingKeysWith: { $1 })
    return all.sorted { ($0.readOn, $0.id) > ($1.readOn, $1.id) }
      .map { .init(reading: $0, movement: movements[$0.id], replacedBy: replaced[$0.id]) }
  }

  private func linkedRisks(
    _ indicator: Indicator, _ access: Access, _ connection: Connection
  ) throws -> [IndicatorPage.LinkedRisk] {
    try indicator.risks.compactMap { try RiskTable.find($0, connection) }
      .filter { access.allows(.read, in: $0.details.unitID) }
      .sorted { TurkishText.precedes($0.reference, $1.reference) }
      .map { .init(reference: $0.reference, statement: $0.details.statement) }
  }

  private func indicatorJournal(
    _ indicator: Indicator, _ access: Access, _ connection: Connection
  ) throws -> [JournalLine] {
    guard access.allows(.readJournal, in: indicator.details.unitID) else { return [] }
    return try Journal.entries(of: .indicator, id: indicator.id.rawValue, limit: 100, connection)
      .map { try line($0, access.tree, connection) }
  }
}
