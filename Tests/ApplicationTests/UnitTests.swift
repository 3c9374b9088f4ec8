import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// The tree of units stays a tree, and closing one leaves nothing behind.
struct UnitTests {
  private func edit(
    _ town: Town, _ code: String, _ form: UnitForm, version: Int = 1
  ) -> Problem? {
    problem { _ = try town.app.editUnit(code, form, version: version, by: .machineOperator) }
  }

  @Test("A unit cannot lie below itself, nor the administration below anything")
  func cycles() throws {
    let town = try Town()
    for parent in ["MH", "MHT"] {
      let form = UnitForm(parentCode: parent, code: "MH", name: "Mali Hizmetler Müdürlüğü")
      #expect(edit(town, "MH", form)?.fields.map(\.field) == ["parent"])
    }
    #expect(edit(town, "ÖB", UnitForm(parentCode: "MH", code: "ÖB", name: "Örnek Belediyesi")) == nil)
    #expect(try town.app.resolve(unitCode: "ÖB", by: .machineOperator).parentID == nil)
  }

  @Test("Codes are taken once, however their letters are written", arguments: ["mh", "MH", "Mh"])
  func codes(code: String) throws {
    let town = try Town()
    let form = UnitForm(parentCode: nil, code: code, name: "Başka")
    #expect(faultyFields { _ = try town.app.addUnit(form, by: .machineOperator) } == ["code"])
    #expect(edit(town, "FEN", form)?.fields.map(\.field) == ["code"])
    #expect(edit(town, "MH", UnitForm(parentCode: nil, code: code, name: "Mali Hizmetler")) == nil)
    #expect(town.risk(of: town.finance) == "MH.RA.0001")
  }

  @Test("A form is refused with every field at fault")
  func forms() throws {
    let town = try Town()
    let add = { (parent: String?, code: String, name: String) in
      faultyFields {
        _ = try town.app.addUnit(UnitForm(parentCode: parent, code: code, name: name), by: .machineOperator)
      }
    }
    #expect(add(nil, "A.B", " ") == ["code", "name"])
    #expect(add(nil, "ONÜÇHARFLİKOD", "Ad") == ["code"])
    #expect(add("YOK", "YENİ", "Ad") == ["parent"])
    #expect(add(nil, " İVŞ ", "İmar") == [])
    #expect(try town.app.resolve(unitCode: "ivs", by: .machineOperator).code == "İVŞ")
  }

  @Test("A unit with risks or open units below it stays open; closed, it takes no risks and no units")
  func closing() throws {
    let town = try Town()
    let close = { (code: String, version: Int) in
      refusal { _ = try town.app.retireUnit(code, reason: "Birleşti", version: version, by: .machineOperator) }
    }
    #expect(close("ÖB", 1) == .conflict && close("MHT", 1) == .conflict)
    try town.retire(town.finance)
    #expect(close("MH", 1) == .conflict)
    try town.retire(town.payroll)
    #expect(close("MH", 1) == .conflict)
    #expect(close("MHT", 1) == nil && close("MH", 1) == nil)
    #expect(try town.app.resolve(unitCode: "MH", by: .machineOperator).retireReason == "Birleşti")

    let details = RiskDetails(unitID: town.finance.id, statement: "Yeni")
    #expect(faultyFields { _ = try town.app.addRisk(details, assessment: nil, by: .machineOperator) } == ["unit"])
    #expect(
      faultyFields {
        _ = try town.app.addUnit(UnitForm(parentCode: "MH", code: "YENİ", name: "Yeni"), by: .machineOperator)
      } == ["parent"])
    #expect(
      faultyFields {
        _ = try town.app.reinstateRisk(town.risk(of: town.finance), version: 2, by: .machineOperator)
      } == ["unit"])
    #expect(refusal { _ = try town.app.reinstateUnit("MHT", version: 2, by: .machineOperator) } == .conflict)
    _ = try town.app.reinstateUnit("MH", version: 2, by: .machineOperator)
    _ = try town.app.reinstateUnit("MHT", version: 2, by: .machineOperator)
    _ = try town.app.reinstateRisk(town.risk(of: town.finance), version: 2, by: .machineOperator)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("A stale save is shown both versions")
  func stale() throws {
    let town = try Town()
    #expect(edit(town, "FEN", UnitForm(parentCode: nil, code: "FEN", name: "Yapı İşleri")) == nil)
    let stale = edit(town, "FEN", UnitForm(parentCode: "MH", code: "FEN", name: "Yol İşleri"))?.stale
    #expect(stale?.currentVersion == 2 && stale?.changedBy == Actor.machineOperator.displayName)
    #expect(stale?.differences.map(\.field) == ["name", "parent"])
    #expect(stale?.differences.first?.theirs == "Yapı İşleri" && stale?.differences.first?.yours == "Yol İşleri")
  }

  @Test("A moved unit takes its people's view along")
  func moving() throws {
    let town = try Town()
    let actor = try town.person(.unitCoordinator, in: town.works)
    #expect(edit(town, "MHT", UnitForm(parentCode: "FEN", code: "MHT", name: "Tahakkuk Şefliği")) == nil)
    #expect(try town.app.everything(by: actor).map(\.unitCode) == ["FEN", "MHT"])
  }
}
