import Foundation
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A journal row as people read it: the changed fields, and the name of what it touched.
  func line(_ entry: JournalEntry, _ connection: Connection) throws -> JournalLine {
    let (before, after) = (App.fields(entry.before), App.fields(entry.after))
    let names = Set(before.keys).union(after.keys).subtracting(["version", "id"]).sorted()
    let changes = try names.filter { before[$0] != after[$0] }.map {
      // A chart would fill the page; its steps are compared elsewhere.
      let isChart = entry.entity == .chartVersion && $0 == "chart"
      return JournalLine.Change(
        field: $0, before: isChart ? before[$0].map { _ in "…" } : try text(before[$0], of: $0, connection),
        after: isChart ? "…" : try text(after[$0], of: $0, connection))
    }
    let (subject, id) = App.subject(entry, after.isEmpty ? before : after)
    let code = try Journal.code(of: subject, id: id, connection)
    return JournalLine(
      sequence: entry.sequence, at: entry.stamp.at, actor: entry.stamp.actor, useCase: entry.stamp.useCase,
      entity: entry.entity?.rawValue ?? "",
      entityKey: entry.entity == .evidence ? after["name"] ?? code ?? String(id) : code ?? String(id),
      page: code == nil ? nil : JournalLine.Page(subject), changes: changes,
      isNew: entry.before == nil)
  }

  /// What a row is about: of a reading its indicator, of an assessment its risk; else the entry itself.
  private static func subject(_ entry: JournalEntry, _ state: [String: String]) -> (JournalEntity, Int64) {
    func parent(_ entity: JournalEntity, _ fields: String...) -> (JournalEntity, Int64) {
      let id = fields.lazy.compactMap { state[$0].flatMap(Int64.init) }.first
      return id.map { (entity, $0) } ?? (entry.entity ?? .output, entry.entityID)
    }
    switch entry.entity {
    case .assessment, .riskEstimate, .breachEvent, .riskShare, .riskOrigin, .statementDismissal, .riskRelation,
      .reviewRequest, .reviewOverride, .escalationEvent:
      return parent(.risk, "risk_id", "from_risk_id")
    case .indicatorReading: return parent(.indicator, "indicator_id")
    case .controlLink, .controlTest: return parent(.control, "control_id")
    case .actionProgress: return parent(.riskAction, "action_id")
    case .eventLesson: return parent(.event, "event_id")
    case .chartVersion, .chartLink: return parent(.processRecord, "process_id")
    case .voteItem: return parent(.voteSession, "session_id")
    default: return (entry.entity ?? .output, entry.entityID)
    }
  }

  /// A stored value with the numbers of units, risks and people as people call them.
  private func text(_ value: String?, of field: String, _ connection: Connection) throws -> String? {
    let entity: JournalEntity
    switch field {
    case "unit_id", "parent_id", "partners": entity = .unit
    case "risks": entity = .risk
    case "chair_id", "account_id": entity = .account
    default: return value
    }
    return try value?.split(separator: " ").map { part in
      try Int64(part).flatMap { try Journal.code(of: entity, id: $0, connection) } ?? String(part)
    }.joined(separator: ", ")
  }

  /// A journalled state as field → text.
  private static func fields(_ state: String?) -> [String: String] {
    guard let state, let object = try? JSONSerialization.jsonObject(with: Data(state.utf8)) as? [String: Any] else {
      return [:]
    }
    return object.mapValues { value in (value as? String) ?? "\(value)" }
  }
}
