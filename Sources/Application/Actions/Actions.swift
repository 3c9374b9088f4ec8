import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Adds an action to a unit and gives it the unit's next code.
  public func addAction(_ form: ActionForm, by actor: Actor) throws -> RiskAction {
    let today = today
    return try write("action-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageActions)
      let (details, risks) = try checked(form, today: today, access, connection)
      try access.require(.manageActions, in: details.unitID)
      return try insert(details, risks, access, stamp, connection)
    }
  }

  /// Stores a new action under the unit's next code, with its journal row.
  func insert(
    _ details: ActionDetails, _ risks: Set<Identifier<Risk>>, _ access: Access, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> RiskAction {
    guard let unit = access.tree.units[details.unitID], unit.retiredOn == nil else { throw App.closedUnit }
    var number = 1
    while try RiskActionTable.isTaken(RiskAction.code(unitCode: unit.code, number: number), connection) { number += 1 }
    let code = RiskAction.code(unitCode: unit.code, number: number)
    let made = try RiskActionTable.insert(code: code, details, risks: risks, at: stamp.at, connection)
    try Journal.append(stamp, after: .riskAction(made), connection)
    return made
  }

  /// Changes an open action.
  public func editAction(_ code: String, _ form: ActionForm, version: Int, by actor: Actor) throws -> RiskAction {
    let today = today
    return try changeAction(code, version: version, useCase: "action-edit", by: actor) {
      action, access, connection, _ in
      var form = form
      form.startsOn = form.startsOn ?? action.details.startsOn
      let (details, risks) = try checked(form, today: today, access, connection)
      try access.require(.manageActions, in: details.unitID)
      // Links to risks out of this person's sight are not theirs to cut.
      let hidden = try action.risks.filter { id in
        try RiskTable.find(id, connection).map { !access.allows(.read, in: $0.details.unitID) } ?? false
      }
      (action.details, action.risks) = (details, risks.union(hidden))
    }
  }

  /// Appends an entry to the progress of an open action. `on` is the day it speaks of, today where `nil`.
  @discardableResult
  public func recordProgress(
    _ code: String, percent: Int?, note: String, on day: Day? = nil, by actor: Actor
  ) throws -> ActionProgress {
    let today = today
    return try write("action-progress", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let action = try findAction(code, access, connection)
      guard access.allows(.manageActions, in: action.details.unitID) else { throw Access.forbidden }
      guard action.ending == nil else { throw App.endedAction }
      var problems: [FieldProblem] = []
      if percent.map({ !(0...100).contains($0) }) ?? true {
        problems.append(
          FieldProblem("percent", Localized("0 ile 100 arasında bir sayı yazın.", "Enter a number from 0 to 100.")))
      }
      if let day, day > today {
        problems.append(FieldProblem("on", Localized("Gün gelecekte olamaz.", "The day cannot lie in the future.")))
      }
      try Problem.throwIfAny(problems)
      let entry = try ActionProgressTable.insert(
        ActionProgress(
          id: Identifier(0), actionID: action.id, on: day ?? today, percent: percent ?? 0,
          note: String(note.tidy.prefix(2000)), at: stamp.at, by: stamp.actor), connection)
      try Journal.append(stamp, after: .actionProgress(entry, unitID: action.details.unitID), connection)
      return entry
    }
  }

  /// Completes an action. Without evidence that stands it is refused; the linked risks are put under review, since what
  /// was done should show in their scores.
  public func completeAction(_ code: String, note: String, version: Int, by actor: Actor) throws -> RiskAction {
    try end(code, .completed, note: note, version: version, by: actor)
  }

  /// Gives an action up, with the reason.
  public func cancelAction(_ code: String, reason: String, version: Int, by actor: Actor) throws -> RiskAction {
    let reason = try App.given(reason)
    return try end(code, .cancelled, note: reason, version: version, by: actor)
  }

  private func end(
    _ code: String, _ kind: ActionEnding.Kind, note: String, version: Int, by actor: Actor
  ) throws -> RiskAction {
    let useCase = kind == .completed ? "action-complete" : "action-cancel"
    return try changeAction(code, version: version, useCase: useCase, by: actor) { action, _, connection, stamp in
      if kind == .completed, try EvidenceTable.count(of: .action, action.id.rawValue, connection) == 0 {
        throw Problem(
          .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
          fields: [
            FieldProblem(
              "evidence",
              Localized(
                "Kanıtsız eylem tamamlanamaz; önce bir kanıt dosyası ekleyin.",
                "An action is not completed without evidence; add a file first."))
          ])
      }
      action.ending = ActionEnding(
        kind: kind, on: stamp.at.dayInIstanbul, at: stamp.at, by: stamp.actor, note: String(note.tidy.prefix(2000)))
      if kind == .completed { try openReviews(after: action, stamp, connection) }
    }
  }

  /// Asks for a review of the active risks that a completed action serves.
  func openReviews(after action: RiskAction, _ stamp: JournalStamp, _ connection: Connection) throws {
    for id in action.risks.sorted() {
      guard let risk = try RiskTable.find(id, connection), risk.retiredOn == nil else { continue }
      let request = try ReviewRequestTable.insert(
        risk: id, action: action.id, reason: "\(action.code) eylemi tamamlandı: \(action.details.title)", at: stamp.at,
        connection)
      try Journal.append(stamp, after: .reviewRequest(request, unitID: risk.details.unitID), connection)
    }
  }

  private func changeAction(
    _ code: String, version: Int, useCase: String, by actor: Actor,
    _ body: (inout RiskAction, Access, Connection, JournalStamp) throws -> Void
  ) throws -> RiskAction {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findAction(code, access, connection)
      // Whoever sees the risk sees the action, so that it is forbidden rather than not there.
      guard access.allows(.manageActions, in: before.details.unitID) else { throw Access.forbidden }
      guard before.ending == nil else { throw App.endedAction }
      var after = before
      try body(&after, access, connection, stamp)
      return try replace(before, by: after, basedOn: version, access, stamp, connection)
    }
  }

  static let endedAction = Problem(
    .conflict,
    Localized(
      "Eylem sona ermiş; değiştirilemez. Devamı için yeni bir eylem ekleyin.",
      "The action has ended and does not change; add a new one to go on."))
}
