import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// What publishing a methodology would do, and the form that publishes it.
struct MethodSimulationView: View {
  let frame: Frame
  let state: FormState
  let simulation: MethodSimulationPage

  private var result: MethodSimulation { simulation.result }
  private var chosen: Methodology { simulation.chosen }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Methods.title)): \(t(chosen.name))", room: .administration,
      crumbs: [Crumb(text: t(Text.Methods.title), route: .methods)], methodology: chosen)
    head.sheets = [frame.assets.palette.address(for: simulation.current)]
    head.lead = p("\(t(simulation.current.name)) → \(t(chosen.name))")
    state.report(in: &head, language)
    return page(head) {
      facts
      h2(t(Text.Methods.maps))
      maps(.threat)
      if result.opportunityCount > 0 {
        p(t(Text.HeatMap.threatsOnly), .class("muted"))
        h2("\(t(Text.Methods.maps)): \(t(RiskKind.opportunity.name))")
        maps(.opportunity)
      }
      levels
      mapping
      changes
      publication
    }
  }

  private func maps(_ kind: RiskKind) -> Node {
    div(.class("maps")) {
      MethodMap(
        frame: frame, methodology: simulation.current, counts: result.mapsBefore[kind] ?? [], name: Text.Methods.before
      ).node
      MethodMap(
        frame: frame, methodology: chosen, counts: result.mapsAfter[kind] ?? [], name: Text.Methods.after
      ).node
    }
  }

  private var facts: Node {
    dl(.class("facts")) {
      dt(t(Text.Methods.rescored))
      dd(count(result.riskCount))
      dt(t(Text.Methods.aboveCount))
      dd("\(count(result.aboveBefore)) → \(count(result.aboveAfter))")
      dt(t(Text.Methods.goesAbove))
      dd(count(result.newlyAbove))
      dt(t(Text.Methods.comesWithin))
      dd(count(result.newlyWithin))
      dt(t(Text.HeatMap.notAssessed))
      dd(count(simulation.notAssessed))
      if result.elsewhereCount > 0 {
        dt(t(Text.Methods.elsewhere))
        dd(count(result.elsewhereCount))
      }
      if result.adjustedCount > 0 {
        dt(t(Text.Methods.adjusted))
        dd("\(count(result.adjustedCount)). \(t(Text.Methods.adjustedHint))")
      }
    }
  }

  private var levels: Node {
    div(.class("table-frame")) {
      table {
        caption(t(Text.Methods.levels))
        thead {
          tr {
            th(t(Text.Common.level), .scope("col"))
            th(t(Text.Methods.before), .scope("col"), .class("number"))
            th(t(Text.Methods.after), .scope("col"), .class("number"))
          }
        }
        tbody {
          for id in simulation.levelIDs.reversed() {
            tr {
              td { levelNode(chosen.level(id) ?? simulation.current.level(id), id) }
              td(count(result.levelsBefore[id] ?? 0), .class("number"))
              td(count(result.levelsAfter[id] ?? 0), .class("number"))
            }
          }
        }
      }
    }
  }

  private var mapping: Node {
    details(.class("more")) {
      summary(t(Text.Methods.mapping))
      moves(Text.Common.likelihood, simulation.current.likelihood, chosen.likelihood)
      moves(Text.Common.impact, simulation.current.impact, chosen.impact)
      p {
        code(simulation.mapping.id)
        " "
        citationNode(simulation.mapping.citation)
      }
      p(t(Text.Methods.reviews))
    }
  }

  private func moves(_ name: Localized, _ from: Scale, _ to: Scale) -> Node {
    let values = simulation.mapping.values(from: from.steps.count, to: to.steps.count)
    let text = values.enumerated().map { "\($0.offset + 1) → \($0.element)" }.joined(separator: ", ")
    return p("\(t(name)): \(text)")
  }

  private var changes: Node {
    fragment {
      h2("\(t(Text.Methods.changed)) (\(count(result.changedCount)))")
      if simulation.changes.isEmpty {
        p(t(Text.Methods.none), .class("empty"))
      } else {
        div(.class("table-frame")) {
          table(.class("cards-on-phone")) {
            caption("\(count(simulation.changes.count)) / \(count(result.changedCount))")
            thead {
              tr {
                th(t(Text.Common.reference), .scope("col"))
                th(t(Text.Common.statement), .scope("col"))
                th(t(Text.Methods.before), .scope("col"))
                th(t(Text.Methods.after), .scope("col"))
                th(t(Text.Methods.appetite), .scope("col"))
              }
            }
            tbody { for line in simulation.changes { row(line) } }
          }
        }
      }
    }
  }

  private func row(_ line: MethodSimulationPage.Change) -> Node {
    tr {
      th(.scope("row")) { a(line.reference, .href(Route.risk(line.reference, asOf: nil).path)) }
      td(line.statement, .class("wide-text"))
      td { pair(line.change.before, line.levelBefore) }
      td { pair(line.change.after, line.levelAfter) }
      td(t(verdict(line.change)))
    }
  }

  private func pair(_ pair: JudgedPair, _ level: Level?) -> Node {
    fragment {
      levelNode(level, pair.levelID)
      " \(pair.likelihood) × \(pair.impact)"
    }
  }

  private func levelNode(_ level: Level?, _ id: String) -> Node {
    guard let level else { return span(id, .class("no-level")) }
    return badge(level)
  }

  private func verdict(_ change: MethodSimulation.Change) -> Localized {
    switch (change.wasAbove, change.isAbove) {
    case (false, true): Text.Methods.goesAbove
    case (true, false): Text.Methods.comesWithin
    case (true, true): Text.Common.aboveAppetite
    case (false, false): Text.Common.withinAppetite
    }
  }

  private var publication: Node {
    section(.class("card")) {
      h2(t(Text.Methods.publishTitle))
      if let obstacle = simulation.obstacle {
        p(t(obstacle), .class("warning"))
      } else {
        p(t(whatHappens))
        form(.method("post"), .action(Route.publishMethod(chosen.id).path), .novalidate()) {
          token
          hiddenField("version", String(simulation.version))
          hiddenField("digest", simulation.digest)
          textArea("reason", Text.Common.reason, in: state, isRequired: true)
          tick("confirmed", Text.Methods.confirm, in: state)
          div(.class("buttons")) {
            button(t(Text.Methods.publish), .type("submit"), .class("primary"))
            a(t(Text.Common.cancel), .href(Route.methods.path))
          }
        }
      }
    }
  }

  private var whatHappens: Localized {
    let (id, risks) = (chosen.id, result.riskCount)
    return Localized(
      "«\(id)» idarenin yöntemi olur ve \(risks) riske birer türetilmiş değerlendirme eklenir. Önceki değerlendirmeler "
        + "silinmez. Yeni bir değerlendirme yapılıncaya kadar değişikliği geri alabilirsiniz.",
      "«\(id)» becomes the administration's methodology and \(risks) risks get a derived assessment each. The earlier "
        + "assessments stay. Until somebody assesses, you can take the change back.")
  }
}

