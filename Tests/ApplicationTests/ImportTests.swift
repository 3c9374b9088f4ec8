import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Registers as people have them come in once, and only as they were shown before.
struct ImportTests {
  private static let pages = [
    FormPage(
      unit: "Zabıta Müdürlüğü",
      lines: [
        .init("ZAB.RA.0001", "Denetim yapılmaması", likelihood: 4, impact: 4, score: 16),
        .init("ZAB.RA.0002", "Pazar yerinde yangın", likelihood: 2, impact: 5, score: 10),
      ]),
    FormPage(
      unit: "Fen İşleri Müdürlüğü",
      lines: [.init("FEN.RA.0007", "İş kazası", likelihood: 3, impact: 5, score: 15)]),
  ]

  @Test("Two sheets of the form: rows, scores, proposed units; nothing is stored before it is confirmed")
  func dryRun() throws {
    let town = try Town()
    let preview = try town.preview(town.workbook(ImportTests.pages))
    #expect(preview.createdCount == 3 && preview.updatedCount == 0 && preview.mayConfirm)
    #expect(preview.problems.isEmpty, "\(preview.problems)")
    #expect(preview.rows.map { $0.pair?.score } == [16, 10, 15])
    #expect(preview.rows.map(\.sheet) == ["Zabıta Müdürlüğü", "Zabıta Müdürlüğü", "Fen İşleri Müdürlüğü"])
    #expect(preview.rows.map(\.row) == [5, 6, 5])
    #expect(preview.proposedUnits.map(\.name) == ["Zabıta Müdürlüğü"])
    #expect(preview.proposedUnits.first?.rowCount == 2 && preview.proposedUnits.first?.code == "ZAB")
    #expect(try town.everything().count == 5)
    #expect(throws: Problem.self) { _ = try town.app.resolve(unitCode: "ZAB", by: .machineOperator) }
  }

