import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Adds a risk to a unit, with a first assessment where one is given, and gives it the unit's next reference number.
  public func addRisk(_ details: RiskDetails, assessment input: AssessmentInput?, by actor: Actor) throws -> Risk {
    let details = try details.checked()
    return try write("risk-add", by: actor) { connection, stamp in
      return try addRisk(details, input, try Access(actor, connection), stamp, connection)
    }
  }

  /// Stores a new risk with checked details.
  func addRisk(
    _ details: RiskDetails, _ input: AssessmentInput?, _ access: Access, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> Risk {
    try access.require(.addRisk, in: details.unitID)
    guard let unit = access.tree.units[details.unitID], unit.retiredOn == nil else { throw App.closedUnit }
    let reference = try App.nextReference(of: unit, connection)
    if input != nil { try access.require(.assess, in: details.unitID) }
    let methodology = try self.methodology(connection, on: input?.assessedOn ?? today)
    return try insert(
      reference: reference, details, assessment: input, under: methodology, origin: .entered, stamp, connection)
  }

  /// Changes a risk's details. A save based on an older version is refused with both versions.
  public func editRisk(_ reference: String, _ details: RiskDetails, version: Int, by actor: Actor) throws -> Risk {
    let details = try details.checked()
    return try change(reference, version: version, useCase: "risk-edit", needs: .editRisk, by: actor) { risk, access in
      if details.unitID != risk.details.unitID {
        try access.require(.editRisk, in: details.unitID)
        guard let unit = access.tree.units[details.unitID], unit.retiredOn == nil else { throw App.closedUnit }
      }
      guard risk.retiredOn == nil else { throw App.retiredRisk }
      risk.details = details
    }
  }

  /// Takes a risk off the active register; it stays with its history and can be taken back.
  public func retireRisk(_ reference: String, reason: String, version: Int, by actor: Actor) throws -> Risk {
    let reason = reason.trimmed
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    let today = today
    return try change(reference, version: version, useCase: "risk-retire", needs: .retireRisk, by: actor) { risk, _ in
      guard risk.retiredOn == nil else { throw App.retiredRisk }
      (risk.retiredOn, risk.retireReason) = (today, reason)
    }
  }

  /// Takes a retired risk back on the active register.
  public func reinstateRisk(_ reference: String, version: Int, by actor: Actor) throws -> Risk {
    try change(reference, version: version, useCase: "risk-reinstate", needs: .retireRisk, by: actor) { risk, access in
      guard access.tree.units[risk.details.unitID]?.retiredOn == nil else { throw App.closedUnit }
      (risk.retiredOn, risk.retireReason) = (nil, "")
    }
  }

  /// The administration's methodology as it holds on `day`, today where `nil`.
  public func methodology(on day: Day? = nil) throws -> Methodology {
    let day = day ?? today
    return try read { connection in try methodology(connection, on: day) }
  }

  /// Chooses the methodology while nothing has been assessed.
  public func setMethodology(_ id: String, by actor: Actor) throws {
    let day = today
    guard let chosen = rules.methodology(id, on: day) else {
      try Problem.throwIfAny([
        FieldProblem("methodology", Localized("Böyle bir yöntem yok.", "There is no such methodology."))
      ])
      return
    }
    try write("methodology-choose", by: actor) { connection, stamp in
      try Access(actor, connection).requireAnywhere(.chooseMethodology)
      guard try AssessmentTable.count(connection) == 0 else {
        throw Problem(
          .conflict,
          Localized(
            "Değerlendirilmiş riskler var; yöntem ancak yeniden puanlama ile değiştirilebilir.",
            "There are assessed risks; the methodology can only change by re-scoring."))
      }
      let before = try administration(connection)
      var after = before
      (after.methodologyID, after.version) = (chosen.id, before.version + 1)
      guard try AdministrationTable.update(after, basedOn: before.version, connection) else { throw Access.notFound }
      try Journal.append(stamp, before: .administration(before), after: .administration(after), connection)
    }
  }

  /// The unit's next free reference number; numbers are never given twice.
  static func nextReference(of unit: Unit, _ connection: Connection) throws -> String {
    while true {
      let number = try ReferenceCounterTable.next(of: unit.id, connection)
      let text = ReferenceNumber.text(unitCode: unit.code, number: number)
      if try RiskTable.find(reference: text, connection) == nil { return text }
    }
  }

  /// The risk, where the actor may read it: in units in view, or shared with one of them. Changing asks more: the
  /// permission in the risk's own unit.
  func find(_ reference: String, _ access: Access, _ connection: Connection) throws -> Risk {
    guard let risk = try RiskTable.find(reference: reference, connection),
      try access.allows(.read, in: risk.details.unitID)
        || ShareTable.risks(sharedWith: access.scope(.read), connection).contains(risk.id)
    else { throw Access.notFound }
    return risk
  }

  private func change(
    _ reference: String, version: Int, useCase: String, needs permission: Permission, by actor: Actor,
    _ body: (inout Risk, Access) throws -> Void
  ) throws -> Risk {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try find(reference, access, connection)
      guard access.allows(permission, in: before.details.unitID) else { throw Access.forbidden }
      var after = before
      try body(&after, access)
      (after.version, after.updatedAt) = (before.version + 1, stamp.at)
      guard before.version == version, try RiskTable.update(after, basedOn: version, connection) else {
        throw try staleRisk(before, after, access, connection)
      }
      try Journal.append(stamp, before: .risk(before), after: .risk(after), connection)
      try compareWithAppetite(after.id, stamp, connection)
      return after
    }
  }

  func staleRisk(_ stored: Risk, _ wanted: Risk, _ access: Access, _ connection: Connection) throws -> Problem {
    var differences = stored.details.differences(to: wanted.details, access.tree)
    differences += StaleSave.compare([
      (
        "retiredOn", Localized("Kayıttan çıkış", "Retired on"), stored.retiredOn?.turkish ?? "",
        wanted.retiredOn?.turkish ?? ""
      )
    ])
    let last = try Journal.entries(ofRisk: stored.id, limit: 1, connection).first
    return stale(differences, changedBy: last?.stamp, stored.version)
  }

  static let closedUnit = Problem(
    .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
    fields: [FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit."))])
  static let retiredRisk = Problem(
    .conflict,
    Localized(
      "Risk etkin kayıttan çıkarılmış; önce geri alın.", "The risk is retired; take it back first."))
}

extension RiskDetails {
  /// The details with tidy texts; throws with every field at fault.
  func checked() throws -> RiskDetails {
    var tidy = self
    tidy.statement = statement.tidy
    (tidy.cause, tidy.event, tidy.consequence) = (cause.tidy, event.tidy, consequence.tidy)
    (tidy.controls, tidy.plannedControls) = (controls.tidy, plannedControls.tidy)
    (tidy.owner, tidy.notes) = (owner.tidy, notes.tidy)
    (tidy.strategicTarget, tidy.unitObjective) = (strategicTarget.tidy, unitObjective.tidy)
    (tidy.process, tidy.project) = (process.tidy, project.tidy)
    (tidy.controllability, tidy.identificationMethod) = (controllability.tidy, identificationMethod.tidy)
    tidy.keyRiskReason = isKeyRisk ? keyRiskReason.tidy : ""
    var fields: [FieldProblem] = []
    if tidy.statement.isEmpty {
      fields.append(FieldProblem("statement", Localized("Tespit edilen riski yazın.", "Enter the risk.")))
    }
    for field in tidy.tooLong {
      fields.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok 8.000 bayt).", "The text is too long (at most 8,000 bytes).")))
    }
    if tidy.isKeyRisk, tidy.keyRiskReason.isEmpty {
      fields.append(
        FieldProblem(
          "keyRiskReason",
          Localized("Kilit risk olmasının gerekçesini yazın.", "Give the reason for marking it as a key risk.")))
    }
    try Problem.throwIfAny(fields)
    return tidy
  }

  /// Form names of the texts that are too long to keep.
  var tooLong: [String] { texts.filter { $0.1.utf8.count > RiskDetails.longest }.map(\.0) }

  private static let longest = 8000

  private var texts: [(String, String)] {
    [
      ("statement", statement), ("cause", cause), ("event", event), ("consequence", consequence),
      ("controls", controls), ("plannedControls", plannedControls), ("owner", owner), ("notes", notes),
      ("strategicTarget", strategicTarget), ("unitObjective", unitObjective), ("keyRiskReason", keyRiskReason),
      ("process", process), ("project", project), ("controllability", controllability),
      ("identificationMethod", identificationMethod),
    ]
  }
}
