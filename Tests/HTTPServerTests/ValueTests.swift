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
}
