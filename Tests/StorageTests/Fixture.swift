import CSQLite
import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceStorage

/// A folder of its own for one test, removed with the value.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "a.db") -> String { path + "/" + name }
}

/// A set-up file with a root unit and two units below it.
struct Office {
  let folder: Folder
  let database: Database
  let root: Unit
  let finance: Unit
  let works: Unit
  let rules: RuleSet

  init(readers: Int = 2) throws {
    folder = try Folder()
    database = try Database(folder.file(), mode: .create, readers: readers)
    (root, finance, works, rules) = try database.write { connection in
      try AdministrationTable.insert(
        StoredAdministration(name: "Örnek Belediyesi", methodologyID: "5x5", createdAt: Office.now), connection)
      let root = try UnitTable.insert(parentID: nil, code: "OB", name: "Örnek Belediyesi", connection)
      let finance = try UnitTable.insert(
        parentID: root.id, code: "MH", name: "Mali Hizmetler Müdürlüğü", connection)
      let works = try UnitTable.insert(parentID: root.id, code: "FEN", name: "Fen İşleri Müdürlüğü", connection)
      for unit in [root, finance, works] { try Journal.append(Office.stamp, after: .unit(unit), connection) }
      try connection.run(
        "INSERT INTO rule_set (digest, methodology_id, effective_on, canonical_text) VALUES (?, '5x5', '2026-01-01', ?)",
        [.text(SHA256.hex("metin")), "metin"])
      let rules = RuleSet(
        id: connection.lastInsertedID, digest: SHA256.hex("metin"), methodologyID: "5x5",
        effectiveOn: Day(2026, 1, 1) ?? Office.today)
      try Journal.append(Office.stamp, after: .ruleSet(rules), connection)
      try Journal.append(Office.stamp, after: .administration(try required(connection)), connection)
      return (root, finance, works, rules)
    }
  }

  static let now = Instant(milliseconds: 1_795_000_000_000)
  static let today = now.dayInIstanbul
  static let stamp = JournalStamp(at: now, accountID: nil, actor: "Deneme", useCase: "test")

  /// Adds a risk with journal.
  @discardableResult
  func add(
    _ reference: String, _ statement: String = "Bir şey olur", unit: Unit? = nil,
    _ change: (inout RiskDetails) -> Void = { _ in }
  ) throws -> Risk {
    var details = RiskDetails(unitID: (unit ?? finance).id, statement: statement)
    change(&details)
    let complete = details
    return try database.write { connection in
      let risk = try RiskTable.insert(reference: reference, complete, at: Office.now, connection)
      try Journal.append(Office.stamp, after: .risk(risk), connection)
      return risk
    }
  }

  /// Assesses a risk with journal.
  @discardableResult
  func assess(
    _ risk: Risk, _ likelihood: Int, _ impact: Int, residual: (Int, Int)? = nil, on day: Day = Office.today
  ) throws -> Assessment {
    let assessment = Office.assessment(risk.id, likelihood, impact, residual: residual, on: day, digest: rules.digest)
    return try database.write { connection in
      let (stored, unitID) = try AssessmentTable.insert(assessment, ruleSet: rules, connection)
      try Journal.append(
        Office.stamp, after: .assessment(stored, ruleSetID: rules.id, unitID: unitID), connection)
      return stored
    }
  }

  static func assessment(
    _ id: Identifier<Risk>, _ likelihood: Int, _ impact: Int, residual: (Int, Int)? = nil, on day: Day, digest: String
  ) -> Assessment {
    Assessment(
      id: Identifier(0), riskID: id, assessedOn: day, recordedAt: now, recordedBy: "Deneme", methodologyID: "5x5",
      ruleDigest: digest, inherent: pair(likelihood, impact), residual: residual.map { pair($0.0, $0.1) }, target: nil,
      verdict: likelihood * impact > 9 ? .above : .within, nextReviewOn: day.adding(months: 3), reason: "",
      origin: .entered)
  }

  static func pair(_ likelihood: Int, _ impact: Int) -> JudgedPair {
    let score = likelihood * impact
    let rank = score >= 20 ? 5 : score >= 10 ? 4 : score >= 5 ? 3 : score >= 3 ? 2 : 1
    return JudgedPair(
      likelihood: likelihood, impact: impact, impactByDimension: ["legal": impact, "financial": 1], score: score,
      levelID: "level\(rank)", levelRank: rank)
  }
}

/// A connection past all guards, as somebody with the sqlite3 shell has it.
func outsider(_ path: String) throws -> sending Connection {
  let connection = try Connection.open(path, flags: SQLITE_OPEN_READWRITE)
  try connection.registerTurkish()
  return connection
}

func required(_ connection: Connection) throws -> StoredAdministration {
  guard let found = try AdministrationTable.find(connection) else { throw StorageFault(code: 0, message: "none") }
  return found
}

/// A small seeded generator (SplitMix64), so that runs repeat.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
