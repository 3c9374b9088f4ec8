import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

@testable import GuvenceApplication

/// A folder of its own for one test, removed with the value.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` in it.
  func file(_ name: String) -> String { path + "/" + name }
  /// A path in it that nothing has yet.
  func fresh(_ ending: String) -> String { file(UUID().uuidString + "." + ending) }
}

/// A small fictional municipality in a database of its own, under a clock that only the test moves: the administration
/// with three directorates, one of which has a unit below it, and a risk in each.
final class Town: Sendable {
  static let now = Instant.startInIstanbul(of: day("2026-11-10")).adding(seconds: 10 * 3600)
  static let today = now.dayInIstanbul

  let folder: Folder
  let app: App
  let time: Locked<Instant>
  let root: Unit
  let finance: Unit
  let payroll: Unit
  let works: Unit
  let legal: Unit
  /// One risk of each unit, by the unit's code.
  let risks: [String: String]

  init(at start: Instant = Town.now) throws {
    folder = try Folder()
    let time = Locked(start)
    self.time = time
    app = try App.create(
      database: folder.file("a.db"), administration: "Örnek Belediyesi", sample: false,
      dataFolder: try DataLocator.locate(), clock: { time.withLock { $0 } })
    root = try app.resolve(unitCode: "ÖB", by: .machineOperator)
    finance = try app.add("MH", "Mali Hizmetler Müdürlüğü")
    payroll = try app.add("MHT", "Tahakkuk Şefliği", below: "MH")
    works = try app.add("FEN", "Fen İşleri Müdürlüğü")
    legal = try app.add("HUK", "Hukuk İşleri Müdürlüğü")
    var risks: [String: String] = [:]
    for (index, unit) in [root, finance, payroll, works, legal].enumerated() {
      var details = RiskDetails(unitID: unit.id, statement: "\(unit.name) için risk")
      details.response = .control
      let input = AssessmentInput(
        inherent: ScoreInput(likelihood: 5, impact: index + 1), residual: ScoreInput(likelihood: 4, impact: index + 1))
      risks[unit.code] = try app.addRisk(details, assessment: input, by: .machineOperator).reference
    }
    self.risks = risks
  }

  /// All units, the administration first.
  var units: [Unit] { [root, finance, payroll, works, legal] }

  /// `unit` and what lies below it.
  func below(_ unit: Unit) -> [Unit] {
    unit.id == root.id ? units : unit.id == finance.id ? [finance, payroll] : [unit]
  }

  /// Reference of the risk of `unit`.
  func risk(of unit: Unit) -> String { risks[unit.code] ?? "" }

  /// A signed-in person who holds `role` in `unit`, with an account of their own.
  func person(_ role: Role, in unit: Unit) throws -> Actor {
    let login = "\(role.rawValue)-\(unit.id.rawValue)-\(UUID().uuidString.prefix(8))"
    let grants = [RoleGrant(role: role, unitID: unit.id)]
    let form = AccountForm(login: login, displayName: "\(role.rawValue) \(unit.code)", grants: grants)
    let account = try app.createAccount(form, by: .machineOperator).account
    return Actor(accountID: account.id, displayName: account.displayName, grants: account.grants)
  }

  /// Moves the clock.
  func wait(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }
  /// Moves the clock to ten in the morning, `count` days on.
  func wait(days count: Int) { wait(seconds: count * 86_400) }

  /// The risk as the operator sees it.
  func page(_ reference: String) throws -> RiskPage { try app.risk(reference, by: .machineOperator) }
  /// Every line of the register.
  func everything() throws -> [RegisterRow] { try app.everything(by: .machineOperator) }
}

extension App {
  /// Every line of the register in view, by reference.
  func everything(by actor: Actor) throws -> [RegisterRow] {
    var query = RegisterQuery()
    (query.sort, query.pageSize) = (.reference, 500)
    return try register(query, by: actor).rows
  }

  /// Adds a unit as the operator of the machine.
  @discardableResult
  func add(_ code: String, _ name: String, below parent: String? = nil) throws -> Unit {
    try addUnit(UnitForm(parentCode: parent, code: code, name: name), by: .machineOperator)
  }
}

/// A day of the calendar.
func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(daysSinceEpoch: 0) }

/// The problem that `body` is refused with; `nil` where it is not refused, or with something else.
func problem(_ body: () throws -> Void) -> Problem? {
  do {
    try body()
    return nil
  } catch {
    return error as? Problem
  }
}

/// The kind of refusal.
func refusal(_ body: () throws -> Void) -> Problem.Kind? { problem(body)?.kind }

/// Names of the fields at fault.
func faultyFields(_ body: () throws -> Void) -> [String] { problem(body)?.fields.map(\.field) ?? [] }

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
