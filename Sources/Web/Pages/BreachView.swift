import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The case of one risk: how it stands, what may be done, everything that happened.
struct BreachView: View {
  let frame: Frame
  let risk: RiskPage
  let appetite: RiskAppetite
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Appetite.cases)): \(reference)", room: .appetite,
      crumbs: [
        Crumb(text: t(Text.Appetite.title), route: .appetite(.list(AppetiteQuery()))),
        Crumb(text: reference, route: .risk(reference, asOf: nil)),
      ], methodology: risk.methodology)
    head.lead = p(risk.row.risk.details.statement, .class("statement-line"))
    state.report(in: &head, language)
    return page(head) {
      RiskAppetitePart(
        frame: frame, reference: reference, appetite: appetite, methodology: risk.methodology, isPast: true
      ).node
      forms
      if let newest = appetite.newest {
        h2(t(Text.Appetite.history))
        events(newest)
      } else {
        p(t(Text.Appetite.noCases), .class("muted"))
      }
      if appetite.cases.count > 1 {
        h2(t(Text.Appetite.closedCases))
        for breach in appetite.cases.dropFirst() { events(breach) }
      }
    }
  }

  private var reference: String { risk.row.risk.reference }

  private var forms: Node {
    fragment {
      if appetite.acts.contains(.acknowledge) {
        act(Text.Appetite.acknowledge, .acknowledge(reference), nil, isPrimary: true) {
          textArea("plan", Text.Appetite.plan, in: state, isRequired: true)
        }
      }
      if appetite.acts.contains(.accept) {
        act(Text.Appetite.accept, .accept(reference), Text.Appetite.acceptLead, isPrimary: true) {
          textArea("reason", Text.Common.reason, in: state, isRequired: true)
          dateField("until", Text.Appetite.until, in: state)
        }
      } else if let obstacle = appetite.obstacle {
        p(t(obstacle), .class("muted"))
      }
      if appetite.acts.contains(.settle) {
        act(Text.Appetite.settle, .settle(reference), Text.Appetite.settleLead) {
          textArea("settleReason", Text.Common.reason, in: state, isRequired: true)
        }
      }
    }
  }

  private func act(
    _ name: Localized, _ route: AppetiteRoute, _ lead: Localized?, isPrimary: Bool = false,
    @MarkupBuilder fields: () -> Node
  ) -> Node {
    let inner = fields()
    return section(.class("card no-print")) {
      h2(t(name))
      if let lead { p(t(lead)) }
      form(.method("post"), .action(Route.appetite(route).path), .novalidate()) {
        token
        hiddenField("version", state.values["version"] ?? String(appetite.newest?.version ?? 0))
        inner
        div(.class("buttons")) { button(t(name), .type("submit"), .class(isPrimary ? "primary" : nil)) }
      }
    }
  }

  private func events(_ breach: BreachCase) -> Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption("\(t(Text.Appetite.history)): #\(breach.id)", .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.when), .scope("col"))
            th(t(Text.Appetite.event), .scope("col"))
            th(t(Text.Appetite.grade), .scope("col"))
            th(t(Text.Common.score), .scope("col"), .class("number"))
            th(t(Text.Common.who), .scope("col"))
            th(t(Text.Appetite.text), .scope("col"))
          }
        }
        tbody { .fragment(breach.events.reversed().map(row)) }
      }
    }
  }

  private func row(_ event: BreachEvent) -> Node {
    tr {
      th(.scope("row"), .class("nowrap")) { momentNode(event.at) }
      td(t(event.kind.name))
      td { gradeBadge(event.grade) }
      td(String(event.score), .class("number"), .data("label", t(Text.Common.score)))
      td(event.by, .data("label", t(Text.Common.who)))
      td(.class("wide-text")) {
        event.text
        if let until = event.until {
          " → "
          dayNode(until)
        }
      }
    }
  }
}
