import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Makes a voting session of a unit: İRK, BRK or ABRK within their scope. Throws with the fields at fault.
  public func createVoteSession(_ form: VoteSessionForm, by actor: Actor) throws -> VoteSession {
    let today = today
    return try write("vote-create", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.chairVotes)
      let checked = try VoteFormCheck(form, access, connection)
      let unit = try checked.unit(form.unitCode)
      let chair = try checked.chair(form.chair, in: unit)
      let people = try checked.participants(form)
      let agenda = try checked.agenda(form.agenda, below: unit, required: true)
      try Problem.throwIfAny(checked.problems)
      guard let unit, let chair else { throw Access.notFound }
      let session = try VoteSessionTable.insert(
        VoteSession(
          id: Identifier(0), title: form.title.trimmed, heldOn: form.heldOn ?? today, unitID: unit.id, chairID: chair,
          participants: people, createdAt: stamp.at, createdBy: stamp.actor), connection)
      try Journal.append(stamp, after: .voteSession(session), connection)
      try add(agenda, to: session, stamp, connection)
      return session
    }
  }

  /// Changes title, day, chair, participants and who is absent, and adds risks to the agenda. Who has voted cannot be
  /// uninvited. Recording the last missing voter as absent opens the round.
  public func editVoteSession(
    _ id: Identifier<VoteSession>, _ form: VoteSessionForm, version: Int, by actor: Actor
  ) throws -> VoteSession {
    let today = today
    return try write("vote-edit", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findSession(id, access, connection)
      try access.require(.chairVotes, in: before.unitID)
      guard before.closedAt == nil else { throw App.closedSession }
      let checked = try VoteFormCheck(form, access, connection)
      let unit = access.tree.units[before.unitID]
      var after = before
      (after.title, after.heldOn) = (form.title.trimmed, form.heldOn ?? today)
      let kept = try AccountTable.find(before.chairID, connection)?.account.login
      after.chairID = try checked.chair(form.chair ?? kept, in: unit) ?? before.chairID
      after.participants = try checked.participants(form).sorted { $0.accountID < $1.accountID }
      try checked.keepsVoters(of: before, after)
      let known = try VoteItemTable.all(of: id, connection)
      let agenda = try checked.agenda(form.agenda, below: unit, required: false).filter { entry in
        !known.contains { $0.riskID == entry.risk.id && $0.pair == entry.pair }
      }
      try Problem.throwIfAny(checked.problems)
      after = try replace(before, by: after, basedOn: version, access, stamp, connection)
      try add(agenda, to: after, stamp, connection)
      for item in known { try openIfComplete(item, of: after, stamp, connection) }
      return after
    }
  }

  /// Closes a session for good. Refused while votes are being taken.
  public func closeVoteSession(_ id: Identifier<VoteSession>, version: Int, by actor: Actor) throws -> VoteSession {
    try write("vote-close", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findSession(id, access, connection)
      guard access.maySteer(before) else { throw Access.forbidden }
      guard before.closedAt == nil else { throw App.closedSession }
      for item in try VoteItemTable.all(of: id, connection) {
        guard try VoteRoundTable.all(of: item.id, connection).allSatisfy(\.isOpened) else {
          throw Problem(
            .conflict,
            Localized(
              "Madde \(item.position) hâlâ oylanıyor; önce turu kapatın.",
              "Item \(item.position) is still being voted on; close the round first."))
        }
      }
      var after = before
      after.closedAt = stamp.at
      return try replace(before, by: after, basedOn: version, access, stamp, connection)
    }
  }

  private func add(
    _ agenda: [(risk: Risk, pair: VotedPair)], to session: VoteSession, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    for entry in agenda {
      let item = try VoteItemTable.insert(risk: entry.risk.id, entry.pair, in: session.id, connection)
      try Journal.append(stamp, after: .voteItem(item, unitID: session.unitID), connection)
    }
  }
}

extension VoteSession {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    let people = participants.map { "#\($0.accountID)" + ($0.isAbsent ? " −" : "") }.joined(separator: ", ")
    return [
      ("title", Localized("Oturumun adı", "Title"), title), ("heldOn", Localized("Gün", "Day"), heldOn.turkish),
      ("participants", Localized("Katılımcılar", "Participants"), people),
      ("closed", Localized("Kapanış", "Closed"), closedAt == nil ? "" : "✓"),
    ]
  }
}
