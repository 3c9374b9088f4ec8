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

  @Test func uploadedFilesAreListedAndHandedOutToBeSaved() throws {
    #expect(try attach().status == 303)
    let text = site.get(page).text
    #expect(text.contains("Sayım &lt;b&gt;.pdf") && text.contains("/evidence/2\""))
    let file = site.get("/evidence/2")
    #expect(file.status == 200 && file.text == "%PDF-1.7")
    #expect(file.header("Content-Disposition")?.hasPrefix("attachment") == true)
    #expect(file.header("Content-Type") == "application/pdf")
    #expect(site.get("/evidence/3").status == 404)
  }

  @Test func refusedFilesSayWhy() throws {
    let answer = try attach("zararlı.html", "<script>")
    #expect(answer.status == 422 && answer.text.contains("Alınan türler: pdf") && answer.text.contains("Hata:"))
    #expect(try site.post("/evidence/risk/MH.RA.0001", []).status == 422)
    #expect(try site.post("/evidence/risk/YOK", [], file: (name: "a.pdf", bytes: Array("%PDF-".utf8))).status == 404)
  }

  @Test func withdrawalNeedsItsReasonAndKeepsTheRow() throws {
    _ = try attach()
    #expect(site.get("/evidence/2/withdrawal").text.contains("Geri çek"))
    #expect(try site.post("/evidence/2/withdrawal", [("reason", "")]).status == 422)
    #expect(try site.post("/evidence/2/withdrawal", [("reason", "Yanlış dosya")]).status == 303)
    #expect(site.get(page).text.contains("«Yanlış dosya»"))
  }
}
