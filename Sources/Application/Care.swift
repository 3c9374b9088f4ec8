import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Checks the journal's chain and the live rows against it; with a head noted earlier also what came after it.
  public func verifyJournal(expectedHead: String?) throws -> JournalVerdict {
    let expected = try expectedHead.map { text in
      guard let head = JournalHead(text) else {
        throw Problem(
          .invalid,
          Localized(
            "«\(text)» bir günlük başı değil; «sıra:64 onaltılık rakam» biçiminde olmalı.",
            "«\(text)» is not a journal head; it looks like «number:64 hex digits»."))
      }
      return head
    }
    let report = try read { connection in try Journal.verify(connection, expected: expected) }
    return JournalVerdict(
      isIntact: report.isClean, entries: report.rowCount, head: report.head.description,
      findings: report.findings.map(\.finding))
  }

  /// The chain's last link, `<sequence>:<hex>`, to be kept outside the machine.
  public func journalHead() throws -> String {
    try read { connection in try Journal.head(connection).description }
  }

  /// Writes a copy of the whole database to the new file `path`, and notes it in the journal.
  public func backup(to path: String, by actor: Actor) throws {
    try write("backup", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      guard actor.isMachineOperator || access.allowsAnywhere(.careForDatabase) else { throw Access.forbidden }
      try Journal.note(stamp, .output, id: 0, connection)
    }
    do {
      try database.backup(to: path)
    } catch {
      throw App.translated(error)
    }
  }

  /// Puts a checked backup in the place of `path`; a database already there is kept beside it under another name.
  public static func restore(from backup: String, to path: String, dataFolder: String) throws {
    do {
      try Database.restore(from: backup, to: path)
    } catch {
      throw translated(error)
    }
  }
}

extension JournalReport.Finding {
  fileprivate var finding: Finding { Finding(code: code, severity: .error, message: message) }

  private var code: String {
    switch self {
    case .edited: "journal-edited"
    case .misplaced: "journal-misplaced"
    case .missing: "journal-missing"
    case .rewritten: "journal-rewritten"
    case .truncated: "journal-truncated"
    case .changed: "row-changed"
    case .unknown: "row-unknown"
    case .vanished: "row-vanished"
    case .miscounted: "miscounted"
    }
  }

  private var message: Localized {
    switch self {
    case .edited(let row): Localized("Günlüğün \(row). satırı değiştirilmiş", "Journal row \(row) was edited")
    case .misplaced(let row):
      Localized("Günlüğün \(row). satırı yerinde değil", "Journal row \(row) is not in its place")
    case .missing(let from, let through):
      Localized("Günlükte \(from)–\(through) arası satırlar yok", "Journal rows \(from)–\(through) are missing")
    case .rewritten(let row):
      Localized("Günlük \(row). satıra kadar yeniden yazılmış", "The journal was rewritten up to row \(row)")
    case .truncated(let last, let expected):
      Localized(
        "Günlüğün sonu kesilmiş: son satır \(last), beklenen \(expected)",
        "The journal was cut off: last row \(last), expected \(expected)")
    case .changed(let entity, let id):
      Localized("\(entity.rawValue) \(id) günlüktekinden farklı", "\(entity.rawValue) \(id) differs from the journal")
    case .unknown(let entity, let id):
      Localized("\(entity.rawValue) \(id) günlükte yok", "The journal does not know \(entity.rawValue) \(id)")
    case .vanished(let entity, let id):
      Localized("\(entity.rawValue) \(id) silinmiş", "\(entity.rawValue) \(id) is gone")
    case .miscounted(let text): Localized("Türetilmiş değer tutmuyor: \(text)", "A derived value is off: \(text)")
    }
  }
}
