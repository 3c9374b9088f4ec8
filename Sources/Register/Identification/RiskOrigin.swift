import GuvenceCore

/// Where an adopted risk came from (ARCHITECTURE, rule 7): the catalogue entry as it was on that day. Kept for good.
public struct RiskOrigin: Hashable, Sendable {
  /// The origin's number.
  public let id: Identifier<RiskOrigin>
  /// The adopted risk.
  public let riskID: Identifier<Risk>
  /// Which catalogue: `directorate-risks`.
  public let catalog: String
  /// Which entry of it: `procurement/splitting`.
  public let entry: String
  /// The entry's edition: SHA-256 of `text`, 64 hex digits.
  public let digest: String
  /// The entry as adopted, one `key: value` a line.
  public let text: String
  /// The source the catalogue names.
  public let source: String
  /// Whether somebody had compared the entry with its source.
  public let isVerified: Bool
  /// When and by whom it was adopted.
  public let recorded: RecordStamp

  /// An origin made of its parts.
  public init(
    id: Identifier<RiskOrigin>, riskID: Identifier<Risk>, catalog: String, entry: String, digest: String, text: String,
    source: String, isVerified: Bool, recorded: RecordStamp
  ) {
    (self.id, self.riskID, self.catalog, self.entry) = (id, riskID, catalog, entry)
    (self.digest, self.text, self.source, self.isVerified) = (digest, text, source, isVerified)
    self.recorded = recorded
  }
}

/// That a person looked at a finding on a risk's statement and let the statement stand. Holds for the statement as it was.
public struct StatementDismissal: Hashable, Sendable {
  /// The dismissal's number.
  public let id: Identifier<StatementDismissal>
  /// The risk.
  public let riskID: Identifier<Risk>
  /// Id of the check in `rules/statement-checks.yaml`.
  public let checkID: String
  /// The statement it was said of.
  public let statement: String
  /// Why the statement stands; never empty.
  public let reason: String
  /// When and by whom.
  public let recorded: RecordStamp

  /// A dismissal made of its parts.
  public init(
    id: Identifier<StatementDismissal>, riskID: Identifier<Risk>, checkID: String, statement: String, reason: String,
    recorded: RecordStamp
  ) {
    (self.id, self.riskID, self.checkID, self.statement) = (id, riskID, checkID, statement)
    (self.reason, self.recorded) = (reason, recorded)
  }
}
