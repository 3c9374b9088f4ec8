import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct TurkishTests {
  let office: Office

  init() throws { office = try Office() }

  private func search(_ text: String, scope: Scope = .all) throws -> [String] {
    try SearchIndex.catchUp(office.database)
    var selection = RegisterSelection(scope: scope, today: Office.today)
    selection.text = text
    selection.order = .reference
    let wanted = selection
    return try office.database.read { try RegisterList.references(wanted, $0) }
  }

  @Test(arguments: [
    ("ihale", ["R1"]), ("İHALE", ["R1"]), ("IHALE", ["R1"]), ("İhale", ["R1"]), ("i\u{307}hale", ["R1"]),
    ("ışık", ["R2"]), ("IŞIK", ["R2"]), ("isik", ["R2"]), ("Işık", ["R2"]), ("işik", ["R2"]),
    ("hâkediş", ["R3"]), ("hakedis", ["R3"]), ("HAKEDİŞ", ["R3"]),
    ("şeh", ["R2"]), ("SEH", ["R2"]), ("ehir", []), ("yangin ışık", []), ("şehir ışık", ["R2"]),
    ("\"ihale\" OR *", []), ("ihale*", ["R1"]), ("(", ["R1", "R2", "R3"]), ("r2", ["R2"]),
  ])
  func spellingsMeet(text: String, expected: [String]) throws {
    try office.add("R1", "İhale dosyasının geç hazırlanması")
    try office.add("R2", "Şehir ışıklarının (IŞIK) yanmaması")
    try office.add("R3", "Hakediş ödemelerinin gecikmesi")
    #expect(try search(text) == expected)
  }

  @Test func indexFollowsChangesAndCanBeMadeAnew() throws {
    var risk = try office.add("R1", "Sel baskını")
    #expect(try search("sel") == ["R1"])
    let before = risk
    risk.details.statement = "Deprem"
    risk.version = 2
    let after = risk
    try office.database.write { connection in
      #expect(try RiskTable.update(after, basedOn: 1, connection))
      try Journal.append(Office.stamp, before: .risk(before), after: .risk(after), connection)
    }
    #expect(try search("sel") == [])
    #expect(try search("deprem") == ["R1"])
    try SearchIndex.rebuild(office.database)
    #expect(try search("deprem") == ["R1"])
  }

  @Test func searchStaysInScope() throws {
    try office.add("R1", "Yangın", unit: office.finance)
    try office.add("R2", "Yangın", unit: office.works)
    #expect(try search("yangın", scope: .units([office.works.id])) == ["R2"])
    #expect(try search("yangın", scope: .units([])) == [])
  }

  @Test func highlightMarksTheOriginalLetters() throws {
    try office.add("R1", "Köprünün IŞIKLARI yanmıyor")
    try SearchIndex.catchUp(office.database)
    let text = try office.database.read { connection in
      try connection.first(
        "SELECT highlight(risk_search, 1, '[', ']') FROM risk_search WHERE risk_search MATCH '\"isik\"*'"
      ) { row in row.text() }
    }
    #expect(text?.hasPrefix("Köprünün [IŞIKLARI] yanmıyor") == true)
  }

  @Test func orderIsTheTurkishAlphabet() throws {
    let names = [
      "Zabıta", "Ilgaz", "Çankaya", "Iğdır", "İmar", "Cebeci", "Şişli", "Sincan", "Ümraniye", "Uşak", "Önder",
    ]
    for (index, name) in names.enumerated() { try office.add("R\(index)", name) }
    var selection = RegisterSelection(scope: .all, today: Office.today)
    selection.order = .statement
    let wanted = selection
    let sorted = try office.database.read { try RegisterList.lines(wanted, $0).map(\.risk.details.statement) }
    #expect(
      sorted == [
        "Cebeci", "Çankaya", "Iğdır", "Ilgaz", "İmar", "Önder", "Sincan", "Şişli", "Uşak", "Ümraniye", "Zabıta",
      ])
  }
}
