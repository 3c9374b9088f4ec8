import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// A table of a report.
public struct Table: Sendable, Hashable {
  /// One column.
  public struct Column: Sendable, Hashable {
    /// Heading.
    public let title: Localized
    /// Where its cells stand.
    public let alignment: Alignment
    /// Share of the width against the other columns, 1–12.
    public let weight: Int

    /// A column.
    public init(_ title: Localized, _ alignment: Alignment = .start, weight: Int = 2) {
      (self.title, self.alignment, self.weight) = (title, alignment, weight)
    }
  }

  /// Where the content of a column stands.
  public enum Alignment: String, Sendable {
    /// At the start of the line.
    case start
    /// In the middle.
    case center
    /// At the end of the line: numbers.
    case end
  }

  /// What the table shows, for its caption.
  public let caption: Localized
  /// Columns in order.
  public let columns: [Column]
  /// Rows of cells, one per column.
  public let rows: [[Cell]]
  /// Sums under the rows; empty where there are none.
  public let total: [Cell]
  /// What is said instead of the table where it has no rows.
  public let emptyText: Localized

  /// A table made of its parts.
  public init(
    caption: Localized, columns: [Column], rows: [[Cell]], total: [Cell] = [], emptyText: Localized
  ) {
    (self.caption, self.columns, self.rows) = (caption, columns, rows)
    (self.total, self.emptyText) = (total, emptyText)
  }
}

/// One value of a table or title block.
public enum Cell: Sendable, Hashable {
  /// Nothing known or nothing to say.
  case empty
  /// A place to write by hand.
  case blank
  /// Text as people entered it.
  case text(String)
  /// Text of the program.
  case words(Localized)
  /// Reference number of a risk; faces may make it a link.
  case reference(String)
  /// A whole number.
  case number(Int)
  /// A day.
  case day(Day)
  /// A moment, shown as day and clock in Europe/Istanbul.
  case moment(Instant)
  /// A level as shape and word, with its score where the methodology has numbers.
  case level(Level, score: Int?)
  /// Direction against the previous period.
  case change(ChangeDirection)

  /// The value as plain text in `language`; empty for `empty` and `blank`.
  public func text(_ language: Language) -> String {
    switch self {
    case .empty, .blank: ""
    case .text(let text), .reference(let text): text
    case .words(let words): words(language)
    case .number(let value): ReportFormat.number(value, language)
    case .day(let day): ReportFormat.day(day, language)
    case .moment(let instant): ReportFormat.moment(instant, language)
    case .level(let level, let score):
      "\(level.shape) \(level.name(language))" + (score.map { " \(ReportFormat.number($0, language))" } ?? "")
    case .change(.new): ChangeDirection.new.name(language)
    case .change(let direction): "\(direction.sign) \(direction.name(language))"
    }
  }
}
