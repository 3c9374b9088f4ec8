/// A calendar day in the proleptic Gregorian calendar, without time or time zone.
///
/// `Day(2026, 1, 15)` prints as `2026-01-15` in data and `15.01.2026` on screen. Years run from 1 to 9999.
public struct Day: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int

  /// The day `daysSinceEpoch` days after 1970-01-01.
  public init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

  /// The day with this year (1–9999), month (1–12) and day of month; `nil` where no such day exists (31.02., month 13).
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year) else {
      return nil
    }
    daysSinceEpoch = Day.number(year, month, day)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init?(iso text: some StringProtocol) {
    let parts = Array(text.utf8)
    guard parts.count == 10, parts[4] == 0x2D, parts[7] == 0x2D,
      let year = Day.digits(parts[0..<4]), let month = Day.digits(parts[5..<7]), let day = Day.digits(parts[8..<10])
    else { return nil }
    self.init(year, month, day)
  }

  /// Reads the Turkish form `D.M.YYYY` (also with `/` or `-` between), whole text only.
  public init?(turkish text: some StringProtocol) {
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2F || $0 == 0x2D }
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
      let day = Day.digits(Array(parts[0])[...]), let month = Day.digits(Array(parts[1])[...]),
      let year = Day.digits(Array(parts[2])[...])
    else { return nil }
    self.init(year, month, day)
  }

  /// Year 1–9999.
  public var year: Int { civil.year }
  /// Month 1–12.
  public var month: Int { civil.month }
  /// Day of the month 1–31.
  public var day: Int { civil.day }
  /// Day of the week, Monday 1 … Sunday 7 (ISO 8601).
  public var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// `2026-01-15`.
  public var description: String {
    let c = civil
    return "\(pad(c.year, 4))-\(pad(c.month, 2))-\(pad(c.day, 2))"
  }

  /// `15.01.2026`, the form used on Turkish screens and documents.
  public var turkish: String {
    let c = civil
    return "\(pad(c.day, 2)).\(pad(c.month, 2)).\(pad(c.year, 4))"
  }

  /// The day `count` days later (earlier where negative).
  public func adding(days count: Int) -> Day { Day(daysSinceEpoch: daysSinceEpoch + count) }

  /// The same day of the month `count` months later, pulled back to the month's last day where it is shorter
  /// (31.01. + 1 month = 28.02. or 29.02.).
  public func adding(months count: Int) -> Day {
    let c = civil
    let total = c.year * 12 + (c.month - 1) + count
    let year = total >= 0 ? total / 12 : (total - 11) / 12
    let month = total - year * 12 + 1
    return Day(daysSinceEpoch: Day.number(year, month, min(c.day, Day.length(of: month, in: year))))
  }

  /// Days from `other` to `self`; positive where `self` is later.
  public static func - (left: Day, right: Day) -> Int { left.daysSinceEpoch - right.daysSinceEpoch }

  /// Earlier days order first.
  public static func < (left: Day, right: Day) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

  /// Number of days of a month (1–12) in a year.
  public static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // Howard Hinnant's days_from_civil: eras of 400 years starting on 1 March.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let z = daysSinceEpoch + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return bytes.isEmpty ? nil : value
  }
}

/// `value` in decimal, filled with zeros on the left up to `width`.
func pad(_ value: Int, _ width: Int) -> String {
  let text = String(value)
  return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
}
