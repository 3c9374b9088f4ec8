import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

// Parts that the pages of risks, controls, indicators, events and actions share: records that belong to a unit, are
// listed by unit and state, and are closed rather than deleted.

extension View {
  /// The units above a record, below the administration; each leads to its own list.
  func crumbs(_ path: [Unit], _ list: (_ unitCode: String) -> Route) -> [Crumb] {
    path.dropFirst().map { Crumb(text: $0.name, route: list($0.code)) }
  }

  /// The button that opens a closed record again.
  func reopenForm(_ route: Route, version: Int, _ text: Localized = Text.Risk.reinstate) -> Node {
    form(.method("post"), .action(route.path)) {
      token
      hiddenField("version", String(version))
      button(t(text), .type("submit"))
    }
  }

  /// The choice of a unit above a list; keeps the state chosen.
  func unitFilter(_ units: [UnitLine], chosen: String?, state: String?, action address: String) -> Node {
    form(.class("inline"), .method("get"), .action(address)) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: units).select(chosen: chosen)
      }
      if let state { hiddenField("state", state) }
      button(t(Text.Common.show), .type("submit"))
    }
  }
}
