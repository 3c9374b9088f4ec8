import GuvenceCore

/// A voting workshop (Risk Oylama Formu): people of a unit judge its risks, each alone, and see the votes together.
public struct VoteSession: Hashable, Sendable {
  /// The session's number.
  public let id: Identifier<VoteSession>
  /// What it is called.
  public var title: String
  /// The day it is held on, in Europe/Istanbul.
  public var heldOn: Day
  /// The unit whose risks are voted on.
  public let unitID: Identifier<Unit>
  /// Who steers it: opens rounds, closes them, accepts results.
  public var chairID: Identifier<Account>
  /// Who may vote, in the order of the accounts' numbers.
  public var participants: [VoteParticipant]
  /// When it was made.
  public let createdAt: Instant
  /// Who made it, display name.
  public let createdBy: String
  /// When it was closed; `nil` while votes may still be taken.
  public var closedAt: Instant?
  /// Counts changes, from 1.
  public var version: Int

  /// A session made of its parts.
  public init(
    id: Identifier<VoteSession>, title: String, heldOn: Day, unitID: Identifier<Unit>, chairID: Identifier<Account>,
    participants: [VoteParticipant], createdAt: Instant, createdBy: String, closedAt: Instant? = nil, version: Int = 1
  ) {
    (self.id, self.title, self.heldOn, self.unitID, self.chairID) = (id, title, heldOn, unitID, chairID)
    self.participants = participants.sorted { $0.accountID < $1.accountID }
    (self.createdAt, self.createdBy, self.closedAt, self.version) = (createdAt, createdBy, closedAt, version)
  }

  /// Those whose votes a round waits for.
  public var present: Set<Identifier<Account>> { Set(participants.filter { !$0.isAbsent }.map(\.accountID)) }

  /// Whether this person was invited.
  public func invites(_ id: Identifier<Account>?) -> Bool { participants.contains { $0.accountID == id } }

  /// Fewer than this many participants are cautioned: a unit's risk team has at least three people.
  public static let leastParticipants = 3
  /// Where the number comes from.
  public static let teamCitation = Citation(
    source: "Orman Genel Müdürlüğü kurumsal risk yönetimi belgesi", section: "birim risk ekibi", checkedOn: nil,
    isVerified: false)
}

/// One person invited to a session.
public struct VoteParticipant: Hashable, Sendable {
  /// The account.
  public let accountID: Identifier<Account>
  /// Recorded as not there: a round does not wait for this person.
  public var isAbsent: Bool

  /// A participant.
  public init(accountID: Identifier<Account>, isAbsent: Bool = false) {
    (self.accountID, self.isAbsent) = (accountID, isAbsent)
  }
}

/// Which pair of a risk is voted on.
public enum VotedPair: String, Sendable, CaseIterable {
  /// Before controls (doğal risk).
  case inherent
  /// After existing controls (artık risk).
  case residual

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .inherent: Localized("Doğal risk", "Inherent risk")
    case .residual: Localized("Artık risk", "Residual risk")
    }
  }
}

/// One line of a session's agenda.
public struct VoteItem: Hashable, Sendable {
  /// The item's number in the file.
  public let id: Identifier<VoteItem>
  /// The session.
  public let sessionID: Identifier<VoteSession>
  /// Place on the agenda, from 1.
  public let position: Int
  /// The risk.
  public let riskID: Identifier<Risk>
  /// What is voted on.
  public let pair: VotedPair
  /// The assessment that the accepted result became; `nil` until then.
  public var assessmentID: Identifier<Assessment>?
  /// The round that was accepted.
  public var acceptedRoundID: Identifier<VoteRound>?

  /// An item made of its parts.
  public init(
    id: Identifier<VoteItem>, sessionID: Identifier<VoteSession>, position: Int, riskID: Identifier<Risk>,
    pair: VotedPair, assessmentID: Identifier<Assessment>? = nil, acceptedRoundID: Identifier<VoteRound>? = nil
  ) {
    (self.id, self.sessionID, self.position, self.riskID, self.pair) = (id, sessionID, position, riskID, pair)
    (self.assessmentID, self.acceptedRoundID) = (assessmentID, acceptedRoundID)
  }
}
