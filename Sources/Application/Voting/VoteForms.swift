import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What is typed to make or change a voting session.
public struct VoteSessionForm: Sendable, Hashable {
  /// What it is called.
  public var title = ""
  /// Code of the unit; fixed once the session is made.
  public var unitCode = ""
  /// The day; today where `nil`.
  public var heldOn: Day?
  /// Sign-in name of the chair; who makes the session where `nil`.
  public var chair: String?
  /// Sign-in names of the people invited.
  public var participants: [String] = []
  /// Those of them who are not there.
  public var absent: [String] = []
  /// The risks in the order in which they are voted on; of a session that is there already, those to be added.
  public var agenda: [AgendaEntry] = []

  /// One line of the agenda.
  public struct AgendaEntry: Sendable, Hashable {
    /// The risk's reference number.
    public var reference: String
    /// What is voted on.
    public var pair: VotedPair

    /// A line.
    public init(_ reference: String, _ pair: VotedPair = .inherent) { (self.reference, self.pair) = (reference, pair) }
  }

  /// An empty form.
  public init() {}
}

/// One line of a session's agenda, as it is addressed.
public struct VotePlace: Sendable, Hashable {
  /// The session.
  public let session: Identifier<VoteSession>
  /// Place on the agenda, from 1.
  public let position: Int

  /// Line `position` of `session`.
  public init(_ session: Identifier<VoteSession>, _ position: Int) {
    (self.session, self.position) = (session, position)
  }
}

/// Somebody who may be invited to vote, or was.
public struct VotePerson: Sendable, Hashable {
  /// The account.
  public let accountID: Identifier<Account>
  /// Name typed at sign-in.
  public let login: String
  /// Name on screen.
  public let name: String
  /// Recorded as not there.
  public let isAbsent: Bool
}
