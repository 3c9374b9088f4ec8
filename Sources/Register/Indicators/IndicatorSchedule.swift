import GuvenceCore
import GuvenceRules

/// One period of an indicator: a day, a week from Monday, a month, a quarter, a half or a year.
public struct ReadingPeriod: Hashable, Sendable {
  /// First day.
  public let start: Day
  /// Last day, included.
  public let end: Day
  /// As printed: `2026-09-30`, `2026-W40`, `2026-09`, `2026-Q3`, `2026-H2`, `2026`.
  public let text: String

  /// The period of `frequency` that holds `day`.
  public init(_ frequency: IndicatorFrequency, containing day: Day) {
    switch frequency {
    case .daily: (start, end, text) = (day, day, day.description)
    case .weekly:
      start = day.adding(days: 1 - day.weekday)
      end = start.adding(days: 6)
      text = ReadingPeriod.week(of: start)
    case .monthly, .quarterly, .halfYearly, .yearly:
      let period = Period(containing: day, length: frequency.length)
      (start, end, text) = (period.start, period.end, period.description)
    }
  }

  /// Reads a printed form of this frequency: `2026-09` for a monthly one; `nil` for any other text.
  public init?(_ frequency: IndicatorFrequency, _ text: String) {
    let day: Day?
    switch frequency {
    case .daily: day = Day(iso: text)
    case .weekly: day = ReadingPeriod.monday(text)
    case .monthly, .quarterly, .halfYearly, .yearly:
      day = Period(text).flatMap { $0.length == frequency.length ? $0.start : nil }
    }
    guard let day else { return nil }
    self.init(frequency, containing: day)
  }

  /// The year of an ISO 8601 week is that of its Thursday.
  private static func week(of monday: Day) -> String {
    let thursday = monday.adding(days: 3)
    let number = (thursday - (Day(thursday.year, 1, 1) ?? thursday)) / 7 + 1
    return "\(thursday.year)-W\(number < 10 ? "0" : "")\(number)"
  }

  private static func monday(_ text: String) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 3, parts[1].hasPrefix("W"), let year = Int(parts[0]),
      let number = Int(parts[1].dropFirst()), number > 0, let fourth = Day(year, 1, 4)
    else { return nil }
    let monday = fourth.adding(days: 1 - fourth.weekday + (number - 1) * 7)
    return week(of: monday) == text ? monday : nil
  }
}

/// Which periods of an indicator still lack a reading, and until when the next one is due.
public struct IndicatorSchedule: Hashable, Sendable {
  /// Periods past their due day without a reading, oldest first; at most `listLimit`, the newest ones.
  public let overdue: [ReadingPeriod]
  /// How many are overdue in all.
  public let overdueCount: Int
  /// The period to read next: the oldest overdue one, else the first one not read yet.
  public let next: ReadingPeriod
  /// The last day to record it.
  public let dueOn: Day

  /// How many overdue periods are listed.
  public static let listLimit = 12

  /// The schedule on `today` of an indicator read since `startsOn`, where `read` holds the first days of the periods
  /// that have an effective reading.
  public init(
    _ frequency: IndicatorFrequency, from startsOn: Day, read: Set<Day>, today: Day, under rules: IndicatorRules
  ) {
    let grace = rules.graceDays[frequency] ?? 0
    var period = ReadingPeriod(frequency, containing: startsOn)
    var missing: [ReadingPeriod] = []
    // A daily indicator of thirty years is eleven thousand steps.
    while period.end.adding(days: grace) < today {
      if !read.contains(period.start) { missing.append(period) }
      period = ReadingPeriod(frequency, containing: period.end.adding(days: 1))
    }
    while read.contains(period.start) { period = ReadingPeriod(frequency, containing: period.end.adding(days: 1)) }
    overdueCount = missing.count
    overdue = Array(missing.suffix(IndicatorSchedule.listLimit))
    next = missing.first ?? period
    dueOn = next.end.adding(days: grace)
  }
}

extension IndicatorFrequency {
  /// Length of the calendar period; a month for the shorter frequencies.
  fileprivate var length: Period.Length {
    switch self {
    case .daily, .weekly, .monthly: .month
    case .quarterly: .quarter
    case .halfYearly: .half
    case .yearly: .year
    }
  }

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .daily: Localized("Günlük", "Daily")
    case .weekly: Localized("Haftalık", "Weekly")
    case .monthly: Localized("Aylık", "Monthly")
    case .quarterly: Localized("Üç aylık", "Quarterly")
    case .halfYearly: Localized("Altı aylık", "Half-yearly")
    case .yearly: Localized("Yıllık", "Yearly")
    }
  }
}

extension IndicatorTrend {
  /// Arrow and word on screen.
  public var name: Localized {
    switch self {
    case .rising: Localized("Yükseliyor", "Rising")
    case .falling: Localized("Düşüyor", "Falling")
    case .stable: Localized("Sabit", "Stable")
    }
  }

  /// The arrow.
  public var arrow: String { self == .rising ? "↑" : self == .falling ? "↓" : "→" }
}
