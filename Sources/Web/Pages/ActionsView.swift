import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The action plan: as a list, or with the timeline above it.
struct ActionsView: View {
  let frame: Frame
  let list: ActionList
  var hasTimeline = false

  /// The page.
  var node: Node {
    let name = hasTimeline ? Text.Actions.timeline : Text.Actions.title
    var head = PageHead(title: t(name), room: .actions)
    if hasTimeline { head.crumbs = [Crumb(text: t(Text.Actions.title), route: .action(.list(list.query)))] }
    head.isWide = true
    if list.mayWrite {
      head.actions = a(t(Text.Actions.add), .class("button primary"), .href(Route.action(.new(risk: nil)).path))
    }
    return page(head) {
      unitFilter
      chips
      if list.lines.isEmpty {
        div(.class("empty")) {
          p(t(list.mayWrite ? Text.Actions.empty : Text.Actions.emptyReading))
          if list.mayWrite { a(t(Text.Actions.add), .href(Route.action(.new(risk: nil)).path)) }
        }
      } else {
        tools
        if hasTimeline {
          p(t(Text.Actions.chartHint), .class("muted"))
          ActionTimeline(frame: frame, lines: list.lines, today: list.today).node
        }
        ActionTable(frame: frame, lines: list.lines).node
      }
    }
  }

  private func address(_ query: ActionQuery) -> String {
    Route.action(hasTimeline ? .timeline(query) : .list(query)).path
  }

  private var tools: Node {
    div(.class("tools")) {
      span(.class("muted")) {
        "\(count(list.lines.count)) \(t(Text.Actions.many))"
        if list.cost > 0 { " · \(t(Text.Actions.totalCost)): \(t(Lira.text(list.cost)))" }
      }
      div(.class("downloads")) {
        if hasTimeline {
          a(t(Text.Actions.list), .href(Route.action(.list(list.query)).path))
        } else {
          a(t(Text.Actions.timeline), .href(Route.action(.timeline(list.query)).path))
        }
        " · "
        a(t(Text.Actions.export), .href(Route.action(.export(list.query)).path))
      }
    }
  }

  private var unitFilter: Node {
    unitFilter(
      list.units, chosen: list.query.unitCode, state: list.query.state?.rawValue,
      action: hasTimeline ? "/actions/timeline" : "/actions")
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Actions.status))) {
      li(t(Text.Actions.status), .class("chips-name"))
      for state in ActionState.allCases {
        let isOn = list.query.state == state
        let query = ActionQuery(unitCode: list.query.unitCode, state: isOn ? nil : state)
        li {
          a(.class("chip"), .href(address(query)), isOn ? .aria("current", "true") : .absent) {
            t(state.name)
            span(count(list.counts[state] ?? 0), .class("n"))
          }
        }
      }
    }
  }
}

/// The form that adds or edits an action.
struct ActionFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The action that is edited; `nil` for a new one.
  let editing: RiskAction?

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Actions.newTitle : Text.Actions.editTitle)
    var head = PageHead(
      title: editing.map { "\(name): \($0.code)" } ?? name, room: .actions,
      crumbs: [Crumb(text: t(Text.Actions.title), route: .action(.list(ActionQuery())))])
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.action(editing.map { .edit($0.code) } ?? .add).path), .novalidate()) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        textArea("risks", Text.Actions.risks, in: state, hint: Text.Actions.risksHint, isRequired: true, rows: 1)
        textArea("title", Text.Actions.what, in: state, isRequired: true, rows: 2)
        choice(
          "unit", Text.Actions.unit, in: state, empty: Text.Common.choose,
          options: UnitOptions(frame: frame, units: units).open)
        textField("owner", Text.Actions.owner, in: state, hint: Text.Actions.ownerHint)
        textField("partners", Text.Actions.partners, in: state, hint: Text.Actions.partnersHint)
        textField(
          "cost", Text.Actions.cost, in: state, hint: Text.Actions.costHint, isShort: true, maximum: 40,
          .inputmode("decimal"))
        dateField("startsOn", Text.Actions.startsOn, in: state, hint: Text.Actions.onHint)
        dateField("dueOn", Text.Actions.dueOn, in: state)
        textArea("outcome", Text.Actions.outcome, in: state, rows: 2)
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(
            t(Text.Common.cancel),
            .href(Route.action(editing.map { .show($0.code) } ?? .list(ActionQuery())).path))
        }
      }
    }
  }
}
