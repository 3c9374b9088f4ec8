import GuvenceCore

/// Days as people in Türkiye type them.
public enum TurkishDate {
  /// Reads `15.01.2026` (also with `/` or `-`), `2026-01-15`, `15 Ocak 2026` and `15 Ocak 2026 Perşembe`; a time of day
  /// after a numeric day is allowed and left out. The whole text, or `nil`. A weekday is not compared with the day.
  public static func parse(_ text: some StringProtocol) -> Day? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" || $0 == "\n" }
    switch words.count {
    case 1: return numeric(words[0])
    case 2: return isTime(words[1]) ? numeric(words[0]) : nil
    case 3: return named(words)
    case 4: return weekdays.contains(TurkishText.fold(String(words[3]))) ? named(Array(words.prefix(3))) : nil
    default: return nil
    }
  }

  /// `Ocak` … `Aralık` for 1…12.
  public static func monthName(_ month: Int) -> String {
    (1...12).contains(month) ? monthNames[month - 1] : ""
  }

  private static func numeric(_ word: some StringProtocol) -> Day? {
    if let day = Day(turkish: word) ?? Day(iso: word) { return day }
    guard let cut = word.firstIndex(of: "T"), isTime(word[word.index(after: cut)...]) else { return nil }
    return Day(iso: word[..<cut])
  }

  private static func named(_ words: [some StringProtocol]) -> Day? {
    let month = TurkishText.fold(words[1].hasSuffix(",") ? String(words[1].dropLast()) : String(words[1]))
    guard let index = monthNames.firstIndex(where: { TurkishText.fold($0) == month }),
      let day = unsigned(words[0]), let year = unsigned(words[2]), words[2].utf8.count == 4
    else { return nil }
    return Day(year, index + 1, day)
  }

  /// `14:05`, `14:05:09`, also with fractions of a second.
  private static func isTime(_ word: some StringProtocol) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = unsigned(parts[0]), let minute = unsigned(parts[1]) else {
      return false
    }
    let second = parts.count == 3 ? unsigned(parts[2].prefix { $0 != "." && $0 != "Z" }) : 0
    return hour < 25 && minute < 60 && (second.map { $0 < 61 } ?? false)
  }

  private static func unsigned(_ word: some StringProtocol) -> Int? {
    let isPlain = (1...4).contains(word.utf8.count) && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain ? Int(word) : nil
  }

  private static let monthNames = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
  ]
  private static let weekdays = ["pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar"]
}
