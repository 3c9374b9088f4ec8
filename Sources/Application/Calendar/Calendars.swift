import GuvenceCatalogs
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// One month: reviews, readings, decisions, meetings, duties of the catalogue; and what is overdue.
  public func calendar(_ query: CalendarQuery = CalendarQuery(), by actor: Actor) throws -> CalendarPage {
    let today = today
    let month = query.month ?? Period(containing: today, length: .month)
    let duties = try Catalogs.load(dataFolder: dataFolder).obligations
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let span = CalendarSpan(from: month.start, through: month.end, query, today)
      let isCurrent = month.contains(today)
      let inMonth = try entries(span, access, connection) + span.obligations(duties)
      let late =
        isCurrent
        ? try entries(CalendarSpan(from: nil, through: today.adding(days: -1), query, today), access, connection) : []
      return CalendarPage(
        query: query, month: month, entries: CalendarSpan.sorted(inMonth),
        overdue: CalendarSpan.sorted(late.filter(\.isOverdue)), units: try access.lines(.read, connection),
        isCut: inMonth.count { $0.kind == .review } >= CalendarPage.limit)
    }
  }

  /// Twelve months from the query's month on as a file for calendar programs (RFC 5545).
  public func calendarFile(_ query: CalendarQuery, by actor: Actor) throws -> [UInt8] {
    let today = today
    let start = (query.month ?? Period(containing: today, length: .month)).start
    let duties = try Catalogs.load(dataFolder: dataFolder).obligations
    let (name, found) = try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let span = CalendarSpan(from: start, through: start.adding(months: 12).adding(days: -1), query, today)
      let all = try entries(span, access, connection) + span.obligations(duties)
      return (try administration(connection).name, CalendarSpan.sorted(all))
    }
    let language = actor.language
    return CalendarFile.bytes(
      name: "Güvence – \(name)", events: found.map { $0.event(language) }, at: clock())
  }

  /// What falls into `span` in the units of the actor's sight.
  func entries(_ span: CalendarSpan, _ access: Access, _ connection: Connection) throws -> [CalendarEntry] {
    var scope = access.scope(.read)
    if let code = span.query.unitCode, !code.isEmpty {
      scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
    }
    var found: [CalendarEntry] = []
    if span.wants(.review) { found += try reviews(span, scope, access.tree, connection) }
    if span.wants(.reading) { found += try readings(span, scope, access.tree, connection) }
    if span.wants(.action) { found += try actionDays(span, scope, access.tree, connection) }
    if span.wants(.chartReview) { found += try chartReviewDays(span, scope, access.tree, connection) }
    if span.wants(.escalation) { found += try escalationDays(span, scope, access, connection) }
    if span.wants(.decision) { found += try decisionDays(span, scope, access.tree, connection) }
    if span.wants(.appetite) { found += try appetiteDays(span, scope, access.tree, connection) }
    if span.wants(.meeting), scope == .all { found += try meetingDays(span, connection) }
    return found
  }

  private func reviews(
    _ span: CalendarSpan, _ scope: Scope, _ tree: UnitTree, _ connection: Connection
  ) throws -> [CalendarEntry] {
    try CalendarTable.reviews(
      from: span.from, through: span.through, in: scope, limit: CalendarPage.limit, connection
    ).map { review in
      CalendarEntry(
        day: review.reviewOn, kind: .review, subject: review.reference,
        title: Localized(review.statement, review.statement), unitID: review.unitID,
        unitCode: tree.units[review.unitID]?.code ?? "", isOverdue: review.reviewOn < span.today)
    }
  }

  private func readings(
    _ span: CalendarSpan, _ scope: Scope, _ tree: UnitTree, _ connection: Connection
  ) throws -> [CalendarEntry] {
    let rules = try indicatorRules(on: span.today)
    return try IndicatorTable.all(in: scope, connection).flatMap { indicator -> [CalendarEntry] in
      let line = try line(indicator, tree, rules, span.today, connection)
      guard let schedule = line.schedule else { return [] }
      let (frequency, grace) = (indicator.details.frequency, rules.graceDays[indicator.details.frequency] ?? 0)
      let read = Set(line.series.map { ReadingPeriod(frequency, containing: $0.readOn).start })
      var period = schedule.next
      var days: [CalendarEntry] = []
      while period.end.adding(days: grace) <= span.through, days.count < 62 {
        let due = period.end.adding(days: grace)
        if span.contains(due), !read.contains(period.start) {
          let title = "\(indicator.details.name) (\(period.text))"
          days.append(
            CalendarEntry(
              day: due, kind: .reading, subject: indicator.code, title: Localized(title, title),
              unitID: indicator.details.unitID, unitCode: line.unitCode, isOverdue: due < span.today))
        }
        period = ReadingPeriod(frequency, containing: period.end.adding(days: 1))
      }
      return days
    }
  }

  private func actionDays(
    _ span: CalendarSpan, _ scope: Scope, _ tree: UnitTree, _ connection: Connection
  ) throws -> [CalendarEntry] {
    try CalendarTable.actions(from: span.from, through: span.through, in: scope, connection).map { action in
      CalendarEntry(
        day: action.dueOn, kind: .action, subject: action.code, title: Localized(action.title, action.title),
        unitID: action.unitID, unitCode: tree.units[action.unitID]?.code ?? "", isOverdue: action.dueOn < span.today)
    }
  }

  private func escalationDays(
    _ span: CalendarSpan, _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> [CalendarEntry] {
    let live = try EscalationEventTable.all(in: scope, closed: false, connection)
      .filter { $0.state.isUnsettled && span.contains($0.dueOn) }
    return try lines(live, access, span.today, connection).map { line in
      let (to, name) = (line.escalation.to.short, line.escalation.occasion.trigger.name)
      return CalendarEntry(
        day: line.escalation.dueOn, kind: .escalation, subject: line.escalation.id.description,
        title: Localized(
          "\(line.reference) → \(to.turkish): \(name.turkish)", "\(line.reference) → \(to.english): \(name.english)"),
        unitID: line.unitID, unitCode: line.unitCode, isOverdue: line.isOverdue)
    }
  }

  private func decisionDays(
    _ span: CalendarSpan, _ scope: Scope, _ tree: UnitTree, _ connection: Connection
  ) throws -> [CalendarEntry] {
    try BoardDecisionTable.all(in: scope, connection).compactMap { entry in
      let decision = entry.decision
      guard decision.state == .open, let due = decision.dueOn, span.contains(due) else { return nil }
      return CalendarEntry(
        day: due, kind: .decision, subject: decision.id.description, title: Localized(decision.text, decision.text),
        unitID: decision.unitID, unitCode: decision.unitID.flatMap { tree.units[$0]?.code } ?? "",
        isOverdue: decision.isOverdue(on: span.today))
    }
  }

  /// Last days of statements in force, and of risks accepted for a time.
  private func appetiteDays(
    _ span: CalendarSpan, _ scope: Scope, _ tree: UnitTree, _ connection: Connection
  ) throws -> [CalendarEntry] {
    let statements = AppetiteBook(try AppetiteStatementTable.all(connection), on: span.today).inForce
    let ends = statements.compactMap { statement -> CalendarEntry? in
      guard let day = statement.validUntil, span.contains(day), span.query.unitCode == nil else { return nil }
      let words = App.words(statement.subject, nil)
      return CalendarEntry(day: day, kind: .appetite, subject: "", title: words, isOverdue: false)
    }
    let accepted = try breachLines(in: scope, tree, connection).compactMap { line -> CalendarEntry? in
      guard line.breach.state == .accepted, let day = line.breach.acceptance?.until, span.contains(day) else {
        return nil
      }
      return CalendarEntry(
        day: day, kind: .appetite, subject: line.reference,
        title: Localized("Süreli kabul: \(line.statement)", "Accepted until a day: \(line.statement)"),
        unitCode: line.unitCode, isOverdue: false)
    }
    return ends + accepted
  }

  private func meetingDays(_ span: CalendarSpan, _ connection: Connection) throws -> [CalendarEntry] {
    try BoardMeetingTable.all(connection).filter { span.contains($0.details.heldOn) && $0.details.state != .cancelled }
      .map { meeting in
        let place = meeting.details.place.isEmpty ? "" : " – " + meeting.details.place
        return CalendarEntry(
          day: meeting.details.heldOn, kind: .meeting, subject: meeting.id.description,
          title: Localized("İKİYK toplantısı" + place, "Meeting of the board" + place),
          startsAt: meeting.details.startsAt, isOverdue: false)
      }
  }
}

