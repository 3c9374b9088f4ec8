import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// What still lives in a unit and would be left without one if it were closed.
struct UnitContent {
  /// Kinds of things with their names, those that there are.
  private let groups: [(kind: Localized, names: [String])]

  /// Names per kind in a refusal; the rest is counted.
  private static let shown = 5

  init(_ unit: Unit, _ tree: UnitTree, _ connection: Connection) throws {
    let own = Scope.units([unit.id])
    let below = tree.lines.map(\.unit).filter { $0.parentID == unit.id && $0.retiredOn == nil }
    let indicators = try IndicatorTable.all(in: own, connection).filter { $0.retiredOn == nil }
    let controls = try ControlTable.all(in: own, connection).filter { $0.retiredOn == nil }
    let actions = try RiskActionTable.all(in: own, connection)
      .filter { $0.details.unitID == unit.id && $0.ending == nil }
    let processes = try ProcessTable.all(connection).filter { $0.details.unitID == unit.id && $0.retiredOn == nil }
    groups = [
      (Localized("açık alt birim", "open units below it"), below.map(\.code)),
      (Localized("etkin risk", "active risks"), try RiskTable.activeReferences(of: unit.id, connection)),
      (Localized("etkin gösterge", "active indicators"), indicators.map(\.code)),
      (Localized("etkin kontrol", "active controls"), controls.map(\.code)),
      (Localized("açık eylem", "open actions"), actions.map(\.code)),
      (Localized("açık süreç", "open processes"), processes.map(\.code)),
    ].filter { !$0.1.isEmpty }
  }

  /// Whether nothing stands in the way of closing the unit.
  var isEmpty: Bool { groups.isEmpty }

  /// Why the unit cannot be closed, kind by kind.
  var refusal: Problem {
    let list = groups.map { group -> Localized in
      let names = group.names.prefix(UnitContent.shown).joined(separator: ", ")
      let more = group.names.count > UnitContent.shown ? ", …" : ""
      return Localized(
        "\(group.names.count) \(group.kind.turkish) (\(names)\(more))",
        "\(group.names.count) \(group.kind.english) (\(names)\(more))")
    }
    return Problem(
      .conflict,
      Localized(
        "Birim kapatılamaz; önce bunları taşıyın, tamamlayın ya da kapatın: "
          + list.map(\.turkish).joined(separator: "; ") + ".",
        "The unit cannot be closed; first move, complete or close these: "
          + list.map(\.english).joined(separator: "; ") + "."))
  }
}
