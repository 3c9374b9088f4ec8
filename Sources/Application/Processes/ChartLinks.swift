import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Links a risk of the register to a step, or to a risk point on it (`point` `R1`; empty for the step).
  @discardableResult
  public func linkRisk(
    _ code: String, step: String, point: String = "", reference: String, by actor: Actor
  ) throws -> ChartLink {
    try link(code, step, point, by: actor) { access, connection in
      guard let risk = try? find(reference.trimmed, access, connection) else {
        throw Problem.invalid([
          FieldProblem("reference", Localized("«\(reference)» riski yok.", "There is no risk «\(reference)»."))
        ])
      }
      guard risk.retiredOn == nil else { throw App.retiredRisk }
      return .risk(risk.id)
    }
  }

  /// Links a control of the library to a step, or to a control point on it.
  @discardableResult
  public func linkControl(
    _ code: String, step: String, point: String = "", controlCode: String, by actor: Actor
  ) throws -> ChartLink {
    try link(code, step, point, by: actor) { access, connection in
      guard let control = try? findControl(controlCode.trimmed, access, connection) else {
        throw Problem.invalid([
          FieldProblem("control", Localized("«\(controlCode)» kontrolü yok.", "There is no control «\(controlCode)»."))
        ])
      }
      guard control.retiredOn == nil else { throw App.retiredControl }
      return .control(control.id)
    }
  }

  /// Ends a link; it stays in the history.
  public func endLink(_ code: String, id: Int64, by actor: Actor) throws {
    try write("chart-unlink", by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      let record = try book.record(code)
      let unit = record.details.unitID
      try book.access.require(.manageProcesses, in: unit)
      let known = try ChartLinkTable.all(of: record.id, connection)
      guard let before = known.first(where: { $0.id.rawValue == id && $0.endedAt == nil }) else {
        throw Access.notFound
      }
      var after = before
      (after.endedAt, after.endedBy) = (max(stamp.at, before.linkedAt), stamp.actor)
      guard try ChartLinkTable.end(after, connection) else { throw Access.notFound }
      try Journal.append(
        stamp, before: .chartLink(before, unitID: unit), after: .chartLink(after, unitID: unit), connection)
    }
  }

  private func link(
    _ code: String, _ step: String, _ point: String, by actor: Actor,
    _ target: (Access, Connection) throws -> ChartLink.Target
  ) throws -> ChartLink {
    try write("chart-link", by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      let record = try book.record(code)
      try book.access.require(.manageProcesses, in: record.details.unitID)
      guard record.retiredOn == nil else { throw App.retiredProcess }
      let versions = try book.versions(of: record.id, connection)
      let charts = versions.filter { $0.state.isOpen || $0.state == .approved }.map(\.chart)
      guard charts.contains(where: { $0.step(step) != nil }) else {
        throw Problem.invalid([
          FieldProblem("step", Localized("Şemada «\(step)» adımı yok.", "The chart has no step «\(step)»."))
        ])
      }
      guard point.isEmpty || charts.contains(where: { $0.hasPoint(point, on: step) }) else {
        throw Problem.invalid([
          FieldProblem(
            "point", Localized("Adımda «\(point)» noktası yok.", "The step has no point «\(point)»."))
        ])
      }
      return try link(try target(book.access, connection), to: step, point, of: record, stamp, connection)
    }
  }

  /// Links within a running transaction; a link there is already is given back as it is.
  @discardableResult
  func link(
    _ target: ChartLink.Target, to step: String, _ point: String, of record: ProcessRecord, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> ChartLink {
    let known = try ChartLinkTable.all(of: record.id, connection).first {
      $0.endedAt == nil && $0.stepID == step && $0.pointID == point && $0.target == target
    }
    if let known { return known }
    let made = try ChartLinkTable.insert(
      ChartLink(
        id: Identifier(0), processID: record.id, stepID: step, pointID: point, target: target, linkedAt: stamp.at,
        linkedBy: stamp.actor), connection)
    try Journal.append(stamp, after: .chartLink(made, unitID: record.details.unitID), connection)
    return made
  }
}

extension Chart {
  /// Whether the step carries a risk or control point with this id.
  func hasPoint(_ point: String, on step: String) -> Bool { pointText(point, on: step) != nil }

  /// What a risk or control point on the step says.
  func pointText(_ point: String, on step: String) -> String? {
    risks.first { $0.id == point && $0.step == step }?.text
      ?? controls.first { $0.id == point && $0.step == step }?.text
  }
}
