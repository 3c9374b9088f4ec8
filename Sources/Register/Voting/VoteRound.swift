import GuvenceCore

/// One round of votes on an item. Its votes are sealed until it is opened; then it never changes again.
public struct VoteRound: Hashable, Sendable {
  /// The round's number in the file.
  public let id: Identifier<VoteRound>
  /// The item.
  public let itemID: Identifier<VoteItem>
  /// First or later round of the item, from 1.
  public let number: Int
  /// Number of the stored methodology version whose scales are voted on.
  public let ruleSetID: Int64
  /// The risk's version when the round began: a result is accepted for that state of the risk.
  public let riskVersion: Int
  /// When it began.
  public let startedAt: Instant
  /// Who began it, display name.
  public let startedBy: String
  /// When the votes were opened; `nil` while they are sealed.
  public var openedAt: Instant?
  /// What opened them.
  public var opening: VoteOpening?

  /// A round made of its parts.
  public init(
    id: Identifier<VoteRound>, itemID: Identifier<VoteItem>, number: Int, ruleSetID: Int64, riskVersion: Int,
    startedAt: Instant, startedBy: String, openedAt: Instant? = nil, opening: VoteOpening? = nil
  ) {
    (self.id, self.itemID, self.number, self.ruleSetID) = (id, itemID, number, ruleSetID)
    (self.riskVersion, self.startedAt, self.startedBy) = (riskVersion, startedAt, startedBy)
    (self.openedAt, self.opening) = (openedAt, opening)
  }

  /// Whether the votes may be seen.
  public var isOpened: Bool { openedAt != nil }
}

/// What opened the votes of a round.
public enum VoteOpening: String, Sendable, CaseIterable {
  /// Everybody present had voted.
  case everybody
  /// The chair closed the round.
  case chair
}

/// One person's vote in one round.
public struct VoteBallot: Hashable, Sendable {
  /// The ballot's number.
  public let id: Identifier<VoteBallot>
  /// The round.
  public let roundID: Identifier<VoteRound>
  /// Who voted.
  public let accountID: Identifier<Account>
  /// Value of the likelihood scale.
  public let likelihood: Int
  /// Value of the impact scale, after combining dimensions.
  public let impact: Int
  /// Impacts by dimension id, as voted; empty where one overall impact was given.
  public let impactByDimension: [String: Int]
  /// When it was last cast.
  public let castAt: Instant
  /// Random text, 64 hexadecimal digits: without it a seal would give 25 values away to whoever tries them all.
  public let salt: String

  /// A ballot made of its parts.
  public init(
    id: Identifier<VoteBallot>, roundID: Identifier<VoteRound>, accountID: Identifier<Account>, likelihood: Int,
    impact: Int, impactByDimension: [String: Int] = [:], castAt: Instant, salt: String
  ) {
    (self.id, self.roundID, self.accountID, self.likelihood) = (id, roundID, accountID, likelihood)
    (self.impact, self.impactByDimension) = (impact, impactByDimension)
    (self.castAt, self.salt) = (castAt, salt)
  }

  /// Dimensions as stored: `financial=3 legal=4`, by name.
  public var dimensionsText: String {
    impactByDimension.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// What the seal is the SHA-256 of; the journal holds only the seal until the round is opened.
  public var sealedText: String { "\(salt)|\(likelihood)|\(impact)|\(dimensionsText)" }
}
