import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// Units in files are found, proposed or asked about; never guessed.
struct ImportUnitTests {
  @Test("Other spellings of a unit's name meet it; anything else is proposed with the nearest one beside it")
  func spelling() throws {
    let town = try Town()
    let text = """
      Birim;Risk
      FEN İŞLERİ MÜD.;Bir
      fen işleri;İki
      HUK;Üç
      Fen Işlerii;Dört
      """
    let preview = try town.preview(town.file(text.replacing("MÜD.", with: "MÜDÜRLÜĞÜ")))
    #expect(preview.rows.map(\.unitCode).prefix(3) == ["FEN", "FEN", "HUK"])
    #expect(preview.proposedUnits.map(\.name) == ["Fen Işlerii"])
    #expect(preview.proposedUnits.first?.nearestCode == "FEN")
  }

  @Test("Where units must not be created, every unknown unit is a problem with its row count")
  func notCreated() throws {
    let town = try Town()
    var options = ImportOptions()
    options.createsUnits = false
    let path = try town.file("Birim;Risk\nPark ve Bahçeler;Bir\nPark ve Bahçeler;İki\n")
    let preview = try town.preview(path, options)
    #expect(preview.problems.map(\.code) == ["unknown-unit"] && !preview.mayConfirm)
    #expect(preview.problems.first?.message.contains("2 satır") == true)
    #expect(throws: Diagnostics.self) {
      try town.app.confirmImport(run: preview.runID, options: options, by: .machineOperator)
    }
  }

  @Test("A proposed unit can be led to an existing one")
  func choice() throws {
    let town = try Town()
    let path = try town.file("Birim;Risk\nYol Bakım Şefliği;Çukur\n")
    let first = try town.preview(path)
    var options = first.options
    options.unitChoices = [try #require(first.proposedUnits.first).key: "FEN"]
    let second = try town.app.previewImport(run: first.runID, options: options, by: .machineOperator)
    #expect(second.proposedUnits.isEmpty && second.rows.map(\.unitCode) == ["FEN"])
    let result = try town.app.confirmImport(run: first.runID, options: options, by: .machineOperator)
    #expect(result.unitsCreated == 0)
    #expect(try town.everything().contains { $0.unitCode == "FEN" && $0.risk.details.statement == "Çukur" })
  }

  @Test("Two units of one name below different directorates keep their own risks")
  func twins() throws {
    let town = try Town()
    let twins = try ["MH", "FEN"].map { (code: String) in try town.app.add("\(code)S", "Destek Şefliği", below: code) }
    for unit in twins {
      _ = try town.app.addRisk(
        RiskDetails(unitID: unit.id, statement: "\(unit.code) riski"), assessment: nil, by: .machineOperator)
    }
    for format in ExportFormat.allCases {
      let path = town.folder.fresh(format.rawValue)
      _ = try town.app.exportRegister(RegisterQuery(), format: format, to: path, by: .machineOperator)
      let preview = try town.preview(path)
      #expect(preview.unchangedCount == 7 && preview.rows.count == 7)
    }
  }

  @Test("A name that two units share is not enough for a new row")
  func ambiguous() throws {
    let town = try Town()
    for parent in ["MH", "FEN"] { try town.app.add("\(parent)S", "Destek Şefliği", below: parent) }
    let preview = try town.preview(town.file("Birim;Risk\nDestek Şefliği;Kime ait?\n"))
    #expect(preview.problems.map(\.short) == ["ambiguous-unit 2:1"])
    let told = try town.preview(town.file("Birim Kodu;Birim;Risk\nFENS;Destek Şefliği;Belli\n"))
    #expect(told.problems.isEmpty && told.rows.map(\.unitCode) == ["FENS"])
  }

  @Test("A name meant exactly goes before one that only means the same kind of unit")
  func exactName() throws {
    let town = try Town()
    try town.app.add("DHD", "Destek Hizmetleri Daire Başkanlığı")
    try town.app.add("DHM", "Destek Hizmetleri Müdürlüğü", below: "DHD")
    let text = "Birim;Risk\nDestek Hizmetleri Müdürlüğü;Bir\nDestek Hizmetleri Daire Başkanlığı;İki\n"
    #expect(try town.preview(town.file(text)).rows.map(\.unitCode) == ["DHM", "DHD"])
  }
}
