import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// Two versions of a chart: both in one picture, and what changed as a table.
struct ChartDifferencesView: View {
  let frame: Frame
  let code: String
  let comparison: ChartComparison
  /// Numbers of all versions, newest first.
  let numbers: [(number: Int, state: ChartState)]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Processes.differencesTitle)): \(code)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: "\(code) \(comparison.process.card.name(language))", route: .process(.show(code, asOf: nil))),
      ])
    head.isWide = true
    return page(head) {
      choice
      if let old = comparison.old { compared(old) } else { p(t(Text.Processes.nothingToCompare), .class("empty")) }
    }
  }

  private var choice: Node {
    form(.class("inline"), .method("get"), .action(path(.differences(code, from: nil, to: nil)))) {
      number("from", Text.Processes.from, comparison.old?.number)
      number("to", Text.Processes.to, comparison.new.number)
      button(t(Text.Processes.compare), .type("submit"))
    }
  }

  private func number(_ name: String, _ text: Localized, _ chosen: Int?) -> Node {
    div(.class("field")) {
      label(t(text), .for(name))
      select(.id(name), .name(name)) {
        for entry in numbers {
          option(
            "\(entry.number) – \(t(entry.state.name))", .value(String(entry.number)),
            .selected(entry.number == chosen))
        }
      }
    }
  }

  private func compared(_ old: ChartVersion) -> Node {
    let difference = ChartDifference(old: old.chart, new: comparison.new.chart)
    let drawing = difference.isEmpty ? nil : DifferenceDrawing(comparison.process, difference, language)
    return fragment {
      p(.class("statement-line")) {
        "\(t(Text.Processes.revision)) \(old.number) → \(comparison.new.number): \(difference.summary(language))"
      }
      if !comparison.new.note.isEmpty { p("\(t(Text.Processes.changeNote)): \(comparison.new.note)") }
      if let drawing {
        ChartSize(frame: frame).node
        div(
          .class("chart-picture no-print"), .tabindex(0), .role("region"),
          .aria("label", "\(t(Text.Processes.differencesTitle)): \(code)")
        ) { drawing.svg() ?? p(t(Text.Processes.tooManySteps), .class("warning")) }
      }
      rows(difference)
      if let drawing {
        div(.class("chart-on-paper paper-a4"), .aria("hidden", true)) {
          for page in drawing.pages(.a4) { div(.class("chart-sheet")) { page } }
        }
      }
    }
  }

  private func rows(_ difference: ChartDifference) -> Node {
    let table = difference.revisionTable(language)
    return fragment {
      h2(t(table.title))
      ChartTableView(frame: frame, table: table).node
    }
  }
}

/// A table derived from charts, as the pages show tables.
struct ChartTableView: View {
  let frame: Frame
  let table: ChartTable

  /// Table and note; the note alone where there are no rows.
  var node: Node {
    fragment {
      if !table.rows.isEmpty {
        div(.class("table-frame"), .tabindex(0), .role("region"), .aria("label", t(table.title))) {
          GuvenceMarkup.table(.class("cards-on-phone chart-table chart-table-\(table.id)")) {
            caption(t(table.title), .class("hidden"))
            thead { tr { for column in table.columns { th(t(column), .scope("col")) } } }
            tbody {
              for row in table.rows {
                tr {
                  for (at, cell) in row.enumerated() {
                    td(cell, .data("label", at < table.columns.count ? t(table.columns[at]) : nil))
                  }
                }
              }
            }
          }
        }
      }
      if let note = table.note { p(t(note), .class("muted")) }
    }
  }
}
