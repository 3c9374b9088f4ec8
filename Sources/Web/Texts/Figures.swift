import GuvenceCore

/// Numbers and days as people of each language write them.
enum Figures {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `1.234` in Turkish, `1,234` in English.
  static func count(_ value: Int, _ language: Language) -> String {
    let digits = Array(String(value.magnitude).utf8)
    guard digits.count > 3 else { return String(value) }
    var out: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        out.append(language == .turkish ? UInt8(ascii: ".") : UInt8(ascii: ","))
      }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `%25` in Turkish, `25%` in English; whole percent, rounded half up; `%0` where there is no whole.
  static func percent(_ part: Int, of whole: Int, _ language: Language) -> String {
    let value = whole > 0 ? (part * 200 + whole) / (whole * 2) : 0
    return language == .turkish ? "%\(value)" : "\(value)%"
  }

  /// `15.01.2026` in Turkish, `15 Jan 2026` in English.
  static func day(_ day: Day, _ language: Language) -> String {
    language == .turkish ? day.turkish : "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// `15.01.2026 14:05`, in Europe/Istanbul.
  static func moment(_ instant: Instant, _ language: Language) -> String {
    day(instant.dayInIstanbul, language) + " " + instant.clockInIstanbul
  }

  /// How far `day` is from `today`: «3 gün kaldı», «bugün», «12 gün geçti».
  static func distance(_ day: Day, from today: Day, _ language: Language) -> String {
    let days = day - today
    switch (days, language) {
    case (0, .turkish): return "bugün"
    case (0, .english): return "today"
    case (1..., .turkish): return "\(count(days, language)) gün kaldı"
    case (1..., .english): return "\(count(days, language)) \(days == 1 ? "day" : "days") left"
    case (_, .turkish): return "\(count(-days, language)) gün geçti"
    case (_, .english): return "\(count(-days, language)) \(days == -1 ? "day" : "days") overdue"
    }
  }

  /// `2026, 3. çeyrek`, `Q3 2026`.
  static func period(_ period: Period, _ language: Language) -> String {
    switch (period.length, language) {
    case (.year, _): return "\(period.year)"
    case (.half, .turkish): return "\(period.year), \(period.ordinal). yarıyıl"
    case (.half, .english): return "\(period.year), half \(period.ordinal)"
    case (.quarter, .turkish): return "\(period.year), \(period.ordinal). çeyrek"
    case (.quarter, .english): return "Q\(period.ordinal) \(period.year)"
    case (.month, .turkish): return "\(period.ordinal < 10 ? "0" : "")\(period.ordinal).\(period.year)"
    case (.month, .english): return "\(months[period.ordinal - 1]) \(period.year)"
    }
  }
}
