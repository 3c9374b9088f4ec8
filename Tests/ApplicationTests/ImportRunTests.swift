import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// A waiting file belongs to who brought it, and is used once.
struct ImportRunTests {
  private static let text = "Birim;Tespit Edilen Risk;Olasılık;Etki\nFen İşleri;Yeni risk;2;3\n"

  @Test("A file is confirmed once; dropped or unknown it cannot be confirmed")
  func once() throws {
    let town = try Town()
    let first = try town.preview(town.file(ImportRunTests.text))
    let confirm = { (id: Int64) in
      refusal { _ = try town.app.confirmImport(run: id, options: first.options, by: .machineOperator) }
    }
    #expect(confirm(first.runID) == nil)
    #expect(confirm(first.runID) == .notFound)
    let second = try town.preview(town.file(ImportRunTests.text))
    try town.app.discardImport(run: second.runID, by: .machineOperator)
    #expect(confirm(second.runID) == .notFound)
    #expect(confirm(999) == .notFound)
    #expect(try town.everything().count == 6)
  }

  @Test("Nobody else sees, confirms or drops a waiting file")
  func othersFile() throws {
    let town = try Town()
    let owner = try town.person(.unitCoordinator, in: town.works)
    let other = try town.person(.administrationCoordinator, in: town.root)
    let preview = try town.preview(town.file(ImportRunTests.text), by: owner)
    for actor in [other, .machineOperator] {
      #expect(refusal { _ = try town.app.importOptions(run: preview.runID, by: actor) } == .notFound)
      #expect(
        refusal {
          _ = try town.app.previewImport(run: preview.runID, options: preview.options, by: actor)
        } == .notFound)
      #expect(
        refusal {
          _ = try town.app.confirmImport(run: preview.runID, options: preview.options, by: actor)
        } == .notFound)
      #expect(refusal { try town.app.discardImport(run: preview.runID, by: actor) } == .notFound)
    }
    #expect(try town.app.confirmImport(run: preview.runID, options: preview.options, by: owner).created == 1)
  }

  @Test("A coordinator brings in rows of their own unit only, and makes no units")
  func ownUnitOnly() throws {
    let town = try Town()
    let actor = try town.person(.unitCoordinator, in: town.works)
    for row in ["Hukuk İşleri;Başkasının birimi", "Yepyeni Birim;Birim kurmak", "MHT;Altı"] {
      let preview = try town.preview(town.file("Birim;Risk\n\(row)\n"), by: actor)
      #expect(preview.problems.map(\.code) == ["not-allowed"])
      #expect(throws: Diagnostics.self) {
        try town.app.confirmImport(run: preview.runID, options: preview.options, by: actor)
      }
    }
    let stolen = "Referans No;Birim;Risk\n\(town.risk(of: town.legal));Fen İşleri;Benim olsun\n"
    #expect(try town.preview(town.file(stolen), by: actor).problems.map(\.code) == ["not-allowed"])
    #expect(try town.bringIn(town.file(ImportRunTests.text), by: actor).created == 1)
  }

  @Test("The file is judged again when confirmed, against the register as it is by then")
  func judgedAgain() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let path = try town.file("Referans No;Risk\n\(reference);Yeni metin\n")
    let preview = try town.preview(path)
    #expect(preview.mayConfirm)
    try town.retire(town.works)
    #expect(throws: Diagnostics.self) {
      try town.app.confirmImport(run: preview.runID, options: preview.options, by: .machineOperator)
    }
  }

  @Test("A corrected mapping holds at once and for the next file of the same form")
  func mapping() throws {
    let town = try Town()
    let head = "Referans No;Risk;Kim bakar;O;E"
    let path = try town.file("\(head)\nFEN.RA.0071;Kaza;Şef;2;3\n")
    let first = try town.preview(path)
    #expect(first.sheets.first?.columns.first { $0.header == "Kim bakar" }?.field == nil)
    var options = first.options
    options.columns = ["Kim bakar": "owner"]
    let second = try town.app.previewImport(run: first.runID, options: options, by: .machineOperator)
    #expect(second.sheets.first?.columns.first { $0.header == "Kim bakar" }?.field == "owner")
    _ = try town.app.confirmImport(run: first.runID, options: options, by: .machineOperator)
    #expect(try town.page("FEN.RA.0071").row.risk.details.owner == "Şef")

    try town.bringIn(town.file("\(head)\nFEN.RA.0072;Yangın;Müdür;2;3\n"))
    #expect(try town.page("FEN.RA.0072").row.risk.details.owner == "Müdür")
  }
}
