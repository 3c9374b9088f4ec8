import Testing

@testable import GuvenceHTTPServer
@testable import GuvenceWeb

struct ReviewAccessLogTests {
  @Test(
    "the access log holds no token of a link",
    arguments: [
      ("/setup/0123abcd", "/setup/…"), ("/password/0123abcd", "/password/…"), ("/password/a/b", "/password/…"),
      ("/password", "/password"), ("/risks/MH.RA.0001", "/risks/MH.RA.0001"), ("-", "-"),
    ])
  func tokens(path: String, expected: String) {
    let line = AccessLine(
      method: "GET", path: path, status: 200, bytes: 1, milliseconds: 1, requestID: "0f", reason: nil)
    #expect(WebServer.logged(line).description == "GET \(expected) 200 1 1.0 0f")
  }
}
