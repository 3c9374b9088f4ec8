import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The library of controls: filters, states as chips, table.
struct ControlsView: View {
  let frame: Frame
  let list: ControlList

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Controls.title), room: .controls)
    head.isWide = true
    head.actions = actions
    return page(head) {
      filter
      chips
      if list.lines.isEmpty {
        emptyState
      } else {
        div(.class("tools")) {
          span("\(count(list.lines.count)) \(t(Text.Controls.many))", .class("muted"))
          div(.class("downloads")) {
            t(Text.Register.export)
            a("XLSX", .href(route(.export(.xlsx, list.query))))
            a("CSV", .href(route(.export(.csv, list.query))))
          }
        }
        theTable
      }
    }
  }

  private func route(_ route: ControlRoute) -> String { Route.control(route).path }

  private var actions: Node {
    fragment {
      if list.mayWrite {
        a(
          t(Text.Controls.add), .class("button primary"),
          .href(route(.new(unit: list.query.unitCode, risk: nil, name: nil))))
      }
      a(t(Text.Controls.method), .class("button"), .href(route(.method)))
    }
  }

  private var filter: Node {
    form(.class("inline"), .method("get"), .action("/controls")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: list.units).select(chosen: list.query.unitCode)
      }
      div(.class("field")) {
        label(t(Text.Controls.kind), .for("kind"))
        select(.id("kind"), .name("kind")) {
          option(t(Text.Common.all), .value(""))
          for kind in ControlKind.allCases {
            option(t(kind.name), .value(kind.rawValue), .selected(kind == list.query.kind))
          }
        }
      }
      div(.class("field")) {
        label(t(Text.Register.search), .for("control-text"))
        input(.type("search"), .id("control-text"), .name("q"), .value(list.query.text), .maxlength(200))
      }
      if let state = list.query.state { hiddenField("state", state.rawValue) }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Common.state))) {
      li(t(Text.Common.state), .class("chips-name"))
      for state in ControlState.allCases {
        let isOn = list.query.state == state
        let query = list.query.with { $0.state = isOn ? nil : state }
        li {
          a(.class("chip"), .href(route(.list(query))), isOn ? .aria("current", "true") : .absent) {
            t(Text.Controls.state(state))
            span(count(list.counts[state] ?? 0), .class("n"))
          }
        }
      }
    }
  }

  private var emptyState: Node {
    div(.class("empty")) {
      if list.isLibraryEmpty || !list.query.isFiltered {
        p(t(list.mayWrite ? Text.Controls.empty : Text.Controls.emptyReading))
        if list.mayWrite {
          a(t(Text.Controls.add), .href(route(.new(unit: list.query.unitCode, risk: nil, name: nil))))
        }
      } else {
        p(t(Text.Controls.nothing))
        a(t(Text.Register.clear), .href(route(.list(ControlQuery()))))
      }
    }
  }

  private var theTable: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Controls.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.code), .scope("col"))
            th(t(Text.Controls.control), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Controls.kind), .scope("col"))
            th(t(Text.Controls.nature), .scope("col"))
            th(t(Text.Controls.owner), .scope("col"))
            th(t(Text.Controls.effectiveness), .scope("col"))
            th(t(Text.Controls.strength), .scope("col"), .class("number"))
            th(t(Text.Controls.risks), .scope("col"), .class("number"))
          }
        }
        tbody { .fragment(list.lines.map(row)) }
      }
    }
  }

  private func row(_ line: ControlLine) -> Node {
    let details = line.control.details
    return tr {
      th(.scope("row"), .class("nowrap")) { a(line.control.code, .href(route(.show(line.control.code)))) }
      td(.class("wide-text")) {
        details.name
        if line.control.retiredOn != nil {
          " "
          span(t(Text.Common.retired), .class("mark"))
        }
      }
      td(line.unitName, .data("label", t(Text.Common.unit)))
      td(t(details.kind.name), .data("label", t(Text.Controls.kind)))
      td(t(details.nature.name), .data("label", t(Text.Controls.nature)))
      td(details.owner, .data("label", t(Text.Controls.owner)))
      td(.data("label", t(Text.Controls.effectiveness))) { effectivenessNode(line) }
      td(fractionText(line.standing.strength), .class("number"), .data("label", t(Text.Controls.strength)))
      td(count(line.riskCount), .class("number"), .data("label", t(Text.Controls.risks)))
    }
  }
}

extension View {
  /// What the test score of a control says, with the score; the reason where it is unknown.
  func effectivenessNode(_ line: ControlLine) -> Node {
    fragment {
      if line.effectiveness == .unknown {
        span(t(line.effectiveness.name), .class("no-level"))
      } else {
        t(line.effectiveness.name)
      }
      if let score = line.standing.testScore {
        " · " + t(Text.Controls.testScore) + " " + t(IndicatorReasons.number(score))
      }
    }
  }

  /// A fraction as people write it here; `?` where it is unknown.
  func fractionText(_ value: Fraction?) -> String {
    guard let value else { return "?" }
    let text = value.description
    return language == .turkish ? text : String(text.map { $0 == "," ? "." : $0 })
  }
}
