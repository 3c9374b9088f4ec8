import Foundation
import GuvenceCore
import GuvenceHTTPServer
import Testing

@Suite("Ordinary requests")
struct ServingTests {
  @Test("path, query with repeats, and cookies arrive decoded")
  func get() throws {
    let server = try describingServer()
    let answer = server.get(
      "/birim/%C4%B0stanbul?q=%C5%9Fi%C5%9Fli+x&sort=level&sort=name&empty=", "Cookie: oturum=abc; dil=tr\r\n")
    #expect(answer.status == 200)
    #expect(
      answer.text == """
        GET /birim/İstanbul
        query q=şişli x
        query sort=level
        query sort=name
        query empty=
        cookie oturum=abc
        cookie dil=tr
        """)
    #expect(answer.header("Content-Length") == "\(answer.body.count)")
    #expect(answer.header("Date") != nil)
  }

  @Test("HEAD is answered as GET without the body")
  func head() throws {
    let server = try describingServer()
    let answer = server.get("/x", method: "HEAD")
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
    #expect(answer.header("Content-Length") == "6")
  }

  @Test("a urlencoded form keeps order, repeats and empty values")
  func form() throws {
    let server = try describingServer()
    let answer = server.postForm("/f", "ad=Ay%C5%9Fe+%C3%96rnek&etki=4&etki=5&bos=&son=%26%3D")
    #expect(answer.text == "POST /f\nform ad=Ayşe Örnek\nform etki=4\nform etki=5\nform bos=\nform son=&=")
  }

  @Test("an empty form is a form without fields")
  func emptyForm() throws {
    let server = try describingServer()
    #expect(server.postForm("/f", "").text == "POST /f")
  }

  @Test("a body that is no form arrives as bytes")
  func body() throws {
    let server = try describingServer()
    #expect(server.post("/b", type: "application/json", Array("{\"a\":\"\0\"}".utf8)).text == "POST /b\nbody 9")
  }

  @Test("a chunked body arrives whole")
  func chunked() throws {
    let server = try describingServer()
    let answer = server.exchange(
      "POST /f HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n")
    #expect(answer.text == "POST /f\nform a=1\nform b=2")
  }

  @Test("two requests on one connection, sent at once, are both answered")
  func pipelining() throws {
    let server = try describingServer()
    let client = RawClient(port: server.port)
    client.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    let text = String(decoding: client.receive() ?? [], as: UTF8.self)
    #expect(text.contains("GET /1"))
    #expect(text.contains("GET /2"))
  }

  @Test("a redirect after a form, with a cookie")
  func redirect() throws {
    let server = try describingServer { _ in
    } handler: { request in
      .redirect("/risks").setting(Cookie("oturum", "a b", isSecure: request.isSecure))
    }
    let answer = server.postForm("/login", "a=1")
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/risks")
    #expect(answer.header("Set-Cookie") == "oturum=a%20b; Path=/; HttpOnly; SameSite=Lax")
  }

  @Test("a streamed body arrives complete, whatever the size of its pieces")
  func stream() throws {
    let server = try describingServer { _ in
    } handler: { _ in
      let left = Locked(3)
      return Response(
        status: 200,
        body: .stream {
          left.withLock { count in
            guard count > 0 else { return nil }
            count -= 1
            return [UInt8](repeating: 0x61, count: 100_000)
          }
        })
    }
    let answer = server.exchange("GET / HTTP/1.0\r\nHost: x\r\n\r\n")
    #expect(answer.body.count == 300_000)
  }

  @Test("a stream that fails cuts the connection, so that nobody takes the piece for the whole")
  func brokenStream() throws {
    struct Broken: Error {}
    let server = try describingServer { _ in
    } handler: { _ in
      let started = Locked(false)
      return Response(
        status: 200,
        body: .stream {
          let again = started.withLock { value in
            defer { value = true }
            return value
          }
          if again { throw Broken() }
          return Array("half".utf8)
        })
    }
    let client = RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    let text = String(decoding: client.receive() ?? [], as: UTF8.self)
    #expect(text.contains("half"))
    #expect(!text.hasSuffix("0\r\n\r\n"))
  }

  @Test("a client that asks before sending its body is told to go on, or not to")
  func expectContinue() throws {
    let server = try describingServer { $0.limits.bodyBytes = { _, _ in 10 } }
    let client = RawClient(port: server.port)
    let head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length:"
    client.send("\(head) 3\r\n\r\n")
    #expect(client.receive(atMost: 25) == Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    client.send("abc")
    #expect(Answer(client.receive() ?? []).text == "POST /\nbody 3")
    #expect(server.exchange("\(head) 11\r\n\r\n").status == 413)
  }

  @Test("a file is sent as it is; a folder or a missing file is a fault")
  func file() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).bin").path
    try Data((0..<100_000).map { UInt8($0 % 251) }).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let server = try describingServer { _ in
    } handler: { request in
      Response(status: 200, body: .file(request.query["p"] ?? ""))
    }
    #expect(server.get("/?p=\(path)").body == (0..<100_000).map { UInt8($0 % 251) })
    #expect(server.get("/?p=/tmp").status == 500)
    #expect(server.get("/?p=\(path)x").status == 500)
  }

  @Test("every answer carries the security headers, also the refusals")
  func securityHeaders() throws {
    let server = try describingServer()
    for answer in [server.get("/"), server.get("/%00")] {
      #expect(answer.header("Content-Security-Policy") == SecurityHeaders.contentSecurityPolicy)
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
      #expect(answer.header("Referrer-Policy") == "same-origin")
      #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
      #expect(answer.header("Permissions-Policy") != nil)
      #expect(answer.header("Cache-Control") == "no-store")
      #expect(answer.header("Strict-Transport-Security") == nil)
    }
    #expect(!SecurityHeaders.contentSecurityPolicy.contains("unsafe"))
  }

  @Test("a response's own header replaces the default")
  func ownHeader() throws {
    let server = try describingServer { _ in
    } handler: { _ in
      .text("x").adding("cache-control", "max-age=60")
    }
    let answer = server.get("/")
    #expect(answer.headers.filter { $0.name.lowercased() == "cache-control" }.map(\.value) == ["max-age=60"])
  }

  @Test("a handler that throws becomes 500 with a reference number, and the server goes on")
  func fault() throws {
    struct Broken: Error {}
    let server = try describingServer { configuration in
      configuration.errorPage = { .text("\($0.status) \($0.requestID.count) \($0.error is Broken)", status: $0.status) }
    } handler: { request in
      if request.path == "/broken" { throw Broken() }
      return .text("ok")
    }
    let answer = server.get("/broken")
    #expect(answer.status == 500)
    #expect(answer.text == "500 16 true")
    #expect(server.get("/").text == "ok")
  }

  @Test("a header that would break out of its line is a fault, not a second header")
  func headerInjection() throws {
    let server = try describingServer { _ in
    } handler: { _ in
      .redirect("/x\r\nSet-Cookie: a=b")
    }
    let answer = server.get("/")
    #expect(answer.status == 500)
    #expect(answer.header("Set-Cookie") == nil)
  }

  @Test("the access log names method, path, status and bytes, not the query")
  func accessLog() throws {
    let lines = Locked<[AccessLine]>([])
    let server = try describingServer { configuration in
      configuration.log = { line in lines.withLock { $0.append(line) } }
    }
    _ = server.get("/a?kisi=Ayse")
    _ = server.get("/b", method: "BREW")
    server.stop()
    let logged = lines.withLock { $0 }
    #expect(logged.map(\.path) == ["/a", "-"])
    #expect(logged.map(\.status) == [200, 501])
    #expect(logged.first?.bytes == 22)
    #expect(!logged.contains { $0.description.contains("kisi") })
    #expect(Set(logged.map(\.requestID)).count == 2)
  }

  @Test("stopping lets a running request finish and takes no new one")
  func stopping() throws {
    let entered = DispatchSemaphore(value: 0)
    let leave = DispatchSemaphore(value: 0)
    let server = try describingServer { _ in
    } handler: { _ in
      entered.signal()
      leave.wait()
      return .text("done")
    }
    let client = RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    entered.wait()
    let stopped = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      server.stop()
      stopped.signal()
    }
    leave.signal()
    let answer = Answer(client.receive() ?? [])
    #expect(answer.text == "done")
    stopped.wait()
    #expect(RawClient(port: server.port).isClosed())
    server.stop()
  }

  @Test("a taken port and a wrong address are said, not crashed on")
  func startFailures() throws {
    let server = try describingServer()
    #expect(throws: StartFailure.self) { try describingServer { $0.port = server.port } }
    #expect(throws: StartFailure.self) { try describingServer { $0.address = "localhost:1" } }
    #expect(throws: StartFailure.self) {
      try describingServer { $0.tls = .init(certificateFile: "/none", keyFile: "/none") }
    }
  }

  @Test(
    "behind a trusted proxy the client's address and protocol come from it, otherwise not", arguments: [true, false])
  func proxy(trusted: Bool) throws {
    let server = try describingServer {
      $0.trustsProxy = trusted
    } handler: {
      .text("\($0.remoteAddress) \($0.isSecure)")
    }
    let answer = server.get("/", "X-Forwarded-For: 10.0.0.1, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n")
    #expect(answer.text == (trusted ? "192.0.2.7 true" : "127.0.0.1 false"))
    #expect((answer.header("Strict-Transport-Security") != nil) == trusted)
  }
}
