import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Events of the units in view with their totals, now or as they stood at the end of a past day.
  public func events(_ query: EventQuery = EventQuery(), by actor: Actor) throws -> EventList {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var scope = access.scope(.read)
      if let code = query.unitCode, !code.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
      }
      let past = query.asOf.flatMap { $0 < today ? $0 : nil }
      let all = try EventTable.all(in: scope, asOf: past, connection)
      let chosen = all.filter(query.matches)
      return EventList(
        query: query, lines: try chosen.map { try line($0, access, connection) }, total: EventTotal(chosen),
        groups: App.groups(chosen, access.tree), years: Set(all.map(\.details.occurredOn.year)).sorted(by: >),
        units: try access.lines(.read, connection), mayWrite: past == nil && access.allowsAnywhere(.manageEvents))
    }
  }

  /// Everything about one event, now or as it stood at the end of `asOf`.
  public func event(_ code: String, asOf: Day? = nil, by actor: Actor) throws -> EventPage {
    let past = asOf.flatMap { $0 < today ? $0 : nil }
    return try read { connection in
      let access = try Access(actor, before: past?.endInIstanbul, connection)
      let live = try findEvent(code, access, connection)
      let event = try past.map { try self.event(live, on: $0, connection) } ?? live
      let unit = event.details.unitID
      return EventPage(
        line: try line(event, access, connection), unitPath: access.tree.path(to: unit),
        risks: try linkedRisks(event, asOf: past, access, connection),
        lessons: try LessonTable.all(of: event.id, before: past?.endInIstanbul, connection),
        journal: past == nil && access.allows(.readJournal, in: unit)
          ? try Journal.entries(of: .event, id: event.id.rawValue, limit: 100, connection)
            .map { try line($0, connection) } : [],
        mayWrite: past == nil && access.allows(.manageEvents, in: live.details.unitID))
    }
  }

  private func event(_ live: RealisedEvent, on day: Day, _ connection: Connection) throws -> RealisedEvent {
    guard let then = try EventTable.find(live.id, before: day.endInIstanbul, connection) else {
      throw Problem(
        .notFound,
        Localized("Olay \(day.turkish) gününde henüz kayıtlı değildi.", "The event was not recorded yet on \(day)."))
    }
    return then
  }

  /// Events in view that are linked to a risk in view, today or as they stood at the end of `asOf`.
  public func events(ofRisk reference: String, asOf: Day? = nil, by actor: Actor) throws -> RiskEvents {
    let today = today
    return try read { connection in
      let past = asOf.flatMap { $0 < today ? $0 : nil }
      let access = try Access(actor, before: past?.endInIstanbul, connection)
      let risk = try find(reference, access, connection)
      let events = try EventTable.all(ofRisk: risk.id, in: access.scope(.read), asOf: past, connection)
      return RiskEvents(
        lines: try events.map { try line($0, access, connection) },
        frequency: EventFrequency(of: events, from: risk.createdAt.dayInIstanbul, to: past ?? today),
        total: EventTotal(events),
        mayAdd: past == nil && risk.retiredOn == nil && access.allows(.manageEvents, in: risk.details.unitID))
    }
  }

  /// The event, where the actor may read it.
  func findEvent(_ code: String, _ access: Access, _ connection: Connection) throws -> RealisedEvent {
    guard let found = try EventTable.find(code: code, in: access.scope(.read), connection) else {
      throw Access.notFound
    }
    return found
  }

  private func line(_ event: RealisedEvent, _ access: Access, _ connection: Connection) throws -> EventLine {
    let unit = access.tree.units[event.details.unitID]
    return EventLine(
      event: event, unitCode: unit?.code ?? "", unitName: unit?.name ?? "",
      risks: try linkedRisks(event, access, connection).map(\.reference))
  }

  private func linkedRisks(
    _ event: RealisedEvent, asOf: Day? = nil, _ access: Access, _ connection: Connection
  ) throws -> [EventPage.LinkedRisk] {
    try risks(event.risks, asOf: asOf, access, connection)
      .map { .init(reference: $0.reference, statement: $0.details.statement) }
  }

  /// These risks as far as the reader may see them, by reference; as they stood at the end of `asOf` where it is given.
  func risks(
    _ ids: Set<Identifier<Risk>>, asOf: Day?, _ access: Access, _ connection: Connection
  ) throws -> [Risk] {
    try ids.compactMap { try RiskTable.find($0, connection) }
      .filter { access.allows(.read, in: $0.details.unitID) }
      .sorted { TurkishText.precedes($0.reference, $1.reference) }
      .map { live in try asOf.flatMap { try RegisterHistory.risk(live.id, at: .day($0), connection) } ?? live }
  }

  private static func groups(_ events: [RealisedEvent], _ tree: UnitTree) -> [EventGrouping: [EventGroup]] {
    func grouped(_ key: (RealisedEvent) -> String, _ name: (RealisedEvent) -> String) -> [EventGroup] {
      Dictionary(grouping: events, by: key).map { key, members in
        EventGroup(key: key, name: members.first.map(name) ?? key, total: EventTotal(members))
      }.sorted { left, right in
        let (mine, other) = (left.total, right.total)
        if mine.loss.net != other.loss.net { return mine.loss.net > other.loss.net }
        if mine.count != other.count { return mine.count > other.count }
        return TurkishText.precedes(left.key, right.key)
      }
    }
    let years = grouped({ String($0.details.occurredOn.year) }, { String($0.details.occurredOn.year) })
    return [
      .unit: grouped(
        { tree.units[$0.details.unitID]?.code ?? "" }, { tree.units[$0.details.unitID]?.name ?? "" }),
      .category: grouped({ $0.details.category }, { $0.details.category }),
      .year: years.sorted { $0.key > $1.key },
    ]
  }
}
