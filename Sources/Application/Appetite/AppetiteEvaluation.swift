import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

// Cases are opened under an approved statement only: the default of a methodology marks risks as above appetite, as it
// always did, but nobody of the administration has set it as a limit that can be broken.

extension App {
  /// Compares one risk with its appetite, in the transaction that changed it, and writes what follows for its case.
  func compareWithAppetite(_ id: Identifier<Risk>, _ stamp: JournalStamp, _ connection: Connection) throws {
    guard try AppetiteStatementTable.isAnyApproved(connection),
      let subject = try AppetiteStandingTable.subject(id, connection)
    else { return }
    var judge = try appetiteJudge(on: stamp.at.dayInIstanbul, connection)
    let events = try BreachEventTable.all(ofRisk: id, connection)
    try follow(subject, BreachCase.all(events).last, &judge, stamp, connection)
    try AppetiteStandingTable.refreshVerdict(of: id, connection)
  }

  /// Compares all risks with the appetite: after a decision on a statement, a change of methodology, a new day.
  func compareAllWithAppetite(_ stamp: JournalStamp, _ connection: Connection) throws {
    guard try AppetiteStatementTable.isAnyApproved(connection) else { return }
    var judge = try appetiteJudge(on: stamp.at.dayInIstanbul, connection)
    var newest: [Identifier<Risk>: BreachCase] = [:]
    for entry in BreachCase.all(try BreachEventTable.all(in: .all, connection)) { newest[entry.riskID] = entry }
    for subject in try AppetiteStandingTable.subjects(connection) {
      try follow(subject, newest[subject.riskID], &judge, stamp, connection)
    }
    try AppetiteStandingTable.refreshVerdicts(connection)
    try DailyRunTable.set(App.appetiteRun, doneFor: stamp.at.dayInIstanbul, connection)
  }

  /// Does what a new day asks for, once: acceptances whose last day is past reopen, statements begin and end. Pages call
  /// it before they read; it writes only on the first call of a day, and only where there are statements.
  public func startDay() throws {
    let today = today
    if lookedThrough.withLock({ $0.map { $0 >= today } ?? false }) { return }
    let isDue = try read { connection in
      try AppetiteStatementTable.isAnyApproved(connection)
        && DailyRunTable.day(of: App.appetiteRun, connection).map { $0 < today } ?? true
    }
    if isDue {
      let clockwork = Actor(accountID: nil, displayName: "gün başlangıcı", grants: [])
      try write("appetite-day", by: clockwork) { connection, stamp in
        try compareAllWithAppetite(stamp, connection)
      }
    }
    lookedThrough.withLock { $0 = today }
  }

  private static var appetiteRun: String { "appetite" }

  /// What compares risks with the statements known now, on `day`; with those known before `moment` where one is given.
  func appetiteJudge(
    on day: Day, before moment: Instant? = nil, _ connection: Connection
  ) throws -> AppetiteJudge {
    AppetiteJudge(app: self, book: AppetiteBook(try AppetiteStatementTable.all(connection), on: day, before: moment))
  }

  private func follow(
    _ subject: AppetiteStandingTable.Subject, _ newest: BreachCase?, _ judge: inout AppetiteJudge,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    let standing = try judge.standing(of: subject, connection)
    let row = standing.flatMap { standing in
      standing.statement.map { AppetiteStandingTable.Stored(statementID: $0.id, grade: standing.grade) }
    }
    if row != subject.stored { try AppetiteStandingTable.set(row, of: subject.riskID, connection) }
    guard let next = BreachConsequence.after(newest, standing, on: judge.book.day) else { return }
    let last = newest?.last
    let event = BreachEvent(
      id: Identifier(0), caseID: newest?.id ?? Identifier(0), riskID: subject.riskID, kind: next.kind, at: stamp.at,
      by: stamp.actor, accountID: stamp.accountID, grade: standing?.grade ?? .within,
      score: standing?.score ?? last?.score ?? 0, methodologyID: standing?.methodologyID ?? last?.methodologyID ?? "",
      statementID: standing?.statement?.id, text: next.text)
    try append(event, unitID: subject.unitID, stamp, connection)
  }

