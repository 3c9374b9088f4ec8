import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension HTMLRenderer {
  func table(_ table: Table, hidesCaption: Bool) -> Node {
    guard !table.rows.isEmpty else { return p(table.emptyText(language), .class("report-empty")) }
    return div(.class("report-scroll"), .tabindex(0), .role("group"), .aria("label", table.caption(language))) {
      GuvenceMarkup.table(.class("report-table", table.columns.count > 9 ? "report-table-wide" : nil)) {
        caption(table.caption(language), .class(hidesCaption ? "visually-hidden" : nil))
        colgroup { for column in table.columns { col(.class("w\(column.weight)")) } }
        thead { tr { for column in table.columns { th(column.title(language), .scope("col"), kind(column)) } } }
        tbody { for row in table.rows { tr { cells(row, table) } } }
        if !table.total.isEmpty { tfoot { tr { cells(table.total, table) } } }
      }
    }
  }

  private func cells(_ row: [Cell], _ table: Table) -> [Node] {
    zip(table.columns, row).map { column, cell in
      if case .blank = cell { return td(.class("blank")) {} }
      return td(kind(column)) { content(cell) }
    }
  }

  private func kind(_ column: Table.Column) -> Attribute {
    switch column.alignment {
    case .start: .absent
    case .center: .class("center")
    case .end: .class("number")
    }
  }

  func content(_ cell: Cell) -> Node {
    switch cell {
    case .empty: span("–", .class("no-value"))
    case .level(let level, let score): badge(level, score)
    case .change(let direction): change(direction)
    case .reference(let reference): self.reference(reference)
    case .day(let day): time(ReportFormat.day(day, language), .datetime(day.description))
    default: .text(cell.text(language))
    }
  }

  private func reference(_ reference: String) -> Node {
    guard let address = riskAddress(reference) else { return span(reference, .class("reference")) }
    return a(reference, .class("reference"), .href(address))
  }

  private func badge(_ level: Level, _ score: Int?) -> Node {
    span(.class("level level-\(level.id)")) {
      span(level.shape, .class("shape"), .aria("hidden", true))
      " \(level.name(language))"
      if let score {
        " "
        span(ReportFormat.number(score, language), .class("score"))
      }
    }
  }

  private func change(_ direction: ChangeDirection) -> Node {
    span(.class("change change-\(direction.rawValue)")) {
      if direction != .new {
        span(direction.sign, .aria("hidden", true))
        " "
      }
      direction.name(language)
    }
  }
}
