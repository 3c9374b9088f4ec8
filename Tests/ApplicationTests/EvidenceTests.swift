import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceApplication
@testable import GuvenceStorage

@Suite("Evidence files")
struct EvidenceTests {
  let town: Town

  init() throws { town = try Town() }

  private static let pdf = Array("%PDF-1.7 tutanak".utf8)

  private var target: EvidenceTarget { EvidenceTarget(.risk, town.risk(of: town.finance)) }

  private func file(_ bytes: [UInt8], _ ending: String = "pdf") throws -> String {
    let path = town.folder.fresh(ending)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  private func attach(
    _ bytes: [UInt8] = EvidenceTests.pdf, name: String = "Sayım tutanağı.pdf", by actor: Actor = .machineOperator
  ) throws -> Evidence {
    town.wait(seconds: 1)
    return try town.app.attachEvidence(file: file(bytes), name: name, note: "Sayım yapıldı", to: target, by: actor)
  }

  @Test func filesComeBackAsTheyWere() throws {
    let made = try attach()
    #expect(made.format == .pdf && made.size == 16 && made.digest.utf8.count == 64)
    let (kept, bytes) = try town.app.evidenceContent(made.id, by: .machineOperator)
    #expect(kept == made && bytes == EvidenceTests.pdf)
    let list = try town.app.evidence(of: target, by: .machineOperator)
    #expect(list.files == [made] && list.mayWrite && list.name.contains("Mali"))
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test(
    arguments: [
      ("a.exe", Array("MZ".utf8)), ("a", Array("metin".utf8)), (".pdf", pdf), ("a.html", Array("<script>".utf8)),
      ("a.pdf", Array("<html>".utf8)), ("a.png", pdf), ("a.docx", pdf), ("a.txt", [0x41, 0, 0x42]), ("a.pdf", []),
      ("a.svg", Array("<svg/>".utf8)),
    ] as [(String, [UInt8])])
  func whatIsNotTakenIsRefused(_ name: String, _ bytes: [UInt8]) throws {
    #expect(faultyFields { try attach(bytes, name: name) } == ["file"])
    #expect(try town.app.evidence(of: target, by: .machineOperator).files.isEmpty)
  }

  @Test func namesLoseTheirFolders() throws {
    #expect(try attach(name: "C:\\Belgeler\\..\\tutanak.PDF").name == "tutanak.PDF")
    #expect(try attach(name: "../../etc/tutanak.pdf").name == "tutanak.pdf")
    let long = try attach(name: String(repeating: "ğ", count: 400) + ".pdf").name
    #expect(long.count == 150 && long.hasSuffix(".pdf"))
  }

  @Test func oneByteTooManyIsRefused() throws {
    let full = EvidenceTests.pdf + [UInt8](repeating: 0x20, count: Evidence.sizeLimit - EvidenceTests.pdf.count)
    #expect(try attach(full).size == Evidence.sizeLimit)
    #expect(faultyFields { try attach(full + [0x20]) } == ["file"])
  }

  @Test func withdrawalKeepsTheFileAndItsReason() throws {
    let made = try attach()
    #expect(
      faultyFields { _ = try town.app.withdrawEvidence(made.id, reason: " ", by: .machineOperator) } == ["reason"])
    let withdrawn = try town.app.withdrawEvidence(made.id, reason: "Yanlış dosya", by: .machineOperator)
    #expect(withdrawn.withdrawal?.reason == "Yanlış dosya")
    #expect(refusal { _ = try town.app.withdrawEvidence(made.id, reason: "Yine", by: .machineOperator) } == .conflict)
    #expect(try town.app.evidenceContent(made.id, by: .machineOperator).bytes == EvidenceTests.pdf)
    let board = try town.person(.boardMember, in: town.root)
    #expect(refusal { _ = try town.app.evidenceContent(made.id, by: board) } == .forbidden)
    let auditor = try town.person(.internalAuditor, in: town.root)
    #expect(try town.app.evidenceContent(made.id, by: auditor).bytes == EvidenceTests.pdf)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func aPastDayShowsWhatStoodThen() throws {
    let made = try attach()
    town.wait(days: 1)
    let second = try attach()
    _ = try town.app.withdrawEvidence(made.id, reason: "Eskidi", by: .machineOperator)
    func known(_ day: Day) throws -> EvidenceList {
      try town.app.evidence(of: target, asOf: day, by: .machineOperator)
    }
    #expect(try known(Town.today.adding(days: -1)).files.isEmpty)
    let first = try known(Town.today)
    #expect(first.files == [made] && !first.mayWrite)
    let then = try known(Town.today.adding(days: 1)).files
    #expect(then.map(\.id) == [made.id, second.id] && then[0].withdrawal != nil)
  }

  @Test(arguments: Role.allCases)
  func permissionIsThatOfTheRisk(_ role: Role) throws {
    let made = try attach()
    let person = try town.person(role, in: role.isAdministrationWide ? town.root : town.finance)
    let mayRead = UseCase.readers.contains(role)
    let reading = refusal { _ = try town.app.evidenceContent(made.id, by: person) }
    #expect(reading == (mayRead ? nil : .notFound))
    let writing = refusal { try attach(by: person) }
    #expect(writing == (UseCase.writers.contains(role) ? nil : mayRead ? .forbidden : .notFound))
    let stranger = try town.person(.unitCoordinator, in: town.works)
    #expect(refusal { _ = try town.app.evidenceContent(made.id, by: stranger) } == .notFound)
    #expect(refusal { try attach(by: stranger) } == .notFound)
    #expect(refusal { _ = try town.app.withdrawEvidence(made.id, reason: "x", by: stranger) } == .notFound)
  }

  @Test func verificationSeesAChangedContent() throws {
    let made = try attach()
    let path = town.folder.file("a.db")
    let database = try Database(path, mode: .open, readers: 1)
    #expect(throws: StorageFault.self) {
      try database.write { connection in
        try connection.script("UPDATE evidence_content SET bytes = x'00'")
      }
    }
    try database.write { connection in
      try connection.script(
        """
        DROP TRIGGER evidence_content_fixed;
        UPDATE evidence_content SET bytes = CAST('%PDF-1.7 Tutanak' AS BLOB) WHERE evidence_id = \(made.id);
        """)
    }
    #expect(try !town.app.verifyJournal(expectedHead: nil).isIntact)
  }
}