  /// Stores an event of a case and journals it.
  @discardableResult
  func append(
    _ event: BreachEvent, unitID: Identifier<Unit>, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> BreachEvent {
    let stored = try BreachEventTable.insert(event, connection)
    try Journal.append(stamp, after: .breachEvent(stored, unitID: unitID), connection)
    return stored
  }

  /// The limits of the risks for which a statement holds, as scores of `methodology`.
  func movedAppetite(
    to methodology: Methodology, _ mapping: ScaleMapping, _ connection: Connection
  ) throws -> [Identifier<Risk>: AppetiteLimits] {
    guard try AppetiteStatementTable.isAnyApproved(connection) else { return [:] }
    var limits: [Identifier<AppetiteStatement>: AppetiteLimits] = [:]
    for statement in try AppetiteStatementTable.all(connection) {
      guard let old = try self.methodology(of: statement, connection) else { continue }
      limits[statement.id] =
        old.id == methodology.id
        ? statement.limits : statement.limits.moved(from: old, to: methodology, by: mapping)
    }
    return try AppetiteStandingTable.all(connection).compactMapValues { limits[$0.statementID] }
  }

  /// The methodology version of which the limits of `statement` are scores; `nil` where it cannot be read.
  func methodology(of statement: AppetiteStatement, _ connection: Connection) throws -> Methodology? {
    try RuleSetTable.find(statement.ruleSetID, connection).flatMap { try methodology(digest: $0.digest, connection) }
  }
}

/// Compares risks with the statements of a book. Limits of another methodology than the risk's are moved once.
struct AppetiteJudge {
  let app: App
  let book: AppetiteBook
  private let inForce: [AppetiteStatement]
  private var moved: [Move: AppetiteLimits?] = [:]
  private var mapping: ScaleMapping?

  private struct Move: Hashable {
    let statement: Identifier<AppetiteStatement>
    let ruleSetID: Int64
  }

  init(app: App, book: AppetiteBook) { (self.app, self.book, inForce) = (app, book, book.inForce) }

  /// How a risk of the register stands; `nil` where no statement holds for it, it is not assessed, not active, or an opportunity.
  mutating func standing(
    of subject: AppetiteStandingTable.Subject, _ connection: Connection
  ) throws -> AppetiteStanding? {
    guard !subject.isExempt, let pair = subject.pair, let ruleSet = subject.ruleSetID else { return nil }
    return try standing(
      pair, methodologyID: subject.methodologyID, ruleSetID: ruleSet, category: subject.category,
      target: subject.target, connection)
  }

  /// How a pair stands that was judged under the methodology version `ruleSetID`.
  mutating func standing(
    _ pair: JudgedPair, methodologyID: String, ruleSetID: Int64, category: String, target: String,
    _ connection: Connection
  ) throws -> AppetiteStanding? {
    guard let statement = inForce.first(where: { $0.subject.covers(category: category, target: target) }),
      let limits = try limits(of: statement, in: methodologyID, ruleSetID, connection)
    else { return nil }
    return AppetiteStanding(pair, methodologyID: methodologyID, by: statement, limits: limits)
  }

  /// The limits of `statement` as scores of another methodology.
  mutating func limits(
    of statement: AppetiteStatement, in methodologyID: String, _ ruleSetID: Int64, _ connection: Connection
  ) throws -> AppetiteLimits? {
    if statement.methodologyID == methodologyID { return statement.limits }
    let move = Move(statement: statement.id, ruleSetID: ruleSetID)
    if let known = moved[move] { return known }
    let mapping = try mapping ?? ScaleMapping.load(dataFolder: app.dataFolder, on: book.day)
    self.mapping = mapping
    let old = try app.methodology(of: statement, connection)
    let new = try RuleSetTable.find(ruleSetID, connection).flatMap {
      try app.methodology(digest: $0.digest, connection)
    }
    let made = old.flatMap { old in new.map { statement.limits.moved(from: old, to: $0, by: mapping) } }
    moved[move] = .some(made)
    return made
  }
}
