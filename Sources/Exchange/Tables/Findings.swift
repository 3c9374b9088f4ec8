import GuvenceCore

/// Collects what is remarkable while one sheet is read; at most `limit` are kept.
struct Findings {
  let language: Language
  let limit: Int
  private(set) var kept: [Diagnostic] = []
  private var dropped = 0

  init(_ limits: ExchangeLimits) { (language, limit) = (limits.language, limits.diagnostics) }

  mutating func add(
    _ severity: Diagnostic.Severity = .warning, at place: @autoclosure () -> Diagnostic.Place, code: String,
    _ message: @autoclosure () -> Localized, remedy: @autoclosure () -> Localized = Localized("", "")
  ) {
    guard kept.count < limit else {
      dropped += 1
      return
    }
    let (text, advice) = (message(), remedy())
    kept.append(
      Diagnostic(severity, at: place(), code: code, message: text(language), remedy: advice(language)))
  }

  /// All kept findings, and one that counts the rest.
  func all(at place: Diagnostic.Place) -> [Diagnostic] {
    guard dropped > 0 else { return kept }
    let rest = Localized("\(dropped) bulgu daha var", "\(dropped) more findings")
    return kept + [Diagnostic(.note, at: place, code: "more-findings", message: rest(language))]
  }
}
