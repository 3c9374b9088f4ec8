import GuvenceCore
import GuvenceHTTPServer
import Testing

@Suite("Values of the server")
struct ValueTests {
  @Test("a throttle allows a burst, then one try per period")
  func throttle() {
    var throttle = Throttle(capacity: 3, secondsPerToken: 10)
    func tries(_ key: String, at now: Instant) -> Bool { throttle.allows(key, at: now) }
    let start = Instant(milliseconds: 1_000_000)
    #expect((0..<5).map { _ in throttle.allows("a", at: start) } == [true, true, true, false, false])
    #expect(tries("b", at: start))
    #expect(throttle.secondsUntilAllowed("a", at: start) == 10)
    #expect(!tries("a", at: start.adding(seconds: 9)))
    #expect(tries("a", at: start.adding(seconds: 10)))
    #expect(!tries("a", at: start.adding(seconds: 11)))
    throttle.reset("a")
    #expect(throttle.secondsUntilAllowed("a", at: start) == 0)
  }

  @Test("a clock that goes back gives no tries away")
  func clockBack() {
    var throttle = Throttle(capacity: 1, secondsPerToken: 10)
    func tries(_ key: String, at now: Instant) -> Bool { throttle.allows(key, at: now) }
    #expect(tries("a", at: Instant(milliseconds: 50_000)))
    #expect(!tries("a", at: Instant(milliseconds: 10_000)))
  }

  @Test("a throttle remembers a bounded number of keys, and the exhausted one among the newest")
  func boundedKeys() {
    var throttle = Throttle(capacity: 2, secondsPerToken: 1_000, maximumKeys: 100)
    func tries(_ key: String, at now: Instant) -> Bool { throttle.allows(key, at: now) }
    for number in 0..<1_000 {
      _ = throttle.allows("k\(number)", at: Instant(milliseconds: Int64(number)))
      #expect(throttle.keyCount <= 100)
    }
    let now = Instant(milliseconds: 1_000)
    #expect(tries("k999", at: now))
    #expect(!tries("k999", at: now))
  }

  @Test("cookies are closed to scripts and other sites")
  func cookies() {
    #expect(Cookie("a", "b", isSecure: true).headerValue == "a=b; Path=/; HttpOnly; SameSite=Lax; Secure")
    #expect(
      Cookie.removal(of: "a", isSecure: false).headerValue == "a=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    #expect(Cookie("a", "x; Domain=evil\r\n", isSecure: false).headerValue.hasPrefix("a=x%3B%20Domain%3Devil%0D%0A; "))
  }

  @Test(
    "addresses to return to stay here",
    arguments: [
      ("/risks?a=b", true), ("/", true), ("//evil.example", false), ("/\\evil.example", false), ("https://x", false),
      ("", false), ("risks", false), ("/a\r\nb", false), ("/\t/evil.example", false),
    ])
  func localAddresses(address: String, isLocal: Bool) {
    #expect(Response.isLocal(address) == isLocal)
  }

  @Test("a download keeps its Turkish name and cannot break its header")
  func downloadName() {
    let response = Response.download(.bytes([]), name: "Kayıt \"1\"\r\n.xlsx", contentType: "text/csv")
    #expect(
      response.headers.last
        == Field(
          "Content-Disposition",
          "attachment; filename=\"Kay_t _1___.xlsx\"; filename*=UTF-8''Kay%C4%B1t%20%221%22%0D%0A.xlsx"))
  }

  @Test("fields keep order and repeats; headers are found in any case")
  func fields() {
    let request = Request(path: "/", query: ["a": "1", "b": "2", "a": "3"], headers: ["X-Name": "v"])
    #expect(request.query["a"] == "1")
    #expect(request.query.values("a") == ["1", "3"])
    #expect(request.query["c"] == nil)
    #expect(request.header("x-NAME") == "v")
  }

  @Test("a link changes one filter and keeps the others")
  func filters() {
    let query: Fields = ["birim": "Çevre & İklim", "sort": "a", "sort": "b"]
    #expect(query.setting("sort", "c").encoded == "birim=%C3%87evre%20%26%20%C4%B0klim&sort=c")
    #expect(query.setting("birim", nil).encoded == "sort=a&sort=b")
    #expect(query.setting("page", "2").encoded.hasSuffix("&sort=b&page=2"))
    #expect(Fields().encoded == "")
  }

  @Test(
    "a request sent by another site's page is known as such",
    arguments: [
      (["origin": "http://localhost:8080"], false), (["origin": "http://localhost:9"], true),
      (["origin": "null"], true),
      (["origin": "https://localhost:8080"], true), (["origin": "http://evil.example"], true),
      (["sec-fetch-site": "cross-site"], true), (["sec-fetch-site": "same-site"], true),
      (["sec-fetch-site": "same-origin"], false), (["sec-fetch-site": "none"], false), ([:], false),
    ] as [([String: String], Bool)])
  func origins(headers: [String: String], isForeign: Bool) {
    let all = Fields([Field("Host", "localhost:8080")] + headers.map { Field($0.key, $0.value) })
    #expect(Request(method: .post, path: "/", headers: all).hasForeignOrigin == isForeign)
  }

  @Test("an asset is sent once and then known by its tag")
  func assets() {
    let first = Response.asset([1], contentType: "text/css", tag: "abc", for: Request(path: "/"))
    #expect(first.status == 200)
    #expect(first.headers.contains(Field("ETag", "\"abc\"")))
    let again = Request(path: "/", headers: ["If-None-Match": "\"abc\""])
    #expect(Response.asset([1], contentType: "text/css", tag: "abc", for: again).status == 304)
    #expect(Response.asset([1], contentType: "text/css", tag: "abd", for: again).status == 200)
  }
}
