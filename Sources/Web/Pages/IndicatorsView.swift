import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The list of indicators: state, value, trend, small course, what is due.
struct IndicatorsView: View {
  let frame: Frame
  let list: IndicatorList

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Indicators.title), room: .indicators)
    head.isWide = true
    head.actions = actions
    return page(head) {
      unitFilter
      chips
      if list.lines.isEmpty {
        emptyState
      } else {
        div(.class("tools")) {
          span("\(count(list.lines.count)) \(t(Text.Indicators.many))", .class("muted"))
          div(.class("downloads")) { a(t(Text.Indicators.export), .href(route(.export(list.query)))) }
        }
        IndicatorTable(frame: frame, lines: list.lines, rules: list.rules).node
      }
    }
  }

  private func route(_ route: IndicatorRoute) -> String { Route.indicator(route).path }

  private var actions: Node {
    guard list.mayWrite else { return .empty }
    return fragment {
      a(
        t(Text.Indicators.add), .class("button primary"),
        .href(route(.new(unit: list.query.unitCode, risk: nil))))
      a(t(Text.Indicators.fromCatalog), .class("button"), .href(route(.catalog)))
      a(t(Text.Indicators.importReadings), .class("button"), .href(route(.importForm)))
    }
  }

  private var unitFilter: Node {
    unitFilter(
      list.units, chosen: list.query.unitCode, state: list.query.state?.rawValue,
      action: "/indicators")
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Indicators.states))) {
      li(t(Text.Indicators.states), .class("chips-name"))
      for state in IndicatorState.allCases {
        let isOn = list.query.state == state
        let query = IndicatorQuery(unitCode: list.query.unitCode, state: isOn ? nil : state)
        li {
          a(.class("chip"), .href(route(.list(query))), isOn ? .aria("current", "true") : .absent) {
            t(Text.Indicators.state(state))
            span(count(list.counts[state] ?? 0), .class("n"))
          }
        }
      }
    }
  }

  private var emptyState: Node {
    div(.class("empty")) {
      p(t(list.mayWrite ? Text.Indicators.empty : Text.Indicators.emptyReading))
      if list.mayWrite {
        a(t(Text.Indicators.fromCatalog), .href(route(.catalog)))
        " · "
        a(t(Text.Indicators.add), .href(route(.new(unit: list.query.unitCode, risk: nil))))
      }
    }
  }
}

/// Indicators as rows.
struct IndicatorTable: View {
  let frame: Frame
  let lines: [IndicatorLine]
  let rules: IndicatorRules

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Indicators.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.code), .scope("col"))
            th(t(Text.Indicators.indicator), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Indicators.value), .scope("col"), .class("number"))
            th(t(Text.Indicators.trend), .scope("col"))
            th(t(Text.Indicators.course), .scope("col"))
            th(t(Text.Indicators.next), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: IndicatorLine) -> Node {
    let indicator = line.indicator
    return tr(.class(indicator.retiredOn == nil ? nil : "is-retired")) {
      th(.scope("row")) { a(indicator.code, .href(Route.indicator(.show(indicator.code, asOf: frame.asOf)).path)) }
      td(.class("wide-text")) {
        indicator.details.name
        span(" " + indicator.details.kind.short, .class("muted"))
      }
      td(line.unitCode, .title(line.unitName), .data("label", t(Text.Common.unit)))
      td { statusBadge(line.last?.status, rules) }
      td(.class("number"), .data("label", t(Text.Indicators.value))) {
        if let last = line.last {
          valueText(last, indicator)
          span(" " + last.period, .class("muted small"))
        }
      }
      td(trendText(line.movement), .class("nowrap"), .data("label", t(Text.Indicators.trend)))
      td { sparkline(line.series, indicator.details.name) }
      td(.data("label", t(Text.Indicators.next))) { dueNode(line.schedule) }
    }
  }
}

/// The indicators on the page of a risk.
struct RiskIndicators: View {
  let frame: Frame
  let reference: String
  let unitCode: String
  let lines: [IndicatorLine]
  let rules: IndicatorRules

  /// The section.
  var node: Node {
    fragment {
      h2(t(Text.Indicators.ofRisk))
      if lines.isEmpty {
        p(t(Text.Indicators.ofRiskEmpty), .class("muted"))
      } else {
        IndicatorTable(frame: frame, lines: lines, rules: rules).node
      }
      if frame.asOf == nil, frame.permissions.contains(.manageIndicators) {
        p(.class("no-print")) {
          a(
            t(Text.Indicators.add), .href(Route.indicator(.new(unit: unitCode, risk: reference)).path))
        }
      }
    }
  }
}
