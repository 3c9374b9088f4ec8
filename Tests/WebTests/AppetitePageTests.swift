import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of the risk appetite", .serialized)
struct AppetitePageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  @Test func listShowsStatementsWithLevelsAndCasesWithShapeAndWords() {
    let page = site.get("/appetite")
    #expect(page.status == 200)
    #expect(page.text.contains("ap ap-breach") && page.text.contains("▲") && page.text.contains("Tolerans aşıldı"))
    #expect(page.text.contains("Yürürlükte") && page.text.contains("Onay bekliyor"))
    #expect(page.text.contains("Kategori: ") && page.text.contains("Hedef: H2.2"))
    #expect(site.get("/istah").status == 200)
    #expect(site.get("/appetite?state=resolved").text.contains("Çözüldü"))
  }

  @Test func refusedProposalKeepsWhatWasTyped() throws {
    let refused = try site.post(
      "/appetite",
      [
        ("kind", "overall"), ("appetite", "9"), ("tolerance", "8"), ("capacity", "99"),
        ("rationale", "Çünkü <b>öyle</b>"),
      ])
    #expect(refused.status == 422)
    #expect(refused.text.contains("href=\"#f-tolerance\"") && refused.text.contains("href=\"#f-capacity\""))
    #expect(refused.text.contains("Çünkü &lt;b&gt;öyle&lt;/b&gt;"))
    let accepted = try site.post(
      "/appetite",
      [
        ("kind", "target"), ("target", "H9"), ("appetite", "4"), ("tolerance", "8"), ("capacity", "9"),
        ("rationale", "Deneme"),
      ])
    #expect(accepted.status == 303)
    #expect(site.get("/appetite").text.contains("Hedef: H9"))
  }

  @Test func theCaseOfARiskIsAcknowledgedWithoutScriptAndNothingTypedIsLost() throws {
    let list = site.get("/appetite?state=open").text
    let address = try #require(list.firstAddress(after: "href=\"/appetite/cases/"))
    let page = site.get(address)
    #expect(page.status == 200 && page.text.contains("name=\"plan\""))
    let empty = try site.post(address + "/acknowledgement", [("plan", " "), ("version", "1")])
    #expect(empty.status == 422 && empty.text.contains("href=\"#f-plan\""))
    let version = try #require(page.text.fieldValue("version"))
    let done = try site.post(address + "/acknowledgement", [("plan", "Ek kontrol kurulacak"), ("version", version)])
    #expect(done.status == 303)
    #expect(site.get(address).text.contains("Ek kontrol kurulacak"))
  }

  @Test func registerAndRiskPageShowTheGrade() throws {
    let register = site.get("/risks").text
    #expect(register.contains("ap ap-within") && register.contains("ap ap-breach"))
    let list = site.get("/appetite").text
    let address = try #require(list.firstAddress(after: "href=\"/appetite/cases/"))
    let risk = site.get("/risks/" + (address.split(separator: "/").last ?? "")).text
    #expect(risk.contains("id=\"appetite\"") && risk.contains("numaralı beyan uygulanır"))
    #expect(risk.contains(address))
  }
}

extension String {
  /// The address that starts behind `href="` at the first `mark`.
  fileprivate func firstAddress(after mark: String) -> String? {
    guard let range = firstRange(of: mark) else { return nil }
    let rest = self[range.upperBound...].prefix { $0 != "\"" }
    return "/appetite/cases/" + rest
  }

  /// The value of the hidden field `name`.
  fileprivate func fieldValue(_ name: String) -> String? {
    guard let range = firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(self[range.upperBound...].prefix { $0 != "\"" })
  }
}
