import GuvenceCore
import GuvenceMarkup
import GuvenceRules

extension HTMLRenderer {
  /// The map as a table: likelihood from high to low, impact from low to high, counts in cells sized by count.
  func heatMap(_ map: HeatMap, caption text: Localized) -> Node {
    let most = map.rows.joined().reduce(1) { max($0, $1.count) }
    return GuvenceMarkup.table(.class("heat-map", map.impact.steps.count > 5 ? "heat-map-large" : nil)) {
      caption(text(language))
      thead {
        tr {
          th(Axis.likelihood(language) + " ↓", .scope("col"), .rowspan(2))
          th(Axis.impact(language) + " →", .scope("colgroup"), .colspan(map.impact.steps.count))
        }
        tr { for step in map.impact.steps { th(.scope("col")) { self.step(step) } } }
      }
      tbody { for row in map.rows.reversed() { heatRow(row, map, most) } }
    }
  }

  private func heatRow(_ cells: [HeatMap.Cell], _ map: HeatMap, _ most: Int) -> Node {
    tr {
      if let first = cells.first, let row = map.likelihood[first.likelihood] { th(.scope("row")) { step(row) } }
      for cell in cells { heatCell(cell, most) }
    }
  }

  /// The step's number, and its name where the methodology gives it one.
  private func step(_ step: Scale.Step) -> Node {
    let (number, name) = (String(step.value), step.name(language))
    return fragment {
      number
      if name != number, !name.isEmpty {
        " "
        span(name, .class("step-name"))
      }
    }
  }

  private func heatCell(_ cell: HeatMap.Cell, _ most: Int) -> Node {
    let size = cell.count == 0 ? "heat-0" : "heat-\(min(4, (cell.count * 4 + most - 1) / most))"
    return td(.class("heat-cell", size, cell.level.map { "level level-\($0.id)" })) {
      if cell.count > 0 { span(ReportFormat.number(cell.count, language), .class("heat-count")) }
      if let level = cell.level {
        span(level.shape, .class("shape"), .aria("hidden", true))
        span(hiddenText(cell, level), .class("visually-hidden"))
      }
    }
  }

  private func hiddenText(_ cell: HeatMap.Cell, _ level: Level) -> String {
    let risks =
      cell.count == 0 ? Localized("risk yok", "no risks") : Localized("risk", cell.count == 1 ? "risk" : "risks")
    return " \(risks(language)), \(level.name(language))"
  }
}

/// Names of the two axes of a risk's judgement.
enum Axis {
  static let likelihood = Localized("Olasılık", "Likelihood")
  static let impact = Localized("Etki", "Impact")
}
