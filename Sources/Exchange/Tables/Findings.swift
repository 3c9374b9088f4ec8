import GuvenceCore

/// Collects what is remarkable while one sheet is read; at most `limit` are kept.
struct Findings {
  let limit: Int
  private(set) var kept: [Diagnostic] = []
  private var dropped = 0

  init(_ limits: ExchangeLimits) { limit = limits.diagnostics }

  mutating func add(
    _ severity: Diagnostic.Severity = .warning, at place: @autoclosure () -> Diagnostic.Place, code: String,
    _ message: @autoclosure () -> Localized, remedy: @autoclosure () -> Localized = Localized("", "")
  ) {
    guard kept.count < limit else {
      dropped += 1
      return
    }
    kept.append(Diagnostic(severity, at: place(), code: code, text: message(), advice: remedy()))
  }

  /// All kept findings, and one that counts the rest.
  func all(at place: Diagnostic.Place) -> [Diagnostic] {
    guard dropped > 0 else { return kept }
    let rest = Localized("\(dropped) bulgu daha var", "\(dropped) more findings")
    return kept + [Diagnostic(.note, at: place, code: "more-findings", text: rest)]
  }
}
