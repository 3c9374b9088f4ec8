import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// Inherent and residual heat map side by side; each cell leads to its risks.
struct HeatMapView: View {
  let frame: Frame
  let map: HeatMapPage
  /// Processes to choose from.
  var processes: [ProcessLine] = []

  /// The page.
  var node: Node {
    let head = PageHead(title: t(Text.HeatMap.title), room: .heatMap, methodology: map.methodology)
    return page(head) {
      unitFilter
      kinds
      div(.class("maps")) {
        picture(.inherent, map.inherent, Text.HeatMap.inherent)
        picture(.residual, map.residual, Text.HeatMap.residual)
      }
      ul(.class("legend"), .aria("label", t(Text.Common.level))) {
        for level in map.methodology.levels { li { badge(level) } }
      }
      leftOut
      twin
    }
  }

  private var unitFilter: Node {
    form(.class("inline"), .method("get"), .action("/heat-map")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: map.units).select(chosen: map.unitCode)
      }
      if !processes.isEmpty { processChoice }
      if map.kind != .threat { hiddenField("kind", map.kind.rawValue) }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var processChoice: Node {
    div(.class("field")) {
      label(t(Text.Processes.process), .for("process"))
      select(.id("process"), .name("process")) {
        option(t(Text.Common.all), .value(""))
        for line in processes {
          option(
            String(repeating: "\u{2003}", count: max(0, line.depth - 1))
              + "\(line.record.code) \(line.record.details.name)",
            .value(line.record.code), .selected(line.record.code == map.processCode))
        }
      }
    }
  }

  /// Threats and opportunities have maps of their own.
  private var kinds: Node {
    guard map.opportunityCount > 0 || map.kind == .opportunity else { return .empty }
    return fragment {
      ul(.class("chips"), .aria("label", t(Text.Register.kind))) {
        li(t(Text.Register.kind), .class("chips-name"))
        for kind in RiskKind.allCases {
          li {
            a(
              t(kind.name), .class("chip"),
              .href(Route.heatMap(unit: map.unitCode, process: map.processCode, kind: kind).path),
              map.kind == kind ? .aria("current", "true") : .absent)
          }
        }
      }
      p(t(map.kind == .threat ? Text.HeatMap.threatsOnly : Text.HeatMap.opportunitiesOnly), .class("muted"))
    }
  }

  private func picture(_ basis: HeatBasis, _ counts: [[Int]], _ name: Localized) -> Node {
    let total = counts.reduce(0) { $0 + $1.reduce(0, +) }
    return section(.class("map")) {
      h2(.id("map-" + basis.rawValue)) {
        t(name)
        " "
        span("(\(count(total)))", .class("muted"))
      }
      p(.class("axis")) { t(Text.HeatMap.vertical) + " · " + t(horizontal) }
      table(.aria("labelledby", "map-" + basis.rawValue)) {
        tbody {
          for likelihood in map.methodology.likelihood.steps.reversed() { row(basis, counts, likelihood) }
        }
        tfoot {
          tr {
            td { "" }
            for impact in map.methodology.impact.steps { axis(impact, scope: "col") }
          }
        }
      }
    }
  }

  private var horizontal: Localized {
    map.kind == .threat ? Text.HeatMap.horizontal : Text.HeatMap.horizontalPositive
  }

  private func axis(_ step: Scale.Step, scope: String) -> Node {
    th(.scope(scope), .title(t(step.criterion))) {
      element("b") { String(step.value) }
      t(step.name)
    }
  }

  private func row(_ basis: HeatBasis, _ counts: [[Int]], _ likelihood: Scale.Step) -> Node {
    tr {
      axis(likelihood, scope: "row")
      for impact in map.methodology.impact.steps {
        cell(basis, likelihood.value, impact.value, number(counts, likelihood.value, impact.value))
      }
    }
  }

  private func number(_ counts: [[Int]], _ likelihood: Int, _ impact: Int) -> Int {
    guard counts.indices.contains(likelihood - 1), counts[likelihood - 1].indices.contains(impact - 1) else { return 0 }
    return counts[likelihood - 1][impact - 1]
  }

