import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The list of events with its filters and totals.
struct EventsView: View {
  let frame: Frame
  let list: EventList

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Events.title), room: .events)
    head.isWide = true
    head.actions = actions
    head.lead = lead
    return page(head) {
      filters
      chips
      if list.lines.isEmpty {
        emptyState
      } else {
        div(.class("tools")) {
          span(
            "\(count(list.lines.count)) \(t(Text.Events.many)) · \(t(Text.Events.net)) \(t(Lira.text(list.total.loss.net)))",
            .class("muted"))
          div(.class("downloads")) {
            a("Excel (XLSX)", .href(route(.export(.xlsx, list.query))))
            a("CSV", .href(route(.export(.csv, list.query))))
          }
        }
        EventTable(frame: frame, lines: list.lines).node
        h2(t(Text.Events.totals))
        for grouping in EventGrouping.allCases {
          EventTotals(frame: frame, grouping: grouping, groups: list.groups[grouping] ?? []).node
        }
      }
    }
  }

  private func route(_ route: EventRoute) -> String { Route.event(route).path }

  private var actions: Node {
    guard list.mayWrite else { return .empty }
    return a(
      t(Text.Events.add), .class("button primary"), .href(route(.new(unit: list.query.unitCode, risk: nil))))
  }

  private var lead: Node {
    guard let day = list.query.asOf else { return .empty }
    var now = list.query
    now.asOf = nil
    return p(.class("warning")) {
      t(Text.Events.asOfLead) + " "
      strong { dayNode(day) }
      ". "
      a(t(Text.Risk.asOfNow), .href(route(.list(now))))
    }
  }

  private var filters: Node {
    form(.class("inline"), .method("get"), .action("/events")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: list.units).select(chosen: list.query.unitCode)
      }
      div(.class("field")) {
        label(t(Text.Events.year), .for("year"))
        select(.id("year"), .name("year")) {
          option(t(Text.Events.anyYear), .value(""))
          for year in list.years {
            option(String(year), .value(String(year)), .selected(year == list.query.year))
          }
        }
      }
      div(.class("field")) {
        label(t(Text.Events.asOf), .for("as-of"))
        input(
          .type("date"), .id("as-of"), .name("as-of"), .value(list.query.asOf?.description),
          .max(frame.today.description))
      }
      for pair in list.query.values.pairs where ["kind", "state", "public-loss", "category"].contains(pair.name) {
        hiddenField(pair.name, pair.value)
      }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Common.state))) {
      li(t(Text.Common.state), .class("chips-name"))
      for kind in EventKind.allCases {
        chip(t(kind.name), isOn: list.query.kind == kind) { $0.kind = $0.kind == kind ? nil : kind }
      }
      for isOpen in [true, false] {
        chip(t(isOpen ? Text.Events.open : Text.Events.closed), isOn: list.query.isOpen == isOpen) {
          $0.isOpen = $0.isOpen == isOpen ? nil : isOpen
        }
      }
      chip(t(Text.Events.publicLoss), isOn: list.query.isPublicLoss) { $0.isPublicLoss.toggle() }
      if let category = list.query.category {
        chip(frame.categories.name(category, language), isOn: true) { $0.category = nil }
      }
    }
  }

  private func chip(_ text: String, isOn: Bool, _ change: (inout EventQuery) -> Void) -> Node {
    var query = list.query
    change(&query)
    return li {
      a(text, .class("chip"), .href(route(.list(query))), isOn ? .aria("current", "true") : .absent)
    }
  }

  private var emptyState: Node {
    div(.class("empty")) {
      p(t(list.mayWrite ? Text.Events.empty : Text.Events.emptyReading))
      if list.mayWrite { a(t(Text.Events.add), .href(route(.new(unit: list.query.unitCode, risk: nil)))) }
    }
  }
}

/// Events as rows.
struct EventTable: View {
  let frame: Frame
  let lines: [EventLine]

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Events.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.code), .scope("col"))
            th(t(Text.Events.occurred), .scope("col"))
            th(t(Text.Events.what), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Events.kind), .scope("col"))
            th(t(Text.Events.net), .scope("col"), .class("number"))
            th(t(Text.Events.risks), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: EventLine) -> Node {
    let (event, details) = (line.event, line.event.details)
    return tr(.class(event.closedOn == nil ? nil : "is-retired")) {
      th(.scope("row")) { a(event.code, .href(Route.event(.show(event.code, asOf: frame.asOf)).path)) }
      td(.class("nowrap")) { dayNode(details.occurredOn) }
      td(.class("wide-text")) { details.description }
      td(line.unitCode, .title(line.unitName), .data("label", t(Text.Common.unit)))
      td(.data("label", t(Text.Events.kind))) {
        t(details.kind.name)
        if details.isPublicLoss {
          " "
          span(t(Text.Events.publicLoss), .class("mark"))
        }
      }
      td(
        details.loss.gross == 0 ? t(Text.Common.none) : t(Lira.text(details.loss.net)), .class("number"),
        .data("label", t(Text.Events.net)))
      td(.data("label", t(Text.Events.risks))) {
        for reference in line.risks {
          a(reference, .href(Route.risk(reference, asOf: frame.asOf).path))
          " "
        }
      }
      td(
        t(event.closedOn == nil ? Text.Events.open : Text.Events.closed), .data("label", t(Text.Common.state)))
    }
  }
}

/// Count and loss of each group.
struct EventTotals: View {
  let frame: Frame
  let grouping: EventGrouping
  let groups: [EventGroup]

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(title))
        thead {
          tr {
            th(t(Text.Events.group), .scope("col"))
            th(t(EventKind.realised.name), .scope("col"), .class("number"))
            th(t(EventKind.nearMiss.name), .scope("col"), .class("number"))
            th(t(Text.Events.publicLoss), .scope("col"), .class("number"))
            th(t(Text.Events.loss), .scope("col"), .class("number"))
            th(t(Text.Events.net), .scope("col"), .class("number"))
          }
        }
        tbody {
          for group in groups {
            tr {
              th(name(group), .scope("row"))
              td(count(group.total.realised), .class("number"), .data("label", t(EventKind.realised.name)))
              td(count(group.total.nearMisses), .class("number"), .data("label", t(EventKind.nearMiss.name)))
              td(count(group.total.publicLosses), .class("number"), .data("label", t(Text.Events.publicLoss)))
              td(
                t(Lira.text(group.total.loss.gross)), .class("number nowrap"), .data("label", t(Text.Events.loss)))
              td(t(Lira.text(group.total.loss.net)), .class("number nowrap"), .data("label", t(Text.Events.net)))
            }
          }
        }
      }
    }
  }

  private var title: Localized {
    switch grouping {
    case .unit: Text.Events.byUnit
    case .category: Text.Events.byCategory
    case .year: Text.Events.byYear
    }
  }

  private func name(_ group: EventGroup) -> String {
    if group.key.isEmpty { return t(Text.Common.none) }
    return grouping == .category ? frame.categories.name(group.key, language) : group.name
  }
}
