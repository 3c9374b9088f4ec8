import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct CareTests {
  let office: Office

  init() throws {
    office = try Office()
    let risk = try office.add("A", "Yangın")
    try office.assess(risk, 3, 3)
  }

  private var copy: String { office.folder.file("copy.db") }

  @Test func backupIsWholePrivateAndChecked() throws {
    let head = try office.database.read { try Journal.head($0) }
    try office.database.backup(to: copy)
    #expect(try Database.check(file: copy) == [])
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let opened = try Database(copy, mode: .readOnly)
    #expect(try opened.read { try Journal.head($0) } == head)
    #expect(!FileManager.default.fileExists(atPath: copy + ".partial"))
  }

  @Test func backupNeverOverwrites() throws {
    try "değerli".write(toFile: copy, atomically: true, encoding: .utf8)
    #expect(throws: StorageRefusal.exists(path: copy)) { try office.database.backup(to: copy) }
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "değerli")
  }

  @Test func restoreBringsBackWhatWasThere() throws {
    let path = office.folder.file("other.db")
    try office.database.backup(to: copy)
    do {
      let other = try Database(path, mode: .create)
      #expect(throws: StorageRefusal.inUse(path: path)) { try Database.restore(from: copy, to: path) }
      _ = try other.read { try $0.integer("SELECT 1") }
    }
    try Database.restore(from: copy, to: path)
    let restored = try Database(path)
    #expect(try restored.read { try RiskTable.find(reference: "A", $0)?.details.statement } == "Yangın")
    #expect(try FileGuard.version(of: path + ".before-restore") == Migration.all.count)
    #expect(try restored.read { try Journal.verify($0).isClean })
  }

  @Test func restoreIntoAnEmptyPlace() throws {
    try office.database.backup(to: copy)
    let path = office.folder.file("new.db")
    try Database.restore(from: copy, to: path)
    #expect(try Database(path).read { try AdministrationTable.find($0)?.name } == "Örnek Belediyesi")
  }

  @Test func restoreTakesNothingFromALogLeftBehind() throws {
    let path = office.folder.file("other.db")
    let kept = office.folder.file("kept-wal")
    try office.database.backup(to: copy)
    try Database.restore(from: copy, to: path)
    do {
      let other = try Database(path)
      _ = try other.write { try UnitTable.insert(parentID: office.root.id, code: "ESKI", name: "Eski", $0) }
      try FileManager.default.copyItem(atPath: path + "-wal", toPath: kept)
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: kept, toPath: path + "-wal")
    try Database.restore(from: copy, to: path)
    #expect(try Database(path).read { try UnitTable.find(code: "ESKI", $0) } == nil)
    #expect(try Database.check(file: path) == [])
  }

  @Test func damagedBackupIsNotRestored() throws {
    try office.database.backup(to: copy)
    try outsider(copy).script("DROP TRIGGER risk_reference_fixed; UPDATE risk SET statement = 'x';")
    let path = office.folder.file("new.db")
    let refusal = #expect(throws: StorageRefusal.self) { try Database.restore(from: copy, to: path) }
    guard case .damaged = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func tornBackupIsFound() throws {
    try office.database.backup(to: copy)
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: copy)))
    for index in 8192..<12288 { bytes[index] = 0xFF }
    try Data(bytes).write(to: URL(fileURLWithPath: copy))
    let findings = try? Database.check(file: copy)
    #expect(findings != [])
  }
}
