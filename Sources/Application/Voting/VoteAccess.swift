import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension Access {
  /// Whether the actor may see `session`: who is invited, its chair, and readers of its unit.
  func maySee(_ session: VoteSession) -> Bool {
    allows(.read, in: session.unitID) || isPart(of: session)
  }

  private func isPart(of session: VoteSession) -> Bool {
    guard let id = actor.accountID else { return false }
    return session.chairID == id || session.invites(id)
  }

  /// Whether the actor steers `session`: its chair while holding the permission there, or the operator of the machine.
  func maySteer(_ session: VoteSession) -> Bool {
    if actor.isMachineOperator { return true }
    return session.chairID == actor.accountID && allows(.chairVotes, in: session.unitID)
  }
}

extension App {
  /// The session, where the actor may see it.
  func findSession(
    _ id: Identifier<VoteSession>, _ access: Access, _ connection: Connection
  ) throws -> VoteSession {
    guard let found = try VoteSessionTable.find(id, connection), access.maySee(found) else { throw Access.notFound }
    return found
  }

  /// The session and one line of its agenda, where the actor may see them.
  func findItem(
    _ place: VotePlace, _ access: Access, _ connection: Connection
  ) throws -> (session: VoteSession, item: VoteItem) {
    let session = try findSession(place.session, access, connection)
    let agenda = try VoteItemTable.all(of: session.id, connection)
    guard let item = agenda.first(where: { $0.position == place.position }) else { throw Access.notFound }
    return (session, item)
  }

  /// One writing step on an item by who steers its session, refused once the session is closed.
  func steer<Result: Sendable>(
    _ useCase: String, _ place: VotePlace, by actor: Actor,
    _ body: (VoteSession, VoteItem, Access, JournalStamp, Connection) throws -> Result
  ) throws -> Result {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let (session, item) = try findItem(place, access, connection)
      guard access.maySteer(session) else { throw Access.forbidden }
      guard session.closedAt == nil else { throw App.closedSession }
      return try body(session, item, access, stamp, connection)
    }
  }

  /// People who may be invited: every account that is not closed, for those who may chair somewhere.
  public func voteCandidates(by actor: Actor) throws -> [VotePerson] {
    try read { connection in
      try Access(actor, connection).requireAnywhere(.chairVotes)
      return try AccountTable.all(connection).map(\.account).filter { !$0.isDisabled }
        .map { VotePerson(accountID: $0.id, login: $0.login, name: $0.displayName, isAbsent: false) }
    }
  }

  static let closedSession = Problem(
    .conflict, Localized("Oylama oturumu kapatılmış; artık değişmez.", "The voting session is closed and fixed."))
}
