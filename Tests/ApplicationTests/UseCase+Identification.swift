import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceApplication

extension UseCase {
  static let identifying = [
    UseCase(
      name: "share a risk", roles: coordinators, isAboutRisk: true,
      attempt: { town, actor, unit in
        _ = try town.app.shareRisk(town.risk(of: unit), with: town.other(unit).code, reason: "Ortak iş", by: actor)
      }, restore: { town, unit in try town.endShares(of: unit) }),
    UseCase(
      name: "relate a risk", roles: writers, isAboutRisk: true,
      attempt: { town, actor, unit in
        let other = try town.everything().first {
          $0.unitCode == unit.code && $0.risk.reference != town.risk(of: unit)
        }
        _ = try town.app.relateRisks(
          town.risk(of: unit), to: other?.risk.reference ?? "YOK", kind: .triggers, by: actor)
      }, restore: { town, unit in try town.endRelations(of: unit) }),
    UseCase(
      name: "let a statement stand", roles: writers, isAboutRisk: true,
      prepare: { town, unit in
        let version = try town.page(town.risk(of: unit)).row.risk.version
        try town.word("Kamu zararı oluşması" + String(repeating: " kaybı", count: version), unit)
      },
      attempt: { town, actor, unit in
        _ = try town.app.dismissStatementFinding(
          town.risk(of: unit), check: "effect-only", reason: "Bilerek", by: actor)
      }, restore: { town, unit in try town.word("\(unit.name) için risk", unit) }),
    UseCase(name: "adopt a suggestion", roles: writers) { town, actor, unit in
      let page = try town.app.suggestions(unitCode: unit.code, directorate: "parks", by: actor)
      let entry = page.suggestions.first { $0.adopted.isEmpty }?.entry
      guard let entry else { return }
      _ = try town.app.adoptRisks([entry], unitCode: unit.code, by: actor)
    },
    UseCase(name: "see a unit's relations", roles: readers) { town, actor, unit in
      _ = try town.app.relations(unitCode: unit.code, by: actor)
    },
    UseCase(name: "go over a unit's statements", roles: readers) { town, actor, unit in
      _ = try town.app.checkStatements(unitCode: unit.code, by: actor)
    },
  ]
}

extension Town {
  /// A unit that neither is `unit` nor lies below or above it, but for the administration.
  func other(_ unit: Unit) -> Unit { unit.id == works.id ? legal : works }

  func endShares(of unit: Unit) throws {
    for line in try page(risk(of: unit)).identification.shares {
      _ = try app.unshareRisk(risk(of: unit), with: line.unitCode, by: .machineOperator)
    }
  }

  func endRelations(of unit: Unit) throws {
    let map = try page(risk(of: unit)).identification.relations
    for relation in map.relations {
      _ = try app.unrelateRisks(
        risk(of: unit), to: map.node(relation.toID)?.reference ?? "", by: .machineOperator)
    }
  }

  /// Words the risk of `unit` anew.
  func word(_ statement: String, _ unit: Unit) throws {
    let risk = try page(risk(of: unit)).row.risk
    var details = risk.details
    details.statement = statement
    _ = try app.editRisk(risk.reference, details, version: risk.version, by: .machineOperator)
  }
}
