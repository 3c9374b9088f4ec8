/// What a person wrote about a risk, as the statement checks read it.
public struct StatementText: Hashable, Sendable {
  /// The risk in one sentence.
  public let statement: String
  /// The cause, where it was written apart; else empty.
  public var cause = ""
  /// The event, where it was written apart; else empty.
  public var event = ""
  /// The consequence, where it was written apart; else empty.
  public var consequence = ""
  /// The objective the risk stands against; empty where not known.
  public var objective = ""
  /// Whether it tells an opportunity: what warns of threats is not asked of it.
  public var isOpportunity = false

  /// A sentence on its own.
  public init(_ statement: String) { self.statement = statement }
}

/// What the checks found in a statement.
public struct StatementFinding: Hashable, Sendable {
  /// The check that found it.
  public let check: StatementCheck
  /// The words it was found at, as they were written; empty where the whole sentence is meant.
  public let excerpt: String
}
