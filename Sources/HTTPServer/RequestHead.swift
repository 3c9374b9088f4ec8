import CMicroHTTPD
import GuvenceCore

/// The checked head of a request. Refuses what libmicrohttpd lets through: two lengths, NUL, invalid UTF-8, `..`.
struct RequestHead {
  let method: Request.Method
  let isHead: Bool
  let path: String
  let query: Fields
  let headers: Fields
  let cookies: Fields
  let contentLength: Int?

  init(
    _ connection: OpaquePointer?, rawAddress: String, method: String, url: UnsafePointer<CChar>,
    _ configuration: ServerConfiguration
  ) throws(ServerFailure) {
    (self.method, isHead) = try RequestHead.method(method)
    path = try RequestHead.path(url, raw: rawAddress)
    headers = try ValueCollector.fields(.HEADER_KIND, of: connection, limit: 200, lenient: true)
    contentLength = try RequestHead.contentLength(headers)
    try RequestHead.checkHost(headers, configuration.allowedHosts)
    query = try ValueCollector.fields(.GET_ARGUMENT_KIND, of: connection, limit: configuration.limits.fields)
    cookies = try ValueCollector.fields(.COOKIE_KIND, of: connection, limit: 100, lenient: true)
  }

  private static func method(_ name: String) throws(ServerFailure) -> (Request.Method, Bool) {
    switch name {
    case "GET": return (.get, false)
    case "HEAD": return (.get, true)
    case "POST": return (.post, false)
    case "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT": throw ServerFailure(405, "method not allowed")
    default: throw ServerFailure(501, "unknown method")
    }
  }

  /// An encoded slash, backslash or NUL has no honest use in our addresses and is read differently by every layer.
  private static func path(_ url: UnsafePointer<CChar>, raw: String) throws(ServerFailure) -> String {
    let rawPath = raw.prefix { $0 != "?" }
    for code in ["%00", "%2f", "%2F", "%5c", "%5C"] where containsBytes(rawPath.utf8, code.utf8) {
      throw ServerFailure(400, "forbidden character in the path")
    }
    guard let path = String(validatingCString: url) else { throw ServerFailure(400, "path is not UTF-8") }
    guard path.utf8.first == UInt8(ascii: "/"),
      path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { throw ServerFailure(400, "forbidden character in the path") }
    let dots = path.utf8.split(separator: UInt8(ascii: "/")).contains {
      $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8)
    }
    guard !dots else { throw ServerFailure(400, "dot segment in the path") }
    return path
  }

  private static func contentLength(_ headers: Fields) throws(ServerFailure) -> Int? {
    let lengths = headers.values("content-length")
    let encodings = headers.values("transfer-encoding")
    guard lengths.count <= 1 else { throw ServerFailure(400, "several content lengths") }
    guard lengths.isEmpty || encodings.isEmpty else { throw ServerFailure(400, "content length and transfer encoding") }
    guard encodings.count <= 1, encodings.allSatisfy({ asciiLowercased($0) == "chunked" }) else {
      throw ServerFailure(400, "transfer encoding other than chunked")
    }
    guard let text = lengths.first else { return nil }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let length = Int(text) else {
      throw ServerFailure(400, "content length is not a number")
    }
    return length
  }

  private static func checkHost(_ headers: Fields, _ allowed: Set<String>?) throws(ServerFailure) {
    let hosts = headers.values("host")
    guard hosts.count <= 1 else { throw ServerFailure(400, "several hosts") }
    guard let allowed else { return }
    guard let host = hosts.first, allowed.contains(withoutPort(asciiLowercased(host))) else {
      throw ServerFailure(421, "host not served here")
    }
  }

  private static func withoutPort(_ host: String) -> String {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return String(host.prefix { $0 != ":" })
  }
}

private func containsBytes(_ text: Substring.UTF8View, _ part: String.UTF8View) -> Bool {
  var rest = text[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "%")) {
    rest = rest[start...]
    if rest.starts(with: part) { return true }
    rest = rest.dropFirst()
  }
  return false
}
