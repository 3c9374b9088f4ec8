import Foundation
import GuvenceHTTPServer
import Testing

@Suite("Hostile requests")
struct HostileTests {
  @Test(
    "targets that are read differently by every layer",
    arguments: [
      ("/%00b", 400), ("/a%00", 400), ("/a?q=b%00c", 400), ("/a?%00=b", 400), ("/%ff", 400), ("/?q=%ff", 400),
      ("/?q=%c3%28", 400), ("/../../etc/passwd", 400), ("/a/..", 400), ("/%2e%2e/x", 400), ("/a/./b", 400),
      ("/a%2fb", 400), ("/a%5Cb", 400), ("/a%0d%0aX:y", 400), ("/a%7f", 400), ("/a%01", 400),
      ("/..a/b..", 200), ("/a%20b", 200), ("/%25", 200), ("/a?b=%2f..%2f", 200),
    ])
  func targets(target: String, status: Int) throws {
    let server = try describingServer()
    #expect(server.get(target).status == status, "\(target)")
  }

  @Test(
    "lengths that contradict each other",
    arguments: [
      "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
      "Content-Length: 3\r\nContent-Length: 4\r\n", "Content-Length: 3\r\ncontent-length: 3\r\n",
      "Content-Length: -1\r\n", "Content-Length: +3\r\n", "Content-Length: 3, 3\r\n", "Content-Length: 0x3\r\n",
      "Content-Length: \r\n", "Transfer-Encoding: gzip\r\n",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    ])
  func lengths(headers: String) throws {
    let server = try describingServer()
    let client = RawClient(port: server.port)
    client.send("POST /f HTTP/1.1\r\nHost: x\r\n\(headers)\r\nabcGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")
    let all = String(decoding: client.receive() ?? [], as: UTF8.self)
    #expect(all.hasPrefix("HTTP/1.1 400 "), "\(all.prefix(40))")
    #expect(!all.contains("smuggled"))
  }

  @Test(
    "methods",
    arguments: [
      ("PUT", 405), ("DELETE", 405), ("TRACE", 405), ("OPTIONS", 405), ("CONNECT", 405), ("BREW", 501), ("get", 501),
    ])
  func methods(method: String, status: Int) throws {
    let server = try describingServer()
    let answer = server.get("/", method: method)
    #expect(answer.status == status)
    #expect((answer.header("Allow") == "GET, HEAD, POST") == (status == 405))
  }

  @Test(
    "only named hosts are served",
    arguments: [
      ("localhost", 200), ("LOCALHOST:8080", 200), ("127.0.0.1:1", 200), ("[::1]:80", 200), ("evil.example", 421),
      ("localhost.evil.example", 421), ("", 421),
    ])
  func hosts(host: String, status: Int) throws {
    let server = try describingServer { $0.allowedHosts = ServerConfiguration.loopbackHosts }
    let answer = server.exchange("GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
    #expect(answer.status == status)
  }

  @Test(
    "no host, two hosts, no version, binary junk",
    arguments: [
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "\u{1}\u{2}\u{3}\r\n\r\n",
    ])
  func malformed(text: String) throws {
    let server = try describingServer { $0.limits.headSeconds = 0.3 }
    let answer = server.exchange(text)
    #expect(answer.status == 400 || answer.status == 0, "\(answer.status) \(answer.text)")
    #expect(server.get("/").status == 200)
  }

  @Test("a raw NUL in the head cuts its line and does no more")
  func rawNUL() throws {
    let server = try describingServer { $0.allowedHosts = ["a"] }
    #expect(server.exchange("GET /\u{0}x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").text == "GET /")
    #expect(server.exchange("GET / HTTP/1.1\r\nHost: \u{0}a\r\nConnection: close\r\n\r\n").status == 421)
  }

  @Test("heads and addresses that are too long")
  func longHeads() throws {
    let server = try describingServer()
    #expect(server.get("/", "X-Long: \(String(repeating: "a", count: 60_000))\r\n").status == 431)
    #expect(server.get("/\(String(repeating: "a", count: 60_000))").status == 414)
    let many = (0..<300).map { "X-\($0): y\r\n" }.joined()
    #expect(server.get("/", many).status == 400)
  }

  @Test(
    "old encodings are refused where they matter and left out where not",
    arguments: [
      ("Cookie: a=", 400), ("Origin: ", 400), ("User-Agent: ", 200), ("Referer: ", 200),
    ])
  func headerEncoding(start: String, status: Int) throws {
    let server = try describingServer()
    let head = Array("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\(start)".utf8)
    #expect(server.exchange(head + [0xFE, 0xFF] + Array("\r\n\r\n".utf8)).status == status)
  }

  @Test(
    "forms with NUL or without UTF-8",
    arguments: [
      "a=b%00c", "a%00=b", "a=%ff", "%ff=a", "a=b\u{0}c", "a=%c4",
    ])
  func forms(body: String) throws {
    let server = try describingServer()
    #expect(server.postForm("/f", body).status == 400)
  }

  @Test("a form with too many fields, or too large a field")
  func formLimits() throws {
    let server = try describingServer {
      $0.limits.fields = 10
      $0.limits.fieldBytes = 100
    }
    let ten = (0..<10).map { "f\($0)=x" }.joined(separator: "&")
    #expect(server.postForm("/f", ten).status == 200)
    #expect(server.postForm("/f", ten + "&g=x").status == 400)
    #expect(server.postForm("/f", "a=\(String(repeating: "x", count: 100))").status == 200)
    #expect(server.postForm("/f", "a=\(String(repeating: "x", count: 101))").status == 413)
    #expect(server.get("/?" + ten + "&g=x").status == 400)
  }

  @Test("a body announced too large is refused before it is sent")
  func announced() throws {
    let server = try describingServer {
      $0.limits.bodyBytes = { _, path in path == "/upload" ? 5_000 : 1_000 }
    }
    let head = "HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n"
    #expect(server.exchange("POST /f \(head)").status == 413)
    let body = [UInt8](repeating: 0x61, count: 2_000)
    #expect(server.post("/upload", type: "text/plain", body).status == 200)
  }

  @Test("a chunked body that grows too large is cut off")
  func chunkedTooLarge() throws {
    let server = try describingServer { $0.limits.bodyBytes = { _, _ in 1_000 } }
    let client = RawClient(port: server.port)
    client.send("POST /f HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
    let chunk = "400\r\n\(String(repeating: "a", count: 1024))\r\n"
    client.send(chunk + chunk)
    #expect(client.isClosed())
    #expect(server.get("/").status == 200)
  }
}