/// The days asked for.
struct CalendarSpan {
  /// First day; any before where `nil`.
  let from: Day?
  /// Last day, included.
  let through: Day
  let query: CalendarQuery
  let today: Day

  init(from: Day?, through: Day, _ query: CalendarQuery, _ today: Day) {
    (self.from, self.through, self.query, self.today) = (from, through, query, today)
  }

  func contains(_ day: Day) -> Bool { day <= through && from.map { day >= $0 } ?? true }
  func wants(_ kind: CalendarEntry.Kind) -> Bool { query.kind == nil || query.kind == kind }

  /// Duties of the catalogue that fall due; only in the calendar of the whole administration.
  func obligations(_ all: [Obligation]) -> [CalendarEntry] {
    guard wants(.obligation), query.unitCode == nil, let from else { return [] }
    return all.flatMap { duty in
      duty.occurrences(from: from, through: through).map { day in
        CalendarEntry(day: day, kind: .obligation, subject: duty.id, title: duty.title, isOverdue: false)
      }
    }
  }

  static func sorted(_ entries: [CalendarEntry]) -> [CalendarEntry] {
    entries.sorted {
      ($0.day, $0.kind.rawValue, $0.subject) < ($1.day, $1.kind.rawValue, $1.subject)
    }
  }
}

extension CalendarEntry {
  /// The entry as calendar programs read it.
  func event(_ language: Language) -> CalendarFile.Event {
    let parts = startsAt.split(separator: ":").compactMap { Int($0) }
    let start =
      parts.count == 2
      ? Instant.startInIstanbul(of: day).adding(seconds: parts[0] * 3600 + parts[1] * 60) : nil
    let isRecord = kind != .obligation && kind != .meeting
    let head = isRecord ? "\(kind.name(language)): \(subject)" : "\(kind.name(language)): \(title(language))"
    return CalendarFile.Event(
      id: "\(kind.rawValue)-\(subject)-\(day)@guvence", day: day, startsAt: start, summary: head,
      detail: title(language) + (unitCode.isEmpty ? "" : "\n" + unitCode), category: kind.name(language))
  }
}
