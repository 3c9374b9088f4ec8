import Foundation
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A journal row as people read it: the changed fields, and the name of what it touched.
  func line(_ entry: JournalEntry, _ tree: UnitTree, _ connection: Connection) throws -> JournalLine {
    let (before, after) = (App.fields(entry.before), App.fields(entry.after))
    let names = Set(before.keys).union(after.keys).subtracting(["version", "id"]).sorted()
    let changes = names.filter { before[$0] != after[$0] }.map {
      // A chart would fill the page; its steps are compared elsewhere.
      let isChart = entry.entity == .chartVersion && $0 == "chart"
      return JournalLine.Change(
        field: $0, before: isChart ? before[$0].map { _ in "…" } : before[$0], after: isChart ? "…" : after[$0])
    }
    return JournalLine(
      sequence: entry.sequence, at: entry.stamp.at, actor: entry.stamp.actor, useCase: entry.stamp.useCase,
      entity: entry.entity?.rawValue ?? "", entityKey: try key(entry, after, tree, connection), changes: changes)
  }

  private func key(
    _ entry: JournalEntry, _ state: [String: String], _ tree: UnitTree, _ connection: Connection
  ) throws -> String {
    switch entry.entity {
    case .risk: return state["reference"] ?? String(entry.entityID)
    case .assessment, .riskEstimate, .breachEvent, .riskShare, .riskOrigin, .statementDismissal, .riskRelation:
      let id = (state["risk_id"] ?? state["from_risk_id"]).flatMap { Identifier<Risk>($0) }
      let risk = try id.flatMap { try RiskTable.find($0, connection) }
      return risk?.reference ?? String(entry.entityID)
    case .unit: return state["code"] ?? String(entry.entityID)
    case .control: return state["code"] ?? String(entry.entityID)
    case .evidence: return state["name"] ?? String(entry.entityID)
    case .chartVersion, .chartLink:
      let id = state["process_id"].flatMap { Identifier<ProcessRecord>($0) }
      return try id.flatMap { try ProcessTable.find($0, connection) }?.code ?? String(entry.entityID)
    case .riskAction, .indicator, .event, .processRecord: return state["code"] ?? String(entry.entityID)
    case .account: return state["login"] ?? String(entry.entityID)
    default: return String(entry.entityID)
    }
  }

  /// A journalled state as field → text.
  private static func fields(_ state: String?) -> [String: String] {
    guard let state, let object = try? JSONSerialization.jsonObject(with: Data(state.utf8)) as? [String: Any] else {
      return [:]
    }
    return object.mapValues { value in (value as? String) ?? "\(value)" }
  }
}
