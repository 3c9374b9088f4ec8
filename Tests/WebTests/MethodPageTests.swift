import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceWeb

@Suite("Changing the methodology on the web", .serialized)
struct MethodPageTests {
  @Test func triesPublishesAndTakesBack() throws {
    let site = try Site()
    try site.setUp()
    #expect(site.get("/methods").text.contains("Yöntem hiç değiştirilmedi."))
    let page = site.get("/methods/10x10").text
    #expect(page.contains("«10x10» idarenin yöntemi olur"))
    #expect(page.contains("5 → 10") && page.contains("doğrulanmadı"))

    let form = [("version", "1"), ("digest", field("digest", in: page)), ("reason", "Yeni rehber")]
    let untouched = try site.post("/methods/10x10/publications", form)
    #expect(untouched.status == 422 && untouched.text.contains("kutuyu işaretleyin"))
    #expect(try site.app.administration().methodologyID == "5x5")

    let answer = try site.post("/methods/10x10/publications", form + [("confirmed", "1")])
    #expect(answer.header("Location") == "/methods?done=method-published")
    #expect(try site.app.administration().methodologyID == "10x10")
    #expect(site.get("/methods").text.contains("/method-changes/1/undo"))
    #expect(site.get("/method-changes/1/undo").text.contains("5x5 → 10x10"))

    #expect(try site.post("/method-changes/1/undo", [("reason", "")]).status == 422)
    #expect(try site.post("/method-changes/1/undo", [("reason", "Erken")]).status == 303)
    #expect(try site.app.administration().methodologyID == "5x5")
    #expect(site.get("/method-changes/1/undo").status == 404)
  }

  @Test func theHistoryNamesLevelsAsTheyWereNamed() throws {
    let site = try Site()
    try site.setUp()
    let unit = try site.app.resolve(unitCode: "MH", by: .machineOperator)
    let risk = try site.app.addRisk(
      RiskDetails(unitID: unit.id, statement: "Ödemenin iki kez yapılması"),
      assessment: AssessmentInput(inherent: ScoreInput(likelihood: 5, impact: 5)), by: .machineOperator)
    let shape = try #require(try site.app.methodology().level("very-high")).shape
    try site.app.publishMethod(.id("10x10"), reason: "Yeni", version: 1, by: .machineOperator)
    let page = site.get("/risks/\(risk.reference)").text
    let history = try #require(page.range(of: "5 × 5 = 25")).upperBound
    #expect(page[history...].prefix(300).contains(shape) && page[history...].prefix(300).contains("Çok yüksek"))
    #expect(!page.contains(">very-high<"))
  }

  @Test func publishesOnlyWhatWasLookedAt() throws {
    let site = try Site()
    try site.setUp()
    let form = [("version", "1"), ("confirmed", "1"), ("reason", "Yeni")]
    let digest = String(repeating: "0", count: 64)
    #expect(try site.post("/methods/10x10/publications", form + [("digest", digest)]).status == 409)
    #expect(try site.post("/methods/yok/publications", form).status == 404)
    #expect(try site.app.administration().methodologyID == "5x5")
  }

  @Test func valuesChosenOnOtherScalesAreRefused() throws {
    let site = try Site()
    try site.setUp()
    var query = RegisterQuery()
    query.pageSize = 1
    let reference = try #require(try site.app.register(query, by: .machineOperator).rows.first).risk.reference
    let page = site.get("/risks/\(reference)/assessments/new").text
    let fields = [
      ("edition", field("edition", in: page)), ("version", field("version", in: page)), ("likelihood", "2"),
      ("impact", "2"), ("reason", "Eski ölçekle"),
    ]
    try site.app.publishMethod(.id("10x10"), reason: "Yeni", version: 1, by: .machineOperator)
    #expect(try site.post("/risks/\(reference)/assessments", fields).status == 409)
    #expect(try site.app.risk(reference, by: .machineOperator).history.first?.origin == .derived)
  }

  @Test func givesTheTextForACopy() throws {
    let site = try Site()
    try site.setUp()
    let answer = site.get("/methods/3x3/text")
    #expect(answer.status == 200 && answer.text.contains("id: 3x3"))
    #expect(answer.header("Content-Disposition")?.contains("3x3.yaml") == true)
  }

  private func field(_ name: String, in page: String) -> String {
    guard let range = page.firstRange(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(page[range.upperBound...].prefix { $0 != "\"" })
  }
}
