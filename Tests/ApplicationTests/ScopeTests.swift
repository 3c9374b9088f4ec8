import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Who may do what, and where: every role, held in every unit it can be held in, tried on every unit.
struct ScopeTests {
  @Test("A role does what it is for in its unit and below, and nothing elsewhere", arguments: Role.allCases)
  func everyRoleEverywhere(role: Role) throws {
    let town = try Town()
    try keepAnAdministrator(town)
    for held in town.units where !role.isAdministrationWide || held.id == town.root.id {
      let actor = try town.person(role, in: held)
      for unit in town.units {
        for useCase in UseCase.all { try check(useCase, role, held, unit, actor, town) }
      }
    }
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("A person without any role does nothing at all", arguments: UseCase.all)
  func noRole(useCase: UseCase) throws {
    let town = try Town()
    let somebody = try town.person(.boardMember, in: town.root)
    let actor = Actor(accountID: somebody.accountID, displayName: "Rolsüz", grants: [])
    try expectRefused(useCase, town.finance, actor, isVisible: false, town)
  }

  @Test("A risk out of reach cannot be told from one that does not exist", arguments: Role.allCases)
  func unseen(role: Role) throws {
    let town = try Town()
    guard !role.isAdministrationWide else { return }
    let actor = try town.person(role, in: town.works)
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 2, impact: 2))
    let details = try town.page(town.risk(of: town.works)).row.risk.details
    let questions: [(String) throws -> Void] = [
      { _ = try town.app.risk($0, by: actor) }, { _ = try town.app.risk($0, by: actor, asOf: Town.today) },
      { _ = try town.app.editRisk($0, details, version: 1, by: actor) },
      { _ = try town.app.assess($0, input, version: 7, by: actor) },
      { _ = try town.app.previewScore(input, for: $0, by: actor) },
      { _ = try town.app.retireRisk($0, reason: "Bitti", version: 1, by: actor) },
      { _ = try town.app.reinstateRisk($0, version: 1, by: actor) },
      { _ = try town.app.journal(entity: "risk", key: $0, before: nil, limit: 5, by: actor) },
    ]
    for ask in questions {
      let (hidden, missing) = (problem { try ask(town.risk(of: town.finance)) }, problem { try ask("YOK.RA.0001") })
      #expect(hidden != nil && hidden?.kind == missing?.kind && hidden?.message == missing?.message)
    }
  }

  @Test("Two roles in two units are worth both, each in its own place")
  func twoRoles() throws {
    let town = try Town()
    let both = try town.person(.unitCoordinator, in: town.works)
    let actor = Actor(
      accountID: both.accountID, displayName: "İki görevli",
      grants: both.grants + [RoleGrant(role: .processOwner, unitID: town.payroll.id)])
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 2, impact: 2))
    #expect(try town.app.everything(by: actor).map(\.unitCode) == ["FEN", "MHT"])
    _ = try town.app.assess(town.risk(of: town.works), input, version: 1, by: actor)
    #expect(
      refusal { _ = try town.app.assess(town.risk(of: town.payroll), input, version: 1, by: actor) } == .forbidden)
  }

  @Test("A risk cannot be moved to a unit out of reach, nor fetched from one")
  func moving() throws {
    let town = try Town()
    let actor = try town.person(.unitCoordinator, in: town.finance)
    var details = try town.page(town.risk(of: town.finance)).row.risk.details
    details.unitID = town.works.id
    #expect(
      refusal { _ = try town.app.editRisk(town.risk(of: town.finance), details, version: 1, by: actor) } == .notFound)
    details.unitID = town.payroll.id
    let moved = try town.app.editRisk(town.risk(of: town.finance), details, version: 1, by: actor)
    #expect(moved.details.unitID == town.payroll.id)
    let below = try town.person(.subUnitCoordinator, in: town.payroll)
    #expect(try town.app.everything(by: below).count == 2)
  }

  private func check(
    _ useCase: UseCase, _ role: Role, _ held: Unit, _ unit: Unit, _ actor: Actor, _ town: Town
  ) throws {
    try useCase.prepare(town, unit)
    let isInside = town.below(held).contains { $0.id == unit.id }
    let isAnywhere = UseCase.caring.contains { $0.name == useCase.name && $0.name != "add a unit" }
    if useCase.roles.contains(role), isInside || isAnywhere {
      #expect(throws: Never.self, "\(role) in \(held.code) may \(useCase.name) of \(unit.code)") {
        try useCase.attempt(town, actor, unit)
      }
    } else {
      try expectRefused(useCase, unit, actor, isVisible: isInside && UseCase.readers.contains(role), town)
    }
    try useCase.restore(town, unit)
  }

  /// Refused, and nothing is different afterwards: every change would have moved the journal's head.
  private func expectRefused(
    _ useCase: UseCase, _ unit: Unit, _ actor: Actor, isVisible: Bool, _ town: Town
  ) throws {
    let (head, rows) = (try town.app.journalHead(), try town.everything())
    let kind = refusal { try useCase.attempt(town, actor, unit) }
    let allowed: [Problem.Kind] = useCase.isAboutRisk ? [isVisible ? .forbidden : .notFound] : [.forbidden, .notFound]
    #expect(kind.map(allowed.contains) == true, "\(actor.displayName): \(useCase.name) of \(unit.code): \(kind as Any)")
    #expect(try town.app.journalHead() == head)
    #expect(try town.everything() == rows)
  }

  private func keepAnAdministrator(_ town: Town) throws { _ = try town.person(.systemAdministrator, in: town.root) }
}
