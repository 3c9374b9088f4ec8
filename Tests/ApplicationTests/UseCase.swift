import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// One thing that somebody may try with a unit or its risk, and who may. The table is written out here a second time on
/// purpose: it is what the roles are meant to be, not what the code says they are.
struct UseCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// Who may, within the unit that the role is held in.
  let roles: Set<Role>
  /// Whether it speaks of a thing that only readers know of: to others it looks as if there were none.
  var isAboutRisk = false
  /// Makes the state from which it can succeed, as the operator.
  var prepare: @Sendable (Town, Unit) throws -> Void = { _, _ in }
  let attempt: @Sendable (Town, Actor, Unit) throws -> Void
  /// Undoes a success.
  var restore: @Sendable (Town, Unit) throws -> Void = { _, _ in }

  var testDescription: String { name }

  static let writers: Set<Role> = [
    .administrationCoordinator, .unitCoordinator, .subUnitCoordinator, .processOwner,
  ]
  static let assessors: Set<Role> = [.administrationCoordinator, .unitCoordinator, .subUnitCoordinator]
  static let coordinators: Set<Role> = [.administrationCoordinator, .unitCoordinator]
  static let readers = writers.union([.topManager, .boardMember, .internalAuditor])
  static let journalReaders = assessors.union([.topManager, .internalAuditor, .systemAdministrator])

  static let all = changing + reading + identifying + caring

  static let changing = [
    UseCase(name: "add a risk", roles: writers) { town, actor, unit in
      _ = try town.app.addRisk(RiskDetails(unitID: unit.id, statement: "Yeni"), assessment: nil, by: actor)
    },
    UseCase(name: "add an assessed risk", roles: assessors) { town, actor, unit in
      _ = try town.app.addRisk(
        RiskDetails(unitID: unit.id, statement: "Yeni"),
        assessment: AssessmentInput(inherent: ScoreInput(likelihood: 2, impact: 2)), by: actor)
    },
    UseCase(name: "edit a risk", roles: writers, isAboutRisk: true) { town, actor, unit in
      let risk = try town.page(town.risk(of: unit)).row.risk
      _ = try town.app.editRisk(risk.reference, risk.details, version: risk.version, by: actor)
    },
    UseCase(name: "assess a risk", roles: assessors, isAboutRisk: true) { town, actor, unit in
      let risk = try town.page(town.risk(of: unit)).row.risk
      let input = AssessmentInput(inherent: ScoreInput(likelihood: 3, impact: 3))
      _ = try town.app.assess(risk.reference, input, version: risk.version, by: actor)
    },
    UseCase(
      name: "retire a risk", roles: coordinators, isAboutRisk: true,
      attempt: { town, actor, unit in
        let risk = try town.page(town.risk(of: unit)).row.risk
        _ = try town.app.retireRisk(risk.reference, reason: "Bitti", version: risk.version, by: actor)
      }, restore: { town, unit in try town.reinstate(unit) }),
    UseCase(
      name: "take a risk back", roles: coordinators, isAboutRisk: true,
      prepare: { town, unit in try town.retire(unit) },
      attempt: { town, actor, unit in
        let risk = try town.page(town.risk(of: unit)).row.risk
        _ = try town.app.reinstateRisk(risk.reference, version: risk.version, by: actor)
      }, restore: { town, unit in try town.reinstate(unit) }),
    UseCase(name: "import a register", roles: coordinators) { town, actor, unit in
      let text = "Birim;Tespit Edilen Risk;Olasılık;Etki\n\(unit.name);Dosyadan gelen;2;2\n"
      let path = town.folder.fresh("csv")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let preview = try town.app.previewImport(file: path, name: "a.csv", options: ImportOptions(), by: actor)
      defer { try? town.app.discardImport(run: preview.runID, by: actor) }
      guard preview.mayConfirm else { throw Access.forbidden }
      _ = try town.app.confirmImport(run: preview.runID, options: preview.options, by: actor)
    },
  ]

  static let reading = [
    UseCase(name: "see a risk", roles: readers, isAboutRisk: true) { town, actor, unit in
      _ = try town.app.risk(town.risk(of: unit), by: actor)
    },
    UseCase(name: "see a risk of a past day", roles: readers, isAboutRisk: true) { town, actor, unit in
      _ = try town.app.risk(town.risk(of: unit), by: actor, asOf: Town.today)
    },
    UseCase(name: "try a score on a risk", roles: readers, isAboutRisk: true) { town, actor, unit in
      let input = AssessmentInput(inherent: ScoreInput(likelihood: 2, impact: 2))
      _ = try town.app.previewScore(input, for: town.risk(of: unit), by: actor)
    },
    UseCase(name: "read a risk's journal", roles: journalReaders.intersection(readers)) { town, actor, unit in
      _ = try town.app.journal(entity: "risk", key: town.risk(of: unit), before: nil, limit: 5, by: actor)
    },
    UseCase(name: "list a unit", roles: readers) { town, actor, unit in
      var query = RegisterQuery()
      query.unitCode = unit.code
      _ = try town.app.register(query, by: actor)
    },
    UseCase(name: "see a unit's heat map", roles: readers) { town, actor, unit in
      _ = try town.app.heatMap(unitCode: unit.code, by: actor)
    },
    UseCase(name: "report on a unit", roles: readers) { town, actor, unit in
      let period = Period(containing: Town.today, length: .quarter)
      _ = try town.app.consolidatedReport(period: period, unitCode: unit.code, by: actor)
    },
    UseCase(name: "export a unit", roles: readers) { town, actor, unit in
      var query = RegisterQuery()
      query.unitCode = unit.code
      _ = try town.app.exportRegister(query, format: .csv, to: town.folder.fresh("csv"), by: actor)
    },
    UseCase(name: "look up a unit", roles: readers.union([.systemAdministrator])) { town, actor, unit in
      _ = try town.app.resolve(unitCode: unit.code, by: actor)
    },
  ]

  static let caring = [
    UseCase(name: "add a unit", roles: [.systemAdministrator]) { town, actor, unit in
      let code = "Y" + UUID().uuidString.prefix(6)
      _ = try town.app.addUnit(UnitForm(parentCode: unit.code, code: code, name: "Yeni"), by: actor)
    },
    UseCase(name: "change a unit", roles: [.systemAdministrator]) { town, actor, unit in
      let now = try town.app.resolve(unitCode: unit.code, by: .machineOperator)
      let above = town.units.first { $0.id == now.parentID }
      let form = UnitForm(parentCode: above?.code, code: now.code, name: now.name)
      _ = try town.app.editUnit(now.code, form, version: now.version, by: actor)
    },
    UseCase(name: "list accounts", roles: [.systemAdministrator]) { town, actor, _ in
      _ = try town.app.accounts(by: actor)
    },
    UseCase(name: "add an account", roles: [.systemAdministrator]) { town, actor, unit in
      let form = AccountForm(
        login: UUID().uuidString.lowercased(), displayName: "Yeni",
        grants: [RoleGrant(role: .unitCoordinator, unitID: unit.id)])
      _ = try town.app.createAccount(form, by: actor)
    },
    UseCase(name: "change an account", roles: [.systemAdministrator]) { town, actor, _ in
      guard let account = try town.app.accounts(by: .machineOperator).last else { return }
      let form = AccountForm(login: account.login, displayName: account.displayName, grants: account.grants)
      _ = try town.app.editAccount(account.id, form, isDisabled: false, version: account.version, by: actor)
    },
    UseCase(name: "issue a password link", roles: [.systemAdministrator]) { town, actor, _ in
      guard let account = try town.app.accounts(by: .machineOperator).last else { return }
      _ = try town.app.newPasswordLink(for: account.id, by: actor)
    },
    UseCase(name: "back up", roles: [.systemAdministrator]) { town, actor, _ in
      try town.app.backup(to: town.folder.fresh("db"), by: actor)
    },
  ]
}

extension Town {
  func retire(_ unit: Unit) throws {
    let risk = try page(risk(of: unit)).row.risk
    guard risk.retiredOn == nil else { return }
    _ = try app.retireRisk(risk.reference, reason: "Bitti", version: risk.version, by: .machineOperator)
  }

  func reinstate(_ unit: Unit) throws {
    let risk = try page(risk(of: unit)).row.risk
    guard risk.retiredOn != nil else { return }
    _ = try app.reinstateRisk(risk.reference, version: risk.version, by: .machineOperator)
  }
}
