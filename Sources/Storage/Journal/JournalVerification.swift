import CSQLite
import GuvenceCore

extension Journal {
  /// Checks every row's hash and place, then every live row against the last state the journal has of it, then the
  /// derived tables. With `expected`, a head noted elsewhere, also a cut-off or rewritten journal shows.
  public static func verify(
    _ connection: Connection, expected: JournalHead? = nil
  ) throws -> JournalReport {
    var chain = Chain(expected: expected)
    try connection.each(
      """
      SELECT sequence, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, previous_hash, hash
      FROM journal ORDER BY sequence
      """
    ) { row in try chain.take(&row) }
    chain.finish()
    var findings = chain.findings
    for live in LiveTable.all { try live.check(connection, &findings) }
    findings += try ConcernChain.verify(connection)
    findings += try HeatTable.recount(connection).map { .miscounted($0) }
    findings += try DerivedColumns.recount(connection).map { .miscounted($0) }
    findings += try AppetiteStandingTable.recount(connection).map { .miscounted($0) }
    return JournalReport(
      rowCount: chain.rowCount, head: JournalHead(sequence: chain.sequence, hash: chain.hash), findings: findings)
  }

  /// The walk along the chain.
  private struct Chain {
    let expected: JournalHead?
    let encoding = JournalEncoding(buffer: ByteBuffer())
    var findings: [JournalReport.Finding] = []
    var rowCount: Int64 = 0
    var sequence: Int64 = 0
    var hash = JournalHead.empty.hash

    init(expected: JournalHead?) { self.expected = expected }

    mutating func take(_ row: inout Row) throws {
      let here = row.integer()
      if here > sequence + 1 { findings.append(.missing(from: sequence + 1, through: here - 1)) }
      let (previous, stored, computed) = try recompute(here, &row)
      let follows = here > sequence + 1 || previous == hash
      if computed != stored {
        findings.append(follows ? .edited(sequence: here) : .misplaced(sequence: here))
      } else if !follows {
        findings.append(.misplaced(sequence: here))
      }
      if let expected, expected.sequence == here, expected.hash != stored {
        findings.append(.rewritten(sequence: here))
      }
      (sequence, hash) = (here, stored)
      rowCount += 1
    }

    mutating func finish() {
      guard let expected, expected.sequence > sequence else { return }
      findings.append(.truncated(last: sequence, expected: expected.sequence))
    }

    private func recompute(
      _ here: Int64, _ row: inout Row
    ) throws -> (previous: [UInt8], stored: [UInt8], computed: [UInt8]) {
      let at = row.integer()
      let account = row.optionalInteger()
      let actor = row.text()
      let unit = row.optionalInteger()
      let useCase = row.text()
      let entity = row.text()
      let entityID = row.integer()
      var states = row
      row.skip()
      row.skip()
      let previous = row.blob()
      let stored = row.blob()
      encoding.head(
        previous: previous, sequence: here, at: at, accountID: account, actor: actor, unitID: unit, useCase: useCase,
        entity: entity, entityID: entityID)
      for _ in 0..<2 {
        if states.isNull {
          states.skip()
          _ = try encoding.state(nil)
        } else {
          _ = try encoding.state { buffer in states.withBytes { buffer.append($0) } }
        }
      }
      return (previous, stored, encoding.buffer.withBytes { SHA256.hash($0) })
    }
  }
}