/// A heat map without links: what counts before or after a change of methodology.
struct MethodMap: View {
  let frame: Frame
  let methodology: Methodology
  /// `[likelihood − 1][impact − 1]`.
  let counts: [[Int]]
  let name: Localized

  /// The map.
  var node: Node {
    section(.class("map")) {
      h3("\(t(name)): \(t(methodology.name))")
      p(.class("axis")) { t(Text.HeatMap.vertical) + " · " + t(Text.HeatMap.horizontal) }
      table(.aria("label", "\(t(name)): \(t(methodology.name))")) {
        tbody {
          for likelihood in methodology.likelihood.steps.reversed() {
            tr {
              axis(likelihood, scope: "row")
              for impact in methodology.impact.steps { cell(likelihood.value, impact.value) }
            }
          }
        }
        tfoot {
          tr {
            td { "" }
            for impact in methodology.impact.steps { axis(impact, scope: "col") }
          }
        }
      }
    }
  }

  private func axis(_ step: Scale.Step, scope: String) -> Node {
    th(.scope(scope), .title(t(step.name))) { element("b") { String(step.value) } }
  }

  private func cell(_ likelihood: Int, _ impact: Int) -> Node {
    let level = methodology.level(likelihood: likelihood, impact: impact)
    let look = level.map(Palette.className) ?? ""
    let number = counts[likelihood - 1][impact - 1]
    return td(.class("cell", look.after("lv ")), .title(level.map { t($0.name) } ?? "")) {
      if number == 0 {
        span(.class("zero")) {
          span(level?.shape ?? "", .aria("hidden", true))
          span("0", .class("hidden"))
        }
      } else {
        span {
          count(number)
          span(level?.shape ?? "", .class("shape"), .aria("hidden", true))
        }
      }
    }
  }
}
