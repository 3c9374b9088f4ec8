import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceWeb

@Suite("Pages of the controls", .serialized)
struct ControlPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  private let fields = [
    ("unit", "MH"), ("name", "Çift <b>onay</b>"), ("kind", "preventive"), ("nature", "automatic"),
    ("frequency", "daily"), ("answer-trace", "record"), ("answer-approval", "both"), ("answer-oversight", "regular"),
  ]

  @Test func listShowsFiltersAndStates() {
    let page = site.get("/controls")
    #expect(page.status == 200 && page.text.contains("MH.KN.0001") && page.text.contains("Testi geçerli değil"))
    #expect(site.get("/controls?state=untested").text.contains("MH.KN.0005"))
    #expect(site.get("/controls?q=yokboyle").text.contains("Süzgeçleri temizle"))
    #expect(site.get("/controls/export.csv").text.contains("Kontrol gücü (KEP)"))
    #expect(site.get("/controls/export.xlsx").header("Content-Disposition")?.contains("kontroller-") == true)
  }

  @Test func addedControlsAreTestedAndShown() throws {
    #expect(try site.post("/controls", [("unit", "MH")]).status == 422)
    let answer = try site.post("/controls", fields)
    let address = try #require(answer.header("Location")?.split(separator: "?").first).description
    let page = site.get(address).text
    #expect(page.contains("Çift &lt;b&gt;onay&lt;/b&gt;") && page.contains("test edilmemiş"))
    let faulty = try site.post(address + "/tests", [("conclusion", "passed"), ("sampleSize", "on")])
    #expect(faulty.status == 422 && faulty.text.contains("Tam sayı yazın"))
    let test = [("conclusion", "passed"), ("sampleSize", "10"), ("exceptions", "0")]
    #expect(try site.post(address + "/tests", test).status == 303)
    #expect(site.get(address).text.contains("Etkin · KTS 100"))
    #expect(site.get(address + "/edit").text.contains("value=\"record\" selected"))
    #expect(try site.post(address + "/retirement", [("reason", "Bitti"), ("version", "1")]).status == 303)
    #expect(site.get(address).text.contains("Bu kontrol kapatıldı"))
  }

  @Test func riskPageShowsTheSuggestionAndAdoptsIt() throws {
    let page = site.get("/risks/MH.RA.0001").text
    #expect(page.contains("Kontrollerin önerdiği artık risk") && page.contains("KTS") && page.contains("Kontrol bağla"))
    let controls = try site.app.controls(ofRisk: "MH.RA.0001", by: .machineOperator)
    let version = try site.app.risk("MH.RA.0001", by: .machineOperator).row.risk.version
    #expect(controls.suggestion?.isComplete == true && controls.differs == page.contains("Öneriyi benimse"))
    let adopted = try site.post("/controls/of/MH.RA.0001/adoption", [("version", String(version))])
    #expect(adopted.status == 303)
    #expect(site.get("/risks/MH.RA.0001").text.contains("Öneriyle aynı"))
    #expect(site.get("/risks/MH.RA.0004").text.contains("test edilmemiş"))
  }

  @Test func linksAreMadeChangedAndEnded() throws {
    let form = site.get("/controls/of/MH.RA.0002")
    #expect(form.status == 200 && form.text.contains("MH.KN.0003"))
    let base = "/controls/of/MH.RA.0002"
    #expect(try site.post(base, [("control", ""), ("share", "x"), ("factor", "both")]).status == 422)
    #expect(try site.post(base, [("control", "MH.KN.0001"), ("share", "10"), ("factor", "both")]).status == 422)
    #expect(try site.post(base, [("control", "MH.KN.0001"), ("share", "10"), ("factor", "impact")]).status == 303)
    #expect(site.get(base + "/MH.KN.0001/end").status == 200)
    #expect(try site.post(base + "/MH.KN.0001/end", [("reason", "")]).status == 422)
    #expect(try site.post(base + "/MH.KN.0001/end", [("reason", "Gereksiz")]).status == 303)
    #expect(try site.app.controls(ofRisk: "MH.RA.0002", by: .machineOperator).lines.count == 1)
  }

  @Test func methodIsExplainedAndChosen() throws {
    #expect(site.get("/controls/method").text.contains("basamak düşürme"))
    #expect(try site.post("/controls/method", [("method", "percentage")]).status == 422)
    #expect(try site.post("/controls/method", [("method", "percentage"), ("reason", "Rehber")]).status == 303)
    #expect(site.get("/risks/MH.RA.0001").text.contains("Yüzde"))
  }

  @Test func aPastDayShowsNoForms() {
    let page = site.get("/risks/MH.RA.0001?as-of=2026-01-01")
    #expect(!page.text.contains("Kontrol bağla") && !page.text.contains("Öneriyi benimse"))
  }
}
