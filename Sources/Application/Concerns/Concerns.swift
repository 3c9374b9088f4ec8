import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// All reports, the latest first; the opening is logged.
  public func concerns(with keyring: ConcernKeyring, by actor: Actor) throws -> [ConcernLine] {
    try write("concern-list", by: actor) { connection, stamp in
      try App.open(nil, keyring, actor, stamp, connection)
      return try ConcernTable.all(connection).map { concern in
        App.line(concern, try ConcernTable.entries(of: concern.id, connection), keyring)
      }
    }
  }

  /// One report with all its entries; the opening is logged.
  public func concern(
    _ id: Identifier<Concern>, with keyring: ConcernKeyring, by actor: Actor
  ) throws -> ConcernPage {
    try write("concern-show", by: actor) { connection, stamp in
      try App.open(id, keyring, actor, stamp, connection)
      guard let concern = try ConcernTable.find(id, connection) else { throw Access.notFound }
      let entries = try ConcernTable.entries(of: id, connection)
      let first = entries.first { $0.kind == .report }.flatMap { keyring.open($0) }
      return ConcernPage(
        line: App.line(concern, entries, keyring),
        report: first.map { ConcernForm(subject: $0.subject, text: $0.text, name: $0.name, contact: $0.contact) },
        messages: try entries.filter { $0.kind != .report }.map { entry in
          ConcernMessage(
            kind: entry.kind, madeOn: entry.madeOn, status: entry.status, text: keyring.open(entry)?.text,
            author: try entry.accountID.flatMap { try AccountTable.find($0, connection)?.account.displayName } ?? "")
        })
    }
  }

  /// Writes to the reporter, or a note among officers.
  public func writeConcern(
    _ id: Identifier<Concern>, _ text: String, isNote: Bool, with keyring: ConcernKeyring, by actor: Actor
  ) throws {
    let text = try App.checkedConcern(text)
    try change(id, isNote ? "concern-note" : "concern-ask", keyring, actor) { concern, day, connection in
      try App.append(
        isNote ? .note : .question, text, status: nil, of: concern, on: day, by: actor.accountID, connection)
    }
  }

  /// Sets where a report stands; the reporter sees status and remark. Closing needs the result.
  public func setConcernStatus(
    _ id: Identifier<Concern>, _ status: ConcernStatus, remark: String, with keyring: ConcernKeyring, by actor: Actor
  ) throws {
    let remark = try App.checkedConcern(remark, mayBeEmpty: status != .closed)
    try change(id, status == .closed ? "concern-close" : "concern-status", keyring, actor) {
      concern, day, connection in
      try App.append(.status, remark, status: status, of: concern, on: day, by: actor.accountID, connection)
    }
  }

  /// Records an event or a risk out of a report, by this officer's own permissions. It does not name the report; the
  /// report gets a sealed note of it. Returns its code or reference.
  public func turnConcern(
    _ id: Identifier<Concern>, into turn: ConcernTurn, with keyring: ConcernKeyring, by actor: Actor
  ) throws -> String {
    try read { connection in
      try App.requireOfficer(actor, connection)
      guard try ConcernTable.find(id, connection) != nil else { throw Access.notFound }
    }
    let made: String
    switch turn {
    case .event(let form): made = try addEvent(form, by: actor).code
    case .risk(let unitCode, let statement):
      let unit = try resolve(unitCode: unitCode, by: actor)
      made = try addRisk(RiskDetails(unitID: unit.id, statement: statement), assessment: nil, by: actor).reference
    }
    // No row of the journal here: it would stand beside the event's own and tell the two belong together.
    let today = today
    try write("concern-note", by: actor) { connection, _ in
      guard let concern = try ConcernTable.find(id, connection) else { throw Access.notFound }
      try App.append(
        .note, "\(made) olarak kaydedildi.", status: nil, of: concern, on: today, by: actor.accountID, connection)
    }
    return made
  }

  /// Who opened the register, when and which report; newest first. For officers and the internal auditor.
  public func concernLog(before: Int64? = nil, limit: Int = 200, by actor: Actor) throws -> [JournalLine] {
    try read { connection in
      try App.requireLogReader(actor, connection)
      return try Journal.concernEntries(before: before, limit: min(max(limit, 1), 500), connection)
        .map { try line($0, connection) }
    }
  }

  private func change(
    _ id: Identifier<Concern>, _ useCase: String, _ keyring: ConcernKeyring, _ actor: Actor,
    _ body: (Concern, Day, Connection) throws -> Void
  ) throws {
    try write(useCase, by: actor) { connection, stamp in
      try App.open(id, keyring, actor, stamp, connection)
      guard let concern = try ConcernTable.find(id, connection) else { throw Access.notFound }
      try body(concern, stamp.at.dayInIstanbul, connection)
    }
  }

  /// Checks officer and keys, and writes the opening into the journal before anything is shown.
  private static func open(
    _ id: Identifier<Concern>?, _ keyring: ConcernKeyring, _ actor: Actor, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    try requireOfficer(actor, connection)
    guard Set(try ConcernKeyTable.all(connection).map(\.id)) == Set(keyring.pairs.keys) else { throw staleKeyring }
    if let id, try ConcernTable.find(id, connection) == nil { throw Access.notFound }
    try Journal.append(stamp, after: .concernAccess(try ConcernTable.anchor(id, connection)), connection)
  }

  private static func line(_ concern: Concern, _ entries: [SealedEntry], _ keyring: ConcernKeyring) -> ConcernLine {
    let status = SealedEntry.status(after: entries)
    let report = entries.first { $0.kind == .report }.flatMap { keyring.open($0) }
    let last = entries.last { $0.kind != .note }?.kind
    return ConcernLine(
      id: concern.id, receivedOn: concern.receivedOn, status: status,
      subject: report.map { $0.subject.isEmpty ? String($0.text.prefix(60)) : $0.subject },
      isWaiting: status != .closed && (last == .report || last == .reply))
  }
}

extension ConcernKeyring {
  fileprivate func open(_ entry: SealedEntry) -> ConcernContent? {
    pairs[entry.keyID].flatMap { ConcernSeal.open(entry.sealed, $0.publicKey, $0.secret) }
  }
}
