import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The units as a tree.
struct UnitsView: View {
  let frame: Frame
  let units: [UnitLine]

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Units.title), room: .administration)
    if mayManage {
      head.actions = a(t(Text.Units.add), .class("button primary"), .href(Route.newUnit(parent: nil).path))
    }
    return page(head) {
      div(.class("table-frame")) {
        table(.class("tree cards-on-phone"), .data("keys", "rows")) {
          caption(t(Text.Units.title), .class("hidden"))
          thead {
            tr {
              th(t(Text.Common.name), .scope("col"))
              th(t(Text.Common.code), .scope("col"))
              th(t(Text.Units.risks), .scope("col"), .class("number"))
              th(t(Text.Common.state), .scope("col"))
              if mayManage { th(t(Text.Common.actions), .scope("col")) }
            }
          }
          tbody { .fragment(units.map(row)) }
        }
      }
    }
  }

  private var mayManage: Bool { frame.permissions.contains(.manageUnits) }

  private func row(_ line: UnitLine) -> Node {
    var query = RegisterQuery()
    query.unitCode = line.unit.code
    return tr(.class("d\(min(line.depth, 4))", line.unit.retiredOn == nil ? nil : "is-retired")) {
      th(.scope("row"), .class("unit-name")) {
        if frame.permissions.contains(.read) {
          a(line.unit.name, .href(Route.register(query).path))
        } else {
          line.unit.name
        }
      }
      td(line.unit.code, .data("label", t(Text.Common.code)))
      td(count(line.riskCount), .class("number"), .data("label", t(Text.Units.risks)))
      td {
        if let day = line.unit.retiredOn {
          t(Text.Common.retired) + " "
          dayNode(day)
        }
      }
      if mayManage { td(.class("nowrap")) { actions(line) } }
    }
  }

  private func actions(_ line: UnitLine) -> Node {
    fragment {
      a(
        t(Text.Common.edit), .href(Route.editUnitForm(line.unit.code).path),
        .aria("label", "\(t(Text.Common.edit)): \(line.unit.name)"))
      if line.unit.retiredOn == nil {
        " · "
        a(
          t(Text.Units.addBelow), .href(Route.newUnit(parent: line.unit.code).path),
          .aria("label", "\(t(Text.Units.addBelow)): \(line.unit.name)"))
      }
    }
  }
}

/// The form that adds or edits a unit.
struct UnitFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The unit that is edited; `nil` for a new one.
  let editing: GuvenceRegister.Unit?

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Units.addTitle : Text.Units.editTitle)
    var head = PageHead(
      title: editing.map { "\(name): \($0.name)" } ?? name, room: .administration,
      crumbs: [Crumb(text: t(Text.Units.title), route: .units)])
    head.actions = lifeActions
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action((editing.map { Route.editUnit($0.code) } ?? .addUnit).path), .novalidate()) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        if editing == nil || editing?.parentID != nil {
          choice(
            "parent", Text.Units.parent, in: state,
            options: UnitOptions(frame: frame, units: units.filter { $0.unit.code != editing?.code }).open)
        }
        textField("name", Text.Units.name, in: state, isRequired: true, maximum: 200)
        textField(
          "code", Text.Units.code, in: state, hint: Text.Units.codeHint, isShort: true, isRequired: true, maximum: 20)
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.units.path))
        }
      }
    }
  }

  private var lifeActions: Node {
    guard let editing, editing.parentID != nil else { return .empty }
    if editing.retiredOn == nil {
      return a(t(Text.Units.retire), .class("button"), .href(Route.retireUnitForm(editing.code).path))
    }
    return reopenForm(.reinstateUnit(editing.code), version: editing.version, Text.Units.reinstate)
  }
}

/// Asks before something is closed: names it, says what will happen and how to undo it.
struct RetireView: View {
  let frame: Frame
  let state: FormState
  let title: Localized
  let lead: Localized
  /// Name of the thing.
  let name: String
  let version: Int
  /// Where the form goes.
  let action: Route
  /// Where cancelling leads.
  let back: Route
  let room: Room

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(title)): \(name)", room: room, crumbs: [Crumb(text: t(Text.Common.back), route: back)])
    head.lead = p(t(lead))
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(action.path), .novalidate()) {
        token
        hiddenField("version", state.values["version"] ?? String(version))
        textArea("reason", Text.Risk.retireReason, in: state, isRequired: true)
        div(.class("buttons")) {
          button(t(title), .type("submit"), .class("danger"))
          a(t(Text.Common.cancel), .href(back.path))
        }
      }
    }
  }
}
