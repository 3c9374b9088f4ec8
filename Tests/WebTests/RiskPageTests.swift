import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceWeb

@Suite("Pages of the register", .serialized)
struct RiskPageTests {
  static let hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)> & ihale"

  @Test func hostileTextIsOnlyText() throws {
    let site = try Site()
    try site.setUp()
    let unit = try site.app.resolve(unitCode: "MH", by: .machineOperator)
    let risk = try site.app.addRisk(
      RiskDetails(unitID: unit.id, statement: Self.hostile), assessment: nil, by: .machineOperator)
    for address in [
      "/risks?rows=500", "/risks?q=%3Cscript%3E", "/risks/\(risk.reference)", "/risks/\(risk.reference)/edit",
      "/risks/\(risk.reference)/assessments/new", "/risks/\(risk.reference)/retirement", "/", "/journal",
      "/reports/consolidated", "/risks?category=%22%3E%3Cscript%3E&unit=%3Cscript%3E",
    ] {
      let answer = site.get(address)
      #expect([200, 404, 422].contains(answer.status), "\(address)")
      #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"), "\(address)")
      #expect(!answer.text.contains(" style=") && !answer.text.contains(" onclick="), "\(address)")
    }
    #expect(site.get("/risks/\(risk.reference)").text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
  }

  @Test func refusedFormKeepsEverythingTyped() throws {
    let site = try Site()
    try site.setUp()
    let answer = try site.post(
      "/risks",
      [
        ("unit", "MH"), ("statement", ""), ("cause", "yedek yok"), ("notes", "çok önemli"), ("response", "transfer"),
        ("likelihood", "4"),
      ])
    #expect(answer.status == 422)
    #expect(answer.text.contains("<title>Hata:"))
    #expect(answer.text.contains("href=\"#f-statement\""))
    #expect(answer.text.contains("yedek yok") && answer.text.contains("çok önemli"))
    #expect(answer.text.contains("<option value=\"transfer\" selected>"))
  }

  @Test func aNewRiskIsScoredAndExplained() throws {
    let site = try Site()
    try site.setUp()
    let answer = try site.post(
      "/risks", [("unit", "MH"), ("statement", "Yedekler bozuk"), ("likelihood", "4"), ("impact", "4")])
    #expect(answer.status == 303)
    let address = try #require(answer.header("Location"))
    let page = site.get(address)
    #expect(page.text.contains("Neden 16?"))
    #expect(page.text.contains("doğrulanmadı"))
    #expect(page.text.contains("Kayıt eklendi."))
  }

  @Test func scoreIsShownBeforeSavingWithAndWithoutScript() throws {
    let site = try Site()
    try site.setUp()
    let reference = try first(site).reference
    let fields = [("likelihood", "5"), ("impact", "5"), ("reason", "deneme gerekçesi")]
    let panel = try site.post("/risks/\(reference)/score-preview", fields)
    #expect(panel.status == 200 && panel.text.contains("Neden 25?") && !panel.text.contains("<html"))
    let page = try site.post("/risks/\(reference)/assessments", fields + [("preview", "1"), ("version", "1")])
    #expect(page.text.contains("Neden 25?") && page.text.contains("deneme gerekçesi"))
  }

  @Test func staleSaveShowsBothVersions() throws {
    let site = try Site()
    try site.setUp()
    let risk = try first(site)
    var details = risk.details
    details.notes = "ötekinin notu"
    _ = try site.app.editRisk(risk.reference, details, version: risk.version, by: .machineOperator)
    let fields = [
      ("unit", "MH"), ("statement", risk.details.statement), ("notes", "benim notum"), ("version", "\(risk.version)"),
    ]
    let answer = try site.post("/risks/\(risk.reference)", fields)
    #expect(answer.status == 409)
    #expect(answer.text.contains("ötekinin notu") && answer.text.contains("benim notum"))
    let again = try #require(
      answer.text.firstRange(of: "name=\"version\" value=\"").map { range in
        String(answer.text[range.upperBound...].prefix { $0.isNumber })
      })
    let saved = try site.post("/risks/\(risk.reference)", fields.dropLast() + [("version", again)])
    #expect(saved.status == 303)
    #expect(site.get("/risks/\(risk.reference)").text.contains("benim notum"))
  }

  @Test func closingAsksAndCanBeUndone() throws {
    let site = try Site()
    try site.setUp()
    let risk = try first(site)
    let path = "/risks/\(risk.reference)"
    #expect(site.get(path + "/retirement").text.contains(risk.details.statement))
    #expect(try site.post(path + "/retirement", [("reason", ""), ("version", "\(risk.version)")]).status == 422)
    let closed = try site.post(path + "/retirement", [("reason", "birleşti"), ("version", "\(risk.version)")])
    #expect(closed.status == 303)
    #expect(site.get(path).text.contains("Yeniden aç"))
    let version = try site.app.risk(risk.reference, by: .machineOperator).row.risk.version
    #expect(try site.post(path + "/reinstatement", [("version", "\(version)")]).status == 303)
  }

  @Test(arguments: [
    "/", "/risks", "/heat-map", "/imports", "/units", "/accounts", "/journal", "/rules", "/about", "/reports",
    "/methods", "/methods/10x10",
  ])
  func everyRoomOpensInBothLanguages(_ address: String) throws {
    let site = try Site()
    try site.setUp()
    #expect(site.get(address).text.contains("<html lang=\"tr\">"))
    #expect(site.get("/dil/en?next=" + PercentCode.encode(address)).header("Location") == address)
    let english = site.get(address)
    #expect(english.status == 200)
    #expect(english.text.contains("<html lang=\"en\">"))
  }

  private func first(_ site: Site) throws -> Risk {
    var query = RegisterQuery()
    query.unitCode = "MH"
    return try #require(try site.app.register(query, by: .machineOperator).rows.first).risk
  }
}
