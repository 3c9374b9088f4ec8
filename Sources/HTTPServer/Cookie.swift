/// A cookie to set. Always `HttpOnly`, `SameSite=Lax` and `Path=/`: no script reads it and no other site's form sends it.
public struct Cookie: Hashable, Sendable {
  /// Letters, digits, `-` and `_`; anything else is written as `%XX`.
  public let name: String
  /// The value; what a cookie may not hold is written as `%XX`.
  public let value: String
  /// Seconds to keep it; nil keeps it until the browser closes, 0 removes it.
  public let maximumAge: Int?
  /// True when it may only travel over TLS.
  public let isSecure: Bool

  /// A cookie; pass the request's `isSecure`.
  public init(_ name: String, _ value: String, maximumAge: Int? = nil, isSecure: Bool) {
    (self.name, self.value, self.maximumAge, self.isSecure) = (name, value, maximumAge, isSecure)
  }

  /// The cookie that makes the browser forget `name`.
  public static func removal(of name: String, isSecure: Bool) -> Cookie {
    Cookie(name, "", maximumAge: 0, isSecure: isSecure)
  }

  /// What stands after `Set-Cookie:`.
  public var headerValue: String {
    var text = "\(percentEncoded(name))=\(percentEncoded(value)); Path=/; HttpOnly; SameSite=Lax"
    if let maximumAge { text += "; Max-Age=\(maximumAge)" }
    if isSecure { text += "; Secure" }
    return text
  }
}
