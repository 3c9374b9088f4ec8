import GuvenceCore
import GuvenceMarkup

/// A table derived from charts: plain values that pages, printed forms, XLSX and CSV show alike.
public struct ChartTable: Hashable, Sendable {
  /// Stable: `risk-control`.
  public let id: String
  /// What it shows.
  public let title: Localized
  /// Headings.
  public let columns: [Localized]
  /// Rows, one text for each column, in the language the table was made in.
  public let rows: [[String]]
  /// How to read it, or why it is empty.
  public let note: Localized?

  /// A table made of its parts.
  public init(id: String, title: Localized, columns: [Localized], rows: [[String]], note: Localized? = nil) {
    (self.id, self.title, self.columns, self.rows, self.note) = (id, title, columns, rows, note)
  }

  /// The table as HTML with its title as caption; the first cell of each row is its head.
  public func node(_ language: Language) -> Node {
    fragment {
      table(.class("report-table form-table form-table-\(id)")) {
        caption(title(language))
        thead { tr { for column in columns { th(column(language), .scope("col")) } } }
        tbody {
          for row in rows {
            tr { for (at, cell) in row.enumerated() { at == 0 ? th(cell, .scope("row")) : td(cell) } }
          }
        }
      }
      if let note { p(note(language), .class("form-note")) }
    }
  }
}

extension Step {
  /// What is printed for it in a table: its number, or its name where it has none.
  var short: String { number.isEmpty ? "«\(name)»" : number }
  /// `7. Onay belgesinin imzalanması`.
  var titled: String { number.isEmpty ? name : "\(number). \(name)" }
}
