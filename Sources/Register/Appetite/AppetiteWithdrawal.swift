import GuvenceCore

/// That an approved statement of appetite holds no more, by decision of one who may approve. What it had taken the place
/// of does not come back; until another statement is approved the next more general one holds, or the methodology's default.
public struct AppetiteWithdrawal: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<AppetiteWithdrawal>
  /// The statement.
  public let statementID: Identifier<AppetiteStatement>
  /// When it was withdrawn; it holds no more from then on.
  public let at: Instant
  /// Who withdrew it, display name.
  public let by: String
  /// Why; never empty.
  public let reason: String

  /// A withdrawal made of its parts.
  public init(
    id: Identifier<AppetiteWithdrawal>, statementID: Identifier<AppetiteStatement>, at: Instant, by: String,
    reason: String
  ) {
    (self.id, self.statementID, self.at, self.by, self.reason) = (id, statementID, at, by, reason)
  }
}
