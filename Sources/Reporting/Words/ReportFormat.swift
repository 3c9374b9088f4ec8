import GuvenceCore

/// Numbers, days and periods as reports print them, without locale data: the same on every machine.
enum ReportFormat {
  /// `1.234` in Turkish, `1,234` in English.
  static func number(_ value: Int, _ language: Language) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(language == .turkish ? "." : ",") }
      text.append(digit)
    }
    return text
  }

  /// `31.12.2026` in Turkish, `31 Dec 2026` in English.
  static func day(_ day: Day, _ language: Language) -> String {
    language == .turkish ? day.turkish : "\(day.day) \(monthsEnglish[day.month - 1].prefix(3)) \(day.year)"
  }

  /// Day and clock in Europe/Istanbul.
  static func moment(_ instant: Instant, _ language: Language) -> String {
    "\(day(instant.dayInIstanbul, language)) \(instant.clockInIstanbul)"
  }

  /// «2026 yılı 3. çeyreği», «3rd quarter of 2026».
  static func period(_ period: Period) -> Localized {
    let (year, number) = (period.year, period.ordinal)
    let ordinal = ["1st", "2nd", "3rd", "4th"]
    return switch period.length {
    case .year: Localized("\(year) yılı", "Year \(year)")
    case .half: Localized("\(year) yılı \(number). yarıyılı", "\(ordinal[number - 1]) half of \(year)")
    case .quarter: Localized("\(year) yılı \(number). çeyreği", "\(ordinal[number - 1]) quarter of \(year)")
    case .month: Localized("\(year) yılı \(monthsTurkish[number - 1]) ayı", "\(monthsEnglish[number - 1]) \(year)")
    }
  }

  /// `1234:ab12cd34ef56` of a journal head `1234:<64 hex digits>`.
  static func shortHead(_ head: String) -> String {
    guard let colon = head.firstIndex(of: ":") else { return String(head.prefix(12)) }
    return String(head[...colon] + head[head.index(after: colon)...].prefix(12))
  }

  private static let monthsTurkish = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
  ]
  private static let monthsEnglish = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
