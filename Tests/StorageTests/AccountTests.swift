import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct AccountTests {
  let office: Office
  let token = [UInt8](repeating: 7, count: 32)

  init() throws { office = try Office() }

  private func addAccount() throws -> StoredAccount {
    try office.database.write { connection in
      let grants = [RoleGrant(role: .unitCoordinator, unitID: office.works.id)]
      return try AccountTable.insert(
        login: "ayse", displayName: "Ayşe Örnek", grants: grants, passwordHash: nil, mustChange: true, at: Office.now,
        connection)
    }
  }

  @Test func accountComesBackWithItsRoles() throws {
    var stored = try addAccount()
    #expect(try office.database.read { try AccountTable.find(login: "ayse", $0) } == stored)
    stored.account.version = 2
    stored.account.grants = [RoleGrant(role: .internalAuditor, unitID: office.root.id)]
    stored.passwordHash = "$argon2id$"
    let changed = stored
    #expect(try office.database.write { try AccountTable.update(changed, basedOn: 1, $0) })
    #expect(try office.database.write { try AccountTable.update(changed, basedOn: 1, $0) } == false)
    #expect(try office.database.read { try AccountTable.all($0) } == [changed])
  }

  @Test func sessionEnds() throws {
    let id = try addAccount().account.id
    let session = StoredSession(
      accountID: id, csrfToken: "c", language: .english, createdAt: Office.now, lastSeenAt: Office.now,
      expiresAt: Office.now.adding(seconds: 60))
    try office.database.write { try SessionTable.insert(tokenHash: token, session, $0) }
    let found = try office.database.read { connection in
      (
        try SessionTable.find(tokenHash: token, at: Office.now, connection),
        try SessionTable.find(tokenHash: token, at: Office.now.adding(seconds: 60), connection)
      )
    }
    #expect(found.0 == session)
    #expect(found.1 == nil)
    try office.database.write { try SessionTable.deleteAll(of: id, $0) }
    #expect(try office.database.read { try SessionTable.find(tokenHash: token, at: Office.now, $0) } == nil)
  }

  @Test func setupLinkWorksOnce() throws {
    try office.database.write { connection in
      try SetupLinkTable.insert(
        tokenHash: token, accountID: nil, at: Office.now, expiresAt: Office.now.adding(seconds: 60), connection)
    }
    let purpose = try office.database.read { try SetupLinkTable.find(tokenHash: token, at: Office.now, $0) }
    #expect(purpose == .some(.none))
    #expect(try office.database.write { try SetupLinkTable.use(tokenHash: token, at: Office.now, $0) })
    #expect(try office.database.write { try SetupLinkTable.use(tokenHash: token, at: Office.now, $0) } == false)
    #expect(try office.database.read { try SetupLinkTable.find(tokenHash: token, at: Office.now, $0) } == nil)
  }

  @Test func importRunKeepsItsFileUntilItEnds() throws {
    let id = try office.database.write { connection in
      try ImportMappingTable.set(signature: "form", mapping: "1", of: nil, at: Office.now, connection)
      try ImportMappingTable.set(signature: "form", mapping: "2", of: nil, at: Office.now, connection)
      return try ImportRunTable.insert(
        content: [1, 2, 3], fileName: "kayıt.xlsx", options: "{}", by: nil, at: Office.now, connection)
    }
    #expect(try office.database.read { try ImportRunTable.content(id, $0) } == [1, 2, 3])
    #expect(try office.database.read { try ImportMappingTable.find(signature: "form", of: nil, $0) } == "2")
    #expect(try office.database.write { try ImportRunTable.finish(id, as: .confirmed, at: Office.now, $0) })
    #expect(try office.database.write { try ImportRunTable.finish(id, as: .dropped, at: Office.now, $0) } == false)
    #expect(try office.database.read { try ImportRunTable.content(id, $0) } == nil)
    #expect(try office.database.read { try ImportRunTable.find(id, $0)?.state } == .confirmed)
  }

  @Test func settingsAreKeptByPerson() throws {
    let id = try addAccount().account.id
    try office.database.write { try SettingTable.set("columns", to: "a,b", of: id, $0) }
    #expect(try office.database.read { try SettingTable.find("columns", of: id, $0) } == "a,b")
    try office.database.write { try SettingTable.set("columns", to: nil, of: id, $0) }
    #expect(try office.database.read { try SettingTable.find("columns", of: id, $0) } == nil)
  }
}
