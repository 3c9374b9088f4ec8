import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of the action plan", .serialized)
struct ActionPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  @Test func listAndTimelineShowShapeWordAndToday() {
    let list = site.get("/actions")
    #expect(list.status == 200 && list.text.contains("MH.EY.0001"))
    #expect(list.text.contains("Gecikmiş") && list.text.contains("◐") && list.text.contains("250.000,00 ₺") == false)
    let timeline = site.get("/actions/timeline").text
    #expect(timeline.contains("class=\"now\"") && timeline.contains("bugün") && timeline.contains("<title>"))
    #expect(timeline.contains("bar bar-overdue") && timeline.contains("<table"))
    #expect(!site.get("/actions?state=completed").text.contains("MH.EY.0001"))
    #expect(site.get("/eylem").status == 200)
  }

  @Test func anActionIsAddedWithoutScriptAndARefusalKeepsWhatWasTyped() throws {
    let refused = try site.post(
      "/actions", [("unit", "MH"), ("risks", "MH.RA.0001"), ("title", "<b>Deneme</b>"), ("dueOn", "")])
    #expect(refused.status == 422)
    #expect(refused.text.contains("href=\"#f-dueOn\"") && refused.text.contains("&lt;b&gt;Deneme&lt;/b&gt;"))
    let made = try site.post(
      "/actions", [("unit", "MH"), ("risks", "MH.RA.0001"), ("title", "Deneme"), ("dueOn", "2999-01-01")])
    #expect(made.status == 303)
    let address = try #require(made.header("Location")?.split(separator: "?").first).description
    #expect(site.get(address).text.contains("Kanıtsız eylem tamamlanamaz"))
    #expect(try site.post(address + "/progress", [("percent", "30"), ("note", "Başladı")]).status == 303)
    #expect(site.get(address).text.contains("%30"))
    let early = try site.post(address + "/completion", [("result", "x"), ("version", "1")])
    #expect(early.status == 422 && early.text.contains("href=\"#f-evidence\""))
    #expect(site.get("/risks/MH.RA.0001").text.contains("id=\"actions\""))
  }
}
