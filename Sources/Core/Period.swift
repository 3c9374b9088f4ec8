/// A reporting period of the calendar year: a year, a half, a quarter or a month.
///
/// Printed forms: `2026`, `2026-H1`, `2026-Q3`, `2026-09`.
public struct Period: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How long the period is.
  public enum Length: Int, Sendable, CaseIterable {
    /// Twelve months.
    case year = 12
    /// Six months.
    case half = 6
    /// Three months.
    case quarter = 3
    /// One month.
    case month = 1
  }

  /// The calendar year, 1–9999.
  public let year: Int
  /// The length of the period.
  public let length: Length
  /// Which one in the year, from 1.
  public let ordinal: Int

  /// `nil` where the year or the ordinal does not exist (`2026-Q5`).
  public init?(year: Int, length: Length, ordinal: Int) {
    guard (1...9999).contains(year), ordinal >= 1, ordinal <= 12 / length.rawValue else { return nil }
    (self.year, self.length, self.ordinal) = (year, length, ordinal)
  }

  /// Reads one of the printed forms.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(year: year, length: .year, ordinal: 1)
      return
    }
    let tail = parts[1]
    if tail.hasPrefix("Q"), tail.utf8.count == 2, let number = Int(tail.dropFirst()) {
      self.init(year: year, length: .quarter, ordinal: number)
    } else if tail.hasPrefix("H"), tail.utf8.count == 2, let number = Int(tail.dropFirst()) {
      self.init(year: year, length: .half, ordinal: number)
    } else if tail.utf8.count == 2, tail.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(tail) {
      self.init(year: year, length: .month, ordinal: number)
    } else {
      return nil
    }
  }

  /// The period of this length that holds `day`.
  public init(containing day: Day, length: Length) {
    self.init(unchecked: day.year, length, (day.month - 1) / length.rawValue + 1)
  }

  private init(unchecked year: Int, _ length: Length, _ ordinal: Int) {
    (self.year, self.length, self.ordinal) = (year, length, ordinal)
  }

  /// First day.
  public var start: Day { Period.day(year, (ordinal - 1) * length.rawValue + 1) }
  /// Last day, included.
  public var end: Day { start.adding(months: length.rawValue).adding(days: -1) }
  /// The period of the same length just before this one.
  public var previous: Period { Period(containing: start.adding(days: -1), length: length) }
  /// The period of the same length just after this one.
  public var next: Period { Period(containing: end.adding(days: 1), length: length) }
  /// Whether `day` lies in the period.
  public func contains(_ day: Day) -> Bool { day >= start && day <= end }

  /// `2026`, `2026-H1`, `2026-Q3`, `2026-09`.
  public var description: String {
    switch length {
    case .year: pad(year, 4)
    case .half: "\(pad(year, 4))-H\(ordinal)"
    case .quarter: "\(pad(year, 4))-Q\(ordinal)"
    case .month: "\(pad(year, 4))-\(pad(ordinal, 2))"
    }
  }

  /// By first day, longer periods first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.start, -left.length.rawValue) < (right.start, -right.length.rawValue)
  }

  private static func day(_ year: Int, _ month: Int) -> Day {
    Day(year, month, 1) ?? Day(daysSinceEpoch: 0)
  }
}
