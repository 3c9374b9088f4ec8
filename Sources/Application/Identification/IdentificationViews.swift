import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// What a risk's page says of wording, sharing, relations and origin, today or at the end of `asOf`.
  func identification(
    of risk: Risk, asOf: Day?, _ access: Access, _ connection: Connection
  ) throws -> RiskIdentification {
    let end = asOf?.endInIstanbul
    var part = RiskIdentification()
    part.remarks = try remarks(
      on: risk.details, objective: risk.details.unitObjective,
      DismissalTable.all(ofRisk: risk.id, before: end, connection))
    part.shares = try ShareTable.standing(ofRisk: risk.id, before: end, connection)
      .filter { $0.unitID != risk.details.unitID }
      .map { share in
        let unit = access.tree.units[share.unitID]
        return ShareLine(share: share, unitCode: unit?.code ?? "", unitName: unit?.name ?? "")
      }
    if !access.allows(.read, in: risk.details.unitID) {
      part.leadUnitCode = access.tree.units[risk.details.unitID]?.code
    }
    part.relations = try relationMap(
      RelationTable.standing(ofRisk: risk.id, before: end, connection), asOf: asOf, access, connection)
    part.origin = try OriginTable.find(ofRisk: risk.id, connection)
      .flatMap { origin in end.map { origin.recorded.at < $0 } ?? true ? origin : nil }.map(originLine)
    if asOf == nil, risk.retiredOn == nil, access.allows(.shareRisk, in: risk.details.unitID) {
      let taken = Set(part.shares.map(\.share.unitID)).union([risk.details.unitID])
      part.otherUnits = access.tree.lines.filter { !taken.contains($0.unit.id) && $0.unit.retiredOn == nil }
        .map { UnitLine(unit: $0.unit, depth: $0.depth, riskCount: 0) }
    }
    return part
  }

  /// Refuses what a person may see only since another unit shares it, for days on which nobody shared it.
  func requireSight(of risk: Risk, on day: Day, _ access: Access, _ connection: Connection) throws {
    if access.allows(.read, in: risk.details.unitID) { return }
    let shares = try ShareTable.standing(ofRisk: risk.id, before: day.endInIstanbul, connection)
    guard shares.contains(where: { access.allows(.read, in: $0.unitID) }) else { throw Access.notFound }
  }

  /// The picture of these relations, as far as the reader may see both ends; the risks as they stood at the end of `asOf`
  /// where it is given.
  func relationMap(
    _ relations: [RiskRelation], asOf: Day? = nil, _ access: Access, _ connection: Connection
  ) throws -> RelationMap {
    guard !relations.isEmpty else { return .empty }
    let shared = try ShareTable.risks(sharedWith: access.scope(.read), connection)
    var nodes: [Identifier<Risk>: RelationMap.Node] = [:]
    for id in Set(relations.flatMap { [$0.fromID, $0.toID] }) {
      guard let live = try RiskTable.find(id, connection),
        access.allows(.read, in: live.details.unitID) || shared.contains(id)
      else { continue }
      let risk = try asOf.flatMap { try RegisterHistory.risk(id, at: .day($0), connection) } ?? live
      let assessment = try assessment(of: risk, asOf: asOf, connection)
      nodes[id] = RelationMap.Node(
        id: id, reference: risk.reference, statement: risk.details.statement,
        unitCode: access.tree.units[risk.details.unitID]?.code ?? "",
        level: try assessment.flatMap { try level(of: $0, connection) })
    }
    let seen = relations.filter { nodes[$0.fromID] != nil && nodes[$0.toID] != nil }
    let used = Set(seen.flatMap { [$0.fromID, $0.toID] })
    return RelationMap(
      nodes: nodes.values.filter { used.contains($0.id) }
        .sorted { TurkishText.precedes($0.reference, $1.reference) },
      relations: seen)
  }
}
