import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// Judges the form of a voting session against the store; collects what is wrong with it.
final class VoteFormCheck {
  private(set) var problems: [FieldProblem] = []
  private let access: Access
  private let connection: Connection
  private let accounts: [Account]

  init(_ form: VoteSessionForm, _ access: Access, _ connection: Connection) throws {
    (self.access, self.connection) = (access, connection)
    accounts = try AccountTable.all(connection).map(\.account)
    if form.title.trimmed.isEmpty {
      problems.append(FieldProblem("title", Localized("Oturuma bir ad verin.", "Give the session a title.")))
    } else if form.title.trimmed.count > 200 {
      problems.append(FieldProblem("title", Localized("En çok 200 karakter.", "At most 200 characters.")))
    }
  }

  /// The open unit in which the actor may hold votes.
  func unit(_ code: String) throws -> Unit? {
    guard let unit = try UnitTable.find(code: code.trimmed, connection), access.allows(.read, in: unit.id) else {
      problems.append(FieldProblem("unit", Localized("Bir birim seçin.", "Choose a unit.")))
      return nil
    }
    try access.require(.chairVotes, in: unit.id)
    guard unit.retiredOn == nil else { throw App.closedUnit }
    return unit
  }

  /// The account that chairs: the one named, else the actor's own; it must hold the permission in the unit.
  func chair(_ login: String?, in unit: Unit?) throws -> Identifier<Account>? {
    guard let login, !login.trimmed.isEmpty else {
      if access.actor.accountID == nil {
        problems.append(
          FieldProblem(
            "chair", Localized("Oturumu yöneten kişiyi belirtin.", "Name the person who chairs the session.")))
      }
      return access.actor.accountID
    }
    guard let account = open(login), let unit,
      access.tree.units(allowing: .chairVotes, by: account.grants).contains(unit.id)
    else {
      problems.append(
        FieldProblem(
          "chair",
          Localized(
            "Oturumu bu birimde yetkili bir İRK, BRK ya da ABRK yönetir.",
            "A session is chaired by a risk coordinator of this unit.")))
      return nil
    }
    return account.id
  }

  /// The people invited, absent ones marked.
  func participants(_ form: VoteSessionForm) throws -> [VoteParticipant] {
    let absent = Set(form.absent.map { TurkishText.fold($0.trimmed) })
    var found: [Identifier<Account>: VoteParticipant] = [:]
    for login in form.participants {
      guard let account = open(login) else {
        problems.append(
          FieldProblem(
            "participants", Localized("«\(login)» adlı açık hesap yok.", "There is no open account «\(login)».")))
        continue
      }
      found[account.id] = VoteParticipant(accountID: account.id, isAbsent: absent.contains(account.login))
    }
    if found.isEmpty, !problems.contains(where: { $0.field == "participants" }) {
      problems.append(
        FieldProblem("participants", Localized("En az bir katılımcı seçin.", "Choose at least one participant.")))
    }
    return Array(found.values)
  }

  /// Refuses to uninvite whoever has voted.
  func keepsVoters(of before: VoteSession, _ after: VoteSession) throws {
    let gone = Set(before.participants.map(\.accountID)).subtracting(after.participants.map(\.accountID))
    guard !gone.isEmpty else { return }
    for item in try VoteItemTable.all(of: before.id, connection) {
      for round in try VoteRoundTable.all(of: item.id, connection) {
        guard try VoteBallotTable.voters(in: round.id, connection).isDisjoint(with: gone) else {
          problems.append(
            FieldProblem(
              "participants",
              Localized(
                "Oy vermiş bir katılımcı çıkarılamaz; gelmediyse «katılmadı» deyin.",
                "A participant who has voted stays invited.")))
          return
        }
      }
    }
  }

  /// The risks of the agenda in order; each lies in the unit or below, is active, and the actor may read it.
  func agenda(
    _ entries: [VoteSessionForm.AgendaEntry], below unit: Unit?, required: Bool
  ) throws -> [(risk: Risk, pair: VotedPair)] {
    guard let unit else { return [] }
    let units = access.tree.subtree(of: unit.id)
    var found: [(risk: Risk, pair: VotedPair)] = []
    for entry in entries {
      guard let risk = try RiskTable.find(reference: entry.reference.trimmed, connection),
        units.contains(risk.details.unitID), access.allows(.read, in: risk.details.unitID), risk.retiredOn == nil
      else {
        problems.append(
          FieldProblem(
            "agenda",
            Localized(
              "«\(entry.reference)» bu birimin etkin risklerinden değil.",
              "«\(entry.reference)» is not an active risk of this unit.")))
        continue
      }
      guard !found.contains(where: { $0.risk.id == risk.id && $0.pair == entry.pair }) else { continue }
      found.append((risk, entry.pair))
    }
    if required, entries.isEmpty {
      problems.append(
        FieldProblem("agenda", Localized("Gündeme en az bir risk alın.", "Put at least one risk on the agenda.")))
    }
    return found
  }

  private func open(_ login: String) -> Account? {
    let wanted = TurkishText.fold(login.trimmed)
    return accounts.first { $0.login == wanted && !$0.isDisabled }
  }
}
