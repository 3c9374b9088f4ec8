/// What the server answers. A plain value; the server adds the security headers, length and date.
public struct Response: Sendable {
  /// Where the body comes from.
  public enum Body: Sendable {
    /// Bytes at hand.
    case bytes([UInt8])
    /// A regular file, sent by the kernel. The caller vouches for the path.
    case file(String)
    /// Pieces pulled one by one until nil; a thrown error cuts the connection, so the client sees that it is incomplete.
    case stream(@Sendable () throws -> [UInt8]?)
  }

  /// The status code, 200...599.
  public var status: Int
  /// Headers in order; repeats allowed (`Set-Cookie`). They replace the server's defaults of the same name.
  public var headers: [Field]
  /// The body.
  public var body: Body

  /// A response from its parts.
  public init(status: Int, headers: [Field] = [], body: Body = .bytes([])) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }

  /// A page, as UTF-8.
  public static func html(_ bytes: [UInt8], status: Int = 200) -> Response {
    Response(status: status, headers: [Field("Content-Type", "text/html; charset=utf-8")], body: .bytes(bytes))
  }

  /// Plain text.
  public static func text(_ text: String, status: Int = 200) -> Response {
    Response(
      status: status, headers: [Field("Content-Type", "text/plain; charset=utf-8")], body: .bytes(Array(text.utf8)))
  }

  /// JSON, as UTF-8.
  public static func json(_ bytes: [UInt8], status: Int = 200) -> Response {
    Response(status: status, headers: [Field("Content-Type", "application/json")], body: .bytes(bytes))
  }

  /// `303 See Other`: after a `POST`, the browser reads `address` with `GET`. An address on another host is for the
  /// caller to refuse; see `isLocal(_:)`.
  public static func redirect(_ address: String) -> Response {
    Response(status: 303, headers: [Field("Location", address)])
  }

  /// A file to be saved under `name`, which may hold any letters.
  public static func download(_ body: Body, name: String, contentType: String) -> Response {
    Response(
      status: 200,
      headers: [Field("Content-Type", contentType), Field("Content-Disposition", disposition(name))], body: body)
  }

  /// A file that ships with the program, kept by the browser and asked for again by its `tag` (a digest of the bytes, in
  /// letters and digits); `304 Not Modified` when the browser has this one.
  public static func asset(_ bytes: [UInt8], contentType: String, tag: String, for request: Request) -> Response {
    let quoted = "\"\(tag)\""
    let caching = [Field("Cache-Control", "no-cache"), Field("ETag", quoted)]
    if request.header("if-none-match") == quoted { return Response(status: 304, headers: caching) }
    return Response(status: 200, headers: caching + [Field("Content-Type", contentType)], body: .bytes(bytes))
  }

  /// The same response with one more header.
  public func adding(_ name: String, _ value: String) -> Response {
    var copy = self
    copy.headers.append(Field(name, value))
    return copy
  }

  /// The same response setting a cookie.
  public func setting(_ cookie: Cookie) -> Response { adding("Set-Cookie", cookie.headerValue) }

  /// True for an address within this server, so that a `next` parameter cannot lead elsewhere.
  public static func isLocal(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return false }
    let second = bytes.count > 1 ? bytes[1] : 0
    guard second != UInt8(ascii: "/"), second != UInt8(ascii: "\\") else { return false }
    return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// RFC 6266: an ASCII stand-in and the real name in RFC 8187 form.
  private static func disposition(_ name: String) -> String {
    let plain = String(name.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(percentEncoded(name))"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F && !"\"\\/%".unicodeScalars.contains(scalar)
  }
}

/// Everything but letters, digits, `-`, `.`, `_` and `~` as `%XX`.
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
    default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
