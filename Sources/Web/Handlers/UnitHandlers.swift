import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Units: tree, add, edit, close, reopen.
  func units(_ visit: Visit) throws -> Response {
    let actor = try visit.actor
    if visit.route != .units { try visit.require(.manageUnits) }
    switch visit.route {
    case .newUnit(let parent):
      var values = Values()
      values.add("parent", parent)
      return visit.page(try unitForm(FormState(values), nil, visit))
    case .addUnit: return try addUnit(visit)
    case .editUnitForm(let code):
      let line = try unitLine(code, visit)
      return visit.page(try unitForm(FormState(try unitValues(line.unit, visit)), line.unit, visit))
    case .editUnit(let code): return try editUnit(code, visit)
    case .retireUnitForm(let code): return visit.page(try retireUnitPage(code, FormState(), visit))
    case .retireUnit(let code): return try retireUnit(code, visit)
    case .reinstateUnit(let code):
      _ = try app.reinstateUnit(code, version: visit.version, by: actor)
      return .redirect(Done.reinstated.after(.units))
    default: return visit.page(UnitsView(frame: visit.frame, units: try app.units(by: actor)).node)
    }
  }

  private func unitLine(_ code: String, _ visit: Visit) throws -> UnitLine {
    guard let line = try app.units(by: try visit.actor).first(where: { $0.unit.code == code }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    return line
  }

  private func unitValues(_ unit: Unit, _ visit: Visit) throws -> Values {
    let parent = try app.units(by: try visit.actor).first { $0.unit.id == unit.parentID }
    var values = Values()
    values.add("parent", parent?.unit.code)
    values.add("name", unit.name)
    values.add("code", unit.code)
    return values
  }

  private func unitForm(_ state: FormState, _ unit: Unit?, _ visit: Visit) throws -> Node {
    UnitFormView(frame: visit.frame, state: state, units: try app.units(by: try visit.actor), editing: unit).node
  }

  private func form(_ visit: Visit) -> UnitForm {
    UnitForm(
      parentCode: visit.values.nonEmpty("parent"), code: visit.values.text("code"), name: visit.values.text("name"))
  }

  private func addUnit(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try unitForm($0, nil, visit) },
      action: {
        _ = try app.addUnit(form(visit), by: try visit.actor)
        return .redirect(Done.created.after(.units))
      })
  }

  private func editUnit(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try unitForm($0, try unitLine(code, visit).unit, visit) },
      action: {
        _ = try app.editUnit(code, form(visit), version: visit.version, by: try visit.actor)
        return .redirect(Done.saved.after(.units))
      })
  }

  private func retireUnitPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let unit = try unitLine(code, visit).unit
    return RetireView(
      frame: visit.frame, state: state, title: Text.Units.retireTitle, lead: Text.Units.retireLead, name: unit.name,
      version: unit.version, action: .retireUnit(code), back: .editUnitForm(code), room: .administration
    ).node
  }

  private func retireUnit(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try retireUnitPage(code, $0, visit) },
      action: {
        _ = try app.retireUnit(
          code, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
        return .redirect(Done.retired.after(.editUnitForm(code)))
      })
  }
}
