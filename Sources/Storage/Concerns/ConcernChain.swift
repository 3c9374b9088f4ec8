import GuvenceCore
import GuvenceRegister

/// The chain of the confidential register's entries. It stands apart from the journal, whose rows carry the time; each
/// opening by an officer writes the chain's head into the journal, so that neither can be changed without the other.
enum ConcernChain {
  /// The hash before the first entry.
  static let start = [UInt8](repeating: 0, count: 32)

  /// SHA-256 of the entry, its report's fixed part and the hash before it. Every part is preceded by its length.
  static func hash(_ entry: SealedEntry, id: Int64, _ concern: Concern, after previous: [UInt8]) -> [UInt8] {
    var bytes = previous
    func add(_ part: [UInt8]?) {
      withUnsafeBytes(of: Int64(part?.count ?? -1).bigEndian) { bytes += $0 }
      bytes += part ?? []
    }
    let numbers = [id, concern.id.rawValue, entry.keyID.rawValue].map { String($0) }
    for text in numbers + [concern.receivedOn.description, entry.kind.rawValue, entry.madeOn.description] {
      add(Array(text.utf8))
    }
    for part in [concern.receiptHash, concern.reporterKey, entry.sealed] { add(part) }
    add(entry.sealedForReporter)
    add(entry.status.map { Array($0.rawValue.utf8) })
    add(entry.accountID.map { Array($0.description.utf8) })
    return bytes.withUnsafeBytes { SHA256.hash($0) }
  }

  /// Walks the chain and looks for the heads that the journal noted.
  static func verify(_ connection: Connection) throws -> [JournalReport.Finding] {
    var findings: [JournalReport.Finding] = []
    let concerns = Dictionary(
      try ConcernTable.all(connection).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (previous, count): ([UInt8], Int64) = (start, 0)
    var known: [Int64: [UInt8]] = [0: start]
    try connection.each(
      """
      SELECT id, concern_id, kind, made_on, key_id, sealed, sealed_for_reporter, status, account_id, hash
      FROM concern_entry ORDER BY id
      """
    ) { row in
      let entry = try ConcernTable.readEntry(&row)
      let stored = row.blob()
      count += 1
      let computed = concerns[entry.concernID].map {
        hash(entry, id: entry.id.rawValue, $0, after: previous)
      }
      if computed != stored || entry.id.rawValue != count {
        findings.append(.changed(entity: .concernEntry, id: entry.id.rawValue))
      }
      previous = stored
      known[count] = stored
    }
    for anchor in try anchors(connection) where known[anchor.entries].map(hexText) != anchor.head {
      findings.append(.vanished(entity: .concernEntry, id: anchor.entries))
      break
    }
    let withEntries = try connection.query(
      "SELECT id FROM concern WHERE id NOT IN (SELECT concern_id FROM concern_entry)"
    ) { row in row.integer() }
    return findings + withEntries.map { .unknown(entity: .concern, id: $0) }
  }

  private static func anchors(_ connection: Connection) throws -> [(entries: Int64, head: String)] {
    try connection.query(
      """
      SELECT json_extract(after, '$.entries'), json_extract(after, '$.head') FROM journal
      WHERE entity = 'concern' AND after IS NOT NULL ORDER BY sequence
      """
    ) { row in (row.integer(), row.text()) }
  }
}
