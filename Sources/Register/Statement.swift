import GuvenceCore

/// A risk statement in its three parts (sebep → olay → sonuç).
public struct StatementParts: Hashable, Sendable {
  /// Cause; empty where the text does not name one.
  public let cause: String
  /// Event; the whole text where nothing could be told apart.
  public let event: String
  /// Consequence; empty where the text does not name one.
  public let consequence: String

  /// Reads the parts of `statement` where it marks them: arrows (`sebep → olay → sonuç`), or the guide's sentence
  /// «… nedeniyle … sonucunda …». What is not marked is not guessed: it stays in `event`.
  public init(_ statement: String) {
    let parts = statement.replacing("->", with: "→").split(separator: "→").map { $0.trimmed }
    switch parts.count {
    case 3...:
      (cause, event) = (parts[0], parts[1])
      consequence = parts[2...].joined(separator: " → ")
    case 2: (cause, event, consequence) = ("", parts[0], parts[1])
    default: (cause, event, consequence) = StatementParts.sentence(statement.trimmed)
    }
  }

  private static func sentence(_ text: String) -> (cause: String, event: String, consequence: String) {
    var (cause, rest, consequence) = ("", text, "")
    if let range = rest.firstRange(of: " nedeniyle ") {
      cause = String(rest[..<range.lowerBound])
      rest = String(rest[range.upperBound...])
    }
    if let range = rest.firstRange(of: " sonucunda ") {
      consequence = String(rest[range.upperBound...])
      rest = String(rest[..<range.lowerBound])
    }
    return (cause.trimmed, rest.trimmed, consequence.trimmed)
  }
}
