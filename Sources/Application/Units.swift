import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Units in view (or under management) in tree order.
  public func units(by actor: Actor) throws -> [UnitLine] {
    try read { connection in
      let access = try Access(actor, connection)
      return try access.lines(access.allowsAnywhere(.manageUnits) ? .manageUnits : .read, connection)
    }
  }

  /// The unit with `code`, where the actor may see it.
  public func resolve(unitCode code: String, by actor: Actor) throws -> Unit {
    try read { connection in try Access(actor, connection).unit(code, connection) }
  }

  /// Adds a unit below `form.parentCode`, or below the administration.
  public func addUnit(_ form: UnitForm, by actor: Actor) throws -> Unit {
    let form = try form.checked()
    return try write("unit-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let parent = try form.parent(access, connection)
      try access.require(.manageUnits, in: parent.id)
      guard try UnitTable.find(code: form.code, connection) == nil else { throw UnitForm.taken }
      let unit = try UnitTable.insert(parentID: parent.id, code: form.code, name: form.name, connection)
      try Journal.append(stamp, after: .unit(unit), connection)
      return unit
    }
  }

  /// Changes code, name or place of a unit. Reference numbers already given stay.
  public func editUnit(_ code: String, _ form: UnitForm, version: Int, by actor: Actor) throws -> Unit {
    let form = try form.checked()
    return try change(code, version: version, useCase: "unit-edit", by: actor) { unit, access, connection in
      if let other = try UnitTable.find(code: form.code, connection), other.id != unit.id { throw UnitForm.taken }
      (unit.code, unit.name) = (form.code, form.name)
      guard unit.parentID != nil else { return }
      let parent = try form.parent(access, connection)
      guard !access.tree.subtree(of: unit.id).contains(parent.id) else {
        try Problem.throwIfAny([
          FieldProblem(
            "parent", Localized("Birim kendisinin altına taşınamaz.", "A unit cannot be moved below itself."))
        ])
        return
      }
      unit.parentID = parent.id
    }
  }

  /// Closes a unit that has no open units below it and no active risks, indicators, controls, actions or processes; its history
  /// stays. Throws with the list of what stands in the way.
  public func retireUnit(_ code: String, reason: String, version: Int, by actor: Actor) throws -> Unit {
    let (today, reason) = (today, String(reason.trimmed.prefix(2000)))
    return try change(code, version: version, useCase: "unit-retire", by: actor) { unit, access, connection in
      guard unit.parentID != nil else { throw App.rootStays }
      let standing = try UnitContent(unit, access.tree, connection)
      guard standing.isEmpty else { throw standing.refusal }
      (unit.retiredOn, unit.retireReason) = (today, reason)
    }
  }

  /// Opens a closed unit again.
  public func reinstateUnit(_ code: String, version: Int, by actor: Actor) throws -> Unit {
    try change(code, version: version, useCase: "unit-reinstate", by: actor) { unit, access, _ in
      guard unit.parentID.flatMap({ access.tree.units[$0] })?.retiredOn == nil else {
        throw Problem(
          .conflict, Localized("Önce üst birimi açın.", "Open the unit above first."))
      }
      (unit.retiredOn, unit.retireReason) = (nil, "")
    }
  }

  private func change(
    _ code: String, version: Int, useCase: String, by actor: Actor,
    _ body: (inout Unit, Access, Connection) throws -> Void
  ) throws -> Unit {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try access.unit(code, connection)
      try access.require(.manageUnits, in: before.id)
      var after = before
      try body(&after, access, connection)
      after.version = before.version + 1
      guard try UnitTable.update(after, basedOn: version, connection) else {
        throw try stale(
          before.differences(to: after, access.tree), .unit, before.id.rawValue, before.version, connection)
      }
      try Journal.append(stamp, before: .unit(before), after: .unit(after), connection)
      return after
    }
  }

  private static let rootStays = Problem(
    .conflict, Localized("İdarenin kendisi kapatılamaz.", "The administration itself cannot be closed."))
}

extension UnitForm {
  static let taken = Problem(
    .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
    fields: [FieldProblem("code", Localized("Bu kod başka bir birimde kullanılıyor.", "Another unit has this code."))])

  func checked() throws -> UnitForm {
    var form = self
    (form.code, form.name) = (code.trimmed, name.trimmed)
    var fields: [FieldProblem] = []
    let isPlain = form.code.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    if form.code.isEmpty || form.code.count > 12 || !isPlain {
      fields.append(
        FieldProblem(
          "code", Localized("Kod 1–12 harf veya rakam olmalı.", "The code has 1–12 letters or digits.")))
    }
    if form.name.isEmpty || form.name.count > 200 {
      fields.append(FieldProblem("name", Localized("Birimin adını yazın.", "Enter the name of the unit.")))
    }
    try Problem.throwIfAny(fields)
    return form
  }

  func parent(_ access: Access, _ connection: Connection) throws -> Unit {
    if let code = parentCode, !code.isEmpty {
      guard let unit = try UnitTable.find(code: code, connection), unit.retiredOn == nil else {
        throw Problem(
          .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
          fields: [FieldProblem("parent", Localized("Üst birim bulunamadı.", "There is no such unit above."))])
      }
      return unit
    }
    guard let root = access.tree.root else { throw Access.notFound }
    return root
  }
}