  private func cell(_ basis: HeatBasis, _ likelihood: Int, _ impact: Int, _ number: Int) -> Node {
    let level = map.methodology.level(likelihood: likelihood, impact: impact)
    let look = level.map(Palette.className) ?? ""
    let levelName = level.map { t($0.name) } ?? ""
    return td(.class("cell", look.after("lv "))) {
      if number == 0 {
        span(.class("zero")) {
          span(level?.shape ?? "", .aria("hidden", true))
          span("0, \(levelName)", .class("hidden"))
        }
      } else {
        a(
          .href(address(basis, likelihood, impact)), .class(number >= 10 ? "s3" : number >= 4 ? "s2" : nil),
          .aria("label", cellLabel(likelihood, impact, number, levelName)), .title(levelName)
        ) {
          count(number)
          span(level?.shape ?? "", .class("shape"), .aria("hidden", true))
        }
      }
    }
  }

  private func cellLabel(_ likelihood: Int, _ impact: Int, _ number: Int, _ level: String) -> String {
    language == .turkish
      ? "\(count(number)) risk, olasılık \(likelihood), etki \(impact), \(level)"
      : "\(count(number)) risks, likelihood \(likelihood), impact \(impact), \(level)"
  }

  private func address(_ basis: HeatBasis, _ likelihood: Int, _ impact: Int) -> String {
    var query = RegisterQuery()
    (query.unitCode, query.kind, query.processCode) = (map.unitCode, mapKind, map.processCode)
    query.cell = .init(basis: basis, likelihood: likelihood, impact: impact)
    return Route.register(query).path
  }

  /// The kind to ask the register for; nothing where all its risks are threats.
  private var mapKind: RiskKind? { map.opportunityCount > 0 || map.kind == .opportunity ? map.kind : nil }

  private var leftOut: Node {
    var query = RegisterQuery()
    (query.unitCode, query.states, query.kind) = (map.unitCode, [.notAssessed], mapKind)
    query.processCode = map.processCode
    return fragment {
      h2(t(Text.HeatMap.left))
      dl(.class("facts")) {
        dt(t(Text.HeatMap.notAssessed))
        dd { a(count(map.notAssessed), .href(Route.register(query).path)) }
        dt(t(Text.HeatMap.withoutResidual))
        dd(count(map.withoutResidual))
        if map.otherMethodology > 0 {
          dt(t(Text.HeatMap.otherMethodology))
          dd(count(map.otherMethodology))
        }
      }
    }
  }

  private var twin: Node {
    fragment {
      h2(t(Text.HeatMap.twin))
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.HeatMap.caption))
          thead {
            tr {
              th(t(Text.Common.likelihood), .scope("col"))
              th(t(Text.Common.impact), .scope("col"))
              th(t(Text.Common.level), .scope("col"))
              th(t(Text.HeatMap.inherent), .scope("col"), .class("number"))
              th(t(Text.HeatMap.residual), .scope("col"), .class("number"))
            }
          }
          tbody { twinRows }
        }
      }
    }
  }

  private var twinRows: Node {
    let (likelihoods, impacts) = (map.methodology.likelihood.steps, map.methodology.impact.steps)
    let cells = likelihoods.reversed().flatMap { likelihood in impacts.reversed().map { (likelihood, $0) } }
    return .fragment(
      cells.compactMap { likelihood, impact in
        let before = number(map.inherent, likelihood.value, impact.value)
        let after = number(map.residual, likelihood.value, impact.value)
        guard before + after > 0 else { return nil }
        return tr {
          td("\(likelihood.value) – \(t(likelihood.name))", .data("label", t(Text.Common.likelihood)))
          td("\(impact.value) – \(t(impact.name))", .data("label", t(Text.Common.impact)))
          td { badge(map.methodology.level(likelihood: likelihood.value, impact: impact.value)) }
          td(count(before), .class("number"), .data("label", t(Text.HeatMap.inherent)))
          td(count(after), .class("number"), .data("label", t(Text.HeatMap.residual)))
        }
      })
  }
}

extension Methodology {
  /// The level of a cell of the map; `nil` outside the scales. For colouring only: scores come from the use cases.
  func level(likelihood: Int, impact: Int) -> Level? {
    switch scoring {
    case .product(let bands):
      let value = likelihood * impact
      return bands.first { $0.from <= value && value <= $0.through }.flatMap { level($0.level) }
    case .matrix(let cells):
      guard cells.indices.contains(likelihood - 1), cells[likelihood - 1].indices.contains(impact - 1) else {
        return nil
      }
      return level(cells[likelihood - 1][impact - 1])
    }
  }
}
