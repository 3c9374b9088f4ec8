import Dispatch
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// From the first link to the last administrator.
struct AccountTests {
  private static let password = "uzun ve sağlam parola"

  /// A database without accounts, and the first one where asked for.
  private struct House {
    let town: Town
    var app: App { town.app }

    init() throws { town = try Town() }

    func first() throws -> String {
      let token = try #require(try app.setupToken())
      return try app.completeSetup(token: token, login: "ayse", displayName: "Ayşe Örnek", password: password)
    }

    func signIn(_ password: String = AccountTests.password, login: String = "ayse", from address: String = "::1")
      -> Problem.Kind?
    {
      refusal { _ = try app.signIn(login: login, password: password, from: address) }
    }
  }

  @Test("The first account is made once, with the newest link, within a day; it administers and coordinates")
  func firstRun() throws {
    let house = try House()
    let setUp = { (token: String) in
      problem {
        _ = try house.app.completeSetup(
          token: token, login: "ayse", displayName: "Ayşe", password: AccountTests.password)
      }?.kind
    }
    let old = try #require(try house.app.setupToken())
    let late = try #require(try house.app.setupToken())
    #expect(setUp(old) == .conflict && setUp("uydurma") == .conflict)
    house.town.wait(seconds: 24 * 3600)
    #expect(setUp(late) == .conflict)

    let session = try #require(try house.app.session(token: house.first()))
    #expect(Set(session.account.grants.map(\.role)) == [.systemAdministrator, .administrationCoordinator])
    #expect(session.account.grants.allSatisfy { $0.unitID == house.town.root.id })
    #expect(try house.app.setupToken() == nil)
    #expect(setUp(late) == .conflict && setUp(old) == .conflict)
  }

  @Test("Signing in opens a session of one's own, signing out ends it; a session lives eight idle hours and one day")
  func sessions() throws {
    let house = try House()
    let first = try house.first()
    let second = try house.app.signIn(login: " AYSE ", password: AccountTests.password, from: "::1")
    #expect(first != second)
    try house.app.signOut(token: second)
    #expect(try house.app.session(token: second) == nil)
    #expect(try house.app.session(token: String(repeating: "0", count: 64)) == nil)
    #expect(try house.app.session(token: "") == nil)
    for _ in 1...3 {
      house.town.wait(seconds: 7 * 3600)
      #expect(try house.app.session(token: first) != nil)
    }
    house.town.wait(seconds: 2 * 3600)
    #expect(try house.app.session(token: first) != nil)
    house.town.wait(seconds: 3600)
    #expect(try house.app.session(token: first) == nil)
    let idle = try house.app.signIn(login: "ayse", password: AccountTests.password, from: "::1")
    house.town.wait(seconds: 8 * 3600)
    #expect(try house.app.session(token: idle) == nil)
  }

  @Test("Wrong passwords and unknown names are answered alike and slowed down, until the clock frees them")
  func throttling() throws {
    let house = try House()
    _ = try house.first()
    #expect(house.signIn("yanlış parola", login: "kimse", from: "10.0.0.9") == .unauthenticated)
    for _ in 1...5 { #expect(house.signIn("yanlış parola", from: "10.0.0.1") == .unauthenticated) }
    let refused = problem {
      _ = try house.app.signIn(login: "ayse", password: AccountTests.password, from: "10.0.0.2")
    }
    #expect(refused?.kind == .throttled && refused?.retryAfterSeconds == 30)
    #expect(house.signIn(login: "baska", from: "10.0.0.1") == .throttled)
    house.town.wait(seconds: 29)
    #expect(house.signIn() == .throttled)
    house.town.wait(seconds: 1)
    #expect(house.signIn() == nil)
  }

  @Test("A password link works once, until a newer one or a week makes it useless; other sessions end with it")
  func passwordLinks() throws {
    let house = try House()
    let session = try house.first()
    let admin = try #require(try house.app.session(token: session)).actor
    let grants = [RoleGrant(role: .unitCoordinator, unitID: house.town.works.id)]
    let made = try house.app.createAccount(
      AccountForm(login: "veli", displayName: "Veli", grants: grants), by: admin)
    #expect(try house.app.account(forLink: made.link)?.login == "veli")
    #expect(house.signIn("parola yok daha", login: "veli") == .unauthenticated)
    let newer = try house.app.newPasswordLink(for: made.account.id, by: admin)
    let set = { (link: String) in
      refusal { _ = try house.app.setPassword(link: link, password: AccountTests.password) }
    }
    #expect(set(made.link) == .conflict)
    #expect(faultyFields { _ = try house.app.setPassword(link: newer, password: "kısa") } == ["password"])
    #expect(set(newer) == nil && set(newer) == .conflict)
    #expect(house.signIn(login: "veli") == nil)
    let open = try house.app.signIn(login: "veli", password: AccountTests.password, from: "::1")
    let again = try house.app.newPasswordLink(for: made.account.id, by: admin)
    #expect(set(again) == nil)
    #expect(try house.app.session(token: open) == nil)
    let late = try house.app.newPasswordLink(for: made.account.id, by: admin)
    house.town.wait(days: 7)
    #expect(set(late) == .conflict)
  }

  @Test("Closing an account ends its sessions and its links; the last administrator stays")
  func closing() throws {
    let house = try House()
    let session = try house.first()
    let admin = try #require(try house.app.session(token: session))
    let edit = { (grants: [RoleGrant], isDisabled: Bool, account: Account) in
      try house.app.editAccount(
        account.id, AccountForm(login: account.login, displayName: account.displayName, grants: grants),
        isDisabled: isDisabled, version: account.version, by: .machineOperator)
    }
    let reader = [RoleGrant(role: .boardMember, unitID: house.town.root.id)]
    #expect(refusal { _ = try edit(admin.account.grants, true, admin.account) } == .conflict)
    #expect(refusal { _ = try edit(reader, false, admin.account) } == .conflict)
    let other = try house.town.person(.systemAdministrator, in: house.town.root)
    let link = try house.app.newPasswordLink(for: admin.account.id, by: other)
    #expect(refusal { _ = try edit(reader, false, admin.account) } == nil)
    let changed = try #require(try house.app.session(token: session))
    #expect(changed.actor.grants == reader)
    #expect(refusal { _ = try edit(reader, true, changed.account) } == nil)
    #expect(try house.app.session(token: session) == nil)
    #expect(house.signIn() == .unauthenticated)
    #expect(
      refusal { _ = try house.app.setPassword(link: link, password: AccountTests.password) } == .conflict)
  }

