import FoundationEssentials
import GuvenceCore
import Testing

@testable import GuvenceStorage

struct OpeningTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func newFileIsPrivateAndOurs() throws {
    let database = try Database(folder.file(), mode: .create)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file())
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileGuard.version(of: database.path) == Migration.all.last?.number)
    let mode = try database.read { connection in
      try connection.first("PRAGMA journal_mode") { row in row.text() }
    }
    #expect(mode == "wal")
  }

  @Test func existingFileIsNotCreatedOver() throws {
    _ = try Database(folder.file(), mode: .create)
    #expect(throws: StorageRefusal.exists(path: folder.file())) { try Database(folder.file(), mode: .create) }
  }

  @Test func missingFileIsRefused() {
    #expect(throws: StorageRefusal.missing(path: folder.file())) { try Database(folder.file()) }
  }

  @Test func missingFolderIsRefused() {
    let path = folder.path + "/none/a.db"
    #expect(throws: StorageRefusal.folderNotWritable(path: path)) { try Database(path, mode: .create) }
  }

  @Test(arguments: ["", "Bu bir veritabanı değil, uzunca bir metin dosyasıdır.\n"])
  func foreignFilesAreRefused(content: String) throws {
    try content.write(toFile: folder.file(), atomically: true, encoding: .utf8)
    #expect(throws: StorageRefusal.foreign(path: folder.file())) { try Database(folder.file()) }
  }

  @Test func otherPeoplesDatabaseIsRefused() throws {
    try FileGuard.makeEmpty(folder.file())
    try outsider(folder.file()).script("CREATE TABLE t (a); PRAGMA user_version = 1;")
    #expect(throws: StorageRefusal.foreign(path: folder.file())) { try Database(folder.file()) }
  }

  @Test func newerFileIsRefusedAndUntouched() throws {
    _ = try Database(folder.file(), mode: .create)
    try outsider(folder.file()).script("PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE);")
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let supported = Migration.all.count
    #expect(throws: StorageRefusal.newer(path: folder.file(), found: 999, supported: supported)) {
      try Database(folder.file())
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == before)
    let text = StorageRefusal.newer(path: "a.db", found: 9, supported: 1).text
    #expect(text.turkish.contains("programı güncelleyin"))
  }

  @Test func olderFileIsUpgradedStepByStep() throws {
    let known = Migration.all.count
    let later = Migration(
      number: known + 1, name: "later", sql: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
    _ = try Database(folder.file(), mode: .create, readers: 1, migrations: Migration.all)
    let both = Migration.all + [later]
    #expect(throws: StorageRefusal.older(path: folder.file(), found: known, supported: known + 1)) {
      try Database(folder.file(), mode: .readOnly, readers: 1, migrations: both)
    }
    let upgraded = try Database(folder.file(), mode: .open, readers: 1, migrations: both)
    #expect(try upgraded.read { try $0.integer("SELECT count(*) FROM later") } == 0)
    #expect(try FileGuard.version(of: folder.file()) == known + 1)
  }

  @Test func failedMigrationLeavesTheFileAsItWas() throws {
    _ = try Database(folder.file(), mode: .create)
    let known = Migration.all.count
    let broken = Migration(
      number: known + 1, name: "broken", sql: "CREATE TABLE later (id INTEGER); CREATE TABLE unit (x);")
    #expect(throws: StorageFault.self) {
      try Database(folder.file(), mode: .open, readers: 1, migrations: Migration.all + [broken])
    }
    #expect(try FileGuard.version(of: folder.file()) == known)
    let again = try Database(folder.file())
    #expect(try again.read { try $0.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'later'") } == 0)
  }

  @Test func migrationNumbersHaveNoGaps() {
    #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
  }

  @Test func readOnlyFileIsNotWritten() throws {
    let first = try Database(folder.file(), mode: .create)
    let database = try Database(folder.file(), mode: .readOnly)
    #expect(throws: StorageRefusal.readOnly) { try database.write { _ in } }
    #expect(try database.read { try $0.integer("SELECT count(*) FROM unit") } == 0)
    #expect(throws: StorageFault.self) {
      try database.read { try $0.run("INSERT INTO search_state VALUES (1, 1)") }
    }
    _ = first
  }
}
