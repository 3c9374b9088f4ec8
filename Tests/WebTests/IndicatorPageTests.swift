import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of the indicators", .serialized)
struct IndicatorPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  private let fields = [
    ("unit", "MH"), ("name", "Geciken <b>dosya</b>"), ("measure", "adet"), ("direction", "lower"), ("green", "5"),
    ("yellow", "10"), ("frequency", "monthly"), ("startsOn", "2026-01-01"), ("risks", "MH.RA.0001"),
    ("kind", "leading"),
  ]

  private func add() throws -> String {
    let answer = try site.post("/indicators", fields)
    #expect(answer.status == 303)
    return try #require(answer.header("Location")?.split(separator: "?").first).description
  }

  @Test func listShowsStateInColourShapeAndWordWithASmallChart() {
    let page = site.get("/indicators")
    #expect(page.status == 200)
    #expect(page.text.contains("st st-alarm") && page.text.contains("▲") && page.text.contains("Alarm"))
    #expect(page.text.contains("class=\"spark\"") && page.text.contains("↓ Düşüyor"))
    #expect(page.text.contains("gecikmiş") && page.text.contains("Göstergeler"))
    #expect(site.get("/indicators?state=alarm").text.contains("Tahsilatın tahakkuka oranı"))
    #expect(!site.get("/indicators?state=alarm").text.contains("Sunucu kesinti süresi"))
  }

  @Test func formsAndReadingsWorkWithoutScript() throws {
    let address = try add()
    let page = site.get(address)
    #expect(page.text.contains("Geciken &lt;b&gt;dosya&lt;/b&gt;") && page.text.contains("name=\"value\""))
    let refused = try site.post(
      address + "/readings", [("when", "2026-02"), ("value", "çok"), ("note", "dikkat notu")])
    #expect(refused.status == 422)
    #expect(refused.text.contains("href=\"#f-value\"") && refused.text.contains("dikkat notu"))
    for (when, value) in [("2026-01", "4"), ("2026-02", "6,5"), ("31.03.2026", "12")] {
      #expect(try site.post(address + "/readings", [("when", when), ("value", value)]).status == 303)
    }
    let full = site.get(address)
    for part in ["band-normal", "band-warning", "band-alarm", "Neden Alarm?", "12 ≥ 10", "↑ Yükseliyor", "2026-03"] {
      #expect(full.text.contains(part), "\(part)")
    }
    #expect(!full.text.contains(" style="))
    let risk = site.get("/risks/MH.RA.0001")
    #expect(risk.text.contains("Gözden geçirme gerekli") && risk.text.contains("Bu riskin göstergeleri"))
  }

  @Test func aReadingIsCorrectedWithAReason() throws {
    let address = try add()
    _ = try site.post(address + "/readings", [("when", "2026-01"), ("value", "40")])
    let link = try #require(site.get(address).text.split(separator: "\"").first { $0.hasSuffix("/correction") })
    let path = String(link)
    let form = site.get(path)
    #expect(form.status == 200 && form.text.contains("value=\"40\""))
    #expect(try site.post(path, [("value", "4"), ("reason", "")]).status == 422)
    #expect(try site.post(path, [("value", "4"), ("reason", "yanlış dosya")]).status == 303)
    let page = site.get(address)
    #expect(page.text.contains("is-replaced") && page.text.contains("yanlış dosya"))
  }

  @Test func staleEditsShowBothVersionsAndClosingAsks() throws {
    let address = try add()
    let edited = fields.map { $0.0 == "green" ? ("green", "4") : $0 }
    #expect(try site.post(address, edited + [("version", "1")]).status == 303)
    let stale = try site.post(address, fields.map { $0.0 == "name" ? ("name", "Yeni ad") : $0 } + [("version", "1")])
    #expect(stale.status == 409 && stale.text.contains("Yeni ad"))
    #expect(site.get(address + "/retirement").status == 200)
    #expect(try site.post(address + "/retirement", [("reason", "bitti"), ("version", "2")]).status == 303)
    #expect(try site.post(address + "/reinstatement", [("version", "3")]).status == 303)
  }

  @Test func examplesAreAdoptedAndReadingsExported() throws {
    #expect(site.get("/indicators/catalog").text.contains("doğrulanmadı"))
    let answer = try site.post("/indicators/catalog", [("id", "debt-to-revenue"), ("unit", "MH")])
    #expect(answer.status == 303)
    let csv = site.get("/indicators/readings.csv")
    #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true && csv.text.contains("collection-rate") == false)
    #expect(csv.text.contains("Tahsilatın tahakkuka oranı;MH;"))
    #expect(try site.post("/indicators/import", []).status == 422)
  }

  @Test(arguments: ["/indicators", "/indicators/new", "/indicators/catalog", "/indicators/import"])
  func roomsOpenInBothLanguages(_ address: String) {
    #expect(site.get(address).text.contains("<html lang=\"tr\">"))
    _ = site.get("/dil/en?next=/")
    #expect(site.get(address).text.contains("<html lang=\"en\">"))
  }
}
