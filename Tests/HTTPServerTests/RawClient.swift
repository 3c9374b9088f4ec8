import Glibc
import GuvenceCore
import GuvenceHTTPServer

/// A client that sends exactly the bytes it is told to, for requests no ordinary client makes.
final class RawClient {
  private let descriptor: Int32

  init(port: UInt16, receiveSeconds: Int = 5) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
    var patience = timeval(tv_sec: receiveSeconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    _ = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(descriptor) }

  /// False when the server has closed the connection.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Everything until the server closes the connection, or `count` bytes; nil when it neither sends nor closes.
  func receive(atMost count: Int = .max) -> [UInt8]? {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while all.count < count {
      let got = recv(descriptor, &buffer, min(buffer.count, count - all.count), 0)
      if got < 0, errno == EAGAIN { return nil }
      guard got > 0 else { break }
      all += buffer[..<got]
    }
    return all
  }

  /// True when the server closes without an answer.
  func isClosed() -> Bool { receive(atMost: 1)?.isEmpty == true }
}

/// An answer read from the wire.
struct Answer {
  let status: Int
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

  init(_ bytes: [UInt8]) {
    let end = Array("\r\n\r\n".utf8)
    let split = bytes.indices.first { bytes[$0...].starts(with: end) } ?? bytes.count
    let lines = String(decoding: bytes[..<split], as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    headers = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map {
        (String(line[..<$0]), String(line[line.index(after: $0)...].drop { $0 == " " }))
      }
    }
    body = Array(bytes.dropFirst(split + 4))
  }
}

/// A server on a free port whose handler describes what it was given, one thing a line.
func describingServer(
  _ change: (inout ServerConfiguration) -> Void = { _ in },
  handler: @escaping @Sendable (Request) throws -> Response = { .text(describe($0)) }
) throws -> HTTPServer {
  var configuration = ServerConfiguration()
  configuration.port = 0
  configuration.threads = 2
  change(&configuration)
  return try HTTPServer(configuration, handler: handler)
}

func describe(_ request: Request) -> String {
  var lines = ["\(request.method.rawValue) \(request.path)"]
  lines += request.query.map { "query \($0.name)=\($0.value)" }
  lines += request.form.map { "form \($0.name)=\($0.value)" }
  lines += request.cookies.map { "cookie \($0.name)=\($0.value)" }
  lines += request.uploads.map { "file \($0.name) \($0.fileName) \($0.contentType) \($0.size)" }
  if !request.body.isEmpty { lines.append("body \(request.body.count)") }
  return lines.joined(separator: "\n")
}

extension HTTPServer {
  func exchange(_ bytes: [UInt8]) -> Answer {
    let client = RawClient(port: port)
    client.send(bytes)
    return Answer(client.receive() ?? [])
  }

  func exchange(_ text: String) -> Answer { exchange(Array(text.utf8)) }

  func get(_ target: String, _ headers: String = "", method: String = "GET") -> Answer {
    exchange("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(headers)\r\n")
  }

  func post(_ target: String, type: String, _ body: [UInt8]) -> Answer {
    let head =
      "POST \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: \(type)\r\n"
      + "Content-Length: \(body.count)\r\n\r\n"
    return exchange(Array(head.utf8) + body)
  }

  func postForm(_ target: String, _ body: String) -> Answer {
    post(target, type: "application/x-www-form-urlencoded", Array(body.utf8))
  }
}
