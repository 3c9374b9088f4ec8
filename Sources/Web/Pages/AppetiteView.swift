import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// Statements of appetite and the cases of risks above them.
struct AppetiteView: View {
  let frame: Frame
  let content: AppetitePage

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Appetite.title), room: .appetite, methodology: content.methodology)
    head.isWide = true
    if content.mayPropose {
      head.actions = a(
        t(Text.Appetite.propose), .class("button primary"), .href(Route.appetite(.proposeForm).path))
    }
    return page(head) {
      figures
      h2(t(Text.Appetite.cases))
      cases
      h2(t(Text.Appetite.statements))
      statements
    }
  }

  private var figures: Node {
    dl(.class("facts")) {
      dt(t(Text.Appetite.breach))
      dd(count(content.grades[.breach] ?? 0))
      dt(t(Text.Appetite.attention))
      dd(count(content.grades[.attention] ?? 0))
      if content.aboveDefault > 0 {
        dt("\(t(Text.Common.aboveAppetite)) (\(t(Text.Appetite.byDefault)))")
        dd(count(content.aboveDefault))
      }
      if let level = content.defaultLevel {
        dt(t(Text.Appetite.defaultLevel))
        dd { badge(level) }
      }
    }
  }

  private var cases: Node {
    fragment {
      unitFilter
      chips
      if content.cases.isEmpty {
        div(.class("empty")) {
          p(
            t(
              content.lines.contains { $0.standing == .inForce }
                ? Text.Appetite.noCases : Text.Appetite.casesNeedStatement))
        }
      } else {
        div(.class("tools")) {
          span("\(count(content.cases.count)) \(t(Text.Appetite.many))", .class("muted"))
          div(.class("downloads")) {
            a(t(Text.Appetite.export), .href(Route.appetite(.export(content.query)).path))
          }
        }
        BreachTable(frame: frame, lines: content.cases).node
      }
    }
  }

  private var unitFilter: Node {
    form(.class("inline"), .method("get"), .action("/appetite")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: content.units).select(chosen: content.query.unitCode)
      }
      if let state = content.query.state { hiddenField("state", state.rawValue) }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var chips: Node {
    ul(.class("chips"), .aria("label", t(Text.Common.state))) {
      li(t(Text.Common.state), .class("chips-name"))
      for state in BreachCase.State.allCases {
        let isOn = content.query.state == state
        let query = AppetiteQuery(unitCode: content.query.unitCode, state: isOn ? nil : state)
        li {
          a(
            .class("chip"), .href(Route.appetite(.list(query)).path), isOn ? .aria("current", "true") : .absent
          ) {
            t(state.name)
            span(count(content.counts[state] ?? 0), .class("n"))
          }
        }
      }
    }
  }

  private var statements: Node {
    guard !content.lines.isEmpty else {
      return div(.class("empty")) {
        p(t(content.mayPropose ? Text.Appetite.noStatements : Text.Appetite.noStatementsReading))
        if content.mayPropose { a(t(Text.Appetite.propose), .href(Route.appetite(.proposeForm).path)) }
      }
    }
    return fragment {
      p(t(Text.Appetite.precedence), .class("muted"))
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Appetite.statements), .class("hidden"))
          thead {
            tr {
              for name in [
                Text.Appetite.subject, Text.Appetite.appetite, Text.Appetite.tolerance, Text.Appetite.capacity,
                Text.Appetite.rationale, Text.Appetite.valid, Text.Common.state, Text.Appetite.proposedBy,
                Text.Appetite.decision,
              ] { th(t(name), .scope("col")) }
            }
          }
          tbody { .fragment(content.lines.map(row)) }
        }
      }
    }
  }

  private func row(_ line: AppetiteLine) -> Node {
    let statement = line.statement
    let isPast = [.superseded, .expired, .refused, .withdrawn].contains(line.standing)
    let limits = [statement.limits.appetite, statement.limits.tolerance, statement.limits.capacity]
    let names = [Text.Appetite.appetite, Text.Appetite.tolerance, Text.Appetite.capacity]
    return tr(.class(isPast ? "is-retired" : nil)) {
      th("#\(statement.id) \(t(line.subject))", .scope("row"))
      for index in 0..<3 {
        td(.data("label", t(names[index]))) { limitNode(limits[index], line.levels[index]) }
      }
      td(statement.rationale, .class("wide-text"))
      td(.class("nowrap"), .data("label", t(Text.Appetite.valid))) {
        dayNode(statement.validFrom)
        " – "
        if let until = statement.validUntil { dayNode(until) }
      }
      td(t(line.standing.name), .data("label", t(Text.Common.state)))
      td(statement.proposedBy, .data("label", t(Text.Appetite.proposedBy)))
      td {
        if line.mayDecide {
          a(
            t(Text.Appetite.decide), .href(Route.appetite(.decideForm(statement.id)).path),
            .aria("label", "\(t(Text.Appetite.decide)): #\(statement.id)"))
        } else if let at = statement.decidedAt {
          statement.decidedBy + ", "
          dayNode(at.dayInIstanbul)
          if !statement.note.isEmpty { span(" «\(statement.note)»", .class("muted")) }
        }
        if let withdrawal = statement.withdrawal {
          p(.class("small")) {
            "\(t(Text.Appetite.withdrawn)): \(withdrawal.by), "
            dayNode(withdrawal.at.dayInIstanbul)
            span(" «\(withdrawal.reason)»", .class("muted"))
          }
        }
        if line.mayWithdraw {
          p(.class("small")) {
            a(
              t(Text.Appetite.withdraw), .href(Route.appetite(.decideForm(statement.id)).path), .class("no-print"),
              .aria("label", "\(t(Text.Appetite.withdraw)): #\(statement.id)"))
          }
        }
      }
    }
  }
}

/// Cases as rows.
struct BreachTable: View {
  let frame: Frame
  let lines: [BreachLine]

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Appetite.cases), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.reference), .scope("col"))
            th(t(Text.Common.statement), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Appetite.grade), .scope("col"))
            th(t(Text.Common.score), .scope("col"), .class("number"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Appetite.opened), .scope("col"))
            th(t(Text.Appetite.lastEvent), .scope("col"))
          }
        }
        tbody { .fragment(lines.map(row)) }
      }
    }
  }

  private func row(_ line: BreachLine) -> Node {
    let breach = line.breach
    return tr {
      th(.scope("row")) { a(line.reference, .href(Route.appetite(.breach(line.reference)).path)) }
      td(line.statement, .class("wide-text"))
      td(line.unitCode, .title(line.unitName), .data("label", t(Text.Common.unit)))
      td { gradeBadge(breach.grade) }
      td(breach.last.map { String($0.score) } ?? "", .class("number"), .data("label", t(Text.Common.score)))
      td(.data("label", t(Text.Common.state))) { stateText(breach) }
      td(.class("nowrap"), .data("label", t(Text.Appetite.opened))) {
        if let at = breach.openedAt { dayNode(at.dayInIstanbul) }
      }
      td(breach.last?.text ?? "", .class("wide-text"))
    }
  }
}
