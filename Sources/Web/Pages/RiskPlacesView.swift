import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// From a risk to the process on whose page it is linked to a step.
struct RiskPlacesView: View {
  let frame: Frame
  let places: RiskPlaces

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Processes.linkRisk)): \(places.reference)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: t(Text.Processes.coverage), route: .process(.coverage)),
      ])
    head.lead = fragment {
      p(.class("statement-line")) {
        a(places.reference, .href(Route.risk(places.reference, asOf: nil).path))
        " " + places.statement
      }
      p(t(Text.Processes.linkRiskLead))
    }
    return page(head) {
      if places.lines.isEmpty {
        p(t(Text.Processes.noPlaces), .class("empty"))
      } else {
        if let named = places.named {
          h2(t(Text.Processes.namedByRisk))
          list([named])
        }
        for (unit, lines) in units {
          h2(unit)
          list(lines)
        }
      }
    }
  }

  private var units: [(String, [ProcessLine])] {
    var names: [String] = []
    for line in places.lines where !names.contains(line.unitName) { names.append(line.unitName) }
    return names.map { name in (name, places.lines.filter { $0.unitName == name }) }
  }

  private func list(_ lines: [ProcessLine]) -> Node {
    ul(.class("plain")) {
      for line in lines {
        li {
          a(
            "\(line.record.code) \(line.record.details.name)",
            .href(path(.show(line.record.code, asOf: nil, risk: places.reference)) + "#links"))
          span(" · \(Text.Processes.stepCount(line.stepCount)(language))", .class("muted"))
        }
      }
    }
  }
}
