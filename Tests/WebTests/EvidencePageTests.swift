import GuvenceCore
import Testing

@testable import GuvenceWeb

@Suite("Pages of the evidence files", .serialized)
struct EvidencePageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  private let page = "/risks/MH.RA.0001"

  private func attach(_ name: String = "Sayım <b>.pdf", _ text: String = "%PDF-1.7") throws -> Answer {
    try site.post(
      "/evidence/risk/MH.RA.0001", [("evidenceNote", "Sayım")], file: (name: name, bytes: Array(text.utf8)))
  }

  /// Number of the newest file on a page.
  private func number(in text: String) throws -> Int {
    try #require(text.matches(of: /\/evidence\/(\d+)"/).compactMap { Int($0.1) }.max())
  }

  @Test func uploadedFilesAreListedAndHandedOutToBeSaved() throws {
    #expect(try attach().status == 303)
    let text = site.get(page).text
    let id = try number(in: text)
    #expect(text.contains("Sayım &lt;b&gt;.pdf"))
    let file = site.get("/evidence/\(id)")
    #expect(file.status == 200 && file.text == "%PDF-1.7")
    #expect(file.header("Content-Disposition")?.hasPrefix("attachment") == true)
    #expect(file.header("Content-Type") == "application/pdf")
    #expect(site.get("/evidence/\(id + 1)").status == 404)
  }

  @Test func refusedFilesSayWhy() throws {
    let answer = try attach("zararlı.html", "<script>")
    #expect(answer.status == 422 && answer.text.contains("Alınan türler: pdf") && answer.text.contains("Hata:"))
    #expect(try site.post("/evidence/risk/MH.RA.0001", []).status == 422)
    #expect(try site.post("/evidence/risk/YOK", [], file: (name: "a.pdf", bytes: Array("%PDF-".utf8))).status == 404)
  }

  @Test func withdrawalNeedsItsReasonAndKeepsTheRow() throws {
    _ = try attach()
    let id = try number(in: site.get(page).text)
    #expect(site.get("/evidence/\(id)/withdrawal").text.contains("Geri çek"))
    #expect(try site.post("/evidence/\(id)/withdrawal", [("reason", "")]).status == 422)
    #expect(try site.post("/evidence/\(id)/withdrawal", [("reason", "Yanlış dosya")]).status == 303)
    #expect(site.get(page).text.contains("«Yanlış dosya»"))
  }
}
