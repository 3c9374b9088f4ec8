import Foundation
import GuvenceCore
import GuvenceHTTPServer
import Testing

@Suite("Deadlines and connection limits")
struct DeadlineTests {
  /// Sends a byte every 20 ms until the server closes; false when it does not.
  private func drip(_ text: String, into server: HTTPServer) -> Bool {
    let client = RawClient(port: server.port)
    client.send(text)
    let endless = repeatElement("a", count: 500)
    for byte in endless {
      guard client.send(byte) else { return true }
      usleep(20_000)
    }
    return false
  }

  @Test(
    "a client that drips its request is cut off, although it is never silent",
    arguments: [
      "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
      "GET /",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
    ])
  func slowRequest(start: String) throws {
    let server = try describingServer {
      $0.limits.headSeconds = 0.2
      $0.limits.bodySeconds = 0.2
    }
    #expect(drip(start, into: server))
  }

  @Test("a second request on a kept connection has the same deadline")
  func slowSecondRequest() throws {
    let server = try describingServer { $0.limits.headSeconds = 0.2 }
    #expect(drip("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX-Slow: ", into: server))
  }

  @Test("a connection that says nothing is closed")
  func silent() throws {
    let server = try describingServer { $0.limits.headSeconds = 0.2 }
    #expect(RawClient(port: server.port).isClosed())
  }

  @Test("a handler that takes longer than every deadline is still answered")
  func slowHandler() throws {
    let server = try describingServer {
      $0.limits.headSeconds = 0.1
      $0.limits.bodySeconds = 0.1
    } handler: { _ in
      usleep(400_000)
      return .text("late")
    }
    #expect(server.get("/").text == "late")
  }

  @Test("one address gets its share of connections, not more")
  func perAddress() throws {
    let server = try describingServer { $0.limits.connectionsPerAddress = 2 }
    let kept = (0..<2).map { _ in RawClient(port: server.port) }
    for client in kept {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(client.receive(atMost: 12) == Array("HTTP/1.1 200".utf8))
    }
    #expect(RawClient(port: server.port).isClosed())
  }

  @Test(
    "a client that leaves within its request does not keep its connection",
    arguments: [
      "GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na",
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na",
    ])
  func leaving(start: String) throws {
    let server = try describingServer()
    for _ in 0..<10 { RawClient(port: server.port).send(start) }
    #expect(server.get("/").status == 200)
    // Far below every deadline of the server, so only its noticing can end them.
    let patience = Date(timeIntervalSinceNow: 4)
    while server.connectionCount > 0, Date() < patience { usleep(2_000) }
    #expect(server.connectionCount == 0)
  }

  @Test("nothing is left behind: connections, requests and files end")
  func nothingLeft() throws {
    let server = try describingServer { $0.limits.headSeconds = 0.2 }
    for _ in 0..<20 { _ = server.get("/") }
    for text in ["GET", "GET / HTTP/1.1\r\nHost", "\r\n\r\n"] { _ = server.exchange(text) }
    server.stop()
    #expect(server.connectionCount == 0)
  }
}
