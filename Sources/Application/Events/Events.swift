import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Records an event in a unit under the unit's next code. A realised one opens a review of the linked risks.
  public func addEvent(_ form: EventForm, by actor: Actor) throws -> RealisedEvent {
    let today = today
    return try write("event-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageEvents)
      let (details, risks) = try checked(form, today: today, access, connection)
      try access.require(.manageEvents, in: details.unitID)
      return try insert(details, risks, access, stamp, connection)
    }
  }

  /// Changes an open event. Risks linked anew are put under review as when it was recorded.
  public func editEvent(_ code: String, _ form: EventForm, version: Int, by actor: Actor) throws -> RealisedEvent {
    let today = today
    return try changeEvent(code, version: version, useCase: "event-edit", by: actor) { event, access, connection in
      guard event.closedOn == nil else { throw App.closedEvent }
      let (details, risks) = try checked(form, today: today, access, connection)
      try access.require(.manageEvents, in: details.unitID)
      // Links to risks out of this person's sight are not theirs to cut.
      let hidden = try event.risks.filter { id in
        try RiskTable.find(id, connection).map { !access.allows(.read, in: $0.details.unitID) } ?? false
      }
      event.details = details
      event.risks = risks.union(hidden)
    }
  }

  /// Adds the risk that an event without one has shown, and links it to the event in the same step.
  public func addRisk(
    _ details: RiskDetails, assessment input: AssessmentInput?, ofEvent code: String, by actor: Actor
  ) throws -> Risk {
    let details = try details.checked()
    return try write("risk-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findEvent(code, access, connection)
      try access.require(.manageEvents, in: before.details.unitID)
      guard before.closedOn == nil else { throw App.closedEvent }
      let risk = try addRisk(details, input, access, stamp, connection)
      var after = before
      after.risks.insert(risk.id)
      let stored = try replace(before, by: after, basedOn: before.version, access, stamp, connection)
      try openReviews(after: stored, stamp, connection)
      return risk
    }
  }

  /// Closes an event: nothing more is to be done. Its record stays.
  public func closeEvent(_ code: String, reason: String, version: Int, by actor: Actor) throws -> RealisedEvent {
    let (today, reason) = (today, String(reason.tidy.prefix(2000)))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return try changeEvent(code, version: version, useCase: "event-close", by: actor) { event, _, _ in
      guard event.closedOn == nil else { throw App.closedEvent }
      (event.closedOn, event.closeReason) = (today, reason)
    }
  }

  /// Opens a closed event again.
  public func reopenEvent(_ code: String, version: Int, by actor: Actor) throws -> RealisedEvent {
    try changeEvent(code, version: version, useCase: "event-reopen", by: actor) { event, _, _ in
      (event.closedOn, event.closeReason) = (nil, "")
    }
  }

  /// Stores a new event under the unit's next code, with its journal row and the reviews it asks for.
  func insert(
    _ details: EventDetails, _ risks: Set<Identifier<Risk>>, _ access: Access, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> RealisedEvent {
    guard let unit = access.tree.units[details.unitID], unit.retiredOn == nil else { throw App.closedUnit }
    let code = try firstFree {
      RealisedEvent.code(unitCode: unit.code, number: $0)
    } unless: {
      try EventTable.isTaken($0, connection)
    }
    let made = try EventTable.insert(code: code, details, risks: risks, at: stamp.at, connection)
    try Journal.append(stamp, after: .event(made), connection)
    try openReviews(after: made, stamp, connection)
    return made
  }

  private func changeEvent(
    _ code: String, version: Int, useCase: String, by actor: Actor,
    _ body: (inout RealisedEvent, Access, Connection) throws -> Void
  ) throws -> RealisedEvent {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findEvent(code, access, connection)
      try access.require(.manageEvents, in: before.details.unitID)
      var after = before
      try body(&after, access, connection)
      let stored = try replace(before, by: after, basedOn: version, access, stamp, connection)
      try openReviews(after: stored, stamp, connection)
      return stored
    }
  }

  /// Asks once for a review of each risk that a realised event is linked to.
  private func openReviews(after event: RealisedEvent, _ stamp: JournalStamp, _ connection: Connection) throws {
    guard event.details.kind == .realised, !event.risks.isEmpty else { return }
    let asked = try ReviewRequestTable.risks(askedBy: event.id, connection)
    let day = event.details.occurredOn.turkish
    let text = event.details.description.prefix(120)
    for id in event.risks.subtracting(asked).sorted() {
      guard let risk = try RiskTable.find(id, connection), risk.retiredOn == nil else { continue }
      let request = try ReviewRequestTable.insert(
        risk: id, event: event.id, reason: "\(event.code) olayı \(day) günü gerçekleşti: \(text)", at: stamp.at,
        connection)
      try Journal.append(stamp, after: .reviewRequest(request, unitID: risk.details.unitID), connection)
    }
  }

  static let closedEvent = Problem(
    .conflict, Localized("Olay kapatılmış; önce yeniden açın.", "The event is closed; reopen it first."))
}
