import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// A finished voting session in the sample administration: four people who no longer have open accounts, one of them
  /// absent; two inherent risks, one of them voted twice. The results equal what stood before, so that they add a history
  /// and move nothing.
  func fillSampleVotes() throws {
    let moment = Instant(milliseconds: clock().milliseconds - 12 * 86_400_000)
    let past = App(database: database, dataFolder: dataFolder, rules: rules, clock: { moment })
    let unitCode = "Bİ"
    guard let unit = try read({ try UnitTable.find(code: unitCode, $0) }) else { return }
    let risks = try read { connection in
      try RiskTable.all(ofUnit: unit.id, connection).compactMap { risk in
        try risk.currentAssessmentID.flatMap { try AssessmentTable.find($0, connection) }.map { (risk, $0.inherent) }
      }
    }.prefix(2)
    guard !risks.isEmpty else { return }
    let people = try SampleVoter.all.map { try past.account($0, in: unit) }
    var form = VoteSessionForm()
    (form.title, form.unitCode) = ("Yıl sonu risk oylaması", unitCode)
    (form.chair, form.participants) = (SampleVoter.all.first?.login, SampleVoter.all.map(\.login))
    form.absent = SampleVoter.all.filter(\.isAbsent).map(\.login)
    form.agenda = risks.map { .init($0.0.reference) }
    let session = try past.createVoteSession(form, by: .machineOperator)
    let voters = zip(people, SampleVoter.all).filter { !$0.1.isAbsent }.map(\.0)
    for (index, risk) in risks.enumerated() {
      let place = VotePlace(session.id, index + 1)
      if index == 1 { try past.vote(place, around: risk.1, [1, -1, 2], voters) }
      try past.vote(place, around: risk.1, [0, 0, index == 0 ? 1 : 0], voters)
      _ = try past.acceptVote(place, by: .machineOperator)
    }
    _ = try past.closeVoteSession(session.id, version: session.version, by: .machineOperator)
    for person in people { try past.close(person) }
  }

  /// One round in which each voter is so many steps from `pair`, as far as the scales go.
  private func vote(_ place: VotePlace, around pair: JudgedPair, _ steps: [Int], _ voters: [Actor]) throws {
    _ = try startVoteRound(place, by: .machineOperator)
    let methodology = try methodology()
    for (voter, step) in zip(voters, steps) {
      func moved(_ value: Int, _ scale: Scale) -> Int { min(max(value + step, 1), scale.steps.count) }
      try castVote(
        place,
        ScoreInput(
          likelihood: moved(pair.likelihood, methodology.likelihood), impact: moved(pair.impact, methodology.impact)),
        by: voter)
    }
  }

  private func account(_ voter: SampleVoter, in unit: Unit) throws -> Actor {
    try write("sample", by: .machineOperator) { connection, stamp in
      let stored = try AccountTable.insert(
        login: voter.login, displayName: voter.name, grants: [RoleGrant(role: voter.role, unitID: unit.id)],
        passwordHash: nil, mustChange: false, at: stamp.at, connection)
      try Journal.append(stamp, after: .account(stored), connection)
      let account = stored.account
      return Actor(accountID: account.id, displayName: account.displayName, grants: account.grants)
    }
  }

  /// Not by the use case: that one insists on an open administrator, whom the sample does not have yet.
  private func close(_ person: Actor) throws {
    try write("sample", by: .machineOperator) { connection, stamp in
      guard let id = person.accountID, let before = try AccountTable.find(id, connection) else { return }
      var after = before
      after.account.isDisabled = true
      after.account.version += 1
      guard try AccountTable.update(after, basedOn: before.account.version, connection) else { return }
      try Journal.append(stamp, before: .account(before), after: .account(after), connection)
    }
  }
}

/// A made-up member of the sample's session.
private struct SampleVoter {
  let login: String
  let name: String
  let role: Role
  var isAbsent = false

  static let all = [
    SampleVoter(login: "elif.demir", name: "Elif Demir", role: .unitCoordinator),
    SampleVoter(login: "murat.kaya", name: "Murat Kaya", role: .subUnitCoordinator),
    SampleVoter(login: "zeynep.arslan", name: "Zeynep Arslan", role: .processOwner),
    SampleVoter(login: "hakan.yildiz", name: "Hakan Yıldız", role: .processOwner, isAbsent: true),
  ]
}
