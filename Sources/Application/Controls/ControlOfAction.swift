import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Makes a control of what a completed action set up, in one step: it takes the action's title, owner and expected
  /// output, remembers the action, and is linked to every open risk the action served, with the share that is left.
  /// It begins as a preventive, manual, monthly control; its page asks for the rest.
  ///
  /// Throws `Problem`: not completed, already made into a control, no share left on a risk, not permitted.
  public func makeControl(ofAction code: String, by actor: Actor) throws -> Control {
    try write("control-of-action", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let action = try findAction(code, access, connection)
      try access.require(.manageControls, in: action.details.unitID)
      guard action.ending?.kind == .completed else { throw App.notCompleted }
      if let known = try ControlTable.code(ofOrigin: action.code, connection) { throw App.alreadyControl(known) }
      var details = ControlDetails(
        unitID: action.details.unitID, name: action.details.title, kind: .preventive, nature: .manual,
        frequency: .monthly)
      (details.description, details.owner) = (action.details.outcome, action.details.owner)
      details.origin = action.code
      let control = try insert(details, access, stamp, connection)
      for id in action.risks.sorted() {
        guard let risk = try RiskTable.find(id, connection), risk.retiredOn == nil else { continue }
        let input = ControlLinkInput(share: 100, factor: .both)
        try link(control, to: risk.reference, input, fitting: true, access, stamp, connection)
      }
      return control
    }
  }

  private static let notCompleted = Problem(
    .conflict,
    Localized(
      "Yalnızca tamamlanmış eylem kontrole dönüşür; önce eylemi tamamlayın.",
      "Only a completed action becomes a control; complete it first."))

  private static func alreadyControl(_ code: String) -> Problem {
    Problem(
      .conflict,
      Localized("Bu eylem daha önce kontrole dönüştürüldü: \(code).", "This action was made into a control: \(code)."))
  }
}
