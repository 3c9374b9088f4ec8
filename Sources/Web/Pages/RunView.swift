import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceQuantitative
import GuvenceRegister

/// A simulation run: figures, curve with its table, percentiles with their error, contributors, inputs.
struct RunView: View {
  let frame: Frame
  let line: RunLine
  let isLogarithmic: Bool

  private var run: SimulationRun { line.run }
  private var result: SimulationResult { line.run.result }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Simulations.runNumber)) \(run.id)" + (run.name.isEmpty ? "" : ": \(run.name)"),
      room: .simulations,
      crumbs: [Crumb(text: t(Text.Simulations.title), route: .simulation(.portfolio(unit: nil)))])
    head.lead = fragment {
      p {
        "\(line.unitName) (\(line.unitCode)) – \(run.recordedBy), "
        momentNode(run.recordedAt)
      }
      p(t(Text.Simulations.lead), .class("muted"))
    }
    return page(head) {
      if let comparison = run.comparison { benefit(comparison) }
      figures
      curve
      percentiles
      contributors
      inputs
    }
  }

  private func lira(_ amount: Double) -> String { AmountText.lira(amount, language) }

  private func benefit(_ comparison: RunComparison) -> Node {
    section(.class("card")) {
      h2(t(Text.Simulations.compareTitle))
      if !comparison.action.isEmpty { p(comparison.action) }
      dl(.class("facts")) {
        dt(t(Text.Simulations.meanReduction))
        dd("\(lira(result.mean)) → \(lira(comparison.result.mean)): \(lira(comparison.meanReduction(from: result)))")
        for found in result.percentiles {
          if let reduction = comparison.reduction(at: found.level, from: result) {
            dt("\(t(Text.Simulations.reductionAt)) \(AmountText.percent(found.level, language, digits: 2))")
            dd(lira(reduction))
          }
        }
        dt(t(Text.Simulations.cost))
        dd(lira(comparison.yearlyCost))
        dt(t(Text.Simulations.netBenefit))
        dd { strong(lira(comparison.netBenefit(from: result))) }
      }
    }
  }

  private var figures: Node {
    dl(.class("facts")) {
      dt(t(Text.Simulations.mean))
      dd(
        "\(lira(result.mean)) ± \(lira(1.96 * result.meanError)) (\(lira(result.expectedMean)) \(t(Text.Simulations.closedForm)))"
      )
      dt(t(Text.Simulations.deviation))
      dd("\(lira(result.deviation)) (\(lira(result.expectedDeviation)) \(t(Text.Simulations.closedForm)))")
      dt(t(Text.Simulations.withoutLoss))
      dd(AmountText.percent(result.shareWithoutLoss, language))
      dt(t(Text.Simulations.maximum))
      dd(lira(result.maximum))
    }
  }

  private var curve: Node {
    section {
      h2(t(Text.Simulations.curve))
      p(t(Text.Simulations.curveLead))
      ExceedanceChart(
        frame: frame, before: result.curve, after: run.comparison?.result.curve, isLogarithmic: isLogarithmic
      ).node
      p(.class("no-print")) {
        a(
          t(isLogarithmic ? Text.Simulations.linear : Text.Simulations.logarithmic),
          .href(Route.simulation(.show(run.id, isLogarithmic: !isLogarithmic)).path))
        " · "
        a("XLSX", .href(Route.simulation(.export(.xlsx, run.id)).path))
        " · "
        a("CSV", .href(Route.simulation(.export(.csv, run.id)).path))
      }
      details(.class("more")) {
        summary("\(t(Text.Simulations.curve)) (\(count(result.curve.count)))")
        curveTable
      }
    }
  }

  private var curveTable: Node {
    let after = run.comparison?.result.curve
    return div(.class("table-frame")) {
      table {
        caption(t(Text.Simulations.curve), .class("hidden"))
        thead {
          tr {
            th(t(Text.Simulations.probability), .scope("col"), .class("number"))
            th(t(after == nil ? Text.Simulations.yearlyLoss : Text.Simulations.before), .scope("col"), .class("number"))
            if after != nil { th(t(Text.Simulations.after), .scope("col"), .class("number")) }
          }
        }
        tbody {
          for (number, point) in result.curve.enumerated() {
            tr {
              th(AmountText.percent(point.probability, language, digits: 3), .scope("row"), .class("number"))
              td(lira(point.loss), .class("number"))
              if let after, number < after.count { td(lira(after[number].loss), .class("number")) }
            }
          }
        }
      }
    }
  }

  private var percentiles: Node {
    section {
      h2(t(Text.Simulations.levels))
      p(t(Text.Simulations.percentilesLead), .class("muted"))
      percentileTable(result, run.comparison == nil ? Text.Simulations.levels : Text.Simulations.before)
      if let after = run.comparison?.result { percentileTable(after, Text.Simulations.after) }
    }
  }

  private func percentileTable(_ result: SimulationResult, _ name: Localized) -> Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(name))
        thead {
          tr {
            th(t(Text.Simulations.level), .scope("col"))
            th(t(Text.Simulations.valueAtRisk), .scope("col"), .class("number"))
            th(t(Text.Simulations.interval), .scope("col"), .class("number"))
            th(t(Text.Simulations.tailMean), .scope("col"), .class("number"))
            th(t(Text.Simulations.tailError), .scope("col"), .class("number"))
          }
        }
        tbody {
          for found in result.percentiles {
            tr {
              th(AmountText.percent(found.level, language, digits: 2), .scope("row"))
              td(lira(found.value), .class("number"), .data("label", t(Text.Simulations.valueAtRisk)))
              td(
                "\(lira(found.low)) – \(lira(found.high))", .class("number"),
                .data("label", t(Text.Simulations.interval)))
              td(lira(found.tailMean), .class("number"), .data("label", t(Text.Simulations.tailMean)))
              td("± \(lira(found.tailError))", .class("number"), .data("label", t(Text.Simulations.tailError)))
            }
          }
        }
      }
    }
  }

  private var contributors: Node {
    section {
      h2(t(Text.Simulations.contributors))
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Simulations.contributors), .class("hidden"))
          thead {
            tr {
              th(t(Text.Common.reference), .scope("col"))
              th(t(Text.Simulations.meanLoss), .scope("col"), .class("number"))
              th(t(Text.Simulations.meanShare), .scope("col"), .class("number"))
              th(t(Text.Simulations.tailShare), .scope("col"), .class("number"))
            }
          }
          tbody { .fragment(result.contributions.prefix(20).map(row)) }
        }
      }
    }
  }

  private func row(_ part: SimulationResult.Contribution) -> Node {
    tr {
      th(.scope("row")) { a(part.reference, .href(Route.risk(part.reference, asOf: nil).path)) }
      td(lira(part.mean), .class("number"), .data("label", t(Text.Simulations.meanLoss)))
      td(
        AmountText.percent(part.meanShare, language), .class("number"), .data("label", t(Text.Simulations.meanShare)))
      td(
        AmountText.percent(part.tailShare, language), .class("number"), .data("label", t(Text.Simulations.tailShare)))
    }
  }

  private var inputs: Node {
    let simulation = line.simulation
    return section {
      h2(t(Text.Simulations.inputs))
      dl(.class("facts")) {
        dt(t(Text.Simulations.trials))
        dd(count(simulation?.trials ?? 0))
        dt(t(Text.Simulations.seed))
        dd("\(simulation?.seed ?? 0)")
        dt(t(Text.Simulations.estimates))
        dd(count(simulation?.risks.count ?? 0))
        dt(t(Text.Simulations.engine))
        dd(Simulation.engine(of: run.inputs))
        dt(t(Text.Simulations.inputsDigest))
        dd { code(line.inputsDigest) }
        dt(t(Text.Simulations.fingerprint))
        dd { code(result.fingerprint) }
      }
      form(.method("post"), .action(Route.simulation(.replay(run.id)).path), .class("no-print")) {
        token
        button(t(Text.Simulations.replay), .type("submit"))
      }
    }
  }
}
