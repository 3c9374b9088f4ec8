import GuvenceCore
import GuvenceRegister
import Testing

@Suite("Words of the forms")
struct FormWordTests {
  @Test(
    "response and controls are told apart and joined again",
    arguments: [
      ("Kontrol etmek: yedekleme, tatbikat", RiskResponse.control, "yedekleme, tatbikat"),
      ("Kabul etmek", .accept, ""), ("Devretmek: sigorta: kasko", .transfer, "sigorta: kasko"),
    ])
  func response(text: String, response: RiskResponse, controls: String) {
    let parts = RiskResponse.split(text)
    #expect(parts.response == response)
    #expect(parts.controls == controls)
    #expect(RiskResponse.joined(parts.response, parts.controls) == text)
  }

  @Test("a colon after other words is part of the controls")
  func noResponse() {
    let parts = RiskResponse.split("Önlem: çift onay")
    #expect(parts.response == nil)
    #expect(parts.controls == "Önlem: çift onay")
  }

  @Test("every response and direction reads its own word back")
  func words() {
    for response in RiskResponse.allCases { #expect(RiskResponse(word: response.name.turkish) == response) }
    for change in ChangeDirection.allCases {
      #expect(ChangeDirection(word: change.sign) == change)
      #expect(ChangeDirection(word: TurkishText.uppercase(change.name.turkish)) == change)
    }
    #expect(ChangeDirection(word: "belirsiz") == nil)
  }

  @Test(
    "a statement falls into cause, event and consequence only where it says so",
    arguments: [
      ("sel → yol kapanır → hizmet aksar", "sel", "yol kapanır", "hizmet aksar"),
      ("ruhsat hatası → dava", "", "ruhsat hatası", "dava"), ("oyun alanı kazası", "", "oyun alanı kazası", ""),
      (
        "bakım atlanması nedeniyle araç arızası olması sonucunda hizmet aksar", "bakım atlanması",
        "araç arızası olması", "hizmet aksar"
      ),
    ])
  func statement(text: String, cause: String, event: String, consequence: String) {
    let parts = StatementParts(text)
    #expect(parts.cause == cause)
    #expect(parts.event == event)
    #expect(parts.consequence == consequence)
  }

  @Test("reference numbers print and read back")
  func reference() {
    #expect(ReferenceNumber.text(unitCode: "İVŞ", number: 7) == "İVŞ.RA.0007")
    #expect(ReferenceNumber.text(unitCode: "MH", number: 12345) == "MH.RA.12345")
    #expect(ReferenceNumber.parts("İVŞ.RA.0007")?.unitCode == "İVŞ")
    #expect(ReferenceNumber.parts("İVŞ.RA.0007")?.number == 7)
    #expect(ReferenceNumber.parts("KİK.RA.0001/2") == nil)
  }
}

@Suite("Units and authority")
struct AuthorityTests {
  private let tree = UnitTree([
    unit(1, nil, "ÖB", "Örnek Belediyesi"), unit(2, 1, "MH", "Mali Hizmetler Müdürlüğü"),
    unit(3, 2, "GEL", "Gelir Şefliği"), unit(4, 1, "Z", "Zabıta Müdürlüğü"), unit(5, 1, "Bİ", "Bilgi İşlem Müdürlüğü"),
  ])

  private static func unit(_ id: Int64, _ parent: Int64?, _ code: String, _ name: String) -> Unit {
    Unit(id: Identifier(id), parentID: parent.map { Identifier($0) }, code: code, name: name)
  }

  @Test("two spellings of one directorate meet")
  func matching() {
    #expect(Unit.matchKey("Destek/Satın alma (ihale) Müdürlüğü") == Unit.matchKey("Destek Satın alma (ihale)"))
    #expect(Unit.matchKey("MALİ HİZMETLER MÜDÜRLÜĞÜ") == Unit.matchKey("Mali Hizmetler"))
    #expect(Unit.matchKey("Emlak-İstimlak") == Unit.matchKey("emlak istimlak müdürlüğü"))
    #expect(Unit.matchKey("Yazı İşleri") != Unit.matchKey("Fen İşleri"))
  }

  @Test("tree order is depth first with Turkish names")
  func lines() { #expect(tree.lines.map(\.unit.code) == ["ÖB", "Bİ", "MH", "GEL", "Z"]) }

  @Test("a grant reaches its unit and below, nothing else")
  func scope() {
    let grants = [RoleGrant(role: .unitCoordinator, unitID: Identifier(2))]
    #expect(tree.units(allowing: .assess, by: grants) == [Identifier(2), Identifier(3)])
    #expect(tree.units(allowing: .manageAccounts, by: grants).isEmpty)
    #expect(tree.path(to: Identifier(3)).map(\.code) == ["ÖB", "MH", "GEL"])
  }

  @Test(
    "auditors, board members and administrators never write risks",
    arguments: [Role.internalAuditor, .boardMember, .systemAdministrator])
  func readersOnly(role: Role) {
    #expect(role.permissions.isDisjoint(with: [.addRisk, .editRisk, .assess, .retireRisk, .importRegister]))
  }
}
