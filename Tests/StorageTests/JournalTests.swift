import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct JournalTests {
  let office: Office
  let risk: Risk

  init() throws {
    office = try Office()
    risk = try office.add("R1", "Birinci \"tırnak\" \\ \n satır")
    try office.assess(risk, 3, 4, residual: (2, 3))
    try office.add("R2", "İkinci", unit: office.works)
  }

  private func verify(expected: JournalHead? = nil) throws -> JournalReport {
    try office.database.read { try Journal.verify($0, expected: expected) }
  }

  /// Changes the file as somebody with the sqlite3 shell would, the guarding triggers taken away first.
  private func tamper(_ sql: String) throws {
    let connection = try outsider(office.database.path)
    let triggers = try connection.query("SELECT name FROM sqlite_schema WHERE type = 'trigger'") { $0.text() }
    for name in triggers { try connection.script("DROP TRIGGER \(name)") }
    try connection.script(sql)
  }

  @Test func untouchedJournalIsClean() throws {
    let report = try verify()
    #expect(report.findings == [])
    #expect(report.rowCount == 8)
    #expect(report.head == (try office.database.read { try Journal.head($0) }))
    #expect(try verify(expected: report.head).isClean)
    #expect(JournalHead(report.head.description) == report.head)
  }

  @Test(arguments: [
    "at = at + 1", "actor = 'Başkası'", "use_case = 'x'", "entity_id = 99", "unit_id = NULL", "account_id = 1",
    "after = replace(after, 'Birinci', 'Ikinci')", "before = '{}'", "hash = zeroblob(32)", "entity = 'note'",
  ])
  func editedRowIsFound(change: String) throws {
    try tamper("UPDATE journal SET \(change) WHERE sequence = 6")
    #expect(try verify().findings.contains(.edited(sequence: 6)))
  }

  @Test func deletedRowIsFound() throws {
    try tamper("DELETE FROM journal WHERE sequence = 6")
    #expect(try verify().findings.contains(.missing(from: 6, through: 6)))
  }

  @Test func deletedFirstRowIsFound() throws {
    try tamper("DELETE FROM journal WHERE sequence = 1")
    #expect(try verify().findings.contains(.missing(from: 1, through: 1)))
  }

  @Test func deletedAndRenumberedRowIsFound() throws {
    try tamper("DELETE FROM journal WHERE sequence = 6; UPDATE journal SET sequence = sequence - 1 WHERE sequence > 6;")
    #expect(try verify().findings.contains(.misplaced(sequence: 6)))
  }

  @Test func swappedRowsAreFound() throws {
    try tamper(
      """
      UPDATE journal SET sequence = 100 WHERE sequence = 6; UPDATE journal SET sequence = 6 WHERE sequence = 7;
      UPDATE journal SET sequence = 7 WHERE sequence = 100;
      """)
    let found = try verify().findings
    #expect(found.contains(.misplaced(sequence: 6)))
    #expect(found.contains(.misplaced(sequence: 7)))
  }

  @Test func insertedRowIsFound() throws {
    try tamper(
      """
      INSERT INTO journal SELECT 9, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after,
        hash, zeroblob(32) FROM journal WHERE sequence = 8
      """)
    #expect(try verify().findings.contains(.edited(sequence: 9)))
    try tamper(
      "DELETE FROM journal WHERE sequence = 9; UPDATE journal SET sequence = sequence + 100 WHERE sequence > 5;")
    try tamper("UPDATE journal SET sequence = sequence - 99 WHERE sequence > 100;")
    try tamper(
      "INSERT INTO journal SELECT 6, at, account_id, actor, unit_id, use_case, entity, entity_id, before, after, previous_hash, hash FROM journal WHERE sequence = 5"
    )
    #expect(try verify().findings.contains(.misplaced(sequence: 6)))
  }

  @Test func cutTailIsFoundByTheNotedHead() throws {
    let head = try verify().head
    try tamper("DELETE FROM journal WHERE sequence = 8; DELETE FROM risk WHERE reference = 'R2'")
    #expect(try verify().findings == [])
    #expect(try verify(expected: head).findings == [.truncated(last: 7, expected: 8)])
  }

  @Test func rewrittenChainIsFoundByTheNotedHead() throws {
    let head = try verify().head
    try tamper("DELETE FROM journal WHERE sequence = 8")
    try office.database.write { connection in
      let risk = try RiskTable.find(reference: "R2", connection)
      let stamp = JournalStamp(at: Office.now, accountID: nil, actor: "Başkası", useCase: "test")
      if let risk { try Journal.append(stamp, after: .risk(risk), connection) }
    }
    #expect(try verify().isClean)
    #expect(try verify(expected: head).findings == [.rewritten(sequence: 8)])
  }

  @Test(arguments: [
    ("UPDATE risk SET statement = 'Değişik' WHERE id = 1", JournalReport.Finding.changed(entity: .risk, id: 1)),
    ("UPDATE risk SET declared_score = 1 WHERE id = 1", .changed(entity: .risk, id: 1)),
    ("UPDATE assessment SET inherent_impact = 1 WHERE id = 1", .changed(entity: .assessment, id: 1)),
    ("UPDATE unit SET name = 'X' WHERE id = 2", .changed(entity: .unit, id: 2)),
    ("UPDATE administration SET name = 'X'", .changed(entity: .administration, id: 1)),
    ("UPDATE rule_set SET canonical_text = 'X'", .changed(entity: .ruleSet, id: 1)),
    ("DELETE FROM risk WHERE id = 2", .vanished(entity: .risk, id: 2)),
    (
      "INSERT INTO unit (code, code_key, name, match_key, version, parent_id) VALUES ('Y', 'y', 'Y', 'y', 1, 1)",
      .unknown(entity: .unit, id: 4)
    ),
  ])
  func liveRowsAreHeldAgainstTheJournal(sql: String, finding: JournalReport.Finding) throws {
    try tamper(sql)
    #expect(try verify().findings.contains(finding))
  }

  @Test(arguments: [
    "UPDATE heat_cell SET count = count + 1", "UPDATE risk SET current_level = 'level1' WHERE id = 1",
    "UPDATE risk SET next_review_on = '2030-01-01' WHERE id = 1",
  ])
  func derivedValuesAreCountedAgain(sql: String) throws {
    try tamper(sql)
    let found = try verify().findings
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { if case .miscounted = $0 { true } else { false } })
  }

  @Test func changedPasswordHashIsFound() throws {
    let stored = try office.database.write { connection in
      let stored = try AccountTable.insert(
        login: "ayse", displayName: "Ayşe", grants: [RoleGrant(role: .processOwner, unitID: office.works.id)],
        passwordHash: "$argon2id$x", mustChange: false, at: Office.now, connection)
      try Journal.append(Office.stamp, after: .account(stored), connection)
      return stored
    }
    #expect(try verify().isClean)
    let state = try EntityState.account(stored).canonicalText()
    #expect(!state.contains("argon2id"))
    try tamper("UPDATE account SET password_hash = '$argon2id$y'")
    #expect(try verify().findings == [.changed(entity: .account, id: 1)])
    try tamper("UPDATE account SET password_hash = '$argon2id$x'; UPDATE role_grant SET role = 'irk'")
    #expect(try verify().findings == [.changed(entity: .account, id: 1)])
  }

  @Test(arguments: [
    "UPDATE journal SET actor = 'x'", "DELETE FROM journal", "UPDATE assessment SET reason = 'x'",
    "DELETE FROM assessment", "DELETE FROM risk", "DELETE FROM unit WHERE id = 3",
    "UPDATE rule_set SET digest = digest",
    "UPDATE risk SET reference = 'Z' WHERE id = 1", "DELETE FROM rule_set",
    "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE sequence = 1",
  ])
  func factsCannotBeChanged(sql: String) throws {
    let fault = #expect(throws: StorageFault.self) { try office.database.write { try $0.run(sql) } }
    #expect(fault?.isConstraint == true)
  }

  @Test func numbersAreNeverReused() throws {
    try tamper("DELETE FROM risk WHERE id = 2")
    #expect(try office.add("R3").id.rawValue == 3)
  }

  @Test func encodingTellsFieldsApart() throws {
    func hash(_ actor: String, _ useCase: String, _ account: Int64?, _ unit: Int64?) -> [UInt8] {
      let encoding = JournalEncoding(buffer: ByteBuffer())
      encoding.head(
        previous: JournalHead.empty.hash, sequence: 1, at: 0, accountID: account, actor: actor, unitID: unit,
        useCase: useCase, entity: "risk", entityID: 1)
      return encoding.buffer.withBytes { SHA256.hash($0) }
    }
    #expect(hash("ab", "c", nil, nil) != hash("a", "bc", nil, nil))
    #expect(hash("a", "b", 1, nil) != hash("a", "b", nil, 1))
  }

  @Test func statesAreCanonicalJSON() throws {
    let text = try EntityState.risk(risk).canonicalText()
    let keys = try office.database.read { connection in
      try connection.query("SELECT key FROM json_each(?)", [.text(text)]) { $0.text() }
    }
    #expect(keys == keys.sorted())
    let statement = try office.database.read { connection in
      try connection.first("SELECT json_extract(?, '$.statement')", [.text(text)]) { $0.text() }
    }
    #expect(statement == risk.details.statement)
    #expect(RiskTable.columns == RiskTable.columns.sorted())
    #expect(AssessmentTable.columns == AssessmentTable.columns.sorted())
  }
}
