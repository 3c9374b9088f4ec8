import Foundation
import GuvenceCore
import GuvenceRegister
import GuvenceStorage
import Testing

@testable import GuvenceApplication

/// A municipality with a confidential register and one officer.
private struct Office {
  static let passphrase = "denizde yedi ışıklı gemi"
  let town: Town
  let officer: Actor
  var app: App { town.app }

  init(_ role: Role = .boardMember) throws {
    town = try Town()
    officer = try town.person(role, in: town.root)
    let login = try town.app.accounts(by: .machineOperator).last?.login ?? ""
    _ = try town.app.makeConcernKeys(passphrase: Office.passphrase, officers: [login], by: .machineOperator)
  }

  func open(_ passphrase: String = Office.passphrase) throws -> ConcernKeyring {
    try app.unlockConcerns(passphrase: passphrase, by: officer)
  }

  func report(_ text: String = "Teklifler önceden açıldı") throws -> String {
    try app.submitConcern(
      ConcernForm(subject: "İhale", text: text, name: "Gizli Kişi", contact: "gizli@ornek.example"))
  }

  func login(of actor: Actor) throws -> String {
    try app.accounts(by: .machineOperator).first { $0.id == actor.accountID }?.login ?? ""
  }
}

@Suite("Confidential reports", .serialized)
struct ConcernTests {
  @Test func aReportIsReadByOfficersAndFollowedByItsCode() throws {
    let office = try Office()
    let code = try office.report()
    let keys = try office.open()
    let lines = try office.app.concerns(with: keys, by: office.officer)
    #expect(lines.map(\.subject) == ["İhale"] && lines.first?.status == .new && lines.first?.isWaiting == true)
    let id = try #require(lines.first?.id)
    try office.app.writeConcern(id, "Hangi ihale?", isNote: false, with: keys, by: office.officer)
    try office.app.writeConcern(id, "Aramızda kalsın", isNote: true, with: keys, by: office.officer)
    var thread = try office.app.followConcern(receipt: code.lowercased().replacing("-", with: " "))
    #expect(thread.messages.map(\.text) == ["Hangi ihale?"] && thread.messages.first?.author == "")
    try office.app.replyToConcern(receipt: code, text: "Yol ihalesi")
    try office.app.setConcernStatus(id, .underReview, remark: "", with: keys, by: office.officer)
    let page = try office.app.concern(id, with: keys, by: office.officer)
    #expect(page.report?.text == "Teklifler önceden açıldı" && page.report?.name == "Gizli Kişi")
    #expect(page.messages.map(\.text) == ["Hangi ihale?", "Aramızda kalsın", "Yol ihalesi", ""])
    #expect(page.messages.map(\.author.isEmpty) == [false, false, true, false])
    #expect(
      problem { try office.app.setConcernStatus(id, .closed, remark: " ", with: keys, by: office.officer) } != nil)
    try office.app.setConcernStatus(id, .closed, remark: "Teftişe iletildi", with: keys, by: office.officer)
    thread = try office.app.followConcern(receipt: code)
    #expect(thread.status == .closed && !thread.mayReply && thread.messages.last?.text == "Teftişe iletildi")
    #expect(refusal { try office.app.replyToConcern(receipt: code, text: "Bir şey daha") } == .conflict)
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  /// Texts, names, contacts and codes are in none of the database's files, whatever was done with them.
  @Test func nothingOfAReportStandsInTheFilesInPlainText() throws {
    let office = try Office()
    let marks = ["ISARETBIR", "ISARETIKI", "ISARETUC", "ISARETDORT", "ISARETBES", "ISARETALTI"]
    let code = try office.app.submitConcern(
      ConcernForm(subject: marks[0], text: marks[1], name: marks[2], contact: marks[3]))
    let keys = try office.open()
    let id = try #require(try office.app.concerns(with: keys, by: office.officer).first?.id)
    try office.app.writeConcern(id, marks[4], isNote: false, with: keys, by: office.officer)
    try office.app.replyToConcern(receipt: code, text: marks[5])
    _ = try office.app.concern(id, with: keys, by: office.officer)
    try office.app.backup(to: office.town.folder.file("yedek.db"), by: .machineOperator)
    let secrets = marks + [code, code.replacing("-", with: ""), Office.passphrase]
    let names = try FileManager.default.contentsOfDirectory(atPath: office.town.folder.path)
    #expect(names.contains("a.db-wal") && names.contains("yedek.db"))
    for name in names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: office.town.folder.file(name)))
      for secret in secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)") }
    }
  }

  @Test func theJournalHasNoRowOfAReportAndNoneForOthers() throws {
    let office = try Office()
    let before = try office.app.journalHead()
    let code = try office.report()
    try office.app.replyToConcern(receipt: code, text: "Bir ek")
    #expect(try office.app.journalHead() == before)
    let keys = try office.open()
    _ = try office.app.concerns(with: keys, by: office.officer)
    for role in Role.allCases where role.isAdministrationWide {
      let person = try office.town.person(role, in: office.town.root)
      let lines = try? office.app.journal(entity: nil, key: nil, before: nil, limit: 500, by: person)
      #expect((lines ?? []).allSatisfy { !$0.entity.hasPrefix("concern") && !$0.useCase.hasPrefix("concern") })
      let recent = try? office.app.dashboard(by: person).recent
      #expect((recent ?? []).allSatisfy { !$0.entity.hasPrefix("concern") })
    }
  }

  @Test func everyOpeningIsLoggedForOfficersAndTheAuditorOnly() throws {
    let office = try Office()
    _ = try office.report()
    let keys = try office.open()
    let id = try #require(try office.app.concerns(with: keys, by: office.officer).first?.id)
    _ = try office.app.concern(id, with: keys, by: office.officer)
    let auditor = try office.town.person(.internalAuditor, in: office.town.root)
    for reader in [office.officer, auditor] {
      let log = try office.app.concernLog(by: reader)
      #expect(log.map(\.useCase) == ["concern-show", "concern-list", "concern-keys-make", "concern-keys-make"])
      #expect(log.first?.entityKey == id.description && log.first?.actor == office.officer.displayName)
      #expect(log.allSatisfy { line in line.changes.allSatisfy { $0.after?.contains("İhale") != true } })
    }
  }

  @Test(arguments: Role.allCases)
  func noRoleOpensTheRegisterByItself(_ role: Role) throws {
    let office = try Office()
    _ = try office.report()
    let keys = try office.open()
    let person = try office.town.person(role, in: office.town.root)
    #expect(refusal { _ = try office.app.unlockConcerns(passphrase: Office.passphrase, by: person) } == .notFound)
    #expect(refusal { _ = try office.app.concerns(with: keys, by: person) } == .notFound)
    #expect(refusal { _ = try office.app.concern(Identifier(1), with: keys, by: person) } == .notFound)
    #expect((refusal { _ = try office.app.concernLog(by: person) } == nil) == (role == .internalAuditor))
    #expect((refusal { _ = try office.app.concernOfficers(by: person) } == nil) == (role == .internalAuditor))
    #expect(refusal { _ = try office.app.makeConcernKeys(passphrase: "x", officers: ["y"], by: person) } == .forbidden)
    #expect(refusal { _ = try office.app.concerns(with: keys, by: .machineOperator) } == .notFound)
  }

  @Test func aWrongPassphraseOpensNothingAndSlowsDown() throws {
    let office = try Office()
    for _ in 0..<5 { #expect(faultyFields { _ = try office.open("denizde yedi ışıklı gem1") } == ["passphrase"]) }
    #expect(refusal { _ = try office.open() } == .throttled)
    office.town.wait(seconds: 60)
    _ = try office.open()
  }

  @Test func rotationKeepsOldReportsReadableAndEndsTheOldPassphrase() throws {
    let office = try Office()
    let code = try office.report("Eski anahtarla")
    let old = try office.open()
    let before = try office.app.concernIntake().fingerprint
    let new = "karada yedi yorgun deve var"
    #expect(
      refusal {
        _ = try office.app.rotateConcernKeys(passphrase: "yanlış parola tümcesi", new: new, by: .machineOperator)
      } == .invalid)
    let intake = try office.app.rotateConcernKeys(passphrase: Office.passphrase, new: new, by: .machineOperator)
    #expect(intake.fingerprint != before)
    _ = try office.report("Yeni anahtarla")
    #expect(faultyFields { _ = try office.open() } == ["passphrase"])
    #expect(refusal { _ = try office.app.concerns(with: old, by: office.officer) } == .conflict)
    let keys = try office.open(new)
    let pages = try office.app.concerns(with: keys, by: office.officer)
      .map { try office.app.concern($0.id, with: keys, by: office.officer).report?.text }
    #expect(pages == ["Yeni anahtarla", "Eski anahtarla"])
    #expect(try office.app.followConcern(receipt: code).status == .new)
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func officersAreNamedWithThePassphraseAndNeverAdministerAccounts() throws {
    let office = try Office()
    let other = try office.town.person(.processOwner, in: office.town.finance)
    let login = try office.login(of: other)
    #expect(
      refusal {
        try office.app.nameConcernOfficer(
          login, isActive: true, passphrase: "yanlış parola tümcesi", by: .machineOperator)
      } == .invalid)
    try office.app.nameConcernOfficer(login, isActive: true, passphrase: Office.passphrase, by: .machineOperator)
    _ = try office.app.unlockConcerns(passphrase: Office.passphrase, by: other)
    #expect(try office.app.concernOfficers(by: other).count == 2)
    try office.app.nameConcernOfficer(login, isActive: false, passphrase: Office.passphrase, by: office.officer)
    #expect(refusal { _ = try office.app.unlockConcerns(passphrase: Office.passphrase, by: other) } == .notFound)
    let administrator = try office.town.person(.systemAdministrator, in: office.town.root)
    let name = try office.login(of: administrator)
    #expect(
      faultyFields {
        try office.app.nameConcernOfficer(name, isActive: true, passphrase: Office.passphrase, by: .machineOperator)
      } == ["officer"])
    #expect(try office.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func aReportBecomesAnEventOrARiskWithoutNamingIt() throws {
    let office = try Office(.administrationCoordinator)
    let code = try office.report()
    let keys = try office.open()
    var form = EventForm()
    (form.unitCode, form.description, form.occurredOn) = ("FEN", "Teklif zarfı erken açıldı", Town.today)
    let event = try office.app.turnConcern(Identifier(1), into: .event(form), with: keys, by: office.officer)
    let risk = try office.app.turnConcern(
      Identifier(1), into: .risk(unitCode: "FEN", statement: "Zarfların korunmaması"), with: keys, by: office.officer)
    let page = try office.app.concern(Identifier(1), with: keys, by: office.officer)
    #expect(page.messages.map(\.text) == ["\(event) olarak kaydedildi.", "\(risk) olarak kaydedildi."])
    #expect(try office.app.followConcern(receipt: code).messages.isEmpty)
    let journal = try office.app.event(event, by: office.officer).journal
    #expect(journal.map(\.useCase) == ["event-add"])
    let reader = try Office(.boardMember)
    _ = try reader.report()
    #expect(
      refusal {
        _ = try reader.app.turnConcern(
          Identifier(1), into: .event(form), with: try reader.open(), by: reader.officer)
      } == .forbidden)
  }

  @Test func aFloodIsRefusedForAWhileWhoeverSendsIt() throws {
    let office = try Office()
    var refused = 0
    for _ in 0..<25 { refused += refusal { _ = try office.report() } == .throttled ? 1 : 0 }
    #expect(refused == 5)
    office.town.wait(seconds: 30)
    _ = try office.report()
  }

  @Test func badReportsAndCodesNameTheirField() throws {
    let office = try Office()
    #expect(faultyFields { _ = try office.app.submitConcern(ConcernForm(subject: "", text: " ")) } == ["text"])
    let long = String(repeating: "a", count: 12_001)
    #expect(faultyFields { _ = try office.app.submitConcern(ConcernForm(subject: "", text: long)) } == ["text"])
    for code in ["", "ABCDE", "UUUUU-UUUUU-UUUUU-UUUUU", "00000-00000-00000-00000", String(repeating: "0", count: 500)]
    {
      #expect(faultyFields { _ = try office.app.followConcern(receipt: code) } == ["code"], "\(code)")
    }
    let town = try Town()
    #expect(try town.app.concernIntake().isOpen == false)
    #expect(refusal { _ = try town.app.submitConcern(ConcernForm(subject: "", text: "x")) } == .conflict)
  }

  @Test func lengthsAreHiddenInBlocks() throws {
    let (key, secret) = try ConcernSeal.keyPair()
    for count in [0, 1, 900, 1000, 1024, 5000] {
      let text = String(repeating: "ş", count: count)
      let sealed = try ConcernSeal.seal(ConcernContent(text: text), for: key)
      #expect((sealed.count - 48) % 1024 == 0)
      #expect(ConcernSeal.open(sealed, key, secret)?.text == text)
      var changed = sealed
      changed[changed.count / 2] ^= 1
      #expect(ConcernSeal.open(changed, key, secret) == nil)
    }
  }

  @Test func receiptCodesForgiveHowTheyAreTyped() throws {
    let receipt = try ConcernReceipt.make()
    #expect(receipt.code.split(separator: "-").map(\.count) == [5, 5, 5, 5])
    let typed = receipt.code.replacing("0", with: "o").replacing("1", with: "ı").replacing("-", with: " ")
    #expect(try ConcernReceipt(typed)?.hash == receipt.hash)
    #expect(try ConcernReceipt(receipt.code)?.publicKey == receipt.publicKey)
    #expect(try ConcernReceipt.make().hash != receipt.hash)
  }
}
