import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceQuantitative
import GuvenceRegister

/// The form of a scenario: which estimates an action would change, and what it costs.
struct CompareView: View {
  let frame: Frame
  let state: FormState
  let portfolio: PortfolioPage

  private static let shown = 40

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Simulations.compareTitle), room: .simulations,
      crumbs: [Crumb(text: t(Text.Simulations.title), route: .simulation(.portfolio(unit: portfolio.unitCode)))])
    head.lead = p(t(Text.Simulations.compareLead))
    state.report(in: &head, language)
    return page(head) {
      if portfolio.lines.isEmpty {
        p(t(Text.Simulations.empty), .class("empty"))
      } else {
        form(.method("post"), .action(Route.simulation(.compare).path), .novalidate()) {
          token
          hiddenField("unit", portfolio.unitCode ?? "")
          if !portfolio.actions.isEmpty {
            choice(
              "existing", Text.Simulations.existing, in: state, hint: Text.Simulations.existingHint,
              empty: Text.Simulations.noExisting,
              options: portfolio.actions.map { ($0.action.code, "\($0.action.code) – \($0.action.details.title)") })
          }
          textField("action", Text.Simulations.action, in: state, hint: Text.Simulations.actionHint)
          textField(
            "yearlyCost", Text.Simulations.cost, in: state, isShort: true, maximum: 30, .inputmode("decimal"))
          risks
          SimulationFields(frame: frame, state: state).node
          div(.class("buttons")) {
            button(t(Text.Simulations.run), .type("submit"), .class("primary"))
            a(t(Text.Common.cancel), .href(Route.simulation(.portfolio(unit: portfolio.unitCode)).path))
          }
        }
      }
    }
  }

  private var risks: Node {
    fragment {
      div(.class("table-frame"), .id("f-changes")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Simulations.changes))
          thead {
            tr {
              th(t(Text.Common.reference), .scope("col"))
              th(t(Text.Simulations.frequency), .scope("col"))
              th(t(Text.Simulations.newFrequency), .scope("col"))
              th(t(Text.Simulations.loss), .scope("col"))
              th(t(Text.Simulations.lossLeft), .scope("col"))
            }
          }
          tbody {
            .fragment(
              portfolio.lines.sorted { $0.estimate.mean > $1.estimate.mean }.prefix(CompareView.shown).map(row))
          }
        }
      }
      if portfolio.lines.count > CompareView.shown { p(t(Text.Simulations.moreRisks), .class("muted")) }
    }
  }

  private func row(_ line: EstimateLine) -> Node {
    tr {
      th(.scope("row"), .class("wide-text")) {
        line.reference
        span(" " + line.statement, .class("muted"))
      }
      td(t(line.estimate.frequency.words), .data("label", t(Text.Simulations.frequency)))
      td(.data("label", t(Text.Simulations.newFrequency))) {
        value("frequency-", line, Text.Simulations.newFrequency)
      }
      td(t(line.estimate.loss.words), .data("label", t(Text.Simulations.loss)))
      td(.data("label", t(Text.Simulations.lossLeft))) { value("loss-", line, Text.Simulations.lossLeft) }
    }
  }

  private func value(_ prefix: String, _ line: EstimateLine, _ label: Localized) -> Node {
    let name = prefix + line.reference
    let problem = state.problems.first { $0.field == name }
    return fragment {
      input(
        .type("text"), .id("f-" + name), .name(name), .value(state.values[name] ?? ""), .maxlength(20),
        .inputmode("decimal"),
        .aria("label", "\(t(label)): \(line.reference)"), problem == nil ? .absent : .aria("invalid", true))
      if let problem { span(t(problem.message), .class("problem")) }
    }
  }
}
