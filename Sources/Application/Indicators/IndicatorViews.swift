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

  /// Everything about one indicator, now or as it stood at the end of `asOf`.
  public func indicator(_ code: String, asOf: Day? = nil, by actor: Actor) throws -> IndicatorPage {
    let past = asOf.flatMap { $0 < today ? $0 : nil }
    let (day, moment) = (past ?? today, past?.endInIstanbul)
    let rules = try indicatorRules(on: day)
    return try read { connection in
      let access = try Access(actor, before: moment, connection)
      let live = try findIndicator(code, access, connection)
      let indicator = try past.map { try self.indicator(live, on: $0, connection) } ?? live
      let all = try ReadingTable.all(of: indicator.id, before: moment, connection)
      let line = line(indicator, all, access.tree, rules, day)
      let readings = readings(all, line.series, rules)
      let reasons = line.last.flatMap { last in
        line.movement.map { IndicatorReasons.steps(last, $0, under: rules) }
      }
      return IndicatorPage(
        line: line, unitPath: access.tree.path(to: indicator.details.unitID), readings: readings,
        reasons: reasons ?? [],
        risks: try risks(indicator.risks, asOf: past, access, connection)
          .map { .init(reference: $0.reference, statement: $0.details.statement) },
        rules: rules, journal: past == nil ? try indicatorJournal(indicator, access, connection) : [],
        mayWrite: past == nil && access.allows(.manageIndicators, in: indicator.details.unitID))
    }
  }

  private func indicator(_ live: Indicator, on day: Day, _ connection: Connection) throws -> Indicator {
    guard let then = try IndicatorTable.find(live.id, before: day.endInIstanbul, connection) else {
      throw Problem(
        .notFound,
        Localized(
          "Gösterge \(day.turkish) gününde henüz kayıtlı değildi.", "The indicator was not recorded yet on \(day)."))
    }
    return then
  }

  /// Indicators in view that are linked to a risk in view, now or as they stood at the end of `asOf`.
  public func indicators(ofRisk reference: String, asOf: Day? = nil, by actor: Actor) throws -> [IndicatorLine] {
    let past = asOf.flatMap { $0 < today ? $0 : nil }
    let (day, moment) = (past ?? today, past?.endInIstanbul)
    let rules = try indicatorRules(on: day)
    return try read { connection in
      let access = try Access(actor, before: moment, connection)
      let risk = try find(reference, access, connection)
      return try IndicatorTable.all(ofRisk: risk.id, in: access.scope(.read), before: moment, connection).map {
        line($0, try ReadingTable.all(of: $0.id, before: moment, connection), access.tree, rules, day)
      }
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
    line(indicator, try ReadingTable.all(of: indicator.id, connection), tree, rules, today)
  }

  private func line(
    _ indicator: Indicator, _ readings: [IndicatorReading], _ tree: UnitTree, _ rules: IndicatorRules, _ today: Day
  ) -> IndicatorLine {
    let series = IndicatorReading.effective(readings)
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
    _ all: [IndicatorReading], _ series: [IndicatorReading], _ rules: IndicatorRules
  ) -> [IndicatorPage.Reading] {
    let movements = Dictionary(
      zip(series.map(\.id), IndicatorMovement.all(series, under: rules)), uniquingKeysWith: { first, _ in first })
    let replaced = Dictionary(
      all.compactMap { reading in reading.supersedesID.map { ($0, reading.id) } }, uniquingKeysWith: { $1 })
    return all.sorted { ($0.readOn, $0.id) > ($1.readOn, $1.id) }
      .map { .init(reading: $0, movement: movements[$0.id], replacedBy: replaced[$0.id]) }
  }

  private func indicatorJournal(
    _ indicator: Indicator, _ access: Access, _ connection: Connection
  ) throws -> [JournalLine] {
    guard access.allows(.readJournal, in: indicator.details.unitID) else { return [] }
    return try Journal.entries(of: .indicator, id: indicator.id.rawValue, limit: 100, connection)
      .map { try line($0, connection) }
  }
}
