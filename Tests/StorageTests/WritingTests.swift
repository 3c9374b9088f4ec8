import Dispatch
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct WritingTests {
  struct Refused: Error {}

  let office: Office

  init() throws { office = try Office() }

  private func count(_ table: String) throws -> Int64 {
    try office.database.read { try $0.integer("SELECT count(*) FROM \(table)") }
  }

  @Test func failingClosureLeavesNothing() throws {
    #expect(throws: Refused.self) {
      try office.database.write { connection in
        _ = try UnitTable.insert(parentID: office.root.id, code: "X", name: "X", connection)
        throw Refused()
      }
    }
    #expect(try count("unit") == 3)
    _ = try office.database.write { connection in
      try UnitTable.insert(parentID: office.root.id, code: "X", name: "X", connection)
    }
    #expect(try count("unit") == 4)
  }

  @Test func threadsShareCommitsAndOnlyFailuresAreUndone() throws {
    let database = office.database
    let root = office.root.id
    let kept = Locked(0)
    DispatchQueue.concurrentPerform(iterations: 160) { index in
      do {
        try database.write { connection in
          _ = try UnitTable.insert(parentID: root, code: "T\(index)", name: "Birim \(index)", connection)
          if index % 4 == 0 { throw Refused() }
          try Journal.append(Office.stamp, after: .unit(try WritingTests.first(index, connection)), connection)
        }
        kept.withLock { $0 += 1 }
      } catch {}
    }
    #expect(kept.withLock { $0 } == 120)
    #expect(try count("unit") == 123)
    let refused = try office.database.read {
      try $0.integer("SELECT count(*) FROM unit WHERE code GLOB 'T*' AND CAST(substr(code, 2) AS INTEGER) % 4 = 0")
    }
    #expect(refused == 0)
    #expect(try office.database.read { try Journal.verify($0).findings } == [])
  }

  @Test func wholeTransactionGivenUpFailsEveryMember() throws {
    let connection = try Connection.open(office.database.path, flags: 2)
    try connection.configure()
    let group = CommitGroup()
    group.announce()
    group.announce()
    let first = try group.join(connection)
    try group.mark(connection, first)
    _ = try UnitTable.insert(parentID: office.root.id, code: "BIR", name: "Bir", connection)
    try group.keep(connection, first)
    group.leave(connection, first)
    let second = try group.join(connection)
    #expect(first === second)
    try group.mark(connection, second)
    // As SQLite does by itself where the disk is full.
    try connection.script("ROLLBACK")
    group.undo(connection, second)
    group.leave(connection, second)
    #expect(throws: StorageFault.self) { try first.wait() }
    #expect(try count("unit") == 3)
    group.announce()
    let third = try group.join(connection)
    #expect(third !== first)
    try group.mark(connection, third)
    _ = try UnitTable.insert(parentID: office.root.id, code: "UC", name: "Üç", connection)
    try group.keep(connection, third)
    group.leave(connection, third)
    try third.wait()
    #expect(try count("unit") == 4)
  }

  private static func first(_ index: Int, _ connection: Connection) throws -> Unit {
    guard let unit = try UnitTable.find(code: "T\(index)", connection) else { throw Refused() }
    return unit
  }

  @Test func readsSeeOneState() throws {
    let database = office.database
    let root = office.root.id
    let seen = try database.read { connection in
      let before = try connection.integer("SELECT count(*) FROM unit")
      DispatchQueue.global().sync {
        _ = try? database.write { other in
          _ = try UnitTable.insert(parentID: root, code: "Z", name: "Z", other)
        }
      }
      return (before, try connection.integer("SELECT count(*) FROM unit"))
    }
    #expect(seen == (3, 3))
    #expect(try count("unit") == 4)
  }

  @Test func runningStatementIsNotHandedOutTwice() throws {
    let pairs = try office.database.read { connection in
      var pairs: [(String, Int)] = []
      let sql = "SELECT code FROM unit ORDER BY id"
      try connection.each(sql) { row in
        let inner = try connection.query(sql) { row in row.text() }
        pairs.append((row.text(), inner.count))
      }
      return pairs
    }
    #expect(pairs.map(\.0) == ["OB", "MH", "FEN"])
    #expect(pairs.allSatisfy { $0.1 == 3 })
  }

  @Test func errorsNameTheRuleButNotTheValues() throws {
    let fault = #expect(throws: StorageFault.self) {
      try office.database.write { connection in
        try UnitTable.insert(parentID: office.root.id, code: "mh", name: "Gizli Ad", connection)
      }
    }
    #expect(fault?.isUnique == true)
    #expect(fault?.description.contains("Gizli") == false)
    #expect(fault?.message.contains("unit.code_key") == true)
  }

  @Test func textsOfAnyLengthComeBackWhole() throws {
    let long = String(repeating: "ğüşıöç «»\" \\ \n", count: 2000)
    let risk = try office.add("MH.RA.0001", long) {
      $0.notes = ""; $0.controls = long
    }
    let stored = try office.database.read { try RiskTable.find(risk.id, $0) }
    #expect(stored == risk)
  }
}