  @Test("Confirmed, the register holds what the form says, scored by the rules and in the journal")
  func confirmed() throws {
    let town = try Town()
    let result = try town.bringIn(town.workbook(ImportTests.pages))
    #expect(result.created == 3 && result.unitsCreated == 1 && result.notAssessed == 0)
    let page = try town.page("ZAB.RA.0001")
    let details = page.row.risk.details
    #expect(details.statement == "Denetim yapılmaması" && details.controls == "iki imza")
    #expect(details.response == .control && details.declaredChange == .new)
    #expect(details.startedOn == day("2026-01-15") && details.owner == "Müdür" && details.notes == "Not")
    #expect(details.plannedControls == "Yeni kontrol" && details.strategicTarget == "H1.1")
    #expect(page.row.assessment?.inherent.score == 16 && page.row.assessment?.origin == .imported)
    #expect(page.row.unitName == "Zabıta Müdürlüğü" && !page.inherentReasons.isEmpty)
    #expect(try town.page("FEN.RA.0007").row.unitCode == "FEN")
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("Numbers that an import brought are not given again")
  func numbersReserved() throws {
    let town = try Town()
    try town.bringIn(town.workbook(ImportTests.pages))
    let details = RiskDetails(unitID: town.works.id, statement: "Sonraki")
    #expect(try town.app.addRisk(details, assessment: nil, by: .machineOperator).reference == "FEN.RA.0008")
  }

  @Test("The same file again changes nothing; one changed field shows and is the only change")
  func again() throws {
    let town = try Town()
    var pages = ImportTests.pages
    try town.bringIn(town.workbook(pages))
    #expect(try town.preview(town.workbook(pages)).rows.map(\.action) == [.unchanged, .unchanged, .unchanged])
    let before = try town.everything()
    let same = try town.bringIn(town.workbook(pages))
    #expect(same.unchanged == 3 && same.created == 0)
    #expect(try town.everything() == before)

    pages[1].lines[0].change = "↑"
    let preview = try town.preview(town.workbook(pages))
    #expect(preview.rows.map(\.action) == [.unchanged, .unchanged, .update])
    #expect(preview.rows[2].changedFields == ["declaredChange"])
    #expect(try town.bringIn(town.workbook(pages)).updated == 1)
    let page = try town.page("FEN.RA.0007")
    #expect(page.row.risk.details.declaredChange == .risen && page.history.count == 1)
  }

  @Test("Changed factors come in as a further assessment; the first one stays")
  func reassessed() throws {
    let town = try Town()
    var pages = ImportTests.pages
    try town.bringIn(town.workbook(pages))
    pages[0].lines[0].likelihood = .integer(5)
    pages[0].lines[0].score = .integer(20)
    #expect(try town.preview(town.workbook(pages)).rows[0].changedFields == ["assessment"])
    try town.bringIn(town.workbook(pages))
    #expect(try town.page("ZAB.RA.0001").history.map(\.inherent.score) == [20, 16])
    #expect(try town.page("ZAB.RA.0001").row.change == .risen)
  }

  @Test("Scores without factors come in as not yet assessed, with the declared score; one number may name several rows")
  func declaredOnly() throws {
    let town = try Town()
    let text = """
      referans;risk;puan;duzey
      KİK.RA.0001;Bilgilerin gizli tutulamaması;100;Yüksek
      KİK.RA.0001;Tarihlerin çakışması;81;Yüksek
      KİK.RA.0001;Protokol kurallarına uyulmaması;49;Orta
      """
    let result = try town.bringIn(town.file(text))
    #expect(result.created == 3 && result.notAssessed == 3)
    let rows = try town.everything().filter { $0.unitCode == "KİK" }
    #expect(rows.map(\.risk.reference) == ["KİK.RA.0001", "KİK.RA.0001/2", "KİK.RA.0001/3"])
    #expect(rows.map(\.risk.details.declaredScore) == [100, 81, 49])
    #expect(rows.map(\.risk.details.declaredLevel) == ["Yüksek", "Yüksek", "Orta"])
    #expect(rows.allSatisfy { $0.assessment == nil })
    #expect(try town.bringIn(town.file(text)).unchanged == 3)
    let swapped = text.replacing("49;Orta", with: "50;Orta")
    #expect(try town.preview(town.file(swapped)).rows.map(\.action) == [.unchanged, .unchanged, .update])
  }

  @Test("Values beyond the administration's scale are recognised by themselves: the published 10×10 rows")
  func tenByTen() throws {
    let town = try Town()
    let text = """
      referans;risk;etki;olasilik;puan;duzey;cevap;degisim
      ÖİDB.RA.0003;Mezuniyet işlemlerinde hata yapılması;8;9;72;Yüksek;Kontrol etmek;Yeni
      KDDB.RA.0003;Kütüphane binasının yetersiz kalması;8;8;64;Yüksek;Devretmek;Yeni
      BİDB.RA.0003;Felaket kurtarma merkezinin olmaması;7;5;35;Orta;Kontrol etmek;
      """
    let preview = try town.preview(town.file(text))
    #expect(preview.methodology.id == "10x10" && preview.problems.isEmpty)
    #expect(preview.notes.map(\.code).contains("methodology-recognised"))
    #expect(preview.rows.map { $0.pair?.score } == [72, 64, 35])
    #expect(preview.rows.map { $0.level?.name.turkish } == ["Yüksek", "Yüksek", "Orta"])
    try town.bringIn(town.file(text))
    #expect(try town.page("KDDB.RA.0003").row.risk.details.response == .transfer)
    #expect(try town.page("KDDB.RA.0003").methodology.id == "10x10")
    #expect(try town.app.heatMap(unitCode: nil, by: .machineOperator).otherMethodology == 3)
    #expect(try town.bringIn(town.file(text)).unchanged == 3)
  }

  @Test("One value outside the scale is a mistake at its cell, not another methodology")
  func typingError() throws {
    let town = try Town()
    let rows = (1...5).map { "FEN.RA.01\(10 + $0);Risk \($0);\($0 == 3 ? 7 : 4);3;" }.joined(separator: "\n")
    let preview = try town.preview(town.file("referans;risk;etki;olasılık;düzey\n\(rows)\n"))
    #expect(preview.methodology.id == "5x5" && !preview.mayConfirm)
    #expect(preview.problems.map(\.code) == ["bad-value"])
    #expect(preview.problems.map(\.placeText).allSatisfy { $0.hasSuffix(":4:3") })
  }

  @Test("A methodology can be named; an unknown one is refused with the nearest name")
  func namedMethodology() throws {
    let town = try Town()
    let path = try town.file("referans;risk;etki;olasılık\nFEN.RA.0009;İş kazası;3;3\n")
    var options = ImportOptions()
    options.methodologyID = "10x10"
    #expect(try town.preview(path, options).rows.first?.pair?.score == 9)
    try town.bringIn(path, options)
    #expect(try town.page("FEN.RA.0009").row.assessment?.methodologyID == "10x10")
    options.methodologyID = "10x1"
    #expect(faultyFields { _ = try town.preview(path, options) } == ["methodology"])
  }

  @Test("A row of a retired risk is a problem until the risk is taken back")
  func retired() throws {
    let town = try Town()
    try town.retire(town.works)
    let path = try town.file("Referans No;Risk;Etki;Olasılık\n\(town.risk(of: town.works));Başka;2;2\n")
    #expect(try town.preview(path).problems.map(\.code) == ["retired"])
    try town.reinstate(town.works)
    #expect(try town.preview(path).rows.map(\.action) == [.update])
  }
}
