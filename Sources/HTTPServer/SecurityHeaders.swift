/// The headers every answer carries, in one place. A response that sets a header of the same name itself keeps its own.
public struct SecurityHeaders: Sendable {
  /// In the order they are sent.
  public let fields: [Field]

  /// - Parameter isSecure: whether the server speaks TLS, itself or through a trusted proxy; only then may browsers be
  ///   told to insist on it.
  public init(isSecure: Bool) {
    var fields = SecurityHeaders.always
    if isSecure { fields.append(Field("Strict-Transport-Security", "max-age=31536000")) }
    self.fields = fields
  }

  /// No inline script or style, no foreign origin, no frame, no plug-in; images only from files of our own.
  public static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "font-src 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
  ].joined(separator: "; ")

  private static let always: [Field] = [
    Field("Content-Security-Policy", contentSecurityPolicy),
    Field("X-Content-Type-Options", "nosniff"),
    Field("X-Frame-Options", "DENY"),
    Field("Referrer-Policy", "same-origin"),
    Field("Cross-Origin-Opener-Policy", "same-origin"),
    Field("Cross-Origin-Resource-Policy", "same-origin"),
    Field("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    Field("Cache-Control", "no-store"),
  ]
}
