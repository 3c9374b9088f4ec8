import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The process in view that the free text of a risk means: its code, its code before the first blank, or its whole
  /// name where only one is called so; `nil` where the text is none of these.
  public func process(named text: String, by actor: Actor, asOf: Day? = nil) throws -> ProcessRecord? {
    guard !text.trimmed.isEmpty else { return nil }
    return try read { connection in
      let book = try ProcessBook(Access(actor, connection), asOf: asOf, connection)
      let found = ProcessNames(book.tree.records.values).process(text)
      return found.flatMap { book.sees($0) ? $0 : nil }
    }
  }

  /// Active risks in view whose free text means this process and that are linked to none of its steps, highest first;
  /// nothing for those who may not link them.
  public func risksNaming(_ code: String, by actor: Actor) throws -> [ProcessCoverage.Unplaced] {
    try read { connection in
      let access = try Access(actor, connection)
      let book = try ProcessBook(access, connection)
      let record = try book.record(code)
      guard access.allows(.manageProcesses, in: record.details.unitID), record.retiredOn == nil else { return [] }
      let names = ProcessNames(book.tree.records.values)
      let methodology = try methodology(connection, on: today)
      return try ProcessRisks.named(notLinkedTo: record.id, in: access.scope(.read), connection)
        .filter { names.process($0.process)?.id == record.id }
        .map { ProcessCoverage.Unplaced($0.risk, access.tree, methodology) }
    }
  }
}

/// Finds processes by what people write: a code, a code and a name, a name.
struct ProcessNames {
  private let byCode: [String: ProcessRecord]
  private let byName: [String: [ProcessRecord]]

  init(_ records: some Collection<ProcessRecord>) {
    byCode = Dictionary(records.map { (ProcessRecord.key($0.code), $0) }) { first, _ in first }
    byName = Dictionary(grouping: records) { TurkishText.fold($0.details.name) }
  }

  func process(_ text: String) -> ProcessRecord? {
    let key = ProcessRecord.key(text)
    if let found = byCode[key] { return found }
    if let word = key.split(separator: " ").first, let found = byCode[String(word)] { return found }
    guard let named = byName[key], named.count == 1 else { return nil }
    return named[0]
  }
}
