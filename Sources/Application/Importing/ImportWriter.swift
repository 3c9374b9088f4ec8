import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// Stores a plan, inside the transaction of the confirmation.
struct ImportWriter {
  let app: App
  let plan: ImportPlan
  let root: Unit?
  let stamp: JournalStamp

  func write(_ connection: Connection) throws -> ImportResult {
    let created = try createUnits(connection)
    var counts: [ImportRow.Action: Int] = [:]
    var notAssessed = 0
    for step in plan.steps {
      counts[step.action, default: 0] += 1
      if step.existing == nil, step.input == nil { notAssessed += 1 }
      try write(step, created, connection)
    }
    return ImportResult(
      created: counts[.create] ?? 0, updated: counts[.update] ?? 0, unchanged: counts[.unchanged] ?? 0,
      unitsCreated: created.count, notAssessed: notAssessed, problems: plan.problems)
  }

  private func createUnits(_ connection: Connection) throws -> [String: Unit] {
    var created: [String: Unit] = [:]
    for proposal in plan.units.proposed {
      let unit = try UnitTable.insert(
        parentID: root?.id, code: proposal.code, name: proposal.name, connection)
      try Journal.append(stamp, after: .unit(unit), connection)
      created[proposal.key] = unit
    }
    return created
  }

  private func write(_ step: ImportPlan.Step, _ created: [String: Unit], _ connection: Connection) throws {
    var details = step.details
    if case .proposed(let key) = step.unit, let unit = created[key] { details.unitID = unit.id }
    guard let existing = step.existing else { return try insert(step, details, connection) }
    let risk = try update(existing, details, step, connection)
    if let input = step.input {
      try app.append(input, to: risk, under: step.methodology, origin: .imported, stamp, connection)
    }
  }

  private func insert(_ step: ImportPlan.Step, _ details: RiskDetails, _ connection: Connection) throws {
    _ = try app.insert(
      reference: step.reference, details, assessment: step.input, under: step.methodology, origin: .imported, stamp,
      connection)
    if let parts = ReferenceNumber.parts(step.reference) {
      ReferenceCounterTable.reserve(through: parts.number, of: details.unitID, connection)
    }
  }

  private func update(
    _ before: Risk, _ details: RiskDetails, _ step: ImportPlan.Step, _ connection: Connection
  ) throws -> Risk {
    guard step.action == .update else { return before }
    var after = before
    (after.details, after.version, after.updatedAt) = (details, before.version + 1, stamp.at)
    guard try RiskTable.update(after, basedOn: before.version, connection) else { throw Access.notFound }
    try Journal.append(stamp, before: .risk(before), after: .risk(after), connection)
    try app.compareWithAppetite(after.id, stamp, connection)
    return after
  }
}
