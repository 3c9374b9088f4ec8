import GuvenceCore

/// When a duty falls due, again and again: `{every: half-year, month: 6, day: last}` is 30 June and 31 December.
public struct Recurrence: Hashable, Sendable {
  /// The span after which it repeats; spans start in January.
  public enum Span: String, Sendable, CaseIterable {
    /// Every month.
    case month
    /// Every quarter.
    case quarter
    /// Every half-year.
    case halfYear = "half-year"
    /// Every year.
    case year
    /// Every fifth year from `firstYear` on.
    case fiveYears = "five-years"

    /// Months counted in the span: 1, 3, 6 or 12. Five years count the months of the year it falls in.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year, .fiveYears: 12
      }
    }
  }

  /// The span.
  public let every: Span
  /// Month of the span in which it is due, from 1.
  public let month: Int
  /// Day of the month 1–31, the month's last day where it is shorter; `nil` for the last day.
  public let day: Int?
  /// Month of the span in which work may begin, at most `month`.
  public let opens: Int
  /// The first year it falls due in, for `fiveYears`; `nil` for the others.
  public let firstYear: Int?

  /// The due days from `from` through `through`, both included, in order; empty where `from` is later.
  public func occurrences(from: Day, through: Day) -> [Day] {
    guard from <= through else { return [] }
    var days: [Day] = []
    for year in from.year...through.year where falls(in: year) {
      for start in stride(from: 0, to: 12, by: every.months) {
        let due = date(year, start + month)
        if due >= from, due <= through { days.append(due) }
      }
    }
    return days
  }

  /// The first day of the window that ends on the due day `due`.
  public func opening(of due: Day) -> Day {
    let first = due.adding(days: 1 - due.day)
    return first.adding(months: opens - month)
  }

  private func falls(in year: Int) -> Bool {
    guard every == .fiveYears, let firstYear else { return true }
    return year >= firstYear && (year - firstYear) % 5 == 0
  }

  private func date(_ year: Int, _ month: Int) -> Day {
    let last = Day.length(of: month, in: year)
    return Day(year, month, min(day ?? last, last)) ?? Day(daysSinceEpoch: 0)
  }
}