  @Test("İ typed as one letter or as two is the same password; I is not")
  func composed() throws {
    let house = try House()
    let token = try #require(try house.app.setupToken())
    _ = try house.app.completeSetup(
      token: token, login: "ayse", displayName: "Ayşe", password: "\u{130}STANBUL ŞİŞLİ 34")
    #expect(house.signIn("I\u{307}STANBUL ŞI\u{307}S\u{327}LI\u{307} 34") == nil)
    #expect(house.signIn("ISTANBUL ŞİŞLİ 34") == .unauthenticated)
  }

  @Test("A password is long, varied and not the user's name; forms are refused with every field at fault")
  func rules() throws {
    let house = try House()
    let token = try #require(try house.app.setupToken())
    let fields = { (login: String, name: String, password: String) in
      faultyFields {
        _ = try house.app.completeSetup(token: token, login: login, displayName: name, password: password)
      }
    }
    #expect(fields("a", " ", "kısa") == ["login", "displayName", "password"])
    #expect(fields("ayşe örnek", "Ayşe", AccountTests.password) == ["login"])
    for weak in [
      "123456789", String(repeating: "a", count: 40), "belediye-koordinator", String(repeating: "çok ", count: 40),
    ] {
      #expect(fields("belediye-koordinator", "Ayşe", weak) == ["password"])
    }
    #expect(try house.app.accounts(by: .machineOperator).isEmpty)
  }

  @Test("A changed password needs the current one, and ends what was open")
  func changing() throws {
    let house = try House()
    let session = try house.first()
    let actor = try #require(try house.app.session(token: session)).actor
    let change = { (current: String, new: String) in
      faultyFields { try house.app.changePassword(current: current, new: new, by: actor) }
    }
    #expect(change("yanlış parola", "başka bir parola") == ["current"])
    #expect(change(AccountTests.password, "kısa") == ["password"])
    #expect(change(AccountTests.password, "başka bir parola") == [])
    #expect(house.signIn() == .unauthenticated)
    #expect(house.signIn("başka bir parola") == nil)
    #expect(refusal { try house.app.changePassword(current: "", new: "", by: .machineOperator) } == .forbidden)
  }

  @Test("Roles of the administration are held at its root, names are taken once, a stale save is shown")
  func forms() throws {
    let house = try House()
    let admin = try house.town.person(.systemAdministrator, in: house.town.root)
    let create = { (login: String, grants: [RoleGrant]) in
      faultyFields {
        _ = try house.app.createAccount(AccountForm(login: login, displayName: "Biri", grants: grants), by: admin)
      }
    }
    let good = [RoleGrant(role: .unitCoordinator, unitID: house.town.works.id)]
    for role in Role.allCases where role.isAdministrationWide {
      #expect(create("biri", [RoleGrant(role: role, unitID: house.town.works.id)]) == ["unit"])
    }
    #expect(create("biri", []) == ["role"])
    #expect(create("biri", [RoleGrant(role: .processOwner, unitID: Identifier(999))]) == ["unit"])
    #expect(create("Biri", good) == [] && create("BİRİ", good) == ["login"])
    let account = try #require(try house.app.accounts(by: admin).first { $0.login == "biri" })
    let save = { (name: String) in
      problem {
        let form = AccountForm(login: "biri", displayName: name, grants: good)
        _ = try house.app.editAccount(account.id, form, isDisabled: false, version: 1, by: admin)
      }
    }
    #expect(save("Biri Örnek") == nil)
    #expect(save("Başka Ad")?.stale?.differences.map(\.theirs) == ["Biri Örnek"])
  }

  @Test("Hashes wait for each other: however many sign in at once, never more than two are computed")
  func twoAtOnce() {
    let (now, most) = (Locked(0), Locked(0))
    DispatchQueue.concurrentPerform(iterations: 12) { _ in
      Secrets.inTurn {
        let count = now.withLock { value in
          value += 1
          return value
        }
        most.withLock { $0 = max($0, count) }
        for _ in 0..<50_000 { _ = now.withLock { $0 } }
        now.withLock { $0 -= 1 }
      }
    }
    #expect((1...2).contains(most.withLock { $0 }))
  }
}
