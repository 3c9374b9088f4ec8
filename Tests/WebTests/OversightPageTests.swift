import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of calendar, escalation, board and notices", .serialized)
struct OversightPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  private func first(_ page: String, _ prefix: String) throws -> String {
    let links = site.get(page).text.split(separator: "\"").map(String.init)
    return try #require(links.first { $0.hasPrefix(prefix) && $0.dropFirst(prefix.count).allSatisfy(\.isNumber) })
  }

  @Test func calendarListsAMonthAndGivesAFile() {
    let page = site.get("/calendar")
    #expect(page.status == 200 && page.text.contains("Takvim") && page.text.contains("Gecikenler"))
    #expect(page.text.contains("Kurul kararı"))
    let file = site.get("/calendar/guvence.ics?unit=MH")
    #expect(file.header("Content-Type")?.hasPrefix("text/calendar") == true)
    #expect(file.text.hasPrefix("BEGIN:VCALENDAR\r\n") && file.text.contains("MH.RA."))
    #expect(site.get("/calendar?month=2031-01&kind=meeting").text.contains("Bu ayda bir iş yok"))
    #expect(site.get("/calendar?month=olmaz&kind=olmaz").status == 200)
  }

  @Test func escalationIsAnsweredOnItsPage() throws {
    let list = site.get("/escalations")
    #expect(list.status == 200 && list.text.contains("İRK") && list.text.contains("Şimdi çalıştır"))
    let address = try first("/escalations", "/escalations/")
    let page = site.get(address)
    #expect(page.text.contains("doğrulanmadı") && page.text.contains("Ne oldu"))
    #expect(try site.post(address + "/acknowledgement", [("note", "")]).status == 422)
    #expect(try site.post(address + "/acknowledgement", [("note", "<b>Gördüm</b>")]).status == 303)
    #expect(site.get(address).text.contains("&lt;b&gt;Gördüm"))
    #expect(try site.post(address + "/decision", [("decision", "Kontrol kurulacak")]).status == 303)
    #expect(try site.post(address + "/decision", [("decision", "Yine")]).status == 409)
    #expect(try site.post("/escalations", []).status == 303)
    #expect(site.get("/escalations?state=decided").text.contains("Karara bağlandı"))
  }

  @Test func meetingFromAgendaToMinutes() throws {
    #expect(try site.post("/meetings", [("heldOn", "")]).status == 422)
    let made = try site.post(
      "/meetings", [("heldOn", "2099-01-15"), ("startsAt", "10:30"), ("chair", "Başkan"), ("members", "Üye A\nÜye B")])
    let address = try #require(made.header("Location")?.split(separator: "?").first).description
    #expect(try site.post(address + "/items", [("title", "")]).status == 422)
    #expect(try site.post(address + "/items", [("title", "Uyum planı")]).status == 303)
    let page = site.get(address).text
    #expect(page.contains("Uyum planı") && page.contains("Gündeme alınabilecek eskalasyonlar"))
    let form = try #require(page.split(separator: "\"").map(String.init).first { $0.hasSuffix("/decisions") })
    let refused = try site.post(form, [("text", ""), ("unit", "MH")])
    #expect(refused.status == 422 && refused.text.contains("Kararı yazın"))
    #expect(try site.post(form, [("text", "Plan yenilensin"), ("unit", "MH"), ("dueOn", "2099-02-01")]).status == 303)
    let minutes = site.get(address + "/minutes").text
    #expect(minutes.contains("Plan yenilensin") && minutes.contains("Üye B") && minutes.contains("signatures"))
    let stale = try site.post(address, [("heldOn", "2099-01-16"), ("version", "7")])
    #expect(stale.status == 409)
    let board = site.get("/meetings").text
    #expect(board.contains("Plan yenilensin") && board.contains("gün geçti"))
    let decision = try first("/meetings", "/meetings/decisions/")
    #expect(site.get(decision).text.contains("Kararın sonucu"))
    #expect(try site.post(decision, [("state", "done"), ("outcome", ""), ("version", "1")]).status == 422)
    #expect(try site.post(decision, [("state", "done"), ("outcome", "Bitti"), ("version", "1")]).status == 303)
  }

  @Test func noticesAreCountedReadAndLead() throws {
    #expect(!site.get("/").text.contains("class=\"n\">0"))
    _ = try site.post("/meetings", [("heldOn", "2099-03-01")])
    let page = site.get("/notices")
    #expect(page.status == 200 && page.text.contains("İKİYK toplantısı") && page.text.contains("Aç"))
    #expect(site.get("/").text.contains("okunmamış"))
    let form = try #require(
      page.text.split(separator: "\"").map(String.init).first { $0.hasPrefix("/notices/") })
    #expect(try site.post(form, []).header("Location")?.hasPrefix("/meetings/") == true)
    #expect(try site.post("/notices/9999", []).status == 404)
    #expect(try site.post("/notices", []).status == 303)
    #expect(!site.get("/").text.contains("okunmamış"))
  }

  @Test func riskShowsItsReviewDayAndEscalations() throws {
    let risk = "/risks/MH.RA.0001"
    #expect(site.get(risk).text.contains("Gözden geçirme ve eskalasyon"))
    let day = "\(site.app.today.adding(days: 2))"
    let form = "/calendar/risk/MH.RA.0001"
    #expect(site.get(form).status == 200)
    #expect(try site.post(form, [("reviewOn", "1999-01-01"), ("reason", "x")]).status == 422)
    #expect(try site.post(form, [("reviewOn", day), ("reason", "Denetim bulgusu")]).status == 303)
    let page = site.get(risk).text
    #expect(page.contains("Elle değiştirildi") && page.contains("Denetim bulgusu"))
    let past = "\(site.app.today.adding(days: -1))"
    #expect(!site.get(risk + "?as-of=" + past).text.contains("Denetim bulgusu"))
  }

  @Test(arguments: [
    "/calendar", "/escalations", "/meetings", "/meetings/new", "/meetings/1", "/meetings/1/minutes", "/notices",
  ])
  func roomsOpenInBothLanguages(_ address: String) {
    #expect(site.get(address).status == 200)
    _ = site.get("/dil/en?next=/")
    #expect(site.get(address).text.contains("<html lang=\"en\">"))
  }
}
