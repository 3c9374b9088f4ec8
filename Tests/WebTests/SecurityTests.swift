import GuvenceApplication
import GuvenceCore
import Testing

@testable import GuvenceWeb

@Suite("Who may ask, and from where", .serialized)
struct SecurityTests {
  @Test func pagesAskToSignInAndKeepTheTarget() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    let answer = site.get("/risks?q=ihale")
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/session?next=%2Frisks%3Fq%3Dihale")
  }

  @Test func signingInLeadsToTheTargetAndSetsAGuardedCookie() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    #expect(site.get("/session?next=%2Fheat-map").status == 200)
    let answer = try site.post(
      "/session", [("login", "ayse"), ("password", Site.password), ("next", "/heat-map")])
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/heat-map")
    let cookie = try #require(answer.headers.first { $0.value.hasPrefix("guvence=") }?.value)
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
  }

  @Test func wrongPasswordKeepsTheNameAndNotThePassword() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    _ = site.get("/session")
    let answer = try site.post("/session", [("login", "ayse"), ("password", "yanlış parola 123"), ("next", "/")])
    #expect(answer.status == 422)
    #expect(answer.text.contains("value=\"ayse\""))
    #expect(!answer.text.contains("yanlış parola"))
    #expect(answer.text.contains("<title>Hata:"))
  }

  @Test func signingInNeverLeadsElsewhere() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    _ = site.get("/session")
    let answer = try site.post(
      "/session", [("login", "ayse"), ("password", Site.password), ("next", "//evil.example/")])
    #expect(answer.header("Location") == "/")
  }

  @Test(arguments: [
    [], [("Origin", "https://evil.example")], [("Sec-Fetch-Site", "cross-site")], [("Origin", "null")],
    [("Origin", "http://127.0.0.1:9999")],
  ])
  func formsFromElsewhereChangeNothing(_ headers: [(String, String)]) throws {
    let site = try Site()
    try site.setUp()
    let token = headers.isEmpty ? "00" : nil
    let answer = try site.post(
      "/units", [("name", "Yeni"), ("code", "YB"), ("parent", "")], token: token, headers: headers)
    #expect(answer.status == 403)
    #expect(try !site.app.units(by: .machineOperator).contains { $0.unit.code == "YB" })
  }

  @Test func formsFromHereAreTaken() throws {
    let site = try Site()
    try site.setUp()
    let root = try #require(try site.app.units(by: .machineOperator).first).unit.code
    let answer = try site.post(
      "/units", [("name", "Yeni Birim"), ("code", "YB"), ("parent", root)],
      headers: [("Origin", "http://127.0.0.1:8080"), ("Sec-Fetch-Site", "same-origin")])
    #expect(answer.status == 303)
    #expect(try site.app.units(by: .machineOperator).contains { $0.unit.code == "YB" })
  }

  @Test func signInFormWithoutItsCookieIsRefused() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    let answer = try site.post("/session", [("login", "ayse"), ("password", Site.password)], token: "")
    #expect(answer.status == 403)
    #expect(answer.header("Location") == nil)
  }

  @Test func firstRunOpensTheFirstAccount() throws {
    let site = try Site(sample: false)
    let token = try #require(try site.app.setupToken())
    #expect(site.get("/setup/\(token)").status == 200)
    let refused = try site.post(
      "/setup/\(token)",
      [("login", "ali"), ("displayName", "Ali Öz"), ("password", "kısa"), ("password-again", "kısa")])
    #expect(refused.status == 422)
    #expect(refused.text.contains("value=\"Ali Öz\""))
    let taken = try site.post(
      "/setup/\(token)",
      [
        ("login", "ali"), ("displayName", "Ali Öz"), ("password", Site.password), ("password-again", Site.password),
      ])
    #expect(taken.status == 303)
    #expect(site.get("/").status == 200)
  }

  @Test func unknownAddressesAndMethods() throws {
    let site = try Site()
    try site.setUp()
    #expect(site.get("/nothing").status == 404)
    #expect(site.get("/session/end").status == 405)
    #expect(site.get("/risks/YOK.RA.0001").status == 404)
    #expect(site.get("/health").text == "ok\n")
  }

  @Test func assetsAreKeptForAYear() throws {
    let site = try Site()
    let answer = site.get(site.application.assets.style)
    #expect(answer.status == 200)
    #expect(answer.header("Cache-Control")?.contains("immutable") == true)
    #expect(site.get("/static/guvence.0000000000000000.css").status == 404)
  }

  @Test func aFormOfAnEndedSessionWaitsForTheNextOne() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    let here = [("Origin", "http://127.0.0.1:8080")]
    let fields = [("unit", "MH"), ("statement", "Uzun uzun yazılmış bir risk")]
    let page = try site.post("/risks", fields, headers: here)
    #expect(page.status == 403)
    #expect(page.text.contains("Uzun uzun yazılmış bir risk"))
    let held = [("held-path", "/risks")] + fields.map { ("held:" + $0.0, $0.1) }
    let signedIn = try site.post("/session", [("login", "ayse"), ("password", Site.password)] + held)
    #expect(signedIn.status == 200)
    #expect(signedIn.text.contains("action=\"/risks\"") && signedIn.text.contains("Uzun uzun yazılmış bir risk"))
    #expect(try site.post("/risks", fields).status == 303)
  }

  @Test func aFormFromElsewhereIsNeverHeld() throws {
    let site = try Site()
    try site.setUp()
    site.forgetCookies()
    let fields = [("unit", "MH"), ("statement", "sinsi")]
    for headers in [[], [("Origin", "https://evil.example")]] {
      let answer = try site.post("/risks", fields, headers: headers)
      #expect(answer.status == 303 && !answer.text.contains("sinsi"))
    }
  }
}
