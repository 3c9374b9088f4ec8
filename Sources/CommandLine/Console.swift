import GuvenceCore

/// Where the program's words go and what it may know of its surroundings; tests hand in their own.
public struct Console: Sendable {
  let out: @Sendable (String) -> Void
  let error: @Sendable (String) -> Void
  let environment: @Sendable (String) -> String?
  let clock: @Sendable () -> Instant
  /// Asks for a secret without showing it; `nil` where there is nobody to ask.
  let secret: @Sendable (String) -> String?
  /// Characters a line of text may have.
  let width: Int

  /// A console that writes through these closures, each handed whole lines without the line break.
  public init(
    width: Int = 110, out: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void,
    environment: @escaping @Sendable (String) -> String?, clock: @escaping @Sendable () -> Instant = Instant.now,
    secret: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    (self.out, self.error, self.environment, self.clock) = (out, error, environment, clock)
    (self.width, self.secret) = (width, secret)
  }
}
