import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// One session in the list.
public struct VoteSessionLine: Sendable, Hashable {
  /// The session.
  public let session: VoteSession
  /// Code of its unit.
  public let unitCode: String
  /// Name of its unit.
  public let unitName: String
  /// Lines of its agenda.
  public let itemCount: Int
  /// Lines with an accepted result.
  public let acceptedCount: Int
  /// Places on the agenda at which this person's vote is waited for.
  public let waiting: [Int]
}

/// The list of sessions.
public struct VoteSessionList: Sendable {
  /// Sessions in view, newest day first.
  public let lines: [VoteSessionLine]
  /// Whether this person may make sessions somewhere.
  public let mayChair: Bool
}

/// How far a line of an agenda has come.
public enum VoteItemState: String, Sendable, CaseIterable {
  /// No round has begun.
  case waiting
  /// Votes are being taken and are sealed.
  case voting
  /// The votes are open, the result is not accepted.
  case opened
  /// The result has become an assessment.
  case accepted

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .waiting: Localized("Sırada", "Waiting")
    case .voting: Localized("Oylanıyor", "Voting")
    case .opened: Localized("Oylar açıldı", "Votes open")
    case .accepted: Localized("Kabul edildi", "Accepted")
    }
  }
}

/// One round of an item. Votes are there only where the round is opened.
public struct VoteRoundPage: Sendable, Hashable {
  /// The round.
  public let round: VoteRound
  /// On whose scales it is voted.
  public let methodology: Methodology
  /// Who has voted.
  public let voters: Set<Identifier<Account>>
  /// The votes of an opened round, by participant; empty while it is sealed.
  public let ballots: [VoteBallot]
  /// What they come to; `nil` while the round is sealed, and where nobody voted.
  public let result: VoteResult?
  /// The result as the rules score it; `nil` where there is none.
  public let score: Score?
}

/// One line of the agenda with what became of it.
public struct VoteItemLine: Sendable, Hashable {
  /// The item.
  public let item: VoteItem
  /// The risk.
  public let risk: Risk
  /// Its rounds, in order.
  public let rounds: [VoteRoundPage]

  /// The round that is on, or the last one.
  public var current: VoteRoundPage? { rounds.last }
  /// The round whose result counts: the accepted one, else the last opened one.
  public var deciding: VoteRoundPage? {
    rounds.first { $0.round.id == item.acceptedRoundID } ?? rounds.last { $0.round.isOpened }
  }
  /// How far it has come.
  public var state: VoteItemState {
    if item.assessmentID != nil { return .accepted }
    guard let current else { return .waiting }
    return current.round.isOpened ? .opened : .voting
  }
}

/// Everything about one session.
public struct VoteSessionPage: Sendable {
  /// The session.
  public let session: VoteSession
  /// From the administration down to its unit.
  public let unitPath: [Unit]
  /// The chair's name.
  public let chairName: String
  /// Sign-in name of the chair.
  public let chairLogin: String
  /// The participants in Turkish order of their names.
  public let people: [VotePerson]
  /// The agenda.
  public let items: [VoteItemLine]
  /// What to think about.
  public let findings: [Finding]
  /// Whether this person steers the session.
  public let maySteer: Bool
  /// Whether this person may change it.
  public let mayEdit: Bool
  /// Whether this person is invited.
  public let isInvited: Bool

  /// Name of a participant or of somebody who voted.
  public func name(of id: Identifier<Account>) -> String {
    people.first { $0.accountID == id }?.name ?? "#\(id)"
  }
}

/// One line of the agenda, to vote on and to decide.
public struct VoteItemPage: Sendable {
  /// The session.
  public let page: VoteSessionPage
  /// The line.
  public let line: VoteItemLine
  /// On whose scales it is voted, or would be.
  public let methodology: Methodology
  /// This person's own vote in the round that is on; nobody else is shown it.
  public let own: VoteBallot?
  /// Whether this person may vote now.
  public let mayVote: Bool
  /// Whether this person may open the risk's own page.
  public let mayReadRisk: Bool
  /// Whether the risk changed after the round began.
  public let isRiskChanged: Bool

  /// A text that changes with everything the page shows besides this person's own vote: pages ask by it whether there is
  /// something new.
  public var stamp: String {
    let round = line.current
    let voters = (round?.voters ?? []).sorted().map(\.description).joined(separator: ".")
    return "\(page.session.version)-\(round?.round.id.description ?? "0")-\(line.state.rawValue)-\(voters)"
      + (isRiskChanged ? "-changed" : "")
  }
}

extension VoteSessionPage {
  /// A text that changes with everything the page shows.
  public var stamp: String {
    let items = items.map { line in
      "\(line.state.rawValue)\(line.rounds.count).\(line.current?.voters.count ?? 0)"
    }
    return "\(session.version)-" + items.joined(separator: "-")
  }
}

/// A vote on a risk, as the risk's page links to it.
public struct RiskVote: Sendable, Hashable {
  /// Where it stands.
  public let place: VotePlace
  /// The session's title.
  public let title: String
  /// The session's day.
  public let heldOn: Day
  /// What was voted on.
  public let pair: VotedPair
  /// How far it came by the day asked for.
  public let state: VoteItemState
  /// The assessment it became.
  public let assessmentID: Identifier<Assessment>?
  /// Whether this person may open the session.
  public let mayOpen: Bool
}
