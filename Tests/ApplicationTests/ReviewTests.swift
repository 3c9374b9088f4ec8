import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// What a stranger to the code found and would not find again.
struct ReviewTests {
  /// A new administration in a folder of its own, removed with the value, under a clock that stands still.
  private final class Place {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-" + UUID().uuidString)
    let app: App
    static let now = Instant(milliseconds: 1_795_000_000_000)
    static let password = "uzun ve sağlam parola"

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      app = try App.create(
        database: folder.appendingPathComponent("a.db").path, administration: "Örnek Belediyesi", sample: false,
        dataFolder: try DataLocator.locate(), clock: { Place.now })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func root() throws -> Unit { try app.resolve(unitCode: "ÖB", by: .machineOperator) }

    /// Makes an account with a password and says who that is.
    func person(_ login: String, _ role: Role) throws -> Actor {
      let grants = [RoleGrant(role: role, unitID: try root().id)]
      let made = try app.createAccount(
        AccountForm(login: login, displayName: login, grants: grants), by: .machineOperator)
      _ = try app.setPassword(link: made.link, password: Place.password)
      return Actor(accountID: made.account.id, displayName: login, grants: grants)
    }

    func signIn(_ login: String, _ password: String = Place.password, from address: String) -> Problem.Kind? {
      do {
        _ = try app.signIn(login: login, password: password, from: address)
        return nil
      } catch {
        return (error as? Problem)?.kind
      }
    }
  }

  @Test("Who administers accounts reads in the journal of units and accounts, not what the risks say")
  func journalOfRisks() throws {
    let place = try Place()
    let admin = try place.person("yonetici", .systemAdministrator)
    let auditor = try place.person("denetci", .internalAuditor)
    let risk = try place.app.addRisk(
      RiskDetails(unitID: try place.root().id, statement: "Gizli kalması gereken risk"),
      assessment: AssessmentInput(inherent: ScoreInput(likelihood: 3, impact: 4), reason: "Gizli gerekçe"),
      by: .machineOperator)
    func seen(_ actor: Actor) throws -> Set<String> {
      let lines = try place.app.journal(entity: nil, key: nil, before: nil, limit: 100, by: actor)
      return Set((lines + (try place.app.dashboard(by: actor).recent)).map(\.entity))
    }
    #expect(try seen(auditor).isSuperset(of: ["risk", "assessment", "account", "unit"]))
    #expect(try seen(admin).isDisjoint(with: ["risk", "assessment"]))
    #expect(try seen(admin).contains("account"))
    #expect(throws: Problem.self) {
      try place.app.journal(entity: "risk", key: risk.reference, before: nil, limit: 10, by: admin)
    }
  }

  @Test("Signing in to one's own account does not clear the way for guessing at others' from the same address")
  func guessingBetweenSignIns() throws {
    let place = try Place()
    _ = try place.person("kotu", .boardMember)
    var answers: [Problem.Kind?] = []
    for attempt in 0..<6 {
      answers.append(place.signIn("baskasi\(attempt)", "tahmin tahmin", from: "10.0.0.1"))
      if attempt < 4 { #expect(place.signIn("kotu", from: "10.0.0.1") == nil) }
    }
    #expect(
      answers == [.unauthenticated, .unauthenticated, .unauthenticated, .unauthenticated, .unauthenticated, .throttled])
    #expect(place.signIn("kotu", from: "10.0.0.2") == nil)
  }

  @Test("One's own mistakes are forgiven with the right password, also to the address")
  func ownMistakes() throws {
    let place = try Place()
    _ = try place.person("ayse", .boardMember)
    for _ in 1...3 {
      for _ in 1...4 { #expect(place.signIn("ayse", "yanlış parola", from: "10.0.0.1") == .unauthenticated) }
      #expect(place.signIn("ayse", from: "10.0.0.1") == nil)
    }
  }

  @Test("A changed password makes links useless that were issued before")
  func linksEndWithThePassword() throws {
    let place = try Place()
    let actor = try place.person("ayse", .boardMember)
    let id = try #require(actor.accountID)
    let link = try place.app.newPasswordLink(for: id, by: .machineOperator)
    try place.app.changePassword(current: Place.password, new: "yepyeni bir parola", by: actor)
    #expect(try place.app.account(forLink: link) == nil)
    #expect(throws: Problem.self) { try place.app.setPassword(link: link, password: Place.password) }
  }

  @Test("No page number and no search text is too much", arguments: [Int.max, Int.min, 0])
  func extremeQueries(page: Int) throws {
    let place = try Place()
    var query = RegisterQuery()
    (query.page, query.pageSize) = (page, page)
    query.states = Array(repeating: .key, count: 1500)
    query.text = String(repeating: "risk mali ", count: 1500)
    #expect(try place.app.register(query, by: .machineOperator).rows == [])
  }
}
