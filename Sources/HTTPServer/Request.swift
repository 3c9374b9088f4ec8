import GuvenceCore

/// What a client asked, checked and decoded. A plain value: tests and other layers can make one.
public struct Request: Sendable {
  /// Identifies the request in the access log and on error pages; 16 hexadecimal digits.
  public let id: String
  /// `GET` or `POST`; a `HEAD` request arrives as `.get` with `isHead`.
  public let method: Method
  /// True when only the head of the answer will be sent. Nothing in a handler needs to differ.
  public let isHead: Bool
  /// The decoded path: begins with `/`, valid UTF-8, no control character, no `.` or `..` segment, no backslash.
  public let path: String
  /// The decoded query, in order.
  public let query: Fields
  /// The headers, names in lower case; see `header(_:)`.
  public let headers: Fields
  /// The cookies the client sent.
  public let cookies: Fields
  /// Form fields, of both encodings; files are in `uploads`.
  public let form: Fields
  /// Files of a multipart form. They are deleted when the request ends.
  public let uploads: [Upload]
  /// The body, when it is not a form.
  public let body: [UInt8]
  /// The client's address, `127.0.0.1` or `::1`; of the proxy's client where a proxy is trusted.
  public let remoteAddress: String
  /// True when the client speaks TLS, with us or with the trusted proxy.
  public let isSecure: Bool

  /// A request from its parts.
  public init(
    id: String = "0000000000000000", method: Method = .get, isHead: Bool = false, path: String, query: Fields = [:],
    headers: Fields = [:], cookies: Fields = [:], form: Fields = [:], uploads: [Upload] = [], body: [UInt8] = [],
    remoteAddress: String = "127.0.0.1", isSecure: Bool = false
  ) {
    (self.id, self.method, self.isHead, self.path, self.query) = (id, method, isHead, path, query)
    self.headers = Fields(headers.map { Field(asciiLowercased($0.name), $0.value) })
    (self.cookies, self.form, self.uploads, self.body) = (cookies, form, uploads, body)
    (self.remoteAddress, self.isSecure) = (remoteAddress, isSecure)
  }

  /// The first header of that name, whatever its case.
  public func header(_ name: String) -> String? { headers[asciiLowercased(name)] }
}

extension Request {
  /// The methods the server passes on.
  public enum Method: String, Sendable {
    /// Reads; changes nothing.
    case get = "GET"
    /// Changes something.
    case post = "POST"
  }
}

extension Request {
  /// True when the browser says that a page of another origin sent the request. A form of another site is then refused
  /// even before its token is looked at. Clients that say nothing (command-line tools) are not foreign.
  public var hasForeignOrigin: Bool {
    if let origin = header("origin") {
      guard let host = header("host") else { return true }
      return asciiLowercased(origin) != "\(isSecure ? "https" : "http")://\(asciiLowercased(host))"
    }
    if let site = header("sec-fetch-site") { return site != "same-origin" && site != "none" }
    return false
  }
}

/// A file of a multipart form, stored where only this process may read it, until the request ends.
public struct Upload: Sendable {
  /// The form field it came in.
  public let name: String
  /// The name the client gave, without folders; for display only, never for a path.
  public let fileName: String
  /// The type the client gave; a claim, not a fact.
  public let contentType: String
  /// Where the bytes are.
  public let path: String
  /// How many bytes there are.
  public let size: Int

  /// An upload from its parts.
  public init(name: String, fileName: String, contentType: String, path: String, size: Int) {
    (self.name, self.fileName, self.contentType) = (name, fileName, contentType)
    (self.path, self.size) = (path, size)
  }
}

/// Lower case of ASCII letters only: right for header and host names, wrong for people's words.
func asciiLowercased(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return text }
  return String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
}
