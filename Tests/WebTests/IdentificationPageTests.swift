import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of wording, sharing, relations and suggestions", .serialized)
struct IdentificationPageTests {
  let site: Site
  private let risk = "/risks/MH.RA.0001"

  init() throws {
    site = try Site()
    try site.setUp()
  }

  @Test func whatTheChecksFindStandsNextToTheFieldAndBlocksNothing() throws {
    let fields = [("unit", "MH"), ("statement", "Kamu zararı oluşması"), ("kind", "threat")]
    let preview = try site.post("/risks", fields + [("preview", "1")])
    #expect(preview.status == 200 && preview.text.contains("Yalnızca sonuç"))
    #expect(preview.text.contains("id=\"statement-remarks\" aria-live=\"polite\" data-check=\"/statements\""))
    let live = try site.post("/statements", fields)
    #expect(live.status == 200 && live.text.contains("Yalnızca sonuç") && !live.text.contains("<html"))
    let opportunity = try site.post("/statements", fields.dropLast() + [("kind", "opportunity")])
    #expect(!opportunity.text.contains("Yalnızca sonuç"))
    let saved = try site.post("/risks", fields)
    #expect(saved.status == 303)
    let address = try #require(saved.header("Location")?.split(separator: "?").first).description
    #expect(
      site.get(address).text.contains("Yalnızca sonuç") && site.get(address + "/edit").text.contains("Yalnızca sonuç"))
    #expect(site.get("/statements").text.contains("Kamu zararı oluşması"))
    let refused = try site.post(address + "/dismissals", [("check", "effect-only"), ("reason", "")])
    #expect(refused.status == 422 && refused.text.contains("href=\"#f-reason\""))
    #expect(
      try site.post(address + "/dismissals", [("check", "effect-only"), ("reason", "Kurul kararı")]).status == 303)
    #expect(site.get(address).text.contains("Kurul kararı"))
  }

  @Test func aSharedRiskIsMarkedInTheListAndOnItsPage() throws {
    #expect(try site.post(risk + "/shares", [("unit", "Z"), ("reason", "")]).status == 422)
    #expect(try site.post(risk + "/shares", [("unit", "Z"), ("reason", "<b>Ortak</b> iş")]).status == 303)
    let page = site.get(risk).text
    #expect(page.contains("&lt;b&gt;Ortak&lt;/b&gt; iş") && page.contains("Zabıta Müdürlüğü (Z)"))
    #expect(site.get("/risks?unit=MH&state=shared").text.contains("ortak: Z"))
    #expect(site.get("/risks?unit=Z").text.contains("ortak, sorumlu: MH"))
    #expect(try site.post(risk + "/shares/end", [("unit", "Z")]).status == 303)
    #expect(!site.get("/risks?unit=Z").text.contains("MH.RA.0001"))
  }

  @Test func relationsAreDrawnAndListed() throws {
    #expect(
      try site.post(risk + "/relations", [("other", "YOK"), ("kind", "triggers")]).text.contains("href=\"#f-other\""))
    let made = try site.post(risk + "/relations", [("other", "MH.RA.0003"), ("kind", "decreases"), ("note", "dikkat")])
    #expect(made.status == 303)
    let page = site.get(risk).text
    #expect(page.contains("class=\"relations\"") && page.contains("rel-decreases") && page.contains("azaltır"))
    #expect(page.contains("MH.RA.0001 → MH.RA.0003: azaltır") && page.contains("dikkat") && !page.contains(" style="))
    #expect(site.get(risk + "?as-of=2026-01-01").text.contains("MH.RA.0003") == false)
    #expect(site.get("/relations?unit=MH").text.contains("MH.RA.0003"))
    #expect(try site.post(risk + "/relations/end", [("other", "MH.RA.0003")]).status == 303)
    #expect(!site.get(risk).text.contains("rel-decreases"))
  }

  @Test func suggestionsAreAdoptedAndTheirOriginIsShown() throws {
    let page = site.get("/suggestions?unit=MH")
    #expect(
      page.status == 200 && page.text.contains("Alındı") && page.text.contains("resmî bir kaynaktan alınmamıştır"))
    #expect(page.text.contains("doğrulanmadı"))
    let fields = [("unit", "MH"), ("directorate", "parks"), ("entry", "parks/playground-accident")]
    #expect(try site.post("/suggestions", Array(fields.prefix(2))).status == 422)
    #expect(try site.post("/suggestions", fields).status == 303)
    #expect(site.get("/suggestions?unit=MH&directorate=parks").text.contains("MH.RA.0006"))
    let text = site.get("/risks/MH.RA.0006").text
    #expect(text.contains("parks/playground-accident") && text.contains("Değerlendir"))
  }

  @Test func opportunitiesHaveAMapOfTheirOwn() throws {
    let fields = [
      ("unit", "MH"), ("statement", "Hibe çağrısı açılması"), ("kind", "opportunity"), ("likelihood", "5"),
      ("impact", "5"),
      ("identificationMethod", "workshop"), ("controllability", "controllable"), ("process", "Bütçe"),
    ]
    let saved = try site.post("/risks", fields)
    let address = try #require(saved.header("Location")?.split(separator: "?").first).description
    let page = site.get(address).text
    for word in ["◇ Fırsat", "Çalıştay", "Kontrol edilebilir", "Bütçe"] { #expect(page.contains(word), "\(word)") }
    #expect(site.get("/heat-map").text.contains("yalnızca tehditler"))
    let map = site.get("/heat-map?kind=opportunity").text
    #expect(map.contains("olumlu etki") && map.contains("/risks?cell=inherent-5-5&amp;kind=opportunity"))
    #expect(site.get("/risks?kind=opportunity&method=workshop").text.contains("Hibe çağrısı açılması"))
    #expect(site.get(address + "/assessments/new").text.contains("Olumlu etki"))
    #expect(site.get("/").text.contains("fırsat (ayrı sayılır)"))
  }
}
