import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceQuantitative
import GuvenceRegister

/// The estimated risks in scope, the form that simulates them, the runs so far.
struct PortfolioView: View {
  let frame: Frame
  let state: FormState
  let portfolio: PortfolioPage

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Simulations.title), room: .simulations)
    head.lead = p(t(Text.Simulations.lead))
    if portfolio.mayRun, !portfolio.lines.isEmpty {
      head.actions = a(
        t(Text.Simulations.compare), .class("button"),
        .href(Route.simulation(.compareForm(unit: portfolio.unitCode)).path))
    }
    state.report(in: &head, language)
    return page(head) {
      unitFilter
      if portfolio.lines.isEmpty {
        div(.class("empty")) {
          p(t(Text.Simulations.empty))
          a(t(Text.Simulations.toRegister), .href(Route.register(.init()).path))
        }
      } else {
        if portfolio.mayRun { runForm }
        h2(t(Text.Simulations.estimates))
        p(
          "\(count(portfolio.lines.count)) \(t(Text.Simulations.coverage)) \(count(portfolio.riskCount))",
          .class("muted"))
        estimates
        div(.class("tools no-print")) { downloads(.estimates, unit: portfolio.unitCode) }
      }
      h2(t(Text.Simulations.runs))
      if portfolio.runs.isEmpty { p(t(Text.Simulations.noRuns), .class("muted")) } else { runs }
    }
  }

  private var unitFilter: Node {
    form(.class("inline"), .method("get"), .action("/simulations")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: portfolio.units).select(chosen: portfolio.unitCode)
      }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var runForm: Node {
    form(.method("post"), .action(Route.simulation(.run).path), .novalidate(), .class("card")) {
      token
      h2(t(Text.Simulations.runTitle))
      hiddenField("unit", portfolio.unitCode ?? "")
      SimulationFields(frame: frame, state: state).node
      div(.class("buttons")) { button(t(Text.Simulations.run), .type("submit"), .class("primary")) }
    }
  }

  private var estimates: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Simulations.estimates), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.reference), .scope("col"))
            th(t(Text.Risk.statement), .scope("col"))
            th(t(Text.Simulations.frequency), .scope("col"))
            th(t(Text.Simulations.loss), .scope("col"))
            th(t(Text.Simulations.meanLoss), .scope("col"), .class("number"))
            th(t(Text.Common.who), .scope("col"))
          }
        }
        tbody { .fragment(portfolio.lines.sorted { $0.estimate.mean > $1.estimate.mean }.map(row)) }
      }
    }
  }

  private func row(_ line: EstimateLine) -> Node {
    tr {
      th(.scope("row")) { a(line.reference, .href(Route.risk(line.reference, asOf: nil).path)) }
      td(line.statement, .class("wide-text"))
      td(t(line.estimate.frequency.words), .data("label", t(Text.Simulations.frequency)))
      td(t(line.estimate.loss.words), .data("label", t(Text.Simulations.loss)))
      td(
        AmountText.lira(line.estimate.mean, language), .class("number"),
        .data("label", t(Text.Simulations.meanLoss)))
      td(line.estimation.recordedBy, .data("label", t(Text.Common.who)))
    }
  }

  private var runs: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Simulations.runs), .class("hidden"))
        thead {
          tr {
            th(t(Text.Simulations.runNumber), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Simulations.mean), .scope("col"), .class("number"))
            th("VaR %95", .scope("col"), .class("number"))
            th(t(Text.Common.who), .scope("col"))
            th(t(Text.Common.when), .scope("col"))
          }
        }
        tbody { .fragment(portfolio.runs.map(row)) }
      }
    }
  }

  private func row(_ line: RunLine) -> Node {
    let (run, result) = (line.run, line.run.result)
    let worst = result.percentiles.first { $0.level == 0.95 }
    let name = [run.name, run.comparison?.action ?? ""].filter { !$0.isEmpty }.joined(separator: " – ")
    return tr {
      th(.scope("row")) {
        a("\(run.id)", .href(Route.simulation(.show(run.id, isLogarithmic: false)).path))
        if !name.isEmpty { " \(name)" }
      }
      td(line.unitCode, .title(line.unitName), .data("label", t(Text.Common.unit)))
      td(AmountText.lira(result.mean, language), .class("number"), .data("label", t(Text.Simulations.mean)))
      td(worst.map { AmountText.lira($0.value, language) } ?? "", .class("number"), .data("label", "VaR"))
      td(run.recordedBy, .data("label", t(Text.Common.who)))
      td(.class("nowrap")) { momentNode(run.recordedAt) }
    }
  }
}

/// Trials, seed, percentiles and name of a simulation.
struct SimulationFields: View {
  let frame: Frame
  let state: FormState

  /// The fields.
  var node: Node {
    fragment {
      textField(
        "trials", Text.Simulations.trials, in: usual("trials", "100.000"), hint: Text.Simulations.trialsHint,
        isShort: true, maximum: 12, .inputmode("numeric"))
      textField(
        "seed", Text.Simulations.seed, in: usual("seed", "1"), hint: Text.Simulations.seedHint, isShort: true,
        maximum: 20, .inputmode("numeric"))
      textField(
        "levels", Text.Simulations.levels, in: usual("levels", "50 80 90 95 99"), hint: Text.Simulations.levelsHint,
        isShort: true, maximum: 80)
      textField("name", Text.Simulations.name, in: state, maximum: 200)
    }
  }

  private func usual(_ name: String, _ value: String) -> FormState {
    guard state.values[name] == nil else { return state }
    var filled = state
    filled.values.add(name, value)
    return filled
  }
}
