import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import Testing

@testable import GuvenceWeb

@Suite("Pages of the events", .serialized)
struct EventPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  private let fields = [
    ("unit", "MH"), ("kind", "realised"), ("description", "Ödeme <b>iki</b> kez yapıldı"),
    ("occurredOn", "2026-01-05"), ("grossLoss", "1.500"), ("risks", "MH.RA.0001"), ("isPublicLoss", "1"),
  ]

  private func add() throws -> String {
    let answer = try site.post("/events", fields)
    #expect(answer.status == 303)
    return try #require(answer.header("Location")?.split(separator: "?").first).description
  }

  @Test func listShowsFiltersTotalsAndDownloads() throws {
    let page = site.get("/events")
    #expect(page.status == 200 && page.text.contains("MH.OL.0001") && page.text.contains("184.250,40 ₺"))
    #expect(page.text.contains("Birime göre") && page.text.contains("/events/events.xlsx"))
    #expect(!site.get("/events?kind=near-miss").text.contains("hak ediş iki kez"))
    #expect(site.get("/events?year=1990").text.contains("Bu koşullara uyan olay yok"))
    #expect(site.get("/events?as-of=2020-01-01").text.contains("Bu koşullara uyan olay yok"))
    #expect(site.get("/events/events.csv").text.contains("MH.OL.0001"))
    #expect(site.get("/events/events.xlsx").status == 200)
  }

  @Test func anEventIsRecordedShownClosedAndReopened() throws {
    let refused = try site.post("/events", fields.map { $0.0 == "grossLoss" ? ("grossLoss", "çok") : $0 })
    #expect(refused.status == 422 && refused.text.contains("href=\"#f-grossLoss\""))
    #expect(refused.text.contains("Ödeme &lt;b&gt;iki&lt;/b&gt; kez yapıldı"))
    let address = try add()
    let page = site.get(address)
    #expect(page.text.contains("Ödeme &lt;b&gt;iki&lt;/b&gt;") && page.text.contains("1.500,00 ₺"))
    #expect(page.text.contains("Kamu zararı") && !page.text.contains(" style="))
    #expect(try site.post(address + "/lessons", [("text", "")]).status == 422)
    #expect(try site.post(address + "/lessons", [("text", "Çift onay"), ("followed", "1")]).status == 303)
    #expect(site.get(address).text.contains("Çift onay"))
    #expect(site.get(address + "/closing").status == 200)
    #expect(try site.post(address + "/closing", [("reason", "bitti"), ("version", "1")]).status == 303)
    #expect(try site.post(address + "/reopening", [("version", "2")]).status == 303)
    let stale = try site.post(
      address, fields.map { $0.0 == "grossLoss" ? ("grossLoss", "7") : $0 } + [("version", "1")])
    #expect(stale.status == 409)
  }

  @Test func aRiskDefinedFromAnEventIsLinkedBackToIt() throws {
    let made = try site.post("/events", fields.filter { $0.0 != "risks" })
    let address = try #require(made.header("Location")?.split(separator: "?").first).description
    let code = try #require(address.split(separator: "/").last).description
    #expect(site.get(address).text.contains("/risks/new?unit=MH&amp;event=\(code)"))
    let form = site.get("/risks/new?unit=MH&event=\(code)")
    #expect(form.text.contains("name=\"of-event\"") && form.text.contains("href=\"\(address)\""))
    let answer = try site.post(
      "/risks", [("unit", "MH"), ("statement", "Ödemenin yinelenmesi"), ("of-event", code)])
    #expect(answer.header("Location")?.hasPrefix(address) == true)
    #expect(site.get(address).text.contains("Ödemenin yinelenmesi"))
  }

  @Test func theRiskShowsItsEventsTodayAndNotBefore() throws {
    _ = try add()
    let risk = site.get("/risks/MH.RA.0001")
    #expect(risk.text.contains("Gözden geçirme gerekli") && risk.text.contains("Bu riskin gerçekleştiği olaylar"))
    #expect(risk.text.contains("Yılda ortalama") && risk.text.contains("/events/new?unit=MH&amp;risk=MH.RA.0001"))
    let past = site.get("/risks/MH.RA.0001?as-of=" + site.app.today.adding(days: -2).description)
    #expect(past.text.contains("Bu riske bağlı olay yok"))
  }

  @Test func anEventWithoutARiskOffersToDefineOne() throws {
    let answer = try site.post("/events", fields.map { $0.0 == "risks" ? ("risks", "") : $0 })
    let address = try #require(answer.header("Location")?.split(separator: "?").first).description
    let text = site.get(address).text
    #expect(text.contains("Yeni risk tanımla") && text.contains("/risks/new?unit=MH"))
  }

  @Test(arguments: ["/events", "/events/new", "/events/MH.OL.0001", "/events/MH.OL.0001/edit"])
  func roomsOpenInBothLanguages(_ address: String) {
    #expect(site.get(address).text.contains("<html lang=\"tr\">"))
    _ = site.get("/dil/en?next=/")
    #expect(site.get(address).text.contains("<html lang=\"en\">"))
  }
}
