import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Adds a control to a unit and gives it the unit's next code; where the form names a risk, links it at once.
  public func addControl(_ form: ControlForm, by actor: Actor) throws -> Control {
    let rules = try controlRules(on: today)
    return try write("control-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageControls)
      var details = try checked(form, rules, access, connection)
      details.origin = form.risk.trimmed
      let control = try insert(details, access, stamp, connection)
      if !details.origin.isEmpty {
        let input = ControlLinkInput(share: 100, factor: .both)
        try link(control, to: details.origin, input, fitting: true, access, stamp, connection)
      }
      return control
    }
  }

  /// Changes a control. Suggestions of past days keep what was known then.
  public func editControl(_ code: String, _ form: ControlForm, version: Int, by actor: Actor) throws -> Control {
    let rules = try controlRules(on: today)
    return try changeControl(code, version: version, useCase: "control-edit", by: actor) {
      control, access, connection in
      guard control.retiredOn == nil else { throw App.retiredControl }
      var details = try checked(form, rules, access, connection)
      try access.require(.manageControls, in: details.unitID)
      details.origin = control.details.origin
      control.details = details
    }
  }

  /// Closes a control: it lowers no risk any more; its history stays.
  public func retireControl(_ code: String, reason: String, version: Int, by actor: Actor) throws -> Control {
    let (today, reason) = (today, String(reason.tidy.prefix(2000)))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return try changeControl(code, version: version, useCase: "control-retire", by: actor) { control, _, _ in
      guard control.retiredOn == nil else { throw App.retiredControl }
      (control.retiredOn, control.retireReason) = (today, reason)
    }
  }

  /// Opens a closed control again.
  public func reinstateControl(_ code: String, version: Int, by actor: Actor) throws -> Control {
    try changeControl(code, version: version, useCase: "control-reinstate", by: actor) { control, access, _ in
      guard access.tree.units[control.details.unitID]?.retiredOn == nil else { throw App.closedUnit }
      (control.retiredOn, control.retireReason) = (nil, "")
    }
  }

  /// Records a test of a control; the test score follows from it by the rule `test-score`.
  public func recordControlTest(
    _ code: String, _ input: ControlTestInput, by actor: Actor
  ) throws -> ControlTest {
    let today = today
    try Problem.throwIfAny(input.problems(today: today))
    return try write("control-test", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let control = try findControl(code, access, connection)
      try access.require(.manageControls, in: control.details.unitID)
      guard control.retiredOn == nil else { throw App.retiredControl }
      let tester = String(input.tester.tidy.prefix(300))
      let draft = ControlTest(
        id: Identifier(0), controlID: control.id, testedOn: input.testedOn ?? today,
        tester: tester.isEmpty ? stamp.actor : tester, sampleSize: input.sampleSize, exceptions: input.exceptions,
        conclusion: input.conclusion, notes: String(input.notes.tidy.prefix(4000)), recordedAt: stamp.at,
        recordedBy: stamp.actor)
      let stored = try ControlTestTable.insert(draft, connection)
      try Journal.append(stamp, after: .controlTest(stored, unitID: control.details.unitID), connection)
      return stored
    }
  }

  /// The rules of control effects in force on `day`; the oldest ones before their first day.
  public func controlRules(on day: Day) throws -> ControlEffectRules {
    guard let found = rules.controlEffect(on: day) ?? rules.controlEffects.first else {
      throw Problem(
        .conflict,
        Localized("Kontrol etkisi kuralları kural klasöründe yok.", "The rules folder has no rules for controls."))
    }
    return found
  }

  /// The control, where the actor may read it.
  func findControl(_ code: String, _ access: Access, _ connection: Connection) throws -> Control {
    guard let found = try ControlTable.find(code: code, in: access.scope(.read), connection) else {
      throw Access.notFound
    }
    return found
  }

  /// Stores a new control under the unit's next code, with its journal row.
  func insert(
    _ details: ControlDetails, _ access: Access, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Control {
    try access.require(.manageControls, in: details.unitID)
    guard let unit = access.tree.units[details.unitID], unit.retiredOn == nil else { throw App.closedUnit }
    let code = try firstFree {
      Control.code(unitCode: unit.code, number: $0)
    } unless: {
      try ControlTable.isTaken($0, connection)
    }
    let made = try ControlTable.insert(code: code, details, at: stamp.at, connection)
    try Journal.append(stamp, after: .control(made), connection)
    return made
  }

  private func checked(
    _ form: ControlForm, _ rules: ControlEffectRules, _ access: Access, _ connection: Connection
  ) throws -> ControlDetails {
    var problems = form.problems(rules)
    let unit = try UnitTable.find(code: form.unitCode.trimmed, connection)
      .flatMap { access.allows(.read, in: $0.id) && $0.retiredOn == nil ? $0 : nil }
    if unit == nil { problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit."))) }
    try Problem.throwIfAny(problems)
    guard let unit else { throw Access.notFound }
    return form.details(in: unit)
  }

  private func changeControl(
    _ code: String, version: Int, useCase: String, by actor: Actor,
    _ body: (inout Control, Access, Connection) throws -> Void
  ) throws -> Control {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findControl(code, access, connection)
      try access.require(.manageControls, in: before.details.unitID)
      var after = before
      try body(&after, access, connection)
      return try replace(before, by: after, basedOn: version, access, stamp, connection)
    }
  }

  static let retiredControl = Problem(
    .conflict, Localized("Kontrol kapatılmış; önce yeniden açın.", "The control is closed; reopen it first."))
}
